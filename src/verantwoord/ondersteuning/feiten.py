"""From rows to the ``wensen`` of the dossierbeeld and back."""

from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from django.db import models

from verantwoord.dossier.feiten import Delen, Feitenbron, lijsten_of, register, rijen_voor
from verantwoord.kern import dossierbeeld as kern
from verantwoord.ondersteuning.models import Wens


def lees(dossiers: Collection[UUID]) -> Mapping[UUID, Delen]:
    lijsten = lijsten_of(Wens, kern.Wens, dossiers)
    return {dossier_id: {"wensen": wensen} for dossier_id, wensen in lijsten.items()}


def maak(beeld: kern.Dossierbeeld, dossier_id: UUID) -> Iterator[models.Model]:
    yield from rijen_voor(Wens, beeld.wensen, dossier_id)


def register_feiten() -> None:
    register(Feitenbron(delen=("wensen",), lees=lees, maak=maak))
