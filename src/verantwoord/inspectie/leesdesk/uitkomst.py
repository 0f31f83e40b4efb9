"""What the reading says: per criterium in how many dossiers, weighed back to all of them, and beside the automatic measure."""

from collections import Counter
from collections.abc import Mapping, Sequence

import msgspec

from verantwoord.inspectie.leesdesk.queries import Gelezen
from verantwoord.kern.beoordelaars import Oordeel as Oordeelregel
from verantwoord.kern.beoordelaars import Vergelijking, vergelijk
from verantwoord.kern.statistiek import Aandeel, aandeel
from verantwoord.kern.statistiek.correctie import Gecorrigeerd, rogan_gladen
from verantwoord.kern.statistiek.schatting import (
    Deelgroep,
    Groepstratum,
    Schatting,
    Stratum,
    deelgroep,
    gelaagd,
)
from verantwoord.kwaliteit.maten import MATEN
from verantwoord.kwaliteit.publicatie.tabel import MINSTENS, MINSTENS_GEVOELIG

JA, NEE, NIET = "ja", "nee", "niet_te_beoordelen"


class Vraag(msgspec.Struct, frozen=True, kw_only=True):
    """A criterium as the tables name it; ``deel`` is the part of the automatic measure that counts the same, if any."""

    code: str
    vraag: str
    deel: str

    @property
    def minstens(self) -> int:
        """In what leaves the onderzoek a count from one up to this is not given (architecture, invariant 11)."""
        maat = MATEN.get(self.deel)
        return MINSTENS_GEVOELIG if maat is not None and maat.gevoelig else MINSTENS


class Stratumstand(msgspec.Struct, frozen=True, kw_only=True):
    """How many dossiers of one stratum got which judgment in the end."""

    naam: str
    populatie: int
    ja: int
    nee: int
    niet: int


class Automaat(msgspec.Struct, frozen=True, kw_only=True):
    """The automatic measure beside the assessors, weighed as the strata are: it may err more often in one than in another.

    ``gevoelig``: of those with yes, how many it found; ``specifiek``: of those with no, how many it passed over; both
    ``None`` when no such dossier was read. ``gemeten``: how many it finds in all dossiers; ``gecorrigeerd``: what that
    would be with a measure that never errs, ``None`` when too little was read to say so.
    """

    gevoelig: Deelgroep | None
    specifiek: Deelgroep | None
    gemeten: Aandeel
    gecorrigeerd: Gecorrigeerd | None


class Uitkomst(msgspec.Struct, frozen=True, kw_only=True):
    """What came out of one criterium. ``schatting`` is ``None`` when a stratum has too few judgments to say anything."""

    vraag: Vraag
    ja: int
    nee: int
    niet: int
    strata: tuple[Stratumstand, ...]
    schatting: Schatting | None
    automaat: Automaat | None

    @property
    def te_klein(self) -> bool:
        """Whether a count of it may point at somebody, so that it does not leave the onderzoek."""
        minstens = self.vraag.minstens
        return self.ja + self.nee < minstens or 0 < self.ja < minstens or 0 < self.nee < minstens


def uitkomsten(
    vragen: Sequence[Vraag],
    exemplaren: Sequence[Gelezen],
    *,
    populaties: Mapping[str, int],
    gemeten: tuple[int, Mapping[str, int]] | None,
) -> list[Uitkomst]:
    """Count per criterium. ``populaties``: how many dossiers each stratum has, in the order of the plan.

    ``gemeten``: how many dossiers there are and in how many of them the automatic measure found each part.
    """
    return [_uitkomst(vraag, exemplaren, populaties=populaties, gemeten=gemeten) for vraag in vragen]


def _uitkomst(
    vraag: Vraag,
    exemplaren: Sequence[Gelezen],
    *,
    populaties: Mapping[str, int],
    gemeten: tuple[int, Mapping[str, int]] | None,
) -> Uitkomst:
    geteld = Counter((exemplaar.stratum, exemplaar.eind.get(vraag.code, "")) for exemplaar in exemplaren)
    strata = tuple(
        Stratumstand(
            naam=naam,
            populatie=populatie,
            ja=geteld[naam, JA],
            nee=geteld[naam, NEE],
            niet=geteld[naam, NIET],
        )
        for naam, populatie in populaties.items()
    )
    return Uitkomst(
        vraag=vraag,
        ja=sum(s.ja for s in strata),
        nee=sum(s.nee for s in strata),
        niet=sum(s.niet for s in strata),
        strata=strata,
        schatting=_schatting(strata),
        automaat=_automaat(vraag, exemplaren, populaties=populaties, gemeten=gemeten),
    )


def _schatting(strata: Sequence[Stratumstand]) -> Schatting | None:
    """Weigh back to all dossiers. One that could not be judged is taken to be as the others of its stratum."""
    try:
        return gelaagd([Stratum(populatie=s.populatie, getrokken=s.ja + s.nee, aantal=s.ja) for s in strata])
    except ValueError:
        return None


def _automaat(
    vraag: Vraag,
    exemplaren: Sequence[Gelezen],
    *,
    populaties: Mapping[str, int],
    gemeten: tuple[int, Mapping[str, int]] | None,
) -> Automaat | None:
    if not vraag.deel or gemeten is None or vraag.deel not in gemeten[1]:
        return None
    paren = Counter(
        (exemplaar.stratum, exemplaar.eind.get(vraag.code, ""), exemplaar.gemeten[vraag.deel])
        for exemplaar in exemplaren
        if vraag.deel in exemplaar.gemeten
    )
    gevoelig = _gelijk(paren, populaties, oordeel=JA)
    specifiek = _gelijk(paren, populaties, oordeel=NEE)
    overal = aandeel(gemeten[1][vraag.deel], gemeten[0])
    overal_gelezen = all(_beoordeeld(paren, naam) for naam in populaties)
    return Automaat(
        gevoelig=gevoelig,
        specifiek=specifiek,
        gemeten=overal,
        gecorrigeerd=rogan_gladen(gemeten=overal, gevoelig=gevoelig.effectief, specifiek=specifiek.effectief)
        if gevoelig and specifiek and overal_gelezen
        else None,
    )


def _gelijk(
    paren: Counter[tuple[str, str, bool]], populaties: Mapping[str, int], *, oordeel: str
) -> Deelgroep | None:
    """Of the dossiers with this judgment: how often the measure said the same."""
    return deelgroep(
        [
            Groepstratum(
                populatie=populatie,
                getrokken=_beoordeeld(paren, naam),
                van=paren[naam, oordeel, True] + paren[naam, oordeel, False],
                aantal=paren[naam, oordeel, oordeel == JA],
            )
            for naam, populatie in populaties.items()
        ]
    )


def _beoordeeld(paren: Counter[tuple[str, str, bool]], stratum: str) -> int:
    """How many of a stratum got a yes or a no; one that could not be judged is taken to be as the others."""
    return sum(paren[stratum, oordeel, gevonden] for oordeel in (JA, NEE) for gevonden in (True, False))


def overeenstemming(regels: Sequence[Oordeelregel], vragen: Sequence[Vraag]) -> list[Vergelijking]:
    """How far the assessors agree, in the order of the criteria."""
    plek = {vraag.code: i for i, vraag in enumerate(vragen)}
    return sorted(vergelijk(regels), key=lambda v: plek[v.criterium])
