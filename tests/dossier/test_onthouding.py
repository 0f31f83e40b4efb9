"""Withholding something from the person: on a ground, with two signatures, until a day; and what waits for that."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.dossier.models import Onthouding
from verantwoord.dossier.onthouding.acties import OnthoudingKanNiet, ask_onthouding

pytestmark = pytest.mark.django_db
VRAAG = {
    "stap": "vragen",
    "wat": "beeld.gesprekken",
    "nummer": "2",
    "grond": "strafzaak",
    "reden": "De politie onderzoekt dit.",
}


@pytest.fixture
def dossier():
    return DossierFactory()


def _vraag(client, dossier, **anders):
    tot = timezone.localdate() + timedelta(days=30)
    dag = {"tot_dag": tot.day, "tot_maand": tot.month, "tot_jaar": tot.year}
    dag |= {"tot_0": tot.day, "tot_1": tot.month, "tot_2": tot.year}
    return client.post(f"/dossiers/{dossier.pk}/portaal/achterhouden/", VRAAG | dag | anders)


def test_given_a_request_when_a_colleague_signs_on_the_page_then_it_holds_until_lifted(client, dossier):
    adres = f"/dossiers/{dossier.pk}/portaal/achterhouden/"
    client.force_login(dossier.regievoerder)
    _vraag(client, dossier)
    onthouding = Onthouding.objects.get()
    eigen = client.post(adres, {"stap": "tekenen", "onthouding": onthouding.pk})
    client.force_login(MedewerkerFactory(team=dossier.team))
    plichten = client.get(f"/dossiers/{dossier.pk}/").content.decode()

    client.post(adres, {"stap": "tekenen", "onthouding": onthouding.pk})
    onthouding.refresh_from_db()
    getekend = onthouding.tweede_naam
    client.post(adres, {"stap": "opheffen", "onthouding": onthouding.pk})

    onthouding.refresh_from_db()
    assert (onthouding.wat, onthouding.welke, eigen.status_code) == ("beeld.gesprekken", "1", 422)
    assert "Beslis of de persoon iets tijdelijk niet mag zien." in plichten
    assert (bool(getekend), onthouding.opgeheven_naam) == (True, getekend)


def test_given_no_ground_when_asked_then_the_page_says_so_and_keeps_what_was_typed(client, dossier):
    client.force_login(dossier.regievoerder)

    antwoord = _vraag(client, dossier, grond="")

    assert (antwoord.status_code, Onthouding.objects.count()) == (422, 0)
    assert "De politie onderzoekt dit." in antwoord.content.decode()


@pytest.mark.parametrize(
    "anders",
    [{"wat": "beeld.persoon"}, {"reden": " "}, {"tot": timezone.localdate() + timedelta(days=184)}],
)
def test_given_what_may_not_be_withheld_when_asked_then_it_is_refused(dossier, anders):
    vandaag = timezone.localdate()
    velden = {"wat": "beeld.gesprekken", "grond": "veiligheid", "reden": "Reden", "tot": vandaag}

    with pytest.raises(OnthoudingKanNiet):
        ask_onthouding(door=dossier.regievoerder, dossier_id=dossier.pk, vandaag=vandaag, **velden | anders)
