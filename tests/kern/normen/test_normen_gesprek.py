"""How many interviews, when, with an interpreter, about what, and written down."""

import pytest

from tests.kern.bouw import (
    afgewezen,
    afwijking,
    beeld,
    beroep_loopt,
    drie_gesprekken,
    gesprek,
    met,
    uitspraak,
    zonder,
)
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-20"
DRIE = beeld(uitspraak(), drie_gesprekken())
TWEE = zonder(DRIE, "gesprekken[1]")
G2 = "gesprekken[1]"
TAAL = f"{G2}.gemeenschappelijke_taal"

TELT_NIET = [
    ("tolk kwam niet", {f"{G2}.tolk": "niet_verschenen"}),
    ("geen tolk", {f"{G2}.tolk": "geen"}),
    ("niet verschenen", {f"{G2}.status": "niet_verschenen"}),
    ("niet doorgegaan", {f"{G2}.status": "niet_doorgegaan"}),
    ("geannuleerd", {f"{G2}.status": "geannuleerd"}),
    ("nog gepland", {f"{G2}.status": "gepland"}),
    ("gevoerd voor het besluit", {f"{G2}.gevoerd_op": "2022-01-09"}),
    ("morgen gevoerd", {f"{G2}.gevoerd_op": "2022-04-21"}),
    ("uitnodiging van morgen", {f"{G2}.uitgenodigd_op": "2022-04-21"}),
]
TELT_WEL = [
    ("tolk aanwezig", {f"{G2}.tolk": "aanwezig"}),
    ("gemeenschappelijke taal, geen tolk", {f"{G2}.tolk": "geen", TAAL: True}),
    ("tolk, taal niet vastgelegd", {TAAL: None}),
    ("op de dag van het besluit", {f"{G2}.gevoerd_op": "2022-01-10"}),
    ("vandaag gevoerd", {f"{G2}.gevoerd_op": OP}),
]
TELT_MISSCHIEN = [
    ("geen datum", {f"{G2}.gevoerd_op": None}, (f"{G2}.gevoerd_op",)),
    ("geen tolk, taal onbekend", {f"{G2}.tolk": "geen", TAAL: None}, (TAAL,)),
    ("tolk en taal onbekend", {f"{G2}.tolk": None, TAAL: None}, (TAAL,)),
    ("geen taal, tolk onbekend", {f"{G2}.tolk": None}, (f"{G2}.tolk",)),
    (
        "geen datum en geen taal, tolk onbekend",
        {f"{G2}.gevoerd_op": None, f"{G2}.tolk": None},
        (f"{G2}.gevoerd_op", f"{G2}.tolk"),
    ),
]


