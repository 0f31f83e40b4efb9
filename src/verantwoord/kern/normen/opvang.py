"""Shelter: how long it runs, when it may not end, and when somebody may be transferred."""

from datetime import date
from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.definities import is_leeg, laatste
from verantwoord.kern.kalender import plus_dagen, voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import OPSCHORTING, opsomming, stand_van_beroep

_GEEN_ASIEL: Final = niet_van_toepassing(
    "Dit is geen asielzaak. Deze regel gaat over opvang van asielzoekers."
)
_GEEN_VERLENGING: Final = niet_van_toepassing("Er is niet gevraagd om langere opvang.")
_GEEN_VBL: Final = niet_van_toepassing("De vreemdeling verblijft nu niet in een vbl.")
_GEEN_MINDERJARIGE: Final = niet_van_toepassing("Er is geen minderjarige in dit gezin.")


@norm(
    "opvang-vier-weken",
    soort="poort",
    tier=1,
    origin="report",
    titel="Opvang eindigt vier weken na ongegrond beroep",
    title_en="Shelter ends four weeks after appeal is dismissed",
    regel="De opvang loopt door tot vier weken na het ongegronde beroep of de ongebruikte beroepstermijn. Eerder mag zij niet worden beëindigd; na de einddatum beslist het overleg wat er volgt.",
    rule_en="COA provisions run until in principle 4 weeks after the appeal is declared unfounded or the unused appeal period has ended; they may not be ended earlier. After the end date the chain decides what follows (leave, VBL, GL, extension).",
    plicht="Met de partners bespreken wat na de opvang volgt",
    bron=(
        "Report 3.1, 3.2",
        "Vw 2000 art. 44/45; Rva 2005 art. 5",
        "Leidraad Terugkeer en Vertrek: Beëindigen voorzieningen",
        "dienstterugkeerenvertrek.nl Asielzoekerscentrum: max. 28 dagen",
    ),
    parameters=(parameter("period", 28, "calendar-day"),),
    velden=(
        "spoor",
        "opvang.recht_eindigt_op",
        "opvang.verlengingen[]",
        "procedure.besluiten[]",
        "procedure.beroepen[]",
        "procedure.beroepstermijn_tot",
        "medisch.art64_*",
        "mensenhandel.bedenktijd_*",
        "mensenhandel.vergunning_*",
        "procedure.voorlopige_voorzieningen[]",
    ),
    gevolg="blokkeert",
    blokkeert=("opvang_beeindigen",),
    opmerking="Exact Rva 2005 art. 5 text was not found in stored copies; existence and role of art. 5 confirmed through case law (RBDHA:2019:8393, RBSGR:2011:BU6129). In the catalogue a deadline with tasks (T-21 LKO, T-14 COA informs, T-0 decision); here a guard because opvang_beeindigen must be impossible before the end. COA keeps provisions running until actual departure. 28 days also when the vertrektermijn is 0 days (not in a source, unconfirmed). Catalogue kind was termijn; here soort is poort exactly when gevolg is blokkeert.",
)
def opvang_vier_weken(s: Stand) -> Antwoord:
    if s.beeld.spoor != "asiel":
        return _GEEN_ASIEL
    einde = s.termijnen.opvang.eindigt_op
    if s.actieve_opschorting is not None:
        return niet_voldaan(
            f"Het vertrek is opgeschort door {OPSCHORTING[s.actieve_opschorting.soort]}. Zolang eindigt de opvang niet.",
            einde,
        )
    if einde is not None:
        if s.op > einde:
            return voldaan(f"Het recht op opvang liep tot en met {voluit(einde)}.", einde)
        return niet_voldaan(
            f"Het recht op opvang loopt tot en met {voluit(einde)}. Eerder mag de opvang niet eindigen.",
            einde,
        )
    stand, zin = s.beroepsstand, stand_van_beroep(s)
    if stand in ("loopt", "termijn_loopt", "gegrond") and s.schorsende_werking is True:
        return niet_voldaan(f"{zin} Zolang loopt de opvang door.")
    if stand == "geen_besluit":
        return onbekend(f"{zin} De IND kan het besluit geven.", "procedure.besluiten")
    if stand == "uitspraak_onvolledig":
        return onbekend(f"{zin} De rechtbank of de IND kan dit geven.", *s.ontbrekend_aan_uitspraak)
    if stand == "termijn_onbekend":
        return onbekend(f"{zin} De IND kan die dag geven.", "procedure.beroepstermijn_tot")
    return onbekend(
        f"{zin} Het is niet vastgelegd tot wanneer de vreemdeling recht op opvang heeft. De IND kan dit zeggen.",
        "opvang.recht_eindigt_op",
    )


