"""The request as views of staff see it."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from verantwoord.toegang.models import Medewerker


class StaffRequest(HttpRequest):
    """Somebody of the staff is logged in; anyone else was sent to the log-in page before the view."""

    user: Medewerker
    htmx: HtmxDetails
    referentie: str