@pytest.mark.norm("drie-vertrekgesprekken")
@tabel(
    nvt("geen besluit", drie_gesprekken(), OP),
    nvt("beroep loopt", beeld(beroep_loopt(), drie_gesprekken()), OP),
    nvt("laatste dag van de beroepstermijn", afgewezen(), "2022-02-08"),
    niet_voldaan("dag na de beroepstermijn, geen gesprek", afgewezen(), "2022-02-09"),
    nvt("uitspraak onvolledig", beeld(uitspraak(uitkomst=None), drie_gesprekken()), OP),
    nvt("gegrond", beeld(uitspraak(uitkomst="gegrond"), drie_gesprekken()), OP),
    voldaan("drie gesprekken op de drie momenten", DRIE, OP),
    niet_voldaan("twee gesprekken", TWEE, OP),
    niet_voldaan(
        "een eerste en een derde gesprek, geen zitting",
        zonder(TWEE, "procedure.beroepen[0].zitting_bekend_op", "procedure.beroepen[0].zitting_op"),
        OP,
    ),
    niet_voldaan("dag voor het derde gesprek", DRIE, "2022-03-09"),
    voldaan("dag van het derde gesprek", DRIE, "2022-03-10"),
    niet_voldaan("drie zonder eerste", met(DRIE, {"gesprekken[0].moment": "extra"}), OP),
    niet_voldaan("drie zonder derde", met(DRIE, {"gesprekken[2].moment": "extra"}), OP),
    niet_voldaan("drie zonder tweede, er was een zitting", met(DRIE, {f"{G2}.moment": "extra"}), OP),
    voldaan(
        "drie zonder tweede, geen zitting",
        zonder(
            met(DRIE, {f"{G2}.moment": "extra"}),
            "procedure.beroepen[0].zitting_bekend_op",
            "procedure.beroepen[0].zitting_op",
        ),
        OP,
    ),
    niet_voldaan(
        "alleen de zittingsdag is vastgelegd",
        zonder(met(DRIE, {f"{G2}.moment": "extra"}), "procedure.beroepen[0].zitting_bekend_op"),
        OP,
    ),
    voldaan(
        "geen beroep, drie zonder tweede",
        met(beeld(afgewezen(), drie_gesprekken()), {f"{G2}.moment": "extra"}),
        OP,
    ),
    *[niet_voldaan(f"telt niet: {wat}", met(DRIE, anders), OP) for wat, anders in TELT_NIET],
    *[voldaan(f"telt wel: {wat}", met(DRIE, anders), OP) for wat, anders in TELT_WEL],
    *[
        onbekend(f"telt misschien: {wat}", met(DRIE, anders), OP, *paden)
        for wat, anders, paden in TELT_MISSCHIEN
    ],
    niet_voldaan(
        "een onzeker gesprek van twee helpt niet",
        zonder(met(DRIE, {TAAL: None, f"{G2}.tolk": None}), "gesprekken[2]"),
        OP,
    ),
    voldaan(
        "een onzeker vierde gesprek schaadt niet",
        met(DRIE, {"gesprekken[3]": gesprek("extra", "2022-03-20", tolk=None)}),
        OP,
    ),
    niet_voldaan(
        "afwijking laat het oordeel staan", beeld(TWEE, afwijkingen=[afwijking("drie-vertrekgesprekken")]), OP
    ),
)
def test_drie_vertrekgesprekken(controleer, rij):
    controleer(rij)


