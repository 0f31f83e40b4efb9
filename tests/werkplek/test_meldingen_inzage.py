"""Who hears that somebody asked for more, opened in an emergency, or that nobody reviewed it."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.dossier.test_inzageverzoek import PLATTEGROND, betrokken
from tests.dossier.test_noodtoegang import open_
from verantwoord.dossier.actions import ask_inzage, grant_inzage
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.nood.actions import escalate_noodtoegang
from verantwoord.werkplek.meldingen.inzage import remind_inzageverzoeken
from verantwoord.werkplek.meldingen.models import Melding

pytestmark = pytest.mark.django_db


@pytest.fixture
def dossier():
    return DossierFactory()


@pytest.fixture
def agent(dossier):
    return betrokken(dossier, MedewerkerFactory(avim=True))


def gehoord():
    return sorted(Melding.objects.values_list("medewerker__naam", "soort", "dossier__nummer"))


def vraag(dossier, agent, dag=None):
    return ask_inzage(door=agent, dossier_id=dossier.pk, peildatum=dag or timezone.localdate(), **PLATTEGROND)


def test_given_a_question_about_what_the_coa_owns_when_asked_then_those_of_the_coa_on_it_hear(dossier, agent):
    hier = betrokken(dossier, MedewerkerFactory(coa=True))
    MedewerkerFactory(coa=True)

    vraag(dossier, agent)

    assert gehoord() == [(hier.naam, "inzage_gevraagd", dossier.nummer)]


def test_given_nobody_of_the_coa_when_asked_then_the_regievoerder_hears_and_sees_the_duty_with_its_day(
    client, dossier, agent
):
    verzoek = vraag(dossier, agent)
    client.force_login(dossier.regievoerder)

    pagina = client.get(f"/dossiers/{dossier.pk}/").content.decode()

    assert gehoord() == [(dossier.regievoerder.naam, "inzage_gevraagd", dossier.nummer)]
    assert "Antwoord op een vraag van een ketenpartner." in pagina
    assert f"/dossiers/{dossier.pk}/inzageverzoeken/{verzoek.pk}/" in pagina
    assert PLATTEGROND["doel"] not in pagina


def test_given_an_answer_when_granted_then_the_asker_hears(dossier, agent):
    verzoek = vraag(dossier, agent)
    Melding.objects.all().delete()
    grant_inzage(
        door=dossier.regievoerder,
        dossier_id=dossier.pk,
        verzoek_id=verzoek.pk,
        antwoord="Kamer 12.",
        motivering="Nodig.",
        geldig_tot=timezone.localdate(),
        peildatum=timezone.localdate(),
    )

    assert gehoord() == [(agent.naam, "inzage_besloten", dossier.nummer)]


@pytest.mark.parametrize(("dagen", "keer"), [(0, 0), (10, 1)])
def test_given_a_question_without_an_answer_when_its_day_has_come_then_the_owner_hears_again(
    dossier, agent, dagen, keer
):
    vraag(dossier, agent, timezone.localdate() - timedelta(days=dagen))
    Melding.objects.all().delete()

    for _ in range(2):
        remind_inzageverzoeken(door=systeem())

    assert gehoord() == [(dossier.regievoerder.naam, "inzage_gevraagd", dossier.nummer)] * keer


def test_given_an_emergency_when_opened_then_regievoerder_manager_and_privacy_officer_hear_at_once(dossier):
    manager, fg = MedewerkerFactory(manager=True, team=dossier.team), MedewerkerFactory(fg=True)
    MedewerkerFactory(manager=True)

    open_(dossier, MedewerkerFactory(avim=True))

    assert gehoord() == sorted(
        [
            (dossier.regievoerder.naam, "noodtoegang", dossier.nummer),
            (manager.naam, "noodtoegang", None),
            (fg.naam, "noodtoegang", None),
        ]
    )


def test_given_no_review_in_time_when_it_escalates_then_manager_and_privacy_officer_hear(dossier):
    manager, fg = MedewerkerFactory(manager=True, team=dossier.team), MedewerkerFactory(fg=True)
    open_(dossier, MedewerkerFactory(avim=True))
    Melding.objects.all().delete()

    escalate_noodtoegang(door=systeem(), peildatum=date(2022, 3, 12))

    assert {(naam, soort) for naam, soort, _nummer in gehoord()} == {
        (manager.naam, "nood_te_laat"),
        (fg.naam, "nood_te_laat"),
    }


def test_given_a_manager_when_she_opens_the_notification_then_she_can_review_a_partner_in_her_teams_dossier(
    client, dossier
):
    manager = MedewerkerFactory(manager=True, team=dossier.team)
    gegeven = open_(dossier, MedewerkerFactory(avim=True))
    client.force_login(manager)

    antwoord = client.post(f"/meldingen/{Melding.objects.get(medewerker=manager).pk}/openen/")

    assert antwoord.url == "/noodtoegang/te-beoordelen/"
    assert f"/noodtoegang/{gegeven.pk}/beoordelen/" in client.get(antwoord.url).content.decode()


@pytest.mark.parametrize(
    ("rol", "soort", "met_dossier", "weg"),
    [
        ("fg", "noodtoegang", False, "/fg/"),
        ("fg", "opvallend", False, "/fg/"),
        ("", "inzage_gevraagd", True, "/dossiers/{}/inzageverzoeken/"),
        ("", "noodtoegang", True, "/dossiers/{}/inzage/"),
        ("coa", "inzage_gevraagd", True, "/keten/dossiers/{}/vragen/"),
        ("avim", "inzage_besloten", True, "/keten/dossiers/{}/vragen/"),
    ],
)
def test_given_a_notification_when_opened_then_it_leads_to_ones_own_page(
    client, dossier, rol, soort, met_dossier, weg
):
    wie = MedewerkerFactory(**({rol: True} if rol else {}))
    melding = Melding.objects.create(medewerker=wie, soort=soort, dossier=dossier if met_dossier else None)
    client.force_login(wie)

    assert client.post(f"/meldingen/{melding.pk}/openen/").url == weg.format(dossier.pk)