@norm(
    "opvang-verlenging-maatwerk",
    soort="poort",
    tier=1,
    origin="report",
    titel="Verlenging opvang alleen met instemming COA",
    title_en="Shelter extension only with COA consent",
    regel="Alleen het COA beslist over langere opvang, op verzoek van de regievoerder. Zolang het COA niet heeft beslist of een toegestane verlenging loopt, wordt de opvang niet beëindigd.",
    rule_en="The regievoerder may ask COA for longer shelter when independent return is a serious option; only COA decides, with an end date. While COA has not decided, or an extension runs, shelter is not ended.",
    plicht="Het COA vragen te beslissen over langere opvang",
    bron=("Report summary (Vertrekwensen), 3.2",),
    parameters=(parameter("max", None, "day", status="not in source"),),
    velden=(
        "opvang.verlengingen[].gevraagd_op",
        "opvang.verlengingen[].coa_besluit",
        "opvang.verlengingen[].coa_besloten_op",
        "opvang.verlengingen[].tot",
    ),
    gevolg="blokkeert",
    blokkeert=("opvang_beeindigen",),
)
def opvang_verlenging_maatwerk(s: Stand) -> Antwoord:
    verlenging = laatste(s.verlengingen, lambda v: v.gevraagd_op)
    if verlenging is None:
        return _GEEN_VERLENGING
    verzoek = f"Op {voluit(verlenging.gevraagd_op)} is het COA om langere opvang gevraagd."
    akkoord = verlenging.coa_besluit == "akkoord"
    if akkoord and verlenging.tot is not None and verlenging.tot >= s.op:
        return niet_voldaan(
            f"{verzoek} Het COA is akkoord: de opvang loopt door tot en met {voluit(verlenging.tot)}."
        )
    ontbreekt = [veld for veld in ("coa_besluit", "coa_besloten_op") if getattr(verlenging, veld) is None]
    if akkoord and verlenging.tot is None:
        ontbreekt.append("tot")
    if ontbreekt or verlenging.coa_besloten_op is None:
        wat = (
            "tot wanneer het COA akkoord is"
            if ontbreekt == ["tot"]
            else "wat het COA heeft besloten en wanneer"
        )
        return onbekend(
            f"{verzoek} Er staat nog niet {wat}. Het COA kan dit zeggen; tot dan eindigt de opvang niet.",
            *(s.pad("verlengingen", verlenging, veld) for veld in ontbreekt),
        )
    besloten = voluit(verlenging.coa_besloten_op)
    if verlenging.tot is not None and akkoord:
        return voldaan(
            f"{verzoek} Het COA is op {besloten} akkoord gegaan; die verlenging liep tot en met {voluit(verlenging.tot)}."
        )
    return voldaan(f"{verzoek} Het COA heeft dat op {besloten} geweigerd.")


