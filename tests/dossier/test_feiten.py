"""Facts become rows and rows become the same facts."""

from pathlib import Path

import msgspec
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.dossier.factories import DossierFactory
from verantwoord.dossier.actions import import_dossierbeeld
from verantwoord.dossier.actions.overname import DossierBestaatAl
from verantwoord.dossier.feiten import beeld_of, beelden_of
from verantwoord.dossier.models import Dossier
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.toegang.actions import systeem

pytestmark = pytest.mark.django_db
SCENARIOS = [
    msgspec.json.decode(regel)
    for regel in (Path(__file__).parents[1] / "data" / "scenarios.jsonl").read_bytes().splitlines()
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=[s["id"] for s in SCENARIOS])
def test_given_a_dossierbeeld_when_taken_over_then_its_export_is_equal(scenario):
    beeld = lees_dossierbeeld(msgspec.json.encode(scenario["beeld"]))

    dossier = import_dossierbeeld(door=systeem(), beeld=beeld)

    assert beeld_of(dossier.pk) == beeld


def test_given_a_number_that_is_taken_when_taken_over_again_then_it_refuses_and_changes_nothing():
    beeld = lees_dossierbeeld(msgspec.json.encode(SCENARIOS[3]["beeld"]))
    import_dossierbeeld(door=systeem(), beeld=beeld)

    with pytest.raises(DossierBestaatAl):
        import_dossierbeeld(door=systeem(), beeld=beeld)

    assert Dossier.objects.count() == 1


def test_given_one_or_thirty_dossiers_when_their_facts_are_read_then_the_number_of_queries_is_the_same():
    een = [DossierFactory().pk]
    dertig = [DossierFactory().pk for _ in range(30)]

    with CaptureQueriesContext(connection) as bij_een:
        beelden_of(een)
    with CaptureQueriesContext(connection) as bij_dertig:
        beelden_of(dertig)

    assert len(bij_een) == len(bij_dertig)
