"""Figures of a table, never of a person: counts that a reader may know, and nothing where the group is too small."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from verantwoord.kern.definities import VASTE_PARTNERS

# Fewer than this and a figure would be about recognisable cases.
KLEINSTE_GROEP: Final = 5


@dataclass(frozen=True, kw_only=True)
class Cijfer:
    """So many of so many. Both are absent, and so is the share, when there are fewer than five to count."""

    aantal: int | None
    van: int | None

    @property
    def percentage(self) -> float | None:
        return None if self.aantal is None or not self.van else round(100 * self.aantal / self.van, 1)


@dataclass(frozen=True, kw_only=True)
class Puntcijfer:
    """What is counted of one item."""

    tegenspraak: bool
    niet_unaniem: bool
    opgeschaald: bool
    besluit: str | None
    buiten: bool = False


@dataclass(frozen=True, kw_only=True)
class Overlegcijfer:
    """What is counted of one meeting. ``verslag_op_tijd`` is unknown while the term still runs."""

    voorzitter: str
    afgeweken: bool
    aanwezig: frozenset[str]
    verslag_op_tijd: bool | None


@dataclass(frozen=True, kw_only=True)
class Cijfers:
    """``aanwezig`` and ``voorzitter`` per partner: of how many meetings."""

    overleggen: Cijfer
    punten: Cijfer
    met_tegenspraak: Cijfer
    niet_unaniem: Cijfer
    opgeschaald: Cijfer
    buiten_overleg: Cijfer
    verslag_op_tijd: Cijfer
    afgeweken_van_rooster: Cijfer
    aanwezig: Mapping[str, Cijfer]
    voorzitter: Mapping[str, Cijfer]


def cijfer(aantal: int, van: int) -> Cijfer:
    if van < KLEINSTE_GROEP:
        return Cijfer(aantal=None, van=None)
    return Cijfer(aantal=aantal, van=van)


def tel(overleggen: Iterable[Overlegcijfer], punten: Iterable[Puntcijfer]) -> Cijfers:
    gehouden, alle = list(overleggen), list(punten)
    besproken = [p for p in alle if not p.buiten]
    n, m = len(gehouden), len(besproken)
    beoordeeld = [o for o in gehouden if o.verslag_op_tijd is not None]
    buiten = len(alle) - m
    besloten = sum(p.besluit == "vastgesteld" for p in besproken) + buiten
    aanwezig = Counter(partner for o in gehouden for partner in o.aanwezig)
    voorzitter = Counter(o.voorzitter for o in gehouden)
    return Cijfers(
        overleggen=cijfer(n, n),
        punten=cijfer(m, m),
        met_tegenspraak=cijfer(sum(p.tegenspraak for p in besproken), m),
        niet_unaniem=cijfer(sum(p.niet_unaniem for p in besproken), m),
        opgeschaald=cijfer(sum(p.opgeschaald for p in besproken), m),
        buiten_overleg=cijfer(buiten, besloten),
        verslag_op_tijd=cijfer(sum(bool(o.verslag_op_tijd) for o in beoordeeld), len(beoordeeld)),
        afgeweken_van_rooster=cijfer(sum(o.afgeweken for o in gehouden), n),
        aanwezig={p: cijfer(aanwezig[p], n) for p in VASTE_PARTNERS},
        voorzitter={p: cijfer(voorzitter[p], n) for p in VASTE_PARTNERS},
    )
