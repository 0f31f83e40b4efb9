"""Consent, article 64, pregnancy and TB, and the hand-over in the country of destination."""

import pytest

from tests.kern.bouw import artikel_64, beeld, met
from tests.kern.normen.tabel import niet_voldaan, nvt, onbekend, tabel, voldaan

OP = "2022-04-20"


def medisch(**feiten):
    return {"medisch": feiten}


@pytest.mark.norm("medisch-toestemming")
@tabel(
    onbekend("niets vastgelegd", {}, OP, "medisch.toestemming_op"),
    onbekend("toestemming van morgen", medisch(toestemming_op=OP), "2022-04-19", "medisch.toestemming_op"),
    voldaan("dag van de toestemming", medisch(toestemming_op=OP), OP, noemt=(OP,)),
    voldaan("laatste dag van zes maanden", medisch(toestemming_op="2021-10-20"), OP, noemt=("2022-04-20",)),
    niet_voldaan("dag na zes maanden", medisch(toestemming_op="2021-10-19"), OP, noemt=("2022-04-19",)),
    voldaan("eind augustus, laatste dag is 28 februari", medisch(toestemming_op="2021-08-31"), "2022-02-28"),
    niet_voldaan("eind augustus, 1 maart is te laat", medisch(toestemming_op="2021-08-31"), "2022-03-01"),
    niet_voldaan(
        "op dezelfde dag ingetrokken",
        medisch(toestemming_op="2022-04-01", toestemming_ingetrokken_op="2022-04-01"),
        OP,
    ),
    niet_voldaan(
        "later ingetrokken",
        medisch(toestemming_op="2022-04-01", toestemming_ingetrokken_op=OP),
        OP,
        noemt=(OP,),
    ),
    voldaan(
        "morgen ingetrokken",
        medisch(toestemming_op="2022-04-01", toestemming_ingetrokken_op="2022-04-21"),
        OP,
    ),
    voldaan(
        "na een intrekking opnieuw gegeven",
        medisch(toestemming_op="2022-04-01", toestemming_ingetrokken_op="2022-03-31"),
        OP,
    ),
    niet_voldaan("ingetrokken zonder toestemming", medisch(toestemming_ingetrokken_op="2022-04-01"), OP),
    niet_voldaan("geweigerd", medisch(toestemming_geweigerd_op="2022-04-01"), OP, noemt=("2022-04-01",)),
    onbekend(
        "morgen geweigerd", medisch(toestemming_geweigerd_op="2022-04-21"), OP, "medisch.toestemming_op"
    ),
    niet_voldaan(
        "op de dag van de toestemming geweigerd",
        medisch(toestemming_op="2022-04-01", toestemming_geweigerd_op="2022-04-01"),
        OP,
    ),
    voldaan(
        "na een weigering gegeven",
        medisch(toestemming_op="2022-04-01", toestemming_geweigerd_op="2022-03-31"),
        OP,
    ),
)
def test_medisch_toestemming(controleer, rij):
    controleer(rij)


AANWIJZING = beeld(medisch(aanwijzing_op="2022-04-11"))
MET_ADVOCAAT = met(
    AANWIJZING, {"persoon.gemachtigde": "mr. Voorbeeld", "medisch.gemachtigde_benaderd_op": "2022-04-12"}
)


@pytest.mark.norm("medisch-route-art64")
@tabel(
    nvt("geen aanwijzing", {}, OP),
    nvt("aanwijzing van morgen", AANWIJZING, "2022-04-10"),
    niet_voldaan("aanwijzing, niets gedaan", AANWIJZING, "2022-04-11", uiterlijk=None, noemt=("2022-04-11",)),
    voldaan("aangevraagd", met(AANWIJZING, {"medisch.art64_aangevraagd_op": OP}), OP),
    niet_voldaan("morgen aangevraagd", met(AANWIJZING, {"medisch.art64_aangevraagd_op": "2022-04-21"}), OP),
    voldaan("ambtshalve gestart", met(AANWIJZING, {"medisch.art64_ambtshalve_op": OP}), OP),
    voldaan("gemachtigde benaderd", MET_ADVOCAAT, "2022-04-12", uiterlijk="2022-04-21"),
    voldaan(
        "vijfde werkdag, over Pasen",
        MET_ADVOCAAT,
        "2022-04-21",
        uiterlijk="2022-04-21",
        noemt=("2022-04-21",),
    ),
    niet_voldaan("dag na de vijfde werkdag", MET_ADVOCAAT, "2022-04-22", noemt=("2022-04-21",)),
    niet_voldaan("dag voor het benaderen", MET_ADVOCAAT, "2022-04-11"),
    niet_voldaan(
        "benaderd, maar er is geen gemachtigde",
        met(AANWIJZING, {"medisch.gemachtigde_benaderd_op": "2022-04-12"}),
        OP,
    ),
    niet_voldaan(
        "gemachtigde bekend, niet benaderd", met(AANWIJZING, {"persoon.gemachtigde": "mr. Voorbeeld"}), OP
    ),
    voldaan(
        "gemachtigde zweeg, ambtshalve gestart",
        met(MET_ADVOCAAT, {"medisch.art64_ambtshalve_op": "2022-04-22"}),
        "2022-04-22",
    ),
)
def test_medisch_route_art64(controleer, rij):
    controleer(rij)


