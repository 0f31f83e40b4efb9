"""What an interview was about, in whose words, with an interpreter, and written down."""

import pytest

from tests.kern.bouw import ONDERWERPEN, afgewezen, beeld, gesprek, met
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-20"
G2 = "gesprekken[1]"
EEN = {"gesprekken": [gesprek("eerste", "2022-01-20", afgerond_op="2022-01-21")]}
G = "gesprekken[0]"


@pytest.mark.norm("gesprek-inhoud-minimum")
@tabel(
    nvt("geen gesprek", {}, OP),
    nvt("nog niet afgerond", EEN, "2022-01-20"),
    voldaan("afgerond met alle zes", EEN, "2022-01-21"),
    *[
        niet_voldaan(
            f"zonder {wat}",
            met(beeld(EEN), {f"{G}.onderwerpen": [een for een in ONDERWERPEN if een != wat]}),
            OP,
        )
        for wat in ONDERWERPEN
    ],
    voldaan(
        "een met reden niet aan de orde",
        met(
            beeld(EEN),
            {
                f"{G}.onderwerpen": list(ONDERWERPEN[1:]),
                f"{G}.niet_aan_de_orde": {"procedure": "Was net besproken."},
            },
        ),
        OP,
    ),
    niet_voldaan(
        "reden blanco",
        met(
            beeld(EEN),
            {f"{G}.onderwerpen": list(ONDERWERPEN[1:]), f"{G}.niet_aan_de_orde": {"procedure": " "}},
        ),
        OP,
    ),
    nvt(
        "gesprek zonder tolk telt niet mee",
        met(beeld(EEN), {f"{G}.tolk": "geen", f"{G}.onderwerpen": []}),
        OP,
    ),
    niet_voldaan(
        "een van de twee schiet tekort",
        met(beeld(EEN), {G2: gesprek("tweede", "2022-02-15", onderwerpen=[])}),
        OP,
    ),
    voldaan(
        "het tweede is nog niet afgerond",
        met(beeld(EEN), {G2: gesprek("tweede", "2022-02-15", onderwerpen=[], afgerond_op=None)}),
        OP,
    ),
)
def test_gesprek_inhoud_minimum(controleer, rij):
    controleer(rij)


@pytest.mark.norm("gesprek-wederkerigheid")
@tabel(
    nvt("geen gesprek", {}, OP),
    voldaan("eigen woorden", EEN, OP),
    niet_voldaan("geen eigen woorden", met(beeld(EEN), {f"{G}.eigen_woorden": " "}), OP),
    voldaan(
        "wilde niet antwoorden",
        met(beeld(EEN), {f"{G}.eigen_woorden": "", f"{G}.wil_niet_antwoorden": True}),
        OP,
    ),
    niet_voldaan(
        "een van de twee zonder", met(beeld(EEN), {G2: gesprek("tweede", "2022-02-15", eigen_woorden="")}), OP
    ),
    voldaan(
        "het tweede is pas morgen",
        met(beeld(EEN), {G2: gesprek("tweede", "2022-04-21", eigen_woorden="")}),
        OP,
    ),
    nvt(
        "een gesprek zonder tolk telt niet",
        met(beeld(EEN), {f"{G}.tolk": "geen", f"{G}.eigen_woorden": ""}),
        OP,
    ),
)
def test_gesprek_wederkerigheid(controleer, rij):
    controleer(rij)


def taal(**feiten):
    leeg = {"tolk": None, "gemeenschappelijke_taal": None}
    return {"gesprekken": [gesprek("eerste", "2022-01-20", **(leeg | feiten))]}


