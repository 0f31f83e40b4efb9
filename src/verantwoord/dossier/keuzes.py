"""What can be chosen in forms about the procedure, in the words of the field, and what the person can say."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from verantwoord.stamgegevens import landen

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
# Asked for here by the forms of every room above.
landkeuzes = landen.landkeuzes


class Stemsoort(models.TextChoices):
    """What the person said in the portal, as far as somebody must read or answer it."""

    VRAAG = "vraag", _("Vraag")
    AFSPRAAK = "afspraak", _("Andere dag voor een afspraak")
    KOMT = "komt", _("Komt naar de afspraak")
    REACTIE = "reactie", _("Reactie op een verslag")
    TOESTEMMING = "toestemming", _("Keuze over medische gegevens")
    VERWIJZING = "verwijzing", _("Keuze over hulp van een organisatie")
    WENS = "wens", _("Wens ingetrokken")
