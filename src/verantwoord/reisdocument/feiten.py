"""From travel documents and LP requests to facts, and back."""

from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import Any
from uuid import UUID

from django.db import models

from verantwoord.dossier.feiten import Delen, Feitenbron, lijsten_of, register, rijen_voor
from verantwoord.kern import dossierbeeld as kern
from verantwoord.reisdocument.models import LPAanvraag, Reisdocument


def _lees(dossiers: Collection[UUID]) -> dict[UUID, Delen]:
    delen: dict[UUID, dict[str, Any]] = defaultdict(dict)
    for dossier_id, documenten in lijsten_of(Reisdocument, kern.Reisdocument, dossiers).items():
        delen[dossier_id]["reisdocumenten"] = documenten
    for dossier_id, aanvragen in lijsten_of(LPAanvraag, kern.LPAanvraag, dossiers).items():
        delen[dossier_id]["lp_aanvragen"] = aanvragen
    return dict(delen)


def _maak(beeld: kern.Dossierbeeld, dossier_id: UUID) -> Iterator[models.Model]:
    yield from rijen_voor(Reisdocument, beeld.reisdocumenten, dossier_id)
    yield from rijen_voor(LPAanvraag, beeld.lp_aanvragen, dossier_id)


def register_feiten() -> None:
    register(Feitenbron(delen=("reisdocumenten", "lp_aanvragen"), lees=_lees, maak=_maak))
