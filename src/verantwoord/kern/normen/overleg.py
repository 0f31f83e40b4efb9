"""The chain partners decide together: who is at the table, who agrees, and that it is written down."""

from datetime import date
from typing import Final

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.definities import VASTE_PARTNERS, is_leeg, laatste
from verantwoord.kern.kalender import plus_dagen, voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import OVERLEG, PARTNER, hoofdletter, opsomming

_GEEN_LKO: Final = niet_van_toepassing("Dit dossier is nog niet in een LKO besproken.")
_GEEN_STRATEGIE: Final = niet_van_toepassing("De strategie van dit dossier is nog niet in een LKO besproken.")
_GEEN_OVERLEG: Final = niet_van_toepassing("Dit dossier is nog niet in een overleg besproken.")
_NIET_BESLOTEN: Final = niet_voldaan(
    "Over de strategie, gedwongen vertrek, de vbl of de gezinslocatie is nog niets in een overleg besproken."
)
_NIET_BUITEN_OVERLEG: Final = niet_van_toepassing("Er is geen besluit buiten het LKO om genomen.")
_GEEN_OPEN_ACTIES: Final = niet_van_toepassing("Er staan geen acties uit een overleg open.")
_GEEN_OPSCHALING: Final = niet_van_toepassing(
    "De partners waren het niet oneens en de zaak is niet in het RAO besproken."
)
_GEEN_DEELBERAAD: Final = niet_van_toepassing("De zaak is niet naar het Deelberaad Asiel gegaan.")
_LKO: Final = frozenset({"lko", "klein_lko"})
_ONEENS: Final = frozenset({"niet_akkoord", "onthouding"})


def _datum(punt: d.Overlegpunt) -> object:
    return punt.datum


@norm(
    "lko-deelnemers",
    soort="kwaliteit",
    tier=1,
    origin="report",
    titel="Vaste deelnemers LKO",
    title_en="Fixed LKO members",
    regel="Aan het LKO nemen DT&V, COA, AVIM en IND deel. Ontbreekt er één, dan is het een klein LKO.",
    rule_en="Fixed members are DT&V, COA, AVIM and (in most locations) IND; others (municipality, RvdK, wijkagent, Nidos, VWN, IOM, NGO) only by invitation, per agenda item, seeing only what they need.",
    plicht="De ontbrekende partner om een standpunt vragen",
    bron=(
        "Report 2.2, 3.4",
        "Leidraad Terugkeer en Vertrek: LKO",
    ),
    parameters=(
        parameter(
            "fixed",
            (
                "DTV",
                "COA",
                "AVIM",
                "IND",
            ),
        ),
    ),
    velden=(
        "overleg[].soort",
        "overleg[].datum",
        "overleg[].standpunten[].partner",
    ),
    gevolg="waarschuwt",
    geldig_van=date(2021, 10, 11),
    opmerking="Attendance has no field; a standpunt is the closest fact (gap). Catalogue kind was poort; here soort is poort exactly when gevolg is blokkeert.",
)
def lko_deelnemers(s: Stand) -> Antwoord:
    punt = laatste([p for p in s.overleg if p.soort in _LKO], _datum)
    if punt is None:
        return _GEEN_LKO
    aanwezig = {standpunt.partner for standpunt in punt.standpunten}
    zonder = [PARTNER[partner] for partner in VASTE_PARTNERS if partner not in aanwezig]
    if zonder:
        return niet_voldaan(
            f"In {OVERLEG[punt.soort]} van {voluit(punt.datum)} is er geen standpunt van {opsomming(zonder)}."
        )
    return voldaan(
        f"In {OVERLEG[punt.soort]} van {voluit(punt.datum)} gaven de DT&V, het COA, de AVIM en de IND hun standpunt."
    )


