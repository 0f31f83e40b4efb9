"""Wishes, referrals, support, and departure to another country than one's own."""

import pytest

from tests.kern.bouw import OPTIES, afgewezen, beeld, boeking, gesprek, met, plan
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-20"


def wens(op="2022-04-06", **anders):
    return {"soort": "werk", "omschrijving": "Wil als kapper beginnen.", "geuit_op": op} | anders


def wensen(*lijst):
    return beeld(gesprekken=[gesprek("eerste", "2022-01-20")], wensen=list(lijst))


@pytest.mark.norm("vertrekwens-vastleggen")
@tabel(
    nvt("geen gesprek", {"wensen": [wens("2022-01-01")]}, OP),
    nvt("gesprek zonder tolk", {"gesprekken": [gesprek("eerste", "2022-01-20", tolk="geen")]}, OP),
    niet_voldaan("gesprek zonder vastgelegde wens", wensen(), OP, uiterlijk=None),
    voldaan("dag 14 zonder vervolg", wensen(wens()), OP, uiterlijk="2022-04-20", noemt=("2022-04-20",)),
    niet_voldaan(
        "dag 15 zonder vervolg", wensen(wens("2022-04-05")), OP, uiterlijk="2022-04-19", noemt=("2022-04-19",)
    ),
    voldaan(
        "met vervolg",
        wensen(wens("2022-02-01", vervolg="toegekend", vervolg_op="2022-04-20")),
        OP,
        uiterlijk=None,
    ),
    niet_voldaan(
        "vervolg van morgen", wensen(wens("2022-02-01", vervolg="toegekend", vervolg_op="2022-04-21")), OP
    ),
    voldaan("vervolg zonder datum telt", wensen(wens("2022-02-01", vervolg="uitgelegd")), OP),
    niet_voldaan("datum zonder vervolg", wensen(wens("2022-02-01", vervolg_op="2022-02-02")), OP),
    voldaan(
        "geen wens geuit is een antwoord",
        wensen(wens("2022-01-20", soort="geen_wens_geuit")),
        OP,
        uiterlijk=None,
    ),
    niet_voldaan("wens van morgen bestaat nog niet", wensen(wens("2022-04-21")), OP),
    niet_voldaan("een van de twee te oud", wensen(wens(), wens("2022-03-01")), OP, uiterlijk="2022-03-15"),
)
def test_vertrekwens_vastleggen(controleer, rij):
    controleer(rij)


def verwezen(*lijst):
    return {"verwijzingen": list(lijst)}


IOM = {"naar": "iom", "verwezen_op": "2022-04-06"}
IOM_OUD = IOM | {"verwezen_op": "2022-04-05"}


@pytest.mark.norm("doorverwijzing-iom-ngo")
@tabel(
    nvt("geen verwijzing", {}, OP),
    *[
        nvt(f"verwezen naar {wie}", verwezen({"naar": wie, "verwezen_op": "2022-01-01"}), OP)
        for wie in ("dia", "gemachtigde", "overig", "politie")
    ],
    nvt("verwijzing van morgen", verwezen(IOM), "2022-04-05"),
    voldaan("dag 14", verwezen(IOM), OP, uiterlijk="2022-04-20", noemt=("2022-04-20",)),
    niet_voldaan("dag 15", verwezen(IOM_OUD), OP, uiterlijk="2022-04-19", noemt=("2022-04-19",)),
    niet_voldaan("ngo, dag 15", verwezen(IOM_OUD | {"naar": "ngo"}), OP),
    voldaan("opgevolgd", verwezen(IOM_OUD | {"opvolging_op": OP}), OP, uiterlijk=None),
    niet_voldaan("opvolging van morgen", verwezen(IOM_OUD | {"opvolging_op": "2022-04-21"}), OP),
    voldaan("resultaat", verwezen(IOM_OUD | {"resultaat": "Aanvraag loopt.", "resultaat_op": OP}), OP),
    voldaan("resultaat zonder datum", verwezen(IOM_OUD | {"resultaat": "Aanvraag loopt."}), OP),
    niet_voldaan(
        "resultaat van morgen",
        verwezen(IOM_OUD | {"resultaat": "Aanvraag loopt.", "resultaat_op": "2022-04-21"}),
        OP,
    ),
    niet_voldaan("resultaat blanco", verwezen(IOM_OUD | {"resultaat": " ", "resultaat_op": OP}), OP),
    niet_voldaan("een van de twee", verwezen(IOM, IOM_OUD), OP, uiterlijk="2022-04-19"),
)
def test_doorverwijzing_iom_ngo(controleer, rij):
    controleer(rij)


def besproken(*opties, afgerond_op="2022-03-10"):
    return beeld(
        gesprekken=[gesprek("derde", "2022-03-10", afgerond_op=afgerond_op, opties_besproken=list(opties))]
    )


