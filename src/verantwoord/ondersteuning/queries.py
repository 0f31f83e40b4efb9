"""Questions about wishes. All of them start with who is asking."""

from uuid import UUID

from django.db.models import F, Q, QuerySet

from verantwoord.ondersteuning.models import Soort, Wens
from verantwoord.toegang.models import Medewerker

_WACHT = Q(vervolg__isnull=True) & ~Q(soort=Soort.GEEN_WENS_GEUIT)


def wensen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Wens]:
    """Every wish of one dossier with its earlier judgments and answers: what waits first, then by date."""
    return (
        Wens.objects.visible_to(viewer)
        .filter(dossier=dossier_id)
        .annotate(wacht=_WACHT)
        .prefetch_related("stappen")
        .order_by(F("wacht").desc(), "geuit_op", "volgorde")
    )


def wens_of(dossier_id: UUID, wens_id: UUID, *, viewer: Medewerker) -> Wens:
    """One wish of this dossier. Raises ``Wens.DoesNotExist``, also when the viewer may not see the dossier."""
    return wensen_of(dossier_id, viewer=viewer).get(pk=wens_id)


def open_wensen_of(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Wens]:
    """The wishes of one dossier that wait for an answer, oldest first."""
    return Wens.objects.visible_to(viewer).filter(_WACHT, dossier=dossier_id).order_by("geuit_op", "volgorde")