@norm(
    "vbl-twaalf-weken",
    soort="termijn",
    tier=1,
    origin="report",
    titel="Verblijf VBL maximaal twaalf weken",
    title_en="Stay at VBL at most twelve weeks",
    regel="Het verblijf in de vbl duurt in beginsel hooguit twaalf weken. Wie langer blijft, blijft daar op grond van een besluit van het LKO.",
    rule_en="Placement in the freedom-restricting location requires a prospect of return (within 12 weeks), a DT&V decision in consultation with COA and a measure under Vw art. 56; stay is in principle at most 12 weeks, after which the LKO decides: longer stay if prospect remains, otherwise end (families: GL).",
    plicht="In het LKO over langer verblijf in de vbl besluiten",
    bron=(
        "Report footnote 8, 3.2 (partly)",
        "Leidraad Terugkeer en Vertrek: VBL; Vrijheidsbeperkende maatregel",
        "coa.nl opvanglocaties voor terugkeer",
    ),
    parameters=(
        parameter("period", 84, "calendar-day"),
        parameter("basis", "Vw art. 56 (+54)"),
    ),
    velden=(
        "opvang.verblijfplaatsen[].soort",
        "opvang.verblijfplaatsen[].van",
        "opvang.verblijfplaatsen[].tot",
        "opvang.vbl_lko_besluit_op",
    ),
    gevolg="taak",
    afwijking_mogelijk=True,
    geldig_van=date(2021, 10, 11),
    opmerking="Report footnote 8 omits the VBL step and reads as if families wait 12 weeks in the azc. The prospect of return within 12 weeks and the art. 56 measure have no field in the dossierbeeld.",
)
def vbl_twaalf_weken(s: Stand) -> Antwoord:
    vbl = s.vbl
    if vbl is None:
        return _GEEN_VBL
    einde = plus_dagen(vbl.van, s.p["vbl-twaalf-weken.period"])
    sinds = f"De vreemdeling verblijft sinds {voluit(vbl.van)} in de vbl."
    if s.op <= einde:
        return voldaan(f"{sinds} De twaalf weken lopen tot en met {voluit(einde)}.", einde)
    besluit = s.opvang.vbl_lko_besluit_op
    if besluit is not None and besluit >= vbl.van:
        return voldaan(
            f"{sinds} Dat is langer dan twaalf weken; het LKO heeft daar op {voluit(besluit)} over besloten.",
            einde,
        )
    return niet_voldaan(
        f"{sinds} De twaalf weken zijn op {voluit(einde)} voorbijgegaan en er is geen besluit van het LKO over langer verblijf.",
        einde,
    )


@norm(
    "gezinslocatie-ferreira",
    soort="poort",
    tier=1,
    origin="report",
    titel="Geen beëindiging onderdak gezin met minderjarig kind zonder Ferreira-toets",
    title_en="No ending of shelter for families with minors without Ferreira test",
    regel="De opvang van een gezin met een minderjarig kind eindigt niet zonder vastgelegde toets of daardoor een humanitaire noodsituatie dreigt. Dreigt die, dan blijft onderdak verplicht, zo nodig in een gezinslocatie.",
    rule_en="Shelter of a family with children under 18 may not be ended if a humanitarian emergency for the children would follow; such families are offered a gezinslocatie (measure art. 56) with no fixed term, with schooling and continued medical treatment secured.",
    plicht="Toetsen of voor de kinderen een noodsituatie dreigt",
    bron=(
        "Report footnote 8, 3.2",
        "Gerechtshof Den Haag 11-01-2011 (Ferreira); Leidraad Terugkeer en Vertrek: Gezinslocatie, Beëindigen voorzieningen",
    ),
    parameters=(parameter("minor_age", 18, "year"),),
    velden=(
        "persoon.geboortedatum",
        "persoon.amv",
        "persoon.gezin[].relatie",
        "persoon.gezin[].geboortedatum",
        "opvang.ferreira[].getoetst_op",
        "opvang.ferreira[].humanitaire_noodsituatie",
    ),
    gevolg="blokkeert",
    blokkeert=("opvang_beeindigen",),
    geldig_van=date(2011, 1, 11),
    opmerking="On the 18th birthday the person is no longer a minor; born 29 February: 18 on 1 March of a non-leap year.",
)
def gezinslocatie_ferreira(s: Stand) -> Antwoord:
    if not s.iemand_minderjarig:
        if not s.onbekende_leeftijden:
            return _GEEN_MINDERJARIGE
        return onbekend(
            "Van een of meer gezinsleden is de leeftijd niet vast te stellen, dus er kan een minderjarig kind zijn. Het gezin, de IND of "
            "het COA kan de geboortedatum geven.",
            *s.onbekende_leeftijden,
        )
    toets = laatste(s.ferreira, lambda t: t.getoetst_op)
    if toets is None:
        return niet_voldaan(
            "Er is een minderjarige in dit gezin en er is niet getoetst of het einde van de opvang een noodsituatie geeft. Zonder die toets "
            "eindigt de opvang niet."
        )
    getoetst = voluit(toets.getoetst_op)
    if toets.humanitaire_noodsituatie:
        return niet_voldaan(
            f"Op {getoetst} is getoetst dat voor de kinderen een noodsituatie dreigt als de opvang eindigt. Onderdak blijft verplicht."
        )
    return voldaan(
        f"Op {getoetst} is getoetst dat het einde van de opvang geen noodsituatie voor de kinderen geeft."
    )


