"""How many vertrekgesprekken are held, and when."""

from collections.abc import Sequence
from typing import Final

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.definities import gevoerd
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import opsomming, stand_van_beroep

_DERDE_NOG_NIET: Final = niet_van_toepassing(
    "De rechtbank is nog aan zet. Het moment voor het derde gesprek is er nog niet."
)
_NIET_ONTVANGEN: Final = niet_van_toepassing("Het dossier is nog niet ontvangen.")
_GEEN_ZITTING: Final = niet_van_toepassing("Er is geen zitting bekend waarvoor een tweede gesprek nodig is.")


def tel_gesprekken(gesprekken: Sequence[d.Gesprek]) -> str:
    """Name the gesprekken that count, with their days."""
    if not gesprekken:
        return "Er is nog geen gesprek gevoerd dat telt."
    dagen = opsomming([voluit(gevoerd(g)) for g in gesprekken])
    if len(gesprekken) == 1:
        return f"Er telt 1 gesprek: dat van {dagen}."
    return f"Er tellen {len(gesprekken)} gesprekken: die van {dagen}."


def _wat_ontbreekt_aan(s: Stand) -> str:
    """Say in words what is missing of the gesprekken that are uncertain."""
    velden = {pad.rsplit(".", 1)[1] for onzeker in s.onzekere_gesprekken for pad in onzeker.ontbreekt}
    wat = [
        zin
        for veld, zin in (
            ("gevoerd_op", "de dag waarop het is gevoerd"),
            ("gemeenschappelijke_taal", "of er een gemeenschappelijke taal was"),
            ("tolk", "of er een tolk was"),
        )
        if veld in velden
    ]
    return f"Van een gesprek is niet vastgelegd: {opsomming(wat)}. De regievoerder kan dit aanvullen."


def _onzekere_paden(s: Stand) -> tuple[str, ...]:
    return tuple(pad for onzeker in s.onzekere_gesprekken for pad in onzeker.ontbreekt)


@norm(
    "drie-vertrekgesprekken",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Ten minste drie vertrekgesprekken",
    title_en="At least three departure interviews",
    regel="Met iedere vreemdeling worden ten minste drie vertrekgesprekken gevoerd, kort na de afwijzing, als de zitting bekend is en na de uitspraak. Meer mag; minder is een afwijking die uitleg vraagt.",
    rule_en="Every person gets at least three interviews at fixed moments: (1) shortly after the IND rejection, (2) once the hearing date is known, (3) after the court dismisses the appeal. More is allowed; fewer is a deviation.",
    plicht="Ten minste drie gesprekken voeren",
    bron=("Report 2.2, 3.1, 4.1; Procesprotocol DT&V A5 v2.9",),
    parameters=(parameter("minimum", 3, "interview"),),
    velden=(
        "gesprekken[]",
        "procedure.besluiten[]",
        "procedure.beroepen[]",
        "procedure.beroepstermijn_tot",
    ),
    gevolg="taak",
    afwijking_mogelijk=True,
    opmerking="'Drie verplichte' and 'tenminste drie' both occur: treat 3 as minimum.",
)
def drie_vertrekgesprekken(s: Stand) -> Antwoord:
    if s.beroepsstand not in ("afgedaan", "termijn_verstreken"):
        return _DERDE_NOG_NIET
    gesprekken = s.tellende_gesprekken
    tekort = _ontbrekende_gesprekken(s, gesprekken)
    if not tekort:
        return voldaan(tel_gesprekken(gesprekken))
    if s.onzekere_gesprekken and not _ontbrekende_gesprekken(
        s, [*gesprekken, *(o.gesprek for o in s.onzekere_gesprekken)]
    ):
        return onbekend(f"{tel_gesprekken(gesprekken)} {_wat_ontbreekt_aan(s)}", *_onzekere_paden(s))
    return niet_voldaan(f"{tel_gesprekken(gesprekken)} Nog nodig: {opsomming(tekort)}.")


def _ontbrekende_gesprekken(s: Stand, gesprekken: Sequence[d.Gesprek]) -> list[str]:
    momenten = {g.moment for g in gesprekken}
    zitting = s.beroep is not None and (
        s.beroep.zitting_bekend_op is not None or s.beroep.zitting_op is not None
    )
    nodig = ("eerste", "tweede", "derde") if zitting else ("eerste", "derde")
    tekort = [f"het {moment} gesprek" for moment in nodig if moment not in momenten]
    minimum = s.p["drie-vertrekgesprekken.minimum"]
    if not tekort and len(gesprekken) < minimum:
        tekort.append(f"nog een gesprek, want het zijn er ten minste {minimum}")
    return tekort


