"""What the reading says: per criterium in how many dossiers, weighed back to all of them, and beside the automatic measure."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Final

import msgspec

from verantwoord.inspectie.leesdesk.queries import Gelezen
from verantwoord.kern.beoordelaars import Oordeel as Oordeelregel
from verantwoord.kern.beoordelaars import Vergelijking, vergelijk
from verantwoord.kern.statistiek import Aandeel, aandeel
from verantwoord.kern.statistiek.correctie import Gecorrigeerd, rogan_gladen
from verantwoord.kern.statistiek.schatting import Schatting, Stratum, gelaagd

JA, NEE, NIET = "ja", "nee", "niet_te_beoordelen"
# In what leaves the onderzoek a count from one up to this is not given (architecture, invariant 11).
MINSTENS: Final = 5


class Vraag(msgspec.Struct, frozen=True, kw_only=True):
    """A criterium as the tables name it; ``deel`` is the part of the automatic measure that counts the same, if any."""

    code: str
    vraag: str
    deel: str


class Stratumstand(msgspec.Struct, frozen=True, kw_only=True):
    """How many dossiers of one stratum got which judgment in the end."""

    naam: str
    populatie: int
    ja: int
    nee: int
    niet: int


class Automaat(msgspec.Struct, frozen=True, kw_only=True):
    """The automatic measure beside the assessors, counted over the dossiers that were read, not weighed.

    ``gevoelig``: of those with yes, how many it found; ``specifiek``: of those with no, how many it passed over;
    ``gemeten``: how many it finds in all dossiers; ``gecorrigeerd``: what that would be with a measure that never errs.
    """

    gevoelig: Aandeel
    specifiek: Aandeel
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
        return self.ja + self.nee < MINSTENS or 0 < self.ja < MINSTENS or 0 < self.nee < MINSTENS


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
        automaat=_automaat(vraag, exemplaren, gemeten),
    )


def _schatting(strata: Sequence[Stratumstand]) -> Schatting | None:
    """Weigh back to all dossiers. One that could not be judged is taken to be as the others of its stratum."""
    try:
        return gelaagd([Stratum(populatie=s.populatie, getrokken=s.ja + s.nee, aantal=s.ja) for s in strata])
    except ValueError:
        return None


def _automaat(
    vraag: Vraag, exemplaren: Sequence[Gelezen], gemeten: tuple[int, Mapping[str, int]] | None
) -> Automaat | None:
    if not vraag.deel or gemeten is None or vraag.deel not in gemeten[1]:
        return None
    paren = Counter(
        (exemplaar.eind.get(vraag.code), exemplaar.gemeten[vraag.deel])
        for exemplaar in exemplaren
        if vraag.deel in exemplaar.gemeten
    )
    gevoelig = aandeel(paren[JA, True], paren[JA, True] + paren[JA, False])
    specifiek = aandeel(paren[NEE, False], paren[NEE, True] + paren[NEE, False])
    overal = aandeel(gemeten[1][vraag.deel], gemeten[0])
    return Automaat(
        gevoelig=gevoelig,
        specifiek=specifiek,
        gemeten=overal,
        gecorrigeerd=rogan_gladen(gemeten=overal, gevoelig=gevoelig, specifiek=specifiek),
    )


def overeenstemming(regels: Sequence[Oordeelregel], vragen: Sequence[Vraag]) -> list[Vergelijking]:
    """How far the assessors agree, in the order of the criteria."""
    plek = {vraag.code: i for i, vraag in enumerate(vragen)}
    return sorted(vergelijk(regels), key=lambda v: plek[v.criterium])
