"""Travel documents: a laissez-passer is prepared early, but nothing leaves before the court has judged."""

from typing import Final

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.definities import laatste
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.rechter import voorziening_tot
from verantwoord.kern.normen.register import norm
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import stand_van_beroep

_GEEN_DERDE_LAND: Final = niet_van_toepassing("Er is geen vertrek naar een derde land gepland.")
_GEEN_EERSTE: Final = niet_van_toepassing("Het eerste gesprek is nog niet gevoerd.")
_GELDIG_DOCUMENT: Final = niet_van_toepassing(
    "De vreemdeling heeft een geldig reisdocument. Een LP-aanvraag is niet nodig."
)
_GEEN_ASIEL: Final = niet_van_toepassing("Er is in dit dossier geen asielaanvraag.")
_GEEN_DWANG: Final = niet_van_toepassing("Er is niet voor gedwongen vertrek gekozen en er is geen bewaring.")
_ONBEKENDE_LANDEN: Final = frozenset({"XXA", "XXX"})


@norm(
    "derde-land-vertrek",
    soort="poort",
    tier=1,
    origin="report",
    titel="Vertrek naar derde land vereist toegang",
    title_en="Third-country departure needs admission",
    regel="Vertrek naar een ander land dan het eigen land kan alleen als vaststaat dat dat land de vreemdeling toelaat.",
    rule_en="Return to a country other than origin requires documents showing that country admits the person; burden in practice on person, but the plan must state whether DIA help was considered.",
    plicht="Bewijs van toelating tot het derde land vastleggen",
    bron=("Report 3.2 Terugkeer naar een ander land",),
    velden=(
        "boekingen[].land",
        "boekingen[].toegangsbewijs_ref",
        "boekingen[].geannuleerd_op",
        "persoon.nationaliteiten",
        "procedure.besluiten[].land_van_terugkeer",
        "vertrekplannen[].gekozen",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "zelfstandig_vertrek_boeken",
        "gedwongen_vertrek_boeken",
        "zelfstandig_vertrek_uitvoeren",
        "gedwongen_vertrek_uitvoeren",
    ),
    opmerking="dia_overwogen and reden_geen_dia are only a remark in uitleg. Proof of admission can only be recorded on a boeking (gap).",
)
def derde_land_vertrek(s: Stand) -> Antwoord:
    boekingen = s.open_boekingen
    if not boekingen:
        if s.gekozen != "derde_land":
            return _GEEN_DERDE_LAND
        return onbekend(
            "In het vertrekplan is gekozen voor een derde land, maar er is nog geen reis geboekt met een bewijs dat dat land de vreemdeling "
            "toelaat. De vreemdeling of de DIA kan dat bewijs geven.",
            "boekingen",
        )
    eigen_landen = [land for land in s.persoon.nationaliteiten if land not in _ONBEKENDE_LANDEN]
    if not eigen_landen:
        besluit = s.terugkeerbesluit
        if all(besluit is not None and b.land == besluit.land_van_terugkeer for b in boekingen):
            return _GEEN_DERDE_LAND
        return onbekend(
            "Er is een reis geboekt, maar de nationaliteit van de vreemdeling is niet vastgelegd. Daarom is niet te zeggen of het om een derde "
            "land gaat. De IND of de AVIM kan de nationaliteit geven.",
            "persoon.nationaliteiten",
        )
    derde = [b for b in boekingen if b.land not in eigen_landen]
    if not derde:
        return _GEEN_DERDE_LAND
    zonder = [b for b in derde if b.toegangsbewijs_ref is None]
    if zonder:
        return niet_voldaan(
            f"Op {voluit(zonder[0].gepland_op)} is een reis naar een derde land gepland. Er is geen bewijs dat dat land de vreemdeling toelaat."
            + _dia_opmerking(zonder[0])
        )
    return voldaan(
        f"Er is bewijs dat het derde land de vreemdeling toelaat, voor de reis van {voluit(derde[0].gepland_op)}."
    )