@norm(
    "gesprek-1-termijn",
    soort="termijn",
    tier=1,
    origin="report",
    titel="Eerste gesprek kort na afwijzing",
    title_en="First interview shortly after rejection",
    regel="Het eerste vertrekgesprek vindt kort na de overdracht plaats, in dit systeem binnen 14 dagen.",
    rule_en="Interview 1 takes place 'shortly' / 'as soon as possible' after the IND rejection and transfer.",
    plicht="Gesprek 1 voeren",
    bron=(
        "Report 2.2",
        "dienstterugkeerenvertrek.nl Vertrekgesprekken",
    ),
    parameters=(parameter("target", 14, "calendar-day", status="project-choice"),),
    velden=(
        "overdracht.ontvangen_op",
        "gesprekken[].moment",
        "gesprekken[].status",
        "gesprekken[].gevoerd_op",
    ),
    gevolg="taak",
    afwijking_mogelijk=True,
    opmerking="No number in any source; must be configuration.",
)
def gesprek_1_termijn(s: Stand) -> Antwoord:
    grens = s.termijnen.gesprek_eerste.eindigt_op
    if grens is None or s.ontvangen_op is None:
        return _NIET_ONTVANGEN
    dagen = sorted(gevoerd(g) for g in s.tellend("eerste"))
    binnen = f"Het dossier is op {voluit(s.ontvangen_op)} ontvangen; het eerste gesprek hoort uiterlijk {voluit(grens)} te zijn gevoerd."
    if dagen and dagen[0] <= grens:
        return voldaan(f"{binnen} Dat is op {voluit(dagen[0])} gebeurd.", grens)
    if s.op <= grens:
        return voldaan(binnen, grens)
    if dagen:
        return niet_voldaan(f"{binnen} Het is pas op {voluit(dagen[0])} gevoerd.", grens)
    return niet_voldaan(f"{binnen} Dat is niet gebeurd.", grens)


@norm(
    "gesprek-2-zittingsdatum",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Tweede gesprek zodra zittingsdatum bekend is",
    title_en="Second interview once hearing date is known",
    regel="Zodra de zittingsdatum bekend is, nodigt de regievoerder uit voor het tweede vertrekgesprek. Dat gesprek wordt vóór de zitting gevoerd.",
    rule_en="As soon as the hearing date of the appeal is registered, an invitation for interview 2 is made; it should be held before the hearing.",
    plicht="Gesprek 2 voeren voor de zitting",
    bron=("Report 2.2",),
    velden=(
        "procedure.beroepen[].zitting_bekend_op",
        "procedure.beroepen[].zitting_op",
        "procedure.beroepen[].zonder_zitting",
        "gesprekken[]",
    ),
    gevolg="taak",
    afwijking_mogelijk=True,
)
def gesprek_2_zittingsdatum(s: Stand) -> Antwoord:
    beroep = s.beroep
    if (
        beroep is None
        or beroep.zonder_zitting
        or (beroep.zitting_bekend_op is None and beroep.zitting_op is None)
    ):
        return _GEEN_ZITTING
    zitting, grens = beroep.zitting_op, s.termijnen.gesprek_tweede.eindigt_op
    wanneer = (
        f"De zitting is op {voluit(zitting)}."
        if zitting
        else "Er komt een zitting; de dag staat nog niet in het dossier."
    )
    gehouden = [gevoerd(g) for g in s.tellend("tweede")]
    uitgenodigd = bool(gehouden) or any(
        g.moment == "tweede" and (g.uitgenodigd_op is not None or g.gepland_op is not None)
        for g in s.gesprekken
    )
    if not uitgenodigd:
        return niet_voldaan(
            f"{wanneer} De vreemdeling is nog niet uitgenodigd voor het tweede gesprek.", grens
        )
    if zitting is None:
        return voldaan(f"{wanneer} Het tweede gesprek is gepland of gevoerd.", grens)
    op_tijd = [dag for dag in gehouden if dag < zitting]
    if op_tijd:
        return voldaan(f"{wanneer} Het tweede gesprek is op {voluit(min(op_tijd))} gevoerd.", grens)
    if s.op < zitting:
        return voldaan(
            f"{wanneer} Voor het tweede gesprek is uitgenodigd; het hoort voor de zitting te zijn gevoerd.",
            grens,
        )
    return niet_voldaan(f"{wanneer} Het tweede gesprek is niet voor de zitting gevoerd.", grens)


