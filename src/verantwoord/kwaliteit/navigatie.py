"""The parts of this room. A part that is not there yet has no tab."""

from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui

from verantwoord.web.waarden import Tab

DELEN: Final[tuple[tuple[str, Promise, str], ...]] = (
    ("meting", lui("De meting"), "kwaliteit:meting"),
    ("publicatie", lui("Vaste cijfers"), "kwaliteit:publicatie"),
    ("spreiding", lui("Spreiding"), "kwaliteit:spreiding"),
    ("teksten", lui("Standaardteksten"), "kwaliteit:teksten"),
    ("werkdruk", lui("Werkdruk"), "werkdruk:overzicht"),
    ("behoeften", lui("Waar niets voor is"), "kwaliteit:behoeften"),
    ("rapporten", lui("Rapporten"), "rapporten:lijst"),
    ("kennis", lui("Kennis en opleiding"), "vakmanschap:begin"),
)


def delen(hier: str) -> list[Tab]:
    """The section navigation; ``hier`` is the key of the part one is in."""
    return [
        Tab(str(titel), url, huidig=sleutel == hier)
        for sleutel, titel, naam in DELEN
        if (url := _adres(naam))
    ]


def _adres(naam: str) -> str:
    try:
        return reverse(naam)
    except NoReverseMatch:
        return ""
