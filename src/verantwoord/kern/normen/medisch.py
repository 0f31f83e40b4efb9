"""Medical circumstances: consent, the route of article 64, protected periods and the handover."""

from datetime import date
from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.definities import UITSTEL
from verantwoord.kern.kalender import plus_dagen, plus_maanden, voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand

_GEEN_AANWIJZING: Final = niet_van_toepassing("Er is geen medische aanwijzing vastgelegd.")
_GEEN_ART64: Final = niet_van_toepassing(
    "Er is geen uitstel om medische redenen (artikel 64) gevraagd of gegeven."
)
_GEEN_JAAR: Final = niet_van_toepassing(
    "Er is geen jaar uitstel om medische redenen (artikel 64) dat nu wordt bereikt."
)
_NIET_BESCHERMD: Final = niet_van_toepassing(
    "Er is geen zwangerschap of behandeling van tuberculose vastgelegd."
)
_GEEN_VOORWAARDEN: Final = niet_van_toepassing("Er zijn geen medische voorwaarden voor de reis.")


@norm(
    "medisch-toestemming",
    soort="poort",
    tier=1,
    origin="report",
    titel="Toestemmingsverklaring medische gegevens",
    title_en="Consent for medical data",
    regel="Medische gegevens worden alleen opgevraagd met een getekende toestemming die hooguit zes maanden oud is. Weigeren mag en heeft geen nadelig gevolg; intrekken stopt de verwerking.",
    rule_en="Medical data may be requested only with the signed consent declaration (VV annex 13), fully completed and not older than 6 months; refusal is recorded neutrally, withdrawal stops processing for the purpose.",
    plicht="Toestemming voor medische gegevens vragen",
    bron=(
        "Report 3.3",
        "Vc 2013 A3/7.1.1; VV 2000 bijlage 13",
        "AVG art. 9",
    ),
    parameters=(parameter("max_age", 6, "month"),),
    velden=(
        "medisch.toestemming_op",
        "medisch.toestemming_ingetrokken_op",
        "medisch.toestemming_geweigerd_op",
    ),
    gevolg="blokkeert",
    blokkeert=("medische_gegevens_opvragen",),
)
def medisch_toestemming(s: Stand) -> Antwoord:
    m = s.medisch
    gegeven, ingetrokken, geweigerd = (
        m.toestemming_op,
        m.toestemming_ingetrokken_op,
        m.toestemming_geweigerd_op,
    )
    if ingetrokken is not None and (gegeven is None or ingetrokken >= gegeven):
        return niet_voldaan(
            f"De toestemming voor medische gegevens is op {voluit(ingetrokken)} ingetrokken. Dat heeft geen nadelig gevolg."
        )
    if geweigerd is not None and (gegeven is None or geweigerd >= gegeven):
        return niet_voldaan(
            f"De vreemdeling heeft op {voluit(geweigerd)} geen toestemming gegeven om medische gegevens op te vragen. Dat mag en heeft geen nadelig gevolg."
        )
    if gegeven is None:
        return onbekend(
            "Het is niet vastgelegd of de vreemdeling toestemming geeft om medische gegevens op te vragen. Alleen de vreemdeling kan dit zeggen. "
            "Weigeren mag en heeft geen nadelig gevolg.",
            "medisch.toestemming_op",
        )
    tot = plus_maanden(gegeven, s.p["medisch-toestemming.max_age"])
    if s.op > tot:
        return niet_voldaan(
            f"De toestemming van {voluit(gegeven)} gold tot en met {voluit(tot)} en is verlopen. Vraag opnieuw om toestemming."
        )
    return voldaan(
        f"De vreemdeling heeft op {voluit(gegeven)} toestemming gegeven. Die geldt tot en met {voluit(tot)}."
    )


