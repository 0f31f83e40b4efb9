"""Detention: the last resort, imposed by somebody else than who proposed it, with a prospect of removal."""

import re
from datetime import date
from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.definities import is_leeg
from verantwoord.kern.kalender import plus_dagen, voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import PARTNER, opsomming

_GRONDEN_5_1B: Final = re.compile(r"[34][a-z]\Z")
_GEEN_VOORSTEL: Final = niet_voldaan(
    "Er is geen voorstel voor bewaring, dus er zijn geen lichtere middelen afgewogen."
)
_GEEN_BEWARING: Final = niet_van_toepassing("Er is geen voorstel voor bewaring en geen bewaring.")
_NIET_OPGELEGD: Final = niet_van_toepassing("Er is geen bewaring opgelegd.")
_GEEN_ZICHT: Final = niet_voldaan(
    "Er is geen voorstel voor bewaring, dus het zicht op uitzetting is niet onderbouwd."
)
_GEEN_GRONDEN: Final = niet_voldaan(
    "Er is geen voorstel voor bewaring, dus er zijn geen gronden voor een risico op onttrekking."
)
_GEEN_MINDERJARIGE: Final = niet_van_toepassing("Er is geen minderjarige in dit gezin.")
_GEEN_AMV: Final = niet_van_toepassing("De vreemdeling is geen alleenstaande minderjarige.")
_LICHTER_AFGEWOGEN: Final = voldaan(
    "De lichtere middelen zijn één voor één afgewogen en de kwetsbaarheid van de vreemdeling is gewogen."
)


@norm(
    "bewaring-laatste-middel",
    soort="poort",
    tier=1,
    origin="report",
    titel="Bewaring als laatste middel",
    title_en="Detention as last resort",
    regel="Bewaring wordt pas voorgesteld als lichtere middelen één voor één zijn afgewogen en per middel is uitgelegd waarom het niet volstaat. Ook de kwetsbaarheid van de vreemdeling is gewogen.",
    rule_en="Detention (IBS) may be proposed only if lighter measures were individually considered and rejected with reasons.",
    plicht="De lichtere middelen één voor één afwegen",
    bron=(
        "Report 2.2, 3.1",
        "Vw 2000 art. 59; Directive 2008/115/EC art. 15(1)",
    ),
    velden=(
        "bewaringen[].lichtere_middelen",
        "bewaringen[].kwetsbaarheid",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "bewaring_voorstellen",
        "bewaring_opleggen",
    ),
)
def bewaring_laatste_middel(s: Stand) -> Antwoord:
    b = s.open_bewaring
    if b is None:
        return _GEEN_VOORSTEL
    tekort = []
    if not b.lichtere_middelen:
        tekort.append("er is geen lichter middel afgewogen")
    elif any(is_leeg(waarom) for waarom in b.lichtere_middelen.values()):
        tekort.append("bij een lichter middel staat niet waarom het niet volstaat")
    if is_leeg(b.kwetsbaarheid):
        tekort.append("de kwetsbaarheid van de vreemdeling is niet gewogen")
    if tekort:
        return niet_voldaan(f"Het voorstel voor bewaring is niet compleet: {opsomming(tekort)}.")
    return _LICHTER_AFGEWOGEN


