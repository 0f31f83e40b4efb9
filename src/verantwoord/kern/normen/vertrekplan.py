"""The vertrekplan: that it exists, stays current, weighs the options and puts independent departure first."""

from datetime import date
from typing import Final

from verantwoord.kern.antwoord import Antwoord, niet_van_toepassing, niet_voldaan, onbekend, voldaan
from verantwoord.kern.definities import is_leeg
from verantwoord.kern.kalender import voluit
from verantwoord.kern.normen.register import norm, parameter
from verantwoord.kern.termijnen import Stand
from verantwoord.kern.woorden import ANALYSE, opsomming

_INTAKE_OPEN: Final = niet_van_toepassing(
    "De intake is nog niet afgerond. Een vertrekplan hoeft er nog niet te zijn."
)
_GEEN_PLAN: Final = niet_van_toepassing("Er is nog geen vertrekplan.")
_GEEN_ACTIES: Final = niet_van_toepassing("Er is nog geen vertrekplan met acties.")
_AANGEBODEN: Final = frozenset({"iom_rean", "iom_avrr", "ngo", "dtv_bijdrage"})
_ZELFSTANDIG: Final = frozenset({"zelfstandig_iom", "zelfstandig_ngo", "zelfstandig_dtv"})


@norm(
    "vertrekplan-aanwezig",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Vertrekplan voor iedere vreemdeling",
    title_en="Departure plan for everyone",
    regel="Voor iedere vreemdeling is er een persoonsgericht vertrekplan.",
    rule_en="The regievoerder makes a person-centred vertrekplan for each person under his direction.",
    plicht="Een vertrekplan maken",
    bron=("Report 2.2; Procesprotocol DT&V B1 v3.0",),
    velden=(
        "intake_afgerond_op",
        "vertrekplannen[].vastgesteld_op",
    ),
    gevolg="taak",
)
def vertrekplan_aanwezig(s: Stand) -> Antwoord:
    if s.intake_afgerond_op is None:
        return _INTAKE_OPEN
    if s.vertrekplan is None:
        return niet_voldaan(
            f"De intake is op {voluit(s.intake_afgerond_op)} afgerond, maar er is nog geen vertrekplan."
        )
    return voldaan(f"Er is een vertrekplan. De laatste versie is van {voluit(s.vertrekplan.vastgesteld_op)}.")


@norm(
    "vertrekplan-dynamisch",
    soort="plicht",
    tier=1,
    origin="report",
    titel="Vertrekplan bijwerken bij gewijzigde omstandigheden",
    title_en="Update plan when circumstances change",
    regel="Verandert er iets wezenlijks, dan wordt het vertrekplan opnieuw bekeken en zo nodig aangepast.",
    rule_en="The plan is dynamic: each relevant event (judgment, medical change, LP result, birth, new application, wish, LKO decision) requires a review and, if needed, a new version of the strategy.",
    plicht="Het vertrekplan opnieuw bekijken",
    bron=("Report 2.2",),
    parameters=(
        parameter(
            "review_events",
            (
                "uitspraak",
                "medisch",
                "lp-uitkomst",
                "gezinswijziging",
                "nieuwe-aanvraag",
                "vertrekwens",
                "lko-besluit",
                "signaal",
            ),
        ),
    ),
    velden=(
        "vertrekplannen[].vastgesteld_op",
        "procedure.beroepen[].bekendgemaakt_op",
        "medisch.aanwijzing_op",
        "medisch.art64_van",
        "medisch.bevallen_op",
        "lp_aanvragen[].uitkomst_op",
        "procedure.aanvragen[].ingediend_op",
        "wensen[].geuit_op",
        "overleg[].datum",
        "signalen[].ontvangen_op",
    ),
    gevolg="taak",
    afwijking_mogelijk=True,
    opmerking="A change in the family has no date in the dossierbeeld (gap).",
)
def vertrekplan_dynamisch(s: Stand) -> Antwoord:
    plan = s.vertrekplan
    if plan is None:
        return _GEEN_PLAN
    later = sorted(set(_gebeurd_na(s, plan.vastgesteld_op)))
    versie = f"Het vertrekplan is van {voluit(plan.vastgesteld_op)}."
    if later:
        return niet_voldaan(
            f"{versie} Daarna is er iets veranderd: {opsomming([f'{wat} op {voluit(dag)}' for dag, wat in later])}. Bekijk het plan opnieuw."
        )
    return voldaan(f"{versie} Daarna is er niets veranderd waarvoor het plan opnieuw moet worden bekeken.")


