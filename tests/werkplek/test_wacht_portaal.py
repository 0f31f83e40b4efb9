"""A request to close the portal waits for a second colleague: a duty with a day, told to who may sign."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.dossier.portaal.afschermen import ask_afscherming, lift_afscherming
from verantwoord.werkplek.meldingen.models import Melding

pytestmark = pytest.mark.django_db
TITEL = "Beslis of het portaal om de veiligheid dicht moet."


def test_given_a_request_when_a_colleague_opens_the_dossier_then_it_stands_among_the_duties(client):
    dossier, vandaag = DossierFactory(), timezone.localdate()
    manager = MedewerkerFactory(manager=True, team=dossier.team)
    herbeoordeel([dossier.pk])
    gevraagd = ask_afscherming(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        reden="Iemand leest mee.",
        tot=vandaag + timedelta(days=7),
        ook_gemachtigden=False,
        vandaag=vandaag,
    )
    client.force_login(manager)
    blad = reverse("werkplek:overzicht", args=[dossier.pk])

    wacht = client.get(blad).content.decode().count(TITEL)
    melding = Melding.objects.get(soort=Melding.Soort.PORTAAL)
    naar = client.post(reverse("meldingen:openen", args=[melding.pk])).url
    lift_afscherming(
        door=manager,
        dossier_id=dossier.pk,
        afscherming_id=gevraagd.pk,
        reden="Niet nodig.",
        nu=timezone.now(),
        vandaag=vandaag,
    )

    assert (wacht, melding.medewerker) == (1, manager)
    assert naar == reverse("dossier:portaal", args=[dossier.pk])
    assert client.get(blad).content.decode().count(TITEL) == 0
