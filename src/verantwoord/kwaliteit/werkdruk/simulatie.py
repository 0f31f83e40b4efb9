"""What if a team had another number of colleagues? Many years of invented cases, one talk after the other.

Cases come in by chance at the rate of the last quarter; each asks three talks, each with a day on which it can begin
and a last day. A colleague holds one talk at a time, first the one whose last day is nearest. Nothing here knows a
person: cases and colleagues are numbers. SimPy keeps the clock, in working days.
"""

import statistics
from collections.abc import Generator, Sequence
from dataclasses import dataclass
from random import Random
from typing import Any, Final, NamedTuple

import simpy

WEEK: Final = 5
JAAR: Final = 52 * WEEK
# Where the three talks lie after arrival: from when they can be held, and their last day.
EERSTE: Final = (1, 10)
# Between hearing that there will be one and the hearing lie four weeks; the judgment comes six weeks after it.
_AANKONDIGING, _TOT_UITSPRAAK, _DERDE_BINNEN = 20, 30, 5
_ZAAD: Final = 2022
_MEESTE_COLLEGAS: Final = 400
# So many cases in all runs together, so that a page does not wait: a small team is played more often than a large one.
_ZAKEN_IN_ALLES: Final = 3000


@dataclass(frozen=True, kw_only=True)
class Aannames:
    """What is taken to be so. ``per_week``: talks that a colleague holds in a week at work; ``afwezig``: share of days away.

    ``zitting_na`` are the weeks from arrival to the hearing.
    """

    instroom: float
    per_week: float
    afwezig: float
    zitting_na: int

    @property
    def duur(self) -> float:
        """Working days of one colleague that one talk takes, with all that belongs to it."""
        return WEEK / (self.per_week * (1 - self.afwezig))

    @property
    def nodig(self) -> float:
        """How many colleagues the work would fill if it came in evenly and nothing waited."""
        return self.instroom * 3 * self.duur / WEEK


@dataclass(frozen=True, kw_only=True)
class Uitkomst:
    """Of the people whose three talks fell in the year: the share for whom all three were in time, in percent.

    ``laag`` and ``hoog`` hold four of five runs.
    """

    collegas: int
    mediaan: float
    laag: float
    hoog: float
    keren: int


class _Gesprek(NamedTuple):
    """From when a talk can be held, its last day, and how many working days of a colleague it takes."""

    begin: float
    laatst: float
    duur: float


def speel(aannames: Aannames, *, collegas: int, zaad: int = _ZAAD) -> Uitkomst:
    """Play the year again and again with this number of colleagues; the same question gives the same answer."""
    keren = _keren(aannames)
    delen = sorted(_een_jaar(aannames, collegas, Random(zaad + keer)) for keer in range(keren))  # noqa: S311 - chance in a game, no secret
    tiende = statistics.quantiles(delen, n=10, method="inclusive")
    return Uitkomst(
        collegas=collegas,
        mediaan=round(statistics.median(delen), 1),
        laag=round(tiende[0], 1),
        hoog=round(tiende[-1], 1),
        keren=keren,
    )


def hoeveel_nodig(aannames: Aannames, *, doel: float) -> Uitkomst | None:
    """The smallest number of colleagues with whom at least ``doel`` percent have all talks in time, in half of the runs.

    ``None`` when no number up to four hundred is enough, such as when the last day comes before the first.
    """
    laag, hoog = 0, max(1, round(aannames.nodig))
    while (gevonden := speel(aannames, collegas=hoog)).mediaan < doel:
        laag, hoog = hoog, hoog * 2
        if hoog > _MEESTE_COLLEGAS:
            return None
    while hoog - laag > 1:
        midden = (laag + hoog) // 2
        uitkomst = speel(aannames, collegas=midden)
        if uitkomst.mediaan < doel:
            laag = midden
        else:
            hoog, gevonden = midden, uitkomst
    return gevonden


def _keren(aannames: Aannames) -> int:
    return max(5, min(12, int(_ZAKEN_IN_ALLES / max(52 * aannames.instroom, 1))))


def _een_jaar(aannames: Aannames, collegas: int, kans: Random) -> float:
    """Play half a year to fill the desks and then a year; 100 when nobody's talks fell in it."""
    if collegas < 1:
        return 0.0
    einde = JAAR // 2 + JAAR
    omgeving = simpy.Environment()
    team = simpy.PriorityResource(omgeving, capacity=collegas)
    zaken = _zaken(aannames, kans, tot=einde)
    op_tijd: list[list[bool]] = [[] for _ in zaken]
    for gesprekken, antwoorden in zip(zaken, op_tijd, strict=True):
        for gesprek in gesprekken:
            omgeving.process(_voer(omgeving, team, gesprek, antwoorden))
    omgeving.run(until=einde)
    telt = [
        antwoorden
        for gesprekken, antwoorden in zip(zaken, op_tijd, strict=True)
        if gesprekken[0].begin >= JAAR // 2 and gesprekken[-1].laatst <= einde
    ]
    # A talk that was not held when the year ended was not held in time.
    goed = sum(1 for antwoorden in telt if len(antwoorden) == 3 and all(antwoorden))
    return 100 * goed / len(telt) if telt else 100.0


def _zaken(aannames: Aannames, kans: Random, *, tot: int) -> list[list[_Gesprek]]:
    """For each case its three talks. Drawn before play, so that another number of colleagues meets the same work."""
    zaken: list[list[_Gesprek]] = []
    dag = 0.0
    while aannames.instroom > 0 and (dag := dag + kans.expovariate(aannames.instroom / WEEK)) < tot:
        zaken.append(_gesprekken(dag, aannames, kans))
    return zaken


def _gesprekken(komt: float, aannames: Aannames, kans: Random) -> list[_Gesprek]:
    zitting = komt + max(aannames.zitting_na * WEEK * kans.uniform(0.7, 1.3), EERSTE[1] + 1)
    uitspraak = zitting + _TOT_UITSPRAAK * kans.uniform(0.7, 1.3)
    vensters = (
        (komt + EERSTE[0], komt + EERSTE[1]),
        (max(komt + EERSTE[0], zitting - _AANKONDIGING), zitting - 1),
        (uitspraak, uitspraak + _DERDE_BINNEN),
    )
    return [_Gesprek(van, tot, aannames.duur * kans.uniform(0.7, 1.3)) for van, tot in vensters]


def _voer(
    omgeving: simpy.Environment, team: simpy.PriorityResource, gesprek: _Gesprek, op_tijd: list[bool]
) -> Generator[simpy.Event, Any, None]:
    yield omgeving.timeout(gesprek.begin)
    with team.request(priority=int(gesprek.laatst)) as beurt:
        yield beurt
        yield omgeving.timeout(gesprek.duur)
        op_tijd.append(omgeving.now <= gesprek.laatst)


def alternatieven(huidig: int, nodig: int) -> Sequence[int]:
    """Which numbers of colleagues to lay beside each other: around now and what is needed."""
    getallen = {max(1, huidig + stap) for stap in (-2, -1, 0, 1, 2)} | {nodig}
    return sorted(getallen)
