"""What is found, where it stands, and what the words around it change."""

from itertools import pairwise

import pytest

from verantwoord.kern.signalen import zoek_signalen


def soorten(tekst):
    return sorted({signaal.soort for signaal in zoek_signalen(tekst)})


def test_given_a_text_when_found_then_the_place_is_in_code_points_of_the_text_as_it_was_written():
    tekst = "Daniëlle 👩‍👧 zei: zij heeft epilepsie."

    (signaal,) = zoek_signalen(tekst)

    assert tekst[signaal.begin : signaal.eind] == signaal.citaat == "epilepsie"
    assert signaal.regel == "medisch.ernstige-ziekte"


def test_given_accents_as_marks_of_their_own_when_found_then_the_place_is_still_that_of_the_text():
    tekst = "Danie\u0308lle heeft epilepsie."

    (signaal,) = zoek_signalen(tekst)

    assert tekst[signaal.begin : signaal.eind] == "epilepsie"


@pytest.mark.parametrize(
    "tekst",
    [
        "Zij heeft epilepsie.",
        "Zij had altijd al epilepsie.",
        "Zij kreeg epilepsie.",
        "Ik heb epilepsie.",
        "mw heeft epilepsie",
        "ZIJ HEEFT EPILEPSIE",
        "Btr. zegt: epilepsie, aanvallen wekelijks.",
        "Onze dochter heeft epilepsie.",
        "Hij is niet alleen moe, hij heeft ook epilepsie.",
        "Hij heeft geen paspoort en heeft epilepsie.",
        "Zij heeft epilepsy.",
    ],
)
def test_given_another_person_tense_or_spelling_when_looked_for_then_it_is_found_all_the_same(tekst):
    assert soorten(tekst) == ["medisch"]


@pytest.mark.parametrize(
    "tekst",
    [
        "Zij heeft geen epilepsie.",
        "Zij heeft geen koorts, pijn of epilepsie.",
        "Zij heeft nooit epilepsie gehad.",
        "Van epilepsie is geen sprake.",
        "Ontkent epilepsie.",
        "De tolk heeft epilepsie.",
        "Zijn kamergenoot heeft epilepsie.",
        "Mocht hij epilepsie krijgen, dan belt hij.",
        "Ik heb uitgelegd dat epilepsie een reden voor uitstel kan zijn.",
        "Zij had epilepsie. Zij is volledig genezen.",
    ],
)
def test_given_a_denial_somebody_else_or_what_is_over_when_looked_for_then_it_is_not_shown(tekst):
    assert soorten(tekst) == []


@pytest.mark.parametrize(
    ("goed", "fout"),
    [
        ("Zij is zwanger.", "Zij is zwangr."),
        ("Hij slikt medicijnen.", "Hij slikt medicynen."),
        ("Hij slikt medicijnen.", "Hij slikt medicijenn."),
        ("Hij lijdt aan suikerziekte.", "Hij leid aan suikerzikte."),
        ("Zij loopt bij een psycholoog.", "Zij loopt bij een psygoloog."),
        ("Zij is zwanger.", "Zij is swanger."),
        ("Hij wordt behandeld bij de cardioloog.", "Hij word behandelt bij de kardioloog."),
    ],
)
def test_given_a_typing_error_when_looked_for_then_the_same_matter_is_found(goed, fout):
    assert soorten(goed) == soorten(fout) == ["medisch"]


def test_given_a_word_that_differs_one_letter_when_it_is_a_word_of_its_own_then_it_is_not_corrected():
    assert soorten("Zijn zwager haalt hem op.") == []


def test_given_hits_about_one_matter_that_overlap_when_found_then_one_passage_is_shown():
    gevonden = zoek_signalen("Hij wordt in het ziekenhuis behandeld voor borstkanker en tuberculose.")

    plekken = [(s.begin, s.eind) for s in gevonden if s.soort == "medisch"]
    assert plekken == sorted(plekken)
    assert [p for p, q in pairwise(plekken) if q[0] < p[1]] == []


def test_given_the_same_text_when_looked_for_twice_then_the_answer_is_the_same():
    tekst = "Zij is zwanger en wil haar naaimachine meenemen."

    assert zoek_signalen(tekst) == zoek_signalen(tekst)


@pytest.mark.parametrize("tekst", ["", " \n\n ", "...", "!?", "\u0000", "a" * 50_000, "ziek " * 2_000])
def test_given_a_strange_text_when_looked_for_then_every_place_lies_within_it(tekst):
    assert [s for s in zoek_signalen(tekst) if tekst[s.begin : s.eind] != s.citaat] == []
