"""A password that somebody else gave opens one page: the one where a password of one's own is chosen."""

import pytest
from django.contrib.auth import get_user
from django.test import Client
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.toegang.actions import create_medewerker, give_sleutel, systeem
from verantwoord.toegang.models import Inzage

pytestmark = pytest.mark.django_db
NIEUW = "vier kalme witte paarden"


@pytest.fixture
def gegeven(client) -> str:
    """A new colleague, logged in with the password that was given."""
    collega, wachtwoord = create_medewerker(
        door=systeem(),
        gebruikersnaam="noor",
        naam="Noor Haverkamp",
        organisatie="dtv",
        rol="regievoerder",
        team="Noord",
    )
    assert client.login(username=collega.gebruikersnaam, password=wachtwoord)
    return wachtwoord


def stuur(client, huidig: str, nieuw: str = NIEUW, nogmaals: str | None = None):
    return client.post(
        reverse("toegang:wachtwoord"),
        {"huidig": huidig, "nieuw": nieuw, "nogmaals": nieuw if nogmaals is None else nogmaals},
    )


def test_given_a_password_of_somebody_else_when_any_page_is_asked_for_then_first_another_is_chosen(
    client, gegeven
):
    dossier = DossierFactory(regievoerder=get_user(client))

    antwoorden = [client.get(adres) for adres in ("/", f"/dossiers/{dossier.pk}/", "/api/v1/dossiers")]

    assert [antwoord.headers.get("Location") for antwoord in antwoorden] == [
        reverse("toegang:wachtwoord")
    ] * 3
    assert Inzage.objects.count() == 0


def test_given_a_password_of_ones_own_when_chosen_then_all_opens_and_the_given_one_no_longer_does(
    client, gegeven
):
    elders = Client()
    elders.login(username="noor", password=gegeven)

    antwoord = stuur(client, gegeven)

    assert (antwoord.status_code, client.get("/").status_code) == (302, 200)
    assert elders.get("/").headers["Location"].startswith(reverse("toegang:inloggen"))
    assert not Client().login(username="noor", password=gegeven)
    gebeurtenis = Gebeurtenis.objects.latest("volgnummer")
    assert (gebeurtenis.soort, gebeurtenis.gegevens) == ("medewerker.eigen_wachtwoord", {})
    assert Rijhistorie.objects.filter(tabel="toegang_medewerker", operatie="UPDATE").latest("pk").oud == {
        "wachtwoord_voorlopig": True
    }


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"huidig": "een ander wachtwoord"}, "huidig"),
        ({"nieuw": "elf tekens."}, "nieuw"),
        ({"nieuw": "administrator"}, "nieuw"),
        ({"nogmaals": "vier kalme zwarte paarden"}, "nogmaals"),
    ],
)
def test_given_what_does_not_fit_when_sent_then_it_is_said_there_and_nothing_changes(
    client, gegeven, anders, veld
):
    antwoord = stuur(client, **({"huidig": gegeven} | anders))

    assert antwoord.status_code == 422
    assert set(antwoord.context["form"].errors) == {veld}
    assert Client().login(username="noor", password=gegeven)


def test_given_the_same_password_when_chosen_again_then_it_is_refused(client, gegeven):
    antwoord = stuur(client, gegeven, gegeven)

    assert set(antwoord.context["form"].errors) == {"nieuw"}


def test_given_twelve_characters_when_chosen_then_they_are_enough(client, gegeven):
    assert stuur(client, gegeven, "twaalf tekens"[:12]).status_code == 302


def test_given_a_token_when_the_password_is_still_the_given_one_then_the_program_comes_in(client):
    ind = MedewerkerFactory(wachtwoord_voorlopig=True)
    token = give_sleutel(door=systeem(), medewerker=ind, naam="eigen programma")

    antwoord = client.get("/api/v1/dossiers", headers={"Authorization": f"Bearer {token}"})

    assert antwoord.status_code == 200


def test_given_nobody_logged_in_when_the_page_is_asked_for_then_the_log_in_page_comes(client):
    assert (
        client.get(reverse("toegang:wachtwoord")).headers["Location"].startswith(reverse("toegang:inloggen"))
    )
