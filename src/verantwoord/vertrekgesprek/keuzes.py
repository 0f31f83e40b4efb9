"""The words of this room that are chosen from, as the field and the dossierbeeld say them."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _


class Moment(models.TextChoices):
    EERSTE = "eerste", _("Gesprek 1")
    TWEEDE = "tweede", _("Gesprek 2")
    DERDE = "derde", _("Gesprek 3")
    EXTRA = "extra", _("Extra gesprek")


class Status(models.TextChoices):
    GEPLAND = "gepland", _("Gepland")
    GEVOERD = "gevoerd", _("Gevoerd")
    NIET_VERSCHENEN = "niet_verschenen", _("Niet verschenen")
    NIET_DOORGEGAAN = "niet_doorgegaan", _("Niet doorgegaan")
    GEANNULEERD = "geannuleerd", _("Geannuleerd")


class Tolk(models.TextChoices):
    AANWEZIG = "aanwezig", _("In de kamer")
    TELEFONISCH = "telefonisch", _("Aan de telefoon")
    GEEN = "geen", _("Geen tolk")
    NIET_VERSCHENEN = "niet_verschenen", _("De tolk kwam niet")


class Oorzaak(models.TextChoices):
    """Why a planned talk did not take place; never a judgment about the person."""

    TOLK = "tolk", _("Er was geen tolk")
    DTV = "dtv", _("De DT&V kon niet")
    VREEMDELING = "vreemdeling", _("De vreemdeling had afgezegd")
    ANDERS = "anders", _("Iets anders")


class Onderwerp(models.TextChoices):
    """The six subjects of a good talk (report §3.1; norm gesprek-inhoud-minimum), in the order of the form."""

    PROCEDURE = "procedure", _("Stand van de procedure")
    OPTIES = "opties", _("Mogelijkheden")
    GEVOLGEN = "gevolgen", _("Gevolgen van niet meewerken")
    WENSEN_BELEMMERINGEN = "wensen_belemmeringen", _("Wensen in eigen woorden")
    TOETSINGSMOMENTEN = "toetsingsmomenten", _("Vier vragen")
    AFSPRAKEN = "afspraken", _("Afspraken")


class Ondersteuning(models.TextChoices):
    IOM_REAN = "iom_rean", _("Basishulp van de IOM (REAN)")
    IOM_AVRR = "iom_avrr", _("Herintegratie met de IOM (AVRR)")
    NGO = "ngo", _("Projecten van ngo’s")
    DTV_BIJDRAGE = "dtv_bijdrage", _("Bijdrage van de DT&V")
    DIA = "dia", _("Medische overdracht of opvang via de DIA")
    DERDE_LAND = "derde_land", _("Een ander land")


class Toevoeging(models.TextChoices):
    """What may come to a talk after it was finished."""

    AANVULLING = "aanvulling", _("Aanvulling")
    CORRECTIE = "correctie", _("Correctie")
    REACTIE = "reactie", _("Reactie van de vreemdeling")


class Reactievorm(models.TextChoices):
    """How the person gave a reaction; every way counts the same."""

    MONDELING = "mondeling", _("Verteld, met of zonder tolk")
    OP_PAPIER = "op_papier", _("Zelf opgeschreven")
    VIA_GEMACHTIGDE = "via_gemachtigde", _("Via de advocaat of gemachtigde")
    PORTAAL = "portaal", _("In het portaal")


class Zoekterrein(models.TextChoices):
    """What the words of a passage may be about: one of the four, or a wish."""

    MEDISCH = "medisch", _("Medisch")
    BUITEN_SCHULD = "buiten_schuld", _("Buiten schuld")
    SCHRIJNEND = "schrijnend", _("Schrijnend")
    MENSENHANDEL = "mensenhandel", _("Mensenhandel")
    WENS = "wens", _("Wens")


class Besluitsoort(models.TextChoices):
    """What somebody can do with a passage; all three weigh the same."""

    TOETSING = "toetsing", _("Toetsing geopend")
    WENS = "wens", _("Wens vastgelegd")
    TERZIJDE = "terzijde", _("Terzijde gelegd")


# The kinds of a wish in the words of the dossierbeeld; the room that keeps wishes stands beside this one.
WENSSOORTEN: Final = [
    ("ondernemen", _("Een eigen bedrijf")),
    ("werk", _("Werk")),
    ("opleiding", _("Een opleiding")),
    ("onderwijs_kinderen", _("School voor de kinderen")),
    ("medische_zorg", _("Medische zorg")),
    ("onderdak", _("Een plek om te wonen")),
    ("veiligheid", _("Veiligheid")),
    ("geld", _("Geld")),
    ("bagage", _("Spullen meenemen")),
    ("tijd", _("Meer tijd")),
    ("derde_land", _("Naar een ander land")),
    ("overig", _("Iets anders")),
]
