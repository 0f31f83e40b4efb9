"""A command finds its database by DATABASE_URL alone, makes an empty one ready, and leaves an older one alone."""

import os
import subprocess
import sys
from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from verantwoord.project.bijwerken import TE_OUD, VAN_VOOR_HET_BEGIN
from verantwoord.project.instellingen import DEMOSCHEMA


@pytest.fixture
def url(django_db_setup, proefdatabank, tmp_path):
    """A database that an administrator made and named in DATABASE_URL, with nothing in it yet."""
    naam, beheer = f"{proefdatabank}_url", settings.PADEN.beheer
    with psycopg.connect(beheer, autocommit=True) as verbinding:
        verbinding.execute(sql.SQL("create database {}").format(sql.Identifier(naam)))
    voor, _, opties = beheer.partition("?")
    yield f"{voor.rsplit('/', 1)[0]}/{quote(naam)}" + (f"?{opties}" if opties else "")
    with psycopg.connect(beheer, autocommit=True) as verbinding:
        verbinding.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(naam)))


def voer_uit(
    *woorden: str, url: str, module: str = "verantwoord.project.cli", **omgeving: str
) -> tuple[int, str, str]:
    """Run the program as a user does and give its exit code, answer and refusal."""
    schoon = {
        n: w for n, w in os.environ.items() if not n.startswith(("DATABASE_URL", "VERANTWOORD_", "DJANGO_"))
    }
    klaar = subprocess.run(  # noqa: S603 - our own program
        [sys.executable, "-P", "-m", module, *woorden],
        env=schoon | {"DATABASE_URL": url, "VERANTWOORD_DATA": os.environ["VERANTWOORD_DATA"]} | omgeving,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    return klaar.returncode, klaar.stdout, klaar.stderr


def test_given_an_empty_database_when_a_command_runs_then_it_is_made_ready_and_later_left_alone_when_older(
    url,
):
    eerst = voer_uit("verify-gebeurtenissen", url=url)
    with psycopg.connect(url, autocommit=True) as verbinding:
        verbinding.execute("delete from django_migrations where app = 'bewaking'")
    daarna = voer_uit("verify-gebeurtenissen", url=url)

    assert eerst == (0, "0 gebeurtenissen nagerekend; alle schakels kloppen.\n", "")
    assert daarna == (
        1,
        "",
        (
            "De databank hoort bij een andere versie van het programma. Maak een reservekopie en geef daarna de opdracht: "
            "verantwoord migrate\n"
        ),
    )


def maak_oud(url: str) -> None:
    """Make it a demo of before each room had one beginning: other migrations were done, and a room was not there yet."""
    with psycopg.connect(url, autocommit=True) as verbinding:
        verbinding.execute(sql.SQL("create schema {}").format(sql.Identifier(DEMOSCHEMA)))
        verbinding.execute(
            "insert into django_migrations (app, name, applied) values (%s, %s, now())", VAN_VOOR_HET_BEGIN
        )
        verbinding.execute("delete from django_migrations where app = 'kwaliteit'")
        verbinding.execute("drop table kwaliteit_faseperiode, kwaliteit_publicatie")


def wat_erin_staat(url: str) -> tuple[set[str], set[tuple[str, str]]]:
    with psycopg.connect(url) as verbinding:
        tabellen = verbinding.execute("select tablename from pg_tables where schemaname = 'public'")
        migraties = verbinding.execute("select app, name from django_migrations")
        return {rij[0] for rij in tabellen.fetchall()}, set(migraties.fetchall())


def test_given_a_database_of_before_the_one_beginning_when_a_command_comes_near_then_it_says_so_and_leaves_all_as_it_was(
    url,
):
    voer_uit("verify-gebeurtenissen", url=url)
    maak_oud(url)
    eerst = wat_erin_staat(url)

    opdrachten = ["verify-gebeurtenissen"], ["migrate"], ["demo", "--no-serve"], ["werk", "--eenmaal"]
    antwoorden = [voer_uit(*woorden, url=url) for woorden in opdrachten]
    van_django = voer_uit(
        *("migrate", "--database=eigenaar", "--settings=verantwoord.project.settings", "--verbosity=0"),
        module="django",
        url=url,
    )

    assert antwoorden == [(1, "", TE_OUD + "\n")] * 4
    assert van_django == (1, "", f"CommandError: {TE_OUD}\n")
    assert wat_erin_staat(url) == eerst


def test_given_wrong_use_of_a_command_when_run_then_it_ends_with_two_and_shows_how(url):
    afloop, uit, fout = voer_uit("verify-gebeurtenissen", "--bestaat-niet", url=url)

    assert (afloop, uit) == (2, "")
    assert fout.startswith("usage: verantwoord verify-gebeurtenissen")


def test_given_a_database_that_is_not_there_when_a_command_runs_then_a_sentence_says_so_without_its_password():
    weg = "postgresql://iemand:geheim@127.0.0.1:9/verantwoord"

    afloop, uit, fout = voer_uit("verify-gebeurtenissen", url=weg)

    assert (afloop, uit) == (1, "")
    assert fout.startswith("De databank is niet bereikbaar. Controleer DATABASE_URL en of de server draait.")
    assert ("Traceback" in fout, "geheim" in fout) == (False, False)


def test_given_another_kind_of_database_when_a_command_runs_then_a_sentence_says_what_it_must_be():
    antwoord = voer_uit("verify-gebeurtenissen", url="sqlite:///x.db")

    assert antwoord == (
        1,
        "",
        "DATABASE_URL moet beginnen met postgresql:// ; verantwoord werkt alleen met PostgreSQL 15 of nieuwer.\n",
    )


def test_given_unsafe_settings_when_serving_then_it_ends_with_one_and_names_each(url):
    afloop, uit, fout = voer_uit("serve", url=url, VERANTWOORD_HOSTS="*")

    zinnen = fout.splitlines()
    assert (afloop, uit, zinnen[0]) == (1, "", "De server start niet:")
    assert [zin.split()[1] for zin in zinnen[1:4]] == [
        "VERANTWOORD_SECRET_KEY",
        "VERANTWOORD_LOGBOEKSLEUTEL",
        "VERANTWOORD_HOSTS",
    ]
    assert [zin for zin in zinnen if "Traceback" in zin] == []
