"""Mensenhandel: every indication goes to the police, and departure lies still in the meantime."""

from datetime import date
from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand

_GEEN_AANWIJZING: Final = niet_van_toepassing("Er is geen aanwijzing van mensenhandel vastgelegd.")
_GEEN_BEDENKTIJD: Final = niet_van_toepassing("Er is geen bedenktijd gegeven.")
_GEEN_VERGUNNING: Final = niet_van_toepassing("Er is geen tijdelijke vergunning wegens mensenhandel.")


@norm(
    "mensenhandel-signaal",
    soort="poort",
    tier=2,
    origin="report",
    titel="Signaal mensenhandel altijd doorverwijzen naar politie",
    title_en="Trafficking signal always to police",
    regel="Elke aanwijzing van mensenhandel gaat binnen één werkdag naar de politie. Tot de politie heeft geantwoord, worden geen vertrekstappen gezet.",
    rule_en="The slightest indication - from the person or third parties - leads to referral to the police (AVIM) or KMar without delay; no own investigation; restricted visibility.",
    plicht="De aanwijzing melden bij de politie",
    bron=(
        "Report 2.2, 3.3; Procesprotocol D9 v3.4",
        "Vc B8/3.1",
    ),
    parameters=(parameter("refer_within", 1, "working-day", status="project-choice"),),
    velden=(
        "mensenhandel.aanwijzing_op",
        "signalen[].moment",
        "signalen[].ontvangen_op",
        "mensenhandel.politie_gemeld_op",
        "mensenhandel.politie_terugkoppeling_op",
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
        "zelfstandig_vertrek_boeken",
        "gedwongen_vertrek_boeken",
        "zelfstandig_vertrek_uitvoeren",
        "gedwongen_vertrek_uitvoeren",
    ),
    opmerking="Catalogue kind was signaal; here soort is poort exactly when gevolg is blokkeert.",
)
def mensenhandel_signaal(s: Stand) -> Antwoord:
    m = s.mensenhandel
    dagen = [sig.ontvangen_op for sig in s.signalen if sig.moment == "mensenhandel"]
    if m.aanwijzing_op is not None:
        dagen.append(m.aanwijzing_op)
    if not dagen:
        return _GEEN_AANWIJZING
    eerste, laatste = min(dagen), max(dagen)
    if m.politie_gemeld_op is None:
        grens = s.plus_werkdagen(eerste, s.p["mensenhandel-signaal.refer_within"])
        return niet_voldaan(
            f"Op {voluit(eerste)} was er een aanwijzing van mensenhandel. Die is nog niet gemeld bij de politie; dat moet uiterlijk {voluit(grens)}. "
            "Tot de politie antwoordt, worden geen vertrekstappen gezet.",
            grens,
        )
    if m.politie_terugkoppeling_op is None:
        return niet_voldaan(
            f"De aanwijzing van mensenhandel is op {voluit(m.politie_gemeld_op)} gemeld bij de politie. De politie heeft nog niet geantwoord; tot dan "
            "worden geen vertrekstappen gezet."
        )
    if m.politie_terugkoppeling_op < laatste:
        return niet_voldaan(
            f"De politie heeft op {voluit(m.politie_terugkoppeling_op)} geantwoord, maar daarna, op {voluit(laatste)}, was er een nieuwe aanwijzing van "
            "mensenhandel. Meld ook die bij de politie."
        )
    return voldaan(
        f"De aanwijzing van mensenhandel is op {voluit(m.politie_gemeld_op)} gemeld bij de politie. De politie heeft op "
        f"{voluit(m.politie_terugkoppeling_op)} geantwoord."
    )


