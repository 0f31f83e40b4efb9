"""What waits for one person: from every part of the room, by its day."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.dossier.factories import MedewerkerFactory
from tests.vakmanschap.factories import (
    OP,
    FeedbackFactory,
    KennisstukFactory,
    MeekijkenFactory,
    maak_bijeenkomst,
    maak_trainer,
)
from verantwoord.vakmanschap.meekijken.queries import eigen_of
from verantwoord.vakmanschap.models import Bijeenkomst, Deelnemer
from verantwoord.vakmanschap.wachtend import wachtend_op

pytestmark = pytest.mark.django_db


def wacht(wie, op=OP):
    punten = wachtend_op(wie, samen=list(eigen_of(viewer=wie)), peildatum=op)
    return [(punt.op, punt.actie) for punt in punten]


def test_given_something_of_every_part_when_asked_what_waits_then_it_stands_by_its_day():
    wie = maak_trainer()
    MeekijkenFactory(gezien=wie, op=date(2022, 3, 9))
    MeekijkenFactory(waarnemer=wie, afgesproken=True)
    FeedbackFactory(meekijken__gezien=wie, gegeven_op=date(2022, 2, 27))
    KennisstukFactory(geldig_tot=date(2022, 2, 20))
    anders = maak_bijeenkomst(MedewerkerFactory(), wie)
    Bijeenkomst.objects.filter(pk=anders.pk).update(op=date(2022, 3, 5))

    assert wacht(wie) == [
        (date(2022, 2, 20), "Kijk na"),
        (date(2022, 2, 27), "Lees en antwoord"),
        (OP, "Schrijf feedback"),
        (date(2022, 3, 5), "Geef antwoord"),
        (date(2022, 3, 9), "Zeg ja of nee"),
    ]


def test_given_a_session_that_passed_when_asked_then_who_led_it_closes_it_and_nobody_is_asked_to_come():
    leidt, komt = MedewerkerFactory(), MedewerkerFactory()
    maak_bijeenkomst(leidt, komt)
    Deelnemer.objects.filter(medewerker=leidt).update(antwoord="komt")

    later = date(2022, 3, 8)

    assert wacht(leidt, later) == [(OP, "Open de intervisie"), (OP, "Bekijk de afspraak")]
    assert wacht(komt, later) == []


@pytest.mark.parametrize("aantal", [1, 10])
def test_given_much_or_little_when_asked_then_the_questions_stay_as_many(aantal):
    wie = MedewerkerFactory()
    for _ in range(aantal):
        FeedbackFactory(meekijken__gezien=wie)
        maak_bijeenkomst(MedewerkerFactory(), wie)

    with CaptureQueriesContext(connection) as vragen:
        punten = wacht(wie)

    assert (len(punten), len(vragen)) == (2 * aantal, 7)
