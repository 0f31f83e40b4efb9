"""From rows to the ``gesprekken`` of the dossierbeeld and back."""

from collections.abc import Collection, Iterator, Mapping
from uuid import UUID

from django.db import models

from verantwoord.dossier.feiten import Delen, Feitenbron, lijsten_of, register, rijen_voor
from verantwoord.kern import dossierbeeld as kern
from verantwoord.vertrekgesprek.models import Gesprek


def lees(dossiers: Collection[UUID]) -> Mapping[UUID, Delen]:
    lijsten = lijsten_of(Gesprek, kern.Gesprek, dossiers)
    return {dossier_id: {"gesprekken": gesprekken} for dossier_id, gesprekken in lijsten.items()}


def maak(beeld: kern.Dossierbeeld, dossier_id: UUID) -> Iterator[models.Model]:
    yield from rijen_voor(Gesprek, beeld.gesprekken, dossier_id)


def register_feiten() -> None:
    register(Feitenbron(delen=("gesprekken",), lees=lees, maak=maak))