@pytest.mark.norm("gesprek-tolk")
@tabel(
    nvt("geen gesprek", {}, OP),
    nvt("gesprek van morgen", taal(), "2022-01-19"),
    nvt(
        "gepland", {"gesprekken": [{"moment": "eerste", "status": "gepland", "gepland_op": "2022-01-20"}]}, OP
    ),
    nvt("gevoerd zonder datum", {"gesprekken": [gesprek("eerste", None, tolk="geen")]}, OP),
    *[
        voldaan(f"tolk {hoe}", taal(tolk=hoe, gemeenschappelijke_taal=False), OP)
        for hoe in ("aanwezig", "telefonisch")
    ],
    voldaan("tolk, taal niet vastgelegd", taal(tolk="telefonisch"), OP),
    voldaan("gemeenschappelijke taal", taal(gemeenschappelijke_taal=True), OP),
    voldaan("gemeenschappelijke taal, geen tolk", taal(gemeenschappelijke_taal=True, tolk="geen"), OP),
    *[
        niet_voldaan(
            f"geen taal, tolk {hoe}", taal(tolk=hoe, gemeenschappelijke_taal=False), OP, noemt=("2022-01-20",)
        )
        for hoe in ("geen", "niet_verschenen")
    ],
    onbekend("niets vastgelegd", taal(), OP, f"{G}.gemeenschappelijke_taal", noemt=("2022-01-20",)),
    onbekend("geen tolk, taal onbekend", taal(tolk="geen"), OP, f"{G}.gemeenschappelijke_taal"),
    onbekend("geen taal, tolk onbekend", taal(gemeenschappelijke_taal=False), OP, f"{G}.tolk"),
    niet_voldaan(
        "een zeker fout, een onbekend",
        met(beeld(taal()), {G2: gesprek("tweede", "2022-02-15", tolk="geen")}),
        OP,
    ),
    onbekend(
        "twee onbekend",
        met(beeld(taal()), {G2: gesprek("tweede", "2022-02-15", tolk=None)}),
        OP,
        f"{G}.gemeenschappelijke_taal",
        f"{G2}.tolk",
    ),
    niet_voldaan(
        "ook een gesprek van voor het besluit",
        beeld(afgewezen(), gesprekken=[gesprek("eerste", "2022-01-05", tolk="geen")]),
        OP,
    ),
)
def test_gesprek_tolk(controleer, rij):
    controleer(rij)


ONAF = {"gesprekken": [gesprek("eerste", "2022-01-20", afgerond_op=None)]}


@pytest.mark.norm("gesprek-verslag")
@tabel(
    nvt("geen gesprek", {}, OP),
    nvt("gesprek van morgen", ONAF, "2022-01-19"),
    voldaan("dag van het gesprek", ONAF, "2022-01-20", uiterlijk="2022-01-25"),
    voldaan("derde werkdag", ONAF, "2022-01-25", uiterlijk="2022-01-25", noemt=("2022-01-25",)),
    niet_voldaan(
        "dag na de derde werkdag", ONAF, "2022-01-26", uiterlijk="2022-01-25", noemt=("2022-01-25",)
    ),
    voldaan("laat afgerond", met(beeld(ONAF), {f"{G}.afgerond_op": "2022-04-19"}), OP, uiterlijk=None),
    niet_voldaan("morgen afgerond", met(beeld(ONAF), {f"{G}.afgerond_op": "2022-04-21"}), OP),
    niet_voldaan(
        "afgerond zonder verslag",
        met(beeld(ONAF), {f"{G}.afgerond_op": "2022-01-21", f"{G}.verslag": " "}),
        OP,
    ),
    niet_voldaan(
        "ook een gesprek zonder tolk",
        {"gesprekken": [gesprek("eerste", "2022-01-20", tolk="geen", afgerond_op=None)]},
        OP,
    ),
    voldaan(
        "over Pasen heen",
        {"gesprekken": [gesprek("eerste", "2022-04-14", afgerond_op=None)]},
        "2022-04-21",
        uiterlijk="2022-04-21",
    ),
    niet_voldaan(
        "over Pasen heen, dag erna",
        {"gesprekken": [gesprek("eerste", "2022-04-14", afgerond_op=None)]},
        "2022-04-22",
    ),
    voldaan(
        "de vroegste van twee",
        {
            "gesprekken": [
                gesprek("tweede", "2022-04-19", afgerond_op=None),
                gesprek("eerste", "2022-04-15", afgerond_op=None),
            ]
        },
        OP,
        uiterlijk="2022-04-21",
    ),
)
def test_gesprek_verslag(controleer, rij):
    controleer(rij)


@pytest.mark.norm("gesprek-dreiging-bewaring")
@tabel(
    nvt("geen gesprek", {}, OP),
    nvt(
        "alleen een tweede gesprek",
        {"gesprekken": [gesprek("tweede", "2022-02-15", bewaring_genoemd=True)]},
        OP,
    ),
    voldaan("niet genoemd", EEN, OP),
    niet_voldaan("genoemd", met(beeld(EEN), {f"{G}.bewaring_genoemd": True}), OP),
    voldaan(
        "pas in het tweede gesprek genoemd",
        met(beeld(EEN), {G2: gesprek("tweede", "2022-02-15", bewaring_genoemd=True)}),
        OP,
    ),
    nvt("morgen", met(beeld(EEN), {f"{G}.bewaring_genoemd": True}), "2022-01-19"),
    nvt("zonder tolk telt niet", met(beeld(EEN), {f"{G}.bewaring_genoemd": True, f"{G}.tolk": "geen"}), OP),
)
def test_gesprek_dreiging_bewaring(controleer, rij):
    controleer(rij)
