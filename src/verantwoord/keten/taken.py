"""Jobs that carry messages out. A worker does them, never a request."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from verantwoord.keten.logboek.uitvoer import voer_uit
from verantwoord.keten.uit.bezorging import bezorg, wachtende_ontvangers
from verantwoord.keten.uit.klaarleggen import VERSTUUR
from verantwoord.taken.register import taak
from verantwoord.toegang.models import Medewerker


@taak(VERSTUUR, titel=_("Berichten naar een partner sturen"), eigen_transacties=True)
def verstuur(*, door: Medewerker, ontvanger: UUID) -> None:
    """Deliver at once what an act put ready."""
    del door
    bezorg(ontvanger)


# What failed, and what a worker that died left behind.
@taak(
    "keten.verstuur_wachtende",
    titel=_("Berichten naar partners opnieuw proberen"),
    rooster="* * * * *",
    eigen_transacties=True,
)
def verstuur_wachtende(*, door: Medewerker) -> None:
    """Deliver whatever may be tried again by now."""
    del door
    for ontvanger in wachtende_ontvangers():
        bezorg(ontvanger)


@taak(
    "keten.logboek_uit",
    titel=_("Het logboek van verwerkingen doorgeven"),
    rooster="*/5 * * * *",
    eigen_transacties=True,
)
def geef_logboek_door(*, door: Medewerker) -> None:
    """Hand the processing log to the collector, where the settings name one."""
    del door
    voer_uit()