@norm(
    "overplaatsing-compleet-dossier",
    soort="poort",
    tier=2,
    origin="leidraad",
    titel="Overplaatsing VBL/GL alleen met compleet dossier",
    title_en="Transfer to VBL/GL only with complete file",
    regel="Overplaatsing naar vbl of gezinslocatie kan alleen met een actueel vertrekplan met strategie en keuze, een gedragen besluit van de ketenpartners en, zo nodig, een LP-aanvraag.",
    rule_en="A transfer requires a current vertrekplan with strategy and choice, a binding decision of the chain partners, and an LP form or travel document.",
    plicht="Het dossier compleet maken voor de overplaatsing",
    bron=("Leidraad Terugkeer en Vertrek: Vrijheidsbeperkende maatregel",),
    velden=(
        "vertrekplannen[].strategie",
        "vertrekplannen[].gekozen",
        "overleg[]",
        "reisdocumenten[].geldig_tot",
        "lp_aanvragen[]",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "overplaatsen_vbl",
        "overplaatsen_gl",
    ),
    geldig_van=date(2021, 10, 11),
    opmerking="The hand-over by both the regievoerder and the COA case manager has no field (gap). The prospect of return for the vbl has no field (gap).",
)
def overplaatsing_compleet_dossier(s: Stand) -> Antwoord:
    tekort = [_COMPLEET[deel] for deel, is_er in compleet_voor_overplaatsing(s).items() if not is_er]
    if tekort:
        return niet_voldaan(f"Voor een overplaatsing ontbreekt nog {opsomming(tekort)}.")
    return voldaan(
        "Het vertrekplan, het besluit van de partners en het reisdocument of de LP-aanvraag zijn er."
    )


_COMPLEET: Final = {
    "vertrekplan": "een vertrekplan met een strategie en een keuze",
    "besluit": "een besluit waar alle vaste partners achter staan",
    "reisdocument": "een geldig reisdocument of een ingevulde LP-aanvraag",
}


def compleet_voor_overplaatsing(s: Stand) -> dict[str, bool]:
    """Tell of each part that overplaatsing-compleet-dossier asks whether it is there, in the order of the norm."""
    plan = s.vertrekplan
    return {
        "vertrekplan": plan is not None and not is_leeg(plan.strategie) and not is_leeg(plan.gekozen),
        "besluit": any(punt.onderwerp in ("vertrekstrategie", "vbl", "gl") for punt in s.bindende_punten),
        "reisdocument": s.heeft_geldig_reisdocument
        or any(lp.ingevuld_op is not None or lp.geweigerd_op is not None for lp in s.lp_aanvragen),
    }
