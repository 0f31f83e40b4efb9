"""When to ask how a referral goes: a day that is always there while it runs, whatever anybody does or does not say.

Silence is nobody's choice. It brings a duty for who directs the case, and changes nothing else: not the referral, not
the consent, not what anybody is owed (report §3.2; norm doorverwijzing-iom-ngo).
"""

from datetime import date
from typing import Final, Literal

from verantwoord.kern.dossierbeeld import Verwijzing
from verantwoord.kern.kalender import plus_dagen

# How long the signed "Bewijs van Aanvraag" of the IOM holds (catalogue of norms, doorverwijzing-iom-ngo).
BEWIJS_GELDIG_DAGEN: Final = 60
Stand = Literal["gevraagd", "aangenomen", "resultaat", "beeindigd"]


def stand_van(feit: Verwijzing, *, aangenomen: bool, beeindigd: bool) -> Stand:
    """How a referral stands; only what somebody wrote down makes it another, never a day that passes."""
    if beeindigd:
        return "beeindigd"
    if (feit.resultaat or "").strip():
        return "resultaat"
    return "aangenomen" if aangenomen else "gevraagd"


def navragen_op(
    feit: Verwijzing, *, afgesproken: date | None, laatst_gehoord: date | None, dagen: int
) -> date:
    """The next day to ask how it goes, for a referral that runs.

    The day that was agreed; without one ``dagen`` after the last word there was. While nobody asked yet never later
    than ``dagen`` after the referral itself.
    """
    eerste = plus_dagen(feit.verwezen_op, dagen)
    if feit.opvolging_op is None:
        return min(eerste, afgesproken) if afgesproken else eerste
    if afgesproken is not None:
        return afgesproken
    return plus_dagen(max(feit.opvolging_op, laatst_gehoord or feit.opvolging_op), dagen)


def bewijs_geldig_tot(bewijs_op: date) -> date:
    """The last day on which a signed "Bewijs van Aanvraag" holds, the day of signing being the first."""
    return plus_dagen(bewijs_op, BEWIJS_GELDIG_DAGEN)
