"""Coming in by the portal, as if a code was just given."""

from datetime import date

import pytest
from django.conf import settings
from django.utils import timezone

from verantwoord.portaal.sessie import begin
from verantwoord.toegang.context import als_systeem


@pytest.fixture
def kom_binnen(client):
    def _binnen(account, *, taal=""):
        with als_systeem():
            client.cookies[settings.PORTAAL_COOKIE_NAME] = begin(account, apparaat="Firefox, Android")
        if taal:
            client.cookies[settings.PORTAAL_TAAL_COOKIE_NAME] = taal
        return client

    return _binnen


@pytest.fixture
def op_20_februari(monkeypatch):
    monkeypatch.setattr(timezone, "localdate", lambda *_args: date(2022, 2, 20))
