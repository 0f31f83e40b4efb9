"""What administration of a demo keeps about the countries its people come from; invented, like they are."""

from datetime import date, timedelta
from typing import Final

from verantwoord.project.demo.namen import HERKOMSTEN
from verantwoord.stamgegevens.actions import record_landmedewerking
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Medewerker

_BEKEND: Final = timedelta(days=400)


def maak_landenlijst(beheerder: Medewerker, vandaag: date) -> None:
    """Record every country once, as known since before the oldest dossier asked for it."""
    with transactie_van(beheerder):
        _maak(beheerder, vandaag)


def _maak(beheerder: Medewerker, vandaag: date) -> None:
    for herkomst in {h.land: h for h in HERKOMSTEN}.values():
        vrijwillig, gedwongen = herkomst.lp
        record_landmedewerking(
            door=beheerder,
            land=herkomst.land,
            lp_vrijwillig=vrijwillig,
            lp_gedwongen=gedwongen,
            per=vandaag - _BEKEND,
            bron="Verzonnen voor de demo",
            vandaag=vandaag,
        )
