"""The pace at which one person opens dossiers: above sixty in an hour the program asks what for, and then goes on.

It stops no work: a reason opens the next sixty. It makes that a copy of the register is not made in silence, and the
privacy officer reads the reasons. Security model, threat 7.
"""

from typing import Final
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.nakijken.queries import teveel_geopend

SESSIE: Final = "ruimte"


def is_ruimte_op(dossier_id: UUID, *, request: HttpRequest, viewer: Medewerker) -> bool:
    """Whether a reason is asked before this page; only where a person reads it, and never where typed words would go.

    A program that comes with a token cannot type a reason: what it fetches is judged by its own normal, at night.
    """
    if request.method not in {"GET", "HEAD"} or getattr(request, "met_sleutel", False) or viewer.is_systeem:
        return False
    aantal = teveel_geopend(dossier_id, viewer=viewer)
    if not aantal:
        return False
    # The address holds an id and no name; it stays in the session, so that it travels nowhere.
    request.session[SESSIE] = {"naar": request.get_full_path(), "aantal": aantal}
    return True


def vraag_reden(request: HttpRequest) -> HttpResponse:
    """Go to the page that asks what for; a part of a page is told to take the whole page there."""
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": reverse("toegang:reden")})
    return redirect("toegang:reden")
