"""Hits put together as sentences to read: what belongs together, where it stands, and what was answered."""

import pytest

from verantwoord.kern.signalen import LANGSTE_PASSAGE, Plek, lexiconversie, zoek_passages

MEDISCH = "Zij heeft epilepsie en suikerziekte."
SCHRIJNEND = "Haar man is in maart op het azc overleden."
NIETS = "De zitting is verteld."


def gevonden(teksten, **anders):
    return [(p.vindplaats, p.terrein, p.citaat) for p in zoek_passages(teksten, **anders)]


@pytest.mark.parametrize(
    ("tekst", "citaten"),
    [
        (f"{NIETS} {MEDISCH} {NIETS}", [("medisch", MEDISCH)]),
        (f"{MEDISCH} {MEDISCH}", [("medisch", f"{MEDISCH} {MEDISCH}")]),
        (f"{MEDISCH} {NIETS} {MEDISCH}", [("medisch", MEDISCH), ("medisch", MEDISCH)]),
        (f"{MEDISCH}\n{SCHRIJNEND}", [("medisch", MEDISCH), ("schrijnend", SCHRIJNEND)]),
        ("“Zij heeft epilepsie!”", [("medisch", "Zij heeft epilepsie!”")]),
        (NIETS, []),
        ("", []),
    ],
    ids=["one", "neighbours", "apart", "two matters", "marks", "nothing", "empty"],
)
def test_given_a_text_when_read_then_each_passage_is_whole_sentences_about_one_matter(tekst, citaten):
    assert gevonden({"overig": tekst}) == [("overig", *citaat) for citaat in citaten]


def test_given_passages_when_read_then_each_says_exactly_where_it_and_its_words_stand():
    tekst = f"{NIETS} {SCHRIJNEND}"
    (passage,) = zoek_passages({"eigen_woorden": tekst})

    assert tekst[passage.begin : passage.eind] == passage.citaat == SCHRIJNEND
    assert [tekst[t.begin : t.eind] for t in passage.treffers] == [t.citaat for t in passage.treffers]
    assert all(passage.plek.omvat(Plek("eigen_woorden", t.soort, t.begin, t.eind)) for t in passage.treffers)


def test_given_texts_in_an_order_when_read_then_the_passages_stand_in_that_order():
    assert [waar for waar, *_ in gevonden({"b": SCHRIJNEND, "a": MEDISCH})] == ["b", "a"]


def test_given_a_place_that_was_answered_when_read_then_only_its_matter_in_that_text_is_left_out():
    tekst = f"{MEDISCH} {SCHRIJNEND}"
    gelezen = [Plek("a", "medisch", 0, len(MEDISCH))]

    assert gevonden({"a": tekst, "b": MEDISCH}, gelezen=gelezen) == [
        ("a", "schrijnend", SCHRIJNEND),
        ("b", "medisch", MEDISCH),
    ]


@pytest.mark.parametrize(
    "tekst", [f"{MEDISCH} " * 200, "woord " * 400 + "zij heeft epilepsie " + "woord " * 400]
)
def test_given_a_text_without_end_when_read_then_each_passage_can_be_read_at_one_glance(tekst):
    passages = zoek_passages({"overig": tekst})

    assert max(passage.eind - passage.begin for passage in passages) <= LANGSTE_PASSAGE
    assert {treffer.citaat for passage in passages for treffer in passage.treffers} >= {"epilepsie"}


def test_given_the_rules_of_now_when_named_then_the_name_is_short_and_the_same_each_time():
    assert lexiconversie() == lexiconversie()
    assert (lexiconversie()[:3], len(lexiconversie())) == ("nl-", 13)
