"""The rules about looks in the words of the page; ``kern.opvallend`` holds the rules themselves, which know no language."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, kw_only=True)
class Regelwoorden:
    titel: str | Promise
    uitleg: str | Promise


PER_REGEL: Final[Mapping[str, Regelwoorden]] = {
    "naamgenoot": Regelwoorden(
        titel=_("Zelfde achternaam"),
        uitleg=_(
            "De persoon en de medewerker hebben dezelfde achternaam, en de medewerker had geen taak in het dossier."
        ),
    ),
    "buurt": Regelwoorden(
        titel=_("Zelfde postcode"),
        uitleg=_(
            "De persoon verblijft waar de medewerker woont, en de medewerker had geen taak in het dossier."
        ),
    ),
    "nacht": Regelwoorden(
        titel=_("’s Nachts zonder taak"),
        uitleg=_(
            "Er is tussen tien uur ’s avonds en zes uur ’s ochtends gekeken, zonder taak in het dossier."
        ),
    ),
    "bekend": Regelwoorden(
        titel=_("Veel kijkers zonder taak"),
        uitleg=_("In een week keken vijf of meer mensen zonder taak naar hetzelfde dossier."),
    ),
    "herhaald": Regelwoorden(
        titel=_("Steeds weer, zonder taak"),
        uitleg=_("Op drie of meer dagen in vier weken naar hetzelfde dossier gekeken, zonder taak daarin."),
    ),
    "veel": Regelwoorden(
        titel=_("Veel meer dan gewoon"),
        uitleg=_("Meer dan twee keer zoveel dossiers als op de eigen drukste dag van de laatste vier weken."),
    ),
    "geprobeerd": Regelwoorden(
        titel=_("Vaak geweigerd"),
        uitleg=_("Op één dag vijf of meer keer geprobeerd iets te openen dat niet mocht."),
    ),
}
