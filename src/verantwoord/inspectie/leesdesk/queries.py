"""Questions about reading: how far it is, what is one's own to do, where two differ, and what was judged in the end."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal
from uuid import UUID

from django.db.models import Count, Q

from verantwoord.inspectie.leesdesk.models import (
    DERDE,
    Beoordeling,
    Criterium,
    Herkomst,
    Leesbeurt,
    Leesexemplaar,
    Lezer,
    Meetwaarde,
    Populatiemeting,
    Verborgen,
)
from verantwoord.inspectie.models import Onderzoek, Onderzoeker
from verantwoord.kern.beoordelaars import Oordeel as Oordeelregel
from verantwoord.taken import werker
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker


def onderzoek_of(onderzoek_id: UUID, *, viewer: Medewerker) -> Onderzoek:
    """The onderzoek that the viewer works on. Raises ``Onderzoek.DoesNotExist``."""
    return Onderzoek.objects.worked_on_by(viewer).get(pk=onderzoek_id)


@dataclass(frozen=True, kw_only=True)
class Lezerstand:
    """How far one assessor is: how many of how many copies are done. Never what was judged."""

    lezer: Lezer
    klaar: int
    totaal: int


@dataclass(frozen=True, kw_only=True)
class Voortgang:
    """How far the reading is, in numbers alone; what somebody judged is not in it."""

    exemplaren: int
    gemaakt: int
    paren_gesloten: int
    verschillend: int
    beslist: int
    per_lezer: Sequence[Lezerstand]
    maken: Literal["klaar", "bezig", "geen_werker"]

    @property
    def alles_gelezen(self) -> bool:
        return self.exemplaren > 0 and self.paren_gesloten == self.exemplaren

    @property
    def alles_beslist(self) -> bool:
        return self.alles_gelezen and self.beslist == self.verschillend


def voortgang(onderzoek: Onderzoek, *, viewer: Medewerker) -> Voortgang:
    """How far the reading is, for who works on it."""
    return stand_of(onderzoek_of(onderzoek.pk, viewer=viewer))


def stand_of(onderzoek: Onderzoek) -> Voortgang:
    """How far the reading is; a fixed number of queries. Counted over all turns, and only numbers come back."""
    with als_systeem():
        levend = Q(leesexemplaar__onderzoek=onderzoek, leesexemplaar__vervallen_op__isnull=True)
        beurten = list(
            Leesbeurt.objects.filter(levend).values_list("leesexemplaar", "medewerker", "plek", "afgerond_op")
        )
        gemaakt = Leesexemplaar.objects.filter(
            onderzoek=onderzoek, vervallen_op__isnull=True, gemaakt_op__isnull=False
        ).count()
        verschil = verschillend(_van(onderzoek))
    exemplaren = {exemplaar for exemplaar, *_ in beurten}
    klaar = Counter(e for e, _m, plek, op in beurten if plek != DERDE and op is not None)
    beslist = {e for e, _m, plek, op in beurten if plek == DERDE and op is not None}
    lezers = list(Lezer.objects.filter(onderzoek=onderzoek).select_related("medewerker"))
    return Voortgang(
        exemplaren=len(exemplaren),
        gemaakt=gemaakt,
        paren_gesloten=sum(1 for aantal in klaar.values() if aantal == 2),
        verschillend=len(verschil),
        beslist=len(beslist & verschil.keys()),
        per_lezer=[_stand_van(lezer, beurten) for lezer in lezers],
        maken="klaar" if gemaakt == len(exemplaren) else "bezig" if werker.leeft() else "geen_werker",
    )


def _stand_van(lezer: Lezer, beurten: Sequence[tuple[UUID, UUID, int, datetime | None]]) -> Lezerstand:
    eigen = [op for _e, wie, plek, op in beurten if wie == lezer.medewerker_id and plek != DERDE]
    return Lezerstand(lezer=lezer, klaar=sum(1 for op in eigen if op is not None), totaal=len(eigen))


def verschilt(exemplaar: Leesexemplaar) -> set[int]:
    """On which criteria the two assessors of this copy differ, once both are done; else none."""
    with als_systeem():
        return verschillend(Q(leesbeurt__leesexemplaar=exemplaar)).get(exemplaar.pk, set())


def _van(onderzoek: Onderzoek) -> Q:
    return Q(leesbeurt__leesexemplaar__onderzoek=onderzoek)


def verschillend(waar: Q) -> dict[UUID, set[int]]:
    """The criteria on which closed pairs differ, by copy, among the judgments of ``waar``; for the program itself."""
    vraag = Beoordeling.objects.filter(
        waar,
        leesbeurt__leesexemplaar__vervallen_op__isnull=True,
        leesbeurt__plek__lt=DERDE,
        leesbeurt__afgerond_op__isnull=False,
    )
    gevonden = (
        vraag.values("leesbeurt__leesexemplaar", "criterium")
        .annotate(oordelen=Count("oordeel", distinct=True), hoeveel=Count("pk"))
        .filter(hoeveel=2, oordelen=2)
        .values_list("leesbeurt__leesexemplaar", "criterium")
    )
    verschillen: dict[UUID, set[int]] = defaultdict(set)
    for exemplaar_id, criterium_id in gevonden:
        verschillen[exemplaar_id].add(criterium_id)
    return dict(verschillen)


# One's own turns.


def eigen_beurten(onderzoek: Onderzoek, *, viewer: Medewerker) -> list[Leesbeurt]:
    """One's own turns in the order of the copies, each with ``ingevuld``: how many questions are answered with a reason."""
    return list(
        Leesbeurt.objects.visible_to(viewer)
        .filter(
            medewerker=viewer, leesexemplaar__onderzoek=onderzoek, leesexemplaar__vervallen_op__isnull=True
        )
        .select_related("leesexemplaar")
        .defer("leesexemplaar__inhoud")
        .annotate(
            ingevuld=Count(
                "beoordelingen",
                filter=~Q(beoordelingen__oordeel="") & ~Q(beoordelingen__reden=""),
            )
        )
        .order_by("leesexemplaar__code")
    )


