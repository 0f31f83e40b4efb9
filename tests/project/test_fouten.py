"""What is answered when the database is gone: that it passes, and nothing of what was in it."""

import pytest
from django.db import connection, transaction

from tests.dossier.factories import DossierFactory
from verantwoord.toegang.actions import give_sleutel, systeem

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def zonder_databank(monkeypatch):
    """Let the next connection be made to a port where nothing listens."""

    def weg() -> None:
        connection.close()
        monkeypatch.setitem(connection.settings_dict, "HOST", "127.0.0.1")
        monkeypatch.setitem(connection.settings_dict, "PORT", "9")

    yield weg
    monkeypatch.undo()
    connection.close()


def test_given_no_database_when_a_page_is_asked_then_503_and_the_log_holds_a_reference_only(
    client, caplog, zonder_databank
):
    with transaction.atomic():
        dossier = DossierFactory()
    client.force_login(dossier.regievoerder)
    client.raise_request_exception = False
    zonder_databank()

    antwoord = client.get(f"/dossiers/{dossier.pk}/")

    assert (antwoord.status_code, antwoord.headers["Retry-After"]) == (503, "120")
    assert antwoord.content.decode().count("Het programma is even niet bereikbaar") == 2
    assert [regel for regel in caplog.messages if str(dossier.pk) in regel] == []


def test_given_no_database_when_a_program_asks_then_503_as_a_problem_document(client, zonder_databank):
    with transaction.atomic():
        dossier = DossierFactory()
        token = give_sleutel(door=systeem(), medewerker=dossier.regievoerder, naam="eigen programma")
    client.raise_request_exception = False
    zonder_databank()

    antwoord = client.get(f"/api/v1/dossiers/{dossier.pk}", headers={"Authorization": f"Bearer {token}"})

    assert (antwoord.status_code, antwoord.headers["Retry-After"]) == (503, "120")
    assert (antwoord.headers["Content-Type"], antwoord.json()["status"]) == ("application/problem+json", 503)
