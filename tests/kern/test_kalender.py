"""Counting with dates: the published vectors, an independent holiday table, and what must hold for every date."""

from datetime import date, timedelta

import holidays
import pytest
from hypothesis import given
from hypothesis import strategies as st

from verantwoord.kern.kalender import (
    feestdagen,
    is_achttien,
    plus_dagen,
    plus_maanden,
    plus_werkdagen,
    rustdag,
    verleng_atw,
    voluit,
)
from verantwoord.kern.typen import geboortegrenzen

DATUMS = st.dates(min_value=date(1980, 1, 1), max_value=date(2100, 12, 31))


@pytest.mark.parametrize(
    ("start", "rekenkundig", "laatste", "wegens"),
    [
        ("2022-03-01", "2022-03-29", "2022-03-29", None),
        ("2022-03-18", "2022-04-15", "2022-04-19", "Goede Vrijdag"),
        ("2022-04-28", "2022-05-26", "2022-05-27", "Hemelvaartsdag"),
        ("2025-03-29", "2025-04-26", "2025-04-28", "Koningsdag"),
        ("2021-12-04", "2022-01-01", "2022-01-03", "Nieuwjaarsdag"),
        ("2024-02-01", "2024-02-29", "2024-02-29", None),
        ("2022-02-05", "2022-03-05", "2022-03-07", "zaterdag"),
    ],
)
def test_given_a_published_vector_when_a_term_of_28_days_ends_then_the_last_day_is_that_of_the_law(
    start: str, rekenkundig: str, laatste: str, wegens: str | None
):
    einde = plus_dagen(date.fromisoformat(start), 28)

    assert einde == date.fromisoformat(rekenkundig)
    assert verleng_atw(einde, dagen=28) == (date.fromisoformat(laatste), wegens)


def test_given_an_equated_friday_when_a_term_ends_on_ascension_then_it_runs_to_monday():
    einde = verleng_atw(date(2022, 5, 26), dagen=28, gelijkgesteld={date(2022, 5, 27)})

    assert einde == (date(2022, 5, 30), "Hemelvaartsdag")


@pytest.mark.parametrize("dagen", [0, 91, 365])
def test_given_a_term_of_nothing_or_more_than_90_days_when_it_ends_on_sunday_then_it_is_not_extended(
    dagen: int,
):
    assert verleng_atw(date(2022, 3, 6), dagen=dagen) == (date(2022, 3, 6), None)


@pytest.mark.parametrize("jaar", range(2010, 2036))
def test_given_a_year_when_compared_with_an_independent_table_then_the_holidays_are_equal(jaar: int):
    tabel = holidays.country_holidays("NL", years=jaar, categories=("public", "optional"), language="en_US")
    # The law need not name Easter Sunday and Whit Sunday: every Sunday is excluded already.
    verwacht = {dag for dag, naam in tabel.items() if naam not in {"Easter Sunday", "Pentecost"}}

    assert set(feestdagen(jaar)) == verwacht


@pytest.mark.parametrize(
    ("dag", "maanden", "verwacht"),
    [
        ("2021-11-30", 3, "2022-02-28"),
        ("2023-11-30", 3, "2024-02-29"),
        ("2022-08-31", 6, "2023-02-28"),
        ("2022-01-15", 18, "2023-07-15"),
        ("2024-02-29", 12, "2025-02-28"),
        ("9999-11-01", 3, "9999-12-31"),
    ],
)
def test_given_a_day_when_months_are_added_then_the_day_number_is_kept_or_clamped(
    dag: str, maanden: int, verwacht: str
):
    assert plus_maanden(date.fromisoformat(dag), maanden) == date.fromisoformat(verwacht)


@given(dag=DATUMS, maanden=st.integers(min_value=0, max_value=240))
def test_given_any_day_when_months_are_added_then_only_the_day_number_can_shrink(dag: date, maanden: int):
    later = plus_maanden(dag, maanden)

    assert (later.year * 12 + later.month) - (dag.year * 12 + dag.month) == maanden
    assert later.day <= dag.day
    assert later.day == dag.day or (later + timedelta(1)).day == 1


@given(dag=DATUMS, dagen=st.integers(min_value=0, max_value=365))
def test_given_any_term_when_extended_then_it_never_gets_shorter_and_ends_on_an_ordinary_day(
    dag: date, dagen: int
):
    laatste, wegens = verleng_atw(dag, dagen=dagen)

    assert laatste >= dag
    assert (laatste == dag) == (wegens is None)
    if 1 <= dagen <= 90:
        assert rustdag(laatste) is None
        assert [d for d in range((laatste - dag).days) if rustdag(dag + timedelta(d)) is None] == []


@given(dag=DATUMS, een=st.integers(min_value=0, max_value=40), twee=st.integers(min_value=0, max_value=40))
def test_given_any_day_when_working_days_are_added_then_more_is_never_earlier(dag: date, een: int, twee: int):
    assert (plus_werkdagen(dag, een) <= plus_werkdagen(dag, twee)) == (een <= twee) or een == twee
    assert plus_werkdagen(plus_werkdagen(dag, een), twee) == plus_werkdagen(dag, een + twee)
    assert een == 0 or rustdag(plus_werkdagen(dag, een)) is None


def test_given_a_thursday_before_easter_when_three_working_days_are_added_then_the_holidays_do_not_count():
    assert plus_werkdagen(date(2022, 4, 14), 3) == date(2022, 4, 21)


def test_given_the_edge_of_the_calendar_when_counting_on_then_it_stops_there():
    assert plus_dagen(date.max, 28) == date.max
    assert plus_dagen(date.min, -1) == date.min
    assert plus_werkdagen(date.max, 5) == date.max
    assert verleng_atw(date.max, dagen=28)[0] == date.max


@pytest.mark.parametrize(
    ("geboren", "op", "achttien"),
    [
        ("2004-06-02", "2022-06-01", False),
        ("2004-06-02", "2022-06-02", True),
        ("2004-02-29", "2022-02-28", False),
        ("2004-02-29", "2022-03-01", True),
    ],
)
def test_given_a_birth_date_when_asked_for_eighteen_then_the_birthday_itself_counts(
    geboren: str, op: str, achttien: object
):
    assert is_achttien(date.fromisoformat(geboren), date.fromisoformat(op)) == achttien


@pytest.mark.parametrize(
    ("geboortedatum", "vroegst", "laatst"),
    [
        ("2004-05-06", "2004-05-06", "2004-05-06"),
        ("2004-05-00", "2004-05-01", "2004-05-31"),
        ("2005-02-00", "2005-02-01", "2005-02-28"),
        ("2004-00-00", "2004-01-01", "2004-12-31"),
        ("2004-00-31", "2004-01-31", "2004-12-31"),
        ("0000-02-29", "0004-02-29", "9996-02-29"),
        ("0000-00-00", "0001-01-01", "9999-12-31"),
    ],
)
def test_given_unknown_parts_when_a_birth_date_is_bounded_then_all_it_allows_lies_between(
    geboortedatum: str, vroegst: str, laatst: str
):
    assert geboortegrenzen(geboortedatum) == (date.fromisoformat(vroegst), date.fromisoformat(laatst))


def test_given_a_date_when_written_out_then_it_reads_as_people_write_it():
    assert voluit(date(2022, 3, 7)) == "7 maart 2022"
