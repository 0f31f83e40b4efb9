"""What can be chosen in forms about the procedure, in the words of the field, and what the person can say."""

from unicodedata import combining, normalize

from babel.core import get_global
from django.db import models
from django.utils.translation import gettext_lazy as _

from verantwoord.stamgegevens.landen import ZONDER_LAND, landnaam

BESLUITEN = [
    ("afwijzing", _("Afwijzing")),
    ("terugkeerbesluit", _("Terugkeerbesluit")),
    ("inwilliging", _("Inwilliging")),
    ("inreisverbod", _("Inreisverbod")),
    ("intrekking", _("Intrekking van een vergunning")),
]
GRONDEN_VERKORTING = [
    ("", _("Geen")),
    ("onttrekkingsrisico", _("Risico dat de vreemdeling zich onttrekt")),
    ("kennelijk_ongegrond_of_onjuiste_gegevens", _("Kennelijk ongegrond, of onjuiste gegevens")),
    ("openbare_orde_of_nationale_veiligheid", _("Openbare orde of nationale veiligheid")),
]
STARTGEBEURTENISSEN = [
    ("uitspraak_ongegrond", _("Het beroep is ongegrond verklaard en dat is bekendgemaakt")),
    ("beroepstermijn_verstreken", _("De beroepstermijn is voorbij zonder beroep")),
    ("besluit_zonder_schorsende_werking", _("Het besluit is bekendgemaakt en het beroep schorst niet")),
    ("intrekking_aanvraag", _("De asielaanvraag is ingetrokken")),
    ("einde_uitstel", _("Het uitstel van vertrek is geëindigd")),
]


# Places with a code that nobody is returned to, and that only make the list longer.
_GEEN_LAND = frozenset(
    {"AC", "AQ", "BV", "CP", "DG", "EA", "EU", "EZ", "GS", "HM", "IC", "IO", "TA", "TF", "UM", "UN"}
)
# Codes of countries that are no more, which ISO 3166-3 keeps beside the code of who came after them.
_VROEGER = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})


def landkeuzes() -> list[tuple[str, str]]:
    """Every country by its name in the language of the screen; asked for when a form is shown."""
    drie = {
        twee[0]: code
        for code, twee in get_global("territory_aliases").items()
        if len(code) == 3 and code.isalpha() and len(twee) == 1 and code not in _VROEGER
    }
    namen = (
        (code, landnaam(code)) for twee, code in drie.items() if len(twee) == 2 and twee not in _GEEN_LAND
    )
    landen = (land for land in namen if land[0] != land[1])
    zonder = ((code, landnaam(code).capitalize()) for code in ZONDER_LAND)
    return [("", str(_("Kies een land"))), *sorted(landen, key=lambda land: _sorteer(land[1])), *zonder]


def _sorteer(naam: str) -> str:
    """Without accents, so that Ethiopië stands before Finland and Åland not behind Zweden."""
    return "".join(teken for teken in normalize("NFD", naam.casefold()) if not combining(teken))


class Stemsoort(models.TextChoices):
    """What the person said in the portal, as far as somebody must read or answer it."""

    VRAAG = "vraag", _("Vraag")
    AFSPRAAK = "afspraak", _("Andere dag voor een afspraak")
    KOMT = "komt", _("Komt naar de afspraak")
    REACTIE = "reactie", _("Reactie op een verslag")
    TOESTEMMING = "toestemming", _("Keuze over medische gegevens")
    VERWIJZING = "verwijzing", _("Keuze over hulp van een organisatie")
    WENS = "wens", _("Wens ingetrokken")
