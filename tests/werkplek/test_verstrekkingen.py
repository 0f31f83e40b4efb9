"""What partners heard of a dossier stands on a page of it; what data are used for stands on a page for everybody."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.kern.verwerkingen import VERWERKINGEN
from verantwoord.keten.logboek.otlp import activiteit_uri
from verantwoord.keten.models import Verstrekking
from verantwoord.toegang.models import Inzage

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier():
    dossier = DossierFactory()
    herbeoordeel([dossier.pk])
    return dossier


def verstrek(dossier, aantal: int = 1) -> None:
    Verstrekking.objects.bulk_create(
        Verstrekking(
            dossier=dossier, bericht_id=uuid4(), organisatie="coa", rol="coa", ontvanger="COA, systeem voor bewoners",
            soort="opvangrecht", velden=["einddatum", "recht"], doel="weten tot wanneer deze persoon recht op opvang heeft",
            grondslag="AVG art. 5", afspraken=["2026-COA-3"], operatie_id="0" * 16,
        )
        for _ in range(aantal)
    )  # fmt: skip


def test_given_something_that_went_out_when_opened_then_it_says_to_whom_what_and_why_and_the_look_is_kept(
    client, dossier
):
    verstrek(dossier)
    client.force_login(dossier.regievoerder)

    antwoord = client.get(reverse("werkplek:verstrekkingen", args=[dossier.pk]))

    (regel,) = antwoord.context["regels"]
    assert (regel["wie"], regel["ontvanger"], regel["wat"], regel["velden"], regel["afspraken"]) == (
        "COA",
        "COA, systeem voor bewoners",
        "Recht op opvang",
        "laatste dag, recht of niet",
        "2026-COA-3",
    )
    assert list(Inzage.objects.values_list("onderdeel", flat=True)) == ["werkplek:verstrekkingen"]


def test_given_a_dossier_of_others_when_opened_then_it_looks_like_not_there(client, dossier):
    verstrek(dossier)
    client.force_login(MedewerkerFactory())

    assert client.get(reverse("werkplek:verstrekkingen", args=[dossier.pk])).status_code == 404


def test_given_one_or_thirty_when_opened_then_the_number_of_queries_is_the_same(client, dossier):
    client.force_login(dossier.regievoerder)
    adres = reverse("werkplek:verstrekkingen", args=[dossier.pk])

    def tel() -> int:
        with CaptureQueriesContext(connection) as vragen:
            client.get(adres)
        return len(vragen)

    verstrek(dossier)
    # The first request of a session says when it was used; the ones after it do not.
    tel()
    een = tel()
    verstrek(dossier, 30)

    assert tel() == een <= 16


def test_given_more_than_a_page_when_asked_for_what_is_older_then_the_rest_comes(client, dossier):
    verstrek(dossier, 53)
    client.force_login(dossier.regievoerder)
    adres = reverse("werkplek:verstrekkingen", args=[dossier.pk])

    eerste = client.get(adres).context
    tweede = client.get(adres, {"voor": eerste["volgende"]}).context

    assert (len(eerste["regels"]), len(tweede["regels"]), tweede["volgende"]) == (50, 3, None)


def test_given_nobody_logged_in_when_the_register_is_opened_then_every_line_of_the_log_finds_its_activity(
    client,
):
    pagina = client.get(reverse("werkplek:verwerkingen")).content.decode()

    plekken = [activiteit_uri(v.code).partition("#")[2] for v in VERWERKINGEN.values()]
    assert [plek for plek in plekken if f'id="{plek}"' not in pagina] == []
    assert activiteit_uri("x-1").endswith(reverse("werkplek:verwerkingen") + "#x-1")
