"""What the database itself shows of this room, asked past everything that the program filters."""

import pytest
from django.db import transaction

from tests.dossier.factories import MedewerkerFactory
from tests.vakmanschap.factories import (
    OP,
    CursusFactory,
    DeelnameFactory,
    FeedbackFactory,
    MeekijkenFactory,
    begon,
    maak_bijeenkomst,
    maak_trainer,
)
from verantwoord.toegang.context import transactie_van
from verantwoord.vakmanschap import models

pytestmark = pytest.mark.django_db(transaction=True)
TABELLEN = ("Deelname", "Loopbaan", "Meekijken", "Feedback", "Bijeenkomst", "Deelnemer", "Casus", "Afspraak")


def ziet(wie):
    with transactie_van(wie):
        return {naam: aantal for naam in TABELLEN if (aantal := getattr(models, naam).objects.count())}


def test_given_rows_about_a_colleague_when_each_asks_for_all_then_the_database_gives_what_is_theirs():
    with transaction.atomic():
        manager = MedewerkerFactory(manager=True)
        wie = MedewerkerFactory(team=manager.team)
        begon(wie, OP)
        DeelnameFactory(medewerker=wie, gevolgd=True)
        DeelnameFactory(medewerker=wie, gevolgd=True, cursus=CursusFactory(voor="vrij"))
        FeedbackFactory(meekijken__gezien=wie)
        MeekijkenFactory(gezien=wie)
        maak_bijeenkomst(wie, MedewerkerFactory())
        trainer, buiten = maak_trainer(), MedewerkerFactory(team=manager.team)
        ander_team = MedewerkerFactory(manager=True)

    assert ziet(wie) == {
        "Deelname": 2, "Loopbaan": 1, "Meekijken": 2, "Feedback": 1,
        "Bijeenkomst": 1, "Deelnemer": 2, "Casus": 1, "Afspraak": 1,
    }  # fmt: skip
    assert ziet(manager) == {"Deelname": 1, "Loopbaan": 1, "Meekijken": 1}
    assert ziet(trainer) == {"Deelname": 2, "Loopbaan": 1}
    assert ziet(buiten) == ziet(ander_team) == ziet(None) == {}
