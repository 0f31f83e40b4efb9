"""How the lines and times of the tables are called, and why a figure is not told."""

from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.bewaking.woorden import FASE
from verantwoord.kern.statistiek.beveiliging import Reden
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.publicatie.tabel import FASE as PER_FASE
from verantwoord.kwaliteit.publicatie.tabel import JAAR, LOCATIE, MINSTENS, Cijfer

VERDELING: Final[dict[str, Promise]] = {LOCATIE: lui("Locatie"), PER_FASE: lui("Fase")}


def regel(verdeling: str, naam: str) -> str:
    """How a line is called; the whole where there is no split."""
    if not verdeling:
        return _("Alle dossiers")
    if verdeling == PER_FASE:
        return str(FASE.get(naam, naam)) if naam else _("fase niet berekend")
    return naam or _("locatie niet bekend")


def tijd(code: str) -> str:
    """How a time is called."""
    return _("dit jaar samen") if code == JAAR else str(Kwartaal.van_code(code))


def niet_getoond(cijfer: Cijfer, minstens: int) -> str:
    """Why a figure is not told, in full; empty where it is."""
    if cijfer.reden:
        return _("niet getoond: %(reden)s") % {"reden": kort(cijfer.reden, MINSTENS)}
    if cijfer.reden_wel:
        return _("niet getoond: %(reden)s") % {"reden": kort_wel(cijfer.reden_wel, minstens)}
    return ""


def kort(reden: Reden, minstens: int) -> str:
    """Why not, as short as a cell."""
    if reden == "klein":
        return _("minder dan %(n)d") % {"n": minstens}
    return _("om terugrekenen te voorkomen")


def kort_wel(reden: Reden, minstens: int) -> str:
    """The same of in how many it was found, where is told how many there are."""
    return _("in minder dan %(n)d") % {"n": minstens} if reden == "klein" else kort(reden, minstens)
