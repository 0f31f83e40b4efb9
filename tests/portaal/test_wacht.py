"""Who comes in by the portal, and that it and the staff are nobody on each other's addresses."""

from datetime import date, timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.portaal.factories import MachtigingFactory, PortaalaccountFactory, PortaalafschermingFactory
from verantwoord.dossier.models import Afschrift, Portaalsessie
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Inzage
from verantwoord.werkplek.wacht_portaal import afschriften

pytestmark = pytest.mark.django_db


def test_given_nobody_when_opening_the_portal_then_the_way_in_is_shown(client):
    antwoord = client.get("/mijn/")

    assert (antwoord.status_code, antwoord.url) == (302, "/mijn/inloggen/")


def test_given_the_person_when_opening_the_portal_then_the_look_is_kept(kom_binnen):
    dossier = DossierFactory()
    account = PortaalaccountFactory(dossier=dossier)

    antwoord = kom_binnen(account).get("/mijn/")

    assert antwoord.status_code == 200
    assert antwoord.headers["Cache-Control"] == "no-store"
    with als_systeem():
        assert list(Inzage.objects.values_list("dossier_id", "medewerker_id", "onderdeel")) == [
            (dossier.pk, account.pk, "portaal:begin")
        ]


def test_given_the_person_when_opening_a_page_of_the_staff_then_they_are_nobody_there(kom_binnen):
    client = kom_binnen(PortaalaccountFactory())

    antwoord = client.get("/")

    assert antwoord.status_code == 302
    assert antwoord.url.startswith("/inloggen/")


def test_given_a_colleague_when_opening_the_portal_then_she_is_nobody_there(client):
    client.force_login(DossierFactory().regievoerder)

    assert client.get("/mijn/").url == "/mijn/inloggen/"


def test_given_a_quarter_of_an_hour_without_use_when_asking_then_the_stay_is_over(kom_binnen):
    client = kom_binnen(PortaalaccountFactory())
    with als_systeem():
        Portaalsessie.objects.update(gezien_op=timezone.now() - timedelta(minutes=15, seconds=1))

    assert client.get("/mijn/").url == "/mijn/inloggen/"
    with als_systeem():
        assert not Portaalsessie.objects.exists()


def test_given_a_mandate_that_is_revoked_when_the_lawyer_asks_again_then_the_next_request_is_refused(
    kom_binnen,
):
    mandaat = MachtigingFactory()
    client = kom_binnen(mandaat.account)
    eerst = client.get("/mijn/").status_code

    mandaat.ingetrokken_op = timezone.now()
    mandaat.save()

    assert (eerst, client.get("/mijn/").url) == (200, "/mijn/kiezen/")


def test_given_a_portal_closed_for_safety_when_the_person_asks_then_no_page_of_the_dossier_is_there(
    kom_binnen,
):
    account = PortaalaccountFactory()
    PortaalafschermingFactory(persoon=account.persoon)

    assert kom_binnen(account).get("/mijn/").url == "/mijn/kiezen/"


def test_given_the_quick_way_out_when_taken_then_the_stay_ends_here_as_well(kom_binnen):
    client = kom_binnen(PortaalaccountFactory())

    antwoord = client.get("/mijn/weg/")

    assert antwoord.url.startswith("https://")
    assert antwoord.headers["Clear-Site-Data"] == '"cache"'
    with als_systeem():
        assert not Portaalsessie.objects.exists()


def test_given_a_form_that_comes_from_elsewhere_when_sent_then_the_portal_says_no_in_its_own_words():
    antwoord = Client(enforce_csrf_checks=True).post("/mijn/inloggen/", {"nummer": "1", "code": "2"})

    assert antwoord.status_code == 403
    assert "/mijn/weg/" in antwoord.content.decode()


def test_given_a_copy_that_was_asked_when_it_is_not_there_yet_then_somebody_has_a_duty_with_a_day(client):
    dossier = DossierFactory()
    account = PortaalaccountFactory(dossier=dossier)
    Afschrift.objects.create(
        dossier=dossier,
        account=account,
        kenmerk="A-1",
        gevraagd_naam=account.naam,
        uiterlijk_op=date(2022, 3, 3),
    )

    (plicht,) = afschriften(dossier.pk, viewer=dossier.regievoerder)

    assert plicht.datum == date(2022, 3, 3)
    assert list(afschriften(dossier.pk, viewer=MedewerkerFactory())) == []
    client.force_login(dossier.regievoerder)
    assert plicht.titel in client.get(reverse("werkplek:overzicht", args=[dossier.pk])).content.decode()
