from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from verantwoord.bewaking.models import Stand
from verantwoord.bewaking.queries import getoond, keuze_van
from verantwoord.dossier.models import Vervanging
from verantwoord.dossier.queries import kandidaten_of
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.queries import teamleden
from verantwoord.toegang.rechten import Rol
from verantwoord.vertrekgesprek.models import Gesprek
from verantwoord.werkplek.lijst import einde_van_week

# Beyond this many rows a form is no longer read; the rest comes after these are given away.
MEESTE_TEGELIJK: Final = 200
VOORUIT: Final = timedelta(days=14)


@dataclass(frozen=True, kw_only=True)
class Werk:
    """The work of one regievoerder: open dossiers, those with a duty up to Sunday, talks planned for two weeks."""

    wie: Medewerker | None
    open: int
    deze_week: int
    gesprekken: int
    waarneming: Vervanging | None = None


def werkverdeling(*, viewer: Medewerker, vandaag: date) -> list[Werk]:
    """The work of the viewer's team by name, and last what nobody has yet; the same few queries for any team."""
    zondag = einde_van_week(vandaag)
    tellingen: dict[UUID | None, Mapping[str, Any]] = {
        rij["regievoerder"]: rij
        for rij in Stand.objects.visible_to(viewer)
        .filter(gesloten=False, team=viewer.team_id)
        .order_by()
        .values("regievoerder")
        .annotate(open=Count("*"), deze_week=Count("dossier", filter=Q(volgende_op__lte=zondag)))
    }
    gesprekken: dict[UUID | None, int] = dict(
        Gesprek.objects.visible_to(viewer)
        .filter(status="gepland", gepland_op__range=(vandaag, vandaag + VOORUIT))
        .order_by()
        .values_list("dossier__regievoerder", Count("pk"))
    )
    waarnemingen = {
        v.regievoerder_id: v for v in waarnemingen_of(viewer=viewer, vandaag=vandaag) if v.van <= vandaag
    }
    met_werk = Medewerker.objects.filter(pk__in=[pk for pk in tellingen if pk is not None])
    mensen = (teamleden(viewer=viewer).filter(rol=Rol.REGIEVOERDER) | met_werk).order_by("naam")

    def werk(wie: Medewerker | None, pk: UUID | None) -> Werk:
        telling = tellingen.get(pk, {"open": 0, "deze_week": 0})
        return Werk(
            wie=wie,
            open=telling["open"],
            deze_week=telling["deze_week"],
            gesprekken=gesprekken.get(pk, 0),
            waarneming=waarnemingen.get(pk) if pk else None,
        )

    verdeling = [werk(wie, wie.pk) for wie in mensen.distinct()]
    return [*verdeling, werk(None, None)] if None in tellingen else verdeling


def waarnemingen_of(*, viewer: Medewerker, vandaag: date) -> list[Vervanging]:
    """Who stands in for whom in the viewer's team, now or later."""
    rijen = Vervanging.objects.visible_to(viewer).filter(tot__gte=vandaag)
    return list(rijen.select_related("regievoerder", "vervanger"))


def waargenomen_door(*, viewer: Medewerker, vandaag: date) -> list[Vervanging]:
    """For whom the viewer stands in today."""
    rijen = Vervanging.objects.visible_to(viewer).op(vandaag).filter(vervanger=viewer)
    return list(rijen.select_related("regievoerder"))


def over_te_dragen(*, viewer: Medewerker, van: Medewerker | None) -> list[Stand]:
    """The open dossiers of one colleague, or of nobody, in the order of work lists; the first ``MEESTE_TEGELIJK``."""
    standen = keuze_van(viewer=viewer, van="team").filter(regievoerder=van)
    return list(getoond(standen, viewer=viewer, aantal=MEESTE_TEGELIJK))


def collega_of(medewerker_id: UUID, *, viewer: Medewerker) -> Medewerker:
    """Somebody of the viewer's team, also one who left. Raises ``Medewerker.DoesNotExist``."""
    return Medewerker.objects.exclude(team=None).get(pk=medewerker_id, team=viewer.team_id)


def waarnemers_of(*, viewer: Medewerker) -> QuerySet[Medewerker]:
    """The regievoerders of the viewer's team."""
    return teamleden(viewer=viewer).filter(rol=Rol.REGIEVOERDER)


def teamnamen(*, viewer: Medewerker) -> list[tuple[str, str]]:
    """The regievoerders of the viewer's team as choices: key and name."""
    return [(str(pk), naam) for pk, naam in waarnemers_of(viewer=viewer).values_list("pk", "naam")]


def ontvangers_of(*, viewer: Medewerker, behalve: Medewerker | None) -> QuerySet[Medewerker]:
    """To whom dossiers may be given."""
    kandidaten = kandidaten_of(viewer=viewer)
    return kandidaten.exclude(pk=behalve.pk) if behalve else kandidaten


def totaal(verdeling: Iterable[Werk]) -> int:
    return sum(werk.open for werk in verdeling)
