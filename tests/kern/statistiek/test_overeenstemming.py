import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from verantwoord.kern.statistiek.overeenstemming import (
    Kappa,
    cohens_kappa,
    krippendorffs_alpha,
    overeenstemming,
)

# A slow machine is no reason to fail.
traag = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])

oordelen = st.sampled_from(["ja", "nee", "deels"])
paren = st.lists(st.tuples(oordelen, oordelen), min_size=1, max_size=60)
eenheden = st.lists(st.lists(oordelen, max_size=5), max_size=30)


def uit_tabel(tabel):
    """Every pair of a table of two assessors, rows the first and columns the second."""
    return [(i, j) for i, rij in tabel.items() for j, n in rij.items() for _ in range(n)]


def per_eenheid(*beoordelaars):
    """Units from one line of judgments an assessor, with a point where there is none."""
    return [[o for o in eenheid if o != "."] for eenheid in zip(*map(str.split, beoordelaars), strict=True)]


def test_given_the_diagnoses_of_fleiss_when_comparing_then_kappa_and_its_variance_are_those_printed():
    # Fleiss, Cohen and Everitt (1969), 200 patients: unweighted kappa 0.429, estimated variance 0.002885.
    diagnoses = {
        "personality": {"personality": 106, "neurosis": 10, "psychosis": 4},
        "neurosis": {"personality": 22, "neurosis": 28, "psychosis": 10},
        "psychosis": {"personality": 2, "neurosis": 12, "psychosis": 6},
    }

    uit = cohens_kappa(uit_tabel(diagnoses))

    laag, hoog = uit.interval
    assert (uit.n, uit.overeenstemming, round(uit.kappa, 3)) == (200, 0.7, 0.429)
    assert round(((hoog - laag) / 2 / 1.959964) ** 2, 6) == 0.002885


def test_given_fifty_grants_when_comparing_then_kappa_is_that_of_the_example():
    # The textbook table of two readers and fifty proposals: 20 and 15 alike, 5 and 10 not.
    uit = cohens_kappa(uit_tabel({"ja": {"ja": 20, "nee": 5}, "nee": {"ja": 10, "nee": 15}}))

    assert (uit.overeenstemming, uit.kappa) == (0.7, pytest.approx(0.4))


def test_given_full_agreement_on_a_few_when_comparing_then_the_interval_does_not_claim_certainty():
    weinig = cohens_kappa([("ja", "ja"), ("nee", "nee")] * 5)
    veel = cohens_kappa([("ja", "ja"), ("nee", "nee")] * 50)

    # Wilson for 10 of 10 begins at 0.7225; half of the agreement was chance.
    assert (weinig.kappa, weinig.interval) == (1.0, (pytest.approx(0.4449, abs=0.0001), 1.0))
    assert weinig.interval[0] < veel.interval[0] < 1


def test_given_one_judgment_everywhere_when_comparing_then_kappa_says_nothing():
    uit = cohens_kappa([("ja", "ja")] * 8)

    assert uit == Kappa(n=8, overeenstemming=1.0, kappa=None, interval=None)
    assert krippendorffs_alpha([["ja", "ja"]] * 8) is None


def test_given_no_units_when_comparing_then_it_is_refused_or_says_nothing():
    with pytest.raises(ValueError, match="no unit"):
        cohens_kappa([])
    assert (overeenstemming([]), krippendorffs_alpha([["ja"], []])) == (None, None)


@pytest.mark.parametrize(
    ("data", "alpha"),
    [
        # Krippendorff (2011): A two observers, two values; B two observers, five values; C four observers, missing.
        (per_eenheid("0 1 0 0 0 0 0 0 1 0", "1 1 1 0 0 1 0 0 0 0"), 0.095),
        (per_eenheid("a a b b d c c c e d d a", "b a b b b c c c e d d d"), 0.692),
        (
            per_eenheid(
                "1 2 3 3 2 1 4 1 2 . . .",
                "1 2 3 3 2 2 4 1 2 5 . 3",
                ". 3 3 3 2 3 4 2 2 5 1 .",
                "1 2 3 3 2 4 4 1 2 5 1 .",
            ),
            0.743,
        ),
    ],
)
def test_given_krippendorffs_own_examples_when_comparing_then_alpha_is_the_printed_one(data, alpha):
    assert round(krippendorffs_alpha(data), 3) == alpha


@traag
@given(paren)
def test_given_any_two_assessors_when_they_change_places_then_nothing_changes(lijst):
    heen, terug = cohens_kappa(lijst), cohens_kappa([(b, a) for a, b in lijst])

    assert heen.overeenstemming == terug.overeenstemming == overeenstemming(lijst)
    assert heen.kappa == (None if terug.kappa is None else pytest.approx(terug.kappa))
    assert krippendorffs_alpha(lijst) == krippendorffs_alpha([(b, a) for a, b in lijst])


@traag
@given(paren)
def test_given_any_two_assessors_when_comparing_then_the_interval_holds_kappa_and_stays_possible(lijst):
    uit = cohens_kappa(lijst)

    if uit.kappa is not None:
        laag, hoog = uit.interval
        assert -1 <= laag <= uit.kappa <= hoog <= 1


@traag
@given(eenheden)
def test_given_any_judgments_when_they_get_other_names_or_another_order_then_alpha_stays(lijst):
    namen = {"ja": "1", "nee": "2", "deels": "3"}
    anders = [[namen[o] for o in reversed(eenheid)] for eenheid in reversed(lijst)]

    alpha = krippendorffs_alpha(lijst)

    assert krippendorffs_alpha(anders) == (None if alpha is None else pytest.approx(alpha))
    assert alpha is None or -1 <= alpha <= 1
