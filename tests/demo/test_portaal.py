"""The numbers and codes that a demo prints open the portal of two invented people, once each."""

import re

import pytest
from django.utils import timezone

from verantwoord.project.demo import inlog
from verantwoord.project.demo.maken import maak_demo
from verantwoord.project.demo.portaal import portaalblok

pytestmark = pytest.mark.django_db(transaction=True, databases=["default", "eigenaar"])


def test_given_a_demo_when_it_starts_then_what_is_printed_opens_the_portal_of_two_people_once(
    client, tmp_path, monkeypatch
):
    monkeypatch.setattr(inlog, "datamap", lambda: tmp_path)
    maak_demo(dossiers=60, profiel="gewoon", vandaag=timezone.localdate())

    regels = re.findall(r"^  (\S+)\s+([\d-]{11})\s+(\S+)", portaalblok(timezone.localdate()), re.MULTILINE)

    assert regels[0][0] == "العربية"
    assert len(regels) == 2
    for _taal, nummer, code in regels:
        velden = {"nummer": nummer, "code": code}
        antwoorden = [client.post("/mijn/inloggen/", velden).status_code for _keer in range(2)]
        assert antwoorden == [302, 422]
