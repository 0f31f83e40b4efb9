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
    VERTELD = "verteld", _("Verteld")


class Wijze(models.TextChoices):
    """How the person heard the answer."""

    GESPREK = "gesprek", _("In een gesprek")
    TELEFOON = "telefoon", _("Telefonisch")
    BRIEF = "brief", _("Met een brief")
    PORTAAL = "portaal", _("In het portaal")
    GEMACHTIGDE = "gemachtigde", _("Via de gemachtigde")


class Naar(models.TextChoices):
    """To whom this room refers. The police belongs to a route that is shielded, and is not shown here."""

    IOM = "iom", _("IOM")
    NGO = "ngo", _("Een ngo")
    DIA = "dia", _("DIA")
    GEMACHTIGDE = "gemachtigde", _("De gemachtigde")
    OVERIG = "overig", _("Een andere organisatie")


class Uitkomst(models.TextChoices):
    GELUKT = "gelukt", _("Het lukt")
    DEELS = "deels", _("Het lukt voor een deel")
    NIET = "niet", _("Het lukt niet")


class Einde(models.TextChoices):
    """Why a referral stopped; none of these is held against anybody."""

    TOESTEMMING_WEG = "toestemming_weg", _("De vreemdeling wil niet meer dat wij gegevens delen")
    WIL_ANDERS = "wil_anders", _("De vreemdeling kiest een andere weg")
    KAN_NIET_HELPEN = "kan_niet_helpen", _("De organisatie kan niet helpen")
    NIET_MEER_NODIG = "niet_meer_nodig", _("De hulp is niet meer nodig")
    ANDERS = "anders", _("Een andere reden")


class Verloop(models.TextChoices):
    """One entry in the course of a referral."""

    GEDAAN = "gedaan", _("Doorverwezen")
    NIET_GEDAAN = "niet_gedaan", _("Niet doorverwezen")
    OPVOLGING = "opvolging", _("Nagegaan hoe het loopt")
    RESULTAAT = "resultaat", _("Uitslag")
    EINDE = "einde", _("Beëindigd")


class Vorm(models.TextChoices):
    GELD = "geld", _("Geld")
    NATURA = "natura", _("Spullen of een dienst, zoals een cursus of bagage")


class Besluit(models.TextChoices):
    TOEGEKEND = "toegekend", _("Toegekend")
    DEELS = "deels", _("Voor een deel toegekend")
    AFGEWEZEN = "afgewezen", _("Afgewezen")


class Aanbieder(models.TextChoices):
    IOM = "iom", _("IOM")
    NGO = "ngo", _("Ngo")
    DTV = "dtv", _("DT&V")
    DIA = "dia", _("DIA")
    OVERIG = "overig", _("Een andere organisatie")
