"""Which norm stops which act: the table of section 5 of the definitions, the catalogue and the code agree."""

import json

import pytest

from tests.kern.bouw import (
    DATA,
    OP,
    alles_mag,
    beoordeel_op,
    boeking,
    catalogus,
    met,
    toetsing,
    zonder,
)

DWANG = [
    "terugkeerbesluit-vereist",
    "verwijderbaarheidscheck",
    "rechtmatig-verblijf-toets",
    "vertrektermijn-nul-dagen",
    "vertrektermijn-start",
    "beroep-afwachten",
    "hoger-beroep-voorlopige-voorziening",
    "aantal-gesprekken-voor-dwang",
    "zelfstandig-voor-gedwongen",
    "toetsing-vier-momenten",
    "toetsing-elk-stadium",
    "medisch-opschorting",
    "mensenhandel-signaal",
    "mensenhandel-bedenktijd",
    "mensenhandel-vergunning",
    "amv-adequate-opvang",
]
UITSTEL = [
    "hoger-beroep-voorlopige-voorziening",
    "medisch-opschorting",
    "mensenhandel-signaal",
    "mensenhandel-bedenktijd",
    "mensenhandel-vergunning",
]
BEWARING = [
    *DWANG,
    "bewaring-laatste-middel",
    "bewaring-bevoegdheid",
    "bewaring-zicht-op-uitzetting",
    "bewaring-onttrekkingsrisico",
    "bewaring-minderjarigen",
]
REIS = ["derde-land-vertrek", "mensenhandel-signaal", "amv-adequate-opvang"]
GEZOND = ["medisch-zwangerschap-tbc", "medisch-overdracht"]

TABEL = {
    "dossier_openen": ["reikwijdte-geen-dublin", "intake-bron-overdracht", "grensprocedure-buiten-proces"],
    "lp_verzenden": [
        "verwijderbaarheidscheck",
        "rechtmatig-verblijf-toets",
        "lp-verzendverbod",
        "lp-geen-asielinformatie",
        "amv-adequate-opvang",
        *UITSTEL,
    ],
    "presentatie_plannen": ["rechtmatig-verblijf-toets", "lp-verzendverbod", "amv-adequate-opvang", *UITSTEL],
    "medische_gegevens_opvragen": ["medisch-toestemming"],
    "vertrekplan_vaststellen": ["toetsing-vier-momenten"],
    "overplaatsen_vbl": [
        "terugkeerbesluit-vereist",
        "rechtmatig-verblijf-toets",
        "overplaatsing-compleet-dossier",
        "beroep-afwachten",
        "amv-adequate-opvang",
        "lko-unaniem",
        *UITSTEL,
    ],
    "overplaatsen_gl": ["overplaatsing-compleet-dossier", "lko-unaniem"],
    "opvang_beeindigen": [
        "terugkeerbesluit-vereist",
        "rechtmatig-verblijf-toets",
        "opvang-vier-weken",
        "opvang-verlenging-maatwerk",
        "gezinslocatie-ferreira",
        "beroep-afwachten",
        *UITSTEL,
    ],
    "gedwongen_vertrek_starten": [*DWANG, "lko-unaniem"],
    "bewaring_voorstellen": BEWARING,
    "bewaring_opleggen": BEWARING,
    "zelfstandig_vertrek_boeken": REIS,
    "gedwongen_vertrek_boeken": [*DWANG, "derde-land-vertrek", "lko-unaniem"],
    "zelfstandig_vertrek_uitvoeren": [*REIS, *GEZOND],
    "gedwongen_vertrek_uitvoeren": [*DWANG, "derde-land-vertrek", "lko-unaniem", *GEZOND],
    "sluiten_ongecontroleerd": ["vertrek-zonder-toezicht", "afsluiten-dossier"],
    "sluiten_vertrokken": ["uitkomst-aantoonbaar", "afsluiten-dossier"],
}
VOLGORDE = [norm["id"] for norm in catalogus()]
BLOKKEERT = {norm["id"]: norm["blokkeert"] for norm in catalogus() if norm.get("blokkeert")}


def test_given_the_catalogue_when_its_columns_are_turned_into_rows_then_they_are_the_table():
    handelingen = list(json.loads((DATA / "handelingen.json").read_text(encoding="utf-8")))
    uit_catalogus = {
        handeling: sorted(norm for norm, wat in BLOKKEERT.items() if handeling in wat)
        for handeling in handelingen
    }

    assert uit_catalogus == {handeling: sorted(normen) for handeling, normen in TABEL.items()}


