"""Dossiers over the API: facts, answers, and a list that is paged by place."""

import json
from datetime import date
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from jsonschema import Draft202012Validator

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.api import PER_PAGINA
from verantwoord.toegang.models import Inzage

DATA = Path(__file__).parents[1] / "data"


def past_bij(schema: str, inhoud: object) -> list[str]:
    lezer = Draft202012Validator(json.loads((DATA / schema).read_text()))
    return [fout.message for fout in lezer.iter_errors(inhoud)]


@pytest.fixture
def dossier(client):
    dossier = DossierFactory()
    herbeoordeel([dossier.pk], peildatum=date(2022, 2, 10))
    client.force_login(dossier.regievoerder)
    return dossier


@pytest.mark.django_db
def test_given_my_dossier_when_asked_then_its_facts_fit_the_contract_and_the_look_is_recorded(
    client, dossier
):
    antwoord = client.get(f"/api/v1/dossiers/{dossier.pk}")

    assert past_bij("dossierbeeld.schema.json", antwoord.json()) == []
    assert antwoord.json()["dossiernummer"] == dossier.nummer
    assert list(Inzage.objects.values_list("dossier_id", "onderdeel")) == [(dossier.pk, "api:get_dossier")]


@pytest.mark.django_db
def test_given_my_dossier_when_its_answers_are_asked_then_both_fit_their_contracts(client, dossier):
    antwoord = client.get(f"/api/v1/dossiers/{dossier.pk}/beoordeling?peildatum=2022-02-10").json()

    assert past_bij("dossierbeeld.schema.json", antwoord["dossierbeeld"]) == []
    assert past_bij("beoordeling.schema.json", antwoord["beoordeling"]) == []
    assert antwoord["beoordeling"]["peildatum"] == "2022-02-10"


@pytest.mark.django_db
def test_given_a_date_that_is_none_when_asked_then_400_as_a_problem_document(client, dossier):
    antwoord = client.get(f"/api/v1/dossiers/{dossier.pk}/beoordeling?peildatum=morgen")

    assert (antwoord.status_code, antwoord.headers["Content-Type"]) == (400, "application/problem+json")
    assert antwoord.json()["detail"] == "Dit klopt niet in uw verzoek: query.peildatum."


@pytest.mark.django_db
def test_given_more_than_a_page_when_listed_on_from_the_last_then_each_dossier_comes_once(client):
    regievoerder = MedewerkerFactory()
    dossiers = [DossierFactory(regievoerder=regievoerder) for _ in range(PER_PAGINA + 3)]
    herbeoordeel([d.pk for d in dossiers], peildatum=date(2022, 2, 10))
    client.force_login(regievoerder)

    eerste = client.get("/api/v1/dossiers").json()
    tweede = client.get("/api/v1/dossiers", eerste["volgende"]).json()

    gezien = [r["dossiernummer"] for r in eerste["resultaten"] + tweede["resultaten"]]
    assert sorted(gezien) == sorted(d.nummer for d in dossiers)
    assert (len(eerste["resultaten"]), tweede["volgende"]) == (PER_PAGINA, None)


@pytest.mark.django_db
def test_given_more_than_a_page_when_listed_then_a_look_at_each_that_is_shown_is_recorded(client):
    regievoerder = MedewerkerFactory()
    herbeoordeel([DossierFactory(regievoerder=regievoerder).pk for _ in range(PER_PAGINA + 1)])
    client.force_login(regievoerder)

    getoond = [r["dossier_id"] for r in client.get("/api/v1/dossiers").json()["resultaten"]]

    gezien = Inzage.objects.filter(onderdeel="api:list_dossiers", doel="werklijst", toegestaan=True)
    assert len(getoond) == PER_PAGINA
    assert sorted(str(pk) for pk in gezien.values_list("dossier_id", flat=True)) == sorted(getoond)


@pytest.mark.django_db
def test_given_a_session_without_a_token_when_a_message_is_posted_then_401(client, dossier):
    antwoord = client.post("/api/v1/overdrachten", "{}", content_type="application/json")

    assert antwoord.status_code == 401


@pytest.mark.django_db
def test_given_one_or_twenty_dossiers_when_listed_then_the_number_of_queries_is_the_same(client, dossier):
    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            client.get("/api/v1/dossiers")
        return len(vragen)

    bij_een = tel()
    erbij = [DossierFactory(regievoerder=dossier.regievoerder).pk for _ in range(20)]
    herbeoordeel(erbij, peildatum=date(2022, 2, 10))

    assert tel() == bij_een
