"""From toetsingen and signals to facts, and back."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.db import models

from verantwoord.dossier.feiten import (
    Delen,
    Feitenbron,
    als_waarden,
    bekenden,
    lijsten_of,
    register,
    rijen_voor,
)
from verantwoord.kern import dossierbeeld as kern
from verantwoord.toetsing.models import Signaal, Toetsing
from verantwoord.toetsing.tekst import vinger_van

_VELDEN = [veld for veld in kern.Toetsing.__struct_fields__ if veld != "door"]


def _lees(dossiers: Collection[UUID]) -> dict[UUID, Delen]:
    delen: dict[UUID, dict[str, Any]] = defaultdict(dict)
    rijen = Toetsing.objects.filter(dossier__in=dossiers).order_by("dossier_id", "volgorde")
    for rij in rijen.values("dossier_id", "door_naam", *_VELDEN):
        rij["door"] = rij.pop("door_naam")
        delen[rij.pop("dossier_id")].setdefault("toetsingen", []).append(rij)
    for dossier_id, signalen in lijsten_of(Signaal, kern.Signaal, dossiers).items():
        delen[dossier_id]["signalen"] = signalen
    return dict(delen)


def _maak(beeld: kern.Dossierbeeld, dossier_id: UUID) -> Iterator[models.Model]:
    namen = {toetsing.door for toetsing in beeld.toetsingen}
    bekend = bekenden(namen)
    for volgorde, toetsing in enumerate(beeld.toetsingen):
        waarden = als_waarden(toetsing)
        naam = waarden.pop("door")
        yield Toetsing(
            dossier_id=dossier_id,
            volgorde=volgorde,
            door=bekend.get(naam),
            door_naam=naam,
            afweging_vinger=vinger_van(toetsing.afweging),
            **waarden,
        )
    yield from rijen_voor(Signaal, beeld.signalen, dossier_id)


def register_feiten() -> None:
    register(Feitenbron(delen=("toetsingen", "signalen"), lees=_lees, maak=_maak))