def _gebeurd_na(s: Stand, dag: date) -> list[tuple[date, str]]:
    """Give the visible events after ``dag`` for which the plan is looked at again."""
    m = s.medisch
    gebeurd = [
        (m.aanwijzing_op, "een medische aanwijzing"),
        (m.art64_van, "uitstel om medische redenen"),
        (m.bevallen_op, "een bevalling"),
        *[(b.bekendgemaakt_op, "een uitspraak") for b in s.beroepen],
        *[(lp.uitkomst_op, "een antwoord op de LP-aanvraag") for lp in s.lp_aanvragen],
        *[(a.ingediend_op, "een nieuwe aanvraag") for a in s.aanvragen],
        *[(w.geuit_op, "een wens van de vreemdeling") for w in s.wensen],
        *[(p.datum, "een besluit in het overleg") for p in s.overleg if p.besluit == "vastgesteld"],
        *[(sig.ontvangen_op, "een nieuwe aanwijzing") for sig in s.signalen],
    ]
    return [(op, wat) for op, wat in gebeurd if op is not None and op > dag]


@norm(
    "vertrekstrategie-aanwezig",
    soort="kwaliteit",
    tier=2,
    origin="report",
    titel="Vertrekstrategie beschreven",
    title_en="Departure strategy described",
    regel="In het vertrekplan staat een uitgeschreven vertrekstrategie.",
    rule_en="The plan contains an explicit strategy. Baseline found by the inspection: 64% of 200 files.",
    plicht="De strategie in het vertrekplan beschrijven",
    bron=("Report 3.1, 4.1; recommendation DT&V-3",),
    parameters=(parameter("baseline_pct", 64, "percent"),),
    velden=("vertrekplannen[].strategie",),
    gevolg="waarschuwt",
)
def vertrekstrategie_aanwezig(s: Stand) -> Antwoord:
    plan = s.vertrekplan
    if plan is None:
        return _GEEN_PLAN
    if is_leeg(plan.strategie):
        return niet_voldaan(f"In het vertrekplan van {voluit(plan.vastgesteld_op)} staat geen strategie.")
    return voldaan(f"In het vertrekplan van {voluit(plan.vastgesteld_op)} staat een strategie.")


@norm(
    "vertrekstrategie-analyse",
    soort="kwaliteit",
    tier=2,
    origin="report",
    titel="Strategie berust op analyse vertrekmogelijkheden",
    title_en="Strategy based on analysis of options",
    regel="De strategie berust op een analyse van documenten, medewerking van het land, wensen, ondersteuning, toetsing en alternatieven. Alleen 'eerst zelfstandig, anders gedwongen' is te weinig.",
    rule_en="A strategy is sufficient only with an analysis of at least: documents/nationality, country cooperation (voluntary and forced separately), person's wishes and obstacles, support options, review-moment outcomes, and alternatives; 'first independent, then forced' alone is insufficient.",
    plicht="De analyse achter de strategie aanvullen",
    bron=("Report 3.1 Strategiebepaling, 4.1",),
    parameters=(parameter("min_elements", 6),),
    velden=("vertrekplannen[].analyse",),
    gevolg="waarschuwt",
    afwijking_mogelijk=True,
)
def vertrekstrategie_analyse(s: Stand) -> Antwoord:
    plan = s.vertrekplan
    if plan is None:
        return _GEEN_PLAN
    tekort = [wat for onderdeel, wat in ANALYSE.items() if is_leeg(plan.analyse.get(onderdeel))]
    if tekort:
        return niet_voldaan(
            f"In de analyse van het vertrekplan van {voluit(plan.vastgesteld_op)} ontbreekt: {opsomming(tekort)}."
        )
    return voldaan(
        f"De analyse van het vertrekplan van {voluit(plan.vastgesteld_op)} heeft alle zes onderdelen."
    )