def test_given_a_dossier_in_which_nothing_is_wrong_when_evaluated_then_all_seventeen_acts_may_be_done():
    handelingen = beoordeel_op(alles_mag(), OP).handelingen

    assert [(een.handeling, een.mag, list(een.geblokkeerd_door)) for een in handelingen] == [
        (handeling, True, []) for handeling in TABEL
    ]


AANVRAAG = {"soort": "opvolgend_asiel", "ingediend_op": "2022-04-10"}
# One change to a dossier in which everything may be done; the norm beside it then is not met or unknown.
VERSTORINGEN = {
    "reikwijdte-geen-dublin": {"spoor": "dublin"},
    "intake-bron-overdracht": {"overdracht.ingetrokken_op": OP},
    "terugkeerbesluit-vereist": {"procedure.besluiten[0].terugkeerbesluit": False},
    "verwijderbaarheidscheck": {"verwijderbaarheidschecks[0].gecheckt_op": "2022-04-14"},
    "rechtmatig-verblijf-toets": {"procedure.verblijfsgronden[1].tot": None},
    "vertrektermijn-nul-dagen": {"procedure.besluiten[0].vertrektermijn_dagen": 7},
    "vertrektermijn-start": {"vertrektermijn.start_op": "2022-03-06"},
    "opvang-vier-weken": {"opvang.recht_eindigt_op": OP},
    "opvang-verlenging-maatwerk": {"opvang.verlengingen[0]": {"gevraagd_op": OP, "reden": "IOM is bezig."}},
    "gezinslocatie-ferreira": {"persoon.gezin[0]": {"relatie": "kind", "geboortedatum": "2015-01-01"}},
    "overplaatsing-compleet-dossier": {"vertrekplannen[0].gekozen": None},
    "beroep-afwachten": {"procedure.beroepen[0].uitkomst": "gegrond"},
    "hoger-beroep-voorlopige-voorziening": {
        "procedure.voorlopige_voorzieningen[0]": {"gevraagd_op": "2022-04-01", "toegewezen": True}
    },
    "aantal-gesprekken-voor-dwang": {"gesprekken[2].tolk": None},
    "zelfstandig-voor-gedwongen": {"boekingen[0]": boeking(soort="zelfstandig")},
    "derde-land-vertrek": {"boekingen[0]": boeking(land="GEO")},
    "lp-verzendverbod": {"procedure.aanvragen[1]": AANVRAAG},
    "lp-geen-asielinformatie": {"lp_aanvragen[0].asielinformatie_aangetroffen": True},
    "toetsing-vier-momenten": {"toetsingen[3].afweging": ""},
    "toetsing-elk-stadium": {"signalen[0]": {"moment": "medisch", "bron": "coa", "ontvangen_op": OP}},
    "medisch-toestemming": {"medisch.toestemming_ingetrokken_op": OP},
    "medisch-opschorting": {"medisch.art64_aangevraagd_op": "2022-04-01"},
    "medisch-zwangerschap-tbc": {"medisch.tbc_behandeling_tot": OP},
    "medisch-overdracht": {"medisch.reisvoorwaarden": ["medicatie mee"]},
    "mensenhandel-signaal": {"mensenhandel.aanwijzing_op": OP},
    "mensenhandel-bedenktijd": {"mensenhandel.bedenktijd_van": OP},
    "mensenhandel-vergunning": {"mensenhandel.vergunning_van": OP},
    "vertrek-zonder-toezicht": {"afwezigheid.laatst_gezien_op": OP},
    "bewaring-laatste-middel": {"bewaringen[0].kwetsbaarheid": ""},
    "bewaring-bevoegdheid": {"bewaringen[0].voorgesteld_door": None},
    "bewaring-zicht-op-uitzetting": {"bewaringen[0].zicht_oordeel": False},
    "bewaring-onttrekkingsrisico": {"bewaringen[0].gronden": {"3a": "Toegelicht."}},
    "bewaring-minderjarigen": {"persoon.geboortedatum": "2006-01-01"},
    "amv-adequate-opvang": {"persoon.amv": True, "persoon.geboortedatum": None},
    "lko-unaniem": {"overleg[0].besluit": None},
    "uitkomst-aantoonbaar": {"uitkomst.bewijs_ref": None},
    "afsluiten-dossier": {"meldplichten[0].beeindigd_op": None},
}


def houdt_tegen(dossierbeeld, op, norm):
    return [
        een.handeling for een in beoordeel_op(dossierbeeld, op).handelingen if norm in een.geblokkeerd_door
    ]


