"""The closed lists of this room, with the words a reader sees."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Moment(models.TextChoices):
    """The four, in the order in which the page shows them."""

    MEDISCH = "medisch", _("Medisch")
    BUITEN_SCHULD = "buiten_schuld", _("Buiten schuld")
    SCHRIJNEND = "schrijnend", _("Schrijnend")
    MENSENHANDEL = "mensenhandel", _("Mensenhandel")


class Aanleiding(models.TextChoices):
    INTAKE = "intake", _("De overdracht van het dossier")
    GESPREK = "gesprek", _("Een gesprek")
    STADIUM = "stadium", _("Een nieuw stadium in de procedure")
    SIGNAAL = "signaal", _("Een aanwijzing")
    DWANGMAATREGEL = "dwangmaatregel", _("Een stap met dwang die in beeld komt")
    VERTREK = "vertrek", _("Het vertrek")


class Conclusie(models.TextChoices):
    GEEN_AANWIJZING = "geen_aanwijzing", _("Geen aanwijzing")
    NADER_ONDERZOEK = "nader_onderzoek", _("Nader onderzoek nodig")
    VOORGELEGD = "voorgelegd", _("Voorgelegd aan wie beslist")
    OPSCHORTEN = "opschorten", _("Vertrek opschorten")


class Bron(models.TextChoices):
    """Who brought the signal."""

    PERSOON = "persoon", _("De persoon zelf")
    GESPREK = "gesprek", _("Een gesprek")
    GEMACHTIGDE = "gemachtigde", _("De gemachtigde")
    COA = "coa", _("COA")
    IND = "ind", _("IND")
    AVIM = "avim", _("AVIM")
    KMAR = "kmar", _("KMar")
    IOM = "iom", _("IOM")
    NGO = "ngo", _("Een ngo")
    VWN = "vwn", _("VluchtelingenWerk")
    OVERIG = "overig", _("Iemand anders, zoals een school of huisarts")
