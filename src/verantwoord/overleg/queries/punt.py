"""Items: one, those of a dossier, and what waits for somebody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Prefetch, Q, QuerySet

from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.overleg.keuzes import LKO_SOORTEN, Besluit, Overlegstand, Vorm
from verantwoord.overleg.models import (
    Actie,
    Agendapunt,
    Bevestiging,
    Gast,
    Overleg,
    Overlegpunt,
    Puntdossier,
    Standpunt,
    Stem,
)
from verantwoord.overleg.puntdossiers import puntdossiers
from verantwoord.overleg.queries.tafel import BIJ_DOSSIERS, met_stand
from verantwoord.overleg.stand import Puntstand, stemdag
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


def punt_of(punt_id: UUID, *, viewer: Medewerker) -> Agendapunt:
    """One item with its meeting, its dossiers and its people. Raises ``Agendapunt.DoesNotExist``, also when not allowed."""
    return (
        Agendapunt.objects.visible_to(viewer)
        .select_related("overleg", "overleg__reeks", "bron__overleg", "aangemeld_door")
        .prefetch_related(
            BIJ_DOSSIERS,
            "acties",
            Prefetch("gasten", Gast.objects.filter(tot__isnull=True).select_related("team")),
        )
        .get(pk=punt_id)
    )


def dossiers_of_punt(punt_id: UUID, *, viewer: Medewerker) -> list[UUID]:
    """Of whom an item is, to write the look before it is shown; empty when it is not there for this person."""
    zichtbaar = Agendapunt.objects.visible_to(viewer).filter(pk=punt_id)
    return list(
        Puntdossier.objects.filter(punt__in=zichtbaar).order_by("dossier").values_list("dossier", flat=True)
    )


def versie_of_punt(punt_id: UUID, *, viewer: Medewerker) -> int | None:
    """Which change of the item is the last, for a page that asks whether there is something new."""
    return Agendapunt.objects.visible_to(viewer).filter(pk=punt_id).values_list("versie", flat=True).first()


def punt_stand_of(punt: Agendapunt, *, viewer: Medewerker) -> Puntstand:
    """Where an item that this person sees stands."""
    ((_punt, stand),) = met_stand(Agendapunt.objects.visible_to(viewer).filter(pk=punt.pk))
    return stand


def standpunten_of(punt: Agendapunt, *, viewer: Medewerker) -> dict[str, Standpunt]:
    """The first positions this person may read, by partner: one's own until they are opened, then all."""
    rijen = Standpunt.objects.visible_to(viewer).filter(punt=punt).order_by("gegeven_op", "partner")
    return {rij.partner: rij for rij in rijen}


def zit_aan_tafel(punt: Agendapunt, *, viewer: Medewerker) -> bool:
    """Whether this person takes part in the item, or only looks at it (as a guest, or because of the dossier)."""
    return (
        punt.overleg_id is not None and Overleg.objects.visible_to(viewer).filter(pk=punt.overleg_id).exists()
    )


def open_acties_of(overleg: Overleg, *, viewer: Medewerker) -> list[Actie]:
    """What was agreed at earlier meetings of this table and is not done: the first thing on every agenda."""
    eerder = (
        Agendapunt.objects.visible_to(viewer)
        .filter(overleg__datum__lte=overleg.datum)
        .exclude(overleg=overleg)
    )
    eerder = (
        eerder.filter(overleg__reeks=overleg.reeks_id)
        if overleg.reeks_id is not None
        else eerder.filter(overleg__naam=overleg.naam)
    )
    acties = Actie.objects.filter(punt__in=eerder, gereed_op__isnull=True)
    bij = Prefetch("punt__dossiers", puntdossiers())
    rijen = acties.select_related("punt__overleg").prefetch_related(bij)
    return sorted(rijen, key=lambda a: (a.uiterlijk is None, a.uiterlijk or date.max, a.toegevoegd_op))


def acties_voor(*, viewer: Medewerker) -> QuerySet[Actie]:
    """What this person's organisation still has to do because of a meeting, the earliest date first."""
    zichtbaar = Agendapunt.objects.visible_to(viewer)
    return (
        Actie.objects.filter(punt__in=zichtbaar, eigenaar=viewer.organisatie, gereed_op__isnull=True)
        .select_related("punt__overleg")
        .prefetch_related(Prefetch("punt__dossiers", puntdossiers()))
        .order_by("uiterlijk", "toegevoegd_op")
    )


