"""May this dossier be here, and may steps be taken: transfer, return decision, lawful stay."""

from datetime import date
from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.definities import GEGROND, is_leeg, laatste
from verantwoord.kern.kalender import plus_dagen, voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import AFZENDER, opsomming

_GEEN_DUBLIN: Final = voldaan("Dit is geen Dublinzaak. Het dossier hoort in dit vertrekproces.")
_GEEN_GRENS: Final = voldaan(
    "Dit is geen zaak uit de terugkeergrensprocedure. Het dossier hoort in dit vertrekproces."
)
_INTAKE_OPEN: Final = niet_van_toepassing(
    "De intake is nog niet afgerond. Het dossier hoeft nog niet compleet te zijn."
)


@norm(
    "reikwijdte-geen-dublin",
    soort="poort",
    tier=1,
    origin="report",
    titel="Dublinzaken buiten het proces",
    title_en="Dublin cases out of scope",
    regel="Een zaak in het Dublinspoor hoort niet in dit vertrekproces. Zo'n dossier wordt hier niet in behandeling genomen, maar overgedragen aan het Dublinproces.",
    rule_en="A case whose legal track is 'Dublin' may not be opened in (or must leave) this return workflow; it has another process and legal status.",
    plicht="De zaak overdragen aan het Dublinproces",
    bron=("Report 1.4",),
    parameters=(parameter("excluded_tracks", ("dublin",)),),
    velden=("spoor",),
    gevolg="blokkeert",
    blokkeert=("dossier_openen",),
    opmerking="Report scope only; the Leidraad itself does cover Dublin (e.g. one missed report = departure message).",
)
def reikwijdte_geen_dublin(s: Stand) -> Antwoord:
    if s.beeld.spoor in s.p["reikwijdte-geen-dublin.excluded_tracks"]:
        return niet_voldaan(
            "Dit is een Dublinzaak. Die hoort niet in dit vertrekproces, maar in het Dublinproces."
        )
    return _GEEN_DUBLIN


@norm(
    "intake-bron-overdracht",
    soort="poort",
    tier=1,
    origin="report",
    titel="Proces start met overdracht door IND, AVIM of KMar",
    title_en="Process starts on transfer by IND, AVIM or KMar",
    regel="Een dossier bestaat pas nadat IND, AVIM of KMar het aan de DT&V heeft overgedragen. Trekt de afzender de overdracht in, dan wordt het dossier niet verder behandeld.",
    rule_en="A return case exists only after one of IND, AVIM or KMar has sent a file to DT&V; record sender, date and received documents.",
    plicht="De overdracht door IND, AVIM of KMar vastleggen",
    bron=(
        "Report 1.5 (Vertrekproces), 2.2",
        "dienstterugkeerenvertrek.nl 'Schema vertrekprocedure' (ILC receives)",
    ),
    parameters=(
        parameter(
            "allowed_senders",
            (
                "IND",
                "AVIM",
                "KMAR",
            ),
        ),
    ),
    velden=(
        "overdracht.afzender",
        "overdracht.ontvangen_op",
        "overdracht.ingetrokken_op",
    ),
    gevolg="blokkeert",
    blokkeert=("dossier_openen",),
    opmerking="overdracht.documenten is shown but is no condition. A second transfer for an open v_nummer is linked by the import, not by this norm.",
)
def intake_bron_overdracht(s: Stand) -> Antwoord:
    afzender = AFZENDER[s.beeld.overdracht.afzender]
    if s.ingetrokken_op is not None:
        return niet_voldaan(
            f"Op {voluit(s.ingetrokken_op)} is de overdracht door {afzender} ingetrokken. Het dossier wordt niet verder behandeld."
        )
    if s.ontvangen_op is None:
        return onbekend(
            f"Volgens de overdracht van {afzender} is het dossier pas op {voluit(s.beeld.overdracht.ontvangen_op)} ontvangen. Op "
            f"{voluit(s.op)} was het er nog niet. Wie de overdracht stuurt, kan zeggen of die dag klopt.",
            "overdracht.ontvangen_op",
        )
    return voldaan(f"De DT&V heeft het dossier op {voluit(s.ontvangen_op)} van {afzender} ontvangen.")


