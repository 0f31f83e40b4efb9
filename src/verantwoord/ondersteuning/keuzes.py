"""The words of this room that are chosen from, as the field and the dossierbeeld say them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Soort(models.TextChoices):
    ONDERNEMEN = "ondernemen", _("Een eigen bedrijf")
    WERK = "werk", _("Werk")
    OPLEIDING = "opleiding", _("Een opleiding")
    ONDERWIJS_KINDEREN = "onderwijs_kinderen", _("School voor de kinderen")
    MEDISCHE_ZORG = "medische_zorg", _("Medische zorg")
    ONDERDAK = "onderdak", _("Een plek om te wonen")
    VEILIGHEID = "veiligheid", _("Veiligheid")
    GELD = "geld", _("Geld")
    BAGAGE = "bagage", _("Spullen meenemen")
    TIJD = "tijd", _("Meer tijd")
    DERDE_LAND = "derde_land", _("Naar een ander land")
    OVERIG = "overig", _("Iets anders")
    GEEN_WENS_GEUIT = "geen_wens_geuit", _("Geen wens geuit")


class Bron(models.TextChoices):
    GESPREK = "gesprek", _("Gesprek")
    PORTAAL = "portaal", _("Portaal")
    GEMACHTIGDE = "gemachtigde", _("Gemachtigde")
    COA = "coa", _("COA")
    VWN = "vwn", _("VluchtelingenWerk")
    OVERIG = "overig", _("Iemand anders")


class Oordeel(models.TextChoices):
    """What the regievoerder thinks can be done with a wish; about the wish, never about the person."""

    REALISTISCH = "realistisch", _("Kan")
    NADER_ONDERZOEK = "nader_onderzoek", _("Eerst uitzoeken")
    NIET_REALISTISCH = "niet_realistisch", _("Kan niet")


class Vervolg(models.TextChoices):
    TOEGEKEND = "toegekend", _("Toegezegd")
    DOORVERWEZEN = "doorverwezen", _("Doorverwezen")
    UITGELEGD = "uitgelegd", _("Uitgelegd")
    AFGEWEZEN = "afgewezen", _("Afgewezen")
    VERVULD = "vervuld", _("Vervuld")


class Stap(models.TextChoices):
    BEOORDELING = "beoordeling", _("Beoordeling")
    ANTWOORD = "antwoord", _("Antwoord")
