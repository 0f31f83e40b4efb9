"""A demo is put only where nothing else is, and thrown away only when it is a demo."""

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from verantwoord.project.databank import maak_databank
from verantwoord.project.omgeving import OnveiligeInstelling
from verantwoord.project.serve_demo import begin_opnieuw


@pytest.fixture
def paden(django_db_setup, proefdatabank):
    """A new and empty database."""
    naam = f"{proefdatabank}_demo"
    maak_databank(settings.PADEN.beheer, naam)
    yield settings.PADEN.met_naam(naam)
    with psycopg.connect(settings.PADEN.beheer, autocommit=True) as verbinding:
        verbinding.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(naam)))


def doe(paden, opdracht: str) -> list[tuple]:
    with psycopg.connect(paden.eigenaar, autocommit=True) as verbinding:
        antwoord = verbinding.execute(opdracht)
        return antwoord.fetchall() if antwoord.description else []


SCHEMAS = "select nspname from pg_namespace where nspname = 'verantwoord_demo'"
TABELLEN = "select tablename from pg_tables where schemaname = 'public' order by tablename"


def test_given_an_unused_database_when_a_demo_begins_then_it_is_marked_as_a_demo(paden):
    begin_opnieuw(paden, reset=False)

    assert doe(paden, SCHEMAS) == [("verantwoord_demo",)]


@pytest.mark.parametrize("reset", [False, True])
def test_given_a_database_in_which_someone_worked_when_a_demo_begins_then_it_is_refused_and_untouched(
    paden, reset
):
    doe(paden, "create table gebeurtenis_gebeurtenis (id int)")
    doe(paden, "insert into gebeurtenis_gebeurtenis values (1)")

    with pytest.raises(OnveiligeInstelling):
        begin_opnieuw(paden, reset=reset)

    assert doe(paden, "select id from gebeurtenis_gebeurtenis") == [(1,)]
    assert doe(paden, SCHEMAS) == []


def test_given_tables_without_work_in_them_when_a_demo_begins_then_they_are_used(paden):
    doe(paden, "create table dossier_dossier (id int)")

    begin_opnieuw(paden, reset=False)

    assert (doe(paden, TABELLEN), doe(paden, SCHEMAS)) == ([("dossier_dossier",)], [("verantwoord_demo",)])


def test_given_a_demo_when_begun_again_then_its_data_stay(paden):
    begin_opnieuw(paden, reset=False)
    doe(paden, "create table dossier_dossier as select 7 as id")

    begin_opnieuw(paden, reset=False)

    assert doe(paden, "select id from dossier_dossier") == [(7,)]


def test_given_a_demo_when_reset_then_nothing_of_it_is_left_and_it_is_a_demo_still(paden):
    begin_opnieuw(paden, reset=False)
    doe(paden, "create table dossier_dossier as select 7 as id")

    begin_opnieuw(paden, reset=True)
    doe(paden, "create table opnieuw (id int)")

    assert (doe(paden, TABELLEN), doe(paden, SCHEMAS)) == ([("opnieuw",)], [("verantwoord_demo",)])