@pytest.mark.norm("medisch-opschorting")
@tabel(
    nvt("niets aangevraagd", {}, OP),
    nvt("morgen aangevraagd", medisch(art64_aangevraagd_op="2022-04-21"), OP),
    onbekend("aangevraagd", medisch(art64_aangevraagd_op=OP), OP, "medisch.art64_besluit", noemt=(OP,)),
    onbekend("ambtshalve gestart", medisch(art64_ambtshalve_op="2022-04-01"), OP, "medisch.art64_besluit"),
    voldaan("afgewezen", medisch(art64_aangevraagd_op="2022-04-01", art64_besluit="afgewezen"), OP),
    onbekend(
        "voor de eerste dag: het besluit is er nog niet",
        beeld(artikel_64("2022-04-10", "2022-04-30"), medisch(art64_aangevraagd_op="2022-04-01")),
        "2022-04-09",
        "medisch.art64_besluit",
    ),
    nvt("voor de eerste dag, zonder aanvraag", artikel_64("2022-04-10", "2022-04-30"), "2022-04-09"),
    *[
        rij
        for soort in ("toegekend", "voorlopig_uitstel")
        for rij in (
            niet_voldaan(f"{soort}: eerste dag", artikel_64("2022-04-10", "2022-04-30", soort), "2022-04-10"),
            niet_voldaan(
                f"{soort}: laatste dag",
                artikel_64("2022-04-10", "2022-04-30", soort),
                "2022-04-30",
                noemt=("2022-04-30",),
            ),
            voldaan(
                f"{soort}: dag erna",
                artikel_64("2022-04-10", "2022-04-30", soort),
                "2022-05-01",
                noemt=("2022-04-30",),
            ),
            niet_voldaan(f"{soort}: zonder einde", artikel_64("2022-04-10", None, soort), "2024-01-01"),
            onbekend(f"{soort}: zonder begin", artikel_64(None, None, soort), OP, "medisch.art64_van"),
            onbekend(
                f"{soort}: zonder begin, einde vandaag", artikel_64(None, OP, soort), OP, "medisch.art64_van"
            ),
            voldaan(f"{soort}: zonder begin, gisteren geëindigd", artikel_64(None, "2022-04-19", soort), OP),
        )
    ],
)
def test_medisch_opschorting(controleer, rij):
    controleer(rij)


JAAR = beeld(artikel_64("2021-05-01", None))


@pytest.mark.norm("medisch-een-jaar")
@tabel(
    nvt("geen artikel 64", {}, "2022-05-01"),
    nvt("dag voor het venster", JAAR, "2022-04-02"),
    niet_voldaan("eerste dag van het venster", JAAR, "2022-04-03", noemt=("2022-05-01",)),
    niet_voldaan("laatste dag van het venster", JAAR, "2022-05-29"),
    nvt("dag na het venster", JAAR, "2022-05-30"),
    voldaan(
        "aangevraagd op de eerste dag",
        met(
            JAAR, {"procedure.aanvragen[0]": {"soort": "medische_behandeling", "ingediend_op": "2022-04-03"}}
        ),
        "2022-05-01",
    ),
    niet_voldaan(
        "een dag te vroeg aangevraagd",
        met(
            JAAR, {"procedure.aanvragen[0]": {"soort": "medische_behandeling", "ingediend_op": "2022-04-02"}}
        ),
        "2022-05-01",
    ),
    niet_voldaan(
        "morgen aangevraagd",
        met(
            JAAR, {"procedure.aanvragen[0]": {"soort": "medische_behandeling", "ingediend_op": "2022-05-02"}}
        ),
        "2022-05-01",
    ),
    niet_voldaan(
        "een andere aanvraag",
        met(JAAR, {"procedure.aanvragen[0]": {"soort": "regulier", "ingediend_op": "2022-04-20"}}),
        "2022-05-01",
    ),
    niet_voldaan(
        "artikel 64 eindigt op de eerste dag van het venster",
        artikel_64("2021-05-01", "2022-04-03"),
        "2022-05-01",
    ),
    nvt("artikel 64 eindigt een dag eerder", artikel_64("2021-05-01", "2022-04-02"), "2022-05-01"),
    nvt(
        "voorlopig uitstel is geen toekenning",
        artikel_64("2021-05-01", None, "voorlopig_uitstel"),
        "2022-05-01",
    ),
    nvt("begin onbekend", artikel_64(None, None), "2022-05-01"),
    niet_voldaan(
        "van 29 februari: een jaar is 28 februari",
        artikel_64("2020-02-29", None),
        "2021-01-31",
        noemt=("2021-02-28",),
    ),
    nvt("van 29 februari: dag voor het venster", artikel_64("2020-02-29", None), "2021-01-30"),
)
def test_medisch_een_jaar(controleer, rij):
    controleer(rij)


