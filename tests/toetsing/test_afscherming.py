"""Words about trafficking: read by who has the regie, who stands in and who wrote them; the state is for the team."""

import json
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toetsing.factories import SignaalFactory, ToetsingFactory
from tests.toetsing.routehulp import adres, vandaag, zet
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Vervanging
from verantwoord.gebeurtenis.models import Gebeurtenis

pytestmark = pytest.mark.django_db
GEHEIM = "Zij moet haar paspoort afgeven aan een man die zij baas noemt."


@pytest.fixture
def dossier():
    return DossierFactory(ontvangen_op=timezone.localdate() - timedelta(days=30))


@pytest.fixture
def client(client, dossier):
    client.force_login(dossier.regievoerder)
    return client


@pytest.fixture
def collega(dossier):
    return MedewerkerFactory(team=dossier.team)


@pytest.fixture
def mensenhandel(client, dossier):
    """A sign with its words, a step with its words and a toetsing with its words, by the regievoerder."""
    client.force_login(dossier.regievoerder)
    SignaalFactory(dossier=dossier, moment="mensenhandel", toelichting=GEHEIM, door=dossier.regievoerder)
    zet(client, dossier, "mensenhandel", "aanwijzing", toelichting=GEHEIM, **vandaag("aanwijzing_op"))
    toetsing = ToetsingFactory(
        dossier=dossier, moment="mensenhandel", feiten=GEHEIM, afweging=GEHEIM, vervolg=GEHEIM
    )
    herbeoordeel([dossier.pk])
    return toetsing


def paginas(dossier, toetsing):
    return [
        reverse("toetsing:overzicht", args=[dossier.pk]),
        reverse("toetsing:vastleggen", args=[dossier.pk, "mensenhandel"]),
        reverse("toetsing:toetsing", args=[dossier.pk, toetsing.pk]),
        adres(dossier, "mensenhandel"),
        *(adres(dossier, "mensenhandel", stap) for stap in ("politie", "terugkoppeling")),
        reverse("werkplek:overzicht", args=[dossier.pk]),
        reverse("werkplek:tijdlijn", args=[dossier.pk]),
        reverse("vertrekplan:plan", args=[dossier.pk]),
        f"/api/v1/dossiers/{dossier.pk}",
        f"/api/v1/dossiers/{dossier.pk}/beoordeling",
    ]


@pytest.mark.parametrize("wie", ["collega", "manager"])
def test_given_words_about_trafficking_when_another_of_the_team_looks_anywhere_then_only_the_state_is_there(
    client, dossier, mensenhandel, wie
):
    client.force_login(MedewerkerFactory(team=dossier.team, manager=wie == "manager"))

    antwoorden = {pad: client.get(pad) for pad in paginas(dossier, mensenhandel)}

    assert [pad for pad, a in antwoorden.items() if "paspoort afgeven" in a.content.decode()] == []
    assert [pad for pad, a in antwoorden.items() if a.status_code == 404] == [
        reverse("toetsing:toetsing", args=[dossier.pk, mensenhandel.pk])
    ]
    route = client.get(adres(dossier, "mensenhandel"))
    assert route.context["kaart"].routestand.volgende.stap == "politie"
    assert [(r.titel, r.afgeschermd) for r in route.context["historie"]] == [
        ("Aanwijzing mensenhandel vastgelegd", True)
    ]


def test_given_words_about_trafficking_when_the_regievoerder_or_who_stands_in_looks_then_they_read_them(
    client, dossier, mensenhandel, collega
):
    lezend = adres(dossier, "mensenhandel")
    bij_regievoerder = client.get(lezend).content.decode().count(GEHEIM)
    client.force_login(collega)
    zonder = client.get(lezend).content.decode().count(GEHEIM)
    nu = timezone.localdate()
    Vervanging.objects.create(
        regievoerder=dossier.regievoerder, vervanger=collega, van=nu, tot=nu, door_naam="Mirjam de Graaf"
    )

    assert (bij_regievoerder, zonder, client.get(lezend).content.decode().count(GEHEIM)) == (1, 0, 1)


def test_given_the_answers_of_the_norms_when_words_are_taken_out_then_they_are_the_same(
    client, dossier, mensenhandel, collega
):
    pad = f"/api/v1/dossiers/{dossier.pk}/beoordeling"
    eerst = client.get(pad).json()
    client.force_login(collega)
    daarna = client.get(pad).json()

    assert daarna["beoordeling"] == eerst["beoordeling"]
    assert daarna["dossierbeeld"]["toetsingen"][0]["feiten"] == "Afgeschermd."
    assert json.dumps(eerst).count(GEHEIM) == 2


def test_given_a_regievoerder_who_is_away_when_a_colleague_tells_the_police_then_that_is_possible_and_theirs_to_read(
    client, dossier, mensenhandel, collega
):
    client.force_login(collega)

    gezet = zet(
        client, dossier, "mensenhandel", "politie", bij="avim", voogd="nee", veilig="onbekend",
        toelichting="Gebeld met het contactpunt.", **vandaag("politie_gemeld_op"),
    )  # fmt: skip

    assert gezet.status_code == 302
    historie = client.get(adres(dossier, "mensenhandel")).context["historie"]
    assert [(r.stap, r.toelichting, r.afgeschermd) for r in historie] == [
        ("politie", "Gebeld met het contactpunt.", False),
        ("aanwijzing", "", True),
    ]


def test_given_no_event_when_words_are_shielded_then_none_holds_them(dossier, mensenhandel):
    assert [g.soort for g in Gebeurtenis.objects.all() if GEHEIM in json.dumps(g.gegevens)] == []


def test_given_a_shielded_dossier_when_a_colleague_looks_then_it_is_not_there_until_it_is_opened_again(
    client, dossier, collega
):
    afschermen = {"wat": "afschermen", "toelichting": "Er is gevaar."} | vandaag("op")

    client.force_login(collega)
    assert zet(client, dossier, "mensenhandel", "afscherming", **afschermen).status_code == 403
    client.force_login(dossier.regievoerder)
    assert zet(client, dossier, "mensenhandel", "afscherming", **afschermen).status_code == 302

    for ander in (collega, MedewerkerFactory(manager=True, team=dossier.team)):
        client.force_login(ander)
        assert client.get(f"/dossiers/{dossier.pk}/").status_code == 404
    client.force_login(dossier.regievoerder)
    assert (
        zet(client, dossier, "mensenhandel", "afscherming", **afschermen | {"wat": "openen"}).status_code
        == 302
    )
    client.force_login(collega)
    assert client.get(f"/dossiers/{dossier.pk}/").status_code == 200
    wijzigingen = [
        g.gegevens["wijzigingen"]["afgeschermd"]
        for g in Gebeurtenis.objects.filter(soort="mensenhandel.afscherming").order_by("volgnummer")
    ]
    assert wijzigingen == [[False, True], [True, False]]
