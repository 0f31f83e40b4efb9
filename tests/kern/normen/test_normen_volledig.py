"""No norm without a table, no answer the catalogue knows without a row; what a deviation does and does not do."""

import importlib
import re
from collections import defaultdict
from pathlib import Path

import pytest

from tests.kern.bouw import OP, afwijking, beeld, beoordeel_op, bevinding, catalogus, met
from tests.kern.normen.tabel import voluit

HIER = Path(__file__).parent
NORMEN = {norm["id"]: norm for norm in catalogus()}


def rijen_per_norm():
    """Collect the rows of every marked table test in this folder, so that it works alone and in parallel."""
    rijen = defaultdict(list)
    for bestand in sorted(HIER.glob("test_normen_*.py")):
        if bestand == Path(__file__):
            continue
        module = importlib.import_module(f"tests.kern.normen.{bestand.stem}")
        for naam, toets in vars(module).items():
            marks = getattr(toets, "pytestmark", []) if naam.startswith("test_") else []
            norm = [mark.args for mark in marks if mark.name == "norm"]
            tabellen = [
                mark.args[1] for mark in marks if mark.name == "parametrize" and mark.args[0] == "rij"
            ]
            for [een], tabel in zip(norm, tabellen, strict=True):
                rijen[een] += [parameter.values[0] for parameter in tabel]
    return rijen


RIJEN = rijen_per_norm()


def eerste(norm, oordeel):
    return next(rij for rij in RIJEN[norm] if rij.oordeel == oordeel and not rij.afgeweken)


def test_given_catalogue_when_tables_are_collected_then_every_norm_has_one_and_no_other_exists():
    assert len(NORMEN) == 81
    assert sorted(RIJEN) == sorted(NORMEN)


@pytest.mark.parametrize("norm", NORMEN)
def test_given_a_norm_when_its_table_is_read_then_it_has_a_row_for_every_answer_it_can_give(norm):
    regel = NORMEN[norm]
    mogelijk = {"voldaan"}
    if norm != "algemene-termijnenwet":
        mogelijk |= {"niet_voldaan"}
    if regel["onbekend"] != "never":
        mogelijk |= {"onbekend"}
    if regel["van_toepassing"] != "always" or regel["geldig_van"] is not None:
        mogelijk |= {"niet_van_toepassing"}

    gezien = {rij.oordeel for rij in RIJEN[norm]}

    assert gezien == mogelijk


@pytest.mark.parametrize("norm", [een for een, regel in NORMEN.items() if "uiterlijk" in regel])
def test_given_a_norm_with_a_last_day_when_its_table_is_read_then_some_row_checks_that_day(norm):
    assert {rij.uiterlijk for rij in RIJEN[norm]} - {None, "niet getoetst"} != set()


def met_afwijking(rij, norm):
    return beeld(
        rij.beeld, afwijkingen=[afwijking(norm, goedgekeurd_op="1900-01-01", geldig_tot="2100-01-01")]
    )


MET_NIET_VOLDAAN = [norm for norm in NORMEN if norm != "algemene-termijnenwet"]


@pytest.mark.parametrize("norm", [een for een in MET_NIET_VOLDAAN if not NORMEN[een]["afwijking_mogelijk"]])
def test_given_no_deviation_possible_when_one_is_approved_then_the_answer_is_exactly_the_same(norm):
    rij = eerste(norm, "niet_voldaan")

    gewoon = bevinding(beeld(rij.beeld, afwijkingen=[]), rij.op, norm)

    assert bevinding(met_afwijking(rij, norm), rij.op, norm) == gewoon


@pytest.mark.parametrize("norm", [een for een in MET_NIET_VOLDAAN if NORMEN[een]["afwijking_mogelijk"]])
def test_given_a_deviation_possible_when_one_is_approved_then_the_answer_stays_nothing_is_stopped_and_it_is_named(
    norm,
):
    rij = eerste(norm, "niet_voldaan")
    gewoon = bevinding(beeld(rij.beeld, afwijkingen=[]), rij.op, norm)

    afgeweken = bevinding(met_afwijking(rij, norm), rij.op, norm)

    assert (afgeweken.oordeel, list(afgeweken.blokkeert)) == ("niet_voldaan", [])
    assert re.search(r"afwijk|afgeweken", gewoon.uitleg.lower()) is None
    assert re.search(r"afwijk|afgeweken", afgeweken.uitleg.lower()) is not None


def test_given_an_approved_deviation_when_the_acts_are_listed_then_the_norm_no_longer_stops_them():
    norm = "aantal-gesprekken-voor-dwang"
    leeg = beeld()

    zonder_afwijking = [
        een.handeling for een in beoordeel_op(leeg, OP).handelingen if norm in een.geblokkeerd_door
    ]
    met_goedkeuring = met(leeg, {"afwijkingen": [afwijking(norm)]})

    assert zonder_afwijking == NORMEN[norm]["blokkeert"]
    assert [
        een for een in beoordeel_op(met_goedkeuring, OP).handelingen if norm in een.geblokkeerd_door
    ] == []


@pytest.mark.parametrize("norm", [een for een, regel in NORMEN.items() if regel["geldig_van"] is not None])
def test_given_a_peildatum_before_the_norm_existed_when_evaluated_then_it_does_not_apply_and_stops_nothing(
    norm,
):
    rij = eerste(norm, "voldaan")

    antwoord = bevinding(beeld(rij.beeld), "1900-01-01", norm)

    assert (antwoord.oordeel, list(antwoord.blokkeert), list(antwoord.ontbreekt)) == (
        "niet_van_toepassing",
        [],
        [],
    )
    assert voluit(str(NORMEN[norm]["geldig_van"])) in antwoord.uitleg