@dataclass(frozen=True, kw_only=True)
class TeDoen:
    """What waits for this person's organisation: positions to write, votes to give, minutes to confirm, acties."""

    standpunten: Sequence[Agendapunt]
    stemmen: Sequence[tuple[Agendapunt, date]]
    verslagen: Sequence[Overleg]
    acties: Sequence[Actie]


def te_doen_of(*, viewer: Medewerker, op: date) -> TeDoen:
    """For a home page. A fixed number of questions, however many items there are."""
    if viewer.organisatie not in VASTE_PARTNERS or not viewer.heeft(Recht.STANDPUNT_GEVEN):
        return TeDoen(standpunten=(), stemmen=(), verslagen=(), acties=list(acties_voor(viewer=viewer)))
    tafels = Overleg.objects.visible_to(viewer)
    punten = Agendapunt.objects.visible_to(viewer).filter(
        overleg__in=tafels, overleg__soort__in=LKO_SOORTEN, doorgeschoven_op__isnull=True, vorm=Vorm.BESLUIT
    )
    te_schrijven = punten.filter(
        onthuld_op__isnull=True,
        besluit__isnull=True,
        overleg__stand__in=(Overlegstand.GEPLAND, Overlegstand.BEZIG),
    ).exclude(ingeleverd__contains=[viewer.organisatie])
    te_stemmen = punten.filter(
        Q(besluit__isnull=True) | Q(besluit=Besluit.AANGEHOUDEN), onthuld_op__isnull=False
    ).exclude(pk__in=Stem.objects.filter(partner=viewer.organisatie).values("punt"))
    gedeeld = tafels.filter(verslag__isnull=False, verslag__vastgesteld_op__isnull=True)
    bevestigd = Bevestiging.objects.filter(partner=viewer.organisatie).values("verslag")
    parameters = geldende_parameters()
    return TeDoen(
        standpunten=_leesbaar(te_schrijven),
        stemmen=[
            (p, tot) for p in _leesbaar(te_stemmen) if (tot := stemdag(p.datum, parameters=parameters)) >= op
        ],
        verslagen=list(gedeeld.exclude(verslag__in=bevestigd).order_by("datum")),
        acties=list(acties_voor(viewer=viewer)),
    )


def _leesbaar(punten: QuerySet[Agendapunt]) -> list[Agendapunt]:
    rijen = punten.select_related("overleg").prefetch_related(BIJ_DOSSIERS)
    return sorted(
        rijen, key=lambda p: (p.datum, p.uiterlijk is None, p.uiterlijk or date.max, p.ontvangen_op, p.pk)
    )


def punten_van_dossier(dossier_id: UUID, *, viewer: Medewerker) -> list[tuple[Agendapunt, Puntstand]]:
    """The items of this room about one dossier, newest first, for who may see the dossier."""
    mag = Dossier.objects.visible_to(viewer).filter(pk=dossier_id)
    punten = Agendapunt.objects.visible_to(viewer).filter(dossiers__dossier__in=mag).distinct()
    return sorted(met_stand(punten), key=lambda rij: (rij[0].datum, rij[0].aangemeld_op), reverse=True)


def feiten_van_dossier(dossier_id: UUID, *, viewer: Medewerker) -> QuerySet[Overlegpunt]:
    """What the dossier itself knows of meetings, also what came along from elsewhere; newest first."""
    feiten = Overlegpunt.objects.visible_to(viewer).filter(dossier=dossier_id)
    return feiten.select_related("punt").order_by("-datum", "-volgorde")


def te_gast_bij(*, viewer: Medewerker) -> list[Agendapunt]:
    """The items to which this person is asked as a guest, by day."""
    if viewer.team_id is None:
        return []
    tafels = Overleg.objects.visible_to(viewer)
    gasten = Gast.objects.filter(team=viewer.team_id, organisatie=viewer.organisatie, tot__isnull=True)
    punten = Agendapunt.objects.visible_to(viewer).filter(pk__in=gasten.values("punt"))
    rijen = punten.exclude(overleg__in=tafels).select_related("overleg")
    return list(rijen.prefetch_related(BIJ_DOSSIERS).order_by("overleg__datum", "pk"))
