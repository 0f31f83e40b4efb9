"""When the vertrektermijn starts, how long it is and what follows when it has passed."""

import pytest

from tests.kern.bouw import (
    afgewezen,
    artikel_64,
    beeld,
    beroep_loopt,
    besluit,
    met,
    termijn_loopt,
    uitspraak,
    zonder,
)
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-03-15"
START = "vertrektermijn.start_op"
GEBEURTENIS = "vertrektermijn.startgebeurtenis"
ONGEGROND = beeld(uitspraak(), termijn_loopt())
GEEN_BEKENDMAKING = zonder(ONGEGROND, "procedure.beroepen[0].bekendgemaakt_op")


VERLENGD = beeld(
    ONGEGROND, {"vertrektermijn": {"verlengd_tot": "2022-04-30", "verlenging_kenmerk": "IND-V-1"}}
)


@pytest.mark.norm("vertrektermijn-28-dagen")
@tabel(
    nvt("voor de regel bestond", {}, "2011-12-30"),
    onbekend("eerste dag van de regel", {}, "2011-12-31", "procedure.besluiten", uiterlijk=None),
    nvt("beroep loopt", beroep_loopt(), OP),
    nvt("opschorting loopt", beeld(ONGEGROND, artikel_64("2022-03-10", None)), OP),
    voldaan("startdag", ONGEGROND, "2022-03-07", uiterlijk="2022-04-04"),
    voldaan("laatste dag", ONGEGROND, "2022-04-04", uiterlijk="2022-04-04", noemt=("2022-04-04",)),
    niet_voldaan("dag na de laatste", ONGEGROND, "2022-04-05", uiterlijk="2022-04-04", noemt=("2022-04-04",)),
    voldaan(
        "vertrokken", met(ONGEGROND, {"uitkomst": {"soort": "gedwongen", "op": "2022-04-05"}}), "2022-04-05"
    ),
    niet_voldaan(
        "morgen vertrokken",
        met(ONGEGROND, {"uitkomst": {"soort": "gedwongen", "op": "2022-04-06"}}),
        "2022-04-05",
    ),
    voldaan("verlengd door de IND, laatste dag", VERLENGD, "2022-04-30", uiterlijk="2022-04-30"),
    niet_voldaan("verlengd door de IND, dag erna", VERLENGD, "2022-05-01", noemt=("2022-04-30",)),
    niet_voldaan(
        "verlengd zonder kenmerk telt niet",
        zonder(VERLENGD, "vertrektermijn.verlenging_kenmerk"),
        "2022-04-05",
    ),
    voldaan(
        "tot en met Tweede Paasdag",
        met(ONGEGROND, {START: "2022-03-18"}),
        "2022-04-19",
        uiterlijk="2022-04-19",
    ),
    niet_voldaan(
        "dag na de verlengde laatste",
        met(ONGEGROND, {START: "2022-03-18"}),
        "2022-04-20",
        uiterlijk="2022-04-19",
    ),
    onbekend("start klopt niet", met(ONGEGROND, {START: "2022-03-06"}), OP, START, uiterlijk=None),
    onbekend("start niet vastgelegd", uitspraak(), OP, START, GEBEURTENIS, uiterlijk=None),
    onbekend("bekendmaking ontbreekt", GEEN_BEKENDMAKING, OP, "procedure.beroepen[0].bekendgemaakt_op"),
    onbekend(
        "de afwijzing is geen terugkeerbesluit",
        met(ONGEGROND, {"procedure.besluiten[0].terugkeerbesluit": False}),
        OP,
        "procedure.besluiten",
        uiterlijk=None,
    ),
    voldaan(
        "30 dagen in het besluit, laatste dag",
        met(ONGEGROND, {"procedure.besluiten[0].vertrektermijn_dagen": 30}),
        "2022-04-06",
    ),
)
def test_vertrektermijn_28_dagen(controleer, rij):
    controleer(rij)


KORT = afgewezen(vertrektermijn_dagen=0, grond_verkorting="onttrekkingsrisico")


