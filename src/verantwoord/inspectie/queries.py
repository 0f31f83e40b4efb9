"""Which onderzoeken and reports somebody sees, and from which dossiers a sample is drawn."""

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from uuid import UUID

from django.db import connection
from django.db.models import Count, Q, QuerySet

from verantwoord.inspectie.models import (
    Aanbeveling,
    Getrokken,
    Meetpunt,
    Onderzoek,
    Reactieverzoek,
    Trekking,
)
from verantwoord.kern.steekproef import Lid, Steekproefplan, Verdeling, plaatsnamen, trek, verdeel
from verantwoord.kern.steekproef import Stratum as Kernstratum
from verantwoord.kwaliteit.sql import WOONT
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht, Rol

# What a view names as a type it asks for here.
__all__ = [
    "Aanbeveling",
    "Meetpunt",
    "Narekening",
    "Onderzoek",
    "Trekking",
    "inspecteurs",
    "onderzoek_of",
    "onderzoeken_of",
    "open_verzoeken",
    "plaats_of",
    "plaatsen_of",
    "plan_van",
    "populatie",
    "rapport_of",
    "rapporten_of",
    "reken_na",
    "tel_populatie",
]

_POPULATIE = f"""
    select d.nummer, v.soort, v.locatie
    from dossier_dossier d left join lateral ({WOONT}) v on true
    where d.ontvangen_op <= %(tot)s
"""  # noqa: S608 - names of our own, values apart


def populatie(*, peildatum: date, viewer: Medewerker) -> list[Lid]:
    """Every dossier received up to ``peildatum``, open or closed, with where the person lives that day or lived last.

    The same dossiers and the same place as the kwaliteitsmeting counts. Raises ``GeenToegang``.
    """
    require(viewer, Recht.STEEKPROEF_TREKKEN)
    with als_systeem(), connection.cursor() as cursor:
        cursor.execute(_POPULATIE, {"tot": peildatum})
        rijen = cursor.fetchall()
    namen = {waar: plaatsnamen(*waar) if waar[1] else frozenset() for waar in {rij[1:] for rij in rijen}}
    return [Lid(nummer, namen[soort, locatie]) for nummer, soort, locatie in rijen]


def plan_van(onderzoek: Onderzoek, *, seed: int) -> Steekproefplan:
    """The plan of an onderzoek in the shape in which a sample is drawn; for who locked it."""
    return Steekproefplan(
        seed=seed,
        strata=tuple(
            Kernstratum(naam=stratum.naam, aantal=stratum.aantal, locaties=tuple(stratum.locaties))
            for stratum in onderzoek.strata.order_by("volgorde")
        ),
    )


def tel_populatie(onderzoek: Onderzoek, *, viewer: Medewerker) -> Verdeling:
    """How many dossiers each stratum of the plan holds on its day; numbers of dossiers are in it, so it is not shown."""
    assert onderzoek.peildatum is not None  # noqa: S101 - the page asks only when there is a day
    return verdeel(plan_van(onderzoek, seed=0), populatie(peildatum=onderzoek.peildatum, viewer=viewer))


@dataclass(frozen=True, kw_only=True)
class Narekening:
    """What came out of drawing again: whether the population and the draw are those of then."""

    zelfde_populatie: bool
    zelfde_trekking: bool
    populatie: int
    populatie_sha256: str


def reken_na(trekking: Trekking, *, viewer: Medewerker) -> Narekening:
    """Draw again with the same plan, day and seed, and lay it beside what was kept. Raises what a draw raises."""
    opnieuw = trek(
        plan_van(trekking.onderzoek, seed=trekking.seed),
        populatie(peildatum=trekking.peildatum, viewer=viewer),
    )
    nummers = "".join(f"{getrokken.dossiernummer}\n" for getrokken in opnieuw.trekking)
    return Narekening(
        zelfde_populatie=opnieuw.populatie_sha256 == trekking.populatie_sha256,
        zelfde_trekking=sha256(nummers.encode()).hexdigest() == trekking.trekking_sha256,
        populatie=opnieuw.populatie,
        populatie_sha256=opnieuw.populatie_sha256,
    )


def plaatsen_of(trekking: Trekking) -> QuerySet[Getrokken]:
    """The places of a draw that are read, in its order; those that were replaced are left out."""
    return (
        Getrokken.objects.filter(trekking=trekking, vervangen_door__isnull=True)
        .select_related("stratum")
        .order_by("stratum__volgorde", "volgorde")
    )


def plaats_of(getrokken_id: UUID, *, onderzoek: Onderzoek) -> Getrokken:
    """One place of the draw of an onderzoek that the viewer works on. Raises ``DoesNotExist``."""
    return Getrokken.objects.select_related("stratum").get(pk=getrokken_id, trekking__onderzoek=onderzoek)


def onderzoeken_of(*, viewer: Medewerker) -> QuerySet[Onderzoek]:
    """The onderzoeken one works on, the latest first, with how much is in each."""
    return (
        Onderzoek.objects.worked_on_by(viewer)
        .annotate(
            aantal_getrokken=Count(
                "trekking__getrokken", filter=Q(trekking__getrokken__vervangt__isnull=True), distinct=True
            )
        )
        .order_by("-gestart_op", "titel")
    )


def onderzoek_of(onderzoek_id: UUID, *, viewer: Medewerker) -> Onderzoek:
    """One that the viewer works on. Raises ``DoesNotExist``."""
    return Onderzoek.objects.worked_on_by(viewer).get(pk=onderzoek_id)


def rapporten_of(*, viewer: Medewerker) -> QuerySet[Onderzoek]:
    """What was published, the latest first."""
    return (
        Onderzoek.objects.visible_to(viewer)
        .filter(gepubliceerd_op__isnull=False)
        .annotate(aantal_aanbevelingen=Count("aanbevelingen"))
        .order_by("-gepubliceerd_op", "titel")
    )


def rapport_of(onderzoek_id: UUID, *, viewer: Medewerker) -> Onderzoek:
    """One published report. Raises ``DoesNotExist``."""
    return Onderzoek.objects.visible_to(viewer).filter(gepubliceerd_op__isnull=False).get(pk=onderzoek_id)


def inspecteurs(*, viewer: Medewerker) -> QuerySet[Medewerker]:
    """Who may be asked to work on an onderzoek, by name."""
    require(viewer, Recht.ONDERZOEK_UITVOEREN)
    return Medewerker.objects.filter(rol=Rol.INSPECTIE, is_active=True).order_by("naam")


def open_verzoeken(*, viewer: Medewerker) -> QuerySet[Reactieverzoek]:
    """What the viewer's organisation still owes an answer to, the earliest day first; nothing for who may not give one."""
    if not viewer.heeft(Recht.AANBEVELING_BEANTWOORDEN):
        return Reactieverzoek.objects.none()
    return (
        Reactieverzoek.objects.filter(
            organisatie=viewer.organisatie,
            reacties__isnull=True,
            aanbeveling__onderzoek__in=Onderzoek.objects.visible_to(viewer),
        )
        .select_related("aanbeveling__onderzoek")
        .order_by("uiterlijk", "pk")
    )
