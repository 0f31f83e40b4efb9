"""The parts of this room, in the order of a year's work."""

from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui

from verantwoord.web.waarden import Tab

# A part that is not there yet has no tab.
DELEN: Final[tuple[tuple[str, Promise, str], ...]] = (
    ("begin", lui("Uw opleiding"), "vakmanschap:begin"),
    ("cursussen", lui("Cursussen"), "vakmanschap:cursussen"),
    ("meekijken", lui("Meekijken"), "vakmanschap:meekijken"),
    ("intervisie", lui("Intervisie"), "vakmanschap:intervisie"),
    ("dialoog", lui("Dialoog"), "dialoog:lijst"),
    ("kennis", lui("Kennis"), "vakmanschap:kennis"),
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
