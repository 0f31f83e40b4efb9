"""The closed lists of this room, with the words a reader sees."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Mogelijkheid(models.TextChoices):
    """The options of the contract, in the order of the page: what the person does self comes first."""

    ZELFSTANDIG_IOM = "zelfstandig_iom", _("Zelfstandig met IOM")
    ZELFSTANDIG_NGO = "zelfstandig_ngo", _("Zelfstandig met een ngo")
    ZELFSTANDIG_DTV = "zelfstandig_dtv", _("Bijdrage DT&V of DIA")
    DERDE_LAND = "derde_land", _("Naar een ander land")
    GEDWONGEN = "gedwongen", _("Gedwongen vertrek")
    GEEN_VERTREK_NU = "geen_vertrek_nu", _("Geen vertrek nu")


class Haalbaar(models.TextChoices):
    ONBEKEND = "onbekend", _("Nog niet bekend")
    JA = "ja", _("Ja")
    NEE = "nee", _("Nee")


class Analysedeel(models.TextChoices):
    """The six elements without which a strategy does not rest on an analysis (report §3.1)."""

    DOCUMENTEN = "documenten", _("Documenten en nationaliteit")
    MEDEWERKING_LAND = "medewerking_land", _("Medewerking van het land")
    WENSEN = "wensen", _("Wensen en belemmeringen")
    ONDERSTEUNING = "ondersteuning", _("Ondersteuning")
    TOETSING = "toetsing", _("De vier toetsingsmomenten")
    ALTERNATIEVEN = "alternatieven", _("Alternatieven")


class Eigenaar(models.TextChoices):
    DTV = "dtv", _("DT&V")
    VREEMDELING = "vreemdeling", _("De persoon zelf")
    COA = "coa", _("COA")
    IND = "ind", _("IND")
    AVIM = "avim", _("AVIM")
    KMAR = "kmar", _("KMar")
    IOM = "iom", _("IOM")
    NGO = "ngo", _("Een ngo")
