"""Where somebody lives: recorded and put right by hand, and never a way round the gate."""

import json
import re
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.dossier.opvang.conftest import OP, versie
from tests.kern import bouw
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.opvang import tonen
from verantwoord.dossier.opvang.plaatsen import (
    PlaatsPastNiet,
    correct_verblijfplaats,
    record_verblijfplaats,
)
from verantwoord.dossier.stand import beoordeel_op
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand

pytestmark = pytest.mark.django_db


def leg_vast(dossier, **anders):
    record_verblijfplaats(
        **{
            "door": dossier.regievoerder, "dossier_id": dossier.pk, "versie": versie(dossier), "soort": "azc",
            "locatie": "Emmen", "van": date(2022, 4, 1), "tot": None, "toelichting": "Bericht van het COA.", "peildatum": OP,
        }
        | anders
    )  # fmt: skip


def verbeter(dossier, **anders):
    correct_verblijfplaats(
        **{
            "door": dossier.regievoerder, "dossier_id": dossier.pk, "versie": versie(dossier), "nummer": 0, "soort": "azc",
            "locatie": "Assen", "van": date(2021, 6, 10), "tot": None, "reden": "Verkeerd overgenomen.", "peildatum": OP,
        }
        | anders
    )  # fmt: skip


def plaatsen(dossier):
    return [(p.soort, p.locatie, p.van, p.tot) for p in beeld_of(dossier.pk).opvang.verblijfplaatsen]


def test_given_a_place_when_the_next_is_recorded_then_it_ends_the_day_before(dossier):
    leg_vast(dossier)

    assert plaatsen(dossier) == [
        ("azc", "Assen", date(2021, 6, 10), date(2022, 3, 31)),
        ("azc", "Emmen", date(2022, 4, 1), None),
    ]


def test_given_a_wrong_place_when_it_is_put_right_then_what_it_was_stays_readable_with_the_reason(dossier):
    verbeter(dossier, locatie="Emmen", van=date(2021, 6, 12))

    event = Gebeurtenis.objects.get(soort="verblijf.verbeterd")
    [verbetering] = tonen.verbeteringen([event])
    assert plaatsen(dossier) == [("azc", "Emmen", date(2021, 6, 12), None)]
    assert event.gegevens["reden"] == "Verkeerd overgenomen."
    assert verbetering.wat == (
        "plaats: was Assen, is nu Emmen",
        "eerste dag: was 10 juni 2021, is nu 12 juni 2021",
    )


@pytest.mark.parametrize(
    "anders",
    [
        {"soort": "vbl"},
        {"soort": "gl"},
        {"soort": "anders", "locatie": "Zwolle"},
        {"soort": "lvv"},
        {"van": date(2022, 4, 21)},
        {"van": date(2021, 6, 10)},
        {"van": date(2021, 5, 1), "tot": date(2021, 6, 10)},
        {"van": date(2021, 5, 9), "tot": date(2021, 5, 1)},
    ],
    ids=[
        "a vbl asks a transfer",
        "a gezinslocatie asks a transfer",
        "an own address ends reception",
        "another shelter ends reception",
        "still to come",
        "on the day another began",
        "overlaps",
        "ends before it begins",
    ],
)
def test_given_what_does_not_fit_when_recording_a_place_then_nothing_is_written(dossier, anders):
    eerst = plaatsen(dossier)

    with pytest.raises(PlaatsPastNiet):
        leg_vast(dossier, **anders)

    assert plaatsen(dossier) == eerst


@pytest.mark.parametrize(
    "anders",
    [
        {"soort": "vbl", "van": date(2022, 2, 1)},
        {"soort": "anders"},
        {"tot": date(2022, 4, 1)},
        {"nummer": 1},
    ],
    ids=["into a vbl", "out of reception", "ends the only stay", "not in the file"],
)
def test_given_a_correction_that_would_go_round_the_gate_when_sent_then_nothing_is_written(dossier, anders):
    eerst = plaatsen(dossier)

    with pytest.raises(PlaatsPastNiet):
        verbeter(dossier, **anders)

    assert plaatsen(dossier) == eerst


