"""Questions about messages. Only who repairs what could not be taken in may read them."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from verantwoord.kern.overdracht.gaten import gaten
from verantwoord.keten.models import InkomendBericht
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie

AFZENDERS = (Organisatie.AVIM, Organisatie.IND, Organisatie.KMAR)


@dataclass(frozen=True, kw_only=True)
class Gat:
    """A run of sequence numbers of one sender that has not arrived; both ends are missing."""

    afzender: str
    van: int
    tot: int


def quarantaine(*, viewer: Medewerker) -> QuerySet[InkomendBericht]:
    """Messages that wait for somebody, oldest first, without their content."""
    return (
        InkomendBericht.objects.visible_to(viewer)
        .in_quarantaine()
        .defer("inhoud")
        .select_related("aangeleverd_door")
        .order_by("binnen_op", "pk")
    )


def bericht_of(bericht_pk: UUID, *, viewer: Medewerker) -> InkomendBericht:
    """One message, whole. Raises ``InkomendBericht.DoesNotExist``, also when not allowed."""
    return (
        InkomendBericht.objects.visible_to(viewer)
        .select_related("aangeleverd_door", "gesloten_door")
        .get(pk=bericht_pk)
    )


def gaten_per_afzender(*, viewer: Medewerker | None = None) -> Iterator[Gat]:
    """Which numbers are missing between the lowest and highest that arrived, per sender and in order.

    Every readable transfer counts, also one in quarantine. Numbers name nobody, so the import may tell whoever ran it.
    """
    del viewer
    for afzender in AFZENDERS:
        nummers = InkomendBericht.objects.filter(
            soort=InkomendBericht.Soort.OVERDRACHT, afzender=afzender, volgnummer__isnull=False
        ).order_by("volgnummer")
        for van, tot in gaten(nummers.values_list("volgnummer", flat=True).iterator(chunk_size=5000)):
            yield Gat(afzender=afzender, van=van, tot=tot)