@norm(
    "bewaring-bevoegdheid",
    soort="poort",
    tier=1,
    origin="report",
    titel="Bevoegd tot inbewaringstelling",
    title_en="Authority to detain",
    regel="De regievoerder mag bewaring alleen voorstellen. Opleggen mag alleen een bevoegde ambtenaar van AVIM, KMar of DT&V (met aanwijzing), en nooit wie haar heeft voorgesteld.",
    rule_en="Only designated officers of AVIM/KMar (hulpofficier van justitie) and specifically designated DT&V officers may impose detention; the regievoerder as such may only propose.",
    plicht="Vastleggen wie de bewaring voorstelt en wie haar oplegt",
    bron=(
        "Report 2.2",
        "rijksoverheid.nl vreemdelingenbewaring",
    ),
    velden=(
        "bewaringen[].voorgesteld_door",
        "bewaringen[].opgelegd_op",
        "bewaringen[].opgelegd_door",
        "bewaringen[].opgelegd_door_partner",
        "bewaringen[].aanwijzing_ref",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "bewaring_voorstellen",
        "bewaring_opleggen",
    ),
    opmerking="handelingen.json has no act 'bewaring opleggen' (gap); the web action that imposes must apply this norm.",
)
def bewaring_bevoegdheid(s: Stand) -> Antwoord:
    b = s.open_bewaring
    if b is None:
        return _GEEN_BEWARING
    ontbreekt = (
        [] if b.voorgesteld_door is not None else [("voorgesteld_door", "wie de bewaring heeft voorgesteld")]
    )
    if b.opgelegd_op is not None:
        if b.opgelegd_door is not None and b.opgelegd_door == b.voorgesteld_door:
            return niet_voldaan(
                f"De bewaring van {voluit(b.opgelegd_op)} is opgelegd door dezelfde persoon die haar heeft voorgesteld. Dat mag niet."
            )
        partner = b.opgelegd_door_partner
        if partner in ("coa", "ind"):
            return niet_voldaan(
                f"De bewaring van {voluit(b.opgelegd_op)} is opgelegd door {PARTNER[partner]}. Die organisatie mag dat niet."
            )
        if partner == "dtv" and b.aanwijzing_ref is None:
            return niet_voldaan(
                f"De bewaring van {voluit(b.opgelegd_op)} is opgelegd door de DT&V zonder dat een aanwijzing is vastgelegd."
            )
        if b.opgelegd_door is None:
            ontbreekt.append(("opgelegd_door", "wie de bewaring heeft opgelegd"))
        if partner is None:
            ontbreekt.append(("opgelegd_door_partner", "welke organisatie haar heeft opgelegd"))
    if ontbreekt:
        return onbekend(
            f"Niet vastgelegd is {opsomming([wat for _, wat in ontbreekt])}. De dienst die de bewaring voorstelt of oplegt kan dit zeggen.",
            *(s.pad("bewaringen", b, veld) for veld, _ in ontbreekt),
        )
    if b.opgelegd_op is None:
        return voldaan("Er staat wie de bewaring voorstelt. Een ander, die daartoe bevoegd is, beslist.")
    return voldaan(
        f"De bewaring is op {voluit(b.opgelegd_op)} opgelegd door een bevoegde ambtenaar, die haar niet zelf heeft voorgesteld."
    )


@norm(
    "bewaring-zicht-op-uitzetting",
    soort="poort",
    tier=1,
    origin="report",
    titel="Zicht op uitzetting",
    title_en="Prospect of removal",
    regel="Bewaring kan alleen als er zicht op uitzetting is. Dat oordeel wordt onderbouwd met omstandigheden en is geen optelsom.",
    rule_en="At imposition and continuously: reasonable prospect of removal, using indicators: authorities cooperate with forced return, valid travel document, no indication that (replacement) documents will be refused, flight bookable shortly.",
    plicht="Het zicht op uitzetting onderbouwen",
    bron=(
        "Report 2.2",
        "Directive 2008/115/EC art. 15(4)",
    ),
    parameters=(
        parameter(
            "indicators",
            (
                "medewerking-autoriteiten",
                "geldig-reisdocument",
                "geen-weigering-vervangend-document",
                "vlucht-korte-termijn",
            ),
        ),
    ),
    velden=(
        "bewaringen[].zicht_oordeel",
        "bewaringen[].zicht_op_uitzetting",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "bewaring_voorstellen",
        "bewaring_opleggen",
    ),
)
def bewaring_zicht_op_uitzetting(s: Stand) -> Antwoord:
    b = s.open_bewaring
    if b is None:
        return _GEEN_ZICHT
    onderbouwd = sum(not is_leeg(tekst) for tekst in b.zicht_op_uitzetting.values())
    if b.zicht_oordeel is False:
        return niet_voldaan(
            "Het oordeel is dat er geen zicht op uitzetting is. Dan kan er geen bewaring zijn."
        )
    if not onderbouwd:
        return niet_voldaan("Het zicht op uitzetting is niet onderbouwd met omstandigheden.")
    if b.zicht_oordeel is None:
        return onbekend(
            "Er zijn omstandigheden beschreven, maar er staat geen oordeel of er zicht op uitzetting is. Wie de bewaring voorstelt kan dit zeggen.",
            s.pad("bewaringen", b, "zicht_oordeel"),
        )
    wat = "1 omstandigheid" if onderbouwd == 1 else f"{onderbouwd} omstandigheden"
    return voldaan(f"Het oordeel is dat er zicht op uitzetting is, onderbouwd met {wat}.")


