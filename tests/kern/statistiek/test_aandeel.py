from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verantwoord.kern.statistiek import Aandeel, Verschil, aandeel, verschil

tellingen = st.integers(1, 2000).flatmap(lambda van: st.tuples(st.integers(0, van), st.just(van)))


@pytest.mark.parametrize(
    ("aantal", "percentage", "afgerond", "interval"),
    [
        # The table of report §3.3, out of 200 dossiers, and the 64 % of §3.1.
        (117, 58.5, 59, (51.6, 65.1)),
        (45, 22.5, 23, (17.3, 28.8)),
        (20, 10.0, 10, (6.6, 14.9)),
        (37, 18.5, 19, (13.7, 24.5)),
        (15, 7.5, 8, (4.6, 12.0)),
        (128, 64.0, 64, (57.1, 70.3)),
    ],
)
def test_given_the_counts_of_the_report_when_taking_shares_then_they_read_as_printed(
    aantal, percentage, afgerond, interval
):
    uit = aandeel(aantal, 200)

    assert uit == Aandeel(aantal=aantal, van=200, percentage=percentage, afgerond=afgerond, interval=interval)


def test_given_no_dossiers_when_taking_a_share_then_there_is_none():
    assert aandeel(0, 0) == Aandeel(aantal=0, van=0, percentage=None, afgerond=None, interval=None)


@pytest.mark.parametrize(("aantal", "van"), [(-1, 5), (6, 5), (1, 0)])
def test_given_more_than_the_whole_when_taking_a_share_then_it_is_refused(aantal, van):
    with pytest.raises(ValueError, match="not a part"):
        aandeel(aantal, van)


@given(tellingen)
def test_given_any_counts_when_rounding_then_it_is_half_up_from_the_exact_fraction(telling):
    aantal, van = telling

    uit = aandeel(aantal, van)

    exact = Fraction(100 * aantal, van)
    assert uit.afgerond == int(exact + Fraction(1, 2))
    hoog = Decimal(exact.numerator * 10**30 // exact.denominator).scaleb(-30)
    assert Decimal(str(uit.percentage)) == hoog.quantize(Decimal("0.1"), ROUND_HALF_UP)


@given(tellingen)
def test_given_any_counts_when_taking_the_interval_then_it_holds_the_share_and_stays_possible(telling):
    aantal, van = telling

    laag, hoog = aandeel(aantal, van).interval

    assert 0 <= laag <= round(100 * aantal / van, 1) + 0.05
    assert round(100 * aantal / van, 1) - 0.05 <= hoog <= 100


@given(tellingen)
def test_given_a_share_when_counting_the_others_then_its_interval_is_the_mirror(telling):
    aantal, van = telling

    laag, hoog = aandeel(aantal, van).interval
    laag_ander, hoog_ander = aandeel(van - aantal, van).interval

    assert laag_ander == pytest.approx(100 - hoog, abs=0.11)
    assert hoog_ander == pytest.approx(100 - laag, abs=0.11)


@given(st.integers(0, 50), st.integers(50, 60), st.integers(2, 20))
def test_given_the_same_share_of_more_dossiers_when_taking_the_interval_then_it_is_narrower(
    aantal, van, maal
):
    weinig, veel = aandeel(aantal, van).interval, aandeel(aantal * maal, van * maal).interval

    assert veel[1] - veel[0] < weinig[1] - weinig[0]


def test_given_newcombes_own_example_when_comparing_then_the_interval_is_the_published_one():
    # Newcombe 1998, table II, method 10, case (a): 56/70 - 48/80 gives 0.0524 to 0.3339.
    uit = verschil(aandeel(48, 80), aandeel(56, 70))

    assert uit == Verschil(punten=20.0, afgerond=20, interval=(5.2, 33.4))


def test_given_half_a_point_either_way_when_comparing_then_rise_and_fall_round_alike():
    toen, nu = aandeel(117, 200), aandeel(138, 200)

    assert verschil(toen, nu).punten == 10.5
    assert (verschil(toen, nu).afgerond, verschil(nu, toen).afgerond) == (11, -11)


def test_given_nothing_to_compare_with_when_comparing_then_there_is_no_difference():
    assert verschil(aandeel(117, 200), aandeel(0, 0)) is None


@given(tellingen, tellingen)
def test_given_any_two_shares_when_comparing_then_the_interval_holds_the_difference_and_turns_with_it(
    een, twee
):
    heen, terug = verschil(aandeel(*een), aandeel(*twee)), verschil(aandeel(*twee), aandeel(*een))

    laag, hoog = heen.interval
    assert -100 <= laag <= heen.punten + 0.1
    assert heen.punten - 0.1 <= hoog <= 100
    assert terug.punten == -heen.punten
    assert terug.interval == pytest.approx((-hoog, -laag), abs=0.11)
