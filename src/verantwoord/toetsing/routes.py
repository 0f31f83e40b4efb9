"""The road that follows each toetsingsmoment, as far as the facts of the dossier tell it. Read only, from facts alone."""

from collections.abc import Callable
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verantwoord.kern.termijnen import Stand
from verantwoord.web import datums
from verantwoord.web.waarden import Routestap

TITELS = {
    "medisch": gettext_lazy("Route artikel 64"),
    "buiten_schuld": gettext_lazy("Route zwaarwegend advies"),
    "schrijnend": gettext_lazy("Route schrijnend"),
    "mensenhandel": gettext_lazy("Route politie"),
}


def route_van(s: Stand, moment: str) -> list[Routestap]:
    """The steps of one route on the day of ``s``: done with its date, not yet, or not at issue."""
    return _ROUTES[moment](s)


def _stap(titel: str, op: date | None, *, bij: str = "", anders: str = "ontbreekt") -> Routestap:
    return Routestap(
        teken="gedaan" if op else anders,
        titel=titel,
        toelichting=bij,
        wanneer=datums.kort_jaar(op) if op else "",
        stil=op is None,
    )


def _medisch(s: Stand) -> list[Routestap]:
    m = s.medisch
    if m.toestemming_geweigerd_op is not None and m.toestemming_op is None:
        toestemming = _stap(_("Toestemming niet gegeven"), m.toestemming_geweigerd_op, bij=_("dat mag"))
    elif m.toestemming_ingetrokken_op is not None:
        toestemming = _stap(
            _("Toestemming ingetrokken"), m.toestemming_ingetrokken_op, bij=_("dat mag altijd")
        )
    else:
        toestemming = _stap(
            _("Toestemming om medische gegevens op te vragen"),
            m.toestemming_op,
            bij=_("intrekken kan altijd"),
        )
    aanvraag = m.art64_aangevraagd_op or m.art64_ambtshalve_op
    door = _("door de DT&V zelf") if m.art64_ambtshalve_op and not m.art64_aangevraagd_op else ""
    return [
        toestemming,
        _stap(_("Voorgelegd voor artikel 64"), aanvraag, bij=door),
        _besluit_64(s),
    ]


def _besluit_64(s: Stand) -> Routestap:
    m = s.medisch
    woorden = {
        "toegekend": _("uitstel van vertrek"),
        "voorlopig_uitstel": _("voorlopig uitstel van vertrek"),
        "afgewezen": _("geen uitstel"),
    }
    if m.art64_besluit is None:
        return _stap(_("Besluit IND"), None)
    tot = _(" tot en met %(dag)s") % {"dag": datums.dag_maand(m.art64_tot)} if m.art64_tot else ""
    return Routestap(
        teken="gedaan",
        titel=_("Besluit IND"),
        toelichting=woorden[m.art64_besluit] + tot,
        wanneer=datums.kort_jaar(m.art64_van) if m.art64_van else "",
    )


def _buiten_schuld(s: Stand) -> list[Routestap]:
    b = s.buiten_schuld
    pogingen = Routestap(
        teken="gedaan" if b.eigen_pogingen else "ontbreekt",
        titel=_("Eigen pogingen vastleggen"),
        toelichting=", ".join(b.eigen_pogingen) or _("ambassade, familie, IOM"),
        stil=not b.eigen_pogingen,
    )
    bemiddeling = _stap(
        _("Bemiddeling door de DT&V"),
        b.bemiddeling_gevraagd_op,
        bij=_("niet gelukt op %(dag)s") % {"dag": datums.dag_maand(b.bemiddeling_mislukt_op)}
        if b.bemiddeling_mislukt_op
        else "",
    )
    return [
        pogingen,
        bemiddeling,
        _stap(_("Zwaarwegend advies aan de IND"), b.zwaarwegend_advies_op),
        _stap(_("Besluit IND"), b.ind_besloten_op, bij=str(_BESLUIT.get(b.ind_besluit or "", ""))),
    ]


def _schrijnend(s: Stand) -> list[Routestap]:
    b = s.schrijnend
    return [
        _stap(_("Tweede lezer"), b.tweede_lezer_op),
        _stap(_("Vooroverleg in de keten"), b.vooroverleg_op),
        _stap(_("Indiening bij de IND"), b.ingediend_op),
        _stap(_("Besluit"), b.besloten_op, bij=str(_BESLUIT.get(b.besluit or "", ""))),
    ]


def _mensenhandel(s: Stand) -> list[Routestap]:
    m = s.mensenhandel
    stil = "ontbreekt" if m.aanwijzing_op else "niet-aan-de-orde"
    bij = "" if m.aanwijzing_op else _("niet aan de orde")
    terug = (
        _("antwoord op %(dag)s") % {"dag": datums.dag_maand(m.politie_terugkoppeling_op)}
        if m.politie_terugkoppeling_op
        else bij
    )
    return [
        _stap(_("Doorverwijzing politie"), m.politie_gemeld_op, bij=terug, anders=stil),
        _stap(_("Bedenktijd"), m.bedenktijd_van, bij="" if m.bedenktijd_van else bij, anders=stil),
    ]


_BESLUIT = {"afgewezen": gettext_lazy("afgewezen"), "ingewilligd": gettext_lazy("ingewilligd")}
_ROUTES: dict[str, Callable[[Stand], list[Routestap]]] = {
    "medisch": _medisch,
    "buiten_schuld": _buiten_schuld,
    "schrijnend": _schrijnend,
    "mensenhandel": _mensenhandel,
}