@norm(
    "bewaring-onttrekkingsrisico",
    soort="poort",
    tier=1,
    origin="report",
    titel="Onttrekkingsrisico gemotiveerd",
    title_en="Reasoned risk of absconding",
    regel="Het risico dat iemand zich onttrekt, rust op ten minste twee gronden uit artikel 5.1b Vb, elk met een eigen toelichting voor deze vreemdeling.",
    rule_en="At least two grounds of Vb 5.1b (heavy para 3 / light para 4); heavy grounds need factual explanation, light grounds also individual further explanation.",
    plicht="Ten minste twee gronden voor deze vreemdeling toelichten",
    bron=(
        "Report 3.1",
        "Vb 2000 art. 5.1a, 5.1b; ABRvS 25-03-2020 (201706842/1/V3); Vb art. 6.1",
    ),
    parameters=(parameter("min_grounds", 2, "ground"),),
    velden=("bewaringen[].gronden",),
    gevolg="blokkeert",
    blokkeert=(
        "bewaring_voorstellen",
        "bewaring_opleggen",
    ),
)
def bewaring_onttrekkingsrisico(s: Stand) -> Antwoord:
    b = s.open_bewaring
    if b is None:
        return _GEEN_GRONDEN
    minimum = s.p["bewaring-onttrekkingsrisico.min_grounds"]
    aantal = sum(_GRONDEN_5_1B.match(grond) is not None for grond in b.gronden)
    if aantal < minimum:
        return niet_voldaan(
            f"Het risico op onttrekking rust op {aantal} van de ten minste {minimum} nodige gronden uit artikel 5.1b van het Vreemdelingenbesluit."
        )
    if any(is_leeg(toelichting) for toelichting in b.gronden.values()):
        return niet_voldaan(
            "Bij een grond voor het risico op onttrekking staat geen toelichting voor deze vreemdeling."
        )
    return voldaan(f"Het risico op onttrekking rust op {aantal} gronden, elk met een eigen toelichting.")


@norm(
    "bewaring-duur",
    soort="termijn",
    tier=2,
    origin="law",
    titel="Maximale duur bewaring",
    title_en="Maximum detention length",
    regel="Bewaring duurt hooguit zes maanden en kan met ten hoogste twaalf maanden worden verlengd. De rechtbank wordt uiterlijk na 28 dagen in kennis gesteld.",
    rule_en="At most 6 months, extendable by at most 12 months (total 18) only for lack of cooperation or delayed documents; court is notified at latest after 4 weeks if no appeal was lodged.",
    plicht="De rechtbank in kennis stellen en de duur bewaken",
    bron=(
        "Vw 2000 art. 59(5)-(6), 94; Directive 2008/115/EC art. 15(5)-(6)",
        "rijksoverheid.nl vreemdelingenbewaring",
    ),
    parameters=(
        parameter("initial", 6, "month"),
        parameter("extension", 12, "month"),
        parameter("total", 18, "month"),
        parameter("court_notice", 28, "calendar-day"),
    ),
    velden=(
        "bewaringen[].opgelegd_op",
        "bewaringen[].rechtbank_in_kennis_op",
        "bewaringen[].verlengd_op",
        "bewaringen[].opgeheven_op",
    ),
    gevolg="taak",
    geldig_van=date(2011, 12, 31),
)
def bewaring_duur(s: Stand) -> Antwoord:
    b, termijnen = s.open_bewaring, s.termijnen
    einde, kennis = termijnen.bewaring.eindigt_op, termijnen.rechtbank_in_kennis.eindigt_op
    if b is None or b.opgelegd_op is None or einde is None or kennis is None:
        return _NIET_OPGELEGD
    sinds = f"De bewaring is op {voluit(b.opgelegd_op)} opgelegd en mag duren tot en met {voluit(einde)}."
    ingelicht = b.rechtbank_in_kennis_op is not None
    uiterlijk = einde if ingelicht else min(einde, kennis)
    if s.op > einde:
        return niet_voldaan(f"{sinds} Die dag is voorbij.", uiterlijk)
    if b.rechtbank_in_kennis_op is not None:
        return voldaan(
            f"{sinds} De rechtbank is op {voluit(b.rechtbank_in_kennis_op)} in kennis gesteld.", uiterlijk
        )
    if s.op > kennis:
        return niet_voldaan(
            f"{sinds} De rechtbank had uiterlijk {voluit(kennis)} in kennis moeten zijn gesteld. Dat is niet gebeurd.",
            uiterlijk,
        )
    return voldaan(f"{sinds} De rechtbank moet uiterlijk {voluit(kennis)} in kennis zijn gesteld.", uiterlijk)


