"""The job that measures on after a report."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verantwoord.inspectie.actions import keep_meetpunten
from verantwoord.taken.register import taak
from verantwoord.toegang.models import Medewerker


@taak(
    "onderzoek.opvolging",
    titel=_("Meten wat er na een rapport van de Inspectie verandert"),
    rooster="50 2 * * *",
)
def opvolging(*, door: Medewerker) -> None:
    """Every night, so that a night that was missed is made good; on most of them there is nothing to measure."""
    keep_meetpunten(door=door, peildatum=timezone.localdate())
