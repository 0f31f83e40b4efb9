"""The guards in the database stand as they were left, and where one does not, nothing is served."""

from http import HTTPStatus

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse

from verantwoord.project import bewakers, serve
from verantwoord.taken import werker

pytestmark = pytest.mark.django_db(transaction=True)

INGREPEN = {
    "drop policy kring on dossier_besluit": "- beleid dossier_besluit.kring",
    "create policy open on vertrekgesprek_gesprek using (true)": "+ beleid vertrekgesprek_gesprek.open ruim",
    "alter table dossier_persoon no force row level security": "+ tabel dossier_persoon rijen=vrij",
    "alter table toegang_inzage disable trigger maak_bon": "+ wachter toegang_inzage.maak_bon D",
    "grant delete on toegang_inzage to verantwoord_app": "+ recht toegang_inzage: delete",
    "create or replace function heeft_context() returns boolean language sql stable as $$ select true $$": (
        "+ functie heeft_context()"
    ),
    "create view alles as select * from dossier_persoon": "+ tabel alles rijen=vrij",
}


def grijp_in(opdracht):
    naam = connection.settings_dict["NAME"]
    with psycopg.connect(settings.PADEN.met_naam(naam).eigenaar, autocommit=True) as eigenaar:
        eigenaar.execute(opdracht)


def test_every_guard_stands_as_committed_for_review():
    assert bewakers.verschillen() == []


@pytest.mark.parametrize("opdracht", INGREPEN)
def test_a_guard_that_is_taken_away_or_changed_is_named(opdracht):
    grijp_in(opdracht)

    assert any(regel.startswith(INGREPEN[opdracht]) for regel in bewakers.verschillen())


def test_a_server_does_not_start_without_every_guard():
    grijp_in("drop policy kring on toetsing_toetsing")

    (bezwaar,) = serve._bezwaren_versie()
    assert "beleid toetsing_toetsing.kring" in bezwaar


def test_a_server_that_runs_says_that_it_is_not_well(client, monkeypatch):
    monkeypatch.setattr(werker, "leeft", lambda: True)
    assert client.get(reverse("gezondheid")).status_code == HTTPStatus.OK
    grijp_in("drop policy kring on toetsing_toetsing")

    assert client.get(reverse("gezondheid")).status_code == HTTPStatus.SERVICE_UNAVAILABLE


def test_each_is_named_without_anything_about_a_person():
    assert {regel.split()[0] for regel in bewakers.stand()} == {
        "tabel", "recht", "beleid", "wachter", "functie", "rol",
    }  # fmt: skip