@norm(
    "regie-bij-regievoerder",
    soort="kwaliteit",
    tier=2,
    origin="report",
    titel="Regie niet volledig bij vreemdeling",
    title_en="Direction not left entirely to the person",
    regel="Een vertrekplan laat niet alle acties bij de vreemdeling. Ten minste één actie is van de DT&V of een andere organisatie.",
    rule_en="A plan whose all actions are owned by the person, with none by DT&V/COA/IOM, is flagged.",
    plicht="Een actie bij de DT&V of een andere organisatie leggen",
    bron=("Report 3.2, 4.1, deelconclusie 2",),
    velden=("vertrekplannen[].acties[].eigenaar",),
    gevolg="waarschuwt",
    afwijking_mogelijk=True,
)
def regie_bij_regievoerder(s: Stand) -> Antwoord:
    plan = s.vertrekplan
    if plan is None or not plan.acties:
        return _GEEN_ACTIES
    if all(actie.eigenaar == "vreemdeling" for actie in plan.acties):
        return niet_voldaan(
            f"In het vertrekplan van {voluit(plan.vastgesteld_op)} liggen alle acties bij de vreemdeling. Ten minste één actie hoort bij de DT&V "
            "of een andere organisatie te liggen."
        )
    return voldaan(
        f"In het vertrekplan van {voluit(plan.vastgesteld_op)} ligt ten minste één actie bij de DT&V of een andere organisatie."
    )


@norm(
    "zelfstandig-voor-gedwongen",
    soort="poort",
    tier=1,
    origin="report",
    titel="Zelfstandig vertrek gaat voor",
    title_en="Independent departure first",
    regel="Gedwongen vertrek komt pas in beeld als zelfstandig vertrek echt is aangeboden, de termijn daarvoor voorbij is en de afweging in het vertrekplan staat.",
    rule_en="Forced departure may be chosen only if independent departure was really offered, its term has expired without use, and the plan weighs independent and forced departure.",
    plicht="Zelfstandig vertrek aanbieden en afwegen",
    bron=("Report 2.2, 3.1",),
    velden=(
        "gesprekken[].opties_besproken",
        "vertrektermijn.start_op",
        "vertrekplannen[].opties",
        "boekingen[]",
    ),
    gevolg="blokkeert",
    blokkeert=(
        "gedwongen_vertrek_starten",
        "bewaring_voorstellen",
        "bewaring_opleggen",
        "gedwongen_vertrek_boeken",
        "gedwongen_vertrek_uitvoeren",
    ),
    opmerking="Switching back from forced to independent departure is never blocked by a norm.",
)
def zelfstandig_voor_gedwongen(s: Stand) -> Antwoord:
    start, einde = s.start, s.termijnen.vertrektermijn.eindigt_op
    tekort = []
    if not any(_AANGEBODEN.intersection(g.opties_besproken) for g in s.tellende_gesprekken):
        tekort.append("In geen gesprek dat telt is hulp bij zelfstandig vertrek besproken.")
    if start.oordeel == "niet_van_toepassing":
        tekort.append("Er loopt nu geen vertrektermijn.")
    elif start.oordeel == "niet_voldaan":
        tekort.append("Het vastgelegde begin van de vertrektermijn klopt niet.")
    elif start.oordeel == "voldaan" and einde is None:
        tekort.append("Er is geen vertrektermijn, want er is geen terugkeerbesluit.")
    elif start.oordeel == "voldaan" and einde is not None and s.op <= einde:
        tekort.append(f"De vreemdeling kan nog tot en met {voluit(einde)} zelfstandig vertrekken.")
    if not _is_afgewogen(s):
        tekort.append("In het vertrekplan zijn zelfstandig en gedwongen vertrek niet allebei afgewogen.")
    geboekt = [b.gepland_op for b in s.open_boekingen if b.soort == "zelfstandig" and b.gepland_op >= s.op]
    if geboekt:
        tekort.append(f"Er is zelfstandig vertrek geboekt op {voluit(min(geboekt))}.")
    if tekort:
        return niet_voldaan(f"Gedwongen vertrek kan nog niet. {' '.join(tekort)}")
    if start.oordeel == "onbekend" or einde is None:
        return onbekend(
            f"Of de tijd voor zelfstandig vertrek voorbij is, is niet te zeggen. {start.uitleg}",
            *start.ontbreekt,
        )
    return voldaan(
        f"Zelfstandig vertrek is aangeboden en afgewogen in het vertrekplan, en de termijn daarvoor liep tot en met {voluit(einde)}."
    )


def _is_afgewogen(s: Stand) -> bool:
    """The plan weighs at least one way of independent departure, and forced departure."""
    plan = s.vertrekplan
    if plan is None:
        return False
    geanalyseerd = {optie.optie for optie in plan.opties if not is_leeg(optie.analyse)}
    return "gedwongen" in geanalyseerd and not _ZELFSTANDIG.isdisjoint(geanalyseerd)
