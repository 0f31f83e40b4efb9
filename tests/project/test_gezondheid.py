"""Who watches over the server hears yes or no, and nothing that helps an outsider."""

import pytest
from django.db import connection


def hartslag(geleden: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (now() - %s::interval)", [geleden]
        )


@pytest.mark.django_db(transaction=True)
def test_given_a_database_and_a_worker_when_asked_by_anybody_then_200(client):
    hartslag("5 seconds")

    antwoord = client.get("/gezondheid/")

    assert (antwoord.status_code, antwoord.content) == (200, b"goed")


@pytest.mark.django_db
def test_given_a_worker_that_fell_silent_when_asked_then_503_and_no_reason(client):
    hartslag("2 minutes")

    antwoord = client.get("/gezondheid/")

    assert (antwoord.status_code, antwoord.content) == (503, b"niet goed")
