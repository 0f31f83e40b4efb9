"""The road after each moment, as far as the facts tell it; saying no to consent is as ordinary as saying yes."""

import json
from datetime import date

import pytest

from tests.kern.bouw import beeld
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand
from verantwoord.toetsing.routes import route_van

OP = date(2022, 9, 15)


def route(moment, **delen):
    gelezen = lees_dossierbeeld(json.dumps(beeld(**delen)).encode())
    stappen = route_van(Stand(gelezen, OP, STANDAARD.op(OP)), moment)
    return [(stap.titel, stap.teken, stap.toelichting, stap.wanneer) for stap in stappen]


@pytest.mark.parametrize(
    ("medisch", "eerste"),
    [
        (
            {},
            ("Toestemming om medische gegevens op te vragen", "ontbreekt", "intrekken kan altijd", ""),
        ),
        (
            {"toestemming_op": "2022-08-16"},
            ("Toestemming om medische gegevens op te vragen", "gedaan", "geldt tot en met 16 februari 2023; intrekken kan altijd", "di 16 aug 2022"),
        ),
        (
            {"toestemming_op": "2022-03-14"},
            ("Toestemming om medische gegevens op te vragen", "verouderd", "gold tot en met 14 september 2022; vraag het opnieuw", "ma 14 mrt 2022"),
        ),
        (
            {"toestemming_geweigerd_op": "2022-08-16"},
            ("Toestemming niet gegeven", "gedaan", "dat mag", "di 16 aug 2022"),
        ),
        (
            {"toestemming_op": "2022-08-16", "toestemming_ingetrokken_op": "2022-09-01"},
            ("Toestemming ingetrokken", "gedaan", "dat mag altijd", "do 1 sep 2022"),
        ),
    ],
)  # fmt: skip
def test_given_an_answer_about_consent_when_the_route_is_drawn_then_it_is_said_without_blame(medisch, eerste):
    assert route("medisch", medisch=medisch)[0] == eerste


def test_given_a_decision_on_article_64_when_the_route_is_drawn_then_it_says_until_when():
    medisch = {
        "art64_ambtshalve_op": "2022-08-19",
        "art64_besluit": "toegekend",
        "art64_van": "2022-09-01",
        "art64_tot": "2023-03-01",
    }

    assert route("medisch", medisch=medisch)[1:] == [
        ("Voorgelegd voor artikel 64", "gedaan", "door de DT&V zelf", "vr 19 aug 2022"),
        ("Besluit IND", "gedaan", "uitstel van vertrek tot en met 1 maart 2023", "do 1 sep 2022"),
    ]


def test_given_own_attempts_and_a_mediation_that_failed_when_the_route_is_drawn_then_both_are_named():
    buiten_schuld = {
        "eigen_pogingen": ["ambassade bezocht", "brief van zijn broer"],
        "bemiddeling_gevraagd_op": "2022-08-01",
        "bemiddeling_mislukt_op": "2022-09-01",
    }

    assert route("buiten_schuld", buiten_schuld=buiten_schuld)[:2] == [
        ("Eigen pogingen vastleggen", "gedaan", "ambassade bezocht, brief van zijn broer", ""),
        ("Bemiddeling door de DT&V", "gedaan", "niet gelukt op 1 september 2022", "ma 1 aug 2022"),
    ]


@pytest.mark.parametrize(
    ("mensenhandel", "tekens"),
    [
        ({}, [("niet-aan-de-orde", "niet aan de orde"), ("niet-aan-de-orde", "niet aan de orde")]),
        ({"aanwijzing_op": "2022-09-01"}, [("ontbreekt", ""), ("ontbreekt", "")]),
        (
            {
                "aanwijzing_op": "2022-09-01",
                "politie_gemeld_op": "2022-09-02",
                "politie_terugkoppeling_op": "2022-09-05",
            },
            [("gedaan", "antwoord op 5 september 2022"), ("ontbreekt", "")],
        ),
    ],
)
def test_given_a_sign_of_trafficking_when_the_route_is_drawn_then_it_comes_into_view(mensenhandel, tekens):
    assert [
        (teken, bij) for _titel, teken, bij, _op in route("mensenhandel", mensenhandel=mensenhandel)
    ] == tekens


def test_given_steps_that_lie_ahead_when_the_route_is_drawn_then_they_are_not_done_yet():
    schrijnend = {"tweede_lezer_op": "2022-09-10", "vooroverleg_op": "2022-10-01"}

    assert [teken for _titel, teken, _bij, _op in route("schrijnend", schrijnend=schrijnend)] == [
        "gedaan",
        "ontbreekt",
        "ontbreekt",
        "ontbreekt",
    ]
