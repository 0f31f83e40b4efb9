"""The vertrekplan: present, up to date, reasoned, and independent departure first."""

import pytest

from tests.kern.bouw import (
    ANALYSE,
    artikel_64,
    beeld,
    beroep,
    beroep_loopt,
    boeking,
    gesprek,
    lko,
    lp_aanvraag,
    met,
    plan,
    termijn_loopt,
    uitspraak,
    zonder,
)
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-20"
PLAN = beeld(vertrekplannen=[plan()])
P = "vertrekplannen[0]"


@pytest.mark.norm("vertrekplan-aanwezig")
@tabel(
    nvt("intake niet afgerond", PLAN, OP),
    nvt("intake morgen afgerond", {"intake_afgerond_op": "2022-04-21"}, OP),
    niet_voldaan("intake vandaag afgerond, geen plan", {"intake_afgerond_op": OP}, OP),
    niet_voldaan("dag voor het plan", beeld(PLAN, intake_afgerond_op="2022-01-14"), "2022-04-14"),
    voldaan("dag van het plan", beeld(PLAN, intake_afgerond_op="2022-01-14"), "2022-04-15"),
)
def test_vertrekplan_aanwezig(controleer, rij):
    controleer(rij)


GEBEURTENISSEN = [
    (
        "uitspraak bekendgemaakt",
        lambda op: {"procedure.beroepen[0]": beroep(uitkomst="ongegrond", bekendgemaakt_op=op)},
    ),
    ("medische aanwijzing", lambda op: {"medisch.aanwijzing_op": op}),
    ("artikel 64 begint", lambda op: {"medisch.art64_van": op}),
    ("bevalling", lambda op: {"medisch.bevallen_op": op}),
    (
        "uitkomst van de LP-aanvraag",
        lambda op: {"lp_aanvragen[0]": lp_aanvraag(uitkomst="toegezegd", uitkomst_op=op)},
    ),
    ("nieuwe aanvraag", lambda op: {"procedure.aanvragen[0]": {"soort": "regulier", "ingediend_op": op}}),
    ("wens", lambda op: {"wensen[0]": {"soort": "werk", "omschrijving": "Kapper.", "geuit_op": op}}),
    ("besluit in het overleg", lambda op: {"overleg[0]": lko(datum=op)}),
    ("signaal", lambda op: {"signalen[0]": {"moment": "medisch", "bron": "coa", "ontvangen_op": op}}),
]


@pytest.mark.norm("vertrekplan-dynamisch")
@tabel(
    nvt("geen plan", {}, OP),
    nvt("dag voor het plan", PLAN, "2022-04-14"),
    voldaan("niets gebeurd", PLAN, OP),
    *[
        antwoord(f"{wat} {wanneer}", met(PLAN, feit(dag)), OP)
        for wat, feit in GEBEURTENISSEN
        for wanneer, dag, antwoord in (
            ("op de dag van het plan", "2022-04-15", voldaan),
            ("een dag later", "2022-04-16", niet_voldaan),
            ("morgen", "2022-04-21", voldaan),
        )
    ],
    voldaan(
        "overleg zonder besluit",
        met(PLAN, {"overleg[0]": lko(datum="2022-04-18", besluit="aangehouden")}),
        OP,
    ),
    voldaan(
        "een nieuwe versie verwerkt de wens",
        met(
            PLAN,
            {
                "signalen[0]": {"moment": "medisch", "bron": "coa", "ontvangen_op": "2022-04-16"},
                "vertrekplannen[1]": plan(versie=2, vastgesteld_op="2022-04-16"),
            },
        ),
        OP,
    ),
    niet_voldaan(
        "een lagere versie van later is niet het huidige plan",
        met(
            PLAN,
            {
                f"{P}.versie": 3,
                "vertrekplannen[1]": plan(versie=2, vastgesteld_op="2022-04-19"),
                "medisch.aanwijzing_op": "2022-04-18",
            },
        ),
        OP,
    ),
)
def test_vertrekplan_dynamisch(controleer, rij):
    controleer(rij)