@pytest.mark.norm("ondersteuning-volledig-besproken")
@tabel(
    nvt("geen gesprek", {}, OP),
    nvt(
        "alleen een eerste gesprek",
        {"gesprekken": [gesprek("eerste", "2022-01-20", opties_besproken=[])]},
        OP,
    ),
    nvt("derde gesprek niet afgerond", besproken(afgerond_op=None), OP),
    nvt("derde gesprek morgen afgerond", besproken(afgerond_op="2022-04-21"), OP),
    voldaan("alle vijf besproken", besproken(*OPTIES), OP),
    *[niet_voldaan(f"zonder {wat}", besproken(*(een for een in OPTIES if een != wat)), OP) for wat in OPTIES],
    voldaan(
        "samen alle vijf, over twee gesprekken",
        met(
            besproken("dia"),
            {"gesprekken[1]": gesprek("tweede", "2022-02-15", opties_besproken=list(OPTIES[:4]))},
        ),
        OP,
    ),
    niet_voldaan(
        "wat zonder tolk besproken is telt niet",
        met(
            besproken("dia"),
            {"gesprekken[1]": gesprek("tweede", "2022-02-15", tolk="geen", opties_besproken=list(OPTIES))},
        ),
        OP,
    ),
)
def test_ondersteuning_volledig_besproken(controleer, rij):
    controleer(rij)


def reis(*boekingen, nationaliteiten=("ARM",), **delen):
    return beeld(delen, persoon={"nationaliteiten": list(nationaliteiten)}, boekingen=list(boekingen))


DERDE_LAND = beeld(vertrekplannen=[plan(gekozen="derde_land")])


@pytest.mark.norm("derde-land-vertrek")
@tabel(
    nvt("geen boeking", {}, OP),
    nvt("naar het eigen land", reis(boeking()), OP),
    niet_voldaan("naar een ander land zonder toegangsbewijs", reis(boeking(land="GEO")), OP),
    voldaan(
        "naar een ander land met toegangsbewijs", reis(boeking(land="GEO", toegangsbewijs_ref="VISUM-1")), OP
    ),
    niet_voldaan("ook een zelfstandige reis", reis(boeking(land="GEO", soort="zelfstandig")), OP),
    nvt("vandaag geannuleerd", reis(boeking(land="GEO", geannuleerd_op=OP)), OP),
    niet_voldaan("morgen geannuleerd", reis(boeking(land="GEO", geannuleerd_op="2022-04-21")), OP),
    nvt("een van de twee eigen landen", reis(boeking(land="GEO"), nationaliteiten=("ARM", "GEO")), OP),
    niet_voldaan(
        "een van twee reizen zonder bewijs",
        reis(boeking(land="GEO", toegangsbewijs_ref="VISUM-1"), boeking(land="TUR")),
        OP,
    ),
    onbekend(
        "nationaliteit onbekend, geen besluit",
        reis(boeking(), nationaliteiten=()),
        OP,
        "persoon.nationaliteiten",
    ),
    nvt(
        "nationaliteit onbekend, land van terugkeer",
        reis(boeking(), nationaliteiten=(), procedure=afgewezen()["procedure"]),
        OP,
    ),
    onbekend(
        "nationaliteit onbekend, ander land",
        reis(boeking(land="GEO"), nationaliteiten=(), procedure=afgewezen()["procedure"]),
        OP,
        "persoon.nationaliteiten",
    ),
    *[
        onbekend(
            f"nationaliteit {code}",
            reis(boeking(land="GEO"), nationaliteiten=(code,)),
            OP,
            "persoon.nationaliteiten",
        )
        for code in ("XXA", "XXX")
    ],
    niet_voldaan(
        "staatloos naast een bekende nationaliteit",
        reis(boeking(land="GEO"), nationaliteiten=("XXA", "ARM")),
        OP,
    ),
    onbekend("derde land gekozen, nog geen boeking", DERDE_LAND, OP, "boekingen"),
    nvt("derde land gekozen in een plan van morgen", DERDE_LAND, "2022-04-14"),
    nvt("derde land gekozen, eigen land geboekt", met(DERDE_LAND, {"boekingen[0]": boeking()}), OP),
    onbekend(
        "derde land gekozen, boeking geannuleerd",
        met(DERDE_LAND, {"boekingen[0]": boeking(geannuleerd_op=OP)}),
        OP,
        "boekingen",
    ),
    voldaan(
        "toegangsbewijs, DIA niet overwogen: geen voorwaarde",
        reis(boeking(land="GEO", toegangsbewijs_ref="VISUM-1", dia_overwogen=False)),
        OP,
    ),
)
def test_derde_land_vertrek(controleer, rij):
    controleer(rij)