@norm(
    "medisch-route-art64",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Route artikel 64: wie start",
    title_en="Art. 64 route: who starts",
    regel="Bij aanwijzingen dat reizen medisch niet verantwoord is, wijst de regievoerder de gemachtigde op artikel 64. Is er geen gemachtigde of blijft die stil, dan start hij de procedure zelf bij de IND.",
    rule_en="With indications that travel is medically irresponsible or a medical emergency (within 3 months) would follow: if the person has a lawyer, contact the lawyer and suggest an application; if no lawyer is known, the regievoerder starts the procedure ex officio with IND; IND asks BMA; IND reports result to DT&V.",
    plicht="De gemachtigde op artikel 64 wijzen of de procedure zelf starten",
    bron=(
        "Report 2.2, 3.3; Procesprotocol E1 v2.10",
        "Leidraad Terugkeer en Vertrek: Medische en schrijnende omstandigheden",
        "Vc A3/7 (WBV 2017/8, Stcrt. 2017, 50078)",
    ),
    parameters=(
        parameter("emergency_window", 3, "month"),
        parameter("lawyer_response", 5, "working-day", status="project-choice"),
    ),
    velden=(
        "medisch.aanwijzing_op",
        "persoon.gemachtigde",
        "medisch.gemachtigde_benaderd_op",
        "medisch.art64_aangevraagd_op",
        "medisch.art64_ambtshalve_op",
    ),
    gevolg="taak",
    opmerking="Resolves the report's contradiction ambtshalve vs lawyer.",
)
def medisch_route_art64(s: Stand) -> Antwoord:
    m = s.medisch
    if m.aanwijzing_op is None:
        return _GEEN_AANWIJZING
    aanwijzing = f"Op {voluit(m.aanwijzing_op)} was er een aanwijzing dat reizen medisch niet verantwoord is."
    if m.art64_aangevraagd_op is not None:
        return voldaan(f"{aanwijzing} Artikel 64 is op {voluit(m.art64_aangevraagd_op)} aangevraagd.")
    if m.art64_ambtshalve_op is not None:
        return voldaan(
            f"{aanwijzing} De regievoerder heeft de procedure op {voluit(m.art64_ambtshalve_op)} zelf gestart bij de IND."
        )
    if s.persoon.gemachtigde is None:
        return niet_voldaan(
            f"{aanwijzing} Er is geen gemachtigde bekend. De regievoerder moet de procedure zelf starten bij de IND."
        )
    if m.gemachtigde_benaderd_op is None:
        return niet_voldaan(f"{aanwijzing} De gemachtigde is nog niet gewezen op artikel 64.")
    grens = s.plus_werkdagen(m.gemachtigde_benaderd_op, s.p["medisch-route-art64.lawyer_response"])
    benaderd = f"{aanwijzing} De gemachtigde is op {voluit(m.gemachtigde_benaderd_op)} op artikel 64 gewezen"
    if s.op <= grens:
        return voldaan(f"{benaderd} en kan tot en met {voluit(grens)} reageren.", grens)
    return niet_voldaan(
        f"{benaderd} en heeft tot en met {voluit(grens)} niets aangevraagd. De regievoerder moet de procedure zelf starten.",
        grens,
    )


