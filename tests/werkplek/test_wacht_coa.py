"""What now says it when the COA did not hear until when the right to shelter runs."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, TeamFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.models import Antwoord, Dossier
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import Organisatie

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def als_programma(db):
    with als_systeem():
        yield


@pytest.fixture
def dossier() -> Dossier:
    """A right to shelter that runs until 1 April 2091, of which the answer was written nine days ago."""
    TeamFactory(organisatie=Organisatie.COA, locaties=["Assen"])
    dossier = DossierFactory(recht_eindigt_op=date(2091, 4, 1))
    herbeoordeel([dossier.pk])
    laatst = Antwoord.objects.get(dossier=dossier, soort="opvangrecht")
    Antwoord.objects.create(
        dossier=dossier,
        soort=laatst.soort,
        categorie=laatst.categorie,
        inhoud=laatst.inhoud,
        geldig_vanaf=laatst.geldig_vanaf,
        vastgelegd_op=timezone.now() - timedelta(days=9),
    )
    return dossier


def test_given_an_end_date_that_did_not_reach_the_coa_when_the_overview_opens_then_what_now_says_who_to_call(
    client, dossier
):
    client.force_login(dossier.regievoerder)

    pagina = client.get(reverse("werkplek:overzicht", args=[dossier.pk])).content.decode()

    assert "De einddatum van de opvang aan het COA doorgeven" in pagina
    assert "Bel het COA" in pagina