@norm(
    "bewaring-minderjarigen",
    soort="poort",
    tier=2,
    origin="leidraad",
    titel="Bewaring gezin/AMV uitzondering",
    title_en="Detention of families/minors exceptional",
    regel="Gezinnen met minderjarigen en alleenstaande minderjarigen komen alleen bij hoge uitzondering in bewaring, hooguit 14 dagen voor een vaststaand vertrek en na weging van het belang van het kind.",
    rule_en="Families with minors and AMV only in the closed family facility, in principle at most 14 days before departure, as last resort; AMV longer only in listed exceptions; Nidos involved in LKO.",
    plicht="Het belang van het kind wegen en het vertrek vaststellen",
    bron=(
        "Directive 2008/115/EC art. 17; Leidraad Terugkeer en Vertrek: Gesloten gezinsvoorziening, Alleenstaande minderjarigen",
    ),
    parameters=(
        parameter("max", 14, "calendar-day"),
        parameter("border_families", 30, "calendar-day"),
    ),
    velden=(
        "persoon.geboortedatum",
        "persoon.gezin[]",
        "boekingen[].gepland_op",
        "boekingen[].geannuleerd_op",
        "bewaringen[].kwetsbaarheid",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "bewaring_voorstellen",
        "bewaring_opleggen",
    ),
)
def bewaring_minderjarigen(s: Stand) -> Antwoord:
    if not s.iemand_minderjarig:
        if not s.onbekende_leeftijden:
            return _GEEN_MINDERJARIGE
        return onbekend(
            "Van een of meer gezinsleden is de leeftijd niet vast te stellen, dus er kan een minderjarige zijn. Het gezin of de IND kan de "
            "geboortedatum geven.",
            *s.onbekende_leeftijden,
        )
    dagen = s.p["bewaring-minderjarigen.max"]
    tot, b, tekort = plus_dagen(s.op, dagen), s.open_bewaring, []
    if b is None or is_leeg(b.kwetsbaarheid):
        tekort.append("het belang van het kind is niet gewogen in een voorstel voor bewaring")
    vertrek = [boeking.gepland_op for boeking in s.open_boekingen if s.op <= boeking.gepland_op <= tot]
    if not vertrek:
        tekort.append(f"er staat geen vertrek vast binnen {dagen} dagen, uiterlijk {voluit(tot)}")
    if tekort:
        return niet_voldaan(
            f"Er is een minderjarige. Bewaring kan alleen bij hoge uitzondering, en nu niet: {opsomming(tekort)}."
        )
    return voldaan(
        f"Er is een minderjarige. Het belang van het kind is gewogen en het vertrek staat vast op {voluit(min(vertrek))}."
    )


@norm(
    "amv-adequate-opvang",
    soort="poort",
    tier=2,
    origin="leidraad",
    titel="AMV: adequate opvang voor terugkeer",
    title_en="UAM: adequate reception before return",
    regel="Een alleenstaande minderjarige keert niet terug voordat vaststaat dat er in het land van terugkeer adequate opvang is. De voogd is bij elke stap betrokken.",
    rule_en="No return decision/return of an unaccompanied minor unless adequate reception in the country of return is established; guardian (Nidos) is party to every interview and plan; return escorted.",
    plicht="De voogd betrekken en de opvang in het land van terugkeer aantonen",
    bron=(
        "CJEU C-441/19 TQ (14-01-2021); ABRvS 08-06-2022 (2022:1530); Vc B8/6; Leidraad Terugkeer en Vertrek",
    ),
    parameters=(parameter("age", 18, "year"),),
    velden=(
        "persoon.amv",
        "persoon.geboortedatum",
        "persoon.voogd",
        "persoon.adequate_opvang_bewijs",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "lp_verzenden",
        "presentatie_plannen",
        "overplaatsen_vbl",
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "zelfstandig_vertrek_boeken",
        "gedwongen_vertrek_boeken",
        "zelfstandig_vertrek_uitvoeren",
        "gedwongen_vertrek_uitvoeren",
    ),
)
def amv_adequate_opvang(s: Stand) -> Antwoord:
    if not s.persoon.amv or s.leeftijd == "meerderjarig":
        return _GEEN_AMV
    tekort = []
    if s.persoon.voogd is None:
        tekort.append("de voogd")
    if s.persoon.adequate_opvang_bewijs is None:
        tekort.append("het bewijs van adequate opvang in het land van terugkeer")
    if tekort:
        return niet_voldaan(
            f"De vreemdeling is alleenstaand en minderjarig. In het dossier ontbreekt {opsomming(tekort)}. Tot dan is terugkeer niet mogelijk."
        )
    return voldaan(
        "De vreemdeling is alleenstaand en minderjarig. De voogd is vastgelegd en er is bewijs van adequate opvang in het land van terugkeer."
    )