def beurt_of(beurt_id: UUID, *, viewer: Medewerker) -> Leesbeurt:
    """A turn of one's own, with its copy. Raises ``Leesbeurt.DoesNotExist``."""
    return (
        Leesbeurt.objects.visible_to(viewer)
        .filter(medewerker=viewer, leesexemplaar__vervallen_op__isnull=True)
        .select_related("leesexemplaar__onderzoek")
        .get(pk=beurt_id)
    )


def volgende_beurt(onderzoek: Onderzoek, *, viewer: Medewerker, na: str = "") -> Leesbeurt | None:
    """The next copy one has still to judge, after ``na`` and from the beginning again."""
    open_ = [
        beurt
        for beurt in eigen_beurten(onderzoek, viewer=viewer)
        if beurt.afgerond_op is None and beurt.leesexemplaar.gemaakt_op is not None
    ]
    return next((b for b in open_ if b.leesexemplaar.code > na), open_[0] if open_ else None)


def oordelen_van(beurt: Leesbeurt) -> dict[int, Beoordeling]:
    return {beoordeling.criterium_id: beoordeling for beoordeling in beurt.beoordelingen.all()}


def oordelen_van_twee(
    exemplaar: Leesexemplaar, *, viewer: Medewerker
) -> dict[int, list[tuple[str, Beoordeling]]]:
    """What the two judged, by criterium, each with their letter; empty as long as the database does not show it.

    What was reported as a name is masked in their reasons too.
    """
    beurten = list(
        Leesbeurt.objects.visible_to(viewer)
        .filter(leesexemplaar=exemplaar, plek__lt=DERDE, afgerond_op__isnull=False)
        .order_by("plek")
        .prefetch_related("beoordelingen")
    )
    if len(beurten) < 2:
        return {}
    letters = letters_van(exemplaar.onderzoek)
    with als_systeem():
        verborgen = list(Verborgen.objects.filter(leesexemplaar=exemplaar).values_list("tekst", flat=True))
    per_criterium: dict[int, list[tuple[str, Beoordeling]]] = defaultdict(list)
    for beurt in beurten:
        for beoordeling in beurt.beoordelingen.all():
            beoordeling.reden = _zonder(beoordeling.reden, verborgen)
            per_criterium[beoordeling.criterium_id].append((letters[beurt.medewerker_id], beoordeling))
    return dict(per_criterium)


