"""Schrijnende omstandigheden: read by two people, in time, and registered across the chain."""

from datetime import date
from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.definities import laatste
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import PARTNER, stand_van_beroep

_GEEN_SAMENLOOP: Final = niet_van_toepassing(
    "Er is geen samenloop van schrijnende omstandigheden vastgelegd."
)
_NIET_AAN_DE_ORDE: Final = niet_van_toepassing("Er zijn geen schrijnende omstandigheden vastgelegd.")
_GEEN_VOOROVERLEG: Final = niet_van_toepassing(
    "Er is geen vooroverleg geweest en niets ingediend wegens schrijnende omstandigheden."
)
_NIET_MEER: Final = "De bevoegdheid om wegens schrijnende omstandigheden een vergunning te geven, is er dan niet meer. De zaak kan naar het RAO en het Deelberaad Asiel."


def _heeft_signaal(s: Stand) -> bool:
    return any(signaal.moment == "schrijnend" for signaal in s.signalen)


@norm(
    "schrijnend-signaal",
    soort="signaal",
    tier=2,
    origin="report",
    titel="Schrijnende omstandigheden signaleren",
    title_en="Signal hardship",
    regel="Ziet de regievoerder een samenloop van bijzondere omstandigheden die in Nederland zijn ontstaan, dan leest een tweede regievoerder mee.",
    rule_en="The regievoerder signals a combination (samenstel) of special, individual circumstances that occurred in the Netherlands (medical, death of family member, honour-related/domestic violence, traumatic events here...) for which no other policy exists; a single circumstance is generally not enough.",
    plicht="Een tweede regievoerder laten meelezen",
    bron=(
        "Report 2.2, 3.3; Procesprotocol D4 v3.3",
        "Vb 2000 art. 3.6ba (Stb. 2019, 143); ind.nl beleidsregels",
    ),
    parameters=(parameter("min_factors", 2, "factor", status="guidance, non-exhaustive list"),),
    velden=(
        "schrijnend.factoren",
        "schrijnend.tweede_lezer_op",
        "signalen[].moment",
    ),
    gevolg="taak",
    geldig_van=date(2019, 5, 1),
)
def schrijnend_signaal(s: Stand) -> Antwoord:
    aantal = len(s.schrijnend.factoren)
    if aantal < s.p["schrijnend-signaal.min_factors"] and not _heeft_signaal(s):
        return _GEEN_SAMENLOOP
    wat = (
        f"Er zijn {aantal} bijzondere omstandigheden vastgelegd."
        if aantal > 1
        else "Er is een aanwijzing voor schrijnende omstandigheden."
    )
    if s.schrijnend.tweede_lezer_op is None:
        return niet_voldaan(f"{wat} Nog geen tweede regievoerder heeft meegelezen.")
    return voldaan(
        f"{wat} Een tweede regievoerder heeft op {voluit(s.schrijnend.tweede_lezer_op)} meegelezen."
    )


