"""The clock of the database, moved for a test: an emergency that began longer ago, looks of other days."""

from collections.abc import Iterator
from datetime import timedelta

import psycopg
import pytest
from django.conf import settings
from django.db import connections

from verantwoord.toegang.beleid import functies
from verantwoord.toegang.models import Noodtoegang

_BEGIN, _EIND = "create or replace function maak_bon()", "create or replace trigger maak_bon"
_KLOK = "new.moment := clock_timestamp();"


def laat_verstrijken(gegeven: Noodtoegang, tijd: timedelta) -> None:
    """Let so much time pass for one emergency. Needs a test that commits, with the owner's connection."""
    with connections["eigenaar"].cursor() as cursor:
        cursor.execute("alter table toegang_noodtoegang disable trigger noodtoegang_klok")
        cursor.execute(
            "update toegang_noodtoegang set vanaf = vanaf - %s, tot = tot - %s where id = %s",
            [tijd, tijd, gegeven.pk],
        )
        cursor.execute("alter table toegang_noodtoegang enable always trigger noodtoegang_klok")


@pytest.fixture
def andere_dagen(django_db_setup, proefdatabank: str) -> Iterator[None]:
    """Let a test say on which day a look was made, which on a server only the database says."""
    tekst = functies()
    maak_bon = tekst[tekst.index(_BEGIN) : tekst.index(_EIND)]
    assert _KLOK in maak_bon
    _zet(proefdatabank, maak_bon.replace(_KLOK, ""))
    yield
    _zet(proefdatabank, maak_bon)


def _zet(naam: str, functie: str) -> None:
    with psycopg.connect(settings.PADEN.met_naam(naam).eigenaar, autocommit=True) as eigenaar:
        eigenaar.execute(functie)