BEVALLING = medisch(verwachte_bevalling_op="2022-06-01")
BEVALLEN = medisch(verwachte_bevalling_op="2022-06-01", bevallen_op="2022-05-25")


@pytest.mark.norm("medisch-zwangerschap-tbc")
@tabel(
    nvt("niets vastgelegd", {}, OP),
    nvt("morgen bevallen, geen verwachting", medisch(bevallen_op="2022-04-21"), OP),
    voldaan("dag voor de zes weken", BEVALLING, "2022-04-19", noemt=("2022-06-01",)),
    niet_voldaan("zes weken ervoor", BEVALLING, "2022-04-20", noemt=("2022-06-01",)),
    niet_voldaan("zes weken na de verwachte dag", BEVALLING, "2022-07-13"),
    onbekend(
        "zes weken en een dag, bevalling niet vastgelegd",
        BEVALLING,
        "2022-07-14",
        "medisch.bevallen_op",
        noemt=("2022-06-01",),
    ),
    niet_voldaan("zes weken na de bevalling", BEVALLEN, "2022-07-06", noemt=("2022-05-25",)),
    voldaan("dag na de zes weken", BEVALLEN, "2022-07-07", noemt=("2022-05-25",)),
    niet_voldaan("dag voor de bevalling", BEVALLEN, "2022-05-24"),
    niet_voldaan("bevallen zonder verwachting vastgelegd", medisch(bevallen_op="2022-04-01"), OP),
    niet_voldaan("tbc, laatste dag", medisch(tbc_behandeling_tot=OP), OP, noemt=(OP,)),
    voldaan("tbc, dag na de behandeling", medisch(tbc_behandeling_tot="2022-04-19"), OP),
    niet_voldaan(
        "tbc terwijl de bevalling onbekend is",
        medisch(verwachte_bevalling_op="2022-01-01", tbc_behandeling_tot=OP),
        OP,
    ),
    onbekend(
        "tbc voorbij, bevalling onbekend",
        medisch(verwachte_bevalling_op="2022-01-01", tbc_behandeling_tot="2022-04-19"),
        OP,
        "medisch.bevallen_op",
    ),
    niet_voldaan(
        "vroeg bevallen: de zes weken lopen vanaf de bevalling",
        medisch(verwachte_bevalling_op="2022-06-01", bevallen_op="2022-04-01"),
        "2022-05-13",
    ),
    voldaan(
        "vroeg bevallen: daarna niet meer beschermd",
        medisch(verwachte_bevalling_op="2022-06-01", bevallen_op="2022-04-01"),
        "2022-05-14",
    ),
)
def test_medisch_zwangerschap_tbc(controleer, rij):
    controleer(rij)


VOORWAARDEN = medisch(reisvoorwaarden=["medicatie mee"], overdracht_geregeld_op=OP)


@pytest.mark.norm("medisch-overdracht")
@tabel(
    nvt("geen reisvoorwaarden", {}, OP),
    nvt("geen voorwaarden, toch geregeld", medisch(overdracht_geregeld_op=OP), OP),
    niet_voldaan("niet geregeld", medisch(reisvoorwaarden=["medicatie mee"]), OP),
    niet_voldaan("morgen geregeld", VOORWAARDEN, "2022-04-19"),
    voldaan("vandaag geregeld", VOORWAARDEN, OP, noemt=(OP,)),
)
def test_medisch_overdracht(controleer, rij):
    controleer(rij)