@pytest.mark.norm("aantal-gesprekken-voor-dwang")
@tabel(
    niet_voldaan("geen gesprek", {}, OP),
    voldaan("drie gesprekken", DRIE, OP),
    voldaan("drie gesprekken zonder besluit", drie_gesprekken(), OP),
    niet_voldaan("twee gesprekken", TWEE, OP),
    niet_voldaan("dag voor het derde gesprek", DRIE, "2022-03-09"),
    voldaan("dag van het derde gesprek", DRIE, "2022-03-10"),
    voldaan(
        "het moment doet er niet toe", met(DRIE, {f"gesprekken[{i}].moment": "extra" for i in range(3)}), OP
    ),
    niet_voldaan(
        "nergens opties", met(DRIE, {f"gesprekken[{i}].onderwerpen": ["gevolgen"] for i in range(3)}), OP
    ),
    niet_voldaan(
        "nergens gevolgen", met(DRIE, {f"gesprekken[{i}].onderwerpen": ["opties"] for i in range(3)}), OP
    ),
    voldaan(
        "opties en gevolgen in verschillende gesprekken",
        met(
            DRIE,
            {
                "gesprekken[0].onderwerpen": ["opties"],
                f"{G2}.onderwerpen": ["gevolgen"],
                "gesprekken[2].onderwerpen": [],
            },
        ),
        OP,
    ),
    *[niet_voldaan(f"telt niet: {wat}", met(DRIE, anders), OP) for wat, anders in TELT_NIET],
    *[voldaan(f"telt wel: {wat}", met(DRIE, anders), OP) for wat, anders in TELT_WEL],
    *[
        onbekend(f"telt misschien: {wat}", met(DRIE, anders), OP, *paden)
        for wat, anders, paden in TELT_MISSCHIEN
    ],
    onbekend(
        "alleen het onzekere gesprek behandelde de gevolgen",
        met(
            DRIE,
            {"gesprekken[0].onderwerpen": ["opties"], "gesprekken[2].onderwerpen": [], f"{G2}.tolk": None},
        ),
        OP,
        f"{G2}.tolk",
    ),
    niet_voldaan(
        "te weinig, met goedgekeurde afwijking",
        beeld(TWEE, afwijkingen=[afwijking("aantal-gesprekken-voor-dwang")]),
        OP,
        afgeweken=True,
    ),
    niet_voldaan(
        "afwijking voor een andere norm", beeld(TWEE, afwijkingen=[afwijking("drie-vertrekgesprekken")]), OP
    ),
    niet_voldaan(
        "afwijking met lege reden",
        beeld(TWEE, afwijkingen=[afwijking("aantal-gesprekken-voor-dwang", reden="  ")]),
        OP,
    ),
    niet_voldaan(
        "zelf goedgekeurd",
        beeld(TWEE, afwijkingen=[afwijking("aantal-gesprekken-voor-dwang", goedgekeurd_door="rv.een")]),
        OP,
    ),
    niet_voldaan(
        "goedkeurder onbekend",
        beeld(TWEE, afwijkingen=[afwijking("aantal-gesprekken-voor-dwang", goedgekeurd_door=None)]),
        OP,
    ),
    niet_voldaan(
        "niet goedgekeurd",
        beeld(TWEE, afwijkingen=[afwijking("aantal-gesprekken-voor-dwang", goedgekeurd_op=None)]),
        OP,
    ),
    niet_voldaan(
        "morgen goedgekeurd",
        beeld(TWEE, afwijkingen=[afwijking("aantal-gesprekken-voor-dwang", goedgekeurd_op="2022-04-21")]),
        OP,
    ),
    niet_voldaan(
        "vandaag goedgekeurd",
        beeld(TWEE, afwijkingen=[afwijking("aantal-gesprekken-voor-dwang", goedgekeurd_op=OP)]),
        OP,
        afgeweken=True,
    ),
    niet_voldaan(
        "geldig tot en met vandaag",
        beeld(TWEE, afwijkingen=[afwijking("aantal-gesprekken-voor-dwang", geldig_tot=OP)]),
        OP,
        afgeweken=True,
    ),
    niet_voldaan(
        "gisteren verlopen",
        beeld(TWEE, afwijkingen=[afwijking("aantal-gesprekken-voor-dwang", geldig_tot="2022-04-19")]),
        OP,
    ),
    niet_voldaan(
        "zonder einddatum",
        beeld(TWEE, afwijkingen=[afwijking("aantal-gesprekken-voor-dwang", geldig_tot=None)]),
        OP,
    ),
    onbekend(
        "ook een onbekende norm houdt met afwijking niets tegen",
        met(beeld(DRIE, afwijkingen=[afwijking("aantal-gesprekken-voor-dwang")]), {f"{G2}.tolk": None}),
        OP,
        f"{G2}.tolk",
        afgeweken=True,
    ),
)
def test_aantal_gesprekken_voor_dwang(controleer, rij):
    controleer(rij)


EERSTE = {"gesprekken": [gesprek("eerste", "2022-01-26")]}


