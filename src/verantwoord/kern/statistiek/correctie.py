"""What an imperfect measure says of the whole, once it is known how often it is right.

The automatic measure counts what is recorded; assessors who read part of the dossiers say how often it finds what is
there (sensitivity) and passes over what is not (specificity). Rogan and Gladen (1978), *Estimating prevalence from the
results of a screening test*; interval by Lang and Reiczigel (2014), *Confidence limits for prevalence of disease
adjusted for estimated sensitivity and specificity*, which also counts that both were estimated from a few.
"""

from math import sqrt
from typing import Protocol

import msgspec

from verantwoord.kern.statistiek.aandeel import Z


class Telling(Protocol):
    """``aantal`` of ``van``: a count, or one brought down to the size that weighing leaves of it and so no whole number."""

    @property
    def aantal(self) -> float: ...
    @property
    def van(self) -> float: ...


class Gecorrigeerd(msgspec.Struct, frozen=True, kw_only=True):
    """The share as it would be with a perfect measure, as a fraction between nought and one, with its 95 % interval."""

    deel: float
    interval: tuple[float, float]


def rogan_gladen(*, gemeten: Telling, gevoelig: Telling, specifiek: Telling) -> Gecorrigeerd | None:
    """Correct a measured share.

    ``gemeten``: how many the measure found; ``gevoelig``: of those in which the assessors found it, how many the measure
    found too; ``specifiek``: of those in which they did not, how many the measure did not either. The three counts come
    from separate draws; where those were weighed, the last two are effective counts (``schatting.Deelgroep``). ``None`` when one is of nothing, or when so few were read that the measure cannot be told from
    a coin: then nothing can be put right.
    """
    if not (gemeten.van and gevoelig.van and specifiek.van):
        return None
    if not (
        _beter_dan_een_munt(gevoelig, specifiek, erbij=0)
        and _beter_dan_een_munt(gevoelig, specifiek, erbij=1)
    ):
        return None
    deel = _omgerekend(_deel(gemeten), _deel(gevoelig), _deel(specifiek))
    return Gecorrigeerd(deel=_mogelijk(deel), interval=_interval(gemeten, gevoelig, specifiek))


def _interval(gemeten: Telling, gevoelig: Telling, specifiek: Telling) -> tuple[float, float]:
    """Formulas 6, 7 and 15 to 17 of Lang and Reiczigel, with successes and failures added as Agresti and Coull do."""
    z2 = Z * Z
    n, n_se, n_sp = gemeten.van + z2, gevoelig.van + 2, specifiek.van + 2
    p, se, sp = (gemeten.aantal + z2 / 2) / n, (gevoelig.aantal + 1) / n_se, (specifiek.aantal + 1) / n_sp
    deel = _omgerekend(p, se, sp)
    van_se, van_sp = se * (1 - se) / n_se, sp * (1 - sp) / n_sp
    schuif = 2 * z2 * (deel * van_se - (1 - deel) * van_sp)
    variantie = (p * (1 - p) / n + deel**2 * van_se + (1 - deel) ** 2 * van_sp) / (se + sp - 1) ** 2
    marge = Z * sqrt(variantie)
    return _mogelijk(deel + schuif - marge), _mogelijk(deel + schuif + marge)


def _beter_dan_een_munt(gevoelig: Telling, specifiek: Telling, *, erbij: int) -> bool:
    """Whether sensitivity and specificity are more than one together, with ``erbij`` more of both outcomes."""
    n_se, n_sp = gevoelig.van + 2 * erbij, specifiek.van + 2 * erbij
    return (gevoelig.aantal + erbij) * n_sp + (specifiek.aantal + erbij) * n_se > n_se * n_sp


def _omgerekend(p: float, se: float, sp: float) -> float:
    return (p + sp - 1) / (se + sp - 1)


def _deel(deel: Telling) -> float:
    return deel.aantal / deel.van


def _mogelijk(deel: float) -> float:
    return min(1.0, max(0.0, deel))
