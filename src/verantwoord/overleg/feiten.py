"""From the entries about meetings to facts, and back."""

from collections.abc import Collection, Iterator
from uuid import UUID

from django.db import models

from verantwoord.dossier.feiten import Delen, Feitenbron, lijsten_of, register, rijen_voor
from verantwoord.kern import dossierbeeld as kern
from verantwoord.overleg.models import Overlegpunt


def _lees(dossiers: Collection[UUID]) -> dict[UUID, Delen]:
    return {
        dossier_id: {"overleg": punten}
        for dossier_id, punten in lijsten_of(Overlegpunt, kern.Overlegpunt, dossiers).items()
    }


def _maak(beeld: kern.Dossierbeeld, dossier_id: UUID) -> Iterator[models.Model]:
    return rijen_voor(Overlegpunt, beeld.overleg, dossier_id)


def register_feiten() -> None:
    register(Feitenbron(delen=("overleg",), lees=_lees, maak=_maak))
