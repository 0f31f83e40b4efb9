"""Who keeps the catalogue is told once of what has come up, and again only of what comes up later."""

from datetime import date

import pytest
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.ondersteuning.factories import AanbodFactory
from verantwoord.ondersteuning.models import Aanbod
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.werkplek.meldingen.catalogus import remind_catalogus
from verantwoord.werkplek.meldingen.models import Melding

pytestmark = pytest.mark.django_db
OP = date(2022, 2, 21)


@pytest.fixture(autouse=True)
def leeg():
    Aanbod.objects.all().delete()


def ontvangers():
    return sorted(Melding.objects.values_list("medewerker__gebruikersnaam", "soort"))


def test_given_an_entry_to_ask_about_when_reminded_every_night_then_each_keeper_hears_it_once():
    beheerder, _lezer = MedewerkerFactory(beheerder=True), MedewerkerFactory()
    AanbodFactory(nagekeken_op=date(2021, 8, 1))

    remind_catalogus(door=systeem(), peildatum=OP)
    Melding.objects.update(gelezen_op="2022-02-21T12:00Z", gemaakt_op="2022-02-21T05:00Z")
    remind_catalogus(door=systeem(), peildatum=date(2022, 2, 22))

    assert ontvangers() == [(beheerder.gebruikersnaam, "catalogus")]


def test_given_something_that_comes_up_later_when_reminded_then_it_is_said_again():
    beheerder = MedewerkerFactory(beheerder=True)
    AanbodFactory(nagekeken_op=date(2021, 8, 1))
    remind_catalogus(door=systeem(), peildatum=OP)
    Melding.objects.update(gelezen_op="2022-02-21T12:00Z", gemaakt_op="2022-02-21T05:00Z")
    AanbodFactory(nagekeken_op=OP, tot=date(2022, 4, 1))

    remind_catalogus(door=systeem(), peildatum=date(2022, 3, 3))

    assert ontvangers() == [(beheerder.gebruikersnaam, "catalogus")] * 2


def test_given_nothing_to_ask_about_when_reminded_then_nobody_hears_anything():
    MedewerkerFactory(beheerder=True)
    AanbodFactory(nagekeken_op=OP)

    remind_catalogus(door=systeem(), peildatum=OP)

    assert ontvangers() == []


def test_given_a_keeper_when_the_notification_is_opened_then_it_leads_to_the_list(client):
    beheerder = MedewerkerFactory(beheerder=True)
    melding = Melding.objects.create(medewerker=beheerder, soort=Melding.Soort.CATALOGUS)
    client.force_login(beheerder)

    antwoord = client.post(reverse("meldingen:openen", args=[melding.pk]))

    assert antwoord["Location"] == reverse("catalogus:nakijken")


def test_given_a_person_when_reminding_then_that_is_the_programs_own():
    with pytest.raises(GeenToegang):
        remind_catalogus(door=MedewerkerFactory(), peildatum=OP)
