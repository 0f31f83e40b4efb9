"""Every sentence of the interface is there in English, and only those."""

import re
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.pofile import read_po
from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import trans_real

from verantwoord.project.vertalingen import bouw_vertalingen
from verantwoord.web.vertalen import zinnen_in_pakket, zonder_vertaling

PAKKET = settings.PAKKET
CATALOGUS = PAKKET / "project/locale/en/LC_MESSAGES/django.po"
INVULPLEK = re.compile(r"%\(\w+\)[a-z]|%[a-z%]|\{\w+\}|&\w+;")


def vormen(tekst: str | tuple[str, ...]) -> list[str]:
    """One sentence, or the two of a plural, as a list."""
    return [tekst] if isinstance(tekst, str) else list(tekst)


def zinnen_in_catalogus() -> list[Message]:
    with CATALOGUS.open("rb") as stroom:
        return [regel for regel in read_po(stroom, abort_invalid=True) if regel.id]


@pytest.fixture
def gebouwd():
    """The catalogue as the program reads it, made anew from the one that people write."""
    bouw_vertalingen(Path(settings.PAKKET).parents[1])
    trans_real._translations.clear()


def test_given_every_sentence_when_compared_with_the_catalogue_then_none_lacks_english():
    assert zonder_vertaling(PAKKET, CATALOGUS) == {}


def test_given_the_catalogue_when_compared_with_the_program_then_no_translation_outlived_its_sentence():
    gebruikt = set(zinnen_in_pakket(PAKKET))

    vertaald = {zin for regel in zinnen_in_catalogus() for zin in vormen(regel.id)}

    assert vertaald - gebruikt == set()


def test_given_a_sentence_when_translated_then_the_same_things_are_filled_in():
    anders = {
        nederlands: engels
        for regel in zinnen_in_catalogus()
        for nederlands, engels in zip(vormen(regel.id), vormen(regel.string), strict=True)
        if sorted(INVULPLEK.findall(nederlands)) != sorted(INVULPLEK.findall(engels))
    }

    assert anders == {}


def test_given_a_sentence_that_is_pasted_to_another_when_translated_then_its_spaces_stay():
    anders = {
        nederlands: engels
        for regel in zinnen_in_catalogus()
        for nederlands, engels in zip(vormen(regel.id), vormen(regel.string), strict=True)
        if (nederlands[0].isspace(), nederlands[-1].isspace()) != (engels[0].isspace(), engels[-1].isspace())
    }

    assert anders == {}


@pytest.mark.usefixtures("gebouwd")
def test_given_a_plural_when_one_or_more_are_counted_then_english_has_both_forms():
    with translation.override("en"):
        zinnen = [translation.ngettext("over %(dagen)d dag", "over %(dagen)d dagen", n) for n in (1, 2)]

    assert zinnen == ["in %(dagen)d day", "in %(dagen)d days"]


@pytest.mark.django_db
@pytest.mark.usefixtures("gebouwd")
def test_given_english_is_chosen_when_the_log_in_page_opens_then_it_is_in_english(client):
    adres = reverse("toegang:inloggen")
    client.post(reverse("set_language"), {"language": "en", "next": adres})

    html = client.get(adres).content.decode()

    kop = re.search(r"<h1[^>]*>(.*?)</h1>", html)[1]
    labels = re.findall(r"<label[^>]*>\s*(.*?)\s*</label>", html, re.DOTALL)
    assert (re.search(r'<html lang="(\w+)"', html)[1], kop, labels) == (
        "en",
        "Log in",
        ["Username", "Password"],
    )
