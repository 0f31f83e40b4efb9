"""What is left out of a table cannot be worked out again from what is told."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verantwoord.kern.statistiek.onderdrukking import Verdeling, onderdruk

AANTALLEN = st.dictionaries(st.sampled_from("ABCDEFGH"), st.integers(0, 60))


# A slow machine is no reason to fail.
traag = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@traag
@given(AANTALLEN)
def test_given_any_counts_when_told_then_every_part_is_large_and_what_is_left_out_is_two_parts_that_are_large(
    aantallen,
):
    verdeling = onderdruk(aantallen, minstens=10, totaal_minstens=5)

    weg = {naam: n for naam, n in aantallen.items() if n and naam not in verdeling.getoond}
    assert all(n >= 10 for n in verdeling.getoond.values())
    if verdeling.totaal is None:
        assert (verdeling.getoond, verdeling.overig) == ({}, 0)
        assert sum(aantallen.values()) < 5
    else:
        assert verdeling.totaal == sum(verdeling.getoond.values()) + verdeling.overig
        assert verdeling.overig == sum(weg.values())
    if weg and verdeling.getoond:
        assert len(weg) >= 2
        assert sum(weg.values()) >= 10


def test_given_one_small_part_when_told_then_the_smallest_other_goes_with_it():
    verdeling = onderdruk({"IRQ": 3, "GHA": 12, "ETH": 40}, minstens=10, totaal_minstens=5)

    assert verdeling == Verdeling(totaal=55, getoond={"ETH": 40}, overig=15)


def test_given_nothing_small_when_told_then_nothing_is_left_out():
    verdeling = onderdruk({"GHA": 10, "ETH": 40, "IRQ": 0}, minstens=10, totaal_minstens=5)

    assert verdeling == Verdeling(totaal=50, getoond={"ETH": 40, "GHA": 10}, overig=0)


def test_given_one_country_alone_when_it_is_small_then_the_whole_is_told_and_no_country():
    verdeling = onderdruk({"IRQ": 7}, minstens=10, totaal_minstens=5)

    assert verdeling == Verdeling(totaal=7, getoond={}, overig=7)


def test_given_a_whole_that_is_small_when_told_then_nothing_is():
    verdeling = onderdruk({"IRQ": 6, "GHA": 3}, minstens=10, totaal_minstens=10)

    assert verdeling == Verdeling(totaal=None, getoond={}, overig=0)
