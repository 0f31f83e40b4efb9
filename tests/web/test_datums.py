"""Dates as people read them."""

import datetime as dt

import pytest
from django.template import Context, Template
from django.utils import translation

from verantwoord.web import datums

MAANDAG = dt.date(2022, 9, 12)
VANDAAG = dt.date(2022, 9, 15)


@pytest.mark.parametrize(
    ("function", "expected"),
    [
        (datums.kort, "ma 12 sep"),
        (datums.kort_jaar, "ma 12 sep 2022"),
        (datums.lang, "maandag 12 september 2022"),
        (datums.dag_maand, "12 september 2022"),
        (datums.dag_kort, "12 sep"),
    ],
)
def test_given_dutch_when_writing_a_day_then_it_reads_as_in_the_look(function, expected):
    with translation.override("nl"):
        written = function(MAANDAG)

    assert written == expected


def test_given_english_when_writing_a_day_then_names_follow_the_language_and_keep_their_capitals():
    with translation.override("en"):
        written = (datums.kort(MAANDAG), datums.lang(MAANDAG))

    assert written == ("Mon 12 Sep", "Monday 12 September 2022")


@pytest.mark.parametrize(
    ("dag", "expected"),
    [
        (dt.date(2022, 9, 12), "3 dagen te laat"),
        (dt.date(2022, 9, 14), "1 dag te laat"),
        (dt.date(2022, 9, 15), "vandaag"),
        (dt.date(2022, 9, 16), "morgen"),
        (dt.date(2022, 9, 17), "over 2 dagen"),
        (dt.date(2022, 11, 10), "over 56 dagen"),
        (dt.date(2022, 11, 11), "over 8 weken"),
        (dt.date(2021, 9, 15), "365 dagen te laat"),
    ],
)
def test_given_a_day_when_saying_how_far_then_lateness_is_exact_and_the_far_future_is_in_weeks(dag, expected):
    with translation.override("nl"):
        said = datums.nog(dag, VANDAAG)

    assert said == expected


@pytest.mark.parametrize(
    ("dag", "expected"),
    [
        (dt.date(2022, 9, 14), "te-laat"),
        (dt.date(2022, 9, 15), "nu"),
        (dt.date(2022, 9, 16), "nu"),
        (dt.date(2022, 9, 17), "straks"),
    ],
)
def test_given_a_day_when_asking_its_look_then_the_borders_are_today_and_tomorrow(dag, expected):
    assert datums.stand_van(dag, VANDAAG) == expected


def test_given_a_moment_in_utc_when_writing_the_time_then_it_is_the_clock_of_the_place():
    moment = dt.datetime(2022, 9, 22, 9, 48, tzinfo=dt.UTC)

    with translation.override("nl"):
        written = (datums.tijd(moment), datums.wanneer(moment), datums.tijd(dt.time(10, 5)))

    assert written == ("11.48 uur", "donderdag 22 september 2022, 11.48 uur", "10.05 uur")


def test_given_a_moment_just_after_midnight_when_its_day_is_written_then_it_is_the_day_of_the_place():
    moment = dt.datetime(2022, 9, 11, 22, 30, tzinfo=dt.UTC)

    with translation.override("nl"):
        written = Template("{% load web %}{{ m|datum }}, {{ m|wanneer }}").render(Context({"m": moment}))

    assert written == "12 september 2022, maandag 12 september 2022, 00.30 uur"
