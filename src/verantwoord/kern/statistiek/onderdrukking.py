"""A small count may point at somebody: hide it, and whatever would give it back by subtraction.

Primary suppression leaves out what is too small; complementary suppression leaves out more until the rest, taken
together, is no small group either. Source: CBS, regels voor statistische geheimhouding (threshold rule); AVG rec. 26.
"""

from collections.abc import Mapping

import msgspec


class Verdeling(msgspec.Struct, frozen=True, kw_only=True):
    """What may be told of counts that add up to one whole.

    ``totaal`` is ``None`` when the whole itself is too small. ``getoond`` are the parts that may be named; ``overig``
    is what the others come to together, 0 when there are no others.
    """

    totaal: int | None
    getoond: Mapping[str, int]
    overig: int


def onderdruk(aantallen: Mapping[str, int], *, minstens: int, totaal_minstens: int) -> Verdeling:
    """Decide which parts may be named. A part below ``minstens`` never is; nor is a whole below ``totaal_minstens``.

    What is left out is at least two parts that together reach ``minstens``, or else no part is named at all. Parts of
    nought are no parts: that somewhere is nobody is not told.
    """
    delen = sorted(((n, naam) for naam, n in aantallen.items() if n > 0), key=lambda deel: (deel[0], deel[1]))
    totaal = sum(n for n, _naam in delen)
    if totaal < max(totaal_minstens, 1):
        return Verdeling(totaal=None, getoond={}, overig=0)
    weg = sum(1 for n, _naam in delen if n < minstens)
    while 0 < weg < len(delen) and (weg < 2 or sum(n for n, _naam in delen[:weg]) < minstens):
        weg += 1
    getoond = {naam: n for n, naam in sorted(delen[weg:], key=lambda deel: deel[1])}
    return Verdeling(totaal=totaal, getoond=getoond, overig=sum(n for n, _naam in delen[:weg]))
