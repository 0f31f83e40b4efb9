"""The road that follows each toetsingsmoment, drawn downwards: what was done, what is next, what is not at issue."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from verantwoord.kern.kalender import plus_maanden
from verantwoord.kern.termijnen import Stand
from verantwoord.toetsing.route.stap import Regel
from verantwoord.web import datums
from verantwoord.web.waarden import Routestap

TITELS = {
    "medisch": gettext_lazy("Route artikel 64"),
    "buiten_schuld": gettext_lazy("Route zwaarwegend advies"),
    "schrijnend": gettext_lazy("Route schrijnend"),
    "mensenhandel": gettext_lazy("Route politie"),
}
Benoemd = tuple[str, Routestap]


def route_van(s: Stand, moment: str, regels: Sequence[Regel] = (), *, volgende: str = "") -> list[Routestap]:
    """The steps of one route on the day of ``s``: done with its date, not yet, or not at issue.

    ``regels`` are the steps that were taken, for those that have no fact; ``volgende`` names the step that is at hand.
    """
    return [
        replace(stap, huidig=True) if naam and naam == volgende else stap
        for naam, stap in _ROUTES[moment](s, regels)
    ]


def _stap(naam: str, titel: str, op: date | None, *, bij: str = "", anders: str = "ontbreekt") -> Benoemd:
    return naam, Routestap(
        teken="gedaan" if op else anders,
        titel=titel,
        toelichting=bij,
        wanneer=datums.kort_jaar(op) if op else "",
        stil=op is None,
    )


def _laatste(regels: Sequence[Regel], naam: str) -> Regel | None:
    van_dit = [regel for regel in regels if regel.stap == naam]
    return van_dit[-1] if van_dit else None


def _tot(dag: date | None) -> str:
    return _(" tot en met %(dag)s") % {"dag": datums.dag_maand(dag)} if dag else ""


def _medisch(s: Stand, regels: Sequence[Regel]) -> Iterator[Benoemd]:
    m = s.medisch
    yield _toestemming(s)
    gegevens = _laatste(regels, "gegevens")
    if gegevens is not None:
        yield _stap("gegevens", _("Medische gegevens opgevraagd"), gegevens.op)
    gevraagd = m.art64_aangevraagd_op or m.art64_ambtshalve_op
    wacht = m.aanwijzing_op is not None and s.persoon.gemachtigde is not None and gevraagd is None
    if m.gemachtigde_benaderd_op is not None or wacht:
        yield _stap("gemachtigde", _("Gemachtigde gewezen op artikel 64"), m.gemachtigde_benaderd_op)
    zelf = m.art64_ambtshalve_op is not None and m.art64_aangevraagd_op is None
    yield _stap(
        "ambtshalve" if zelf or s.persoon.gemachtigde is None else "aanvraag",
        _("Voorgelegd voor artikel 64"),
        gevraagd,
        bij=_("door de DT&V zelf") if zelf else "",
    )
    advies = _laatste(regels, "bma")
    if advies is not None or (gevraagd and m.art64_besluit is None):
        yield _stap("bma", _("Advies van het BMA"), advies.op if advies else None)
    yield _besluit_64(s)
    if m.reisvoorwaarden:
        yield _stap(
            "overdracht",
            _("Medische overdracht geregeld"),
            m.overdracht_geregeld_op,
            bij=", ".join(m.reisvoorwaarden),
        )
    beschermd = m.bevallen_op or m.verwachte_bevalling_op
    if beschermd is not None:
        titel = _("Bevallen") if m.bevallen_op else _("Bevalling verwacht")
        yield _stap("zwangerschap-tbc", titel, beschermd)
    if m.tbc_behandeling_tot is not None:
        yield _stap("zwangerschap-tbc", _("Behandeling van tbc tot en met"), m.tbc_behandeling_tot)


def _toestemming(s: Stand) -> Benoemd:
    m = s.medisch
    nee, terug, ja = m.toestemming_geweigerd_op, m.toestemming_ingetrokken_op, m.toestemming_op
    if nee is not None and (ja is None or nee >= ja):
        return _stap("toestemming", _("Toestemming niet gegeven"), nee, bij=_("dat mag"))
    if terug is not None and (ja is None or terug >= ja):
        return _stap("toestemming", _("Toestemming ingetrokken"), terug, bij=_("dat mag altijd"))
    titel = _("Toestemming om medische gegevens op te vragen")
    if ja is None:
        return _stap("toestemming", titel, None, bij=_("intrekken kan altijd"))
    einde = plus_maanden(ja, s.p["medisch-toestemming.max_age"])
    dag = {"dag": datums.dag_maand(einde)}
    if einde < s.op:
        naam, stap = _stap(
            "toestemming", titel, ja, bij=_("gold tot en met %(dag)s; vraag het opnieuw") % dag
        )
        return naam, replace(stap, teken="verouderd")
    return _stap("toestemming", titel, ja, bij=_("geldt tot en met %(dag)s; intrekken kan altijd") % dag)


def _besluit_64(s: Stand) -> Benoemd:
    m = s.medisch
    woorden = {
        "toegekend": _("uitstel van vertrek"),
        "voorlopig_uitstel": _("voorlopig uitstel van vertrek"),
        "afgewezen": _("geen uitstel"),
    }
    if m.art64_besluit is None:
        return _stap("besluit", _("Besluit IND"), None)
    return "besluit", Routestap(
        teken="gedaan",
        titel=_("Besluit IND"),
        toelichting=woorden[m.art64_besluit] + _tot(m.art64_tot),
        wanneer=datums.kort_jaar(m.art64_van) if m.art64_van else "",
    )


def _buiten_schuld(s: Stand, regels: Sequence[Regel]) -> Iterator[Benoemd]:
    b = s.buiten_schuld
    yield (
        "poging",
        Routestap(
            teken="gedaan" if b.eigen_pogingen else "ontbreekt",
            titel=_("Eigen pogingen vastleggen"),
            toelichting=", ".join(b.eigen_pogingen) or _("ambassade, familie, IOM"),
            stil=not b.eigen_pogingen,
        ),
    )
    mislukt = b.bemiddeling_mislukt_op
    yield _stap(
        "bemiddeling-mislukt" if b.bemiddeling_gevraagd_op else "bemiddeling",
        _("Bemiddeling door de DT&V"),
        b.bemiddeling_gevraagd_op,
        bij=_("niet gelukt op %(dag)s") % {"dag": datums.dag_maand(mislukt)} if mislukt else "",
    )
    negatief = _laatste(regels, "advies")
    if b.zwaarwegend_advies_op is None and negatief is not None:
        yield _stap("advies", _("Geen positief advies"), negatief.op, bij=_("met redenen gedeeld"))
        return
    yield _stap("advies", _("Zwaarwegend advies aan de IND"), b.zwaarwegend_advies_op)
    yield _stap(
        "besluit", _("Besluit IND"), b.ind_besloten_op, bij=str(_BESLUIT.get(b.ind_besluit or "", ""))
    )


def _schrijnend(s: Stand, regels: Sequence[Regel]) -> Iterator[Benoemd]:
    b = s.schrijnend
    if b.factoren:
        yield (
            "factor",
            Routestap(
                teken="gedaan", titel=_("Bijzondere omstandigheden"), toelichting=", ".join(b.factoren)
            ),
        )
    yield _stap("tweede-lezer", _("Tweede lezer"), b.tweede_lezer_op)
    yield _stap(
        "vooroverleg",
        _("Vooroverleg in de keten"),
        b.vooroverleg_op,
        bij=str(_UITKOMST.get(b.vooroverleg_uitkomst or "", "")),
    )
    if b.vooroverleg_uitkomst == "afgedaan" and b.ingediend_op is None:
        return
    indiening = _laatste(regels, "indienen")
    weg = indiening.invoer.get("weg", "") if indiening else ""
    wie = b.coordinator.upper().replace("DTV", "DT&V").replace("KMAR", "KMar") if b.coordinator else ""
    yield _stap(
        "indienen",
        _("Indiening bij RAO en Deelberaad") if weg == "b" else _("Indiening bij de IND"),
        b.ingediend_op,
        bij=_("door %(wie)s") % {"wie": wie} if wie else "",
    )
    yield _stap("besluit", _("Besluit"), b.besloten_op, bij=str(_BESLUIT.get(b.besluit or "", "")))


def _mensenhandel(s: Stand, regels: Sequence[Regel]) -> Iterator[Benoemd]:
    del regels
    m = s.mensenhandel
    aan_de_orde = m.aanwijzing_op is not None or any(x.moment == "mensenhandel" for x in s.signalen)
    stil = "ontbreekt" if aan_de_orde else "niet-aan-de-orde"
    bij = "" if aan_de_orde else _("niet aan de orde")
    terug = (
        _("antwoord op %(dag)s") % {"dag": datums.dag_maand(m.politie_terugkoppeling_op)}
        if m.politie_terugkoppeling_op
        else bij
    )
    yield _stap(
        "terugkoppeling" if m.politie_gemeld_op else "politie",
        _("Doorverwijzing politie"),
        m.politie_gemeld_op,
        bij=terug,
        anders=stil,
    )
    tot = s.bedenktijd[1] if s.bedenktijd else None
    yield _stap(
        "bedenktijd",
        _("Bedenktijd"),
        m.bedenktijd_van,
        bij=_tot(tot).strip() if m.bedenktijd_van else bij,
        anders=stil,
    )
    if m.vergunning_van is not None:
        yield _stap(
            "einde" if m.sepot_op is None else "",
            _("Tijdelijke vergunning"),
            m.vergunning_van,
            bij=_tot(m.vergunning_tot).strip(),
        )
    if m.sepot_op is not None:
        yield _stap("", _("Strafzaak geseponeerd"), m.sepot_op)


_BESLUIT = {"afgewezen": gettext_lazy("afgewezen"), "ingewilligd": gettext_lazy("ingewilligd")}
_UITKOMST = {
    "open": gettext_lazy("nog geen uitkomst"),
    "indienen": gettext_lazy("de zaak wordt ingediend"),
    "afgedaan": gettext_lazy("de zaak wordt niet ingediend"),
}
_ROUTES: dict[str, Callable[[Stand, Sequence[Regel]], Iterator[Benoemd]]] = {
    "medisch": _medisch,
    "buiten_schuld": _buiten_schuld,
    "schrijnend": _schrijnend,
    "mensenhandel": _mensenhandel,
}
