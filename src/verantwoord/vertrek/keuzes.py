"""The closed lists of this room, with the words a reader sees."""

from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


class Soort(models.TextChoices):
    """The two kinds of departure of the contract; what the person does self comes first."""

    ZELFSTANDIG = "zelfstandig", _("Zelfstandig vertrek")
    GEDWONGEN = "gedwongen", _("Gedwongen vertrek")


class Begeleiding(models.TextChoices):
    DTV = "dtv", _("Iemand van de DT&V")
    MEDISCH = "medisch", _("Een arts of verpleegkundige")
    KMAR = "kmar", _("De KMar")


class Uitkomst(models.TextChoices):
    """How a dossier can end; the first two need proof that the person left (norm uitkomst-aantoonbaar)."""

    ZELFSTANDIG = "zelfstandig_gecontroleerd", _("Zelfstandig vertrokken, met bewijs")
    GEDWONGEN = "gedwongen", _("Gedwongen vertrokken, met bewijs")
    ONGECONTROLEERD = "ongecontroleerd", _("Vertrokken zonder toezicht")
    INGETROKKEN = "overdracht_ingetrokken", _("De overdracht is ingetrokken")
    VERBLIJF = "verblijf_of_overig", _("Verblijf toegestaan, of een andere reden")


AANTOONBAAR: Final = (Uitkomst.ZELFSTANDIG, Uitkomst.GEDWONGEN)
SOORT_VAN: Final = {Uitkomst.ZELFSTANDIG: Soort.ZELFSTANDIG, Uitkomst.GEDWONGEN: Soort.GEDWONGEN}


class Bewijs(models.TextChoices):
    """What shows that the person left. Who goes without IOM can be seen out by the KMar at the border."""

    IOM = "iom", _("Vertrekverklaring van IOM")
    KMAR = "kmar", _("Verklaring van de KMar bij de grens")
    BEGELEIDER = "begeleider", _("Verslag van wie meereisde")
    AMBASSADE = "ambassade", _("Melding bij een Nederlandse ambassade")
    ANDERS = "anders", _("Iets anders")


class Nagevraagd(models.TextChoices):
    """Where somebody may be who is not at home: asked before anybody says the person left."""

    VERBLIJF = "verblijf", _("Op de kamer en bij medebewoners")
    COA = "coa", _("Bij het COA: is er een overplaatsing of verlof")
    ZIEKENHUIS = "ziekenhuis", _("Bij ziekenhuis en huisarts")
    POLITIE = "politie", _("Bij de politie: is de persoon aangehouden")
    SCHOOL = "school", _("Op school of bij de dagbesteding")
    GEMACHTIGDE = "gemachtigde", _("Bij de gemachtigde of de voogd")


class Aanleiding(models.TextChoices):
    """Why a closed dossier is opened again."""

    WEER_GEZIEN = "weer_gezien", _("De persoon is er weer")
    ONTERECHT = "onterecht", _("Het dossier is ten onrechte gesloten")


class Gemachtigde(models.TextChoices):
    """Whether the lawyer knows that the person leaves while something still runs."""

    WEET_HET = "weet_het", _("Ja, de gemachtigde weet het")
    GEEN = "geen", _("Er is geen gemachtigde; ik heb gezegd waar rechtshulp te vinden is")


PLANKEUZE: Final[dict[str | None, Promise]] = {
    None: _("Er is nog niets gekozen."),
    "zelfstandig_iom": _("Zelfstandig vertrek met IOM."),
    "zelfstandig_ngo": _("Zelfstandig vertrek met een ngo."),
    "zelfstandig_dtv": _("Zelfstandig vertrek met een bijdrage van de DT&V of hulp van de DIA."),
    "derde_land": _("Zelfstandig vertrek naar een ander land."),
    "gedwongen": _("Gedwongen vertrek."),
    "geen_vertrek_nu": _("Geen vertrek nu."),
}
