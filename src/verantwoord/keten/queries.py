"""Questions about messages. Only who repairs what could not be taken in may read them."""

from collections.abc import Iterator
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet

from verantwoord.kern.overdracht.gaten import gaten
from verantwoord.keten.models import InkomendBericht
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie

PER_PAGINA = 25
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


def pagina(
    berichten: QuerySet[InkomendBericht], *, na: UUID | None
) -> tuple[list[InkomendBericht], UUID | None]:
    """One page of a list of messages after the one given, and the last of it when there is more."""
    vorige = na and InkomendBericht.objects.filter(pk=na).values_list("binnen_op", "pk").first()
    if vorige:
        later = Q(binnen_op__gt=vorige[0]) | Q(binnen_op=vorige[0], pk__gt=vorige[1])
        berichten = berichten.filter(later)
    rijen = list(berichten[: PER_PAGINA + 1])
    return rijen[:PER_PAGINA], rijen[PER_PAGINA - 1].pk if len(rijen) > PER_PAGINA else None


def bericht_of(bericht_pk: UUID, *, viewer: Medewerker) -> InkomendBericht | None:
    """One message, whole; ``None`` when it is not there or not for this viewer.

    What was taken in belongs to a dossier from then on, and is seen there by whoever may see that.
    """
    berichten = InkomendBericht.objects.visible_to(viewer).exclude(
        status__in=[InkomendBericht.Status.OPGENOMEN, InkomendBericht.Status.DUBBEL]
    )
    return berichten.select_related("aangeleverd_door", "gesloten_door").filter(pk=bericht_pk).first()


def gaten_per_afzender(*, viewer: Medewerker | None = None) -> Iterator[Gat]:
    """Which numbers are missing between the lowest and highest that arrived, per sender and in order.

    Every readable transfer counts, also one in quarantine. Numbers name nobody, so the import may tell whoever ran it.
    """
    del viewer
    for afzender in AFZENDERS:
        nummers = InkomendBericht.objects.filter(
            soort=InkomendBericht.Soort.OVERDRACHT, afzender=afzender, volgnummer__isnull=False
        ).order_by("volgnummer")
        oplopend = nummers.values_list("volgnummer", flat=True).iterator(chunk_size=5000)
        for van, tot in gaten(nummer for nummer in oplopend if nummer is not None):
            yield Gat(afzender=afzender, van=van, tot=tot)