def _zonder(tekst: str, namen: Sequence[str]) -> str:
    for naam in namen:
        tekst = tekst.replace(naam, "[verborgen]")
    return tekst


def letters_van(onderzoek: Onderzoek) -> dict[UUID, str]:
    return dict(Lezer.objects.filter(onderzoek=onderzoek).values_list("medewerker", "letter"))


# Where two differ.


@dataclass(frozen=True, kw_only=True)
class Verschil:
    """A copy on which two differ: on what, and whose it is to decide."""

    exemplaar: Leesexemplaar
    criteria: Sequence[Criterium]
    derde: Leesbeurt | None
    mag_beslissen: bool


def verschillen(onderzoek: Onderzoek, *, viewer: Medewerker) -> list[Verschil]:
    """Where two differ, in the order of the copies; a fixed number of queries. Never what either judged."""
    onderzoek_of(onderzoek.pk, viewer=viewer)
    criteria = {criterium.pk: criterium for criterium in onderzoek.criteria.all()}
    with als_systeem():
        gevonden = verschillend(_van(onderzoek))
        exemplaren = Leesexemplaar.objects.filter(pk__in=gevonden).defer("inhoud").order_by("code")
        beurten: dict[UUID, list[Leesbeurt]] = defaultdict(list)
        for beurt in Leesbeurt.objects.filter(leesexemplaar__in=gevonden).select_related("medewerker"):
            beurten[beurt.leesexemplaar_id].append(beurt)
        return [
            _verschil(
                exemplaar, [criteria[pk] for pk in criteria if pk in gevonden[exemplaar.pk]], beurten, viewer
            )
            for exemplaar in exemplaren
        ]


def _verschil(
    exemplaar: Leesexemplaar,
    criteria: Sequence[Criterium],
    beurten: Mapping[UUID, Sequence[Leesbeurt]],
    viewer: Medewerker,
) -> Verschil:
    derde = next((beurt for beurt in beurten[exemplaar.pk] if beurt.plek == DERDE), None)
    zelf_gelezen = any(b.medewerker_id == viewer.pk and b.plek != DERDE for b in beurten[exemplaar.pk])
    van_mij = derde is None or (derde.medewerker_id == viewer.pk and derde.afgerond_op is None)
    return Verschil(
        exemplaar=exemplaar, criteria=criteria, derde=derde, mag_beslissen=van_mij and not zelf_gelezen
    )


# What came out. Only once everything was read: a figure halfway would tell an assessor what the others found.


@dataclass(frozen=True, kw_only=True)
class Gelezen:
    """One copy as it was judged: its stratum, what each of two said, what holds in the end, and what the measure found."""

    code: str
    sha256: str
    stratum: str
    oordelen: Mapping[str, Mapping[str, str]]
    eind: Mapping[str, str]
    gemeten: Mapping[str, bool]


def gelezen(onderzoek: Onderzoek, *, viewer: Medewerker) -> list[Gelezen]:
    """Every copy in the order of its code, by criterium; nothing until both assessors of every copy are done."""
    if not voortgang(onderzoek, viewer=viewer).alles_gelezen:
        return []
    letters = letters_van(onderzoek)
    with als_systeem():
        herkomst = (
            Herkomst.objects.filter(
                leesexemplaar__onderzoek=onderzoek, leesexemplaar__vervallen_op__isnull=True
            )
            .order_by("leesexemplaar__code")
            .values_list(
                "leesexemplaar", "leesexemplaar__code", "leesexemplaar__sha256", "getrokken__stratum__naam"
            )
        )
        per_beurt = _per_beurt(onderzoek)
        gemeten = dict(
            Meetwaarde.objects.filter(leesexemplaar__onderzoek=onderzoek).values_list(
                "leesexemplaar", "delen"
            )
        )
        return [
            _als_gelezen((code, sha256, stratum), per_beurt[pk], letters=letters, gemeten=gemeten.get(pk, {}))
            for pk, code, sha256, stratum in herkomst
        ]


