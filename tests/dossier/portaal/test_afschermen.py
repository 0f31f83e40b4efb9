"""Closing the portal for safety: two people, an end, and no reason for who reads along."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.portaal.factories import PortaalaccountFactory
from verantwoord.dossier.models import Portaalafscherming, Portaalsessie
from verantwoord.dossier.portaal.acties import PortaalKanNiet
from verantwoord.dossier.portaal.afschermen import (
    LANGST,
    ask_afscherming,
    lift_afscherming,
    sign_afscherming,
)
from verantwoord.gebeurtenis.models import Gebeurtenis

pytestmark = pytest.mark.django_db
REDEN = "Haar man leest mee op de telefoon."


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def collega(dossier):
    return MedewerkerFactory(team=dossier.team)


@pytest.fixture
def gevraagd(dossier):
    vandaag = timezone.localdate()
    return ask_afscherming(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        reden=REDEN,
        tot=vandaag + timedelta(days=30),
        ook_gemachtigden=False,
        vandaag=vandaag,
    )


def teken(door, dossier, afscherming, **anders):
    nu = {"nu": timezone.now(), "vandaag": timezone.localdate()} | anders
    sign_afscherming(door=door, dossier_id=dossier.pk, afscherming_id=afscherming.pk, **nu)


def test_given_a_request_when_a_colleague_signs_then_who_was_in_is_out(dossier, collega, gevraagd):
    account = PortaalaccountFactory(dossier=dossier)
    Portaalsessie.objects.create(digest="a" * 64, account=account, gezien_op=timezone.now())

    teken(collega, dossier, gevraagd)

    gevraagd.refresh_from_db()
    assert (gevraagd.door_naam, gevraagd.tweede_naam) == (dossier.regievoerder.naam, collega.naam)
    assert not Portaalsessie.objects.exists()


def test_given_one_who_asked_when_signing_as_the_second_then_it_is_refused(dossier, gevraagd):
    with pytest.raises(PortaalKanNiet, match="Een collega tekent als tweede"):
        teken(dossier.regievoerder, dossier, gevraagd)


@pytest.mark.parametrize("dagen", [-1, LANGST.days + 1])
def test_given_an_end_that_cannot_be_when_asking_then_it_is_refused(dossier, dagen):
    vandaag = timezone.localdate()

    with pytest.raises(PortaalKanNiet, match="niet later dan over een half jaar"):
        ask_afscherming(
            door=dossier.regievoerder,
            dossier_id=dossier.pk,
            reden=REDEN,
            tot=vandaag + timedelta(days=dagen),
            ook_gemachtigden=False,
            vandaag=vandaag,
        )


def test_given_a_closed_portal_when_one_person_lifts_it_then_it_is_open(dossier, collega, gevraagd):
    teken(collega, dossier, gevraagd)

    lift_afscherming(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        afscherming_id=gevraagd.pk,
        reden="Zij heeft een eigen telefoon.",
        nu=timezone.now(),
        vandaag=timezone.localdate(),
    )

    assert Portaalafscherming.objects.get().opgeheven_naam == dossier.regievoerder.naam


def test_given_a_request_past_its_end_when_signing_then_it_is_over(dossier, collega, gevraagd):
    with pytest.raises(PortaalKanNiet, match="al opgeheven of voorbij"):
        teken(collega, dossier, gevraagd, vandaag=gevraagd.tot + timedelta(days=1))


def test_given_the_whole_way_when_reading_the_events_then_the_reason_is_in_none(dossier, collega, gevraagd):
    teken(collega, dossier, gevraagd)

    events = list(Gebeurtenis.objects.filter(dossier_id=dossier.pk, soort__startswith="portaal.a"))

    assert sorted(e.soort for e in events) == ["portaal.afgeschermd", "portaal.afscherming_gevraagd"]
    assert [e for e in events if "leest mee" in str(e.gegevens)] == []


def test_given_the_page_when_asking_signing_and_lifting_there_then_each_step_is_taken(
    client, dossier, collega
):
    adres = reverse("dossier:portaal", args=[dossier.pk])
    tot = timezone.localdate() + timedelta(days=10)
    vraag = {
        "stap": "afschermen",
        "reden": REDEN,
        "tot_dag": tot.day,
        "tot_maand": tot.month,
        "tot_jaar": tot.year,
    }
    client.force_login(dossier.regievoerder)
    gevraagd = client.post(adres, vraag)
    zelf = {"stap": "tekenen", "afscherming": Portaalafscherming.objects.get().pk}
    eigen = client.post(adres, zelf)
    client.force_login(collega)
    getekend = client.post(adres, zelf)

    blad = client.get(adres)

    assert (gevraagd.status_code, eigen.status_code, getekend.status_code) == (302, 422, 302)
    assert "Het portaal is dicht voor de veiligheid" in blad.content.decode()
