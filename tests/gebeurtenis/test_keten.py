"""The chain of events: sealed by the database, never changed, and every break found."""

import hashlib
import json
import uuid
from datetime import UTC

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import ProgrammingError, connection, connections, transaction

from verantwoord.gebeurtenis.actions import gebundeld, na_gebeurtenis, record_gebeurtenis
from verantwoord.gebeurtenis.models import Gebeurtenis, Rijhistorie
from verantwoord.gebeurtenis.queries import eerste_gebroken_schakel
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.models import Medewerker, Team

pytestmark = pytest.mark.django_db


def schrijf(dossier_id: uuid.UUID, aantal: int = 1) -> None:
    actor = systeem()
    for n in range(aantal):
        record_gebeurtenis(
            soort="proef.gedaan", onderwerp=actor, dossier_id=dossier_id, door=actor, gegevens={"n": n}
        )


def als_eigenaar(opdracht: str, *waarden: object) -> None:
    """Do what only someone with the owner's rights and bad intentions could do."""
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("alter table gebeurtenis_gebeurtenis disable trigger user")
        cursor.execute(opdracht, waarden)
        cursor.execute("alter table gebeurtenis_gebeurtenis enable always trigger alleen_toevoegen")


def test_given_two_dossiers_when_events_come_in_turn_then_each_has_its_own_unbroken_chain():
    een, twee = uuid.uuid4(), uuid.uuid4()

    for dossier in (een, twee, een, een):
        schrijf(dossier)

    assert list(
        Gebeurtenis.objects.filter(dossier_id=een).order_by("id").values_list("volgnummer", flat=True)
    ) == [1, 2, 3]
    assert list(Gebeurtenis.objects.filter(dossier_id=twee).values_list("volgnummer", flat=True)) == [1]
    assert eerste_gebroken_schakel() is None


def test_given_an_event_when_its_seal_is_computed_elsewhere_then_it_is_the_same():
    dossier = uuid.uuid4()
    schrijf(dossier)
    g = Gebeurtenis.objects.get(dossier_id=dossier)

    moment = g.moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")
    inhoud = [
        g.vorige, str(dossier), g.volgnummer, g.soort, g.onderwerp, g.onderwerp_id, g.door, g.door_naam,
        g.gegevens, None, moment,
    ]  # fmt: skip

    assert hashlib.sha256(json.dumps(inhoud, ensure_ascii=False).encode()).hexdigest() == g.hash


@pytest.mark.parametrize(
    "opdracht",
    [
        "update gebeurtenis_gebeurtenis set soort = 'anders'",
        "delete from gebeurtenis_gebeurtenis",
        "truncate gebeurtenis_gebeurtenis",
        "update gebeurtenis_kop set volgnummer = 0",
        "delete from gebeurtenis_rijhistorie",
        "insert into gebeurtenis_rijhistorie (tabel, rij_id, operatie, door, verzoek) values ('a','b','c','d','e')",
        "delete from toegang_inzage",
        "alter table gebeurtenis_gebeurtenis disable trigger all",
        "set session_replication_role = replica",
        "set role verantwoord_eigenaar",
    ],
)
def test_given_the_role_of_the_app_when_it_tries_to_change_what_happened_then_the_database_refuses(opdracht):
    schrijf(uuid.uuid4())

    with pytest.raises(ProgrammingError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(opdracht)


@pytest.mark.parametrize(
    "opdracht", ["update gebeurtenis_gebeurtenis set soort = 'x'", "truncate gebeurtenis_gebeurtenis"]
)
def test_given_the_owner_when_it_changes_an_event_in_the_ordinary_way_then_the_trigger_refuses(
    opdracht, settings
):
    with psycopg.connect(settings.PADEN.met_naam(settings.DATABASES["default"]["NAME"]).eigenaar) as eigenaar:
        eigenaar.execute(
            "insert into gebeurtenis_gebeurtenis (volgnummer, soort, onderwerp, onderwerp_id, door, door_naam, gegevens, vorige, hash) values (0, 's', 'o', '1', 'd', 'd', '{}', '', '')"
        )

        with pytest.raises(psycopg.errors.InsufficientPrivilege, match="wordt alleen toegevoegd"):
            eigenaar.execute(opdracht)


@pytest.mark.parametrize(
    ("opdracht", "volgnummer", "reden"),
    [
        ("update gebeurtenis_gebeurtenis set gegevens = '{\"n\": 9}' where volgnummer = 2", 2, "zegel"),
        ("delete from gebeurtenis_gebeurtenis where volgnummer = 2", 3, "ontbreekt"),
        ("delete from gebeurtenis_gebeurtenis where volgnummer = 3", 3, "einde"),
        ("update gebeurtenis_gebeurtenis set vorige = 'x' where volgnummer = 3", 3, "vorige"),
    ],
)
@pytest.mark.django_db(transaction=True, databases=["default", "eigenaar"])
def test_given_a_tampered_chain_when_verified_then_the_first_broken_link_is_named(
    opdracht, volgnummer, reden
):
    dossier = uuid.uuid4()
    with transaction.atomic():
        schrijf(dossier, 3)

    als_eigenaar(opdracht)

    breuk = eerste_gebroken_schakel()
    assert breuk is not None
    assert (breuk.dossier_id, breuk.volgnummer, breuk.reden) == (dossier, volgnummer, reden)
    with pytest.raises(CommandError, match=f"gebeurtenis {volgnummer}"):
        call_command("verify_gebeurtenissen")


@pytest.mark.django_db(transaction=True)
def test_given_no_transaction_when_an_event_is_written_then_it_refuses():
    actor = Medewerker(gebruikersnaam="proef", naam="Proef")

    with pytest.raises(RuntimeError, match="inside the transaction"):
        record_gebeurtenis(soort="a.b", onderwerp=actor, dossier_id=None, door=actor)


def test_given_a_bundle_when_it_ends_then_the_listener_hears_of_all_dossiers_once(monkeypatch):
    gehoord = []
    monkeypatch.setattr("verantwoord.gebeurtenis.actions._luisteraars", [])
    na_gebeurtenis(lambda dossiers: gehoord.append(set(dossiers)))
    een, twee = uuid.uuid4(), uuid.uuid4()

    with gebundeld():
        schrijf(een, 2)
        schrijf(twee)
        schrijf(een)

    assert gehoord == [{een, twee}]


def test_given_a_row_when_it_is_changed_by_any_road_then_what_it_was_and_who_did_it_is_kept():
    team = Team.objects.create(naam="Noord")
    with connection.cursor() as cursor:
        cursor.execute("select set_config('verantwoord.door', 'nhaverkamp', true)")

    Team.objects.filter(pk=team.pk).update(naam="Noordoost")
    Team.objects.filter(pk=team.pk).update(naam="Noordoost")

    historie = Rijhistorie.objects.filter(tabel="toegang_team", rij_id=str(team.pk)).order_by("id")
    assert list(historie.values_list("operatie", "oud", "door"))[1:] == [
        ("UPDATE", {"naam": "Noord"}, "nhaverkamp")
    ]
    assert historie[0].operatie == "INSERT"
