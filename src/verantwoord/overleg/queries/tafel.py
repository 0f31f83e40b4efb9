"""Meetings, series and their agendas."""

from datetime import date
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Prefetch, Q, QuerySet

from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.overleg.keuzes import Overlegstand
from verantwoord.overleg.models import (
    Agendapunt,
    Deelnemer,
    Overleg,
    Overlegreeks,
    Stem,
    Verslag,
)
from verantwoord.overleg.puntdossiers import puntdossiers
from verantwoord.overleg.stand import Puntstand, puntstand
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Recht

BIJ_DOSSIERS = Prefetch("dossiers", puntdossiers())


def reeksen_of(*, viewer: Medewerker) -> QuerySet[Overlegreeks]:
    """The series at whose table this person sits."""
    return Overlegreeks.objects.visible_to(viewer).order_by("naam")


def overleggen_of(*, viewer: Medewerker, van: date, tot: date) -> QuerySet[Overleg]:
    """The meetings at whose table this person sits, between two days, with the number of items that stand."""
    staat = Q(punten__doorgeschoven_op__isnull=True, punten__isnull=False)
    return (
        Overleg.objects.visible_to(viewer)
        .filter(datum__range=(van, tot))
        .select_related("reeks")
        .prefetch_related("deelnemers")
        .annotate(aantal_punten=Count("punten", filter=staat), heeft_verslag=Exists(_verslagen()))
        .order_by("datum", "begin", "naam")
    )


def _verslagen() -> QuerySet[Verslag]:
    return Verslag.objects.filter(overleg=OuterRef("pk"))


def overleg_of(overleg_id: UUID, *, viewer: Medewerker) -> Overleg:
    """One meeting with its table. Raises ``Overleg.DoesNotExist``, also for who does not sit there."""
    overleggen = Overleg.objects.visible_to(viewer).select_related("reeks", "verslag")
    tafel = Deelnemer.objects.select_related("team", "medewerker").order_by("pk")
    return overleggen.prefetch_related(Prefetch("deelnemers", tafel)).get(pk=overleg_id)


def agenda_of(overleg: Overleg, *, viewer: Medewerker) -> list[tuple[Agendapunt, Puntstand]]:
    """The items of a meeting in the order of its agenda, each with where it stands; a fixed number of questions."""
    return met_stand(Agendapunt.objects.visible_to(viewer).filter(overleg=overleg).op_volgorde())


def met_stand(punten: QuerySet[Agendapunt]) -> list[tuple[Agendapunt, Puntstand]]:
    rijen = punten.select_related("overleg").prefetch_related(
        BIJ_DOSSIERS,
        "overleg__deelnemers",
        "tegenspraken",
        "acties",
        Prefetch("stemmen", Stem.objects.order_by("nummer")),
    )
    parameters = geldende_parameters()
    return [
        (
            punt,
            puntstand(
                punt,
                deelnemers=punt.overleg.deelnemers.all() if punt.overleg is not None else (),
                tegenspraken=list(punt.tegenspraken.all()),
                stemmen=punt.stemmen.all(),
                parameters=parameters,
            ),
        )
        for punt in rijen
    ]


def te_vullen(*, viewer: Medewerker, van: date, tot: date) -> list[UUID]:
    """Which planned meetings the nightly job fills, the earliest first: a case waits for the first of them."""
    overleggen = Overleg.objects.all() if viewer.is_systeem else Overleg.objects.visible_to(viewer)
    gepland = overleggen.filter(stand=Overlegstand.GEPLAND, datum__range=(van, tot))
    return list(gepland.order_by("datum", "begin", "pk").values_list("pk", flat=True))


def gastteams_of(*, viewer: Medewerker) -> QuerySet[Team]:
    """The teams one can ask as a guest of an item: those of organisations that do not sit at the table."""
    if not viewer.heeft(Recht.OVERLEG_INBRENGEN):
        return Team.objects.none()
    return Team.objects.exclude(organisatie__in=VASTE_PARTNERS).order_by("organisatie", "naam")