def test_given_the_catalogue_when_the_disturbances_are_counted_then_every_blocking_norm_has_one():
    assert sorted([*VERSTORINGEN, "grensprocedure-buiten-proces"]) == sorted(BLOKKEERT)


@pytest.mark.parametrize("norm", VERSTORINGEN)
def test_given_one_thing_wrong_when_evaluated_then_the_norm_stops_its_own_acts_and_no_other(norm):
    verstoord = met(alles_mag(), VERSTORINGEN[norm])

    assert houdt_tegen(verstoord, OP, norm) == [een for een in TABEL if een in BLOKKEERT[norm]]


def test_given_the_border_track_when_the_regulation_applies_then_only_opening_is_stopped_by_it():
    grens = met(alles_mag(), {"spoor": "grens"})

    assert houdt_tegen(grens, "2026-06-11", "grensprocedure-buiten-proces") == []
    assert houdt_tegen(grens, "2026-06-12", "grensprocedure-buiten-proces") == ["dossier_openen"]


@pytest.mark.parametrize("norm", VERSTORINGEN)
def test_given_one_thing_wrong_when_evaluated_then_an_act_may_be_done_exactly_when_no_finding_stops_it(norm):
    beoordeling = beoordeel_op(met(alles_mag(), VERSTORINGEN[norm]), OP)

    verwacht = []
    for handeling in TABEL:
        door = [een.norm for een in beoordeling.bevindingen if handeling in een.blokkeert]
        verwacht.append((handeling, door == [], door))

    assert [
        (een.handeling, een.mag, list(een.geblokkeerd_door)) for een in beoordeling.handelingen
    ] == verwacht


def test_given_an_empty_dossier_when_evaluated_then_the_stopping_norms_are_in_catalogue_order():
    for een in beoordeel_op(zonder(alles_mag(), "procedure", "toetsingen", "bewaringen"), OP).handelingen:
        assert list(een.geblokkeerd_door) == sorted(een.geblokkeerd_door, key=VOLGORDE.index)


def test_given_somebody_who_wants_to_leave_when_an_appeal_art_64_or_a_missing_check_protects_then_leaving_is_not_stopped():
    beschermd = met(
        zonder(alles_mag(), "procedure.beroepen[0]", "verwijderbaarheidschecks"),
        {
            "procedure.beroepen[0]": {"ingesteld_op": "2022-01-30"},
            "procedure.voorlopige_voorzieningen[0]": {"gevraagd_op": "2022-04-01", "toegewezen": True},
            "medisch.art64_besluit": "toegekend",
            "medisch.art64_van": "2022-04-01",
        },
    )

    mag = {een.handeling: een.mag for een in beoordeel_op(beschermd, OP).handelingen}

    assert (mag["zelfstandig_vertrek_boeken"], mag["zelfstandig_vertrek_uitvoeren"]) == (True, True)
    assert (mag["gedwongen_vertrek_boeken"], mag["gedwongen_vertrek_uitvoeren"]) == (False, False)


@pytest.mark.parametrize(
    "feiten",
    [
        {"mensenhandel.aanwijzing_op": OP},
        {"medisch.tbc_behandeling_tot": OP},
        {"medisch.reisvoorwaarden": ["medicatie mee"]},
        {"boekingen[0]": boeking(land="GEO")},
        {"persoon.amv": True, "persoon.geboortedatum": "2010-01-01"},
    ],
    ids=["mensenhandel", "tbc", "reisvoorwaarden", "derde land", "amv"],
)
def test_given_danger_from_others_or_on_the_journey_when_evaluated_then_no_departure_is_carried_out_at_all(
    feiten,
):
    mag = {een.handeling: een.mag for een in beoordeel_op(met(alles_mag(), feiten), OP).handelingen}

    assert (mag["zelfstandig_vertrek_uitvoeren"], mag["gedwongen_vertrek_uitvoeren"]) == (False, False)


def test_given_a_new_signal_when_it_is_reviewed_again_then_coercion_is_possible_again():
    gesignaleerd = met(alles_mag(), VERSTORINGEN["toetsing-elk-stadium"])
    herhaald = met(gesignaleerd, {"toetsingen[4]": toetsing("medisch", OP)})

    assert houdt_tegen(gesignaleerd, OP, "toetsing-elk-stadium") == BLOKKEERT["toetsing-elk-stadium"]
    assert houdt_tegen(herhaald, OP, "toetsing-elk-stadium") == []
