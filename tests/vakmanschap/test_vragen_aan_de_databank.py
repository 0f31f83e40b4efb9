"""However much there is to show, a page of this room asks the database as many questions."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from tests.dossier.factories import MedewerkerFactory
from tests.vakmanschap.factories import (
    OP,
    CursusFactory,
    DeelnameFactory,
    FeedbackFactory,
    KennisstukFactory,
    MeekijkenFactory,
    begon,
    maak_bijeenkomst,
    maak_trainer,
)
from tests.vakmanschap.test_dialoog import vertel
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.vakmanschap.dialoog import actions as dialoog
from verantwoord.vakmanschap.models import Afspraak, Bijeenkomst, Casus, Deelnemer

pytestmark = pytest.mark.django_db
LIJSTEN = [
    "vakmanschap:begin", "vakmanschap:cursussen", "vakmanschap:meekijken", "vakmanschap:intervisie", "vakmanschap:kennis",
    "dialoog:lijst",
]  # fmt: skip


def van_alles(wie, hoeveel):
    """So many of everything that stands in a list of somebody."""
    manager = MedewerkerFactory(manager=True, team=wie.team)
    for n in range(hoeveel):
        KennisstukFactory()
        DeelnameFactory(medewerker=wie)
        MeekijkenFactory(gezien=wie, op=OP + timedelta(days=n))
        FeedbackFactory(meekijken__waarnemer=wie)
        maak_bijeenkomst(wie, MedewerkerFactory(team=wie.team))
        dialoog.plan_dialoog(
            door=manager, maat="gesprekken", kwartaal=Kwartaal(2022, 1), vraag=f"Waarom, {n}?", op=OP, tijd=None,
            plaats="Zaal 2", teams=[wie.team_id], rapport_voor=OP + timedelta(days=30), peildatum=OP,
        )  # fmt: skip


@pytest.fixture
def wie():
    vertel("2022-K1")
    return maak_trainer()


def tel(client, adres):
    with CaptureQueriesContext(connection) as gevraagd:
        assert client.get(adres).status_code == 200
    return len(gevraagd)


@pytest.mark.parametrize("naam", LIJSTEN)
def test_given_one_or_many_rows_when_a_list_is_opened_then_the_number_of_queries_is_the_same(
    client, wie, naam
):
    client.force_login(wie)
    aantallen = []
    for hoeveel in (1, 4):
        van_alles(wie, hoeveel)
        aantallen.append(tel(client, reverse(naam)))

    assert aantallen[0] == aantallen[1]


@pytest.mark.parametrize("naam", ["vakmanschap:cursus", "vakmanschap:trainers", "vakmanschap:team"])
def test_given_one_or_many_colleagues_when_a_list_of_people_is_opened_then_the_number_of_queries_is_the_same(
    client, wie, naam
):
    cursus = CursusFactory()
    client.force_login(
        wie if naam == "vakmanschap:cursus" else MedewerkerFactory(manager=True, team=wie.team)
    )
    aantallen = []
    for hoeveel in (1, 4):
        for _keer in range(hoeveel):
            collega = maak_trainer(MedewerkerFactory(team=wie.team))
            begon(collega, OP)
            DeelnameFactory(cursus=cursus, medewerker=collega, gevolgd=True)
        adres = reverse(naam, args=[cursus.pk] if naam == "vakmanschap:cursus" else [])
        aantallen.append(tel(client, adres))

    assert aantallen[0] == aantallen[1]


def test_given_a_session_with_few_or_many_people_and_cases_when_opened_then_the_number_of_queries_is_the_same(
    client, wie
):
    client.force_login(wie)
    sessie = maak_bijeenkomst(wie, MedewerkerFactory())
    aantallen = [tel(client, reverse("vakmanschap:intervisie_een", args=[sessie.pk]))]
    for n in range(4):
        collega = MedewerkerFactory()
        Deelnemer.objects.create(bijeenkomst=sessie, medewerker=collega)
        Casus.objects.create(
            bijeenkomst=sessie, inbrenger=collega, titel=f"Casus {n}", navertelling="Stil.", vraag="Hoe?"
        )
        Afspraak.objects.create(bijeenkomst=sessie, wat=f"Afspraak {n}", wie=collega, uiterlijk=OP)
    Bijeenkomst.objects.filter(pk=sessie.pk).update(
        kring=[wie.pk, *sessie.deelnemers.values_list("medewerker", flat=True)]
    )

    aantallen.append(tel(client, reverse("vakmanschap:intervisie_een", args=[sessie.pk])))

    assert aantallen[0] == aantallen[1]
