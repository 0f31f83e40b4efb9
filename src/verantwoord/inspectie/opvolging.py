"""Following a recommendation by measures: which there are, and the series since the report.

The report's own figure comes first. After it comes what was told of the year that ends with each half year, and nothing
more exact: a second count of the same dossiers would give back what was left out of the first (decision 27).
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _

from verantwoord.inspectie.models import Meetpunt
from verantwoord.kern.statistiek import Aandeel, aandeel
from verantwoord.kwaliteit.maten import MATEN
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.publicatie import queries as verteld
from verantwoord.kwaliteit.publicatie import woorden
from verantwoord.kwaliteit.publicatie.tabel import Jaarcijfer

# No more half years than a page can show.
HOOGSTENS: Final = 10


def maten() -> Mapping[str, Promise]:
    """The measures by which a recommendation can be followed, with their words."""
    return {naam: maat.titel for naam, maat in MATEN.items()}


@dataclass(frozen=True, kw_only=True)
class Punt:
    """One figure of a series. ``deel`` is ``None`` where none is told; ``reden`` says why, ``dossiers`` of how many."""

    op: date
    uit_rapport: bool
    deel: Aandeel | None
    dossiers: str
    reden: str = ""


@dataclass(frozen=True, kw_only=True)
class Reeks:
    maat: str
    titel: str
    punten: Sequence[Punt]

    @property
    def getoond(self) -> Sequence[Punt]:
        return [punt for punt in self.punten if punt.deel is not None]


Verteld = Mapping[tuple[str, Kwartaal], Jaarcijfer]


def verteld_sinds(na: date, *, maten: Sequence[str]) -> Verteld:
    """What was told of these measures at the end of each half year after ``na``, the latest ones when there are many.

    Whoever reads the report reads this too: it is what everybody may be told.
    """
    laatste = verteld.kwartalen(viewer=None)[:1]
    tot_nu = [kwartaal.terug(n) for kwartaal in laatste for n in range(2 * HOOGSTENS)]
    halfjaren = [kwartaal for kwartaal in tot_nu if kwartaal.nummer in (2, 4) and kwartaal.tot > na]
    return verteld.jaarcijfers(maten, kwartalen=halfjaren, viewer=None)


def reeksen(gekozen: Sequence[str], punten: Sequence[Meetpunt], sindsdien: Verteld) -> Iterator[Reeks]:
    """The series of each chosen measure since the report, the report's own figure first."""
    for maat in gekozen:
        if maat in MATEN:
            eigen = [_uit_rapport(punt) for punt in punten if punt.maat == maat and punt.uit_rapport]
            daarna = [
                _verteld(kwartaal, cijfer) for (welke, kwartaal), cijfer in sindsdien.items() if welke == maat
            ]
            yield Reeks(
                maat=maat,
                titel=str(MATEN[maat].titel),
                punten=[*eigen, *sorted(daarna, key=lambda punt: punt.op)],
            )


def _uit_rapport(punt: Meetpunt) -> Punt:
    return Punt(
        op=punt.peildatum,
        uit_rapport=True,
        deel=aandeel(punt.aantal, punt.totaal),
        dossiers=f"{punt.totaal}",
    )


def _verteld(kwartaal: Kwartaal, jaar: Jaarcijfer) -> Punt:
    alle = jaar.cijfer.alle
    return Punt(
        op=kwartaal.tot,
        uit_rapport=False,
        deel=jaar.cijfer.deel,
        dossiers="" if alle is None else _("ongeveer %(n)d") % {"n": alle},
        reden=woorden.niet_getoond(jaar.cijfer, jaar.minstens),
    )
