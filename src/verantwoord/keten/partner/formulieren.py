"""Every form of a partner by the name in its address."""

from typing import Final

from verantwoord.keten.partner.forms import FORMULIEREN as EIGEN
from verantwoord.keten.partner.forms import Stuurformulier
from verantwoord.keten.partner.meldplichtforms import MELDPLICHTFORMULIEREN
from verantwoord.keten.partner.overplaatsingforms import OVERPLAATSINGFORMULIEREN

FORMULIEREN: Final[dict[str, type[Stuurformulier]]] = {
    **EIGEN,
    **MELDPLICHTFORMULIEREN,
    **OVERPLAATSINGFORMULIEREN,
}