@norm(
    "schrijnend-eerste-procedure",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Schrijnendheid alleen in eerste procedure",
    title_en="Hardship power only in first procedure",
    regel="De bevoegdheid om wegens schrijnende omstandigheden een vergunning te geven, bestaat alleen in de eerste procedure, tot en met het hoger beroep. Daarna loopt een signaal via RAO en Deelberaad.",
    rule_en="The IND head can use art. 3.6ba only in the first Dutch procedure (first application up to and including (higher) appeal); later the signal is routed as 'vastgelopen zaak' via RAO/Deelberaad instead.",
    plicht="De zaak inbrengen in het RAO",
    bron=(
        "Report 2.2",
        "Vb 2000 art. 3.6ba; vreemdelingenvisie 2019/07",
    ),
    velden=(
        "procedure.aanvragen[].soort",
        "procedure.beroepen[]",
        "procedure.beroepstermijn_tot",
        "schrijnend.*",
        "signalen[].moment",
    ),
    gevolg="waarschuwt",
    geldig_van=date(2019, 5, 1),
    opmerking="The end of the higher-appeal period has no field (gap). Catalogue kind was poort; here soort is poort exactly when gevolg is blokkeert.",
)
def schrijnend_eerste_procedure(s: Stand) -> Antwoord:
    sch = s.schrijnend
    if not sch.factoren and sch.vooroverleg_op is None and sch.ingediend_op is None and not _heeft_signaal(s):
        return _NIET_AAN_DE_ORDE
    opvolgend = [a.ingediend_op for a in s.aanvragen if a.soort == "opvolgend_asiel"]
    if opvolgend:
        return niet_voldaan(
            f"Dit is niet meer de eerste procedure: op {voluit(max(opvolgend))} is opnieuw asiel aangevraagd. {_NIET_MEER}"
        )
    stand, zin = s.beroepsstand, stand_van_beroep(s)
    if stand == "termijn_verstreken":
        return niet_voldaan(f"{zin} {_NIET_MEER}")
    if stand in ("loopt", "termijn_loopt"):
        return voldaan(f"{zin} De eerste procedure loopt nog.")
    hoger_beroep = laatste(s.hoger_beroepen, lambda b: b.ingesteld_op)
    if hoger_beroep is not None:
        wanneer = voluit(hoger_beroep.ingesteld_op)
        if hoger_beroep.uitspraak_op is not None or hoger_beroep.uitkomst is not None:
            return niet_voldaan(f"Op het hoger beroep van {wanneer} is beslist. {_NIET_MEER}")
        return voldaan(f"Het hoger beroep van {wanneer} loopt nog. De eerste procedure is niet voorbij.")
    match stand:
        case "geen_besluit":
            return onbekend(f"{zin} De IND kan het besluit geven.", "procedure.besluiten")
        case "termijn_onbekend":
            return onbekend(f"{zin} De IND kan die dag geven.", "procedure.beroepstermijn_tot")
        case "uitspraak_onvolledig":
            return onbekend(f"{zin} De rechtbank of de IND kan dit geven.", *s.ontbrekend_aan_uitspraak)
        case _:
            return onbekend(
                f"{zin} Het is niet vastgelegd of er hoger beroep is. De gemachtigde of de IND kan dit zeggen.",
                "procedure.beroepen",
            )


@norm(
    "schrijnend-ketenbreed",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Schrijnendheid ketenbreed indienen en registreren",
    title_en="Chain-wide submission and registration",
    regel="Een schrijnende zaak wordt door één ketenpartner ingediend. Ook een informeel vooroverleg en de uitkomst daarvan worden geregistreerd.",
    rule_en="Submission is chain-wide: one partner coordinates and submits to IND; informal requests and pre-consultation (vooroverleg) must be registered uniformly with outcome.",
    plicht="Het vooroverleg afronden en vastleggen wie indient",
    bron=("Report 3.3 Schrijnende omstandigheden",),
    velden=(
        "schrijnend.vooroverleg_op",
        "schrijnend.vooroverleg_uitkomst",
        "schrijnend.coordinator",
        "schrijnend.ingediend_op",
    ),
    gevolg="taak",
)
def schrijnend_ketenbreed(s: Stand) -> Antwoord:
    sch = s.schrijnend
    if sch.vooroverleg_op is None and sch.ingediend_op is None:
        return _GEEN_VOOROVERLEG
    if sch.vooroverleg_op is not None and sch.vooroverleg_uitkomst in (None, "open"):
        return niet_voldaan(
            f"Van het vooroverleg van {voluit(sch.vooroverleg_op)} is de uitkomst nog niet vastgelegd."
        )
    if sch.vooroverleg_uitkomst == "indienen" and sch.ingediend_op is None:
        return niet_voldaan("In het vooroverleg is besloten de zaak in te dienen. Dat is nog niet gebeurd.")
    if sch.ingediend_op is not None and sch.coordinator is None:
        return niet_voldaan(
            f"De zaak is op {voluit(sch.ingediend_op)} ingediend, maar er staat niet welke organisatie dat coördineert."
        )
    if sch.ingediend_op is not None and sch.coordinator is not None:
        return voldaan(f"De zaak is op {voluit(sch.ingediend_op)} ingediend door {PARTNER[sch.coordinator]}.")
    return voldaan(
        f"Het vooroverleg van {voluit(sch.vooroverleg_op or s.op)} is afgerond en de uitkomst is vastgelegd."
    )