def _dia_opmerking(boeking: d.Vertrekboeking) -> str:
    return " Er is nog niet bekeken of de DIA kan helpen." if boeking.dia_overwogen is None else ""


@norm(
    "lp-formulier-gesprek-1",
    soort="plicht",
    tier=1,
    origin="report",
    titel="LP-aanvraag invullen in eerste gesprek",
    title_en="Complete LP form in first interview",
    regel="Heeft de vreemdeling geen geldig reisdocument, dan vraagt de regievoerder in het eerste gesprek om de LP-aanvraag in te vullen en legt hij uit dat die nog niet wordt verstuurd. Weigeren wordt alleen vastgelegd.",
    rule_en="Check first whether another way of travel exists; if no valid travel document, ask the person in interview 1 to complete the LP form; explain that it is not sent yet; record refusal without penalty automation.",
    plicht="De LP-aanvraag laten invullen in gesprek 1",
    bron=(
        "Report 3.1 Afgifte laissez passer; Procesprotocol C6.0 v2.0",
        "dienstterugkeerenvertrek.nl Opdracht voor een laissez-passer; Vw art. 61(2)",
    ),
    velden=(
        "gesprekken[].moment",
        "reisdocumenten[].geldig_tot",
        "lp_aanvragen[].ingevuld_op",
        "lp_aanvragen[].geweigerd_op",
        "lp_aanvragen[].uitleg_gegeven",
    ),
    gevolg="taak",
    afwijking_mogelijk=True,
)
def lp_formulier_gesprek_1(s: Stand) -> Antwoord:
    if not s.tellend("eerste"):
        return _GEEN_EERSTE
    if s.heeft_geldig_reisdocument:
        return _GELDIG_DOCUMENT
    gevraagd = [lp for lp in s.lp_aanvragen if lp.ingevuld_op is not None or lp.geweigerd_op is not None]
    uitgelegd = [lp for lp in gevraagd if lp.uitleg_gegeven]
    if uitgelegd:
        lp = uitgelegd[-1]
        if lp.ingevuld_op is not None:
            return voldaan(
                f"De LP-aanvraag is op {voluit(lp.ingevuld_op)} ingevuld. Uitgelegd is dat zij nog niet wordt verstuurd."
            )
        return voldaan(
            f"Op {voluit(lp.geweigerd_op or s.op)} wilde de vreemdeling de LP-aanvraag niet invullen. Dat is alleen vastgelegd."
        )
    zonder_datum = [i for i, r in enumerate(s.reisdocumenten) if r.geldig_tot is None]
    if zonder_datum:
        return onbekend(
            "Er is een reisdocument, maar niet vastgelegd is tot wanneer het geldig is. De vreemdeling of de AVIM kan dit zeggen.",
            *(f"reisdocumenten[{i}].geldig_tot" for i in zonder_datum),
        )
    if gevraagd:
        return niet_voldaan(
            "De LP-aanvraag is besproken. Er staat niet bij dat toen is uitgelegd dat zij nog niet wordt verstuurd."
        )
    return niet_voldaan(
        "De vreemdeling heeft geen geldig reisdocument en is nog niet gevraagd om de LP-aanvraag in te vullen."
    )


