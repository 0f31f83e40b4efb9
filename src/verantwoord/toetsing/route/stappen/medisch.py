"""The steps of the medical route: consent, article 64, travel conditions. Sources: Vw 2000 art. 64; Vc A3/7; AVG art. 9."""

from typing import Any

import msgspec
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.kalender import plus_dagen
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.rechten import Recht
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.stap import Invoer, Stap, StapFout, met, neem_over
from verantwoord.web.datums import dag_maand

_M = Moment.MEDISCH
_REGIE = lui("de regievoerder")
_IND = lui("de IND")


def _toestemming(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    """Keep the newest answer; saying no is a fact like any other, and only opens other ways (AVG art. 9)."""
    m, op = s.beeld.medisch, invoer["op"]
    if invoer["antwoord"] == "nee":
        if m.toestemming_op is not None and op < m.toestemming_op:
            raise StapFout(
                _("Op %(dag)s is toestemming gegeven. Een later antwoord heeft een latere datum.")
                % {"dag": dag_maand(m.toestemming_op)},
                veld="op",
            )
        return met(s.beeld, _M, toestemming_geweigerd_op=op)
    later = [dag for dag in (m.toestemming_ingetrokken_op, m.toestemming_geweigerd_op) if dag and dag > op]
    if later:
        raise StapFout(
            _(
                "Op %(dag)s koos de persoon om geen toestemming te geven. Die keuze geldt. Een nieuwe toestemming heeft een latere datum."
            )
            % {"dag": dag_maand(max(later))},
            veld="op",
        )
    # Of two answers on one day the one that was given last counts; the history of the route keeps both.
    zelfde_dag = {
        veld: None
        for veld in ("toestemming_ingetrokken_op", "toestemming_geweigerd_op")
        if getattr(m, veld) == op
    }
    return met(s.beeld, _M, toestemming_op=op, **zelfde_dag)


def _intrekken(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    gegeven = s.beeld.medisch.toestemming_op
    if gegeven is None:
        raise StapFout(_("Er is geen toestemming gegeven. Er valt niets in te trekken."))
    if invoer["op"] < gegeven:
        raise StapFout(
            _("De toestemming is van %(dag)s. Intrekken kan vanaf die dag.") % {"dag": dag_maand(gegeven)},
            veld="op",
        )
    return met(s.beeld, _M, toestemming_ingetrokken_op=invoer["op"])


def _gemachtigde(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    if s.beeld.persoon.gemachtigde is None:
        raise StapFout(_("Er is geen gemachtigde bekend. Leg de zaak zelf voor aan de IND."))
    return met(s.beeld, _M, gemachtigde_benaderd_op=invoer["op"])


def _nieuwe_vraag(m: d.Medisch, s: Stand) -> dict[str, Any]:
    """What an earlier decision leaves behind: one that refused or has ended must not answer the new question."""
    voorbij = m.art64_besluit == "afgewezen" or (m.art64_tot is not None and m.art64_tot < s.op)
    return {"art64_besluit": None, "art64_van": None, "art64_tot": None} if voorbij else {}


def _aanvraag(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    m = s.beeld.medisch
    return met(s.beeld, _M, art64_aangevraagd_op=invoer["op"], **_nieuwe_vraag(m, s))


def wacht_op_gemachtigde(s: Stand) -> bool:
    """Tell whether the gemachtigde still has to be asked, or still has time to answer."""
    m = s.medisch
    if s.persoon.gemachtigde is None or m.art64_aangevraagd_op is not None:
        return False
    if m.gemachtigde_benaderd_op is None:
        return True
    dagen = s.p["medisch-route-art64.lawyer_response"]
    return s.op <= s.plus_werkdagen(m.gemachtigde_benaderd_op, dagen)


def _ambtshalve(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    """The gemachtigde comes first; who does not wait says why, for waiting must never cost somebody's health."""
    if wacht_op_gemachtigde(s) and not invoer["waarom_nu"].strip():
        raise StapFout(
            _("De gemachtigde gaat voor, of heeft nog tijd. Schrijf op waarom u nu niet wacht."),
            veld="waarom_nu",
        )
    m = s.beeld.medisch
    return met(s.beeld, _M, art64_ambtshalve_op=invoer["op"], **_nieuwe_vraag(m, s))


def _besluit(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    m = s.beeld.medisch
    if m.art64_aangevraagd_op is None and m.art64_ambtshalve_op is None:
        # A postponement that begins later only protects until then because a question is open.
        raise StapFout(_("Leg eerst vast wie artikel 64 heeft gevraagd, en wanneer."))
    afgewezen = invoer["art64_besluit"] == "afgewezen"
    feiten = _na_afwijzing(m, s, invoer) if afgewezen else _na_uitstel(m, invoer)
    voorwaarden = tuple(invoer["reisvoorwaarden"])
    if voorwaarden != m.reisvoorwaarden:
        # What was arranged for other conditions says nothing about these.
        feiten |= {"reisvoorwaarden": voorwaarden, "overdracht_geregeld_op": None}
    return met(s.beeld, _M, **feiten)


def _na_uitstel(m: d.Medisch, invoer: Invoer) -> dict[str, Any]:
    van, tot = invoer["art64_van"], invoer["art64_tot"]
    if van is None:
        raise StapFout(_("Vul in vanaf welke dag het uitstel geldt."), veld="art64_van")
    if tot is not None and tot < van:
        raise StapFout(_("De laatste dag ligt voor de eerste. Kijk de datums na."), veld="art64_tot")
    sluit_aan = (
        invoer["art64_besluit"] == m.art64_besluit == "toegekend"
        and m.art64_van is not None
        and m.art64_tot is not None
        and m.art64_van <= van <= plus_dagen(m.art64_tot, 1)
    )
    # The year of Vb 2000 art. 3.46(3) adds up consecutive grants, and one period fits in the facts.
    begin = m.art64_van if sluit_aan else van
    return {"art64_besluit": invoer["art64_besluit"], "art64_van": begin, "art64_tot": tot}


def _na_afwijzing(m: d.Medisch, s: Stand, invoer: Invoer) -> dict[str, Any]:
    """A refusal ends what was provisional; a grant that still runs keeps its own last day."""
    loopt = m.art64_besluit == "toegekend" and (m.art64_tot is None or m.art64_tot >= s.op)
    if not loopt:
        if invoer["art64_van"] or invoer["art64_tot"]:
            raise StapFout(_("Laat de periode leeg: er is geen uitstel."), veld="art64_van")
        return {"art64_besluit": "afgewezen", "art64_van": None, "art64_tot": None}
    if m.art64_tot is not None:
        return {}
    if invoer["art64_tot"] is None:
        raise StapFout(
            _("Er loopt nog uitstel zonder einddatum. Vul de laatste dag daarvan in."), veld="art64_tot"
        )
    return {"art64_tot": invoer["art64_tot"]}


_BESCHERMT = ("verwachte_bevalling_op", "bevallen_op", "tbc_behandeling_tot")


def _zwangerschap_tbc(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    m = s.beeld.medisch
    korter = [
        veld
        for veld in _BESCHERMT
        if (oud := getattr(m, veld)) is not None and (invoer[veld] is None or invoer[veld] < oud)
    ]
    if korter and not invoer["toelichting"].strip():
        raise StapFout(
            _("U maakt de beschermde tijd korter. Schrijf op wie dat heeft gezegd."), veld="toelichting"
        )
    if not any(invoer[veld] for veld in _BESCHERMT) and not korter:
        raise StapFout(_("Vul ten minste één datum in."), veld="verwachte_bevalling_op")
    return met(s.beeld, _M, **{veld: invoer[veld] for veld in _BESCHERMT})


def _overdracht(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    if not s.beeld.medisch.reisvoorwaarden:
        raise StapFout(_("Er zijn geen medische reisvoorwaarden. Er is niets over te dragen."))
    return met(s.beeld, _M, overdracht_geregeld_op=invoer["op"])


def _een_jaar(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    if invoer["ingediend_op"] is None:
        return s.beeld
    aanvraag = d.Aanvraag(soort="medische_behandeling", ingediend_op=invoer["ingediend_op"])
    if aanvraag in s.beeld.procedure.aanvragen:
        return s.beeld
    procedure = msgspec.structs.replace(s.beeld.procedure, aanvragen=(*s.beeld.procedure.aanvragen, aanvraag))
    return msgspec.structs.replace(s.beeld, procedure=procedure)


STAPPEN = (
    Stap(
        moment=_M,
        naam="aanwijzing",
        soort="medisch.aanwijzing",
        gedaan=lui("Medische aanwijzing vastgelegd"),
        titel=lui("Leg een medische aanwijzing vast"),
        wie=_REGIE,
        datumveld="aanwijzing_op",
        verander=neem_over(_M, "aanwijzing_op"),
    ),
    Stap(
        moment=_M,
        naam="toestemming",
        soort="toestemming.gevraagd",
        gedaan=lui("Toestemming voor medische gegevens gevraagd"),
        titel=lui("Vraag toestemming voor medische gegevens"),
        wie=_REGIE,
        datumveld="op",
        verander=_toestemming,
    ),
    Stap(
        moment=_M,
        naam="intrekken",
        soort="toestemming.ingetrokken",
        gedaan=lui("Toestemming ingetrokken"),
        titel=lui("Leg vast dat de toestemming is ingetrokken"),
        wie=lui("de persoon"),
        datumveld="op",
        verander=_intrekken,
    ),
    Stap(
        moment=_M,
        naam="gegevens",
        soort="medisch.gegevens_gevraagd",
        gedaan=lui("Medische gegevens opgevraagd"),
        titel=lui("Vraag medische gegevens op"),
        wie=_REGIE,
        datumveld="op",
        handeling="medische_gegevens_opvragen",
    ),
    Stap(
        moment=_M,
        naam="gemachtigde",
        soort="medisch.gemachtigde_benaderd",
        gedaan=lui("Gemachtigde gewezen op artikel 64"),
        titel=lui("Wijs de gemachtigde op artikel 64"),
        wie=_REGIE,
        datumveld="op",
        verander=_gemachtigde,
    ),
    Stap(
        moment=_M,
        naam="aanvraag",
        soort="medisch.artikel64_aangevraagd",
        gedaan=lui("Artikel 64 aangevraagd"),
        titel=lui("Leg de aanvraag om artikel 64 vast"),
        wie=lui("de gemachtigde of de persoon"),
        datumveld="op",
        verander=_aanvraag,
    ),
    Stap(
        moment=_M,
        naam="ambtshalve",
        soort="medisch.artikel64_ambtshalve",
        gedaan=lui("Zaak zelf voorgelegd voor artikel 64"),
        titel=lui("Leg de zaak zelf voor aan de IND"),
        wie=_REGIE,
        datumveld="op",
        verander=_ambtshalve,
    ),
    Stap(
        moment=_M,
        naam="bma",
        soort="medisch.bma_advies",
        gedaan=lui("Advies van het BMA vastgelegd"),
        titel=lui("Leg het advies van het BMA vast"),
        wie=lui("het BMA, op verzoek van de IND"),
        datumveld="op",
    ),
    Stap(
        moment=_M,
        naam="besluit",
        soort="medisch.artikel64_besluit",
        gedaan=lui("Besluit over artikel 64"),
        titel=lui("Leg het besluit over artikel 64 vast"),
        wie=_IND,
        datumveld="op",
        verander=_besluit,
        plannen=frozenset({"art64_van", "art64_tot"}),
        recht=Recht.PROCEDURE_BIJWERKEN,
    ),
    Stap(
        moment=_M,
        naam="zwangerschap-tbc",
        soort="medisch.beschermde_periode",
        gedaan=lui("Zwangerschap of tbc vastgelegd"),
        titel=lui("Leg zwangerschap of tbc vast"),
        wie=_REGIE,
        datumveld="op",
        verander=_zwangerschap_tbc,
        plannen=frozenset({"verwachte_bevalling_op", "tbc_behandeling_tot"}),
    ),
    Stap(
        moment=_M,
        naam="overdracht",
        soort="medisch.overdracht_geregeld",
        gedaan=lui("Medische overdracht geregeld"),
        titel=lui("Leg de medische overdracht vast"),
        wie=lui("de regievoerder, met DIA"),
        datumveld="op",
        verander=_overdracht,
    ),
    Stap(
        moment=_M,
        naam="een-jaar",
        soort="medisch.een_jaar",
        gedaan=lui("Verteld over de vergunning voor medische behandeling"),
        titel=lui("Vertel over de vergunning voor medische behandeling"),
        wie=_REGIE,
        datumveld="op",
        verander=_een_jaar,
        recht=Recht.PROCEDURE_BIJWERKEN,
    ),
)