def test_given_a_vbl_from_before_the_dossier_came_when_recorded_then_it_is_kept(dossier):
    leg_vast(dossier, soort="vbl", locatie="Ter Apel", van=date(2021, 5, 1), tot=date(2021, 6, 9))

    assert plaatsen(dossier)[1] == ("vbl", "Ter Apel", date(2021, 5, 1), date(2021, 6, 9))


def test_given_a_colleague_was_first_when_recording_then_nothing_is_overwritten(dossier):
    gezien = versie(dossier)
    leg_vast(dossier)

    with pytest.raises(Versieconflict):
        leg_vast(dossier, locatie="Hoogeveen", van=date(2022, 4, 5), versie=gezien)


@pytest.mark.parametrize(
    ("dagen", "woorden"),
    [(0, "0 dagen"), (1, "1 dag"), (7, "1 week"), (9, "1 week en 2 dagen"), (84, "12 weken")],
)
def test_given_days_when_said_in_weeks_then_nothing_is_lost(dagen, woorden):
    assert tonen.in_weken(dagen) == woorden


@given(st.integers(min_value=0, max_value=5000))
def test_given_any_number_of_days_when_said_in_weeks_then_it_can_be_counted_back(dagen):
    getallen = {
        woord[:3]: int(n) for n, woord in re.findall(r"(\d+) (week|weken|dag|dagen)", tonen.in_weken(dagen))
    }

    assert getallen.get("wee", getallen.get("wek", 0)) * 7 + getallen.get("dag", 0) == dagen
    assert getallen.get("dag", 0) < 7


@given(st.integers(min_value=0, max_value=84))
def test_given_any_day_of_twelve_weeks_when_said_then_used_and_left_are_together_twelve(dag):
    begin = date(2022, 1, 3)
    beeld = lees_dossierbeeld(json.dumps(bouw.beeld()).encode())
    opvang = d.Opvang(verblijfplaatsen=(d.Verblijfplaats(soort="vbl", locatie="Ter Apel", van=begin),))
    op = begin + timedelta(days=dag)

    weken = tonen.vblweken(Stand(replace(beeld, opvang=opvang), op, STANDAARD.op(op)))

    assert (weken.gebruikt, weken.over) == (tonen.in_weken(dag), tonen.in_weken(84 - dag))


def stand_in_vbl(dossier, *, op, besluit=None):
    beeld = beeld_of(dossier.pk)
    verblijf = d.Verblijfplaats(soort="vbl", locatie="Ter Apel", van=date(2022, 1, 3))
    opvang = d.Opvang(verblijfplaatsen=(verblijf,), vbl_lko_besluit_op=besluit)
    return beoordeel_op(replace(beeld, opvang=opvang), op)[0]


# The twelve weeks that began on 3 January 2022 end on 28 March.
@pytest.mark.parametrize(
    ("op", "over", "begin"),
    [
        (date(2022, 3, 6), "3 weken en 1 dag", ""),
        (date(2022, 3, 7), "3 weken", "Zet langer verblijf"),
        (date(2022, 3, 13), "2 weken en 1 dag", "Zet langer verblijf"),
        (date(2022, 3, 14), "2 weken", "Het LKO moet nu besluiten"),
        (date(2022, 3, 28), "0 dagen", "Het LKO moet nu besluiten"),
        (date(2022, 3, 29), "", "De twaalf weken zijn voorbij"),
    ],
)
def test_given_a_stay_in_a_vbl_when_its_end_comes_near_then_it_is_said_three_and_two_weeks_before(
    dossier, op, over, begin
):
    weken = tonen.vblweken(stand_in_vbl(dossier, op=op))

    assert weken.over == over
    assert weken.waarschuwing[: len(begin) or None] == begin


def test_given_a_decision_of_the_lko_about_this_stay_when_asked_then_nothing_warns(dossier):
    weken = tonen.vblweken(stand_in_vbl(dossier, op=date(2022, 4, 20), besluit=date(2022, 3, 20)))

    assert (weken.besluit_op, weken.waarschuwing) == (date(2022, 3, 20), "")


def test_given_a_decision_about_an_earlier_stay_when_asked_then_it_does_not_count(dossier):
    weken = tonen.vblweken(stand_in_vbl(dossier, op=date(2022, 4, 20), besluit=date(2021, 12, 20)))

    assert (weken.besluit_op, weken.waarschuwing != "") == (None, True)
