"""Following a recommendation by measures: which there are, on which days, and the series since the report.

A figure is over the dossiers that were received in the year before its day: older ones would hide what changed.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.functional import Promise

from verantwoord.inspectie.models import Meetpunt
from verantwoord.kern.statistiek import Aandeel, aandeel
from verantwoord.kwaliteit.maten import MATEN
from verantwoord.kwaliteit.meting import MINSTENS

MINSTENS_GEZONDHEID: Final = 10
# No more half years than a page can show and a server can count at night.
HOOGSTENS: Final = 10


def maten() -> Mapping[str, Promise]:
    """The measures by which a recommendation can be followed, with their words."""
    return {naam: maat.titel for naam, maat in MATEN.items()}


def minstens_bij(maat: str) -> int:
    """Over how many dossiers a figure must be to be shown; with something about health more."""
    return MINSTENS_GEZONDHEID if MATEN[maat].gevoelig else MINSTENS


def begin_van(dag: date) -> date:
    """The first day of the year that ends on ``dag``."""
    return (dag + timedelta(days=1)).replace(year=(dag + timedelta(days=1)).year - 1)


def meetdagen(*, na: date, tot: date) -> list[date]:
    """The ends of the half years after ``na`` up to ``tot``, the latest ones when there are many."""
    dagen = [
        dag
        for jaar in range(na.year, tot.year + 1)
        for dag in (date(jaar, 6, 30), date(jaar, 12, 31))
        if na < dag <= tot
    ]
    return dagen[-HOOGSTENS:]


@dataclass(frozen=True, kw_only=True)
class Punt:
    """One figure of a series. ``deel`` is ``None`` when there were too few dossiers to show it."""

    op: date
    uit_rapport: bool
    deel: Aandeel | None
    totaal: int


@dataclass(frozen=True, kw_only=True)
class Reeks:
    maat: str
    titel: str
    minstens: int
    punten: Sequence[Punt]

    @property
    def getoond(self) -> Sequence[Punt]:
        return [punt for punt in self.punten if punt.deel is not None]


def reeksen(gekozen: Sequence[str], punten: Sequence[Meetpunt]) -> Iterator[Reeks]:
    """The series of each chosen measure since the report, the report's own figure first."""
    for maat in gekozen:
        if maat in MATEN:
            eigen = sorted((p for p in punten if p.maat == maat), key=lambda punt: punt.peildatum)
            minstens = minstens_bij(maat)
            yield Reeks(
                maat=maat,
                titel=str(MATEN[maat].titel),
                minstens=minstens,
                punten=[_punt(punt, minstens) for punt in eigen],
            )


def _punt(punt: Meetpunt, minstens: int) -> Punt:
    return Punt(
        op=punt.peildatum,
        uit_rapport=punt.uit_rapport,
        deel=aandeel(punt.aantal, punt.totaal) if punt.totaal >= minstens else None,
        totaal=punt.totaal,
    )
