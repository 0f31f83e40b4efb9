"""Whose yes it takes: from the day somebody is sixteen their own; where a birth date leaves it open, the younger protects."""

from datetime import date

import pytest

from verantwoord.kern.vertegenwoordiging import kiezer_van

OP = date(2022, 3, 1)


@pytest.mark.parametrize(
    ("geboren", "amv", "kiezer"),
    [
        ("2006-03-01", False, "persoon"),
        ("2006-03-02", False, "vertegenwoordiger"),
        ("2006-00-00", False, "vertegenwoordiger"),
        ("2005-00-00", False, "persoon"),
        ("2006-03-00", True, "vertegenwoordiger"),
        (None, False, "persoon"),
        (None, True, "vertegenwoordiger"),
    ],
)
def test_given_a_birth_date_when_asked_who_says_yes_then_sixteen_is_the_border(geboren, amv, kiezer):
    assert kiezer_van(geboren, amv=amv, op=OP) == kiezer


def test_given_somebody_born_on_the_29th_of_february_when_sixteen_then_the_first_of_march_counts():
    assert [
        kiezer_van("2004-02-29", amv=False, op=dag) for dag in (date(2020, 2, 28), date(2020, 2, 29))
    ] == [
        "vertegenwoordiger",
        "persoon",
    ]
