"""Which dossiers belong in this process, and what a dossier holds."""

import pytest

from tests.kern.bouw import afgewezen, beeld, gesprek, met, plan, toetsing, vier_toetsingen, zonder
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-02-10"


@pytest.mark.norm("reikwijdte-geen-dublin")
@tabel(
    voldaan("asielspoor", {"spoor": "asiel"}, OP),
    voldaan("spoor niet genoemd: asiel", {}, OP),
    voldaan("regulier spoor", {"spoor": "regulier"}, OP),
    voldaan("grensspoor valt onder een andere norm", {"spoor": "grens"}, OP),
    niet_voldaan("dublinspoor", {"spoor": "dublin"}, OP),
    niet_voldaan("dublinspoor lang geleden", {"spoor": "dublin"}, "2001-01-01"),
)
def test_reikwijdte_geen_dublin(controleer, rij):
    controleer(rij)


INGETROKKEN = {"overdracht": {"ingetrokken_op": "2022-03-08"}}


@pytest.mark.norm("intake-bron-overdracht")
@tabel(
    onbekend("dag voor de ontvangst", {}, "2022-01-11", "overdracht.ontvangen_op"),
    voldaan("dag van de ontvangst", {}, "2022-01-12", noemt=("2022-01-12",)),
    *[voldaan(f"van {wie}", {"overdracht": {"afzender": wie}}, OP) for wie in ("ind", "avim", "kmar")],
    voldaan("zonder documenten", {"overdracht": {"documenten": []}}, OP),
    voldaan("dag voor de intrekking", INGETROKKEN, "2022-03-07"),
    niet_voldaan("dag van de intrekking", INGETROKKEN, "2022-03-08", noemt=("2022-03-08",)),
    niet_voldaan("dag na de intrekking", INGETROKKEN, "2022-03-09", noemt=("2022-03-08",)),
    niet_voldaan(
        "ingetrokken voor de ontvangst",
        {"overdracht": {"ingetrokken_op": "2022-01-10"}},
        "2022-01-11",
        noemt=("2022-01-10",),
    ),
)
def test_intake_bron_overdracht(controleer, rij):
    controleer(rij)


COMPLEET = beeld(
    afgewezen(),
    intake_afgerond_op="2022-01-14",
    gesprekken=[gesprek("eerste", "2022-01-20")],
    vertrekplannen=[plan(vastgesteld_op="2022-01-21")],
)


