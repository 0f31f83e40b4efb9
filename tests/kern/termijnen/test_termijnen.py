"""The ten termijnen on every dossier: begin, arithmetic end, last day, and why it moved."""

import pytest

from tests.kern.bouw import (
    afgewezen,
    artikel_64,
    beeld,
    beoordeel_op,
    beroep_loopt,
    iso,
    opgelegd,
    termijn_loopt,
    uitspraak,
)
from tests.kern.termijnen.hulp import GEEN, data, termijn

VOLGORDE = [
    "vertrektermijn",
    "opvang",
    "vbl",
    "bedenktijd",
    "artikel_64",
    "bewaring",
    "rechtbank_in_kennis",
    "gesprek_eerste",
    "gesprek_tweede",
    "gesprek_derde",
]
OP = "2022-04-20"
ONGEGROND = beeld(uitspraak(), termijn_loopt())
START = "vertrektermijn.start_op"
DAGEN = "procedure.besluiten[0].vertrektermijn_dagen"
GROND = "procedure.besluiten[0].grond_verkorting"


def test_given_any_dossier_when_evaluated_then_all_ten_are_there_in_order():
    assert [een.termijn for een in beoordeel_op(beeld(), OP).termijnen] == VOLGORDE


def test_given_only_a_transfer_when_evaluated_then_only_the_first_interview_has_dates():
    alle = {een.termijn: data(een) for een in beoordeel_op(beeld(), OP).termijnen}

    assert alle == dict.fromkeys(VOLGORDE, GEEN) | {
        "gesprek_eerste": ("2022-01-12", "2022-01-26", "2022-01-26")
    }


def opvangverlenging(**anders):
    entry = {
        "gevraagd_op": "2022-03-20",
        "reden": "IOM is bezig.",
        "coa_besluit": "akkoord",
        "coa_besloten_op": "2022-03-22",
        "tot": "2022-04-15",
    }
    return entry | anders


def verlengd(*lijst, **meer):
    return beeld(uitspraak(), opvang={"verlengingen": list(lijst)} | meer)


@pytest.mark.parametrize(
    ("situatie", "verwacht"),
    [
        (uitspraak(), ("2022-03-07", "2022-04-04", "2022-04-04")),
        (uitspraak(op="2022-03-05"), ("2022-03-05", "2022-04-02", "2022-04-02")),
        (afgewezen(), ("2022-02-08", "2022-03-08", "2022-03-08")),
        (
            afgewezen(vertrektermijn_dagen=0, grond_verkorting="onttrekkingsrisico"),
            ("2022-02-08", "2022-03-08", "2022-03-08"),
        ),
        (beroep_loopt(), GEEN),
        (uitspraak(uitkomst="gegrond"), GEEN),
        (uitspraak(bekendgemaakt_op=None), GEEN),
        ({}, GEEN),
        (beeld(uitspraak(), artikel_64("2022-04-10", None)), ("2022-03-07", "2022-04-04", "2022-04-04")),
        (
            beeld(beroep_loopt(), opvang={"recht_eindigt_op": "2022-03-20"}),
            (None, "2022-03-20", "2022-03-20"),
        ),
        (verlengd(opvangverlenging()), ("2022-03-07", "2022-04-04", "2022-04-15")),
        (verlengd(opvangverlenging(tot="2022-04-01")), ("2022-03-07", "2022-04-04", "2022-04-04")),
        (verlengd(opvangverlenging(coa_besluit="geweigerd")), ("2022-03-07", "2022-04-04", "2022-04-04")),
        (verlengd(opvangverlenging(coa_besloten_op=None)), ("2022-03-07", "2022-04-04", "2022-04-04")),
        (
            verlengd(opvangverlenging(coa_besloten_op="2022-04-21")),
            ("2022-03-07", "2022-04-04", "2022-04-04"),
        ),
        (
            verlengd(opvangverlenging(tot="2022-05-01"), opvangverlenging()),
            ("2022-03-07", "2022-04-04", "2022-05-01"),
        ),
        (beeld(beroep_loopt(), opvang={"verlengingen": [opvangverlenging()]}), GEEN),
    ],
    ids=[
        "uitspraak",
        "eindigt op zaterdag",
        "beroepstermijn verstreken",
        "nul dagen vertrektermijn",
        "beroep loopt",
        "gegrond",
        "uitspraak onvolledig",
        "geen besluit",
        "tijdens een opschorting",
        "vastgelegd zonder uitspraak",
        "langer van het COA",
        "korter telt niet",
        "geweigerd",
        "zonder besluitdatum",
        "morgen besloten",
        "de langste telt",
        "verlenging zonder termijn",
    ],
)
def test_opvang(situatie, verwacht):
    assert data(termijn(situatie, "opvang", OP)) == verwacht