@norm(
    "lko-unaniem",
    soort="poort",
    tier=1,
    origin="report",
    titel="LKO-besluit unaniem",
    title_en="LKO decision unanimous",
    regel="Een besluit over de strategie geldt pas als DT&V, COA, AVIM en IND er alle vier uitdrukkelijk mee akkoord gaan. Zwijgen, onthouden of te laat stemmen is geen akkoord.",
    rule_en="A strategy decision is binding only with explicit agreement of all four fixed partners; silence, abstention or a vote later than 3 working days after the meeting is not agreement. RAO and Deelberaad decide themselves.",
    plicht="Het besluit met alle vier de partners nemen",
    bron=("Report summary, 3.4",),
    parameters=(
        parameter(
            "required",
            (
                "DTV",
                "COA",
                "AVIM",
                "IND",
            ),
        ),
        parameter("written_vote", 3, "working-day", status="project-choice"),
    ),
    velden=(
        "overleg[].soort",
        "overleg[].datum",
        "overleg[].onderwerp",
        "overleg[].standpunten[]",
        "overleg[].besluit",
        "overleg[].bevestigd_op",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "overplaatsen_vbl",
        "overplaatsen_gl",
        "gedwongen_vertrek_starten",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
    opmerking="bewaring_voorstellen and opvang_beeindigen are not stopped by this norm, because AVIM and COA act there in their own statutory power.",
)
def lko_unaniem(s: Stand) -> Antwoord:
    punt = laatste(s.overleg_over("vertrekstrategie", "gedwongen_vertrek", "vbl", "gl"), _datum)
    if punt is None:
        return _NIET_BESLOTEN
    waar = f"{OVERLEG[punt.soort]} van {voluit(punt.datum)}"
    if s.is_bindend(punt):
        return voldaan(f"{hoofdletter(waar)} heeft geleid tot een besluit dat geldt.")
    if punt.soort in _LKO:
        zonder = [PARTNER[partner] for partner in s.zonder_akkoord(punt)]
        if zonder:
            return niet_voldaan(
                f"In {waar} is er geen akkoord op tijd van {opsomming(zonder)}. Zwijgen of onthouden is geen akkoord."
            )
        if punt.besluit is None:
            return onbekend(
                f"In {waar} zijn alle vier de partners akkoord, maar er staat niet welk besluit is genomen. De voorzitter van het overleg kan dit zeggen.",
                s.pad("overleg", punt, "besluit"),
            )
    if punt.soort == "buiten_overleg" and punt.besluit == "vastgesteld":
        return niet_voldaan(f"{hoofdletter(waar)} is nog niet in een LKO bevestigd en geldt daarom nog niet.")
    return niet_voldaan(f"{hoofdletter(waar)} heeft niet geleid tot een vastgesteld besluit.")


@norm(
    "lko-tegenspraak",
    soort="kwaliteit",
    tier=2,
    origin="report",
    titel="Georganiseerde tegenspraak",
    title_en="Organised dissent",
    regel="Bij elk strategiepunt brengt een andere partner dan de indiener een alternatief, risico of vraag in, en staat het antwoord erbij.",
    rule_en="For each strategy item at least one partner other than the proposer records a substantive alternative, risk or question, and the proposer's answer is recorded; role of 'tegenspreker' rotates.",
    plicht="Tegenspraak en de reactie daarop vastleggen",
    bron=("Report 3.4, 4.1; recommendation chain-1",),
    parameters=(parameter("min_counter", 1, "entry"),),
    velden=(
        "overleg[].voorstel_door",
        "overleg[].tegenspraak_door",
        "overleg[].tegenspraak",
        "overleg[].reactie",
    ),
    gevolg="waarschuwt",
    afwijking_mogelijk=True,
)
def lko_tegenspraak(s: Stand) -> Antwoord:
    punt = laatste([p for p in s.overleg if p.soort in _LKO and p.onderwerp == "vertrekstrategie"], _datum)
    if punt is None:
        return _GEEN_STRATEGIE
    waar = f"In {OVERLEG[punt.soort]} van {voluit(punt.datum)}"
    if punt.tegenspraak_door is None or is_leeg(punt.tegenspraak):
        return niet_voldaan(f"{waar} heeft geen andere partner een alternatief, risico of vraag ingebracht.")
    if punt.tegenspraak_door == punt.voorstel_door:
        return niet_voldaan(
            f"{waar} kwam de tegenspraak van de indiener zelf. Een andere partner hoort die te geven."
        )
    if is_leeg(punt.reactie):
        return niet_voldaan(
            f"{waar} gaf {PARTNER[punt.tegenspraak_door]} tegenspraak, maar het antwoord daarop staat er niet bij."
        )
    return voldaan(f"{waar} gaf {PARTNER[punt.tegenspraak_door]} tegenspraak, en het antwoord staat erbij.")


@norm(
    "lko-verslag",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Verslag en besluitenlijst LKO",
    title_en="LKO minutes and decision list",
    regel="Van elk overleg komt binnen drie werkdagen een gedeeld verslag met besluiten en acties.",
    rule_en="Each LKO yields one shared record per item: facts discussed, arguments, decision, votes, actions with owner and date; partners confirm.",
    plicht="Het verslag van het overleg delen",
    bron=(
        "Report summary, 3.4, 4.1; recommendation chain-1",
        "Leidraad Terugkeer en Vertrek: RAO (besluitenlijst, terugkoppeling)",
    ),
    parameters=(parameter("finalise", 3, "working-day", status="project-choice"),),
    velden=(
        "overleg[].soort",
        "overleg[].datum",
        "overleg[].verslag_op",
    ),
    gevolg="taak",
)
def lko_verslag(s: Stand) -> Antwoord:
    punten = [p for p in s.overleg if p.soort != "buiten_overleg"]
    if not punten:
        return _GEEN_OVERLEG
    zonder = min((p for p in punten if p.verslag_op is None), key=lambda p: p.datum, default=None)
    if zonder is None:
        return voldaan(
            f"Van elk overleg is een verslag. Het laatste overleg was op {voluit(max(p.datum for p in punten))}."
        )
    grens = s.plus_werkdagen(zonder.datum, s.p["lko-verslag.finalise"])
    wat = f"Van {OVERLEG[zonder.soort]} van {voluit(zonder.datum)} is nog geen verslag. Dat hoort er uiterlijk {voluit(grens)} te zijn."
    return voldaan(wat, grens) if s.op <= grens else niet_voldaan(wat, grens)


@norm(
    "lko-besluit-buiten-overleg",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Besluiten buiten het LKO vastleggen",
    title_en="Record decisions outside LKO",
    regel="Een besluit dat buiten het LKO om is genomen, is voorlopig tot het in een LKO is bevestigd.",
    rule_en="A strategy decision agreed by e-mail/phone is registered as bilateral decision and submitted for confirmation at the next LKO; until then provisional.",
    plicht="Het besluit in het volgende LKO laten bevestigen",
    bron=("Report 3.4, 4.1",),
    velden=(
        "overleg[].soort",
        "overleg[].besluit",
        "overleg[].bevestigd_op",
    ),
    gevolg="waarschuwt",
    opmerking="Catalogue kind was poort; here soort is poort exactly when gevolg is blokkeert.",
)
def lko_besluit_buiten_overleg(s: Stand) -> Antwoord:
    punten = [p for p in s.overleg if p.soort == "buiten_overleg" and p.besluit == "vastgesteld"]
    if not punten:
        return _NIET_BUITEN_OVERLEG
    voorlopig = [voluit(p.datum) for p in punten if p.bevestigd_op is None]
    if voorlopig:
        return niet_voldaan(
            f"Het besluit van {opsomming(voorlopig)} is buiten het LKO om genomen en nog niet in een LKO bevestigd. Het is voorlopig."
        )
    return voldaan(
        f"Het besluit van {opsomming([voluit(p.datum) for p in punten])} is buiten het LKO om genomen en daarna in een LKO bevestigd."
    )


@norm(
    "lko-monitoring",
    soort="plicht",
    tier=1,
    origin="report",
    titel="LKO monitort uitvoering",
    title_en="LKO monitors execution",
    regel="Het LKO volgt of afgesproken acties worden uitgevoerd. Ligt een zaak met open acties langer dan 28 dagen stil, dan komt die weer op de agenda.",
    rule_en="Actions are executed by each partner within own responsibility and monitored by the LKO; stagnation -> revise strategy or escalate.",
    plicht="De zaak met open acties weer op de agenda zetten",
    bron=(
        "Report 2.2",
        "Leidraad Terugkeer en Vertrek: LKO",
    ),
    parameters=(parameter("stagnation", 28, "calendar-day", status="project-choice"),),
    velden=(
        "overleg[].datum",
        "overleg[].acties[].gereed_op",
    ),
    gevolg="taak",
)
def lko_monitoring(s: Stand) -> Antwoord:
    open_acties = sum(actie.gereed_op is None for p in s.overleg for actie in p.acties)
    if not open_acties:
        return _GEEN_OPEN_ACTIES
    dagen = s.p["lko-monitoring.stagnation"]
    laatst = max(p.datum for p in s.overleg)
    grens = plus_dagen(laatst, dagen)
    wat = f"Er {'staat 1 actie' if open_acties == 1 else f'staan {open_acties} acties'} uit het overleg open. De zaak is voor het laatst besproken op {voluit(laatst)}"
    if s.op <= grens:
        return voldaan(f"{wat} en hoort uiterlijk {voluit(grens)} weer op de agenda.", grens)
    return niet_voldaan(
        f"{wat}. Dat is meer dan {dagen} dagen geleden; de zaak hoort weer op de agenda.", grens
    )


@norm(
    "opschaling-rao",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Opschaling naar RAO",
    title_en="Escalation to RAO",
    regel="Worden de partners het niet eens, dan gaat de zaak naar het RAO of komt er alsnog een gezamenlijk besluit. Het RAO koppelt zijn besluit terug aan het LKO.",
    rule_en="On disagreement or stagnation a case may be escalated to the RAO (regional managers DT&V, AVIM, COA, IND; usually monthly); dossier summary, positions per partner and question are mandatory; RAO decides, keeps a besluitenlijst and reports back to the LKO.",
    plicht="De zaak naar het RAO brengen of alsnog samen besluiten",
    bron=(
        "Report 2.2, footnote 17, 3.4",
        "Leidraad Terugkeer en Vertrek: RAO",
    ),
    parameters=(parameter("frequency", 1, "per-month", status="usual"),),
    velden=(
        "overleg[].soort",
        "overleg[].datum",
        "overleg[].onderwerp",
        "overleg[].standpunten[]",
        "overleg[].besluit",
        "overleg[].opgeschaald_naar",
        "overleg[].teruggekoppeld_op",
    ),
    gevolg="taak",
    opmerking="Catalogue kind was poort; here soort is poort exactly when gevolg is blokkeert.",
)
def opschaling_rao(s: Stand) -> Antwoord:
    vast = [p for p in s.overleg if p.soort in _LKO and _is_vastgelopen(s, p)]
    rao = [p for p in s.overleg if p.soort == "rao"]
    if not vast and not rao:
        return _GEEN_OPSCHALING
    onopgelost = [p for p in vast if not _is_opgelost(s, p)]
    if onopgelost:
        punt = onopgelost[-1]
        return niet_voldaan(
            f"In {OVERLEG[punt.soort]} van {voluit(punt.datum)} werden de partners het niet eens. De zaak is daarna niet naar het RAO gegaan en er kwam geen "
            "gezamenlijk besluit."
        )
    stil = [voluit(p.datum) for p in rao if p.besluit == "vastgesteld" and p.teruggekoppeld_op is None]
    if stil:
        return niet_voldaan(
            f"Het besluit van het RAO van {opsomming(stil)} is nog niet teruggekoppeld aan het LKO."
        )
    if rao:
        return voldaan(
            f"De zaak is op {opsomming([voluit(p.datum) for p in rao])} in het RAO besproken; een besluit is teruggekoppeld."
        )
    return voldaan(
        f"Na {OVERLEG[vast[-1].soort]} van {voluit(vast[-1].datum)} is de zaak opgeschaald of alsnog samen besloten."
    )


def _is_vastgelopen(s: Stand, punt: d.Overlegpunt) -> bool:
    if punt.besluit == "opgeschaald":
        return True
    return any(standpunt.standpunt in _ONEENS for standpunt in s.standpunten(punt).values())


def _is_opgelost(s: Stand, punt: d.Overlegpunt) -> bool:
    """Scaled up, discussed in the RAO since, or decided together since."""
    if punt.besluit == "opgeschaald" and punt.opgeschaald_naar is not None:
        return True
    later = [p for p in s.overleg if p is not punt and p.datum >= punt.datum]
    return any(p.soort == "rao" or (p.onderwerp == punt.onderwerp and s.is_bindend(p)) for p in later)


@norm(
    "opschaling-deelberaad",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Opschaling naar Deelberaad Asiel",
    title_en="Escalation to Deelberaad Asiel",
    regel="Een zaak gaat pas na het RAO naar het Deelberaad Asiel. Het RAO overslaan kan alleen bij spoed, met een reden.",
    rule_en="Problems not solvable locally/regionally go from RAO to the Deelberaad Asiel (director level IND, COA, DT&V; plus police, KMar, ministry directorates, ketenmarinier) via the signaallijst.",
    plicht="De zaak eerst in het RAO bespreken of de spoed toelichten",
    bron=(
        "Report 2.2, footnote 18",
        "Leidraad Terugkeer en Vertrek: Bestuurlijke belemmeringen",
    ),
    velden=(
        "overleg[].soort",
        "overleg[].datum",
        "overleg[].opgeschaald_naar",
        "overleg[].spoed_reden",
    ),
    gevolg="waarschuwt",
    afwijking_mogelijk=True,
    opmerking="Catalogue kind was poort; here soort is poort exactly when gevolg is blokkeert.",
)
def opschaling_deelberaad(s: Stand) -> Antwoord:
    punten = [p for p in s.overleg if p.soort == "deelberaad" or p.opgeschaald_naar == "deelberaad"]
    if not punten:
        return _GEEN_DEELBERAAD
    rao = [p.datum for p in s.overleg if p.soort == "rao"]
    zonder_rao = [
        p
        for p in punten
        if p.soort != "rao" and is_leeg(p.spoed_reden) and not any(dag <= p.datum for dag in rao)
    ]
    if zonder_rao:
        return niet_voldaan(
            f"De zaak ging op {voluit(zonder_rao[0].datum)} naar het Deelberaad Asiel zonder eerst het RAO, en zonder reden voor spoed."
        )
    return voldaan(
        f"De zaak ging op {opsomming([voluit(p.datum) for p in punten])} naar het Deelberaad Asiel, na het RAO of met een reden voor spoed."
    )
