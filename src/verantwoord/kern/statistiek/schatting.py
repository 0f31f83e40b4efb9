"""From a sample to the whole: how many to draw, and what the drawn ones say of all.

Cochran (1977), *Sampling techniques*, §4.4 (size) and §5.10 (stratified sampling for proportions); interval by Wilson
with the effective size: Franco, Little, Louis and Slud (2019), *Comparative study of confidence intervals for
proportions in complex sample surveys*; Kish (1965), *Survey sampling*, §8.2. A share within a group whose size is known
from the sample alone: the ratio of two estimates, Cochran §6.11 and §2.13.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from math import ceil
from typing import Final, NamedTuple

import msgspec

from verantwoord.kern.statistiek.aandeel import Z, wilson

_Z2: Final = Fraction(Z) ** 2


class Stratum(msgspec.Struct, frozen=True, kw_only=True):
    """One part of the whole: of ``populatie`` units ``getrokken`` were read, and in ``aantal`` of those it was found."""

    populatie: int
    getrokken: int
    aantal: int

    @property
    def gewicht(self) -> float:
        """The design weight: for how many units of the whole each one that was drawn stands."""
        return self.populatie / self.getrokken


class Schatting(msgspec.Struct, frozen=True, kw_only=True):
    """A share of the whole as a fraction, its standard error, and its 95 % interval."""

    deel: float
    standaardfout: float
    interval: tuple[float, float]


class Groepstratum(msgspec.Struct, frozen=True, kw_only=True):
    """One part of the whole, for a share within a group: of those ``getrokken``, ``van`` are of the group and ``aantal`` of those have it."""

    populatie: int
    getrokken: int
    van: int
    aantal: int


class Effectief(NamedTuple):
    """A weighed share as the count of a simple draw that would say it as surely; no whole numbers."""

    aantal: float
    van: float


class Deelgroep(msgspec.Struct, frozen=True, kw_only=True):
    """A share within a group, weighed: counted ``aantal`` of ``van``; ``deel`` a fraction with its 95 % interval."""

    aantal: int
    van: int
    deel: float
    effectief: Effectief
    interval: tuple[float, float]


def omvang(*, marge: float, populatie: int | None = None, deel: float = 0.5) -> int:
    """How many to draw so that the 95 % interval reaches ``marge`` (a fraction) to either side of ``deel``.

    ``populatie`` is the size of the whole; without it the whole is endless. ``deel`` is the share one expects; a half
    asks most and is right when nothing is known. Raises ``ValueError`` for a margin or share outside nought and one.
    """
    if not 0 < marge < 1 or not 0 < deel < 1:
        raise ValueError("a margin and a share lie between nought and one")
    if populatie is not None and populatie < 1:
        raise ValueError("there is nothing to draw from")
    # Exactly as it is written, not the binary fraction next to it: a hair more would ask for one unit more.
    p, e = Fraction(str(deel)), Fraction(str(marge))
    oneindig = _Z2 * p * (1 - p) / e**2
    if populatie is None:
        return ceil(oneindig)
    return min(populatie, ceil(oneindig / (1 + (oneindig - 1) / populatie)))


def gelaagd(strata: Sequence[Stratum]) -> Schatting:
    """Estimate a share of the whole from strata that were drawn each on their own.

    Each stratum weighs as much as its part of the whole, and one that was read entirely adds no uncertainty. Raises
    ``ValueError`` when a stratum is not possible, or has one unit read of many: that says nothing of its spread.
    """
    _controleer(strata)
    populatie = sum(s.populatie for s in strata)
    deel = float(sum(Fraction(s.populatie * s.aantal, s.getrokken) for s in strata) / populatie)
    variantie = sum(_variantie(s) * (s.populatie / populatie) ** 2 for s in strata)
    return Schatting(
        deel=deel, standaardfout=variantie**0.5, interval=_interval(strata, deel=deel, variantie=variantie)
    )


def deelgroep(strata: Sequence[Groepstratum]) -> Deelgroep | None:
    """Estimate a share within a group from strata that were drawn each on their own; ``None`` when nobody of it was read.

    A stratum of which nothing was read says nothing and is left out. The size that weighing leaves is the smaller one of
    Kish's and of the one that the spread within the strata gives, so that an interval is never too narrow by luck; where
    every dossier weighs the same it is the count itself. That few are left to draw makes nothing surer here: it is the
    measure that is judged, not this year's dossiers alone. Raises ``ValueError`` for a stratum that is not possible.
    """
    for s in strata:
        if not 0 <= s.aantal <= s.van <= s.getrokken <= s.populatie:
            raise ValueError(f"{s} is no sample of a whole")
    gelezen = [s for s in strata if s.getrokken]
    geteld = sum(s.van for s in gelezen)
    if not geteld:
        return None
    groot = _som(Fraction(s.populatie * s.van, s.getrokken) for s in gelezen)
    deel = _som(Fraction(s.populatie * s.aantal, s.getrokken) for s in gelezen) / groot
    kwadraten = _som(Fraction(s.populatie**2 * s.van, s.getrokken**2) for s in gelezen)
    effectief = groot**2 / kwadraten
    variantie = _som(_variantie_in_groep(s, deel) for s in gelezen) / groot**2
    if variantie:
        effectief = min(effectief, deel * (1 - deel) / variantie)
    telling = Effectief(float(deel * effectief), float(effectief))
    return Deelgroep(
        aantal=sum(s.aantal for s in gelezen),
        van=geteld,
        deel=float(deel),
        effectief=telling,
        interval=wilson(*telling),
    )


def _som(delen: Iterable[Fraction]) -> Fraction:
    return sum(delen, start=Fraction())


def _variantie_in_groep(s: Groepstratum, deel: Fraction) -> Fraction:
    """What one stratum adds: the spread of what each unit is off from the share, nought for who is not of the group."""
    kwadraten = s.aantal * (1 - deel) ** 2 + (s.van - s.aantal) * deel**2
    gemiddelde = (s.aantal - s.van * deel) / s.getrokken
    return s.populatie**2 * (kwadraten / s.getrokken - gemiddelde**2) / s.getrokken


def _variantie(s: Stratum) -> float:
    if s.getrokken == s.populatie:
        return 0.0
    p = s.aantal / s.getrokken
    return (1 - s.getrokken / s.populatie) * p * (1 - p) / (s.getrokken - 1)


def _interval(strata: Sequence[Stratum], *, deel: float, variantie: float) -> tuple[float, float]:
    if all(s.getrokken == s.populatie for s in strata):
        return deel, deel
    populatie = sum(s.populatie for s in strata)
    if variantie > 0:
        effectief = deel * (1 - deel) / variantie
    else:
        # Every stratum is all or nothing, so the formula sees no spread. Kish: what the weights alone leave of the size.
        effectief = 1 / sum((s.populatie / populatie) ** 2 / s.getrokken for s in strata)
    laag, hoog = wilson(deel * effectief, effectief)
    return min(laag, deel), max(hoog, deel)


def _controleer(strata: Sequence[Stratum]) -> None:
    if not strata:
        raise ValueError("there is no stratum")
    for s in strata:
        if not 0 <= s.aantal <= s.getrokken <= s.populatie or s.getrokken < 1:
            raise ValueError(f"{s} is no sample of a whole")
        if s.getrokken == 1 < s.populatie:
            raise ValueError(f"{s} has one unit read of many")
