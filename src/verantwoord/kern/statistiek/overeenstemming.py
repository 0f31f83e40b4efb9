"""Do two or more assessors judge alike: agreement, Cohen's kappa and Krippendorff's alpha, for judgments in words.

Cohen (1960), *A coefficient of agreement for nominal scales*; its large-sample variance: Fleiss, Cohen and Everitt
(1969), *Large sample standard errors of kappa and weighted kappa*, formula 13; Krippendorff (2011), *Computing
Krippendorff's alpha-reliability*, section C. A judgment in words has no order: "bijna" is as far from "ja" as "nee" is.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from math import sqrt

import msgspec

from verantwoord.kern.statistiek.aandeel import Z, wilson


class Kappa(msgspec.Struct, frozen=True, kw_only=True):
    """Agreement of two assessors beyond chance, over ``n`` units that both judged.

    ``kappa`` and ``interval`` (95 %) are ``None`` when both gave one and the same judgment everywhere: chance would
    have done so too, and nothing can be said.
    """

    n: int
    overeenstemming: float
    kappa: float | None
    interval: tuple[float, float] | None


def cohens_kappa(paren: Sequence[tuple[str, str]]) -> Kappa:
    """Compare two assessors, a pair of judgments a unit. Raises ``ValueError`` without units.

    With full agreement the variance formula gives nought, as if a few units proved everything; the lower border then
    is the Wilson border of the agreement itself, with the agreement by chance taken as known.
    """
    n = len(paren)
    if n == 0:
        raise ValueError("there is no unit that both judged")
    eerste, tweede = Counter(a for a, _ in paren), Counter(b for _, b in paren)
    gelijk = sum(a == b for a, b in paren)
    # In whole numbers, so that "only one judgment was ever given" is not decided by a binary fraction.
    toeval = sum(aantal * tweede[oordeel] for oordeel, aantal in eerste.items())
    if toeval == n * n:
        return Kappa(n=n, overeenstemming=1.0, kappa=None, interval=None)
    p_e = toeval / (n * n)
    kappa = (gelijk * n - toeval) / (n * n - toeval)
    if gelijk == n:
        laag = (wilson(n, n)[0] - p_e) / (1 - p_e)
        return Kappa(n=n, overeenstemming=1.0, kappa=1.0, interval=(max(-1.0, laag), 1.0))
    marge = Z * sqrt(_variantie(paren, eerste, tweede, kappa=kappa, p_e=p_e))
    return Kappa(
        n=n,
        overeenstemming=gelijk / n,
        kappa=kappa,
        interval=(max(-1.0, kappa - marge), min(1.0, kappa + marge)),
    )


def _variantie(
    paren: Sequence[tuple[str, str]],
    eerste: Counter[str],
    tweede: Counter[str],
    *,
    kappa: float,
    p_e: float,
) -> float:
    n, anders = len(paren), 1 - kappa
    som = 0.0
    for (a, b), aantal in sorted(Counter(paren).items()):
        if a == b:
            som += aantal / n * (1 - (eerste[a] + tweede[a]) / n * anders) ** 2
        else:
            som += aantal / n * (anders * (tweede[a] + eerste[b]) / n) ** 2
    # The terms nearly cancel when nearly all agree; a hair below nought is nought.
    return max(0.0, som - (kappa - p_e * anders) ** 2) / (n * (1 - p_e) ** 2)


def overeenstemming(eenheden: Iterable[Sequence[str]]) -> float | None:
    """The share of pairs of judgments about one unit that are alike; ``None`` without any pair.

    With two assessors this is the share of units on which they agree.
    """
    gelijk = alle = 0
    for oordelen in eenheden:
        m = len(oordelen)
        alle += m * (m - 1)
        gelijk += sum(aantal * (aantal - 1) for aantal in Counter(oordelen).values())
    return gelijk / alle if alle else None


def krippendorffs_alpha(eenheden: Iterable[Sequence[str]]) -> float | None:
    """Agreement of any number of assessors; of a unit only the judgments that were given count.

    A unit with fewer than two judgments cannot be compared and is left out. ``None`` when nothing can be compared, or
    when only one judgment was ever given.
    """
    totaal: Counter[str] = Counter()
    verschil = 0.0
    for oordelen in eenheden:
        m = len(oordelen)
        if m < 2:
            continue
        aantallen = Counter(oordelen)
        totaal += aantallen
        verschil += sum(aantal * (m - aantal) for aantal in aantallen.values()) / (m - 1)
    n = totaal.total()
    verwacht = sum(aantal * (n - aantal) for aantal in totaal.values())
    return 1 - (n - 1) * verschil / verwacht if verwacht else None
