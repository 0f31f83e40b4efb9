"""Dossiers in which departure is at hand, from the timeline of the core's tests. All people are invented."""

import json
import re
from datetime import date, timedelta
from typing import Any

from tests.dossier.factories import MedewerkerFactory
from tests.kern.bouw import OP, Deel, alles_mag, zonder
from verantwoord.dossier.actions import assign_regievoerder, import_dossierbeeld
from verantwoord.dossier.models import Dossier
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.toegang.actions import systeem

DAG = date.fromisoformat(OP)
_DATUM = re.compile(r"\d{4}-\d{2}-\d{2}")


def klaar_voor_vertrek(**anders: Any) -> Deel:
    """Every norm lets a departure go ahead on ``DAG``; nothing is booked, nobody is absent, nobody is detained."""
    return zonder(alles_mag(), "uitkomst", "bewaringen", "meldplichten", "afwezigheid") | anders


def maak_dossier(feiten: Deel, *, vandaag: date | None = None) -> Dossier:
    """Take the facts over as a dossier with a regievoerder; with ``vandaag`` all days move so that ``DAG`` is today."""
    tekst = json.dumps(feiten)
    if vandaag is not None:
        verschil = vandaag - DAG
        tekst = _DATUM.sub(lambda dag: _later(dag[0], verschil), tekst)
    beeld = lees_dossierbeeld(tekst.encode())
    dossier = import_dossierbeeld(door=systeem(), beeld=beeld)
    regievoerder = MedewerkerFactory()
    Dossier.objects.filter(pk=dossier.pk).update(team=regievoerder.team)
    manager = MedewerkerFactory(team=regievoerder.team, manager=True)
    return assign_regievoerder(door=manager, dossier_id=dossier.pk, regievoerder=regievoerder)


def _later(dag: str, verschil: timedelta) -> str:
    try:
        return (date.fromisoformat(dag) + verschil).isoformat()
    except ValueError:
        return dag  # a birth date with unknown parts
