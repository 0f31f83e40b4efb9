"""The closed lists of this room, with the words a reader sees."""

from typing import Final

from django.db import models
from django.utils.translation import gettext_lazy as _

from verantwoord.toegang.rechten import Organisatie, Rol


class Partner(models.TextChoices):
    """The four fixed members of the LKO (report §2.2): without one of them nothing is decided together."""

    DTV = "dtv", "DT&V"
    COA = "coa", "COA"
    AVIM = "avim", "AVIM"
    IND = "ind", "IND"


class Soort(models.TextChoices):
    LKO = "lko", _("LKO")
    KLEIN_LKO = "klein_lko", _("Klein LKO")
    RAO = "rao", _("RAO")
    DEELBERAAD = "deelberaad", _("Deelberaad Asiel")


BUITEN_OVERLEG: Final = "buiten_overleg"
LKO_SOORTEN: Final = (Soort.LKO, Soort.KLEIN_LKO)


class Overlegstand(models.TextChoices):
    GEPLAND = "gepland", _("Gepland")
    BEZIG = "bezig", _("Nu bezig")
    AFGEROND = "afgerond", _("Afgerond")
    VERVALLEN = "vervallen", _("Gaat niet door")


class Onderwerp(models.TextChoices):
    VERTREKSTRATEGIE = "vertrekstrategie", _("Strategie voor het vertrek")
    EINDE_OPVANG = "einde_opvang", _("Einde van de opvang")
    VBL = "vbl", _("Vrijheidsbeperkende locatie")
    GL = "gl", _("Gezinslocatie")
    GEDWONGEN_VERTREK = "gedwongen_vertrek", _("Gedwongen vertrek")
    BEWARING = "bewaring", _("Bewaring")
    OVERIG = "overig", _("Iets anders")


class Reden(models.TextChoices):
    """Why a case is on the agenda, in words that give nothing away about the person."""

    ACTIES = "acties", _("Er staan afspraken open")
    STRATEGIE = "strategie", _("De strategie is nog niet besproken")
    VERTREKTERMIJN = "vertrektermijn", _("De vertrektermijn loopt af")
    OPVANG = "opvang", _("De opvang loopt af")
    VBL = "vbl", _("Het verblijf in de vbl nadert twaalf weken")
    STAGNATIE = "stagnatie", _("Er is vier weken niets over gezegd")
    NIEUW = "nieuw", _("Er is iets nieuws bekend")
    VERZOEK = "verzoek", _("Een partner vraagt erom")
    BEVESTIGEN = "bevestigen", _("Een besluit buiten het overleg moet nog worden bevestigd")
    AANGEHOUDEN = "aangehouden", _("In een eerder overleg is nog niets besloten")
    OPGESCHAALD = "opgeschaald", _("De partners werden het niet eens")
    TERUGKOPPELING = "terugkoppeling", _("Een ander overleg heeft besloten")


class Vorm(models.TextChoices):
    BESLUIT = "besluit", _("Om over te besluiten")
    MEDEDELING = "mededeling", _("Om van te weten")


class Stap(models.TextChoices):
    """Where an item stands; derived from what is there, never set by hand."""

    STANDPUNTEN = "standpunten", _("Eerste standpunt")
    TEGENSPRAAK = "tegenspraak", _("Tegenspraak")
    STEMMEN = "stemmen", _("Besluit")
    UITKOMST = "uitkomst", _("Uitkomst")
    BESLOTEN = "besloten", _("Besloten")
    MEDEDELING = "mededeling", _("Mededeling")
    DOORGESCHOVEN = "doorgeschoven", _("Naar een volgend overleg")


class Oordeel(models.TextChoices):
    AKKOORD = "akkoord", _("Akkoord")
    NIET_AKKOORD = "niet_akkoord", _("Niet akkoord")
    ONTHOUDING = "onthouding", _("Onthouding")


class Besluit(models.TextChoices):
    VASTGESTELD = "vastgesteld", _("Vastgesteld")
    AANGEHOUDEN = "aangehouden", _("Aangehouden")
    OPGESCHAALD = "opgeschaald", _("Opgeschaald")
    GEEN_BESLUIT = "geen_besluit", _("Geen besluit")


class Opschaling(models.TextChoices):
    RAO = "rao", _("RAO")
    DEELBERAAD = "deelberaad", _("Deelberaad Asiel")


class SoortTegenspraak(models.TextChoices):
    ALTERNATIEF = "alternatief", _("Een alternatief")
    RISICO = "risico", _("Een risico")
    VRAAG = "vraag", _("Een vraag")


class Actiehouder(models.TextChoices):
    DTV = "dtv", "DT&V"
    COA = "coa", "COA"
    AVIM = "avim", "AVIM"
    IND = "ind", "IND"
    KMAR = "kmar", "KMar"
    IOM = "iom", "IOM"
    NGO = "ngo", _("Een ngo")
    VREEMDELING = "vreemdeling", _("De persoon zelf")


# The hat with which an organisation sits at the table: a signal of mensenhandel is not shared there.
ROL_AAN_TAFEL: Final = {
    Organisatie.COA: Rol.COA,
    Organisatie.AVIM: Rol.AVIM_TOEZICHT,
    Organisatie.IND: Rol.IND,
    Organisatie.KMAR: Rol.KMAR,
    Organisatie.IOM: Rol.IOM_NGO,
    Organisatie.NGO: Rol.IOM_NGO,
    Organisatie.NIDOS: Rol.IOM_NGO,
    Organisatie.DIA: Rol.IOM_NGO,
    Organisatie.VWN: Rol.VWN,
}