def _per_beurt(onderzoek: Onderzoek) -> dict[UUID, list[tuple[int, UUID, str, str]]]:
    """By copy: place, assessor, criterium and judgment of every finished turn."""
    rijen: dict[UUID, list[tuple[int, UUID, str, str]]] = defaultdict(list)
    for exemplaar, plek, wie, criterium, oordeel in (
        Beoordeling.objects.filter(
            leesbeurt__leesexemplaar__onderzoek=onderzoek, leesbeurt__afgerond_op__isnull=False
        )
        .order_by("criterium__volgorde", "leesbeurt__plek")
        .values_list(
            "leesbeurt__leesexemplaar",
            "leesbeurt__plek",
            "leesbeurt__medewerker",
            "criterium__code",
            "oordeel",
        )
    ):
        rijen[exemplaar].append((plek, wie, criterium, oordeel))
    return rijen


def _als_gelezen(
    wat: tuple[str, str, str],
    rijen: Sequence[tuple[int, UUID, str, str]],
    *,
    letters: Mapping[UUID, str],
    gemeten: Mapping[str, bool],
) -> Gelezen:
    oordelen: dict[str, dict[str, str]] = defaultdict(dict)
    beslist: dict[str, str] = {}
    for plek, wie, criterium, oordeel in rijen:
        if plek == DERDE:
            beslist[criterium] = oordeel
        else:
            oordelen[criterium][letters[wie]] = oordeel
    eind = {
        criterium: next(iter(van.values())) if len(set(van.values())) == 1 else beslist.get(criterium, "")
        for criterium, van in oordelen.items()
    }
    code, sha256, stratum = wat
    return Gelezen(
        code=code, sha256=sha256, stratum=stratum, oordelen=dict(oordelen), eind=eind, gemeten=gemeten
    )


def oordeelregels(exemplaren: Sequence[Gelezen]) -> list[Oordeelregel]:
    """The judgments in the form of compare-beoordelaars, one a line, assessors by their letter."""
    return [
        Oordeelregel(exemplaar.code, criterium, letter, oordeel)
        for exemplaar in exemplaren
        for criterium, van in exemplaar.oordelen.items()
        for letter, oordeel in sorted(van.items())
    ]


def eigen_oordeelregels(onderzoek: Onderzoek, *, viewer: Medewerker) -> list[Oordeelregel]:
    """One's own judgments so far, and a line without a judgment where there is none: to be filled in elsewhere."""
    letter = letters_van(onderzoek).get(viewer.pk)
    if letter is None:
        return []
    criteria = list(onderzoek.criteria.all())
    beurten = (
        Leesbeurt.objects.visible_to(viewer)
        .filter(
            medewerker=viewer,
            leesexemplaar__onderzoek=onderzoek,
            leesexemplaar__vervallen_op__isnull=True,
            plek__lt=DERDE,
        )
        .order_by("leesexemplaar__code")
    )
    regels = []
    for beurt in beurten.select_related("leesexemplaar").prefetch_related("beoordelingen"):
        gegeven = {beoordeling.criterium_id: beoordeling.oordeel for beoordeling in beurt.beoordelingen.all()}
        regels += [
            Oordeelregel(beurt.leesexemplaar.code, criterium.code, letter, gegeven.get(criterium.pk, ""))
            for criterium in criteria
        ]
    return regels


def populatiemeting_of(onderzoek: Onderzoek, *, viewer: Medewerker) -> Populatiemeting | None:
    """What the automatic measure found in all dossiers; nothing until everything was read."""
    if not voortgang(onderzoek, viewer=viewer).alles_gelezen:
        return None
    with als_systeem():
        return Populatiemeting.objects.filter(onderzoek=onderzoek).first()


def middelen_van(onderzoek: Onderzoek) -> list[str]:
    """How names were taken out of the copies, each way once."""
    return sorted(
        set(
            Leesexemplaar.objects.filter(
                onderzoek=onderzoek, vervallen_op__isnull=True, gemaakt_op__isnull=False
            ).values_list("middel", flat=True)
        )
    )


def onderzoekers_of(onderzoek: Onderzoek, *, viewer: Medewerker) -> list[Onderzoeker]:
    """Who works on it now, for who chooses the assessors."""
    onderzoek_of(onderzoek.pk, viewer=viewer)
    return list(onderzoek.onderzoekers.filter(tot__isnull=True).select_related("medewerker").order_by("pk"))
