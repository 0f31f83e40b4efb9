"""A share of a whole: exact counts, percentages rounded half up, and 95 % intervals.

Rounding starts from the counts themselves and never from a binary fraction: 117 of 200 is 58.5 and becomes 59, as the
report prints it, on every machine. Intervals: Wilson (1927) for one share, Newcombe (1998, method 10) for a difference;
both stay inside what is possible, also with few dossiers.
"""

from math import sqrt
from typing import Final

import msgspec

# The 97.5th percentile of the normal distribution: 95 % lies between minus and plus this.
Z: Final = 1.959963984540054


class Aandeel(msgspec.Struct, frozen=True, kw_only=True):
    """``aantal`` of ``van``. Percentages are ``None`` when there is nothing to take a share of.

    ``percentage`` has one decimal and ``afgerond`` none, both rounded half up from the counts; ``interval`` is the
    95 % Wilson interval in percentages with one decimal.
    """

    aantal: int
    van: int
    percentage: float | None
    afgerond: int | None
    interval: tuple[float, float] | None


class Verschil(msgspec.Struct, frozen=True, kw_only=True):
    """The second share minus the first, in percentage points with one decimal, and its 95 % interval."""

    punten: float
    afgerond: int
    interval: tuple[float, float]


def aandeel(aantal: int, van: int) -> Aandeel:
    """Work out the share. Raises ``ValueError`` when the part is not within the whole."""
    if not 0 <= aantal <= van:
        raise ValueError(f"{aantal} is not a part of {van}")
    if van == 0:
        return Aandeel(aantal=0, van=0, percentage=None, afgerond=None, interval=None)
    laag, hoog = wilson(aantal, van)
    return Aandeel(
        aantal=aantal,
        van=van,
        percentage=half_op(aantal * 1000, van) / 10,
        afgerond=half_op(aantal * 100, van),
        interval=(_een_decimaal(laag), _een_decimaal(hoog)),
    )


def verschil(toen: Aandeel, nu: Aandeel) -> Verschil | None:
    """How much the share changed between two independent counts; ``None`` when one of them is of nothing."""
    if not toen.van or not nu.van:
        return None
    p_toen, p_nu = toen.aantal / toen.van, nu.aantal / nu.van
    laag_toen, hoog_toen = wilson(toen.aantal, toen.van)
    laag_nu, hoog_nu = wilson(nu.aantal, nu.van)
    midden = p_nu - p_toen
    omlaag = sqrt((p_nu - laag_nu) ** 2 + (hoog_toen - p_toen) ** 2)
    omhoog = sqrt((hoog_nu - p_nu) ** 2 + (p_toen - laag_toen) ** 2)
    teller, noemer = nu.aantal * toen.van - toen.aantal * nu.van, toen.van * nu.van
    return Verschil(
        punten=_met_teken(teller * 1000, noemer) / 10,
        afgerond=_met_teken(teller * 100, noemer),
        interval=(_een_decimaal(max(-1.0, midden - omlaag)), _een_decimaal(min(1.0, midden + omhoog))),
    )


def half_op(teller: int, noemer: int) -> int:
    """Divide two counts and round half up, without leaving the whole numbers."""
    return (2 * teller + noemer) // (2 * noemer)


def _met_teken(teller: int, noemer: int) -> int:
    """Round half away from nothing, so that a fall reads as large as the same rise."""
    return half_op(teller, noemer) if teller >= 0 else -half_op(-teller, noemer)


def wilson(aantal: float, van: float) -> tuple[float, float]:
    """The 95 % interval of a share as fractions, not rounded; ``van`` may be an effective size and so no whole number."""
    p, z2 = aantal / van, Z * Z
    midden = (p + z2 / (2 * van)) / (1 + z2 / van)
    breedte = Z / (1 + z2 / van) * sqrt(p * (1 - p) / van + z2 / (4 * van * van))
    # At the ends the border is exactly the end; a binary fraction may fall a hair short of it.
    laag = 0.0 if aantal == 0 else max(0.0, midden - breedte)
    hoog = 1.0 if aantal == van else min(1.0, midden + breedte)
    return laag, hoog


def _een_decimaal(deel: float) -> float:
    # Adding nothing turns the -0.0 of a tiny negative border into 0.0.
    return round(deel * 100, 1) + 0.0
