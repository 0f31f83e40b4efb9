import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from verantwoord.kern.overdracht.persoon import (
    EerdereGegevens,
    find_strijdig,
    is_achternaam_strijdig,
    is_geboortedatum_bevestigd,
    is_geboortedatum_strijdig,
    vouw_achternaam,
)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Karataş", "KARATAS"),
        ("Nguyễn", "nguyen"),
        ("Müller", "Mu\u0308ller"),
        ("Weiß", "WEISS"),
        ("Sørensen", "sorensen"),
        ("Łukasiewicz", "Lukasiewicz"),
        ("Đorđević", "Dordevic"),
        ("Ħaż", "Haz"),
        ("Ŧ", "t"),
        ("Aydın", "AYDIN"),
        ("İnan", "inan"),
        ("Ben  Youssef", "Ben\u00a0\tYoussef"),
        ("ﬁn", "fin"),
        ("ℌ", "h"),
    ],
)
def test_given_two_spellings_of_a_surname_when_compared_then_they_are_equal(een, ander):
    assert not is_achternaam_strijdig(een, ander)


@pytest.mark.parametrize(
    ("een", "ander"),
    [
        ("Ben-Youssef", "Ben Youssef"),
        ("O'Brien", "O’Brien"),
        ("Ben Youssef", "Youssef Ben"),
        ("BenYoussef", "Ben Youssef"),
        ("Müller", "Mueller"),
        ("Sadeghi", "Sadeghiova"),
        ("Ælfric", "Aelfric"),
    ],
)
def test_given_surnames_with_other_letters_marks_or_order_when_compared_then_they_differ(een, ander):
    assert is_achternaam_strijdig(een, ander)


@settings(deadline=None)  # a busy machine is no failure
@given(st.text())
def test_given_any_surname_when_folded_twice_then_nothing_more_changes(achternaam):
    assert vouw_achternaam(vouw_achternaam(achternaam)) == vouw_achternaam(achternaam)


def test_given_a_surname_that_is_absent_when_compared_then_it_contradicts_nothing():
    assert not is_achternaam_strijdig(None, "Voorbeeld")
    assert not is_achternaam_strijdig("Voorbeeld", None)


@pytest.mark.parametrize(
    ("een", "ander", "strijdig"),
    [
        ("1990-05-12", "1990-05-12", False),
        ("1990-05-12", "1990-05-13", True),
        ("1990-05-12", "1990-06-00", True),
        ("1990-05-12", "1991-00-00", True),
        ("1990-05-12", "1990-05-00", False),
        ("1990-05-12", "1990-00-12", False),
        ("1990-05-12", "1990-00-13", True),
        ("1990-00-00", "1990-05-12", False),
        ("0000-00-00", "1990-05-12", False),
        ("0000-05-00", "1990-06-12", True),
    ],
)
def test_given_partial_birth_dates_when_compared_then_only_known_parts_can_differ(een, ander, strijdig):
    assert is_geboortedatum_strijdig(een, ander) is strijdig
    assert is_geboortedatum_strijdig(ander, een) is strijdig


def test_given_several_earlier_messages_when_compared_then_each_of_them_counts():
    eerder = [
        EerdereGegevens(None, None),
        EerdereGegevens("Voorbeeld", None),
        EerdereGegevens("Ander", "1990-05-12"),
    ]

    assert find_strijdig(achternaam=None, geboortedatum="1990-05-00", eerder=eerder) is None
    assert (
        find_strijdig(achternaam=None, geboortedatum="1990-06-00", eerder=eerder) == "persoon.geboortedatum"
    )
    assert find_strijdig(achternaam="ander", geboortedatum=None, eerder=eerder) == "persoon.naam.achternaam"


@pytest.mark.parametrize(
    ("geboortedatum", "eerder", "bevestigd"),
    [
        ("1990-05-12", ["1990-05-12"], True),
        ("1990-05-12", [None, "1990-00-00", "1990-05-12"], True),
        ("1990-00-00", ["1990-00-00"], True),
        ("1990-05-12", ["1990-05-00"], False),
        ("1990-00-00", ["1990-05-12"], False),
        ("0000-00-00", ["0000-00-00"], False),
        ("1990-05-12", [None], False),
        ("1990-05-12", [], False),
    ],
)
def test_given_earlier_birth_dates_when_a_second_fact_is_asked_then_only_the_same_date_confirms(
    geboortedatum, eerder, bevestigd
):
    gegevens = [EerdereGegevens("Voorbeeld", eerdere) for eerdere in eerder]

    assert is_geboortedatum_bevestigd(geboortedatum, gegevens) is bevestigd
