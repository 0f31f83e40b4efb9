import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verantwoord.kern.statistiek import aandeel
from verantwoord.kern.statistiek.aandeel import wilson
from verantwoord.kern.statistiek.schatting import (
    Groepstratum,
    Schatting,
    Stratum,
    deelgroep,
    gelaagd,
    omvang,
)

# A slow machine is no reason to fail.
traag = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])


@st.composite
def strata(draw):
    getrokken = draw(st.integers(2, 200))
    return Stratum(
        populatie=getrokken + draw(st.integers(0, 2000)),
        getrokken=getrokken,
        aantal=draw(st.integers(0, getrokken)),
    )


@pytest.mark.parametrize(
    ("populatie", "aantal"),
    # Krejcie and Morgan (1970), Determining sample size for research activities: 5 points either way at 95 %.
    [(100, 80), (200, 132), (1000, 278), (10000, 370), (None, 385)],
)
def test_given_five_points_either_way_when_sizing_then_it_is_the_published_size(populatie, aantal):
    assert omvang(marge=0.05, populatie=populatie) == aantal


@pytest.mark.parametrize(
    ("marge", "populatie", "deel"), [(0, 10, 0.5), (1, 10, 0.5), (0.1, 0, 0.5), (0.1, 9, 1)]
)
def test_given_what_cannot_be_when_sizing_then_it_is_refused(marge, populatie, deel):
    with pytest.raises(ValueError, match=r"nought and one|nothing to draw"):
        omvang(marge=marge, populatie=populatie, deel=deel)


@traag
@given(st.floats(0.005, 0.5), st.integers(1, 10**7), st.floats(0.05, 0.95))
def test_given_any_wish_when_sizing_then_that_many_reach_it_and_one_fewer_does_not(marge, populatie, deel):
    def breedte(n):
        rest = (populatie - n) / (populatie - 1) if populatie > 1 else 0
        return 1.959964 * (deel * (1 - deel) / n * rest) ** 0.5

    n = omvang(marge=marge, populatie=populatie, deel=deel)

    assert 1 <= n <= populatie
    assert breedte(n) <= marge * 1.00001
    assert n == 1 or breedte(n - 1) > marge * 0.99999


def test_given_the_households_of_scheaffer_when_estimating_then_share_and_error_are_those_printed():
    # Scheaffer, Mendenhall and Ott, Elementary survey sampling, stratified proportions: 0.60, twice the error is 0.13.
    uit = gelaagd(
        [
            Stratum(populatie=155, getrokken=20, aantal=16),
            Stratum(populatie=62, getrokken=8, aantal=2),
            Stratum(populatie=93, getrokken=12, aantal=6),
        ]
    )

    assert (uit.deel, round(2 * uit.standaardfout, 2)) == (0.6, 0.13)
    assert uit.interval == (pytest.approx(0.467, abs=0.003), pytest.approx(0.723, abs=0.003))


def test_given_every_unit_read_when_estimating_then_nothing_is_uncertain():
    uit = gelaagd([Stratum(populatie=4, getrokken=4, aantal=1), Stratum(populatie=1, getrokken=1, aantal=1)])

    assert uit == Schatting(deel=0.4, standaardfout=0.0, interval=(0.4, 0.4))


def test_given_a_stratum_that_weighs_more_when_estimating_then_the_share_follows_it():
    groot = Stratum(populatie=900, getrokken=100, aantal=10)
    klein = Stratum(populatie=100, getrokken=100, aantal=60)

    assert gelaagd([groot, klein]).deel == pytest.approx(0.15)
    assert (groot.gewicht, klein.gewicht) == (9.0, 1.0)


def test_given_nothing_found_when_estimating_then_the_interval_is_that_of_the_share_itself():
    uit = gelaagd([Stratum(populatie=10**9, getrokken=50, aantal=0)])

    assert uit.interval == (0.0, pytest.approx(aandeel(0, 50).interval[1] / 100, abs=0.001))


@pytest.mark.parametrize(
    "stratum",
    [
        Stratum(populatie=5, getrokken=6, aantal=1),
        Stratum(populatie=5, getrokken=2, aantal=3),
        Stratum(populatie=5, getrokken=0, aantal=0),
        Stratum(populatie=5, getrokken=1, aantal=1),
    ],
)
def test_given_a_stratum_that_cannot_be_when_estimating_then_it_is_refused(stratum):
    with pytest.raises(ValueError, match=r"no sample of a whole|one unit read of many"):
        gelaagd([stratum])


