from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verantwoord.kern.overdracht.gaten import gaten


def test_given_no_numbers_when_looking_for_gaps_then_there_are_none():
    assert list(gaten([])) == []


def test_given_one_number_when_looking_for_gaps_then_what_lies_before_it_is_no_gap():
    assert list(gaten([374])) == []


def test_given_a_number_received_twice_when_looking_for_gaps_then_it_makes_none():
    assert list(gaten([1, 2, 2, 3])) == []


def test_given_a_leap_of_nine_hundred_million_when_looking_for_gaps_then_it_is_one_run():
    assert list(gaten([1, 3, 900_000_000])) == [(2, 2), (4, 899_999_999)]


def test_given_numbers_out_of_order_when_looking_for_gaps_then_it_is_refused():
    with pytest.raises(ValueError, match="ascending"):
        list(gaten([2, 1]))


@settings(deadline=None)  # a busy machine is no failure
@given(st.sets(st.integers(1, 200)))
def test_given_any_numbers_when_gaps_are_filled_in_then_nothing_is_missing_or_double(nummers):
    gevonden = list(gaten(sorted(nummers)))

    ingevuld = [nummer for van, tot in gevonden for nummer in range(van, tot + 1)]
    tussen = range(min(nummers), max(nummers) + 1) if nummers else ()
    assert sorted([*ingevuld, *nummers]) == list(tussen)
    assert all(tot + 1 < van for (_, tot), (van, _) in pairwise(gevonden))
