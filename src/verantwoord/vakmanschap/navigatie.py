"""The parts of this room, in the order of a year's work."""

from typing import Final

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui

from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.web.waarden import Tab

# Which part, its words, its first page, and the right that goes with it. A part that is not there yet has no tab.
DELEN: Final[tuple[tuple[str, Promise, str, Recht | None], ...]] = (
    ("begin", lui("Uw opleiding"), "vakmanschap:begin", Recht.VAKMANSCHAP_VOLGEN),
    ("team", lui("Opleiding van uw team"), "vakmanschap:team", Recht.OPLEIDING_BEKIJKEN),
    ("cursussen", lui("Cursussen"), "vakmanschap:cursussen", Recht.VAKMANSCHAP_VOLGEN),
    ("meekijken", lui("Meekijken"), "vakmanschap:meekijken", Recht.VAKMANSCHAP_VOLGEN),
    ("intervisie", lui("Intervisie"), "vakmanschap:intervisie", Recht.VAKMANSCHAP_VOLGEN),
    ("dialoog", lui("Dialoog"), "dialoog:lijst", Recht.DIALOOG_LEZEN),
    ("kennis", lui("Kennis"), "vakmanschap:kennis", Recht.VAKMANSCHAP_VOLGEN),
)


def delen(hier: str, *, viewer: Medewerker) -> list[Tab]:
    """The section navigation of this person; ``hier`` is the key of the part one is in."""
    return [
        Tab(str(titel), url, huidig=sleutel == hier)
        for sleutel, titel, naam, recht in DELEN
        if (recht is None or viewer.heeft(recht)) and (url := _adres(naam))
    ]


def _adres(naam: str) -> str:
    try:
        return reverse(naam)
    except NoReverseMatch:
        return ""