@traag
@given(st.lists(strata(), min_size=1, max_size=5))
def test_given_any_strata_when_estimating_then_the_interval_holds_the_share_and_stays_possible(lijst):
    uit = gelaagd(lijst)

    laag, hoog = uit.interval
    assert 0 <= laag <= uit.deel <= hoog <= 1


@traag
@given(st.lists(strata(), min_size=1, max_size=5))
def test_given_any_strata_when_the_others_are_counted_then_the_interval_is_the_mirror(lijst):
    uit = gelaagd(lijst)
    anders = gelaagd(
        [Stratum(populatie=s.populatie, getrokken=s.getrokken, aantal=s.getrokken - s.aantal) for s in lijst]
    )

    assert anders.deel == pytest.approx(1 - uit.deel)
    assert anders.interval == (pytest.approx(1 - uit.interval[1]), pytest.approx(1 - uit.interval[0]))


def groep(populatie, getrokken, van, aantal):
    return Groepstratum(populatie=populatie, getrokken=getrokken, van=van, aantal=aantal)


def test_given_one_stratum_when_a_share_within_a_group_is_weighed_then_it_is_the_count_itself():
    uit = deelgroep([groep(1000, 100, 50, 45)])

    assert (uit.aantal, uit.van, uit.deel, uit.effectief) == (45, 50, 0.9, (45.0, 50.0))
    assert uit.interval == wilson(45, 50)


def test_given_strata_that_weigh_unlike_when_weighed_then_the_share_leans_to_the_large_one():
    # Worked by hand: every one of the first stands for 4 and of the second for 36, so (4x38 + 36x6) / (4x40 + 36x10).
    # Residuals 1-R and -R with R = 368/520: the spread within the strata leaves 16.96, which is less than Kish's 520^2 / 13600.
    uit = deelgroep([groep(400, 100, 40, 38), groep(3600, 100, 10, 6)])

    assert (uit.aantal, uit.van) == (44, 50)
    assert uit.deel == pytest.approx(368 / 520)
    assert uit.effectief.van == pytest.approx(16.95739, abs=1e-5)
    assert uit.interval == wilson(*uit.effectief)
    assert uit.interval[1] - uit.interval[0] > wilson(44, 50)[1] - wilson(44, 50)[0]


def test_given_everybody_of_the_group_has_it_when_weighed_then_the_weights_alone_still_widen_the_margin():
    uit = deelgroep([groep(400, 100, 40, 40), groep(3600, 100, 10, 10)])

    assert uit.deel == 1.0
    assert uit.effectief.van == pytest.approx(520**2 / (40 * 16 + 10 * 36**2))


def test_given_a_stratum_of_which_nothing_was_read_when_weighed_then_it_says_nothing():
    alleen = deelgroep([groep(400, 100, 40, 30)])

    assert deelgroep([groep(400, 100, 40, 30), groep(3600, 0, 0, 0)]) == alleen
    assert deelgroep([groep(400, 100, 0, 0), groep(3600, 0, 0, 0)]) is None


@pytest.mark.parametrize("stratum", [(10, 11, 1, 1), (10, 5, 6, 1), (10, 5, 3, 4), (10, 5, 3, -1)])
def test_given_a_group_that_cannot_be_when_weighed_then_refused(stratum):
    with pytest.raises(ValueError, match="no sample"):
        deelgroep([groep(*stratum)])


groepen = st.lists(
    st.integers(1, 60).flatmap(
        lambda getrokken: st.integers(0, getrokken).flatmap(
            lambda van: st.tuples(
                st.integers(getrokken, 5000), st.just(getrokken), st.just(van), st.integers(0, van)
            )
        )
    ),
    min_size=1,
    max_size=4,
)


@traag
@given(groepen)
def test_given_any_strata_when_a_share_within_a_group_is_weighed_then_it_is_possible_and_never_surer_than_its_count(
    strata,
):
    uit = deelgroep([groep(*stratum) for stratum in strata])

    if uit is not None:
        laag, hoog = uit.interval
        assert 0 <= laag <= uit.deel + 1e-12
        assert uit.deel - 1e-12 <= hoog <= 1
        assert 0 < uit.effectief.van <= uit.van + 1e-9
