"""An office with one regievoerder and her manager, and a transfer that has just come in."""

from datetime import date, timedelta

import msgspec
import pytest
from django.db import transaction
from django.utils import timezone
from playwright.sync_api import Page

from tests.dossier.factories import MedewerkerFactory
from verantwoord.dossier.models import Dossier
from verantwoord.keten.actions import Binnengekomen, Soort, deliver
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.models import Medewerker, Team
from verantwoord.toegang.rechten import Rol


@pytest.fixture
def team(live_server, transactional_db) -> Team:
    return Team.objects.create(naam="Noord", locaties=["Assen"])


@pytest.fixture
def regievoerder(team: Team) -> Medewerker:
    return MedewerkerFactory(naam="Noor Haverkamp", team=team)


@pytest.fixture
def tweede_lezer(team: Team) -> Medewerker:
    return MedewerkerFactory(naam="Hassan Ouali", team=team)


@pytest.fixture
def manager(team: Team) -> Medewerker:
    return MedewerkerFactory(naam="Mirjam de Graaf", team=team, rol=Rol.MANAGER)


def dagen_geleden(aantal: int) -> str:
    return (timezone.localdate() - timedelta(days=aantal)).isoformat()


def lever_in(bericht: dict[str, object]) -> Dossier:
    """Let a transfer come in as the chain sends it, and give the dossier it became."""
    inhoud = msgspec.json.encode(bericht)
    with transaction.atomic():
        deliver(
            door=systeem(),
            soort=Soort.OVERDRACHT,
            binnen=[Binnengekomen(inhoud=inhoud, omvang=len(inhoud), sha256="0" * 64)],
            nu=timezone.now(),
        )
    return Dossier.objects.get(persoon__v_nummer=bericht["persoon"]["v_nummer"])


def overdrachtsbericht(**anders: object) -> dict[str, object]:
    """A transfer of three days ago: rejected, the appeal lodged and not decided."""
    return {
        "schema": "verantwoord.overdracht/1",
        "bericht_id": "5f0f3c0e-6f7a-4f0e-9b1a-0c1d2e3f4a5b",
        "volgnummer": 1,
        "verzonden_op": f"{dagen_geleden(3)}T09:30:00+01:00",
        "afzender": "ind",
        "spoor": "asiel",
        "persoon": {
            "v_nummer": "9900000017",
            "naam": {"achternaam": "Proefman", "voornamen": "Karim"},
            "geboortedatum": "1988-03-04",
            "nationaliteiten": ["IRQ"],
            "talen": ["ar"],
            "gemachtigde": "mr. A. Proef",
        },
        "procedure": {
            "aanvragen": [
                {"soort": "asiel", "ingediend_op": dagen_geleden(300), "beslist_op": dagen_geleden(30), "inwilliging": False}
            ],
            "besluiten": [
                {
                    "soort": "afwijzing", "genomen_op": dagen_geleden(30), "bekendgemaakt_op": dagen_geleden(30),
                    "terugkeerbesluit": True, "land_van_terugkeer": "IRQ", "vertrektermijn_dagen": 28,
                    "kenmerk": "Z1-000017", "schorsende_werking": True,
                }
            ],
            "beroepstermijn_tot": dagen_geleden(2),
            "beroepen": [{"soort": "beroep", "ingesteld_op": dagen_geleden(10)}],
            "verblijfsgronden": [{"grond": "8f", "van": dagen_geleden(300), "tot": dagen_geleden(30)}],
        },
        "opvang": {"verblijfplaatsen": [{"soort": "azc", "locatie": "Assen", "van": dagen_geleden(280)}]},
        "documenten": ["beschikking Z1-000017.pdf"],
    } | anders  # fmt: skip


@pytest.fixture
def overdracht(team: Team) -> Dossier:
    """The dossier of one person whose transfer has just come in."""
    return lever_in(overdrachtsbericht())


def vul_datum(page: Page, veld: str, dag: date) -> None:
    """Type a date in its three boxes."""
    for deel, waarde in (("dag", dag.day), ("maand", dag.month), ("jaar", dag.year)):
        page.locator(f"[name={veld}_{deel}]").fill(str(waarde))