@norm(
    "gesprek-3-na-uitspraak",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Derde gesprek na ongegrond beroep",
    title_en="Third interview after dismissal",
    regel="Na het ongegronde beroep, of na de ongebruikte beroepstermijn, wordt het derde gesprek snel gevoerd, zodat de vier weken nog benut kunnen worden.",
    rule_en="After the appeal is dismissed, interview 3 is held early within the four weeks so that remaining days, options, documents and consequences can be acted on.",
    plicht="Gesprek 3 voeren",
    bron=("Report 2.2, 3.1",),
    parameters=(parameter("target", 5, "working-day", status="project-choice"),),
    velden=(
        "procedure.beroepen[].bekendgemaakt_op",
        "procedure.beroepstermijn_tot",
        "gesprekken[]",
    ),
    gevolg="taak",
    afwijking_mogelijk=True,
)
def gesprek_3_na_uitspraak(s: Stand) -> Antwoord:
    basis, grens = s.basis, s.termijnen.gesprek_derde.eindigt_op
    if s.beroepsstand == "uitspraak_onvolledig":
        return onbekend(
            f"{stand_van_beroep(s)} De rechtbank of de IND kan dit geven. Daarna is te zeggen wanneer het derde gesprek moet zijn gevoerd.",
            *s.ontbrekend_aan_uitspraak,
        )
    if basis is None or grens is None:
        return _DERDE_NOG_NIET
    binnen = f"{stand_van_beroep(s)} Het derde gesprek hoort uiterlijk {voluit(grens)} te zijn gevoerd."
    dagen = sorted(gevoerd(g) for g in s.tellend("derde") if gevoerd(g) >= basis)
    if dagen and dagen[0] <= grens:
        return voldaan(f"{binnen} Dat is op {voluit(dagen[0])} gebeurd.", grens)
    if s.op <= grens:
        return voldaan(binnen, grens)
    if dagen:
        return niet_voldaan(f"{binnen} Het is pas op {voluit(dagen[0])} gevoerd.", grens)
    return niet_voldaan(f"{binnen} Dat is niet gebeurd.", grens)


@norm(
    "aantal-gesprekken-voor-dwang",
    soort="poort",
    tier=1,
    origin="report",
    titel="Te weinig gesprekken beperkt dwang",
    title_en="Too few interviews limits coercion",
    regel="Dwang kan pas als de vreemdeling in ten minste drie gesprekken is geïnformeerd over de mogelijkheden om zelf te vertrekken en over de gevolgen van niet meewerken. Minder kan alleen met een door de manager goedgekeurde reden.",
    rule_en="Forced return/detention requires that the person was informed of options for independent departure and consequences; insufficient interviews make coercion not ready.",
    plicht="De vreemdeling in ten minste drie gesprekken informeren",
    bron=("Report 3.1",),
    parameters=(parameter("minimum_informed", 3, "interview"),),
    velden=(
        "gesprekken[]",
        "procedure.besluiten[]",
        "afwijkingen[]",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
    afwijking_mogelijk=True,
)
def aantal_gesprekken_voor_dwang(s: Stand) -> Antwoord:
    gesprekken = s.tellende_gesprekken
    tekort = _tekort_voor_dwang(s, gesprekken)
    if not tekort:
        return voldaan(
            f"{tel_gesprekken(gesprekken)} De mogelijkheden om zelf te vertrekken en de gevolgen van niet meewerken zijn besproken."
        )
    if s.onzekere_gesprekken and not _tekort_voor_dwang(
        s, [*gesprekken, *(o.gesprek for o in s.onzekere_gesprekken)]
    ):
        return onbekend(f"{tel_gesprekken(gesprekken)} {_wat_ontbreekt_aan(s)}", *_onzekere_paden(s))
    return niet_voldaan(f"{tel_gesprekken(gesprekken)} Voor dwang is nog nodig: {opsomming(tekort)}.")


def _tekort_voor_dwang(s: Stand, gesprekken: Sequence[d.Gesprek]) -> list[str]:
    minimum = s.p["aantal-gesprekken-voor-dwang.minimum_informed"]
    besproken = {onderwerp for g in gesprekken for onderwerp in g.onderwerpen}
    tekort = []
    if len(gesprekken) < minimum:
        tekort.append(f"ten minste {minimum} gesprekken")
    if "opties" not in besproken:
        tekort.append("een gesprek over de mogelijkheden om zelf te vertrekken")
    if "gevolgen" not in besproken:
        tekort.append("een gesprek over de gevolgen van niet meewerken")
    return tekort
