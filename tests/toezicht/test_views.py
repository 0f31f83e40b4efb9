"""The pages of supervision, as a colleague meets them."""

import pytest
from django.urls import reverse

from tests.toezicht.bouw import maak_dossier, plicht
from verantwoord.toezicht.forms import STAPPEN

pytestmark = pytest.mark.django_db
PAGINAS = ("overzicht", "meldplicht", "aanwezigheid", "reistesten", "reistest_nieuw")


@pytest.fixture
def dossier(client):
    dossier = maak_dossier(meldplichten=[plicht(gemist_op=["2022-02-08"])])
    client.force_login(dossier.regievoerder)
    return dossier


def adres(dossier, naam="overzicht", *args):
    return reverse(f"toezicht:{naam}", args=[dossier.pk, *args])


@pytest.mark.parametrize("naam", PAGINAS)
def test_given_a_dossier_when_a_page_is_opened_then_it_is_there(client, dossier, naam):
    antwoord = client.get(adres(dossier, naam))

    assert antwoord.status_code == 200


@pytest.mark.parametrize("stap", STAPPEN)
def test_given_a_dossier_when_a_step_is_opened_then_it_is_there(client, dossier, stap):
    antwoord = client.get(adres(dossier, "stap", stap))

    assert antwoord.status_code == 200
