"""Questions about jobs: how they stand, for who looks after the program. Arguments are shown to nobody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final, Literal

from django.db.models import Max, QuerySet
from django.utils.functional import Promise
from procrastinate.contrib.django.models import ProcrastinateJob

from verantwoord.taken.register import TAKEN
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

Stand = Literal["wacht", "loopt", "mislukt", "gedaan"]
PER_LIJST: Final = 50
_STAND: Final[dict[str, Stand]] = {
    "todo": "wacht",
    "doing": "loopt",
    "failed": "mislukt",
    "aborted": "mislukt",
    "cancelled": "gedaan",
    "succeeded": "gedaan",
}


@dataclass(frozen=True, kw_only=True)
class Taakregel:
    """One job as the list shows it: what it does, how it stands, since when, and how often it was tried."""

    id: int
    titel: Promise | str
    stand: Stand
    sinds: datetime | None
    niet_voor: datetime | None
    pogingen: int


@dataclass(frozen=True, kw_only=True)
class Takenoverzicht:
    """What waits and runs, what failed, and what was done last; each list is cut at ``PER_LIJST``."""

    mislukt: Sequence[Taakregel]
    bezig: Sequence[Taakregel]
    gedaan: Sequence[Taakregel]


def overzicht(*, viewer: Medewerker) -> Takenoverzicht:
    """How the jobs stand, newest first; three queries however many there are. Empty without the right to see them."""
    if not viewer.heeft(Recht.TAKEN_BEHEREN):
        return Takenoverzicht(mislukt=(), bezig=(), gedaan=())
    alle = ProcrastinateJob.objects.defer("args").annotate(sinds=Max("procrastinateevent__at"))
    return Takenoverzicht(
        mislukt=_regels(alle.filter(status__in=["failed", "aborted"]).order_by("-pk")),
        bezig=_regels(alle.filter(status__in=["doing", "todo"]).order_by("pk")),
        gedaan=_regels(alle.filter(status__in=["succeeded", "cancelled"]).order_by("-pk")),
    )


def stand_of(taak_id: int, *, viewer: Medewerker) -> Stand | None:
    """How a job stands that the viewer asked for; ``None`` when it is not theirs or was cleared away."""
    rij = ProcrastinateJob.objects.filter(pk=taak_id, args__door=str(viewer.pk)).values_list("status").first()
    return _STAND[rij[0]] if rij else None


def _regels(taken: QuerySet[ProcrastinateJob]) -> list[Taakregel]:
    return [
        Taakregel(
            id=taak.pk,
            titel=TAKEN[taak.task_name].titel if taak.task_name in TAKEN else taak.task_name,
            stand=_STAND[taak.status],
            sinds=taak.sinds,  # type: ignore[attr-defined]  # the annotation above
            niet_voor=taak.scheduled_at,
            pogingen=taak.attempts,
        )
        for taak in taken[:PER_LIJST]
    ]