@norm(
    "lp-verzendverbod",
    soort="poort",
    tier=1,
    origin="report",
    titel="LP niet verzenden voor rechterlijke toets",
    title_en="Do not send LP before court review",
    regel="Zolang de rechtbank de asielaanvraag niet heeft beoordeeld, gaat er niets naar de autoriteiten van het herkomstland, ook geen LP-aanvraag. Niemand kan dit verbod opheffen; alleen een schriftelijke intrekking van de asielaanvraag maakt het anders.",
    rule_en="An LP application (and any contact with or presentation to the authorities of the country of origin) may not be sent while the asylum claim has not been reviewed by the court.",
    plicht="Wachten tot de rechtbank heeft geoordeeld",
    bron=(
        "Report 3.1",
        "Vc (2013) A4/2.2: person need not turn to own authorities during court proceedings",
        "Directive 2013/32/EU art. 30 (confidentiality; until 2026-06-11)",
    ),
    velden=(
        "spoor",
        "procedure.aanvragen[]",
        "procedure.besluiten[]",
        "procedure.beroepen[]",
        "procedure.beroepstermijn_tot",
        "procedure.voorlopige_voorzieningen[]",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "lp_verzenden",
        "presentatie_plannen",
    ),
    opmerking="Independent of schorsende_werking - the court must have looked, whatever the suspensive effect. A hoger beroep alone does not block. Last day of the appeal period still blocks; the day the judgment is made known releases. Whether the lawyer knew of the withdrawal has no field (gap).",
)
def lp_verzendverbod(s: Stand) -> Antwoord:
    aanvraag = s.asielaanvraag
    if s.beeld.spoor != "asiel" and aanvraag is None:
        return _GEEN_ASIEL
    open_asiel = [a for a in s.open_aanvragen if a.soort in ("asiel", "opvolgend_asiel")]
    if open_asiel:
        return niet_voldaan(
            f"Op de asielaanvraag van {voluit(open_asiel[-1].ingediend_op)} is nog niet beslist. Er gaat niets naar de autoriteiten van het "
            "herkomstland."
        )
    if s.actieve_voorziening is not None:
        return niet_voldaan(
            f"De rechter heeft een voorlopige voorziening toegewezen, {voorziening_tot(s)}. Er gaat niets naar de autoriteiten van het herkomstland."
        )
    if aanvraag is not None and aanvraag.ingetrokken_op is not None and aanvraag.schriftelijk_ingetrokken:
        return voldaan(
            f"De vreemdeling heeft de asielaanvraag op {voluit(aanvraag.ingetrokken_op)} schriftelijk ingetrokken."
        )
    zin = stand_van_beroep(s)
    if s.referentiebesluit is None:
        return onbekend(
            f"{zin} De IND kan het besluit geven. Tot dan gaat er niets naar het herkomstland.",
            "procedure.besluiten",
        )
    if s.asielbesluit_is_inwilliging:
        return niet_voldaan(
            "De asielaanvraag is ingewilligd. Er gaat niets naar de autoriteiten van het herkomstland."
        )
    match s.beroepsstand:
        case "termijn_onbekend":
            return onbekend(
                f"{zin} De IND kan die dag geven. Tot dan gaat er niets naar het herkomstland.",
                "procedure.beroepstermijn_tot",
            )
        case "uitspraak_onvolledig":
            return onbekend(
                f"{zin} De rechtbank of de IND kan dit geven. Tot dan gaat er niets naar het herkomstland.",
                *s.ontbrekend_aan_uitspraak,
            )
        case "afgedaan" | "termijn_verstreken":
            return voldaan(f"{zin} De asielprocedure houdt het versturen van de LP-aanvraag niet meer tegen.")
        case _:
            return niet_voldaan(f"{zin} De LP-aanvraag mag nog niet worden verstuurd.")


