"""The four toetsingsmomenten: substantive, repeated at every stage, and with an active attitude."""

from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, voldaan
from verantwoord.kern.definities import TOETSINGSMOMENTEN
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import MOMENT, opsomming

_GEEN_TOETSING: Final = niet_van_toepassing("Er is nog geen inhoudelijke toetsing vastgelegd.")
_GEEN_EERDER_DOSSIER: Final = niet_van_toepassing("Er is geen eerder dossier van deze vreemdeling.")


@norm(
    "toetsing-vier-momenten",
    soort="poort",
    tier=1,
    origin="report",
    titel="Alle vier toetsingsmomenten inhoudelijk vastleggen",
    title_en="Record all four reviews substantively",
    regel="Voor iedere vreemdeling zijn alle vier de toetsingsmomenten inhoudelijk vastgelegd, met feiten en een afweging. Een conclusie alleen telt niet.",
    rule_en="For each person the plan holds a substantive weighing for medical, buiten schuld, schrijnend and mensenhandel. 'Not applicable' needs facts and reasoning. Inspection baseline: 59/23/10/19 % and 8 % all four.",
    plicht="Alle vier de toetsingen vastleggen",
    bron=("Report 2.2, 3.3, 4.1; recommendation DT&V-1 and -3",),
    parameters=(
        parameter(
            "moments",
            (
                "medisch",
                "buiten-schuld",
                "schrijnend",
                "mensenhandel",
            ),
        ),
    ),
    velden=(
        "toetsingen[].moment",
        "toetsingen[].getoetst_op",
        "toetsingen[].feiten",
        "toetsingen[].afweging",
        "eerdere_dossiers",
        "overdracht.ontvangen_op",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "vertrekplan_vaststellen",
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
    opmerking="The inspection measured whether a weighing was recorded, not whether it was right; so does this norm. A draft plan may be written before; 'vaststellen' needs the four reviews. Catalogue kind was plicht; here soort is poort exactly when gevolg is blokkeert.",
)
def toetsing_vier_momenten(s: Stand) -> Antwoord:
    tekort = [MOMENT[m] for m in TOETSINGSMOMENTEN if m not in s.laatste_toetsing]
    if tekort:
        return niet_voldaan(
            f"Er is nog niet inhoudelijk getoetst, met feiten en een afweging: {opsomming(tekort)}."
        )
    return voldaan(f"Alle vier de toetsingen zijn inhoudelijk vastgelegd: {_dagen(s)}.")


def _dagen(s: Stand) -> str:
    laatste = s.laatste_toetsing
    return opsomming(
        [f"{MOMENT[m]} op {voluit(laatste[m].getoetst_op)}" for m in TOETSINGSMOMENTEN if m in laatste]
    )


def _oudste(s: Stand) -> str:
    return voluit(min([t.getoetst_op for t in s.laatste_toetsing.values()]))


@norm(
    "toetsing-elk-stadium",
    soort="poort",
    tier=1,
    origin="report",
    titel="Toetsing in ieder stadium herhalen",
    title_en="Repeat review at every stage",
    regel="De vier toetsingen worden in elk stadium herhaald en na elk signaal. Voor dwang mag geen van de vier ouder zijn dan 14 dagen.",
    rule_en="The reviews are repeated at every stage and after every signal; before a coercive step none of the four is older than 14 days (project choice).",
    plicht="De vier toetsingen herhalen",
    bron=("Report 3.3",),
    parameters=(parameter("max_age_at_forced_step", 14, "calendar-day", status="project-choice"),),
    velden=(
        "toetsingen[]",
        "signalen[].moment",
        "signalen[].ontvangen_op",
        "eerdere_dossiers",
        "overdracht.ontvangen_op",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
    opmerking="Max age is a project choice. Day 14 still counts, day 15 does not. signalen[].afgehandeld_op does not replace a new toetsing. Catalogue kind was plicht; here soort is poort exactly when gevolg is blokkeert.",
)
def toetsing_elk_stadium(s: Stand) -> Antwoord:
    geldig = s.p["toetsing-elk-stadium.max_age_at_forced_step"]
    tekort = [zin for m in TOETSINGSMOMENTEN if (zin := _niet_actueel(s, m, geldig))]
    if tekort:
        return niet_voldaan(f"De toetsingen zijn niet actueel: {opsomming(tekort)}.")
    return voldaan(f"Geen van de vier toetsingen is ouder dan {geldig} dagen. De oudste is van {_oudste(s)}.")


def _niet_actueel(s: Stand, moment: str, geldig: int) -> str | None:
    """Say why a toetsing does not suffice for coercion, or give None."""
    toetsing = s.laatste_toetsing.get(moment)
    if toetsing is None:
        return f"{MOMENT[moment]} is niet inhoudelijk getoetst"
    signalen = [sig.ontvangen_op for sig in s.signalen if sig.moment == moment] if s.signalen else ()
    if signalen and max(signalen) > toetsing.getoetst_op:
        return f"over {MOMENT[moment]} kwam op {voluit(max(signalen))} een nieuwe aanwijzing, en daarna is niet getoetst"
    if (s.op - toetsing.getoetst_op).days > geldig:
        return f"{MOMENT[moment]} is voor het laatst getoetst op {voluit(toetsing.getoetst_op)}, meer dan {geldig} dagen geleden"
    return None


@norm(
    "toetsing-actieve-houding",
    soort="kwaliteit",
    tier=2,
    origin="report",
    titel="Actieve houding bij toetsing",
    title_en="Active attitude in reviews",
    regel="De regievoerder gaat zelf na of er iets speelt en noemt zijn bronnen. 'De IND heeft al getoetst' of 'dat is aan de advocaat' is geen toetsing.",
    rule_en="The regievoerder asks and looks for signals himself; 'lawyer's responsibility' or 'IND already tested' is not by itself a valid outcome.",
    plicht="De bronnen van de toetsing noemen",
    bron=("Report 3.3, 4.1 deelconclusie 3",),
    velden=("toetsingen[].bronnen",),
    gevolg="waarschuwt",
    opmerking="The questions asked have no field (gap). Text is not judged by the norm.",
)
def toetsing_actieve_houding(s: Stand) -> Antwoord:
    if not s.laatste_toetsing:
        return _GEEN_TOETSING
    zonder = [
        f"{MOMENT[m]} van {voluit(t.getoetst_op)}"
        for m in TOETSINGSMOMENTEN
        if (t := s.laatste_toetsing.get(m)) is not None and not t.bronnen
    ]
    if zonder:
        return niet_voldaan(f"Bij de toetsing {opsomming(zonder)} staat geen bron.")
    return voldaan(f"Bij elke laatste toetsing staat ten minste één bron. De oudste is van {_oudste(s)}.")


@norm(
    "heropenen-dossier",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Heropenen bij hernieuwde melding",
    title_en="Re-open on return or new application",
    regel="Meldt iemand zich opnieuw of vraagt hij opnieuw asiel aan, dan wordt het oude dossier gekoppeld en beginnen de vier toetsingen en het tellen van de gesprekken opnieuw.",
    rule_en="If a MOB person re-registers (sent to Ter Apel) or applies again, the old case is linked and re-opened: suspend on new lawful stay; all four reviews restart; earlier interviews remain visible but the minimum of three counts anew for a new decision.",
    plicht="De vier toetsingen opnieuw doen",
    bron=(
        "Report 3.2",
        "Leidraad Terugkeer en Vertrek: Bericht van vertrek",
    ),
    velden=(
        "eerdere_dossiers",
        "overdracht.ontvangen_op",
        "toetsingen[]",
    ),
    gevolg="taak",
    opmerking="Gesprekken count from the referentiebesluit on (def. tellend gesprek), toetsingen from overdracht.ontvangen_op on.",
)
def heropenen_dossier(s: Stand) -> Antwoord:
    if not s.beeld.eerdere_dossiers:
        return _GEEN_EERDER_DOSSIER
    ontvangen = voluit(s.beeld.overdracht.ontvangen_op)
    tekort = [MOMENT[m] for m in TOETSINGSMOMENTEN if m not in s.laatste_toetsing]
    if tekort:
        return niet_voldaan(
            f"Er is een eerder dossier. Sinds de nieuwe overdracht van {ontvangen} is nog niet opnieuw getoetst: {opsomming(tekort)}."
        )
    return voldaan(
        f"Er is een eerder dossier. Sinds de nieuwe overdracht van {ontvangen} is alles opnieuw getoetst: {_dagen(s)}."
    )