@pytest.mark.norm("vertrektermijn-nul-dagen")
@tabel(
    nvt("28 dagen", afgewezen(), OP),
    nvt("meer dan 28 dagen", afgewezen(vertrektermijn_dagen=29), OP),
    nvt("dagen niet genoemd", afgewezen(vertrektermijn_dagen=None), OP),
    nvt("geen besluit", {}, OP),
    nvt("afwijzing zonder terugkeerbesluit", afgewezen(vertrektermijn_dagen=0, terugkeerbesluit=False), OP),
    nvt("besluit van morgen", KORT, "2022-01-09"),
    voldaan("0 dagen met grond en kenmerk", KORT, OP),
    *[
        voldaan(f"grond {grond}", afgewezen(vertrektermijn_dagen=7, grond_verkorting=grond), OP)
        for grond in ("kennelijk_ongegrond_of_onjuiste_gegevens", "openbare_orde_of_nationale_veiligheid")
    ],
    niet_voldaan("0 dagen zonder grond", afgewezen(vertrektermijn_dagen=0), OP),
    niet_voldaan("27 dagen zonder grond", afgewezen(vertrektermijn_dagen=27), OP),
    niet_voldaan("geen grond en geen kenmerk", afgewezen(vertrektermijn_dagen=0, kenmerk=None), OP),
    onbekend(
        "grond zonder kenmerk",
        afgewezen(vertrektermijn_dagen=0, grond_verkorting="onttrekkingsrisico", kenmerk=None),
        OP,
        "procedure.besluiten[0].kenmerk",
    ),
    onbekend(
        "het laatste terugkeerbesluit telt, waar het ook staat",
        {
            "procedure": {
                "besluiten": [
                    besluit(
                        genomen_op="2022-02-01",
                        vertrektermijn_dagen=0,
                        grond_verkorting="onttrekkingsrisico",
                        kenmerk=None,
                    ),
                    besluit(),
                ]
            }
        },
        OP,
        "procedure.besluiten[0].kenmerk",
    ),
    nvt(
        "voor de regel bestond",
        {"procedure": {"besluiten": [besluit(genomen_op="2011-12-01", vertrektermijn_dagen=0)]}},
        "2011-12-30",
    ),
    niet_voldaan(
        "eerste dag van de regel",
        {"procedure": {"besluiten": [besluit(genomen_op="2011-12-01", vertrektermijn_dagen=0)]}},
        "2011-12-31",
    ),
)
def test_vertrektermijn_nul_dagen(controleer, rij):
    controleer(rij)


GEVRAAGD = {"vertrektermijn": {"verlenging_gevraagd_op": "2022-03-10"}}
DOORGEZONDEN = {
    "vertrektermijn": {"verlenging_gevraagd_op": "2022-03-10", "doorgezonden_ind_op": "2022-03-14"}
}


@pytest.mark.norm("vertrektermijn-verlenging")
@tabel(
    nvt("niets gevraagd", ONGEGROND, OP),
    nvt("vraag van morgen", GEVRAAGD, "2022-03-09"),
    niet_voldaan("gevraagd, niet doorgezonden", GEVRAAGD, "2022-03-10", noemt=("2022-03-10",)),
    niet_voldaan("dag voor het doorzenden", DOORGEZONDEN, "2022-03-13"),
    voldaan("dag van het doorzenden", DOORGEZONDEN, "2022-03-14", noemt=("2022-03-14",)),
    niet_voldaan("verlengd zonder kenmerk", {"vertrektermijn": {"verlengd_tot": "2022-05-01"}}, OP),
    voldaan(
        "verlengd met kenmerk",
        {"vertrektermijn": {"verlengd_tot": "2022-05-01", "verlenging_kenmerk": "IND-V-1"}},
        OP,
    ),
    niet_voldaan(
        "verlengd met kenmerk maar de vraag niet doorgezonden",
        beeld(GEVRAAGD, {"vertrektermijn": {"verlengd_tot": "2022-05-01", "verlenging_kenmerk": "IND-V-1"}}),
        OP,
    ),
    niet_voldaan(
        "doorgezonden, verlengd zonder kenmerk",
        beeld(DOORGEZONDEN, {"vertrektermijn": {"verlengd_tot": "2022-05-01"}}),
        OP,
    ),
    nvt("kenmerk zonder verlenging", {"vertrektermijn": {"verlenging_kenmerk": "IND-V-1"}}, OP),
)
def test_vertrektermijn_verlenging(controleer, rij):
    controleer(rij)