@pytest.mark.norm("gesprek-1-termijn")
@tabel(
    nvt("dag voor de overdracht", {}, "2022-01-11"),
    voldaan("dag van de overdracht", {}, "2022-01-12", uiterlijk="2022-01-26"),
    voldaan("dag 14, nog niet gevoerd", {}, "2022-01-26", uiterlijk="2022-01-26", noemt=("2022-01-26",)),
    niet_voldaan("dag 15, niet gevoerd", {}, "2022-01-27", noemt=("2022-01-26",)),
    voldaan("op dag 14 gevoerd", EERSTE, "2022-01-27", noemt=("2022-01-26",)),
    niet_voldaan(
        "op dag 15 gevoerd: te laat",
        {"gesprekken": [gesprek("eerste", "2022-01-27")]},
        "2022-01-27",
        noemt=("2022-01-27",),
    ),
    niet_voldaan(
        "zonder tolk gevoerd", {"gesprekken": [gesprek("eerste", "2022-01-20", tolk="geen")]}, "2022-01-27"
    ),
    niet_voldaan("het was een ander moment", {"gesprekken": [gesprek("extra", "2022-01-20")]}, "2022-01-27"),
    niet_voldaan(
        "voor het besluit gevoerd",
        beeld(afgewezen(), gesprekken=[gesprek("eerste", "2022-01-09")]),
        "2022-01-27",
    ),
    voldaan(
        "een tweede poging was op tijd",
        {"gesprekken": [gesprek("eerste", "2022-01-20", tolk="geen"), gesprek("eerste", "2022-01-25")]},
        OP,
    ),
    voldaan(
        "geen verlenging: zaterdag is de laatste dag",
        {"overdracht": {"ontvangen_op": "2022-01-01"}},
        "2022-01-15",
        uiterlijk="2022-01-15",
    ),
    niet_voldaan(
        "geen verlenging: zondag is te laat", {"overdracht": {"ontvangen_op": "2022-01-01"}}, "2022-01-16"
    ),
)
def test_gesprek_1_termijn(controleer, rij):
    controleer(rij)


ZITTING = beeld(uitspraak(uitspraak_op=None, bekendgemaakt_op=None, uitkomst=None))
B = "procedure.beroepen[0]"


def tweede(**feiten):
    return met(ZITTING, {"gesprekken": [{"moment": "tweede", "status": "gepland"} | feiten]})


@pytest.mark.norm("gesprek-2-zittingsdatum")
@tabel(
    nvt("geen beroep", afgewezen(), OP),
    nvt("zitting nog niet bekend", ZITTING, "2022-02-09"),
    niet_voldaan(
        "dag waarop de zitting bekend wordt",
        ZITTING,
        "2022-02-10",
        uiterlijk="2022-02-23",
        noemt=("2022-02-24",),
    ),
    nvt("de rechtbank beslist zonder zitting", met(ZITTING, {f"{B}.zonder_zitting": True}), "2022-02-10"),
    nvt("beroep ingetrokken", met(ZITTING, {f"{B}.uitkomst": "ingetrokken"}), "2022-02-10"),
    nvt(
        "zitting nergens vastgelegd",
        zonder(ZITTING, f"{B}.zitting_bekend_op", f"{B}.zitting_op"),
        "2022-02-10",
    ),
    niet_voldaan(
        "alleen de zittingsdag vastgelegd",
        zonder(ZITTING, f"{B}.zitting_bekend_op"),
        "2022-02-01",
        uiterlijk="2022-02-23",
        noemt=("2022-02-24",),
    ),
    voldaan("uitgenodigd", tweede(uitgenodigd_op="2022-02-11"), "2022-02-11"),
    niet_voldaan(
        "uitnodiging van morgen", tweede(uitgenodigd_op="2022-02-12", gepland_op="2022-02-15"), "2022-02-11"
    ),
    voldaan("gepland zonder uitnodiging", tweede(gepland_op="2022-02-22"), "2022-02-11"),
    niet_voldaan("niet uitgenodigd en niet gepland", tweede(), "2022-02-11"),
    voldaan("een dag voor de zitting, uitgenodigd", tweede(uitgenodigd_op="2022-02-11"), "2022-02-23"),
    niet_voldaan(
        "op de zittingsdag niet gevoerd",
        tweede(uitgenodigd_op="2022-02-11"),
        "2022-02-24",
        noemt=("2022-02-24",),
    ),
    voldaan(
        "een dag voor de zitting gevoerd",
        met(ZITTING, {"gesprekken": [gesprek("tweede", "2022-02-23")]}),
        "2022-02-24",
    ),
    niet_voldaan(
        "op de zittingsdag gevoerd",
        met(ZITTING, {"gesprekken": [gesprek("tweede", "2022-02-24")]}),
        "2022-02-24",
    ),
    niet_voldaan(
        "zonder tolk gevoerd",
        met(
            ZITTING,
            {"gesprekken": [gesprek("tweede", "2022-02-20", tolk="geen", uitgenodigd_op="2022-02-11")]},
        ),
        "2022-02-24",
    ),
    voldaan(
        "zittingsdag niet bekend, wel uitgenodigd",
        zonder(tweede(uitgenodigd_op="2022-02-11"), f"{B}.zitting_op"),
        OP,
        uiterlijk=None,
    ),
    niet_voldaan(
        "het eerste gesprek telt hier niet",
        met(ZITTING, {"gesprekken": [gesprek("eerste", "2022-02-20")]}),
        "2022-02-20",
    ),
)
def test_gesprek_2_zittingsdatum(controleer, rij):
    controleer(rij)


