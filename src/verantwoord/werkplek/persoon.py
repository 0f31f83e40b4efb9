"""The side column of a dossier: about whom, in which language, with whose help, with which family."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.dossier.models import Dossier
from verantwoord.kern.termijnen import Stand
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.models import Medewerker
from verantwoord.vertrekgesprek.talen import taalnaam
from verantwoord.web.waarden import Feit
from verantwoord.werkplek import woorden
from verantwoord.werkplek.gezin import Lid, leden_van

_TOLK: Final[dict[str, Promise]] = {
    "aanwezig": lui("tolk in de kamer"),
    "telefonisch": lui("tolk aan de telefoon"),
    "geen": lui("zonder tolk"),
    "niet_verschenen": lui("de tolk kwam niet"),
}


@dataclass(frozen=True, kw_only=True)
class Zijkolom:
    persoon: list[Feit]
    talen: str
    tolk: str
    gemachtigde: str
    voogd: str
    gezin: list[Lid]


def zijkolom(dossier: Dossier, s: Stand, *, viewer: Medewerker) -> Zijkolom:
    """What stands beside every overview; one query, for the family."""
    persoon = s.persoon
    return Zijkolom(
        persoon=[
            Feit(_("Geboren"), woorden.geboren_in_woorden(persoon.geboortedatum, s.op)),
            Feit(_("Nationaliteit"), _nationaliteit(dossier, persoon.nationaliteiten)),
        ],
        talen=woorden.opsomming(taalnaam(taal) for taal in persoon.talen) or _("Taal niet bekend."),
        tolk=_laatste_tolk(s),
        gemachtigde=persoon.gemachtigde or "",
        voogd=persoon.voogd or "",
        gezin=leden_van(s, viewer=viewer),
    )


def _nationaliteit(dossier: Dossier, codes: tuple[str, ...]) -> str:
    if not codes:
        return _("niet bekend")
    namen = woorden.opsomming(landnaam(code) for code in codes)
    return _("%(landen)s, volgens de %(afzender)s") % {
        "landen": namen,
        "afzender": dossier.get_afzender_display(),
    }


def _laatste_tolk(s: Stand) -> str:
    met_tolk = [g for g in s.gevoerde_gesprekken if g.tolk is not None]
    if not met_tolk:
        return ""
    laatste = met_tolk[-1]
    taal = f", {taalnaam(laatste.taal)}" if laatste.taal else ""
    return _("Laatste gesprek: %(tolk)s%(taal)s.") % {"tolk": _TOLK[laatste.tolk or "geen"], "taal": taal}