@pytest.mark.norm("vertrekstrategie-aanwezig")
@tabel(
    nvt("geen plan", {}, OP),
    nvt("dag voor het plan", PLAN, "2022-04-14"),
    voldaan("beschreven", PLAN, OP),
    niet_voldaan("blanco", met(PLAN, {f"{P}.strategie": " \t\n"}), OP),
    niet_voldaan(
        "hoogste versie zonder strategie", met(PLAN, {"vertrekplannen[1]": plan(versie=2, strategie="")}), OP
    ),
    niet_voldaan(
        "gelijke versie: de laatste in de lijst", met(PLAN, {"vertrekplannen[1]": plan(strategie="")}), OP
    ),
    voldaan(
        "versie 2 bestaat nog niet",
        met(PLAN, {"vertrekplannen[1]": plan(versie=2, strategie="", vastgesteld_op="2022-04-21")}),
        OP,
    ),
)
def test_vertrekstrategie_aanwezig(controleer, rij):
    controleer(rij)


@pytest.mark.norm("vertrekstrategie-analyse")
@tabel(
    nvt("geen plan", {}, OP),
    voldaan("zes onderdelen", PLAN, OP),
    *[niet_voldaan(f"zonder {wat}", zonder(PLAN, f"{P}.analyse.{wat}"), OP) for wat in ANALYSE],
    niet_voldaan("een onderdeel blanco", met(PLAN, {f"{P}.analyse.wensen": " "}), OP),
    niet_voldaan("geen analyse", zonder(PLAN, f"{P}.analyse"), OP),
    voldaan("een extra onderdeel schaadt niet", met(PLAN, {f"{P}.analyse.overig": ""}), OP),
)
def test_vertrekstrategie_analyse(controleer, rij):
    controleer(rij)


VOORBIJ = beeld(
    uitspraak(), termijn_loopt(), gesprekken=[gesprek("eerste", "2022-01-20")], vertrekplannen=[plan()]
)
G = "gesprekken[0]"
START = "vertrektermijn.start_op"


