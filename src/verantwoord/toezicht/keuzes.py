"""The words of supervision: codes as they are kept, with what a reader calls them."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Verzoeksoort(models.TextChoices):
    OPLEGGEN = "opleggen", _("Een meldplicht opleggen")
    WIJZIGEN = "wijzigen", _("Vaker of minder vaak melden")
    BEEINDIGEN = "beeindigen", _("De meldplicht beëindigen")


class Verzoekbesluit(models.TextChoices):
    GEDAAN = "gedaan", _("Gedaan")
    GEWEIGERD = "geweigerd", _("Niet gedaan")


class Moment(models.TextChoices):
    """What is known of one day on which somebody should report. Only the last counts as missed."""

    GEMELD = "gemeld", _("Gemeld")
    GEMIST = "gemist", _("Niet gemeld, reden nog horen")
    VERSCHOOND = "verschoond", _("Niet gemeld, met goede reden")
    TELT = "telt", _("Niet gemeld")


class Gehoord(models.TextChoices):
    GESPROKEN = "gesproken", _("Ja, met de persoon zelf of de gemachtigde")
    NIET_BEREIKT = "niet_bereikt", _("Nee, niet bereikt; geprobeerd is hieronder beschreven")


class Reden(models.TextChoices):
    """Why somebody did not come. The health of a person is not written here: that somebody was ill is enough."""

    ZIEKENHUIS = "ziekenhuis", _("In het ziekenhuis, of ziek")
    AFSPRAAK = "afspraak", _("Een afspraak elders, bijvoorbeeld bij advocaat, rechtbank, IND of DT&V")
    VERVOER = "vervoer", _("Er was geen vervoer, of het reed niet")
    NIET_GEWETEN = "niet_geweten", _("De dag of de plek was niet duidelijk")
    VERPLAATST = "verplaatst", _("Overgeplaatst, of vastgehouden")
    ANDERS = "anders", _("Een andere reden")
    GEEN = "geen", _("Er is geen reden gegeven")


class Maatregelsoort(models.TextChoices):
    VBL = "vbl", _("Verblijf op de vrijheidsbeperkende locatie")
    GL = "gl", _("Verblijf op een gezinslocatie")
    GEMEENTE = "gemeente", _("Verblijf in een bepaalde gemeente")


class Reistestsoort(models.TextChoices):
    VACCINATIE = "vaccinatie", _("Vaccinatie")
    TEST = "test", _("Test, bijvoorbeeld op een besmettelijke ziekte")
    ONDERZOEK = "onderzoek", _("Ander medisch onderzoek")


class Reistestantwoordsoort(models.TextChoices):
    JA = "ja", _("Ja, de persoon wil dit")
    NEE = "nee", _("Nee, de persoon wil dit niet")
    INGETROKKEN = "ingetrokken", _("De persoon trekt een eerdere ja in")


# Kept as it is, whatever language the portal speaks.
KEUZEWOORDEN: Final = {
    "ja": "Ja, ik wil dit.",
    "nee": "Nee, ik wil dit niet.",
    "intrekken": "Ik trek mijn ja in.",
}


class Namens(models.TextChoices):
    ZELF = "zelf", _("De persoon zelf")
    GEZAG = "gezag", _("Ouder of voogd, nadat het kind is gehoord")
