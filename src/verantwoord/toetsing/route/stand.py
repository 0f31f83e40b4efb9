"""How far a route is on one day: where it stands, what comes next and by whom, what it means for departure. Facts alone."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from verantwoord.kern.antwoord import Antwoord
from verantwoord.kern.normen.buiten_schuld import buitenschuld_voorwaarden
from verantwoord.kern.normen.medisch import (
    medisch_een_jaar,
    medisch_opschorting,
    medisch_overdracht,
    medisch_route_art64,
    medisch_zwangerschap_tbc,
)
from verantwoord.kern.normen.mensenhandel import (
    mensenhandel_bedenktijd,
    mensenhandel_signaal,
    mensenhandel_vergunning,
)
from verantwoord.kern.normen.schrijnend import schrijnend_ketenbreed, schrijnend_signaal
from verantwoord.kern.termijnen import Stand
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.stap import Regel
from verantwoord.toetsing.route.stappen import STAPPEN

Norm = Callable[[Stand], Antwoord]

# The norms of each route that can hold departure back, and the suspensions it can give.
_HOUDT_TEGEN: dict[Moment, tuple[Norm, ...]] = {
    Moment.MEDISCH: (medisch_opschorting, medisch_zwangerschap_tbc, medisch_overdracht),
    Moment.MENSENHANDEL: (mensenhandel_signaal, mensenhandel_bedenktijd, mensenhandel_vergunning),
}
_SCHORT_OP = {Moment.MEDISCH: {"artikel_64"}, Moment.MENSENHANDEL: {"bedenktijd", "vergunning"}}


@dataclass(frozen=True, kw_only=True)
class Volgende:
    """The next step: its name and title, who takes it, and the last day when there is one."""

    stap: str
    titel: str
    wie: str
    uiterlijk: date | None = None


@dataclass(frozen=True, kw_only=True)
class Vertrek:
    """What the route means for departure today; ``redenen`` say why, in the words of the norms."""

    titel: str
    opgeschort: bool = False
    wacht: bool = False
    redenen: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Routestand:
    waar: str
    volgende: Volgende | None
    vertrek: Vertrek


def routestand(s: Stand, moment: Moment, regels: Sequence[Regel] = ()) -> Routestand:
    """How far the route of one moment is on the day of ``s``; ``regels`` are the steps taken, oldest first."""
    waar, volgende = _ROUTES[moment](s, regels)
    return Routestand(waar=waar, volgende=volgende, vertrek=_vertrek(s, moment))


def _vertrek(s: Stand, moment: Moment) -> Vertrek:
    antwoorden = [norm(s) for norm in _HOUDT_TEGEN.get(moment, ())]
    redenen = tuple(a.uitleg for a in antwoorden if a.oordeel in {"niet_voldaan", "onbekend"})
    actief = any(
        o.soort in _SCHORT_OP.get(moment, ())
        and o.van is not None
        and o.van <= s.op
        and (o.tot is None or o.tot >= s.op)
        for o in s.opschortingen
    )
    if actief:
        return Vertrek(titel=_("Het vertrek is opgeschort"), opgeschort=True, redenen=redenen)
    if redenen:
        return Vertrek(titel=_("Vertrekstappen wachten"), wacht=True, redenen=redenen)
    return Vertrek(titel=_("Deze route houdt het vertrek nu niet tegen"))


def _naar(moment: Moment, naam: str, *, uiterlijk: date | None = None, wie: str = "") -> Volgende:
    stap = STAPPEN[moment][naam]
    return Volgende(stap=naam, titel=str(stap.titel), wie=wie or str(stap.wie), uiterlijk=uiterlijk)


def _aan_de_orde(s: Stand, moment: Moment) -> bool:
    """Whether a sign or the last toetsing says that there may be something, before the route has begun."""
    tellend = s.laatste_toetsing.get(moment)
    sinds = max((x.ontvangen_op for x in s.signalen if x.moment == moment), default=None)
    if tellend is None or (sinds is not None and sinds > tellend.getoetst_op):
        return sinds is not None
    return tellend.conclusie != "geen_aanwijzing"


def _medisch(s: Stand, regels: Sequence[Regel]) -> tuple[str, Volgende | None]:
    m = s.medisch
    gevraagd = m.art64_aangevraagd_op or m.art64_ambtshalve_op
    if m.art64_besluit is None and gevraagd is None:
        return _voor_artikel_64(s)
    uitleg = medisch_opschorting(s).uitleg
    if m.art64_besluit is None and gevraagd is not None:
        geadviseerd = any(regel.stap == "bma" and regel.op >= gevraagd for regel in regels)
        return uitleg, _naar(Moment.MEDISCH, "besluit" if geadviseerd else "bma")
    if medisch_een_jaar(s).oordeel == "niet_voldaan":
        return uitleg, _naar(Moment.MEDISCH, "een-jaar")
    if medisch_overdracht(s).oordeel == "niet_voldaan":
        return uitleg, _naar(Moment.MEDISCH, "overdracht")
    return uitleg, None


def _voor_artikel_64(s: Stand) -> tuple[str, Volgende | None]:
    m, antwoord = s.medisch, medisch_route_art64(s)
    if m.aanwijzing_op is None:
        if medisch_overdracht(s).oordeel == "niet_voldaan":
            return medisch_overdracht(s).uitleg, _naar(Moment.MEDISCH, "overdracht")
        if _aan_de_orde(s, Moment.MEDISCH):
            return (
                _("Er is iets gemeld. Is reizen medisch misschien niet verantwoord, open dan deze route."),
                _naar(Moment.MEDISCH, "aanwijzing"),
            )
        return _("Er is geen medische aanwijzing vastgelegd."), None
    if s.persoon.gemachtigde is None or (
        m.gemachtigde_benaderd_op is not None and antwoord.oordeel == "niet_voldaan"
    ):
        return antwoord.uitleg, _naar(Moment.MEDISCH, "ambtshalve")
    if m.gemachtigde_benaderd_op is None:
        return antwoord.uitleg, _naar(Moment.MEDISCH, "gemachtigde")
    return antwoord.uitleg, _naar(Moment.MEDISCH, "aanvraag", uiterlijk=antwoord.uiterlijk_op)


def _buiten_schuld(s: Stand, regels: Sequence[Regel]) -> tuple[str, Volgende | None]:
    b = s.buiten_schuld
    if b.zwaarwegend_advies_op is not None:
        if b.ind_besluit is None:
            return _("Het zwaarwegend advies ligt bij de IND."), _naar(Moment.BUITEN_SCHULD, "besluit")
        return _("De IND heeft op het advies besloten."), None
    if not b.eigen_pogingen and b.bemiddeling_gevraagd_op is None:
        begin = _naar(Moment.BUITEN_SCHULD, "poging") if _aan_de_orde(s, Moment.BUITEN_SCHULD) else None
        return _("Er is nog niets vastgelegd over eigen pogingen om te vertrekken."), begin
    antwoord = buitenschuld_voorwaarden(s)
    naam = _stap_naar_advies(s, antwoord, regels)
    return antwoord.uitleg, _naar(Moment.BUITEN_SCHULD, naam) if naam else None


def _stap_naar_advies(s: Stand, antwoord: Antwoord, regels: Sequence[Regel]) -> str:
    b = s.buiten_schuld
    if not b.eigen_pogingen:
        return "poging"
    if not s.persoon.amv and b.bemiddeling_gevraagd_op is None:
        return "bemiddeling"
    if not s.persoon.amv and b.bemiddeling_mislukt_op is None:
        return "bemiddeling-mislukt"
    if b.identiteit_twijfel is None or b.meewerkend is None:
        return "voorwaarden"
    # A negative outcome is reasoned and shared as well.
    if antwoord.oordeel == "voldaan" or not any(regel.stap == "advies" for regel in regels):
        return "advies"
    return ""


def _schrijnend(s: Stand, regels: Sequence[Regel]) -> tuple[str, Volgende | None]:
    b, signaal, keten = s.schrijnend, schrijnend_signaal(s), schrijnend_ketenbreed(s)
    if b.besluit is not None:
        return _("Er is besloten over de schrijnende omstandigheden."), None
    if b.ingediend_op is not None:
        if keten.oordeel == "niet_voldaan":
            return keten.uitleg, _naar(Moment.SCHRIJNEND, "coordinator")
        return keten.uitleg, _naar(Moment.SCHRIJNEND, "besluit")
    if signaal.oordeel == "niet_voldaan":
        return signaal.uitleg, _naar(Moment.SCHRIJNEND, "tweede-lezer")
    if b.vooroverleg_op is None:
        if signaal.oordeel == "voldaan":
            return _na_het_meelezen(signaal.uitleg, regels), _naar(Moment.SCHRIJNEND, "vooroverleg")
        return _("Er is geen samenloop van bijzondere omstandigheden vastgelegd."), None
    if b.vooroverleg_uitkomst in (None, "open"):
        return keten.uitleg, _naar(Moment.SCHRIJNEND, "vooroverleg")
    if b.vooroverleg_uitkomst == "indienen":
        return keten.uitleg, _naar(Moment.SCHRIJNEND, "indienen" if b.coordinator else "coordinator")
    return keten.uitleg, None


def _na_het_meelezen(uitleg: str, regels: Sequence[Regel]) -> str:
    """Say that a second reader saw it differently; both opinions go on, none is averaged away."""
    oordelen = [regel.invoer.get("oordeel") for regel in regels if regel.stap == "tweede-lezer"]
    if any(oordeel not in (None, "ja") for oordeel in oordelen):
        return f"{uitleg} {_('De tweede lezer ziet het anders of weet het niet. Breng beide meningen in.')}"
    return uitleg


def _mensenhandel(s: Stand, regels: Sequence[Regel]) -> tuple[str, Volgende | None]:
    m, signaal = s.mensenhandel, mensenhandel_signaal(s)
    if signaal.oordeel == "niet_voldaan":
        if m.politie_gemeld_op is None or _nieuwe_aanwijzing_na(s, m.politie_gemeld_op):
            return signaal.uitleg, _naar(Moment.MENSENHANDEL, "politie", uiterlijk=signaal.uiterlijk_op)
        return signaal.uitleg, _naar(Moment.MENSENHANDEL, "terugkoppeling")
    if m.vergunning_van is not None:
        antwoord = mensenhandel_vergunning(s)
        loopt = antwoord.oordeel == "niet_voldaan"
        return antwoord.uitleg, _naar(Moment.MENSENHANDEL, "einde") if loopt else None
    if m.bedenktijd_van is not None:
        antwoord = mensenhandel_bedenktijd(s)
        loopt = antwoord.oordeel == "niet_voldaan"
        return antwoord.uitleg, _naar(Moment.MENSENHANDEL, "vergunning") if loopt else None
    if signaal.oordeel == "niet_van_toepassing":
        return _("Er is geen aanwijzing van mensenhandel vastgelegd."), None
    vervolg = [regel.invoer.get("uitkomst") for regel in regels if regel.stap == "terugkoppeling"]
    naam = {"bedenktijd": "bedenktijd", "aangifte": "vergunning"}.get(str(vervolg[-1]) if vervolg else "", "")
    return signaal.uitleg, _naar(Moment.MENSENHANDEL, naam) if naam else None


def _nieuwe_aanwijzing_na(s: Stand, gemeld: date) -> bool:
    dagen = [x.ontvangen_op for x in s.signalen if x.moment == Moment.MENSENHANDEL]
    if s.mensenhandel.aanwijzing_op is not None:
        dagen.append(s.mensenhandel.aanwijzing_op)
    return max(dagen) > gemeld


_ROUTES: dict[Moment, Callable[[Stand, Sequence[Regel]], tuple[str, Volgende | None]]] = {
    Moment.MEDISCH: _medisch,
    Moment.BUITEN_SCHULD: _buiten_schuld,
    Moment.SCHRIJNEND: _schrijnend,
    Moment.MENSENHANDEL: _mensenhandel,
}
