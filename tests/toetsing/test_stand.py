"""Why a text does not count, in the words and dates of the dossier."""

import json
from datetime import date

import pytest

from tests.kern.bouw import beeld, beroep_loopt, toetsing, uitspraak
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.parameters import STANDAARD
from verantwoord.kern.termijnen import Stand
from verantwoord.toetsing.stand import momentstand, stadia, stadium_op, telt_niet_in
from verantwoord.toetsing.tekst import vinger_van

OP = date(2022, 3, 20)


def stand(*delen, op=OP, **losse):
    gelezen = lees_dossierbeeld(json.dumps(beeld(*delen, **losse)).encode())
    return Stand(gelezen, op, STANDAARD.op(op))


def test_given_nothing_recorded_when_asked_then_it_says_so():
    gezien = momentstand(stand(), "medisch")

    assert (gezien.stand, gezien.teken, gezien.bezwaren) == (
        "ontbreekt",
        "ontbreekt",
        ("Er is nog niets vastgelegd.",),
    )


def test_given_an_empty_weighing_when_asked_then_that_is_the_reason():
    gezien = momentstand(stand(toetsingen=[toetsing("medisch", "2022-03-10", afweging=" ")]), "medisch")

    assert (gezien.stand, gezien.bezwaren) == ("ontbreekt", ("Er is geen afweging ingevuld.",))


def test_given_a_text_of_an_earlier_dossier_when_asked_then_both_dates_are_named():
    s = stand(toetsingen=[toetsing("medisch", "2022-01-11")], eerdere_dossiers=["D-2020-000001"])

    assert telt_niet_in(s, s.toetsingen[0]) == [
        "De toetsing is van 11 januari 2022, uit een eerder dossier. Dit dossier kwam op 12 januari 2022 binnen."
    ]


def test_given_a_judgment_after_the_weighing_when_asked_then_it_is_of_an_earlier_stage():
    gezien = momentstand(stand(uitspraak(), toetsingen=[toetsing("medisch", "2022-02-15")]), "medisch")

    assert (gezien.stand, gezien.bezwaren) == (
        "verouderd",
        ("Ouder dan dit stadium: de afweging is van 15 februari 2022, het stadium begon op 7 maart 2022.",),
    )


@pytest.mark.parametrize(
    ("signaal_op", "verwacht"),
    [("2022-03-10", "actueel"), ("2022-03-11", "aanwijzing")],
)
def test_given_a_signal_when_it_is_of_the_same_day_or_later_then_only_later_reopens(signaal_op, verwacht):
    s = stand(
        toetsingen=[toetsing("medisch", "2022-03-10")],
        signalen=[{"moment": "medisch", "ontvangen_op": signaal_op, "bron": "coa"}],
    )

    assert momentstand(s, "medisch").stand == verwacht


def test_given_a_signal_that_was_recorded_late_when_asked_then_the_moment_is_open_again():
    s = stand(toetsingen=[toetsing("medisch", "2022-03-10")])

    assert momentstand(s, "medisch", heropend=True).stand == "aanwijzing"


def test_given_a_later_text_without_weighing_when_asked_then_the_earlier_one_still_speaks():
    s = stand(toetsingen=[toetsing("medisch", "2022-03-01"), toetsing("medisch", "2022-03-10", afweging="")])

    gezien = momentstand(s, "medisch")

    assert (gezien.stand, gezien.tellend.getoetst_op, gezien.bezwaren) == (
        "actueel",
        date(2022, 3, 1),
        ("Er is geen afweging ingevuld.",),
    )


@pytest.mark.parametrize(
    ("aantal", "hints"),
    [(4, ()), (5, ("Deze afweging staat woordelijk in 5 dossiers. Gaat zij over deze persoon?",))],
)
def test_given_the_same_text_in_many_dossiers_when_asked_then_it_is_a_hint_and_the_text_still_counts(
    aantal, hints
):
    s = stand(toetsingen=[toetsing("medisch", "2022-03-10")])

    gezien = momentstand(s, "medisch", gelijke_teksten=aantal)

    assert (gezien.stand, gezien.hints) == ("actueel", hints)


def test_given_a_bare_phrase_without_a_source_when_asked_then_both_are_hints():
    s = stand(toetsingen=[toetsing("medisch", "2022-03-10", afweging="niet van toepassing", bronnen=[])])

    gezien = momentstand(s, "medisch")

    assert (gezien.stand, gezien.hints) == (
        "actueel",
        (
            "Bij de afweging staat alleen: “niet van toepassing”. Daaruit blijkt niet wat er is gewogen.",
            "Er is geen bron genoemd. Wat heeft u zelf nagevraagd?",
        ),
    )


def test_given_no_facts_but_an_abbreviation_when_asked_then_that_is_a_hint():
    s = stand(toetsingen=[toetsing("medisch", "2022-03-10", feiten=" n.v.t. ")])

    assert momentstand(s, "medisch").hints == (
        "Bij de feiten staat alleen: “n.v.t.”. Daaruit blijkt niet wat u vroeg en wat u hoorde.",
    )


def test_given_the_procedure_when_days_are_placed_then_each_falls_in_its_stage():
    begin = stadia(stand(uitspraak()))

    assert [
        stadium_op(begin, date.fromisoformat(dag))
        for dag in ("2022-01-11", "2022-01-12", "2022-02-10", "2022-03-06", "2022-03-07")
    ] == ["Vóór deze overdracht", "Na de overdracht", "Zitting bekend", "Zitting bekend", "Na de uitspraak"]
    assert [woord for _dag, woord in stadia(stand(beroep_loopt()))] == ["Na de overdracht"]


@pytest.mark.parametrize(
    ("een", "ander", "gelijk"),
    [
        ("Niet van toepassing.", "niet  van\ntoepassing", True),
        ("Geen reïntegratie", "GEEN REINTEGRATIE!", True),
        ("Geen klachten", "Geen klacht", False),
    ],
)
def test_given_two_texts_when_only_form_differs_then_they_have_one_fingerprint(een, ander, gelijk):
    assert (vinger_van(een) == vinger_van(ander)) is gelijk


def test_given_a_blank_text_when_asked_for_its_fingerprint_then_it_has_none():
    assert vinger_van(" \n… ") == ""
