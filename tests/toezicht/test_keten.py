"""Is the person still there: the chain in words, from facts alone. And the calendar of reports."""

import json
from datetime import date, timedelta

import pytest

from tests.kern.bouw import beeld
from tests.toezicht.bouw import plicht
from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand
from verantwoord.toezicht.kalender import WEKEN, weken_van
from verantwoord.toezicht.keten import keten_van
from verantwoord.toezicht.models import Meldmoment

OP = date(2022, 4, 20)
TWEE_GEMIST = [plicht(gemist_op=["2022-04-05", "2022-04-12"])]
GECONTROLEERD = {"aanwezigheidscontrole_op": "2022-04-13"}


def stand(**feiten) -> Stand:
    return Stand(lees_dossierbeeld(json.dumps(beeld(**feiten)).encode()), OP, STANDAARD.op(OP))


@pytest.mark.parametrize(
    ("feiten", "wie", "sinds"),
    [
        ({}, "", None),
        ({"meldplichten": [plicht(gemist_op=["2022-04-12"])]}, "", None),
        ({"meldplichten": TWEE_GEMIST}, "COA en AVIM", date(2022, 4, 12)),
        ({"meldplichten": TWEE_GEMIST, "afwezigheid": GECONTROLEERD}, "AVIM", date(2022, 4, 13)),
        (
            {
                "meldplichten": TWEE_GEMIST,
                "afwezigheid": GECONTROLEERD | {"bericht_van_vertrek_ref": "A-1"},
            },
            "De regievoerder",
            date(2022, 4, 13),
        ),
        ({"meldplichten": TWEE_GEMIST, "afwezigheid": {"laatst_gezien_op": "2022-04-13"}}, "", None),
        (
            {"afwezigheid": {"niet_aangekomen_sinds": "2022-04-18T00:00:00+02:00"}},
            "COA en AVIM",
            date(2022, 4, 18),
        ),
        ({"afwezigheid": {"niet_aangekomen_sinds": "2022-04-18T00:01:00+02:00"}}, "", None),
    ],
)
def test_given_how_far_the_chain_is_when_asking_who_must_act_then_one_party_is_named_with_its_day(
    feiten, wie, sinds
):
    keten = keten_van(stand(**feiten), [], [])

    assert (keten.nu_wie, keten.nu_sinds) == (wie, sinds)


def test_given_somebody_seen_again_when_the_chain_is_shown_then_what_came_before_stays_readable():
    feiten = {"meldplichten": TWEE_GEMIST, "afwezigheid": {"laatst_gezien_op": "2022-04-13"}}

    keten = keten_van(stand(**feiten), [], [])

    assert [stap.teken for stap in keten.stappen] == ["gedaan", "niet-begonnen", "niet-begonnen", "gedaan"]
    assert keten.stappen[-1].wanneer == "wo 13 apr 2022"


def test_given_a_reason_nobody_heard_when_asking_who_must_act_then_it_is_the_avim():
    moment = Meldmoment(plaats=0, op=date(2022, 4, 12), soort="gemist")

    keten = keten_van(stand(meldplichten=[plicht()]), [moment], [])

    assert (keten.nu_wie, keten.nu_sinds) == ("AVIM", date(2022, 4, 12))


def test_given_a_meldplicht_when_its_calendar_is_made_then_each_day_says_what_is_known_of_it():
    opgelegd = d.Meldplicht(
        opgelegd_op=date(2022, 4, 6), opgelegd_door="avim", gemist_op=(date(2022, 4, 12),)
    )
    momenten = [
        Meldmoment(plaats=0, op=date(2022, 4, 19), soort="gemeld"),
        Meldmoment(plaats=0, op=date(2022, 4, 7), soort="verschoond"),
    ]

    weken = weken_van(opgelegd, momenten, op=OP)

    assert [week.van for week in weken] == [date(2022, 4, 18), date(2022, 4, 11), date(2022, 4, 4)]
    assert {dag.datum: dag.teken for week in weken for dag in week.dagen if dag.teken} == {
        date(2022, 4, 19): "gedaan",
        date(2022, 4, 12): "ontbreekt",
        date(2022, 4, 7): "niet-aan-de-orde",
    }
    assert [dag.buiten for dag in weken[-1].dagen] == [True, True, False, False, False, False, False]


@pytest.mark.parametrize("dagen", [0, 6, 83, 84, 4000])
def test_given_a_meldplicht_of_any_length_when_its_calendar_is_made_then_it_stays_a_page(dagen):
    opgelegd = d.Meldplicht(opgelegd_op=OP - timedelta(days=dagen), opgelegd_door="avim")

    weken = weken_van(opgelegd, [], op=OP)

    assert 1 <= len(weken) <= WEKEN
    assert len({dag.datum for week in weken for dag in week.dagen}) == 7 * len(weken)
