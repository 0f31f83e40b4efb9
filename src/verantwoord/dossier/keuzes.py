"""What can be chosen in forms about the procedure, in the words of the field."""

from babel import Locale
from babel.core import get_global
from django.utils.translation import gettext_lazy as _

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


def _landen() -> list[tuple[str, str]]:
    namen = Locale.parse("nl").territories
    drie = {
        twee[0]: code
        for code, twee in get_global("territory_aliases").items()
        if len(code) == 3 and code.isalpha() and len(twee) == 1
    }
    landen = ((code, str(namen[twee])) for twee, code in drie.items() if twee in namen and len(twee) == 2)
    return [("", ""), *sorted(landen, key=lambda land: land[1]), ("XXA", "Staatloos"), ("XXX", "Onbekend")]


LANDEN = _landen()
