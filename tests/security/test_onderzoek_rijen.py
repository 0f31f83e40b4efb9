"""What the database itself shows of an onderzoek: to who works on it, and to nobody else whatever the program asks."""

import pytest
from django.db import connection
from django.db.utils import DatabaseError

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.inspectie.factories import maak_getrokken, maak_onderzoek, maak_rapport, mensen_van
from verantwoord.inspectie.models import (
    Aanbeveling,
    Getrokken,
    Meetpunt,
    Onderzoek,
    Onderzoeker,
    Seedafspraak,
    Stratum,
    Trekking,
)
from verantwoord.toegang.context import transactie_van

pytestmark = pytest.mark.django_db
STEEKPROEF = (Stratum, Seedafspraak, Trekking, Getrokken)


@pytest.fixture
def onderzoek():
    DossierFactory.create_batch(3)
    return maak_getrokken(rest=0)


def geteld(wie, modellen):
    with transactie_van(wie):
        return [model.objects.count() for model in modellen]


@pytest.mark.parametrize("trait", ["inspectie", "manager", "beheerder", "fg", "coa", "medisch_bevoegd", None])
def test_given_who_does_not_work_on_it_when_asking_the_tables_then_no_row_is_there(onderzoek, trait):
    ander, (_leider, tweede) = MedewerkerFactory(**({trait: True} if trait else {})), mensen_van(onderzoek)

    assert geteld(ander, (Onderzoek, Onderzoeker, *STEEKPROEF)) == [0] * 6
    assert geteld(tweede, (Onderzoek, Onderzoeker, *STEEKPROEF)) == [1, 2, 1, 1, 1, 2]


def test_given_a_published_report_when_a_regievoerder_asks_then_the_report_is_there_and_its_sample_is_not(
    onderzoek,
):
    rapport = maak_rapport()
    Onderzoek.objects.filter(pk=onderzoek.pk).update(gepubliceerd_op="2022-11-11", stand="afgerond")
    regievoerder = MedewerkerFactory()

    assert geteld(regievoerder, (Onderzoek, Aanbeveling, Onderzoeker, *STEEKPROEF)) == [2, 1, 0, 0, 0, 0, 0]
    assert rapport.gepubliceerd_op is not None


def test_given_somebody_who_stopped_or_left_when_asking_then_nothing_is_there_any_more(onderzoek):
    leider, tweede = mensen_van(onderzoek)
    Onderzoeker.objects.filter(medewerker=tweede).update(tot="2022-06-01T00:00:00Z")
    leider.is_active = False
    leider.save()

    assert geteld(tweede, (Onderzoek, *STEEKPROEF)) == [0] * 5
    assert geteld(leider, (Onderzoek, *STEEKPROEF)) == [0] * 5


@pytest.mark.parametrize("model", [Trekking, Getrokken, Meetpunt])
def test_given_a_draw_when_it_would_be_changed_or_removed_then_the_database_refuses(onderzoek, model):
    Meetpunt.objects.create(
        onderzoek=maak_onderzoek(), maat="medisch", peildatum="2022-06-30", aantal=1, totaal=9
    )

    for opdracht in ("delete from {}", "update {} set id = id"):
        with (
            pytest.raises(DatabaseError),
            connection.cursor() as cursor,
            transactie_van(mensen_van(onderzoek)[0]),
        ):
            cursor.execute(opdracht.format(model._meta.db_table))
