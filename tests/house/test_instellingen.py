"""What makes it unsafe to serve is refused, each with its own sentence, and a safe place is not."""

from urllib.parse import quote

import psycopg
import pytest
from django.conf import settings
from psycopg import sql

from verantwoord.project.databank import maak_databank
from verantwoord.project.instellingen import DEMOSCHEMA, bezwaren_databank, bezwaren_omgeving

VEILIG = {
    "DATABASE_URL": "postgresql://app@db.example/verantwoord",
    "VERANTWOORD_SECRET_KEY": "k7Vw2mQ9xR4tB8nZ1cL5pD3fH6jS0gA-uYeWiKoNaMbXsTvE",
    "VERANTWOORD_LOGBOEKSLEUTEL": "Qm8xT2vZ6kR9pL4w",
    "VERANTWOORD_HOSTS": "verantwoord.example,intern.example",
    "VERANTWOORD_DEMO": "",
    "VERANTWOORD_INLOG": "lokaal",
}


@pytest.fixture
def omgeving(monkeypatch):
    def zet(**anders: str) -> None:
        for naam, waarde in (VEILIG | anders).items():
            monkeypatch.setenv(naam, waarde)

    return zet


def test_given_safe_settings_when_checked_then_there_is_no_objection(omgeving):
    omgeving(VERANTWOORD_SECRET_KEY=VEILIG["VERANTWOORD_SECRET_KEY"] + "9q")

    assert bezwaren_omgeving() == []


@pytest.mark.parametrize(
    ("naam", "waarde", "begin"),
    [
        ("DATABASE_URL", "", "DATABASE_URL ontbreekt"),
        ("VERANTWOORD_SECRET_KEY", "", "VERANTWOORD_SECRET_KEY ontbreekt"),
        (
            "VERANTWOORD_SECRET_KEY",
            "a1B2c3D4e5F6g7H8i9J0" * 2 + "123456789",
            "VERANTWOORD_SECRET_KEY is te kort",
        ),
        ("VERANTWOORD_SECRET_KEY", "abc" * 40, "VERANTWOORD_SECRET_KEY is te kort"),
        ("VERANTWOORD_LOGBOEKSLEUTEL", "", "VERANTWOORD_LOGBOEKSLEUTEL ontbreekt"),
        ("VERANTWOORD_HOSTS", " , ", "VERANTWOORD_HOSTS ontbreekt"),
        ("VERANTWOORD_HOSTS", "verantwoord.example,*", "VERANTWOORD_HOSTS mag geen *"),
        ("VERANTWOORD_HOSTS", ".example", "VERANTWOORD_HOSTS mag geen *"),
        ("VERANTWOORD_LOGBOEK", "http://collector.example/v1/traces", "VERANTWOORD_LOGBOEK moet beginnen"),
        ("VERANTWOORD_DEMO", "1", "VERANTWOORD_DEMO staat aan"),
    ],
)
def test_given_one_unsafe_setting_when_checked_then_that_one_is_named(omgeving, naam, waarde, begin):
    omgeving(**{"VERANTWOORD_SECRET_KEY": VEILIG["VERANTWOORD_SECRET_KEY"] + "9q", naam: waarde})

    (zin,) = bezwaren_omgeving()

    assert zin.startswith(begin)


def test_given_everything_wrong_when_checked_then_all_is_told_at_once(omgeving):
    omgeving(DATABASE_URL="", VERANTWOORD_SECRET_KEY="", VERANTWOORD_HOSTS="", VERANTWOORD_DEMO="1")

    assert len(bezwaren_omgeving()) == 4


@pytest.mark.django_db
def test_given_the_app_role_when_checked_then_the_database_gives_no_objection(proefdatabank):
    assert bezwaren_databank(settings.PADEN.met_naam(proefdatabank).app) == []


@pytest.mark.django_db
def test_given_the_owner_role_when_checked_then_it_is_refused_as_owner(proefdatabank):
    bezwaren = bezwaren_databank(settings.PADEN.met_naam(proefdatabank).eigenaar)

    assert bezwaren == [
        (
            "DATABASE_URL logt in als verantwoord_eigenaar, en die is eigenaar van de databank of de tabellen: "
            "laat de server inloggen met een rol die alleen lid is van verantwoord_app."
        )
    ]


@pytest.fixture
def lege_databank(proefdatabank):
    """A database of its own in which a test may do as it likes; its address for the log-in that makes databases."""
    naam = f"{proefdatabank}_huis"
    beheer = settings.PADEN.beheer
    maak_databank(beheer, naam)
    voor, _, opties = beheer.partition("?")
    yield f"{voor.rsplit('/', 1)[0]}/{quote(naam)}" + (f"?{opties}" if opties else "")
    with psycopg.connect(beheer, autocommit=True) as verbinding:
        verbinding.execute(sql.SQL("drop database {} with (force)").format(sql.Identifier(naam)))


@pytest.mark.django_db
def test_given_demo_data_when_checked_then_they_are_refused(lege_databank):
    with psycopg.connect(lege_databank, autocommit=True) as verbinding:
        verbinding.execute(sql.SQL("create schema {}").format(sql.Identifier(DEMOSCHEMA)))

    bezwaren = bezwaren_databank(lege_databank)

    assert (
        "In de databank staan verzonnen demogegevens: gebruik een eigen databank voor echt gebruik."
        in bezwaren
    )


@pytest.mark.django_db
def test_given_a_log_in_that_may_make_roles_when_checked_then_it_is_refused(lege_databank):
    bezwaren = bezwaren_databank(lege_databank)

    assert [zin for zin in bezwaren if "(CREATEROLE)" in zin] != []
