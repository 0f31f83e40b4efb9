"""How a file that somebody asked for stands."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from verantwoord.taken import werker
from verantwoord.taken.queries import stand_of
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.uitvoer.models import Uitvoer


@dataclass(frozen=True, kw_only=True)
class Uitvoerstand:
    """``stand``: the file is there, waits, waits while no worker runs, or could not be made."""

    stand: Literal["klaar", "wacht", "geen_werker", "mislukt"]
    aantal: int
    vervalt_op: datetime | None


def stand_van_uitvoer(uitvoer_id: UUID, *, viewer: Medewerker) -> Uitvoerstand | None:
    """``None`` when it is not there, not yours or expired."""
    uitvoer = Uitvoer.objects.visible_to(viewer).defer("inhoud").filter(pk=uitvoer_id).first()
    if uitvoer is None:
        return None
    return Uitvoerstand(
        stand=_stand(uitvoer, viewer), aantal=uitvoer.aantal or 0, vervalt_op=uitvoer.vervalt_op
    )


def _stand(uitvoer: Uitvoer, viewer: Medewerker) -> Literal["klaar", "wacht", "geen_werker", "mislukt"]:
    if uitvoer.gemaakt_op is not None:
        return "klaar"
    if uitvoer.taak is None or stand_of(uitvoer.taak, viewer=viewer) not in {"wacht", "loopt"}:
        return "mislukt"
    return "wacht" if werker.leeft() else "geen_werker"