@pytest.mark.parametrize(("recht", "tot"), [("2022-03-20", "2022-04-15"), ("2022-05-01", "2022-05-01")])
def test_opvang_given_a_recorded_end_when_the_coa_extended_then_the_later_of_both_is_the_last_day(recht, tot):
    een = termijn(verlengd(opvangverlenging(), recht_eindigt_op=recht), "opvang", OP)

    assert (iso(een.eindigt_rekenkundig_op), iso(een.eindigt_op)) == (recht, tot)


def verblijf(soort, van, tot=None):
    return {"soort": soort, "locatie": "ergens", "van": van, "tot": tot}


@pytest.mark.parametrize(
    ("plaatsen", "verwacht"),
    [
        ([verblijf("vbl", "2022-03-01")], ("2022-03-01", "2022-05-24", "2022-05-24")),
        ([verblijf("vbl", "2022-03-01", OP)], ("2022-03-01", "2022-05-24", "2022-05-24")),
        ([verblijf("vbl", "2022-03-01", "2022-04-19")], GEEN),
        ([verblijf("vbl", "2022-04-21")], GEEN),
        ([verblijf("gl", "2022-03-01")], GEEN),
        (
            [verblijf("vbl", "2022-04-02"), verblijf("vbl", "2022-03-01")],
            ("2022-04-02", "2022-06-25", "2022-06-25"),
        ),
    ],
    ids=[
        "loopt",
        "laatste dag",
        "gisteren weg",
        "morgen",
        "gezinslocatie",
        "laatst begonnen, eindigt op zaterdag",
    ],
)
def test_vbl(plaatsen, verwacht):
    assert data(termijn({"opvang": {"verblijfplaatsen": plaatsen}}, "vbl", OP)) == verwacht


@pytest.mark.parametrize(
    ("feiten", "spoor", "verwacht"),
    [
        ({"bedenktijd_van": "2021-11-30"}, "asiel", ("2021-11-30", "2022-02-28", "2022-02-28")),
        ({"bedenktijd_van": "2023-11-30"}, "asiel", ("2023-11-30", "2024-02-29", "2024-02-29")),
        ({"bedenktijd_van": "2023-05-18"}, "dublin", ("2023-05-18", "2023-08-18", "2023-08-18")),
        ({"bedenktijd_van": "2023-05-19"}, "dublin", ("2023-05-19", "2023-06-18", "2023-06-18")),
        ({"bedenktijd_van": "2023-05-19"}, "asiel", ("2023-05-19", "2023-08-19", "2023-08-19")),
        (
            {"bedenktijd_van": "2021-11-30", "bedenktijd_tot": "2022-01-15"},
            "asiel",
            ("2021-11-30", "2022-02-28", "2022-01-15"),
        ),
        (
            {"bedenktijd_van": "2021-11-30", "bedenktijd_tot": "2022-06-01"},
            "asiel",
            ("2021-11-30", "2022-02-28", "2022-02-28"),
        ),
        ({"bedenktijd_tot": "2022-06-01"}, "asiel", GEEN),
        ({"bedenktijd_van": "2026-01-01"}, "asiel", GEEN),
        ({}, "asiel", GEEN),
    ],
    ids=[
        "geklemd",
        "schrikkeljaar",
        "dublin oud",
        "dublin nieuw",
        "asiel na 2023",
        "eerder",
        "niet later",
        "geen begin",
        "toekomst",
        "geen",
    ],
)
def test_bedenktijd_also_after_it_has_ended(feiten, spoor, verwacht):
    assert data(termijn(beeld(mensenhandel=feiten, spoor=spoor), "bedenktijd", "2025-12-31")) == verwacht


@pytest.mark.parametrize(
    ("feiten", "verwacht"),
    [
        (artikel_64("2022-03-01", "2022-04-30"), ("2022-03-01", None, "2022-04-30")),
        (artikel_64("2022-03-01", "2022-04-30", "voorlopig_uitstel"), ("2022-03-01", None, "2022-04-30")),
        (artikel_64("2022-03-01", None), ("2022-03-01", None, None)),
        (artikel_64("2022-01-01", "2022-02-01"), ("2022-01-01", None, "2022-02-01")),
        (artikel_64("2022-03-01", "2022-04-30", "afgewezen"), GEEN),
        (artikel_64("2022-04-21", "2022-05-30"), GEEN),
    ],
    ids=["toegekend", "voorlopig uitstel", "zonder einde", "geëindigd", "afgewezen", "morgen"],
)
def test_artikel_64_has_no_arithmetic_end(feiten, verwacht):
    assert data(termijn(feiten, "artikel_64", OP)) == verwacht


