"""Dutch, until the switch at the foot of the page says otherwise."""

import runpy

import pytest
from django.conf import settings
from django.urls import reverse

pytestmark = pytest.mark.django_db


def taal_van(client, **headers: str) -> str:
    return client.get(reverse("toegang:inloggen"), headers=headers).headers["Content-Language"]


def test_given_no_choice_when_a_browser_prefers_english_then_the_page_is_dutch(client):
    assert taal_van(client, accept_language="en-GB,en;q=0.9") == "nl"


def test_given_the_switch_when_english_is_chosen_then_it_stays_whatever_the_browser_prefers(client):
    client.post(reverse("set_language"), {"language": "en"})

    assert taal_van(client, accept_language="nl-NL") == "en"


def test_given_english_when_dutch_is_chosen_again_then_the_page_is_dutch(client):
    client.post(reverse("set_language"), {"language": "en"})
    client.post(reverse("set_language"), {"language": "nl"})

    assert taal_van(client) == "nl"


@pytest.mark.parametrize("waarde", ["fr", "EN", "../en", ""])
def test_given_a_cookie_that_names_no_language_of_ours_when_read_then_the_page_is_dutch(client, waarde):
    client.cookies[settings.LANGUAGE_COOKIE_NAME] = waarde

    assert taal_van(client) == "nl"


def test_given_a_page_when_answered_then_a_cache_keeps_the_languages_apart(client):
    antwoord = client.get(reverse("toegang:inloggen"))

    kenmerken = {kop.strip() for kop in antwoord.headers["Vary"].split(",")}
    assert ("Cookie" in kenmerken, "Accept-Language" in kenmerken) == (True, False)


def test_given_a_choice_when_stored_then_the_cookie_lasts_a_year_and_is_out_of_reach_of_scripts_and_sites(
    client,
):
    antwoord = client.post(reverse("set_language"), {"language": "en"})

    koek = antwoord.cookies[settings.LANGUAGE_COOKIE_NAME]
    assert (koek["max-age"], koek["httponly"], koek["samesite"], koek["secure"]) == (
        31_536_000,
        True,
        "Lax",
        "",
    )


def test_given_production_when_the_settings_are_read_then_the_cookie_only_travels_encrypted(monkeypatch):
    monkeypatch.setenv("VERANTWOORD_PRODUCTIE", "1")

    instellingen = runpy.run_path(str(settings.PAKKET / "project/settings.py"))

    assert instellingen["LANGUAGE_COOKIE_SECURE"] is True
