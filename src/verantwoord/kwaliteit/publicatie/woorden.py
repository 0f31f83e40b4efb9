"""How the lines and times of the tables are called, and why a figure is not told."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern.statistiek.beveiliging import Reden
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.publicatie.tabel import FASE, JAAR, LOCATIE

FASEN: Final[dict[str, Promise]] = {
    "overgedragen": lui("Overgedragen"),
    "intake": lui("Intake"),
    "beroep_mogelijk": lui("Beroep mogelijk"),
    "beroep_loopt": lui("Beroep loopt"),
    "vertrekfase": lui("Vertrek"),
    "zelfstandig_in_voorbereiding": lui("Zelfstandig vertrek in voorbereiding"),
    "gedwongen_in_voorbereiding": lui("Gedwongen vertrek in voorbereiding"),
    "opgeschort": lui("Opgeschort"),
    "gesloten": lui("Gesloten"),
    "": lui("fase niet berekend"),
}
VERDELING: Final[dict[str, Promise]] = {LOCATIE: lui("Locatie"), FASE: lui("Fase")}


def regel(verdeling: str, naam: str) -> str:
    """How a line is called; the whole where there is no split."""
    if not verdeling:
        return _("Alle dossiers")
    if verdeling == FASE:
        return str(FASEN.get(naam, naam))
    return naam or _("locatie niet bekend")


def tijd(code: str) -> str:
    """How a time is called."""
    return _("dit jaar samen") if code == JAAR else str(Kwartaal.van_code(code))


def niet_getoond(reden: Reden | None, minstens: int) -> str:
    """Why a figure is not told, in full."""
    return _("niet getoond: %(reden)s") % {"reden": kort(reden, minstens)} if reden else ""


def kort(reden: Reden, minstens: int) -> str:
    """Why not, as short as a cell."""
    if reden == "klein":
        return _("minder dan %(n)d") % {"n": minstens}
    return _("om terugrekenen te voorkomen")