@pytest.mark.norm("vertrekdossier-samenstelling")
@tabel(
    nvt("intake niet afgerond", {}, OP),
    nvt("dag voor het einde van de intake", COMPLEET, "2022-01-13"),
    voldaan("alles aanwezig", COMPLEET, OP),
    niet_voldaan("dag van de intake, nog geen plan", COMPLEET, "2022-01-14"),
    niet_voldaan("dag voor het plan", COMPLEET, "2022-01-20"),
    voldaan("dag van het plan", COMPLEET, "2022-01-21"),
    niet_voldaan("geen plan", zonder(COMPLEET, "vertrekplannen"), OP),
    niet_voldaan("strategie blanco", met(COMPLEET, {"vertrekplannen[0].strategie": " \n"}), OP),
    niet_voldaan(
        "hoogste versie zonder strategie, ook al staat zij vooraan",
        met(
            COMPLEET,
            {
                "vertrekplannen": [
                    plan(versie=2, strategie="", vastgesteld_op="2022-01-25"),
                    plan(vastgesteld_op="2022-02-01"),
                ]
            },
        ),
        OP,
    ),
    voldaan(
        "versie 2 zonder strategie bestaat nog niet",
        met(COMPLEET, {"vertrekplannen[1]": plan(versie=2, strategie="", vastgesteld_op="2022-02-11")}),
        OP,
    ),
    niet_voldaan("gesprek zonder verslag", met(COMPLEET, {"gesprekken[0].verslag": "  "}), OP),
    niet_voldaan(
        "ook een gesprek zonder tolk heeft een verslag",
        met(COMPLEET, {"gesprekken[1]": gesprek("extra", "2022-02-01", tolk="geen", verslag="")}),
        OP,
    ),
    voldaan(
        "gesprek van morgen heeft nog geen verslag",
        met(COMPLEET, {"gesprekken[1]": gesprek("tweede", "2022-02-11", verslag="")}),
        OP,
    ),
    voldaan(
        "gesprek zonder datum wordt niet gelezen",
        met(COMPLEET, {"gesprekken[1]": gesprek("tweede", None, verslag="")}),
        OP,
    ),
    voldaan("geen gesprek gevoerd", zonder(COMPLEET, "gesprekken"), OP),
    onbekend("naam onbekend", met(COMPLEET, {"persoon.naam": None}), OP, "persoon.naam"),
    onbekend(
        "geboortedatum onbekend", met(COMPLEET, {"persoon.geboortedatum": None}), OP, "persoon.geboortedatum"
    ),
    onbekend(
        "naam en geboortedatum onbekend",
        met(COMPLEET, {"persoon.naam": None, "persoon.geboortedatum": None}),
        OP,
        "persoon.naam",
        "persoon.geboortedatum",
    ),
    voldaan(
        "deels bekende geboortedatum is vastgelegd",
        met(COMPLEET, {"persoon.geboortedatum": "1990-00-00"}),
        OP,
    ),
    niet_voldaan(
        "geen plan en geen naam: het plan telt het eerst",
        met(zonder(COMPLEET, "vertrekplannen"), {"persoon.naam": None}),
        OP,
    ),
)
def test_vertrekdossier_samenstelling(controleer, rij):
    controleer(rij)


HEROPEND = beeld(vier_toetsingen("2022-01-12"), eerdere_dossiers=["D-2019-000001"])


@pytest.mark.norm("heropenen-dossier")
@tabel(
    nvt("geen eerder dossier", vier_toetsingen("2022-01-12"), OP),
    voldaan("vier toetsingen op de dag van de overdracht", HEROPEND, OP),
    niet_voldaan(
        "een toetsing van een dag eerder", met(HEROPEND, {"toetsingen[2].getoetst_op": "2022-01-11"}), OP
    ),
    niet_voldaan("drie toetsingen", zonder(HEROPEND, "toetsingen[0]"), OP),
    niet_voldaan("toetsing zonder afweging", met(HEROPEND, {"toetsingen[3].afweging": " "}), OP),
    niet_voldaan("toetsing zonder feiten", met(HEROPEND, {"toetsingen[3].feiten": ""}), OP),
    niet_voldaan(
        "dag voor de vierde toetsing", met(HEROPEND, {"toetsingen[1].getoetst_op": "2022-02-11"}), OP
    ),
    voldaan("dag van de vierde toetsing", met(HEROPEND, {"toetsingen[1].getoetst_op": OP}), OP),
    voldaan(
        "een oude toetsing ernaast schaadt niet",
        met(HEROPEND, {"toetsingen[4]": toetsing("medisch", "2019-05-01")}),
        OP,
    ),
    niet_voldaan("geen enkele toetsing", {"eerdere_dossiers": ["D-2019-000001"]}, OP),
)
def test_heropenen_dossier(controleer, rij):
    controleer(rij)


@pytest.mark.norm("grensprocedure-buiten-proces")
@tabel(
    nvt("dag voor de verordening", {"spoor": "grens"}, "2026-06-11"),
    niet_voldaan("eerste dag van de verordening", {"spoor": "grens"}, "2026-06-12"),
    niet_voldaan("later", {"spoor": "grens"}, "2027-01-01"),
    *[voldaan(f"spoor {spoor}", {"spoor": spoor}, "2026-06-12") for spoor in ("asiel", "dublin", "regulier")],
    nvt("asielspoor voor de verordening", {}, "2026-06-11"),
)
def test_grensprocedure_buiten_proces(controleer, rij):
    controleer(rij)
