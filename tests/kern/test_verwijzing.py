"""Silence is nobody's choice: however many days pass, a referral stays what it was and only asking becomes due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verantwoord.kern.dossierbeeld import Verwijzing
from verantwoord.kern.verwijzing import bewijs_geldig_tot, navragen_op, stand_van

OP = date(2022, 2, 10)
DAGEN = st.dates(OP, date(2030, 1, 1))
FEIT = Verwijzing(naar="iom", organisatie="IOM Noord", verwezen_op=OP, toestemming=True)


def volgende(**anders):
    vast = {"feit": FEIT, "afgesproken": None, "laatst_gehoord": None, "dagen": 14} | anders
    return navragen_op(vast.pop("feit"), **vast)


@pytest.mark.parametrize(
    ("anders", "dag"),
    [
        ({}, date(2022, 2, 24)),
        ({"afgesproken": date(2022, 2, 17)}, date(2022, 2, 17)),
        # What was agreed does not put off the first time that the norm asks.
        ({"afgesproken": date(2022, 4, 1)}, date(2022, 2, 24)),
        ({"laatst_gehoord": date(2022, 3, 1)}, date(2022, 2, 24)),
    ],
)
def test_given_nobody_asked_yet_when_asking_for_the_next_day_then_it_is_within_the_norm(anders, dag):
    assert volgende(**anders) == dag


@pytest.mark.parametrize(
    ("anders", "dag"),
    [
        ({}, date(2022, 3, 6)),
        ({"afgesproken": date(2022, 4, 1)}, date(2022, 4, 1)),
        ({"laatst_gehoord": date(2022, 3, 1)}, date(2022, 3, 15)),
    ],
)
def test_given_somebody_asked_before_when_asking_for_the_next_day_then_it_counts_from_the_last_word(
    anders, dag
):
    opgevolgd = Verwijzing(naar="iom", verwezen_op=OP, toestemming=True, opvolging_op=date(2022, 2, 20))

    assert volgende(feit=opgevolgd, **anders) == dag


@given(
    opvolging_op=st.none() | DAGEN,
    afgesproken=st.none() | DAGEN,
    gehoord=st.none() | DAGEN,
    dagen=st.integers(1, 60),
)
def test_given_any_referral_that_runs_when_asking_for_the_next_day_then_there_always_is_one(
    opvolging_op, afgesproken, gehoord, dagen
):
    feit = Verwijzing(naar="ngo", verwezen_op=OP, toestemming=True, opvolging_op=opvolging_op)

    dag = navragen_op(feit, afgesproken=afgesproken, laatst_gehoord=gehoord, dagen=dagen)

    laatste_woord = max(d for d in (OP, opvolging_op, afgesproken, gehoord) if d is not None)
    assert OP <= dag <= laatste_woord + timedelta(days=dagen)


@pytest.mark.parametrize(
    ("aangenomen", "beeindigd", "resultaat", "stand"),
    [
        (False, False, None, "gevraagd"),
        (False, False, "  ", "gevraagd"),
        (True, False, None, "aangenomen"),
        (True, False, "Er is een plan.", "resultaat"),
        (True, True, "Er is een plan.", "beeindigd"),
    ],
)
def test_given_what_was_written_down_when_asking_how_it_stands_then_that_alone_decides(
    aangenomen, beeindigd, resultaat, stand
):
    feit = Verwijzing(naar="iom", verwezen_op=OP, toestemming=True, resultaat=resultaat)

    assert stand_van(feit, aangenomen=aangenomen, beeindigd=beeindigd) == stand


def test_given_a_signed_proof_when_asking_until_when_then_it_is_sixty_days():
    assert bewijs_geldig_tot(date(2022, 2, 10)) == date(2022, 4, 11)
