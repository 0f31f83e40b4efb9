"""Word hints: what is found, what is honestly missed, and that a hit says where it stands."""

import pytest

from verantwoord.kern.signalen import WOORDEN, zoek_passages


def gevonden(tekst, vindplaats="eigen_woorden"):
    return [(g.terrein, [g.citaat[b:e] for b, e in g.hints]) for g in zoek_passages({vindplaats: tekst})]


@pytest.mark.parametrize(
    ("tekst", "verwacht"),
    [
        ("En sinds mijn zus is overleden slaap ik niet.", [("medisch", ["slaap ik niet"]), ("schrijnend", ["overleden"])]),
        ("Ik kreeg een verwijzing naar de ggz.", [("medisch", ["verwijzing naar", "ggz"])]),
        ("De ambassade gaf geen antwoord.", [("buiten_schuld", ["ambassade", "geen antwoord"])]),
        ("Mijn baas heeft mijn paspoort afgepakt.", [("buiten_schuld", ["paspoort"]), ("mensenhandel", ["afgepakt"])]),
        ("Ik wil graag een winkel beginnen.", [("wens", ["wil graag", "winkel beginnen"])]),
        ("MEDICIJNEN\nkrijg ik hier.", [("medisch", ["MEDICIJNEN"])]),
        ("De opvang eindigt na vier weken.", []),
        ("", []),
    ],
)  # fmt: skip
def test_given_words_when_looked_for_then_each_matter_has_its_own_passage(tekst, verwacht):
    assert gevonden(tekst) == verwacht


def test_given_a_denial_when_looked_for_then_it_is_shown_too_because_a_person_decides():
    assert gevonden("Hij heeft geen pijn.") == [("medisch", ["pijn"])]


def test_given_a_word_inside_another_when_looked_for_then_it_is_not_a_hint():
    assert gevonden("Hij speelt schaak, tijdgenoot en grafiek.") == []


def test_given_several_sentences_when_looked_for_then_only_those_with_a_hint_are_quoted():
    (passage,) = zoek_passages(
        {"vraag": "Hij woont in Assen. Hij is ziek. Hij leest veel. Hij slikt medicijnen."}
    )

    assert passage.citaat == "Hij is ziek. … Hij slikt medicijnen."
    assert [passage.citaat[b:e] for b, e in passage.hints] == ["ziek", "medicijnen"]


def test_given_sentences_that_stand_together_when_quoted_then_nothing_seems_left_out():
    (passage,) = zoek_passages({"vraag": "Hij is ziek. Hij slikt medicijnen."})

    assert passage.citaat == "Hij is ziek. Hij slikt medicijnen."


def test_given_two_texts_when_looked_for_then_each_keeps_its_own_place():
    passages = zoek_passages({"eigen_woorden": "Ik ben ziek.", "vragen": "Hij is ziek."})

    assert [(p.vindplaats, p.terrein) for p in passages] == [
        ("eigen_woorden", "medisch"),
        ("vragen", "medisch"),
    ]


def test_given_very_many_hits_when_looked_for_then_the_quotation_stays_readable_and_its_hints_inside_it():
    (passage,) = zoek_passages({"overig": "Hij is ziek. " * 1000})

    assert len(passage.citaat) == 2000
    assert max(einde for _begin, einde in passage.hints) <= 2000


@pytest.mark.parametrize("terrein", WOORDEN)
def test_given_the_list_when_read_then_no_word_stands_there_twice(terrein):
    assert sorted(set(WOORDEN[terrein])) == sorted(WOORDEN[terrein])
