import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verantwoord.kern.statistiek import aandeel
from verantwoord.kern.statistiek.correctie import rogan_gladen

# A slow machine is no reason to fail.
traag = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

tellingen = st.integers(1, 500).flatmap(lambda van: st.tuples(st.integers(0, van), st.just(van)))
VEEL = 10**9


def corrigeer(gemeten, gevoelig, specifiek):
    return rogan_gladen(gemeten=aandeel(*gemeten), gevoelig=aandeel(*gevoelig), specifiek=aandeel(*specifiek))


def test_given_the_herd_with_brucellosis_when_corrected_then_it_is_the_printed_share():
    # The worked example of epiR's epi.prev: 23 of 150 cows, sensitivity 96 %, specificity 89 %; truly 5.1 of 100.
    uit = corrigeer((23, 150), (96, 100), (89, 100))

    assert round(uit.deel, 3) == 0.051


def test_given_a_measure_known_to_be_perfect_when_corrected_then_the_interval_is_that_of_agresti_and_coull():
    # Agresti and Coull (1998) for 45 of 200: (45 + 1.92) / (200 + 3.84), give or take 1.96 standard errors.
    uit = corrigeer((45, 200), (VEEL, VEEL), (VEEL, VEEL))

    midden = (45 + 1.9207) / (200 + 3.8415)
    marge = 1.959964 * (midden * (1 - midden) / 203.8415) ** 0.5
    assert uit.deel == pytest.approx(0.225)
    assert uit.interval == (pytest.approx(midden - marge, abs=1e-5), pytest.approx(midden + marge, abs=1e-5))


def test_given_an_example_worked_by_hand_when_corrected_then_the_interval_follows_the_formulas():
    # n' = 103.8415, p' = 0.403699; Se' = 46/52, Sp' = 41/52; P' = 0.285496; dP = -0.013302; error 0.095314.
    uit = corrigeer((40, 100), (45, 50), (40, 50))

    assert uit.deel == pytest.approx(0.2 / 0.7)
    assert uit.interval == (pytest.approx(0.085382, abs=1e-6), pytest.approx(0.459006, abs=1e-6))


@pytest.mark.parametrize(
    ("gevoelig", "specifiek"),
    [((5, 10), (5, 10)), ((1, 10), (8, 10)), ((0, 0), (9, 10)), ((9, 10), (0, 0)), ((2, 2), (2, 1000))],
)
def test_given_a_measure_that_is_a_coin_or_was_never_checked_when_correcting_then_nothing_is_said(
    gevoelig, specifiek
):
    assert corrigeer((20, 100), gevoelig, specifiek) is None


@traag
@given(tellingen, tellingen, tellingen)
def test_given_any_counts_when_corrected_then_share_and_interval_stay_possible(gemeten, gevoelig, specifiek):
    uit = corrigeer(gemeten, gevoelig, specifiek)

    if uit is not None:
        laag, hoog = uit.interval
        assert 0 <= uit.deel <= 1
        assert 0 <= laag <= hoog <= 1


@traag
@given(st.integers(0, 200), st.integers(40, 49), st.integers(40, 49))
def test_given_fewer_dossiers_read_by_assessors_when_corrected_then_the_interval_is_no_narrower(
    aantal, gevoelig, specifiek
):
    weinig = corrigeer((aantal, 200), (gevoelig, 50), (specifiek, 50)).interval
    veel = corrigeer((aantal, 200), (gevoelig * 10**6, 50 * 10**6), (specifiek * 10**6, 50 * 10**6)).interval

    binnen = weinig[0] > 0 and weinig[1] < 1
    assert not binnen or weinig[1] - weinig[0] >= veel[1] - veel[0] - 0.03
