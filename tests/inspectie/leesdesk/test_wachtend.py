"""What the home of an inspecteur says that waits, and that it says so to nobody else."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.inspectie.factories import maak_onderzoek, mensen_van
from tests.inspectie.leesdesk.proef import JA, NEE, Proef
from tests.werkplek.pagina import lees, tekst, vind
from verantwoord.inspectie import actions as onderzoek_actions
from verantwoord.inspectie.leesdesk import actions
from verantwoord.inspectie.leesdesk.models import Leesexemplaar
from verantwoord.inspectie.leesdesk.wachtend import wachtend_op

pytestmark = pytest.mark.django_db


def wacht(wie):
    return [w.wat for w in wachtend_op(viewer=wie)]


def maak_klaar():
    """Let every copy be there, as the worker makes it."""
    Leesexemplaar.objects.update(inhoud=[], gemaakt_op=timezone.now())


def test_given_a_seed_when_proposed_then_it_waits_for_the_others_and_not_for_who_proposed_it_or_an_outsider():
    DossierFactory.create_batch(3)
    onderzoek = maak_onderzoek()
    leider, tweede = mensen_van(onderzoek)
    onderzoek_actions.keep_stratum(onderzoek.pk, door=leider, naam="alle", aantal=2)
    onderzoek_actions.propose_seed(onderzoek.pk, door=leider)

    ervoor = [wacht(wie) for wie in (leider, tweede, MedewerkerFactory(inspectie=True))]
    onderzoek_actions.agree_seed(onderzoek.pk, door=tweede)

    assert ervoor == [[], ["Kijk naar het plan en de seed, en geef akkoord"], []]
    assert wacht(tweede) == []


def test_given_reading_when_it_goes_on_then_each_is_told_what_is_theirs_to_read_or_decide_and_no_outsider_is():
    proef = Proef(aantal=3)
    buiten = MedewerkerFactory(inspectie=True)
    mensen = (proef.een, proef.twee, proef.leider, buiten)

    ervoor = [wacht(wie) for wie in mensen]
    maak_klaar()
    begin = [wacht(wie) for wie in mensen]
    proef.lees_alles({"L-002": {"medisch": NEE}})
    gelezen = [wacht(wie) for wie in mensen]
    actions.take_beslissing(proef.exemplaren()[1].pk, door=proef.leider)
    bezig = wacht(proef.leider)
    proef.oordeel("L-002", proef.leider, JA)

    assert ervoor == [[], [], [], []]
    assert begin == [["Lees nog 3 dossiers"], ["Lees nog 3 dossiers"], [], []]
    assert gelezen == [[], [], ["Beslis over 1 dossier waar twee verschillen"], []]
    assert bezig == gelezen[2]
    assert [wacht(wie) for wie in mensen] == [[], [], [], []]


def test_given_the_home_when_opened_by_a_reader_then_it_leads_to_the_reading_with_as_many_queries_for_many(
    client,
):
    proef = Proef(aantal=1)
    client.force_login(proef.een)
    tellingen = []
    for aantal in (1, 6):
        if aantal > 1:
            ander = Proef(aantal=aantal, begin=False)
            onderzoek_actions.add_onderzoeker(
                ander.onderzoek.pk, door=ander.leider, medewerker_id=proef.een.pk
            )
            actions.start_lezen(ander.onderzoek.pk, door=ander.leider, lezers=[proef.een.pk, ander.twee.pk])
        maak_klaar()
        with CaptureQueriesContext(connection) as gevraagd:
            blad = lees(client.get(reverse("inspectie:begin")))
        tellingen.append(len(gevraagd))

    regels = [tekst(regel) for regel in vind(blad, "main section li")]
    assert sorted(regel for regel in regels if regel.startswith("Lees nog")) == [
        "Lees nog 1 dossier Is er echt getoetst?",
        "Lees nog 6 dossiers Is er echt getoetst?",
    ]
    assert tellingen[0] == tellingen[1]
