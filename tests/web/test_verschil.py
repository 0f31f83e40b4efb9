"""Two texts side by side: nothing lost, nothing marked that stayed."""

import itertools
import re

from hypothesis import given
from hypothesis import strategies as st

from verantwoord.web.verschil import Deel, nieuwe_kant, oude_kant, woord_diff

TEXTS = st.text(alphabet=st.sampled_from("abc é1 \n.,-'"), max_size=60)


@given(TEXTS, TEXTS)
def test_given_any_two_texts_when_compared_then_each_side_joins_to_its_own_text(oud, nieuw):
    delen = woord_diff(oud, nieuw)

    assert "".join(deel.tekst for deel in oude_kant(delen)) == oud
    assert "".join(deel.tekst for deel in nieuwe_kant(delen)) == nieuw


@given(TEXTS)
def test_given_the_same_text_twice_when_compared_then_nothing_is_marked(tekst):
    delen = woord_diff(tekst, tekst)

    assert {deel.soort for deel in delen} <= {"gelijk"}


@given(TEXTS, TEXTS)
def test_given_any_two_texts_when_compared_then_no_segment_is_empty_and_no_kind_repeats(oud, nieuw):
    delen = woord_diff(oud, nieuw)

    assert all(deel.tekst for deel in delen)
    assert all(first.soort != second.soort for first, second in itertools.pairwise(delen))


@given(st.lists(st.sampled_from(["een", "twee", "drie"]), min_size=1, max_size=8))
def test_given_words_added_at_the_end_when_compared_then_every_old_word_stays_unmarked(woorden):
    oud = " ".join(woorden)

    delen = woord_diff(oud, f"{oud} nieuw")

    kept = "".join(deel.tekst for deel in delen if deel.soort == "gelijk")
    assert re.findall(r"\w+", kept) == woorden


def test_given_a_sentence_added_after_a_full_stop_when_compared_then_only_the_new_sentence_is_marked():
    delen = woord_diff("Opvang eindigt.", "Opvang eindigt. Aan het COA is verlenging gevraagd.")

    assert delen == [
        Deel("gelijk", "Opvang eindigt."),
        Deel("nieuw", " Aan het COA is verlenging gevraagd."),
    ]


def test_given_two_changed_words_in_a_row_when_compared_then_they_read_as_one_change():
    delen = woord_diff("Hij regelt zelf zijn papieren.", "Hij vraagt zijn broer om papieren.")

    assert delen == [
        Deel("gelijk", "Hij "),
        Deel("weg", "regelt zelf"),
        Deel("nieuw", "vraagt"),
        Deel("gelijk", " zijn "),
        Deel("nieuw", "broer om "),
        Deel("gelijk", "papieren."),
    ]