@norm(
    "medisch-opschorting",
    soort="poort",
    tier=1,
    origin="report",
    titel="Artikel 64 schort vertrek op",
    title_en="Art. 64 suspends departure",
    regel="Zolang uitstel van vertrek op grond van artikel 64 geldt, heeft de vreemdeling rechtmatig verblijf en wordt geen enkele vertrekstap gezet.",
    rule_en="Granted art. 64 gives temporary lawful stay and suspends the duty to leave; usually at most 6 months per grant, re-assessed by BMA; covers family members as defined in A3/7.1.2.",
    plicht="Het einde van het uitstel afwachten",
    bron=(
        "Report 2.2",
        "Vw 2000 art. 64, 8(j); Leidraad Terugkeer en Vertrek",
        "WBV 2017/8 7.1.2",
    ),
    parameters=(parameter("usual_grant", 6, "month"),),
    velden=(
        "medisch.art64_besluit",
        "medisch.art64_van",
        "medisch.art64_tot",
        "medisch.art64_aangevraagd_op",
        "medisch.art64_ambtshalve_op",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "lp_verzenden",
        "presentatie_plannen",
        "overplaatsen_vbl",
        "opvang_beeindigen",
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
    opmerking="art64_besluit and art64_tot become visible on art64_van (when art64_van is recorded). art64_tot is the last day of the suspension. A pending application blocks until IND has said whether there is voorlopig uitstel. Only one period fits in the dossierbeeld (gap).",
)
def medisch_opschorting(s: Stand) -> Antwoord:
    m = s.medisch
    if m.art64_besluit is None:
        gevraagd = m.art64_aangevraagd_op or m.art64_ambtshalve_op
        if gevraagd is None:
            return _GEEN_ART64
        return onbekend(
            f"Op {voluit(gevraagd)} is uitstel om medische redenen (artikel 64) gevraagd. De IND heeft nog niet gezegd of het vertrek zolang stilligt; "
            "alleen de IND kan dit zeggen.",
            "medisch.art64_besluit",
        )
    if m.art64_besluit not in UITSTEL:
        return voldaan("De IND heeft uitstel om medische redenen (artikel 64) afgewezen.")
    if m.art64_tot is not None and m.art64_tot < s.op:
        return voldaan(
            f"Het uitstel om medische redenen (artikel 64) liep tot en met {voluit(m.art64_tot)} en is voorbij."
        )
    tot = f" tot en met {voluit(m.art64_tot)}" if m.art64_tot is not None else ""
    if m.art64_van is None:
        return onbekend(
            f"De IND heeft uitstel om medische redenen (artikel 64) gegeven{tot}, maar de eerste dag is niet vastgelegd. De IND kan die dag geven.",
            "medisch.art64_van",
        )
    return niet_voldaan(
        f"Sinds {voluit(m.art64_van)} geldt uitstel om medische redenen (artikel 64){tot}. Zolang wordt geen vertrekstap gezet."
    )


@norm(
    "medisch-een-jaar",
    soort="signaal",
    tier=2,
    origin="law",
    titel="Een jaar artikel 64: aanvraag medische behandeling",
    title_en="After one year art. 64: medical-treatment application",
    regel="Na een jaar artikel 64 kan een vergunning voor medische behandeling worden gevraagd. Vreemdeling en gemachtigde horen dat op tijd.",
    rule_en="After one continuous year of art. 64 a permit 'medische behandeling' can be applied for, in the window from 28 days before to 28 days after the end of that year.",
    plicht="Vertellen dat een vergunning voor medische behandeling kan worden gevraagd",
    bron=("ind.nl Medische behandeling; Vb 2000 art. 3.46(3) (Stb. 2010, 244)",),
    parameters=(
        parameter("duration", 1, "year"),
        parameter("window_before", 28, "calendar-day"),
        parameter("window_after", 28, "calendar-day"),
    ),
    velden=(
        "medisch.art64_besluit",
        "medisch.art64_van",
        "medisch.art64_tot",
        "procedure.aanvragen[]",
    ),
    gevolg="taak",
    opmerking="Consecutive grants and 'informed on' have no field (gap); with one recorded period the window is only right when the grants are recorded as one.",
)
def medisch_een_jaar(s: Stand) -> Antwoord:
    m = s.medisch
    if m.art64_besluit != "toegekend" or m.art64_van is None:
        return _GEEN_JAAR
    jaar = plus_maanden(m.art64_van, 12 * s.p["medisch-een-jaar.duration"])
    vanaf = plus_dagen(jaar, -s.p["medisch-een-jaar.window_before"])
    tot = plus_dagen(jaar, s.p["medisch-een-jaar.window_after"])
    if (m.art64_tot is not None and m.art64_tot < vanaf) or not vanaf <= s.op <= tot:
        return _GEEN_JAAR
    wat = f"Op {voluit(jaar)} is er een jaar uitstel om medische redenen (artikel 64)."
    aangevraagd = [
        a.ingediend_op for a in s.aanvragen if a.soort == "medische_behandeling" and a.ingediend_op >= vanaf
    ]
    if aangevraagd:
        return voldaan(
            f"{wat} De vergunning voor medische behandeling is op {voluit(min(aangevraagd))} aangevraagd."
        )
    return niet_voldaan(
        f"{wat} Van {voluit(vanaf)} tot en met {voluit(tot)} kan een vergunning voor medische behandeling worden gevraagd. De vreemdeling en de gemachtigde "
        "moeten dit weten."
    )


@norm(
    "medisch-zwangerschap-tbc",
    soort="poort",
    tier=2,
    origin="law",
    titel="Zwangerschap en tuberculose",
    title_en="Pregnancy and tuberculosis",
    regel="Van zes weken voor tot zes weken na de bevalling, en zolang tbc wordt behandeld, wordt niemand uitgezet.",
    rule_en="No removal from 6 weeks before expected to 6 weeks after birth; TB until treatment is completed; BMA advice not needed.",
    plicht="Het einde van de beschermde periode afwachten",
    bron=("Vc A3/7.4, 7.5; ilegalevrouw.nl / stichting LOS",),
    parameters=(
        parameter("before_birth", 6, "week"),
        parameter("after_birth", 6, "week"),
    ),
    velden=(
        "medisch.verwachte_bevalling_op",
        "medisch.bevallen_op",
        "medisch.tbc_behandeling_tot",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "zelfstandig_vertrek_uitvoeren",
        "gedwongen_vertrek_uitvoeren",
    ),
)
def medisch_zwangerschap_tbc(s: Stand) -> Antwoord:
    m = s.medisch
    verwacht, bevallen, tbc_tot = m.verwachte_bevalling_op, m.bevallen_op, m.tbc_behandeling_tot
    if verwacht is None and bevallen is None and tbc_tot is None:
        return _NIET_BESCHERMD
    beschermd = beschermd_tot(s)
    if beschermd is not None:
        waarom, tot = beschermd
        return niet_voldaan(f"{waarom} Tot en met {voluit(tot)} wordt de vreemdeling niet uitgezet.")
    if verwacht is not None and bevallen is None and s.op > _na_bevalling(s, verwacht):
        return onbekend(
            f"De bevalling werd op {voluit(verwacht)} verwacht, maar niet vastgelegd is wanneer zij was. De vreemdeling of de verloskundige kan de dag geven.",
            "medisch.bevallen_op",
        )
    return voldaan(f"{_bescherming(s)} Op {voluit(s.op)} valt de vreemdeling niet in een beschermde periode.")


def _na_bevalling(s: Stand, dag: date) -> date:
    return plus_dagen(dag, 7 * s.p["medisch-zwangerschap-tbc.after_birth"])


def _bevalling(s: Stand) -> str:
    if s.medisch.bevallen_op is not None:
        return f"De bevalling was op {voluit(s.medisch.bevallen_op)}."
    verwacht = s.medisch.verwachte_bevalling_op
    return f"De bevalling wordt op {voluit(verwacht)} verwacht." if verwacht is not None else ""


def _tbc(s: Stand) -> str:
    tot = s.medisch.tbc_behandeling_tot
    return f"De behandeling van tuberculose loopt tot en met {voluit(tot)}." if tot is not None else ""


def _bescherming(s: Stand) -> str:
    return " ".join(zin for zin in (_bevalling(s), _tbc(s)) if zin)


def beschermd_tot(s: Stand) -> tuple[str, date] | None:
    """Say why and until when somebody is protected on the peildatum, or give None."""
    m = s.medisch
    if m.tbc_behandeling_tot is not None and s.op <= m.tbc_behandeling_tot:
        return _tbc(s), m.tbc_behandeling_tot
    if m.bevallen_op is not None:
        tot = _na_bevalling(s, m.bevallen_op)
        return (_bevalling(s), tot) if s.op <= tot else None
    if m.verwachte_bevalling_op is not None:
        tot = _na_bevalling(s, m.verwachte_bevalling_op)
        vanaf = plus_dagen(m.verwachte_bevalling_op, -7 * s.p["medisch-zwangerschap-tbc.before_birth"])
        return (_bevalling(s), tot) if vanaf <= s.op <= tot else None
    return None


@norm(
    "medisch-overdracht",
    soort="poort",
    tier=1,
    origin="report",
    titel="Medische overdracht geregeld",
    title_en="Medical handover arranged",
    regel="Zijn er medische reisvoorwaarden, dan is de overdracht in het land van bestemming geregeld voordat iemand vertrekt.",
    rule_en="If travel conditions are set (escort, medication, handover), DIA arranges physical handover in the destination before departure; if impossible -> buiten-schuld-medisch route.",
    plicht="De medische overdracht regelen",
    bron=(
        "Report 2.1 (DIA), 3.1",
        "Leidraad Terugkeer en Vertrek: Buiten schuld (medisch)",
    ),
    velden=(
        "medisch.reisvoorwaarden",
        "medisch.overdracht_geregeld_op",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "zelfstandig_vertrek_uitvoeren",
        "gedwongen_vertrek_uitvoeren",
    ),
    opmerking="Catalogue kind was plicht; here soort is poort exactly when gevolg is blokkeert.",
)
def medisch_overdracht(s: Stand) -> Antwoord:
    m = s.medisch
    if not m.reisvoorwaarden:
        return _GEEN_VOORWAARDEN
    aantal = len(m.reisvoorwaarden)
    wat = (
        "Er is 1 medische voorwaarde voor de reis."
        if aantal == 1
        else f"Er zijn {aantal} medische voorwaarden voor de reis."
    )
    if m.overdracht_geregeld_op is None:
        return niet_voldaan(f"{wat} De medische overdracht in het land van bestemming is nog niet geregeld.")
    return voldaan(f"{wat} De medische overdracht is op {voluit(m.overdracht_geregeld_op)} geregeld.")
