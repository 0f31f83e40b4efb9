"""What is mandatory for whom, and by when: dates in, dates out."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verantwoord.vakmanschap.models import Cursus, Deelname
from verantwoord.vakmanschap.opleiding.verplicht import geldig_tot, verplicht_vanaf, verplicht_voor

SINDS = date(2022, 1, 1)
DAGEN = st.dates(date(2000, 1, 1), date(2040, 1, 1))


def cursus(voor="iedereen", **anders):
    velden = {"titel": "Toetsen", "geldt_vanaf": SINDS, "termijn_dagen": 90, "geldig_maanden": 24}
    return Cursus(voor=voor, **velden | anders)


def deelname(wat, gedaan_op=None, **anders):
    return Deelname(cursus=wat, gedaan_op=gedaan_op, uitkomst="gevolgd" if gedaan_op else "", **anders)


def een(wat, *deelnames, begonnen_op=None):
    (verplicht,) = verplicht_voor([wat], begonnen_op=begonnen_op, deelnames=deelnames)
    return verplicht


@pytest.mark.parametrize(
    ("voor", "begonnen_op", "vanaf"),
    [
        ("nieuw", date(2022, 3, 1), date(2022, 3, 1)),
        ("nieuw", date(2021, 12, 31), None),
        ("nieuw", None, None),
        ("ervaren", date(2022, 3, 1), date(2023, 3, 1)),
        ("ervaren", date(2019, 3, 1), SINDS),
        ("ervaren", None, SINDS),
        ("iedereen", date(2022, 3, 1), date(2022, 3, 1)),
        ("iedereen", date(2019, 3, 1), SINDS),
        ("iedereen", None, SINDS),
        ("vrij", date(2022, 3, 1), None),
    ],
)
def test_given_a_course_and_a_first_day_when_asked_from_when_it_is_mandatory_then_it_is_for_whom_it_says(
    voor, begonnen_op, vanaf
):
    assert verplicht_vanaf(cursus(voor), begonnen_op) == vanaf


def test_given_nobody_took_it_when_asked_then_the_last_day_is_the_first_plus_the_term():
    assert een(cursus(), begonnen_op=date(2022, 3, 1)).uiterlijk == date(2022, 5, 30)


def test_given_it_was_taken_when_asked_then_it_is_due_again_when_it_no_longer_holds():
    wat = cursus()

    verplicht = een(wat, deelname(wat, date(2022, 2, 1), geldig_tot=date(2024, 2, 1)))

    assert (verplicht.gedaan_op, verplicht.uiterlijk) == (date(2022, 2, 1), date(2024, 2, 1))


def test_given_once_is_enough_when_it_was_taken_then_nothing_is_due():
    wat = cursus(geldig_maanden=None)

    assert een(wat, deelname(wat, date(2022, 2, 1))).uiterlijk is None


def test_given_a_result_that_says_once_more_when_asked_then_it_is_still_due():
    wat = cursus()
    opnieuw = Deelname(cursus=wat, gedaan_op=date(2022, 2, 1), uitkomst="opnieuw")

    assert een(wat, opnieuw).uiterlijk == SINDS + timedelta(days=90)


def test_given_an_enrolment_for_a_day_before_the_last_when_asked_then_nobody_is_reminded_until_that_day_passed():
    wat = cursus()
    verplicht = een(wat, deelname(wat, gepland_op=date(2022, 3, 25)))

    assert verplicht.gezegd_sinds(date(2022, 3, 25)) is None
    assert verplicht.gezegd_sinds(date(2022, 3, 26)) == date(2022, 3, 2)
    assert verplicht.gezegd_sinds(date(2022, 4, 2)) == date(2022, 4, 2)


@given(DAGEN, st.one_of(st.none(), DAGEN), st.integers(0, 60))
def test_given_any_days_when_taken_again_later_then_it_is_never_due_earlier(gedaan_op, begonnen_op, maanden):
    wat = cursus(geldig_maanden=maanden or None)
    eerste = deelname(wat, gedaan_op, geldig_tot=geldig_tot(wat, gedaan_op))
    later = gedaan_op + timedelta(days=30)
    tweede = deelname(wat, later, geldig_tot=geldig_tot(wat, later))

    een_keer = een(wat, eerste, begonnen_op=begonnen_op).uiterlijk
    twee_keer = een(wat, eerste, tweede, begonnen_op=begonnen_op).uiterlijk

    assert (twee_keer or date.max) >= (een_keer or date.max)
