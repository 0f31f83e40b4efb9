"""The parts of this room. A part that is not there yet has no tab."""

from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui

from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.web.waarden import Tab

# Which part, its words, its first page; and below, those that are also there for who reads the told figures alone.
DELEN: Final[tuple[tuple[str, Promise, str], ...]] = (
    ("meting", lui("De meting"), "kwaliteit:meting"),
    ("publicatie", lui("Vaste cijfers"), "kwaliteit:publicatie"),
    ("spreiding", lui("Spreiding"), "kwaliteit:spreiding"),
    ("teksten", lui("Standaardteksten"), "kwaliteit:teksten"),
    ("werkdruk", lui("Werkdruk"), "werkdruk:overzicht"),
    ("behoeften", lui("Waar niets voor is"), "kwaliteit:behoeften"),
    ("rapporten", lui("Rapporten"), "rapporten:lijst"),
)
VERTELD: Final = frozenset({"publicatie", "spreiding"})


def delen(hier: str, *, viewer: Medewerker) -> list[Tab]:
    """The section navigation of this person; ``hier`` is the key of the part one is in."""
    alles = viewer.heeft(Recht.KWALITEIT_BEKIJKEN)
    return [
        Tab(str(titel), url, huidig=sleutel == hier)
        for sleutel, titel, naam in DELEN
        if (alles or sleutel in VERTELD) and (url := _adres(naam))
    ]


def _adres(naam: str) -> str:
    try:
        return reverse(naam)
    except NoReverseMatch:
        return ""
