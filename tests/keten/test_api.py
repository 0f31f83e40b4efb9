"""The same intake over the API: kept before it is answered, and every refusal a problem document."""

import json
from pathlib import Path

import pytest
from django.db import transaction

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.dossier.models import Dossier
from verantwoord.keten import actions
from verantwoord.keten.models import InkomendBericht
from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.rechten import Organisatie, Rol

pytestmark = pytest.mark.django_db(transaction=True)
BERICHTEN = Path(__file__).parents[1] / "data" / "overdrachten" / "losse-berichten"
GEWOON = (BERICHTEN / "01-gewoon.json").read_bytes()


@pytest.fixture
def kop():
    """The header of the IND's own account."""
    with transaction.atomic():
        ind = MedewerkerFactory(organisatie=Organisatie.IND, rol=Rol.AFZENDER, team=None)
        return {"Authorization": f"Bearer {give_sleutel(door=systeem(), medewerker=ind, naam='proef')}"}


def lever_aan(client, inhoud, kop, pad="overdrachten"):
    return client.post(f"/api/v1/{pad}", inhoud, content_type="application/json", headers=kop)


def test_given_a_good_message_when_delivered_twice_then_it_is_taken_in_once(client, kop):
    eerst, daarna = lever_aan(client, GEWOON, kop), lever_aan(client, GEWOON, kop)

    assert (eerst.status_code, eerst.json()["status"]) == (201, "opgenomen")
    assert (daarna.status_code, daarna.json()["status"]) == (200, "dubbel")
    assert eerst.json()["dossiernummer"] == daarna.json()["dossiernummer"] == Dossier.objects.get().nummer
    assert eerst.headers["API-Version"] == "1.0.0"


def test_given_an_unreadable_message_when_delivered_then_it_is_kept_whole_and_the_sender_hears_why(
    client, kop
):
    antwoord = lever_aan(client, b'{"schema": ', kop)

    assert (antwoord.status_code, antwoord.json()["reden"]) == (202, "ongeldige_json")
    assert bytes(InkomendBericht.objects.get().inhoud) == b'{"schema": '


def test_given_a_message_in_the_name_of_another_when_delivered_then_it_is_set_apart(client, kop):
    vreemd = json.dumps(json.loads(GEWOON) | {"afzender": "kmar"}).encode()

    antwoord = lever_aan(client, vreemd, kop)

    assert (antwoord.status_code, antwoord.json()["reden"]) == (202, "afzender_onjuist")
    assert not Dossier.objects.exists()


def test_given_a_message_that_is_too_large_when_delivered_then_413_and_only_its_size_and_digest_are_kept(
    client, kop
):
    antwoord = lever_aan(client, b" " * 1_048_577, kop)

    assert antwoord.status_code == 413
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    bewaard = InkomendBericht.objects.get()
    assert (bewaard.inhoud, bewaard.omvang, bewaard.reden) == (None, 1_048_577, "te_groot")


def test_given_the_taking_in_breaks_when_delivered_then_the_message_is_kept_and_waits(
    client, kop, monkeypatch
):
    def breekt(**_):
        raise RuntimeError

    monkeypatch.setattr(actions, "take_in", breekt)
    client.raise_request_exception = False

    antwoord = lever_aan(client, GEWOON, kop)

    assert antwoord.status_code == 500
    assert list(InkomendBericht.objects.values_list("status", flat=True)) == ["ontvangen"]


@pytest.mark.parametrize("pad", ["overdrachten", "procedureberichten", "dossiers"])
def test_given_no_token_when_asked_then_401_as_a_problem_document(client, pad):
    antwoord = client.get("/api/v1/dossiers") if pad == "dossiers" else lever_aan(client, GEWOON, {}, pad)

    assert antwoord.status_code == 401
    assert antwoord.headers["Content-Type"] == "application/problem+json"
    assert sorted(antwoord.json()) == ["detail", "instance", "status", "title", "type"]


def test_given_a_regievoerder_when_delivering_a_message_then_403_and_nothing_is_kept(client):
    with transaction.atomic():
        token = give_sleutel(door=systeem(), medewerker=MedewerkerFactory(), naam="eigen programma")

    antwoord = lever_aan(client, GEWOON, {"Authorization": f"Bearer {token}"})

    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (403, "application/problem+json")
    assert not InkomendBericht.objects.exists()


def test_given_a_dossier_of_others_when_asked_over_the_api_then_404_as_if_it_were_not_there(client):
    with transaction.atomic():
        dossier, ander = DossierFactory(), MedewerkerFactory()
    client.force_login(ander)

    antwoord = client.get(f"/api/v1/dossiers/{dossier.pk}")

    assert (antwoord.status_code, antwoord.json()["status"]) == (404, 404)
