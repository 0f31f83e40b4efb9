"""Whose yes it takes before something is shared about somebody: their own, or under sixteen that of who represents them.

Source: UAVG art. 5(1) (under sixteen the consent of the legal representative is required instead) and 5(4) (it can be taken
back at any time); BW 1:245 (parents or guardian have authority over a minor). Medical information is no part of this.
"""

from datetime import date
from typing import Final, Literal

from verantwoord.kern.typen import geboortegrenzen

Kiezer = Literal["persoon", "vertegenwoordiger"]
ZELF_VANAF: Final = 16


def kiezer_van(geboortedatum: str | None, *, amv: bool, op: date) -> Kiezer:
    """Who says yes on this day. Where a birth date leaves both ages possible, the younger one protects.

    Nobody is taken for a child because a birth date is missing, unless they came as a minor without parents.
    """
    if not geboortedatum:
        return "vertegenwoordiger" if amv else "persoon"
    _vroegst, laatst = geboortegrenzen(geboortedatum)
    zestien = (laatst.year + ZELF_VANAF, laatst.month, laatst.day) <= (op.year, op.month, op.day)
    return "persoon" if zestien else "vertegenwoordiger"