@norm(
    "lp-geen-asielinformatie",
    soort="poort",
    tier=2,
    origin="leidraad",
    titel="Geen asielinformatie naar herkomstland",
    title_en="No asylum information to country of origin",
    regel="Een LP-set bevat geen enkel gegeven waaruit een asielverzoek blijkt. Een tweede lezer controleert de set voordat die wordt verstuurd.",
    rule_en="The outgoing LP set may not contain asylum-related data or reveal an asylum request; documents objected to are noted and checked.",
    plicht="Een tweede lezer de LP-set laten controleren",
    bron=("dienstterugkeerenvertrek.nl Opdracht voor een laissez-passer; vreemdelingenvisie 2024/03",),
    velden=(
        "lp_aanvragen[].set_gecontroleerd_door",
        "lp_aanvragen[].asielinformatie_aangetroffen",
        "lp_aanvragen[].verzonden_op",
        "regievoerder",
    ),
    gevolg="blokkeert",
    blokkeert=("lp_verzenden",),
)
def lp_geen_asielinformatie(s: Stand) -> Antwoord:
    if not s.lp_aanvragen:
        return onbekend(
            "Er staat geen LP-aanvraag in het dossier, dus de set is niet gecontroleerd. De regievoerder kan de aanvraag toevoegen.",
            "lp_aanvragen",
        )
    nog_niet_weg = [lp for lp in s.lp_aanvragen if lp.verzonden_op is None]
    lp = nog_niet_weg[-1] if nog_niet_weg else s.lp_aanvragen[-1]
    if lp.asielinformatie_aangetroffen is True:
        return niet_voldaan(
            "In de LP-set is informatie gevonden waaruit een asielverzoek blijkt. Die informatie moet er eerst uit."
        )
    if lp.set_gecontroleerd_door is None:
        return niet_voldaan("Geen tweede lezer heeft de LP-set gecontroleerd op informatie over asiel.")
    if lp.set_gecontroleerd_door == s.beeld.regievoerder:
        return niet_voldaan(
            "De regievoerder heeft de LP-set zelf gecontroleerd. Dat moet een andere collega doen."
        )
    if lp.asielinformatie_aangetroffen is None:
        return onbekend(
            "Een tweede lezer heeft de LP-set bekeken, maar niet vastgelegd of er informatie over asiel in staat. De tweede lezer kan dit zeggen.",
            s.pad("lp_aanvragen", lp, "asielinformatie_aangetroffen"),
        )
    return voldaan("Een tweede lezer heeft de LP-set gecontroleerd en geen informatie over asiel gevonden.")


@norm(
    "lp-land-medewerking",
    soort="signaal",
    tier=2,
    origin="report",
    titel="Medewerking herkomstland afzonderlijk vastleggen",
    title_en="Record country cooperation separately",
    regel="Per land wordt apart bijgehouden of het meewerkt aan vrijwillige en aan gedwongen terugkeer. Werkt een land niet mee aan gedwongen terugkeer, dan rust de strategie niet op bewaring.",
    rule_en="Keep per country whether it issues LPs for voluntary and for forced return (separately, dated); no forced prospect -> strategy must not rest on detention.",
    plicht="Nagaan of het land meewerkt aan gedwongen terugkeer",
    bron=("Report 3.1, 2.2 zicht op uitzetting",),
    velden=(
        "landen[].land",
        "landen[].lp_gedwongen",
        "landen[].per",
        "procedure.besluiten[].land_van_terugkeer",
        "persoon.nationaliteiten",
        "vertrekplannen[].gekozen",
        "bewaringen[]",
    ),
    gevolg="waarschuwt",
)
def lp_land_medewerking(s: Stand) -> Antwoord:
    if s.gekozen != "gedwongen" and s.open_bewaring is None:
        return _GEEN_DWANG
    besluit = s.terugkeerbesluit
    land = besluit.land_van_terugkeer if besluit is not None else None
    if land is None and s.persoon.nationaliteiten:
        land = s.persoon.nationaliteiten[0]
    informatie = laatste([i for i in s.landen if i.land == land], lambda i: i.per)
    if informatie is None or informatie.lp_gedwongen is None:
        return onbekend(
            "Het is niet vastgelegd of het land van terugkeer meewerkt aan gedwongen terugkeer. De afdeling van de DT&V die contact heeft met dat "
            "land kan dit zeggen.",
            "landen",
        )
    per = voluit(informatie.per)
    if informatie.lp_gedwongen:
        return voldaan(
            f"Het land van terugkeer werkt mee aan gedwongen terugkeer; dat is bijgehouden op {per}."
        )
    return niet_voldaan(
        f"Het land van terugkeer werkt niet mee aan gedwongen terugkeer; dat is bijgehouden op {per}. De strategie rust dan niet op bewaring."
    )
