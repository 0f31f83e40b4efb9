"""Wishes are asked and followed up, referrals are kept in view, and every kind of support is discussed."""

from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, voldaan
from verantwoord.kern.definities import is_leeg
from verantwoord.kern.kalender import plus_dagen, voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import ONDERSTEUNING, opsomming

_GEEN_TELLEND: Final = niet_van_toepassing("Er is nog geen gesprek gevoerd dat telt.")
_GEEN_VERWIJZING: Final = niet_van_toepassing("Er is niet doorverwezen naar IOM of een ngo.")
_DERDE_OPEN: Final = niet_van_toepassing("Het derde gesprek is nog niet afgerond.")
_GEEN_WENS: Final = niet_voldaan(
    "Er is een gesprek gevoerd, maar er staat geen wens in het dossier en ook niet dat de vreemdeling geen wens heeft genoemd."
)
_ALLES_BESPROKEN: Final = voldaan(
    "Alle vormen van ondersteuning zijn besproken, van IOM en ngo's tot de bijdrage van de DT&V en de DIA."
)


@norm(
    "vertrekwens-vastleggen",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Vertrekwensen actief uitvragen en vastleggen",
    title_en="Actively ask and record return wishes",
    regel="De regievoerder vraagt naar vertrekwensen en legt vast wat ermee gebeurt. 'Geen wens geuit' is ook een antwoord.",
    rule_en="In each interview wishes (country, business, study, medical, baggage, timing, school, safety) are asked; each gets a status: recorded, realistic?, referred, granted, rejected with reason, fulfilled. 'No wish expressed' is a valid recorded answer.",
    plicht="Wens beantwoorden",
    bron=("Report 3.2, deelconclusie 2",),
    parameters=(parameter("opvolging", 14, "calendar-day", status="project-choice"),),
    velden=(
        "wensen[].soort",
        "wensen[].geuit_op",
        "wensen[].vervolg",
        "wensen[].vervolg_op",
        "gesprekken[]",
    ),
    gevolg="taak",
)
def vertrekwens_vastleggen(s: Stand) -> Antwoord:
    if not s.tellende_gesprekken:
        return _GEEN_TELLEND
    if not s.wensen:
        return _GEEN_WENS
    open_wensen = sorted(w.geuit_op for w in s.wensen if w.vervolg is None and w.soort != "geen_wens_geuit")
    if not open_wensen:
        return voldaan(
            f"De vreemdeling is naar wensen gevraagd; de laatste keer is van {voluit(max(w.geuit_op for w in s.wensen))}. Er staat geen wens open."
        )
    eerste = open_wensen[0]
    grens = plus_dagen(eerste, s.p["vertrekwens-vastleggen.opvolging"])
    wat = f"De wens van {voluit(eerste)} is nog niet beantwoord"
    if s.op <= grens:
        return voldaan(f"{wat}. De regievoerder doet dat uiterlijk {voluit(grens)}.", grens)
    return niet_voldaan(f"{wat}. Dat had uiterlijk {voluit(grens)} moeten gebeuren.", grens)


@norm(
    "doorverwijzing-iom-ngo",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Doorverwijzing naar IOM of NGO met regie",
    title_en="Referral to IOM/NGO while keeping direction",
    regel="Na een verwijzing naar IOM of een NGO houdt de regievoerder de regie en gaat hij binnen 14 dagen na hoe het loopt.",
    rule_en="Realistic/complex wishes are referred to IOM or a suitable NGO; after referral DT&V keeps the direction: follow-up date and result are mandatory.",
    plicht="Nagaan hoe de verwijzing loopt",
    bron=(
        "Report 3.1, 3.2, 4.1",
        "Leidraad Terugkeer en Vertrek: Mogelijke ondersteuning",
    ),
    parameters=(parameter("followup", 14, "calendar-day", status="project-choice"),),
    velden=(
        "verwijzingen[].naar",
        "verwijzingen[].verwezen_op",
        "verwijzingen[].opvolging_op",
        "verwijzingen[].resultaat",
        "verwijzingen[].resultaat_op",
    ),
    gevolg="taak",
    opmerking="opvolging_op is the day on which DT&V actually followed up, not a planned date.",
)
def doorverwijzing_iom_ngo(s: Stand) -> Antwoord:
    verwijzingen = [v for v in s.verwijzingen if v.naar in ("iom", "ngo")]
    if not verwijzingen:
        return _GEEN_VERWIJZING
    open_verwijzingen = sorted(
        v.verwezen_op for v in verwijzingen if v.opvolging_op is None and is_leeg(v.resultaat)
    )
    if not open_verwijzingen:
        return voldaan(
            f"Na de verwijzing van {voluit(max(v.verwezen_op for v in verwijzingen))} is nagegaan hoe het loopt."
        )
    eerste = open_verwijzingen[0]
    grens = plus_dagen(eerste, s.p["doorverwijzing-iom-ngo.followup"])
    wat = f"Op {voluit(eerste)} is doorverwezen naar IOM of een ngo. Er is nog niet nagegaan hoe het loopt"
    if s.op <= grens:
        return voldaan(f"{wat}; de regievoerder doet dat uiterlijk {voluit(grens)}.", grens)
    return niet_voldaan(f"{wat}; dat had uiterlijk {voluit(grens)} moeten gebeuren.", grens)


@norm(
    "ondersteuning-volledig-besproken",
    soort="kwaliteit",
    tier=2,
    origin="report",
    titel="Alle ondersteuningsopties besproken",
    title_en="All support options discussed",
    regel="Voor het derde gesprek is afgerond, zijn alle vormen van ondersteuning besproken, van IOM en NGO's tot de bijdrage van de DT&V en de DIA.",
    rule_en="The interviews cover IOM (REAN basic, AVRR-NL reintegration), NGO projects, DT&V's own contribution and DIA/Bijzonder Vertrek services; record discussed / eligible / offered / accepted.",
    plicht="Alle vormen van ondersteuning bespreken",
    bron=("Report 3.1 Middelen; recommendation DT&V-2",),
    parameters=(
        parameter(
            "options",
            (
                "REAN",
                "AVRR-NL",
                "NGO",
                "DTV-bijdrage",
                "DIA",
            ),
        ),
    ),
    velden=(
        "gesprekken[].opties_besproken",
        "gesprekken[].afgerond_op",
    ),
    gevolg="waarschuwt",
    afwijking_mogelijk=True,
)
def ondersteuning_volledig_besproken(s: Stand) -> Antwoord:
    if not any(g.afgerond_op is not None for g in s.tellend("derde")):
        return _DERDE_OPEN
    besproken = {optie for g in s.tellende_gesprekken for optie in g.opties_besproken}
    tekort = [wat for optie, wat in ONDERSTEUNING.items() if optie not in besproken]
    if tekort:
        return niet_voldaan(f"Het derde gesprek is afgerond, maar niet besproken is {opsomming(tekort)}.")
    return _ALLES_BESPROKEN
