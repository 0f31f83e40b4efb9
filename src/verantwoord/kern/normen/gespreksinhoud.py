"""What a vertrekgesprek must hold, and how it is written down."""

from typing import Final

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.definities import MET_TOLK, gevoerd, is_leeg
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import ONDERWERP, opsomming

_GEEN_AFGEROND: Final = niet_van_toepassing("Er is nog geen gesprek afgerond dat telt.")
_GEEN_TELLEND: Final = niet_van_toepassing("Er is nog geen gesprek gevoerd dat telt.")
_GEEN_GEVOERD: Final = niet_van_toepassing("Er is nog geen gesprek gevoerd.")
_GEEN_EERSTE: Final = niet_van_toepassing("Het eerste gesprek is nog niet gevoerd.")
_ALLES_BESPROKEN: Final = voldaan(
    "In elk afgerond gesprek zijn alle zes onderdelen besproken, of er staat waarom niet."
)
_WEDERKERIG: Final = voldaan(
    "In elk verslag staan de eigen woorden van de vreemdeling, of dat hij niet wilde antwoorden."
)
_TAAL_GOED: Final = voldaan("Elk gesprek is gevoerd met een tolk of in een gemeenschappelijke taal.")
_NIET_GEWAARSCHUWD: Final = voldaan("In het eerste gesprek is niet met bewaring gewaarschuwd.")


@norm(
    "gesprek-inhoud-minimum",
    soort="kwaliteit",
    tier=2,
    origin="report",
    titel="Minimale inhoud vertrekgesprek",
    title_en="Minimum interview content",
    regel="Een afgerond vertrekgesprek behandelt zes onderdelen, van de stand van de procedure tot de afspraken. Wat niet aan de orde kwam, krijgt een reden.",
    rule_en="An interview counts as substantive only if it covers: state of the procedure; departure options (own country, third country, IOM, NGO, DT&V contribution, DIA); consequences of not cooperating; the four review moments; the person's wishes and obstacles; agreed actions with owner and date.",
    plicht="Alle zes onderdelen bespreken of de reden noteren",
    bron=("Report 3.1 (good interview), 2.2, 4.1, recommendation DT&V-1",),
    parameters=(
        parameter(
            "blocks",
            (
                "procedure",
                "opties",
                "gevolgen",
                "toetsingsmomenten",
                "wensen-belemmeringen",
                "afspraken",
            ),
        ),
    ),
    velden=(
        "gesprekken[].afgerond_op",
        "gesprekken[].onderwerpen",
        "gesprekken[].niet_aan_de_orde",
    ),
    gevolg="waarschuwt",
    afwijking_mogelijk=True,
)
def gesprek_inhoud_minimum(s: Stand) -> Antwoord:
    afgerond = [g for g in s.tellende_gesprekken if g.afgerond_op is not None]
    if not afgerond:
        return _GEEN_AFGEROND
    tekort = [
        f"in het gesprek van {voluit(gevoerd(g))}: {opsomming(gemist)}"
        for g in afgerond
        if (gemist := _niet_besproken(g))
    ]
    if tekort:
        return niet_voldaan(f"Niet besproken en zonder reden: {'; '.join(tekort)}.")
    return _ALLES_BESPROKEN


def _niet_besproken(g: d.Gesprek) -> list[str]:
    over = ONDERWERP.keys() - g.onderwerpen
    return (
        [ONDERWERP[o] for o in ONDERWERP if o in over and is_leeg(g.niet_aan_de_orde.get(o))] if over else []
    )


@norm(
    "gesprek-wederkerigheid",
    soort="kwaliteit",
    tier=2,
    origin="report",
    titel="Gesprek is niet eenzijdig",
    title_en="Interview is two-way",
    regel="In het verslag staan de eigen woorden van de vreemdeling, of dat hij niet wilde antwoorden. Zwijgen wordt niet als onwil gelezen.",
    rule_en="The report must contain the person's own words on wishes, fears or obstacles (or that he declined to answer); interviews consisting only of information sent are flagged.",
    plicht="De eigen woorden van de vreemdeling in het verslag zetten",
    bron=("Report 3.1, 4.1 (eendimensionaal)",),
    velden=(
        "gesprekken[].eigen_woorden",
        "gesprekken[].wil_niet_antwoorden",
    ),
    gevolg="meting",
)
def gesprek_wederkerigheid(s: Stand) -> Antwoord:
    if not s.tellende_gesprekken:
        return _GEEN_TELLEND
    zonder = [
        voluit(gevoerd(g))
        for g in s.tellende_gesprekken
        if is_leeg(g.eigen_woorden) and not g.wil_niet_antwoorden
    ]
    if zonder:
        return niet_voldaan(
            f"In het verslag van {opsomming(zonder)} staan geen eigen woorden van de vreemdeling, en ook niet dat hij niet wilde antwoorden."
        )
    return _WEDERKERIG


