"""Questions about wishes. All of them start with who is asking."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.kalender import plus_dagen
from verantwoord.ondersteuning.keuzes import Soort
from verantwoord.ondersteuning.models import Wens
from verantwoord.toegang.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Wensregel:
    """A wish and, while it waits, the last day for an answer (norm vertrekwens-vastleggen)."""

    wens: Wens
    uiterlijk_op: date | None


_WACHT = Q(vervolg__isnull=True) & ~Q(soort=Soort.GEEN_WENS_GEUIT)


def wensen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Wens]:
    """Every wish of one dossier with its earlier judgments and answers: what waits first, then by date."""
    return (
        Wens.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .annotate(wacht=_WACHT)
        .select_related("dossier__persoon")
        .prefetch_related("stappen")
        .order_by(F("wacht").desc(), "geuit_op", "volgorde")
    )


def wens_of(dossier_id: UUID, wens_id: UUID, *, viewer: Medewerker) -> Wens:
    """One wish of this dossier. Raises ``Wens.DoesNotExist``, also when the viewer may not see the dossier."""
    return wensen_of(dossier_id, viewer=viewer).get(pk=wens_id)


def open_wensen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Wens]:
    """The wishes of one dossier that wait for an answer, oldest first."""
    return Wens.objects.visible_to(viewer).filter(_WACHT, dossier=dossier_id).order_by("geuit_op", "volgorde")


def wensregels_of(dossier_id: UUID, *, viewer: Medewerker, peildatum: date) -> list[Wensregel]:
    """The wishes of one dossier as a page shows them."""
    dagen = geldende_parameters().op(peildatum)["vertrekwens-vastleggen.opvolging"]
    return [
        Wensregel(wens=wens, uiterlijk_op=plus_dagen(wens.geuit_op, dagen) if wens.is_open else None)
        for wens in wensen_of(dossier_id, viewer=viewer)
    ]