@pytest.mark.norm("zelfstandig-voor-gedwongen")
@tabel(
    niet_voldaan("niets bekend", {}, OP),
    niet_voldaan(
        "laatste dag van de vertrektermijn", met(VOORBIJ, {START: "2022-03-23"}), OP, noemt=("2022-04-20",)
    ),
    voldaan("dag na de vertrektermijn", met(VOORBIJ, {START: "2022-03-22"}), OP, noemt=("2022-04-19",)),
    # (a) really offered
    niet_voldaan("opties niet besproken", met(VOORBIJ, {f"{G}.opties_besproken": []}), OP),
    niet_voldaan(
        "alleen DIA en derde land besproken",
        met(VOORBIJ, {f"{G}.opties_besproken": ["dia", "derde_land"]}),
        OP,
    ),
    *[
        voldaan(f"alleen {wat} besproken", met(VOORBIJ, {f"{G}.opties_besproken": [wat]}), OP)
        for wat in ("iom_rean", "iom_avrr", "ngo", "dtv_bijdrage")
    ],
    niet_voldaan("besproken zonder tolk", met(VOORBIJ, {f"{G}.tolk": "geen"}), OP),
    niet_voldaan("besproken, tolk niet vastgelegd", zonder(VOORBIJ, f"{G}.tolk"), OP),
    # (b) the term
    niet_voldaan("beroep loopt", beeld(VOORBIJ, beroep_loopt()), OP),
    niet_voldaan("opschorting loopt", beeld(VOORBIJ, artikel_64("2022-04-10", None)), OP),
    niet_voldaan("start klopt niet", met(VOORBIJ, {START: "2022-03-06"}), OP),
    onbekend(
        "start niet vastgelegd",
        zonder(VOORBIJ, "vertrektermijn"),
        OP,
        START,
        "vertrektermijn.startgebeurtenis",
    ),
    onbekend(
        "bekendmaking ontbreekt",
        zonder(VOORBIJ, "procedure.beroepen[0].bekendgemaakt_op"),
        OP,
        "procedure.beroepen[0].bekendgemaakt_op",
    ),
    onbekend("geen besluit bekend", zonder(VOORBIJ, "procedure"), OP, "procedure.besluiten"),
    niet_voldaan(
        "start onbekend en opties niet besproken",
        met(zonder(VOORBIJ, "vertrektermijn"), {f"{G}.opties_besproken": []}),
        OP,
    ),
    niet_voldaan(
        "afwijzing zonder terugkeerbesluit",
        met(VOORBIJ, {"procedure.besluiten[0].terugkeerbesluit": False}),
        OP,
    ),
    # (c) weighed in the plan
    niet_voldaan("geen plan", zonder(VOORBIJ, "vertrekplannen"), OP),
    niet_voldaan("plan van morgen", met(VOORBIJ, {f"{P}.vastgesteld_op": "2022-04-21"}), OP),
    niet_voldaan("gedwongen niet afgewogen", zonder(VOORBIJ, f"{P}.opties[1]"), OP),
    niet_voldaan("zelfstandig niet afgewogen", zonder(VOORBIJ, f"{P}.opties[0]"), OP),
    niet_voldaan("afweging gedwongen blanco", met(VOORBIJ, {f"{P}.opties[1].analyse": " "}), OP),
    niet_voldaan("afweging zelfstandig blanco", met(VOORBIJ, {f"{P}.opties[0].analyse": ""}), OP),
    *[
        voldaan(f"{wat} afgewogen", met(VOORBIJ, {f"{P}.opties[0].optie": wat}), OP)
        for wat in ("zelfstandig_ngo", "zelfstandig_dtv")
    ],
    niet_voldaan("alleen derde land afgewogen", met(VOORBIJ, {f"{P}.opties[0].optie": "derde_land"}), OP),
    # (d) nobody who is about to leave
    niet_voldaan(
        "vandaag zelfstandig vertrek geboekt",
        met(VOORBIJ, {"boekingen[0]": boeking(soort="zelfstandig", gepland_op=OP)}),
        OP,
        noemt=(OP,),
    ),
    voldaan(
        "zelfstandig vertrek van gisteren",
        met(VOORBIJ, {"boekingen[0]": boeking(soort="zelfstandig", gepland_op="2022-04-19")}),
        OP,
    ),
    voldaan(
        "geannuleerd", met(VOORBIJ, {"boekingen[0]": boeking(soort="zelfstandig", geannuleerd_op=OP)}), OP
    ),
    niet_voldaan(
        "morgen pas geannuleerd",
        met(VOORBIJ, {"boekingen[0]": boeking(soort="zelfstandig", geannuleerd_op="2022-04-21")}),
        OP,
    ),
    voldaan("gedwongen boeking houdt niet tegen", met(VOORBIJ, {"boekingen[0]": boeking()}), OP),
)
def test_zelfstandig_voor_gedwongen(controleer, rij):
    controleer(rij)


def acties(*eigenaren):
    return met(
        PLAN, {f"{P}.acties": [{"omschrijving": "Doen", "eigenaar": eigenaar} for eigenaar in eigenaren]}
    )


@pytest.mark.norm("regie-bij-regievoerder")
@tabel(
    nvt("geen plan", {}, OP),
    nvt("geen acties", acties(), OP),
    nvt("plan van morgen", acties("vreemdeling"), "2022-04-14"),
    niet_voldaan("alles bij de vreemdeling", acties("vreemdeling", "vreemdeling"), OP),
    *[
        voldaan(f"een actie van {wie}", acties("vreemdeling", wie), OP)
        for wie in ("dtv", "coa", "avim", "ind", "kmar", "iom", "ngo")
    ],
    niet_voldaan(
        "alleen de vorige versie had een actie van de DT&V",
        met(
            acties("dtv"),
            {
                "vertrekplannen[1]": plan(
                    versie=2, acties=[{"omschrijving": "Zelf", "eigenaar": "vreemdeling"}]
                )
            },
        ),
        OP,
    ),
)
def test_regie_bij_regievoerder(controleer, rij):
    controleer(rij)
