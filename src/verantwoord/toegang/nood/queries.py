"""Questions about emergencies: one's own that run, and those that somebody else must look at."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Now

from verantwoord.toegang.models import Inzage, Medewerker
from verantwoord.toegang.nood.models import Noodtoegang
from verantwoord.toegang.rechten import Recht

PER_PAGINA = 25


def lopende_noodtoegang(*, viewer: Medewerker) -> QuerySet[Noodtoegang]:
    """One's own that are open now, by the clock of the database."""
    return Noodtoegang.objects.filter(medewerker=viewer, vanaf__lte=Now(), tot__gt=Now()).order_by("tot")


def noodtoegang_of(noodtoegang_id: UUID, *, viewer: Medewerker) -> Noodtoegang | None:
    """One emergency, for who opened it and who reviews it."""
    gevonden = Noodtoegang.objects.visible_to(viewer).filter(pk=noodtoegang_id)
    return gevonden.select_related("medewerker", "beoordeeld_door").first()


def te_beoordelen(*, viewer: Medewerker) -> QuerySet[Noodtoegang]:
    """What waits for a review by this viewer, the first to be done first; never one's own."""
    if not (viewer.heeft(Recht.NOODTOEGANG_BEOORDELEN) or viewer.heeft(Recht.INZAGELOG_BEKIJKEN)):
        return Noodtoegang.objects.none()
    return (
        Noodtoegang.objects.visible_to(viewer)
        .filter(oordeel__isnull=True)
        .exclude(medewerker=viewer)
        .select_related("medewerker")
        .order_by("beoordelen_voor", "pk")
    )


def beoordeeld(*, viewer: Medewerker, na: Noodtoegang | None = None) -> Sequence[Noodtoegang]:
    """What was reviewed, the latest first, one page and one more to know whether there is a next."""
    gedaan = Noodtoegang.objects.visible_to(viewer).filter(oordeel__isnull=False)
    if na is not None:
        gedaan = gedaan.filter(
            Q(beoordeeld_op__lt=na.beoordeeld_op) | Q(beoordeeld_op=na.beoordeeld_op, pk__lt=na.pk)
        )
    gedaan = gedaan.select_related("medewerker", "beoordeeld_door")
    return list(gedaan.order_by("-beoordeeld_op", "-pk")[: PER_PAGINA + 1])


def aantal_te_laat(*, viewer: Medewerker, op: date) -> int:
    """How many of those are past their last day."""
    return te_beoordelen(viewer=viewer).filter(beoordelen_voor__lt=op).count()


def inzagen_onder(gegeven: Noodtoegang, *, viewer: Medewerker) -> QuerySet[Inzage]:
    """The looks that were made under one emergency, in order; for who may see the emergency itself."""
    if not Noodtoegang.objects.visible_to(viewer).filter(pk=gegeven.pk).exists():
        return Inzage.objects.none()
    return Inzage.objects.filter(
        medewerker_id=gegeven.medewerker_id,
        dossier_id=gegeven.dossier_id,
        onderdeel="noodtoegang:bekijken",
        moment__gte=gegeven.vanaf,
        moment__lt=gegeven.tot,
    ).order_by("moment", "pk")


def noodtoegang_bij(dossier_id: UUID) -> QuerySet[Noodtoegang]:
    """Every time one dossier was opened in an emergency, the latest first. Ask only with a dossier that may be seen."""
    gevonden = Noodtoegang.objects.filter(dossier_id=dossier_id)
    return gevonden.select_related("medewerker").order_by("-vanaf", "-pk")
