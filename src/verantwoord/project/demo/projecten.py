"""Invented projects in the catalogue of a demo; each says of itself that it is an example."""

import json
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from verantwoord.ondersteuning.models import Aanbod

_BESTAND = Path(__file__).with_name("projecten.json")


def maak_projecten(vandaag: date) -> None:
    """Add the example projects; their days count from ``vandaag``, so that one has ended and others still run."""
    rijen = json.loads(_BESTAND.read_text(encoding="utf-8"))
    Aanbod.objects.bulk_create(_aanbod(rij, vandaag) for rij in rijen)


def _aanbod(rij: dict[str, Any], vandaag: date) -> Aanbod:
    nagevraagd, nog = rij.pop("nagevraagd"), rij.pop("nog", None)
    return Aanbod(
        **rij,
        contact="Verzonnen organisatie: er is niemand om te bellen.",
        bron="Verzonnen voor de demo",
        nagekeken_op=vandaag - timedelta(days=nagevraagd),
        tot=None if nog is None else vandaag + timedelta(days=nog),
        voorbeeld=True,
    )