@pytest.mark.parametrize(
    ("maatregel", "lang", "rechtbank"),
    [
        (opgelegd("2022-01-31"), ("2022-01-31", "2022-07-31", "2022-07-31"), "2022-02-28"),
        (opgelegd("2021-10-31"), ("2021-10-31", "2022-04-30", "2022-04-30"), "2021-11-28"),
        (opgelegd("2022-01-31", verlengd_op=OP), ("2022-01-31", "2023-07-31", "2023-07-31"), "2022-02-28"),
        (
            opgelegd("2022-01-31", verlengd_op="2022-04-21"),
            ("2022-01-31", "2022-07-31", "2022-07-31"),
            "2022-02-28",
        ),
        (
            opgelegd("2022-01-31", rechtbank_in_kennis_op="2022-02-01"),
            ("2022-01-31", "2022-07-31", "2022-07-31"),
            "2022-02-28",
        ),
        (opgelegd("2022-01-31", opgeheven_op=OP), GEEN, None),
        (opgelegd("2022-04-21"), GEEN, None),
    ],
    ids=[
        "zes maanden",
        "geklemd",
        "verlengd",
        "morgen verlengd",
        "rechtbank weet het",
        "opgeheven",
        "morgen opgelegd",
    ],
)
def test_bewaring_and_notice_to_the_court(maatregel, lang, rechtbank):
    dossierbeeld = beeld(bewaringen=[maatregel])

    kennis = (lang[0], rechtbank, rechtbank)

    assert data(termijn(dossierbeeld, "bewaring", OP)) == lang
    assert data(termijn(dossierbeeld, "rechtbank_in_kennis", OP)) == kennis


def test_gesprek_eerste_is_not_extended_over_a_weekend_and_does_not_exist_before_the_transfer():
    zaterdag = beeld(overdracht={"ontvangen_op": "2022-01-01"})

    assert data(termijn(zaterdag, "gesprek_eerste", OP)) == ("2022-01-01", "2022-01-15", "2022-01-15")
    assert data(termijn({}, "gesprek_eerste", "2022-01-11")) == GEEN


@pytest.mark.parametrize(
    ("situatie", "op", "verwacht"),
    [
        (uitspraak(), "2022-02-10", ("2022-02-10", "2022-02-23", "2022-02-23")),
        (uitspraak(), "2022-02-09", GEEN),
        (afgewezen(), OP, GEEN),
        (uitspraak(uitkomst="ingetrokken"), OP, GEEN),
    ],
    ids=["zitting bekend", "nog niet bekend", "geen beroep", "beroep ingetrokken"],
)
def test_gesprek_tweede_ends_the_day_before_the_hearing(situatie, op, verwacht):
    assert data(termijn(situatie, "gesprek_tweede", op)) == verwacht


@pytest.mark.parametrize(
    ("situatie", "verwacht"),
    [
        (uitspraak(), ("2022-03-07", "2022-03-14", "2022-03-14")),
        (uitspraak(op="2022-03-04"), ("2022-03-04", "2022-03-11", "2022-03-11")),
        (uitspraak(op="2022-03-05"), ("2022-03-05", "2022-03-11", "2022-03-11")),  # a Saturday
        (uitspraak(op="2022-03-06"), ("2022-03-06", "2022-03-11", "2022-03-11")),  # a Sunday
        (
            uitspraak(op="2022-04-13"),
            ("2022-04-13", "2022-04-22", "2022-04-22"),
        ),  # Good Friday and Easter Monday
        (uitspraak(op="2022-04-15"), ("2022-04-15", "2022-04-25", "2022-04-25")),
        (uitspraak(op="2022-04-26"), ("2022-04-26", "2022-05-04", "2022-05-04")),  # King's Day
        (uitspraak(op="2022-04-28"), ("2022-04-28", "2022-05-06", "2022-05-06")),  # Liberation Day
        (uitspraak(op="2022-12-22"), ("2022-12-22", "2022-12-30", "2022-12-30")),  # Boxing Day on a Monday
        (uitspraak(op="2025-04-24"), ("2025-04-24", "2025-05-01", "2025-05-01")),  # King's Day on a Saturday
        (
            uitspraak(
                op="2012-04-27",
                ingesteld_op="2012-02-01",
                besluit_anders={"genomen_op": "2012-01-10", "bekendgemaakt_op": "2012-01-11"},
            ),
            ("2012-04-27", "2012-05-07", "2012-05-07"),
        ),  # Queen's Day Monday 30 April
        (afgewezen(), ("2022-02-08", "2022-02-15", "2022-02-15")),
        (beroep_loopt(), GEEN),
        (uitspraak(bekendgemaakt_op=None), GEEN),
    ],
)
def test_gesprek_derde_ends_after_five_working_days(situatie, verwacht):
    assert data(termijn(situatie, "gesprek_derde", "2025-12-31")) == verwacht
