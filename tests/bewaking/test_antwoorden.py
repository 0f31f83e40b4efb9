"""Answers for partners are kept beside the facts: at every event and every night, and only when they change."""

from datetime import date, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.dossier.factories import DossierFactory, zet_dagen
from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import Stand
from verantwoord.bewaking.nacht import herbeoordeel_alles
from verantwoord.dossier.antwoorden import antwoorden_of, gegeven_aan, geschiedenis_of
from verantwoord.dossier.models import Antwoord, Dossier, Dossierdeel
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import als_systeem

pytestmark = pytest.mark.django_db
EERST = date(2022, 2, 10)


@pytest.fixture(autouse=True)
def als_programma(db):
    with als_systeem():
        yield


def opvangrechten(dossier: Dossier) -> list[tuple]:
    rijen = Antwoord.objects.filter(dossier=dossier, soort="opvangrecht").order_by("pk")
    return [(r.inhoud["recht"], r.inhoud["einddatum"], r.geldig_vanaf, r.correctie_van_id) for r in rijen]


def test_given_a_new_dossier_when_asked_then_only_answers_that_say_something_are_kept():
    dossier = DossierFactory()

    herbeoordeel([dossier.pk], peildatum=EERST)

    rijen = Antwoord.objects.filter(dossier=dossier).order_by("pk")
    assert list(rijen.values_list("soort", "categorie")) == [
        ("identiteit", "identiteit"),
        ("opvangrecht", "opvang_einddatum"),
        ("stappen", "vertrekplan_en_toetsing"),
    ]


def test_given_nothing_changed_when_asked_again_then_nothing_is_written():
    dossier = DossierFactory()
    herbeoordeel([dossier.pk], peildatum=EERST)
    eerst = list(Antwoord.objects.order_by("pk").values())

    herbeoordeel([dossier.pk], peildatum=EERST)
    herbeoordeel_alles(door=systeem(), op=EERST + timedelta(days=1), processen=1)

    assert list(Antwoord.objects.order_by("pk").values()) == eerst


@pytest.mark.norm("coa-einddatum-afgeleid")
def test_given_a_wrong_date_when_it_is_put_right_then_the_new_answer_names_the_old_one_which_stays():
    dossier = DossierFactory(recht_eindigt_op=date(2022, 4, 1))
    herbeoordeel([dossier.pk], peildatum=EERST)
    zet_dagen(dossier, recht_eindigt_op=date(2022, 4, 8))

    herbeoordeel([dossier.pk], peildatum=EERST + timedelta(days=1))

    fout, goed = Antwoord.objects.filter(dossier=dossier, soort="opvangrecht").order_by("pk")
    assert opvangrechten(dossier) == [
        ("ja", "2022-04-01", date(2022, 2, 10), None),
        ("ja", "2022-04-08", date(2022, 2, 11), fout.pk),
    ]
    coa = gegeven_aan(goed, rol="coa", organisatie="coa")
    assert (coa.inhoud["redencode"], coa.correctie_van) == ("correctie", fout.pk)


def test_given_an_end_date_when_a_suspension_begins_and_ends_then_neither_change_is_a_correction():
    dossier = DossierFactory(recht_eindigt_op=date(2022, 6, 1))
    herbeoordeel([dossier.pk], peildatum=EERST)
    Dossierdeel.objects.create(
        dossier=dossier,
        deel="medisch",
        inhoud={"art64_besluit": "toegekend", "art64_van": "2022-02-15", "art64_tot": "2022-03-15"},
    )
    for dag in ("2022-02-15", "2022-03-16"):
        herbeoordeel([dossier.pk], peildatum=date.fromisoformat(dag))

    assert opvangrechten(dossier) == [
        ("ja", "2022-06-01", date(2022, 2, 10), None),
        ("ja", None, date(2022, 2, 15), None),
        ("ja", "2022-06-01", date(2022, 3, 16), None),
    ]