@norm(
    "gesprek-tolk",
    soort="plicht",
    tier=2,
    origin="leidraad",
    titel="Tolk bij vertrekgesprek",
    title_en="Interpreter at interview",
    regel="Zonder gemeenschappelijke taal wordt een gesprek met een tolk gevoerd. Een gesprek zonder tolk en zonder gemeenschappelijke taal telt niet en wordt opnieuw gepland.",
    rule_en="If there is no shared language the interview is held with an interpreter (in person or by phone); language, mode and interpreter reference are recorded.",
    plicht="Het gesprek opnieuw plannen met een tolk",
    bron=("dienstterugkeerenvertrek.nl Vertrekgesprekken (tolk); Procesprotocol B2 v4.6 (2013)",),
    velden=(
        "gesprekken[].status",
        "gesprekken[].gevoerd_op",
        "gesprekken[].tolk",
        "gesprekken[].gemeenschappelijke_taal",
    ),
    gevolg="taak",
    opmerking="In the catalogue a guard on marking the gesprek as held; that act is not in handelingen.json, so the norm makes a task and the gesprek does not count (def. tellend gesprek). The web action must refuse it. Catalogue kind was poort; here soort is poort exactly when gevolg is blokkeert.",
)
def gesprek_tolk(s: Stand) -> Antwoord:
    gesprekken = s.gevoerde_gesprekken
    if not gesprekken:
        return _GEEN_GEVOERD
    zonder = [g for g in gesprekken if g.tolk not in MET_TOLK and g.gemeenschappelijke_taal is not True]
    if not zonder:
        return _TAAL_GOED
    fout = [voluit(gevoerd(g)) for g in zonder if g.gemeenschappelijke_taal is False and g.tolk is not None]
    if fout:
        return niet_voldaan(
            f"Het gesprek van {opsomming(fout)} is gevoerd zonder tolk en zonder gemeenschappelijke taal. Het telt niet en wordt opnieuw gepland."
        )
    return onbekend(
        f"Van het gesprek van {opsomming([voluit(gevoerd(g)) for g in zonder])} is niet vastgelegd of er een tolk of een gemeenschappelijke "
        "taal was. De regievoerder kan dit aanvullen.",
        *(
            s.pad("gesprekken", g, "gemeenschappelijke_taal" if g.gemeenschappelijke_taal is None else "tolk")
            for g in zonder
        ),
    )


@norm(
    "gesprek-verslag",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Gesprek vastleggen in dossier en vertrekplan",
    title_en="Record interview in file and plan",
    regel="Van elk gevoerd gesprek staat binnen drie werkdagen een afgerond verslag in het dossier.",
    rule_en="Each interview is recorded in the departure file and processed into the vertrekplan; on request the person may record audio (own use, with consent) or get the report.",
    plicht="Het verslag van het gesprek afronden",
    bron=(
        "Report 1.1, footnote 2",
        "dienstterugkeerenvertrek.nl Vertrekgesprekken (geluidsopnamen), Gesprekken",
    ),
    parameters=(parameter("finalise_within", 3, "working-day", status="project-choice"),),
    velden=(
        "gesprekken[].gevoerd_op",
        "gesprekken[].afgerond_op",
        "gesprekken[].verslag",
    ),
    gevolg="taak",
    opmerking="That a later plan version uses the gesprek has no field (gap).",
)
def gesprek_verslag(s: Stand) -> Antwoord:
    gesprekken = s.gevoerde_gesprekken
    if not gesprekken:
        return _GEEN_GEVOERD
    dagen = s.p["gesprek-verslag.finalise_within"]
    open_dagen = sorted(gevoerd(g) for g in gesprekken if g.afgerond_op is None or is_leeg(g.verslag))
    if not open_dagen:
        return voldaan(
            f"Van elk gevoerd gesprek is het verslag afgerond. Het laatste gesprek was op {voluit(max(gevoerd(g) for g in gesprekken))}."
        )
    eerste = open_dagen[0]
    grens = s.plus_werkdagen(eerste, dagen)
    wat = f"Het verslag van het gesprek van {voluit(eerste)} is nog niet afgerond. Het hoort uiterlijk {voluit(grens)} klaar te zijn"
    if s.op <= grens:
        return voldaan(f"{wat}.", grens)
    return niet_voldaan(f"{wat}; dat is {dagen} werkdagen na het gesprek.", grens)


@norm(
    "gesprek-dreiging-bewaring",
    soort="signaal",
    tier=2,
    origin="report",
    titel="Waarschuwen voor bewaring in eerste gesprek",
    title_en="Warning of detention in first interview",
    regel="Wordt in het eerste gesprek al met bewaring gewaarschuwd, dan is dat een signaal voor intervisie. Het heeft verder geen gevolg.",
    rule_en="Informing about consequences is allowed, but a file that announces detention in interview 1 or is built toward detention from the start is a quality signal to review.",
    plicht="Dit gesprek bespreken in intervisie",
    bron=("Report 3.1 Gedwongen terugkeer, 4.1",),
    velden=(
        "gesprekken[].moment",
        "gesprekken[].bewaring_genoemd",
    ),
    gevolg="meting",
)
def gesprek_dreiging_bewaring(s: Stand) -> Antwoord:
    eerste = s.tellend("eerste")
    if not eerste:
        return _GEEN_EERSTE
    genoemd = [voluit(gevoerd(g)) for g in eerste if g.bewaring_genoemd]
    if genoemd:
        return niet_voldaan(
            f"In het eerste gesprek, op {opsomming(genoemd)}, is al met bewaring gewaarschuwd. Dat is een onderwerp voor intervisie en heeft "
            "verder geen gevolg."
        )
    return _NIET_GEWAARSCHUWD
