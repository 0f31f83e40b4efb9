from datetime import date

import pytest
from django.test import Client
from django.utils import timezone

from tests.vertrekgesprek.factories import GesprekFactory

VANDAAG = date(2022, 2, 16)


@pytest.fixture
def vandaag(monkeypatch) -> date:
    """Pages ask the clock; here it stands on the day after the talk."""
    monkeypatch.setattr(timezone, "localdate", lambda *_: VANDAAG)
    return VANDAAG


@pytest.fixture
def gesprek():
    return GesprekFactory()


@pytest.fixture
def regie(client: Client, gesprek, vandaag) -> Client:
    """A browser in which the regievoerder of the talk is logged in."""
    client.force_login(gesprek.dossier.regievoerder)
    return client
