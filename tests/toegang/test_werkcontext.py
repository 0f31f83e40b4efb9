"""No look without a trace, and not yours looks like not there."""

import uuid

import pytest
from django.db import connection, transaction
from django.http import HttpResponse
from django.urls import include, path
from django.views.decorators.http import require_POST

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.inzage import toont_niets
from verantwoord.toegang.models import Inzage, Team


def toon(request, dossier_id):
    with connection.cursor() as cursor:
        cursor.execute(
            "select current_setting('verantwoord.door', true), current_setting('verantwoord.verzoek', true)"
        )
        door, verzoek = cursor.fetchone()
    return HttpResponse(f"{door} {verzoek == request.referentie} {Inzage.objects.count()}")


@toont_niets
@require_POST
def bewaar(request, dossier_id):
    return HttpResponse("bewaard")


def mislukt(request, dossier_id):
    Team.objects.create(naam="half werk")
    raise RuntimeError("iets ging stuk")


def half(request, dossier_id):
    Team.objects.create(naam="half werk")
    return HttpResponse(status=503)


urlpatterns = [
    path("", include("verantwoord.toegang.urls")),
    path("dossiers/<uuid:dossier_id>/", toon),
    path("dossiers/<uuid:dossier_id>/bewaar/", bewaar),
    path("dossiers/<uuid:dossier_id>/mislukt/", mislukt),
    path("dossiers/<uuid:dossier_id>/half/", half),
]
pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.urls(__name__)]


@pytest.fixture
def dossier():
    with transaction.atomic():
        return DossierFactory()


def test_given_my_dossier_when_opened_then_the_look_is_recorded_before_the_view_runs(client, dossier):
    client.force_login(dossier.regievoerder)

    antwoord = client.get(f"/dossiers/{dossier.pk}/")

    assert antwoord.content.decode() == f"{dossier.regievoerder.gebruikersnaam} True 1"
    assert list(Inzage.objects.values_list("dossier_id", "medewerker_id", "toegestaan")) == [
        (dossier.pk, dossier.regievoerder.pk, True)
    ]


def test_given_a_dossier_of_others_when_opened_then_it_looks_exactly_like_one_that_is_not_there(
    client, dossier
):
    client.force_login(MedewerkerFactory())

    niet_van_mij = client.get(f"/dossiers/{dossier.pk}/")
    niet_er = client.get(f"/dossiers/{uuid.uuid4()}/")

    assert (niet_van_mij.status_code, niet_er.status_code) == (404, 404)
    assert zonder_referentie(niet_van_mij) == zonder_referentie(niet_er)
    assert list(Inzage.objects.filter(dossier_id=dossier.pk).values_list("toegestaan", flat=True)) == [False]


def test_given_a_view_that_shows_nothing_when_asked_then_only_a_refusal_is_kept(client, dossier):
    vreemde = MedewerkerFactory()
    antwoorden = []

    for medewerker in (dossier.regievoerder, vreemde):
        client.force_login(medewerker)
        antwoorden.append(client.post(f"/dossiers/{dossier.pk}/bewaar/").status_code)

    assert antwoorden == [200, 404]
    assert list(Inzage.objects.values_list("medewerker_id", "toegestaan")) == [(vreemde.pk, False)]


@pytest.mark.parametrize("pad", ["mislukt", "half"])
def test_given_a_view_that_fails_when_opened_then_the_look_stays_and_half_work_does_not(client, dossier, pad):
    client.force_login(dossier.regievoerder)
    client.raise_request_exception = False

    antwoord = client.get(f"/dossiers/{dossier.pk}/{pad}/")

    assert antwoord.status_code >= 500
    assert Inzage.objects.count() == 1
    assert not Team.objects.filter(naam="half werk").exists()


def test_given_nobody_logged_in_when_a_dossier_is_asked_then_the_log_in_page_comes_and_nothing_is_shown(
    client, dossier
):
    antwoord = client.get(f"/dossiers/{dossier.pk}/")

    assert antwoord.status_code == 302
    assert antwoord.url.startswith("/inloggen/")
    assert Inzage.objects.count() == 0


def test_given_a_token_when_it_is_withdrawn_then_the_next_request_is_nobodys(client, dossier):
    with transaction.atomic():
        token = give_sleutel(door=systeem(), medewerker=dossier.regievoerder, naam="eigen programma")
    kop = {"Authorization": f"Bearer {token}"}

    met = client.get(f"/dossiers/{dossier.pk}/", headers=kop)
    dossier.regievoerder.sleutels.update(ingetrokken_op="2022-01-01T00:00:00Z")
    zonder = client.get(f"/dossiers/{dossier.pk}/", headers=kop)

    assert (met.status_code, zonder.status_code) == (200, 302)


def zonder_referentie(antwoord):
    return antwoord.content.replace(antwoord.headers["X-Referentie"].encode(), b"")
