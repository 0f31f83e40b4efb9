"""What the person reads: every sentence in their language, or in Dutch and English beside each other."""

import re
from datetime import date, datetime, time
from pathlib import Path

import pytest
from django.template import Context, Template
from django.utils import translation
from django.utils.html import conditional_escape
from django.utils.timezone import make_aware

from verantwoord import portaal
from verantwoord.portaal.taal import TALEN, dagen, zin, zin_lui
from verantwoord.portaal.taal.catalogus import catalogus
from verantwoord.portaal.taal.oogst import ontbreekt, zinnen

INVULPLEK = re.compile(r"%\(\w+\)s|%[^(]")
ONBEKEND = "Deze zin staat in geen enkele lijst."
OP = date(2022, 9, 22)


def test_given_every_sentence_of_the_portal_when_compared_then_none_lacks_english():
    assert ontbreekt("en") == {}


@pytest.mark.parametrize("taal", [taal for taal in TALEN if taal != "nl"])
def test_given_a_catalogue_when_compared_then_the_same_is_filled_in_and_nothing_else(taal):
    anders = {
        bron: vertaald
        for bron, vertaald in catalogus(taal).items()
        if sorted(INVULPLEK.findall(bron)) != sorted(INVULPLEK.findall(vertaald))
    }

    assert anders == {}


@pytest.mark.parametrize("taal", [taal for taal in TALEN if taal != "nl"])
def test_given_the_first_page_when_compared_then_no_language_lacks_a_sentence_of_it(taal):
    eerste = {"basis.html", "bladzij.html", "begin.html", "inhoud.py", "route.py", "straks.py"}

    assert {zin for zin, plek in ontbreekt(taal).items() if plek.rpartition("/")[2] in eerste} == set()


def test_given_the_english_catalogue_when_compared_then_no_translation_outlived_its_sentence():
    assert catalogus("en").keys() - zinnen().keys() == set()


def test_given_a_sentence_that_a_language_has_when_shown_then_it_is_there_alone():
    with translation.override("ar"):
        html = conditional_escape(zin("Mijn vertrek"))

    assert html == "مغادرتي"


def test_given_a_sentence_that_a_language_lacks_when_shown_then_dutch_and_english_stand_beside_each_other(
    monkeypatch,
):
    monkeypatch.setitem(catalogus("en"), ONBEKEND, "This sentence is in no list.")

    with translation.override("so"):
        html = conditional_escape(zin(ONBEKEND))
        kaal = str(zin(ONBEKEND))

    assert html == (
        '<span class="vw-tweetalig" dir="ltr"><span lang="nl">Deze zin staat in geen enkele lijst.</span>'
        ' <span lang="en">This sentence is in no list.</span></span>'
    )
    assert kaal == "Deze zin staat in geen enkele lijst. / This sentence is in no list."


def test_given_what_somebody_typed_when_filled_in_then_it_cannot_be_markup():
    with translation.override("nl"):
        html = conditional_escape(zin("Dag %(naam)s", naam="<script>"))

    assert html == "Dag <bdi>&lt;script&gt;</bdi>"


def test_given_a_tag_with_a_day_when_shown_then_the_day_is_in_the_language_of_the_reader(monkeypatch):
    monkeypatch.setitem(catalogus("ar"), "Tot %(dag)s", "حتى %(dag)s")
    sjabloon = Template('{% load portaal %}{% zin "Tot %(dag)s" dag=op %}')

    with translation.override("ar"):
        html = sjabloon.render(Context({"op": OP}))

    assert html == "حتى الخميس 22 أيلول (سبتمبر) 2022"


def test_given_a_label_of_a_form_when_shown_later_then_it_follows_the_language_of_that_moment():
    label = zin_lui("Mijn vertrek")

    with translation.override("en"):
        assert str(label) == "My departure"


@pytest.mark.parametrize(
    ("taal", "woorden"),
    [
        ("nl", "donderdag 22 september 2022, 10.00 uur"),
        ("en", "Thursday 22 September 2022, 10:00"),
        ("fr", "jeudi 22 septembre 2022, 10:00"),
        ("ar", "الخميس 22 أيلول (سبتمبر) 2022، الساعة 10:00"),
        ("fa", "پنجشنبه 22 سپتامبر 2022، ساعت 10:00"),
        ("tr", "22 Eylül 2022 Perşembe, saat 10:00"),
        ("ti", "ሓሙስ፣ 22 መስከረም 2022፣ ሰዓት 10:00"),
        ("so", "Khamiis 22 Sebtembar 2022, saacadda 10:00"),
        ("ru", "четверг, 22 сентября 2022 г., 10:00"),
        ("es", "jueves 22 de septiembre de 2022, 10:00"),
    ],
)
def test_given_a_moment_when_written_then_weekday_month_and_hour_are_words_of_the_language(taal, woorden):
    assert dagen.dag_en_tijd(make_aware(datetime.combine(OP, time(10))), taal) == woorden
    assert taal in TALEN


@pytest.mark.parametrize(
    ("taal", "vooruit", "terug"),
    [
        ("nl", "over 5 dagen", "5 dagen geleden"),
        ("ar", "خلال 5 أيام", "قبل 5 أيام"),
        ("ti", "ድሕሪ 5 መዓልቲ", "ቅድሚ 5 መዓልቲ"),
        ("so", "5 maalmood kadib", "5 maalmood kahor"),
        ("ru", "через 5 дней", "5 дней назад"),
    ],
)
def test_given_a_number_of_days_when_written_then_ahead_and_past_are_told_apart(taal, vooruit, terug):
    assert (dagen.over(5, taal), dagen.over(-5, taal)) == (vooruit, terug)


def test_given_a_page_of_the_portal_when_it_writes_a_time_then_in_the_words_of_the_portal():
    bladen = (Path(portaal.__file__).parent / "templates" / "portaal").glob("*.html")

    # Of two libraries with a filter of one name the last one counts.
    anders = {b.name for b in bladen if re.search(r"\{% load (?=[^%]*portaal)[^%]*portaal \w", b.read_text())}
    assert anders == set()
