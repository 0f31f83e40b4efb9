"""The four toetsingsmomenten: with facts and a weighing, recent, after every signal."""

import pytest

from tests.kern.bouw import MOMENTEN, afwijking, beeld, met, toetsing, vier_toetsingen, zonder
from tests.kern.normen.tabel import niet_voldaan, nvt, tabel, voldaan

OP = "2022-04-20"
VIER = beeld(vier_toetsingen("2022-04-06"))


@pytest.mark.norm("toetsing-vier-momenten")
@tabel(
    niet_voldaan("geen toetsing", {}, OP),
    voldaan("vier toetsingen", VIER, OP),
    niet_voldaan("dag voor de toetsingen", VIER, "2022-04-05"),
    voldaan("dag van de toetsingen", VIER, "2022-04-06"),
    voldaan("oude toetsingen tellen", VIER, "2024-04-06"),
    *[
        niet_voldaan(f"zonder {moment}", zonder(VIER, f"toetsingen[{i}]"), OP)
        for i, moment in enumerate(MOMENTEN)
    ],
    niet_voldaan(
        "alleen een conclusie", met(VIER, {"toetsingen[1].feiten": "", "toetsingen[1].afweging": ""}), OP
    ),
    niet_voldaan("feiten blanco", met(VIER, {"toetsingen[1].feiten": " \n"}), OP),
    niet_voldaan("afweging blanco", met(VIER, {"toetsingen[2].afweging": "\t"}), OP),
    voldaan(
        "een lege toetsing naast een goede",
        met(VIER, {"toetsingen[4]": toetsing("medisch", OP, feiten="")}),
        OP,
    ),
    niet_voldaan(
        "heropend: van voor de overdracht",
        beeld(vier_toetsingen("2022-01-11"), eerdere_dossiers=["D-2019-000001"]),
        OP,
    ),
    voldaan(
        "heropend: van de dag van de overdracht",
        beeld(vier_toetsingen("2022-01-12"), eerdere_dossiers=["D-2019-000001"]),
        OP,
    ),
    voldaan("niet heropend: van voor de overdracht telt", vier_toetsingen("2022-01-11"), OP),
    niet_voldaan(
        "een afwijking helpt niet",
        beeld(zonder(VIER, "toetsingen[0]"), afwijkingen=[afwijking("toetsing-vier-momenten")]),
        OP,
    ),
)
def test_toetsing_vier_momenten(controleer, rij):
    controleer(rij)


def signaal(moment, op, **anders):
    return {"moment": moment, "bron": "coa", "ontvangen_op": op} | anders


@pytest.mark.norm("toetsing-elk-stadium")
@tabel(
    niet_voldaan("geen toetsing", {}, OP),
    voldaan("dag 14", VIER, "2022-04-20"),
    niet_voldaan("dag 15", VIER, "2022-04-21", noemt=("2022-04-06",)),
    niet_voldaan("dag voor de toetsingen", VIER, "2022-04-05"),
    niet_voldaan(
        "een van de vier is 15 dagen oud", met(VIER, {"toetsingen[3].getoetst_op": "2022-04-05"}), OP
    ),
    niet_voldaan("een van de vier ontbreekt", zonder(VIER, "toetsingen[3]"), OP),
    niet_voldaan(
        "de herhaling is een lege toetsing",
        met(
            beeld(vier_toetsingen("2022-04-05")),
            {f"toetsingen[{4 + i}]": toetsing(m, OP, feiten="") for i, m in enumerate(MOMENTEN)},
        ),
        OP,
    ),
    voldaan(
        "herhaald",
        met(
            beeld(vier_toetsingen("2022-02-01")),
            {f"toetsingen[{4 + i}]": toetsing(m, OP) for i, m in enumerate(MOMENTEN)},
        ),
        OP,
    ),
    *[
        antwoord(f"signaal {moment} {wanneer}", met(VIER, {"signalen[0]": signaal(moment, op)}), OP)
        for moment in MOMENTEN
        for wanneer, op, antwoord in (
            ("op de dag van de toetsing", "2022-04-06", voldaan),
            ("een dag later", "2022-04-07", niet_voldaan),
            ("morgen", "2022-04-21", voldaan),
        )
    ],
    niet_voldaan(
        "afgehandeld signaal vraagt ook een toetsing",
        met(VIER, {"signalen[0]": signaal("medisch", "2022-04-07", afgehandeld_op="2022-04-08")}),
        OP,
        noemt=("2022-04-07",),
    ),
    voldaan(
        "na het signaal opnieuw getoetst",
        met(
            VIER,
            {
                "signalen[0]": signaal("medisch", "2022-04-07"),
                "toetsingen[4]": toetsing("medisch", "2022-04-07"),
            },
        ),
        OP,
    ),
    niet_voldaan(
        "op een ander moment getoetst",
        met(
            VIER,
            {
                "signalen[0]": signaal("medisch", "2022-04-07"),
                "toetsingen[4]": toetsing("schrijnend", "2022-04-08"),
            },
        ),
        OP,
    ),
    niet_voldaan(
        "heropend: van voor de overdracht",
        beeld(vier_toetsingen("2022-01-11"), eerdere_dossiers=["D-2019-000001"]),
        "2022-01-20",
    ),
)
def test_toetsing_elk_stadium(controleer, rij):
    controleer(rij)


@pytest.mark.norm("toetsing-actieve-houding")
@tabel(
    nvt("geen toetsing", {}, OP),
    nvt("toetsing zonder feiten", {"toetsingen": [toetsing("medisch", "2022-04-06", feiten="")]}, OP),
    nvt("toetsing van morgen", VIER, "2022-04-05"),
    voldaan("met bron", VIER, OP),
    voldaan("een enkele toetsing met bron", {"toetsingen": [toetsing("medisch", "2022-04-06")]}, OP),
    niet_voldaan("zonder bron", met(VIER, {"toetsingen[2].bronnen": []}), OP),
    voldaan(
        "de laatste heeft een bron",
        met(VIER, {"toetsingen[2].bronnen": [], "toetsingen[4]": toetsing("schrijnend", "2022-04-07")}),
        OP,
    ),
    niet_voldaan(
        "de laatste heeft geen bron",
        met(VIER, {"toetsingen[4]": toetsing("schrijnend", "2022-04-07", bronnen=[])}),
        OP,
    ),
    niet_voldaan(
        "op dezelfde dag telt de laatste in de lijst",
        met(VIER, {"toetsingen[4]": toetsing("schrijnend", "2022-04-06", bronnen=[])}),
        OP,
    ),
    voldaan(
        "een latere lege toetsing telt niet mee",
        met(VIER, {"toetsingen[4]": toetsing("schrijnend", "2022-04-07", bronnen=[], feiten="")}),
        OP,
    ),
)
def test_toetsing_actieve_houding(controleer, rij):
    controleer(rij)
