"""The ordinary demo, made once for each runner: most tests only look at it."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.conf import settings
from django.db import connections
from django.utils import timezone

from tests.databank import laat_vallen, maak_proefdatabank, maak_sjabloon, zet_bonproef
from verantwoord.project.databank import maak_databank
from verantwoord.project.demo import inlog
from verantwoord.project.demo.maken import maak_demo

VANDAAG = date(2026, 11, 22)


def op_vandaag(plaats: pytest.MonkeyPatch) -> None:
    """Let every act take ``VANDAAG`` for today: a dossier that is judged again while the demo is made is judged that day."""
    echt = timezone.localdate
    plaats.setattr(timezone, "localdate", lambda *waarde: echt(*waarde) if waarde else VANDAAG)


@pytest.fixture(scope="session")
def demo_sjabloon(
    django_db_setup: None, django_db_blocker, proefdatabank: str, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """The name of a database with the demo in it, to copy; the database of the tests is empty again afterwards."""
    naam = f"{proefdatabank}_zestig"
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as plaats:
        plaats.setattr(inlog, "datamap", lambda: tmp_path_factory.mktemp("demo"))
        op_vandaag(plaats)
        zet_bonproef(proefdatabank, streng=True)
        maak_demo(dossiers=60, profiel="gewoon", vandaag=VANDAAG)
        connections.close_all()
        maak_databank(settings.PADEN.beheer, naam, sjabloon=proefdatabank)
        maak_proefdatabank(proefdatabank, sjabloon=maak_sjabloon())
    yield naam
    with django_db_blocker.unblock():
        laat_vallen(naam)


@pytest.fixture
def demo(transactional_db: None, demo_sjabloon: str, proefdatabank: str) -> None:
    """Sixty dossiers of the profile ``gewoon``, on the day ``VANDAAG``; thrown away after the test."""
    maak_proefdatabank(proefdatabank, sjabloon=demo_sjabloon)