def met_dagen(aantal, **anders):
    return met(ONGEGROND, {"procedure.besluiten[0]": besluit(vertrektermijn_dagen=aantal, **anders)})


GROND = {"grond_verkorting": "onttrekkingsrisico"}
IN_1965 = beeld(
    termijn_loopt("1965-03-08", "besluit_zonder_schorsende_werking"),
    overdracht={"ontvangen_op": "1965-03-08"},
    procedure={
        "besluiten": [
            besluit(genomen_op="1965-03-08", bekendgemaakt_op="1965-03-08", schorsende_werking=False)
        ]
    },
)


@pytest.mark.norm("algemene-termijnenwet")
@tabel(
    nvt("geen vertrektermijn", beroep_loopt(), OP),
    nvt("start klopt niet", met(ONGEGROND, {START: "2022-03-06"}), OP),
    nvt("0 dagen", met_dagen(0, **GROND), OP),
    voldaan("1 dag", met_dagen(1, **GROND), OP),
    voldaan("28 dagen", ONGEGROND, OP, noemt=("2022-04-04",)),
    voldaan("0 dagen zonder grond wordt 28", met_dagen(0), OP),
    voldaan("dagen niet genoemd is 28", met_dagen(None), OP),
    voldaan("90 dagen", met_dagen(90), OP),
    nvt("91 dagen", met_dagen(91), OP),
    voldaan(
        "verlengd van Goede Vrijdag naar dinsdag",
        met(ONGEGROND, {START: "2022-03-18"}),
        "2022-04-20",
        noemt=("2022-04-15", "2022-04-19"),
    ),
    nvt("dag voor de Algemene termijnenwet", IN_1965, "1965-03-31"),
    voldaan("eerste dag van de Algemene termijnenwet", IN_1965, "1965-04-01"),
)
def test_algemene_termijnenwet(controleer, rij):
    controleer(rij)


VERLOPEN = ONGEGROND


def met_verbod(dossierbeeld, op):
    return met(dossierbeeld, {"procedure.besluiten[1]": {"soort": "inreisverbod", "genomen_op": op}})


@pytest.mark.norm("inreisverbod-signaal")
@tabel(
    nvt("geen besluit", {}, OP),
    nvt("termijn loopt, laatste dag", VERLOPEN, "2022-04-04"),
    niet_voldaan("termijn voorbij", VERLOPEN, "2022-04-05"),
    nvt(
        "vertrokken na de termijn",
        met(VERLOPEN, {"uitkomst": {"soort": "gedwongen", "op": "2022-04-05"}}),
        "2022-04-05",
    ),
    niet_voldaan("0 dagen, direct", KORT, "2022-01-11"),
    niet_voldaan("0 dagen zonder grond", afgewezen(vertrektermijn_dagen=0), "2022-01-11"),
    nvt("1 dag, termijn nog niet voorbij", afgewezen(vertrektermijn_dagen=1, **GROND), "2022-01-11"),
    nvt("0 dagen maar geen terugkeerbesluit", afgewezen(vertrektermijn_dagen=0, terugkeerbesluit=False), OP),
    voldaan(
        "inreisverbod op de dag van het besluit",
        met_verbod(beeld(KORT), "2022-01-10"),
        OP,
        noemt=("2022-01-10",),
    ),
    niet_voldaan("inreisverbod van eerder", met_verbod(beeld(KORT), "2022-01-09"), OP),
    niet_voldaan("inreisverbod van morgen", met_verbod(VERLOPEN, "2022-04-11"), "2022-04-10"),
    voldaan("inreisverbod van vandaag", met_verbod(VERLOPEN, "2022-04-10"), "2022-04-10"),
    nvt(
        "voor de regel bestond",
        {"procedure": {"besluiten": [besluit(genomen_op="2011-12-01", vertrektermijn_dagen=0)]}},
        "2011-12-30",
    ),
    niet_voldaan(
        "eerste dag van de regel",
        {"procedure": {"besluiten": [besluit(genomen_op="2011-12-01", vertrektermijn_dagen=0)]}},
        "2011-12-31",
    ),
)
def test_inreisverbod_signaal(controleer, rij):
    controleer(rij)