def derde(op, **anders):
    return beeld(uitspraak(), gesprekken=[gesprek("derde", op, **anders)])


@pytest.mark.norm("gesprek-3-na-uitspraak")
@tabel(
    nvt("geen besluit", {}, OP),
    nvt("beroep loopt", beroep_loopt(), OP),
    nvt("gegrond", uitspraak(uitkomst="gegrond"), OP),
    nvt("beroepstermijn loopt", afgewezen(), "2022-02-08"),
    voldaan(
        "dag van de bekendmaking", uitspraak(), "2022-03-07", uiterlijk="2022-03-14", noemt=("2022-03-14",)
    ),
    voldaan("vijfde werkdag", uitspraak(), "2022-03-14", uiterlijk="2022-03-14"),
    niet_voldaan(
        "dag na de vijfde werkdag", uitspraak(), "2022-03-15", uiterlijk="2022-03-14", noemt=("2022-03-14",)
    ),
    voldaan("op de vijfde werkdag gevoerd", derde("2022-03-14"), "2022-03-15"),
    niet_voldaan("een dag te laat gevoerd", derde("2022-03-15"), "2022-03-15"),
    voldaan("op de dag van de bekendmaking gevoerd", derde("2022-03-07"), "2022-03-15"),
    niet_voldaan("voor de bekendmaking gevoerd", derde("2022-03-06"), "2022-03-15"),
    niet_voldaan("zonder tolk gevoerd", derde("2022-03-10", tolk="niet_verschenen"), "2022-03-15"),
    voldaan("beroepstermijn verstreken, vijfde werkdag", afgewezen(), "2022-02-15", uiterlijk="2022-02-15"),
    niet_voldaan("beroepstermijn verstreken, dag erna", afgewezen(), "2022-02-16"),
    voldaan("over Pasen heen", uitspraak(op="2022-04-13"), "2022-04-22", uiterlijk="2022-04-22"),
    voldaan("over Koningsdag heen", uitspraak(op="2022-04-26"), "2022-05-04", uiterlijk="2022-05-04"),
    voldaan("over Bevrijdingsdag heen", uitspraak(op="2022-04-28"), "2022-05-06", uiterlijk="2022-05-06"),
    onbekend(
        "bekendmaking ontbreekt",
        uitspraak(bekendgemaakt_op=None),
        OP,
        f"{B}.bekendgemaakt_op",
        uiterlijk=None,
    ),
    onbekend("uitkomst ontbreekt", uitspraak(uitkomst=None), OP, f"{B}.uitkomst"),
)
def test_gesprek_3_na_uitspraak(controleer, rij):
    controleer(rij)