@norm(
    "vertrekdossier-samenstelling",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Vertrekdossier bevat gegevens, gesprekken en strategie",
    title_en="Case file contains person data, interviews and strategy",
    regel="Het vertrekdossier bevat de personalia, een verslag van elk gevoerd vertrekgesprek en de vertrekstrategie.",
    rule_en="The file compiled by the regievoerder(s) holds personal data, all departure interviews and the departure strategy; every addition is dated and attributed.",
    plicht="Het dossier aanvullen met personalia, verslagen en strategie",
    bron=("Report footnote 2",),
    velden=(
        "intake_afgerond_op",
        "persoon.naam",
        "persoon.geboortedatum",
        "gesprekken[].status",
        "gesprekken[].gevoerd_op",
        "gesprekken[].verslag",
        "vertrekplannen[].strategie",
    ),
    gevolg="taak",
)
def vertrekdossier_samenstelling(s: Stand) -> Antwoord:
    if s.intake_afgerond_op is None:
        return _INTAKE_OPEN
    tekort = [
        f"het verslag van het gesprek van {voluit(g.gevoerd_op)}"
        for g in s.gevoerde_gesprekken
        if g.gevoerd_op and is_leeg(g.verslag)
    ]
    if s.vertrekplan is None:
        tekort.append("een vertrekplan met een strategie")
    elif is_leeg(s.vertrekplan.strategie):
        tekort.append(f"de strategie in het vertrekplan van {voluit(s.vertrekplan.vastgesteld_op)}")
    if tekort:
        return niet_voldaan(f"In het dossier ontbreekt nog {opsomming(tekort)}.")
    personalia = [
        (pad, wat)
        for pad, wat, waarde in (
            ("persoon.naam", "de naam", s.persoon.naam),
            ("persoon.geboortedatum", "de geboortedatum", s.persoon.geboortedatum),
        )
        if waarde is None
    ]
    if personalia:
        return onbekend(
            f"De verslagen en de strategie zijn er, maar {opsomming([wat for _, wat in personalia])} van de vreemdeling staat "
            "niet in het dossier. De IND of de AVIM kan dit geven.",
            *(pad for pad, _ in personalia),
        )
    return voldaan("De personalia, het verslag van elk gevoerd gesprek en de strategie staan in het dossier.")


