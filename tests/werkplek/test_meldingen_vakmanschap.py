"""Who hears that a course is due or that a colleague asked something: the person and the manager, and no colleague."""

from datetime import UTC, date, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from tests.dossier.factories import MedewerkerFactory
from tests.vakmanschap.factories import CursusFactory, DeelnameFactory, KennisstukFactory, begon, maak_trainer
from tests.vakmanschap.test_dialoog import plan, vertel
from verantwoord.toegang.actions import systeem
from verantwoord.vakmanschap.meekijken.actions import ask
from verantwoord.werkplek.meldingen.models import Melding
from verantwoord.werkplek.meldingen.vakmanschap import remind_dialogen, remind_kennis, remind_opleiding

pytestmark = pytest.mark.django_db
# A course of ninety days for somebody who began on 10 January 2022.
LAATSTE_DAG = date(2022, 4, 10)


@pytest.fixture
def manager():
    return MedewerkerFactory(manager=True)


@pytest.fixture
def wie(manager):
    wie = MedewerkerFactory(team=manager.team)
    begon(wie, date(2022, 1, 10))
    return wie


def herinner(op):
    remind_opleiding(door=systeem(), peildatum=op)
    Melding.objects.update(gemaakt_op=datetime.combine(op, time(5), tzinfo=UTC))


def gehoord():
    return set(Melding.objects.filter(gelezen_op=None).values_list("medewerker", "soort"))


@pytest.mark.usefixtures("wie")
def test_given_a_course_when_its_last_day_is_far_then_nobody_hears():
    CursusFactory()

    herinner(LAATSTE_DAG - timedelta(days=31))

    assert gehoord() == set()


def test_given_a_course_when_it_comes_near_then_the_person_and_the_manager_hear_and_no_colleague(
    manager, wie
):
    DeelnameFactory(cursus=CursusFactory(), medewerker=MedewerkerFactory(team=manager.team), gevolgd=True)

    herinner(LAATSTE_DAG - timedelta(days=30))

    assert gehoord() == {(wie.pk, "opleiding"), (manager.pk, "opleiding")}


def test_given_who_read_it_when_nothing_changed_then_it_is_not_said_again_until_the_last_day_passed(
    manager, wie
):
    CursusFactory()
    herinner(LAATSTE_DAG - timedelta(days=30))
    Melding.objects.update(gelezen_op=timezone.now())

    herinner(LAATSTE_DAG)
    tussen = gehoord()
    herinner(LAATSTE_DAG + timedelta(days=1))

    assert (tussen, gehoord()) == (set(), {(wie.pk, "opleiding"), (manager.pk, "opleiding")})


def test_given_a_notification_when_it_is_opened_then_each_comes_where_their_own_page_is(client, manager, wie):
    CursusFactory()
    herinner(LAATSTE_DAG)
    paden = {}
    for melding in Melding.objects.select_related("medewerker"):
        client.force_login(melding.medewerker)
        paden[melding.medewerker] = client.post(reverse("meldingen:openen", args=[melding.pk])).url

    assert paden == {manager: reverse("vakmanschap:team"), wie: reverse("vakmanschap:begin")}


def test_given_a_colleague_who_asks_to_watch_when_it_is_asked_then_only_the_other_hears(wie):
    vrager = MedewerkerFactory()

    ask(door=vrager, collega_id=wie.pk, ik_kijk=True, op=LAATSTE_DAG, peildatum=LAATSTE_DAG)

    assert gehoord() == {(wie.pk, "vakmanschap")}


def test_given_a_session_that_was_not_reported_when_its_day_comes_near_and_when_it_is_late_then_who_led_it_hears_twice(
    manager, wie
):
    vertel("2022-K1")
    plan(manager, rapport_voor=date(2022, 6, 17))

    for op, keer in (
        (date(2022, 6, 9), 0),
        (date(2022, 6, 10), 1),
        (date(2022, 6, 12), 1),
        (date(2022, 6, 18), 2),
    ):
        Melding.objects.filter(medewerker=manager).update(gelezen_op=timezone.now())
        remind_dialogen(door=systeem(), peildatum=op)
        nieuw = Melding.objects.filter(soort="dialoog", gelezen_op=None)
        assert set(nieuw.values_list("medewerker", flat=True)) <= {manager.pk}
        nieuw.update(gemaakt_op=datetime.combine(op, time(5), tzinfo=UTC))
        assert Melding.objects.filter(soort="dialoog").count() == keer


def test_given_knowledge_that_waits_when_it_came_up_then_trainers_hear_it_once_each_time():
    trainer = maak_trainer()
    KennisstukFactory(geldig_tot=LAATSTE_DAG)

    remind_kennis(door=systeem(), peildatum=LAATSTE_DAG)
    toen = gehoord()
    remind_kennis(door=systeem(), peildatum=LAATSTE_DAG + timedelta(days=1))

    assert (toen, gehoord()) == (set(), {(trainer.pk, "vakmanschap")})