def test_given_the_last_day_passes_when_nobody_checked_what_follows_then_the_right_is_not_said_to_have_ended():
    dossier = DossierFactory(recht_eindigt_op=date(2022, 4, 1))
    herbeoordeel([dossier.pk], peildatum=EERST)

    herbeoordeel_alles(door=systeem(), op=date(2022, 4, 5), processen=1)

    # Whether the shelter may end is not known yet: there was no check whether this person may be removed.
    assert opvangrechten(dossier) == [
        ("ja", "2022-04-01", date(2022, 2, 10), None),
        ("onbekend", "2022-04-01", date(2022, 4, 5), None),
    ]


def test_given_a_measure_that_ends_when_asked_then_the_answer_says_that_there_is_none_any_more():
    dossier = DossierFactory()
    deel = Dossierdeel.objects.create(
        dossier=dossier,
        deel="meldplichten",
        inhoud=[{"opgelegd_op": "2022-02-01", "opgelegd_door": "avim", "per_week": 2}],
    )
    herbeoordeel([dossier.pk], peildatum=EERST)
    deel.inhoud[0]["beeindigd_op"] = "2022-02-11"
    deel.save()

    herbeoordeel([dossier.pk], peildatum=EERST + timedelta(days=1))

    rijen = Antwoord.objects.filter(dossier=dossier, soort="toezicht").order_by("pk")
    assert [(r.inhoud["meldplicht"], r.inhoud["per_week"]) for r in rijen] == [(True, 2), (False, None)]


def test_given_dossiers_that_had_no_answers_when_the_night_passes_then_each_has_them_as_if_it_was_asked():
    dossiers = [DossierFactory().pk for _ in range(4)]
    herbeoordeel(dossiers, peildatum=EERST)
    verwacht = list(Antwoord.objects.order_by("dossier", "pk").values("dossier", "soort", "inhoud"))
    nieuw = [DossierFactory().pk for _ in range(3)]
    herbeoordeel(nieuw, peildatum=EERST)
    Stand.objects.filter(pk__in=nieuw).update(antwoorden="", peildatum=EERST)

    herbeoordeel_alles(door=systeem(), op=EERST + timedelta(days=1), processen=1)

    assert (
        list(
            Antwoord.objects.filter(dossier__in=dossiers)
            .order_by("dossier", "pk")
            .values("dossier", "soort", "inhoud")
        )
        == verwacht
    )
    assert Antwoord.objects.filter(dossier__in=nieuw).count() == 9


@pytest.mark.parametrize("sql", ["update dossier_antwoord set inhoud = '{}'", "delete from dossier_antwoord"])
def test_given_an_answer_when_somebody_would_change_or_remove_it_then_the_database_refuses(sql):
    herbeoordeel([DossierFactory().pk], peildatum=EERST)

    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_given_one_or_ten_dossiers_when_asked_then_the_answers_take_one_query_and_the_place_in_lists_one():
    def vragen(aantal: int) -> int:
        dossiers = [DossierFactory().pk for _ in range(aantal)]
        with CaptureQueriesContext(connection) as gevraagd:
            herbeoordeel(dossiers, peildatum=EERST)
        return sum("dossier_antwoord" in vraag["sql"] for vraag in gevraagd)

    assert (vragen(1), vragen(10)) == (2, 2)


def test_given_my_dossiers_when_their_answers_are_asked_then_one_query_gives_them_and_a_colleague_gets_none():
    dossier = DossierFactory()
    ander = DossierFactory()
    herbeoordeel([dossier.pk, ander.pk], peildatum=EERST)

    with CaptureQueriesContext(connection) as gevraagd:
        gevonden = antwoorden_of([dossier.pk, ander.pk], viewer=dossier.regievoerder)

    assert len(gevraagd) == 1
    assert (sorted(gevonden[dossier.pk]), gevonden[ander.pk]) == (
        ["identiteit", "opvangrecht", "stappen"],
        {},
    )
    assert geschiedenis_of(ander.pk, "opvangrecht", viewer=dossier.regievoerder) == []
    assert [
        g.inhoud["recht"] for g in geschiedenis_of(dossier.pk, "opvangrecht", viewer=dossier.regievoerder)
    ] == ["ja"]