@norm(
    "terugkeerbesluit-vereist",
    soort="poort",
    tier=1,
    origin="report",
    titel="Vertrekplicht vereist terugkeerbesluit",
    title_en="Duty to leave requires a return decision",
    regel="Vertrekplichtig is alleen wie een bekendgemaakt terugkeerbesluit heeft dat nog geldt. Zonder dat besluit zijn dwang, bewaring, einde van de opvang en uitvoering van het vertrek niet mogelijk.",
    rule_en="A person is 'vertrekplichtig' only if lawful stay has ended AND a return decision exists; forced steps, detention and departure-term calculation are impossible without it.",
    plicht="Het terugkeerbesluit bij de IND opvragen",
    bron=(
        "Report 1.5",
        "Vw 2000 art. 8, 27, 45, 61(1), 62(1), 62a",
        "Directive 2008/115/EC art. 6",
    ),
    velden=(
        "procedure.besluiten[].soort",
        "procedure.besluiten[].terugkeerbesluit",
        "procedure.besluiten[].genomen_op",
        "procedure.besluiten[].bekendgemaakt_op",
        "procedure.beroepen[].uitkomst",
        "procedure.beroepen[].ingesteld_op",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "overplaatsen_vbl",
        "opvang_beeindigen",
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
    geldig_van=date(2011, 12, 31),
    opmerking="That lawful stay has ended is tested by rechtmatig-verblijf-toets. soort intrekking means withdrawal of a permit, not of the return decision. land_van_terugkeer is not a condition.",
)
def terugkeerbesluit_vereist(s: Stand) -> Antwoord:
    besluit = s.terugkeerbesluit
    if besluit is None:
        if not s.besluiten:
            return onbekend(
                "Er staat geen besluit van de IND in het dossier, dus niemand kan zeggen of de vreemdeling moet vertrekken. "
                "De IND kan het besluit geven.",
                "procedure.besluiten",
            )
        return niet_voldaan(
            "Er is geen terugkeerbesluit. Zonder dat besluit hoeft de vreemdeling niet te vertrekken."
        )
    genomen = besluit.genomen_op
    for ander in s.besluiten:
        if ander.soort == "inwilliging" and ander.genomen_op >= genomen:
            return niet_voldaan(
                f"Het terugkeerbesluit van {voluit(genomen)} geldt niet meer: op {voluit(ander.genomen_op)} is een aanvraag ingewilligd."
            )
    for b in s.beroepen:
        if b.uitkomst in GEGROND and b.ingesteld_op >= genomen:
            return niet_voldaan(
                f"Het terugkeerbesluit van {voluit(genomen)} geldt niet meer: het beroep van {voluit(b.ingesteld_op)} is geheel "
                "of gedeeltelijk gegrond verklaard."
            )
    if besluit.bekendgemaakt_op is None:
        return onbekend(
            f"Er is een terugkeerbesluit van {voluit(genomen)}, maar niet vastgelegd is wanneer het is bekendgemaakt. De IND "
            "kan die dag geven.",
            s.pad("besluiten", besluit, "bekendgemaakt_op"),
        )
    return voldaan(
        f"Er geldt een terugkeerbesluit van {voluit(genomen)}. Het is op {voluit(besluit.bekendgemaakt_op)} bekendgemaakt."
    )


@norm(
    "verwijderbaarheidscheck",
    soort="poort",
    tier=1,
    origin="report",
    titel="Verwijderbaarheidscheck bij de IND",
    title_en="Removability check with IND",
    regel="Vlak voor elke ingrijpende stap vraagt de regievoerder de IND of de vreemdeling nog verwijderbaar is. Het antwoord is maar enkele dagen geldig en vervalt meteen als er daarna een aanvraag, verzoek om voorlopige voorziening of artikel 64-verzoek bij komt.",
    rule_en="Before every coercive or irreversible step (LP submission, detention proposal, flight booking, execution) the current residence status must be re-checked with IND; the answer is valid for a configurable short period.",
    plicht="De IND vragen of vertrek nu mag",
    bron=(
        "dienstterugkeerenvertrek.nl (Terugkeerproces: verwijderbaarheidscheck)",
        "Report 3.3 (question at every stage)",
    ),
    parameters=(parameter("max_age_days", 5, "day", status="project-choice"),),
    velden=(
        "verwijderbaarheidschecks[].gecheckt_op",
        "verwijderbaarheidschecks[].uitkomst",
        "procedure.aanvragen[].ingediend_op",
        "procedure.voorlopige_voorzieningen[].gevraagd_op",
        "medisch.art64_aangevraagd_op",
        "medisch.art64_ambtshalve_op",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "lp_verzenden",
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
    opmerking="The number of days is NOT in any source; make it configuration. A check that was not done is an omission of DT&V, so niet_voldaan and not onbekend. Day 5 still counts, day 6 does not.",
)
def verwijderbaarheidscheck(s: Stand) -> Antwoord:
    check = laatste(s.verwijderbaarheidschecks, lambda c: c.gecheckt_op)
    if check is None:
        return niet_voldaan(
            "De IND is nog niet gevraagd of de vreemdeling nu mag worden uitgezet. Die vraag moet eerst worden gesteld."
        )
    geldig = s.p["verwijderbaarheidscheck.max_age_days"]
    gecheckt = voluit(check.gecheckt_op)
    if (s.op - check.gecheckt_op).days > geldig:
        return niet_voldaan(
            f"De IND heeft voor het laatst op {gecheckt} geantwoord. Dat antwoord is maar {geldig} dagen geldig en is op "
            f"{voluit(s.op)} te oud. Vraag het de IND opnieuw."
        )
    if check.uitkomst == "niet_verwijderbaar":
        return niet_voldaan(
            f"De IND heeft op {gecheckt} geantwoord dat de vreemdeling nu niet mag worden uitgezet."
        )
    later = _ingediend_sinds(s, check.gecheckt_op)
    if later is not None:
        return niet_voldaan(
            f"De IND heeft op {gecheckt} geantwoord, maar op {voluit(later[1])} is {later[0]}. Het antwoord geldt niet meer. Vraag "
            "het de IND opnieuw."
        )
    if check.uitkomst == "onbekend":
        return onbekend(
            f"De vraag aan de IND van {gecheckt} heeft nog geen antwoord. De IND kan zeggen of de vreemdeling mag worden uitgezet.",
            s.pad("verwijderbaarheidschecks", check, "uitkomst"),
        )
    tot = voluit(plus_dagen(check.gecheckt_op, geldig))
    return voldaan(
        f"De IND heeft op {gecheckt} geantwoord dat het vertrek door mag gaan. Dat antwoord is geldig tot en met {tot}, tenzij er "
        "iets nieuws wordt ingediend."
    )


def _ingediend_sinds(s: Stand, gecheckt_op: date) -> tuple[str, date] | None:
    """Name what was filed on or after the day of the check, which makes the check worthless."""
    for a in s.aanvragen:
        if a.ingediend_op >= gecheckt_op:
            return "een nieuwe aanvraag ingediend", a.ingediend_op
    for v in s.voorlopige_voorzieningen:
        if v.gevraagd_op >= gecheckt_op:
            return "een voorlopige voorziening gevraagd", v.gevraagd_op
    for dag in (s.medisch.art64_aangevraagd_op, s.medisch.art64_ambtshalve_op):
        if dag is not None and dag >= gecheckt_op:
            return "uitstel om medische redenen (artikel 64) gevraagd", dag
    return None


@norm(
    "rechtmatig-verblijf-toets",
    soort="poort",
    tier=1,
    origin="report",
    titel="Geen vertrek bij rechtmatig verblijf (art. 8 Vw)",
    title_en="No departure enforcement during lawful stay (art. 8 Aliens Act)",
    regel="Zolang de vreemdeling op een grond van artikel 8 Vw rechtmatig verblijf heeft, rust op hem geen vertrekplicht. Pas als alle gronden zijn geëindigd, mogen vertrekstappen worden gezet.",
    rule_en="While any ground of Vw art. 8 applies (e.g. f/h pending procedure, j medical, k reflection period) the duty to leave is suspended; only informative interviews and preparation under art. 61(2) are allowed.",
    plicht="Bij de IND nagaan of er rechtmatig verblijf is",
    bron=(
        "Report 2.2 Vertrekopties",
        "Vw 2000 art. 8, 61(2)",
        "Vc (2013) A4/2.2",
    ),
    parameters=(
        parameter(
            "grounds",
            (
                "a-e permit",
                "f first application",
                "g/h appeal or objection",
                "j art. 64/obstacle",
                "k reflection period",
                "l Ass. Council",
            ),
        ),
    ),
    velden=(
        "procedure.verblijfsgronden[].grond",
        "procedure.verblijfsgronden[].van",
        "procedure.verblijfsgronden[].tot",
        "verwijderbaarheidschecks[].gecheckt_op",
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
    opmerking="Art. 64, bedenktijd, trafficking permit and interim measure have their own norms and are not read here.",
)
def rechtmatig_verblijf_toets(s: Stand) -> Antwoord:
    gronden = s.actieve_verblijfsgronden
    if gronden:
        namen = opsomming(
            [
                f"artikel 8 onder {g.grond[1:]} van de Vreemdelingenwet, sinds {voluit(g.van)}"
                + (f" tot en met {voluit(g.tot)}" if g.tot else "")
                for g in gronden
            ]
        )
        return niet_voldaan(
            f"De vreemdeling heeft rechtmatig verblijf ({namen}). Zolang dat zo is, mogen geen vertrekstappen worden gezet."
        )
    if s.verblijfsgronden:
        return voldaan(f"Elke vastgelegde grond voor rechtmatig verblijf is voor {voluit(s.op)} geëindigd.")
    if not s.verwijderbaarheidschecks:
        return onbekend(
            "Het is niet vastgelegd of de vreemdeling nog rechtmatig verblijf heeft. De IND kan dit zeggen.",
            "procedure.verblijfsgronden",
        )
    return voldaan(
        "Er is bij de IND nagevraagd of het vertrek door mag gaan, en er staat geen grond voor rechtmatig verblijf in het dossier."
    )


@norm(
    "grensprocedure-buiten-proces",
    soort="poort",
    tier=2,
    origin="law",
    titel="Terugkeergrensprocedure als apart spoor",
    title_en="Return border procedure as separate track",
    regel="Sinds 12 juni 2026 is de terugkeergrensprocedure een apart spoor. Zo'n zaak komt pas na afloop daarvan via een gewone overdracht in dit proces.",
    rule_en="From 12 June 2026: persons rejected in the asylum BORDER procedure stay at most 12 weeks near the border; voluntary departure up to 15 days; if not returned in 12 weeks the ordinary return process continues.",
    plicht="De zaak laten bij de terugkeergrensprocedure",
    bron=("Regulation (EU) 2024/1349 art. 4",),
    parameters=(
        parameter("stay", 12, "week"),
        parameter("voluntary_departure_max", 15, "day"),
    ),
    velden=("spoor",),
    gevolg="blokkeert",
    blokkeert=("dossier_openen",),
    geldig_van=date(2026, 6, 12),
)
def grensprocedure_buiten_proces(s: Stand) -> Antwoord:
    if s.beeld.spoor == "grens":
        return niet_voldaan(
            "Deze zaak zit in de terugkeergrensprocedure. Zij komt pas na afloop daarvan met een gewone overdracht in dit vertrekproces."
        )
    return _GEEN_GRENS
