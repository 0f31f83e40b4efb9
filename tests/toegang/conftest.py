"""An OpenID provider in a process of its own, and people who log in there."""

import os
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import pytest
import requests
from django.test import Client
from django.urls import reverse

from tests.toegang.aanbieder import GEHEIM
from verantwoord.project.omgeving import WORTEL
from verantwoord.toegang.inlog import oidc
from verantwoord.toegang.inlog.models import Rolclaim

NOOR = {
    "name": "Noor Haverkamp",
    "preferred_username": "n.haverkamp",
    "groups": ["dtv-regie"],
    "amr": ["pwd", "otp", "mfa"],
}


@dataclass
class Aanbieder:
    """The provider, and what a test asks of it besides."""

    adres: str

    def zet(self, sub: str = "sub-noor", **claims: Any) -> None:
        inhoud = {naam: waarde for naam, waarde in (NOOR | claims).items() if waarde is not None}
        requests.put(f"{self.adres}/regie/mensen/{sub}", json=inhoud, timeout=5).raise_for_status()

    def regel(self, **wat: Any) -> None:
        requests.put(f"{self.adres}/regie", json=wat, timeout=5).raise_for_status()

    def trek_in(self, sub: str = "sub-noor") -> None:
        requests.delete(f"{self.adres}/regie/mensen/{sub}", timeout=5).raise_for_status()

    def gevraagd(self) -> int:
        return requests.get(f"{self.adres}/regie", timeout=5).json()["gevraagd"]

    def afmelding(self, sub: str = "sub-noor", **anders: Any) -> str:
        antwoord = requests.post(f"{self.adres}/regie/afmelding", json={"sub": sub} | anders, timeout=5)
        return antwoord.json()["bericht"]

    def kies(self, adres: str, sub: str = "sub-noor") -> str:
        """Log in over there; return the address to which the browser is sent back."""
        antwoord = requests.post(adres, data={"sub": sub}, allow_redirects=False, timeout=5)
        assert antwoord.status_code == 302, antwoord.text
        return antwoord.headers["Location"]


@pytest.fixture(scope="session")
def draaiende_aanbieder() -> Iterator[str]:
    with subprocess.Popen(
        [sys.executable, "-m", "tests.toegang.aanbieder"],
        cwd=WORTEL,
        env=os.environ | {"AUTHLIB_INSECURE_TRANSPORT": "1"},
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as proces:
        assert proces.stdout is not None
        adres = proces.stdout.readline().strip()
        assert re.fullmatch(r"http://localhost:\d+", adres)
        yield adres
        proces.terminate()


@pytest.fixture
def aanbieder(draaiende_aanbieder: str, settings, monkeypatch) -> Iterator[Aanbieder]:
    """The provider of this installation, with one colleague who has the group of regievoerders."""
    monkeypatch.setenv("AUTHLIB_INSECURE_TRANSPORT", "1")
    settings.OIDC = {
        "uitgever": draaiende_aanbieder,
        "client_id": "verantwoord",
        "geheim": GEHEIM,
        "naam": "DT&V",
        "rolclaim": "groups",
        "scope": "openid profile",
        "acr": (),
        "amr": ("mfa",),
    }
    oidc._aanbieder.cache_clear()
    aanbieder = Aanbieder(draaiende_aanbieder)
    aanbieder.regel(vervals="", weg=False, kort=False, gevraagd=0)
    aanbieder.zet()
    yield aanbieder
    aanbieder.regel(vervals="", weg=False)
    oidc._aanbieder.cache_clear()


@pytest.fixture
def rolclaim(db) -> Rolclaim:
    return Rolclaim.objects.create(waarde="dtv-regie", organisatie="dtv", rol="regievoerder")


@pytest.fixture
def via_organisatie(aanbieder: Aanbieder) -> Callable[..., Any]:
    """Walk the whole way with a client: to the provider, choose who one is, and back."""

    def _via(client: Client, sub: str = "sub-noor", naar: str = "") -> Any:
        heen = client.get(reverse("toegang:naar_organisatie"), {"next": naar} if naar else {})
        assert heen.status_code == 302, heen.content
        return client.get(aanbieder.kies(heen.headers["Location"], sub))

    return _via