@norm(
    "mensenhandel-bedenktijd",
    soort="poort",
    tier=2,
    origin="law",
    titel="Bedenktijd drie maanden (Dublin dertig dagen)",
    title_en="Reflection period of three months (Dublin 30 days)",
    regel="Een mogelijk slachtoffer van mensenhandel krijgt ten hoogste drie maanden bedenktijd (in een Dublinzaak na 18 mei 2023 dertig dagen). In die tijd ligt het vertrek stil.",
    rule_en="A presumed victim is granted a reflection period of at most 3 months (art. 8(k) Vw); for persons under the Dublin regulation granted after 18 May 2023: 30 days. Departure is suspended meanwhile.",
    plicht="Het einde van de bedenktijd afwachten",
    bron=(
        "Vc B8/3.1 (WBV 2023/11, Stcrt. 2023, 13577)",
        "Vw 2000 art. 8(k)",
    ),
    parameters=(
        parameter("period", 3, "month"),
        parameter("period_dublin", 30, "calendar-day"),
        parameter("dublin_from", date(2023, 5, 18)),
    ),
    velden=(
        "spoor",
        "mensenhandel.bedenktijd_van",
        "mensenhandel.bedenktijd_tot",
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
    opmerking="Catalogue kind was termijn; here soort is poort exactly when gevolg is blokkeert.",
)
def mensenhandel_bedenktijd(s: Stand) -> Antwoord:
    m = s.mensenhandel
    if m.bedenktijd_van is None or s.bedenktijd is None:
        if m.bedenktijd_tot is None:
            return _GEEN_BEDENKTIJD
        return onbekend(
            f"Er is bedenktijd tot en met {voluit(m.bedenktijd_tot)}, maar de eerste dag is niet vastgelegd. De politie of de IND kan die dag geven.",
            "mensenhandel.bedenktijd_van",
        )
    einde = s.bedenktijd[1]
    if s.op <= einde:
        return niet_voldaan(
            f"De bedenktijd is begonnen op {voluit(m.bedenktijd_van)} en loopt tot en met {voluit(einde)}. Zolang ligt het vertrek stil.",
            einde,
        )
    return voldaan(
        f"De bedenktijd is begonnen op {voluit(m.bedenktijd_van)} en liep tot en met {voluit(einde)}.", einde
    )


@norm(
    "mensenhandel-vergunning",
    soort="poort",
    tier=1,
    origin="report",
    titel="Tijdelijke vergunning tijdens strafrechtelijk onderzoek",
    title_en="Temporary permit during criminal investigation",
    regel="Een slachtoffer dat meewerkt aan het strafrechtelijk onderzoek kan een tijdelijke vergunning hebben. Zolang die geldt, ligt het vertrek stil; na een sepot begint de beoordeling opnieuw.",
    rule_en="A victim who cooperates can hold a temporary permit for the duration of the investigation; it ends when the case is dropped, after which the return case re-opens with new reviews.",
    plicht="Het einde van de vergunning afwachten",
    bron=(
        "Report 2.2",
        "Vb 2000 art. 3.48(1)(a-c); dienstterugkeerenvertrek.nl Slachtoffers mensenhandel",
    ),
    velden=(
        "mensenhandel.vergunning_van",
        "mensenhandel.vergunning_tot",
        "mensenhandel.sepot_op",
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
)
def mensenhandel_vergunning(s: Stand) -> Antwoord:
    m = s.mensenhandel
    if m.vergunning_van is None:
        return _GEEN_VERGUNNING
    sinds = f"Sinds {voluit(m.vergunning_van)} is er een tijdelijke vergunning wegens mensenhandel"
    if m.sepot_op is not None:
        return voldaan(
            f"{sinds}. De strafzaak is op {voluit(m.sepot_op)} geseponeerd; de beoordeling begint opnieuw."
        )
    if m.vergunning_tot is not None and m.vergunning_tot < s.op:
        return voldaan(f"{sinds}; die liep tot en met {voluit(m.vergunning_tot)}.")
    tot = f" tot en met {voluit(m.vergunning_tot)}" if m.vergunning_tot is not None else ""
    return niet_voldaan(f"{sinds}{tot}. Zolang ligt het vertrek stil.")
