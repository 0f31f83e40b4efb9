"""What comes in as a dossierbeeld goes out the same."""

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.factories import DossierFactory
from tests.reisdocument.factories import LPAanvraagFactory, ReisdocumentFactory
from verantwoord.kern import dossierbeeld as kern
from verantwoord.reisdocument.feiten import _lees, _maak

pytestmark = pytest.mark.django_db
SCENARIOS = Path(__file__).parents[1] / "data" / "scenarios.jsonl"

kort = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=200)
dag = st.none() | st.dates(date(1990, 1, 1), date(2090, 1, 1))
document = st.builds(
    kern.Reisdocument,
    soort=st.sampled_from(["anders", "identiteitskaart", "laissez_passer", "paspoort"]),
    geldig_tot=dag,
)
aanvraag = st.builds(
    kern.LPAanvraag,
    land=st.sampled_from(["IRQ", "XXA", "XXX", "ARM"]),
    ingevuld_op=dag,
    geweigerd_op=dag,
    uitleg_gegeven=st.booleans(),
    set_gecontroleerd_door=st.none() | kort,
    asielinformatie_aangetroffen=st.none() | st.booleans(),
    verzonden_op=dag,
    presentatie_op=dag,
    uitkomst=st.sampled_from([None, "geweigerd", "toegezegd"]),
    uitkomst_op=dag,
    afgegeven_op=dag,
    geldig_tot=dag,
)


def heen_en_terug(beeld: kern.Dossierbeeld) -> kern.Dossierbeeld:
    """Write this room's parts of ``beeld`` for a fresh dossier and put what is read back in their place."""
    dossier = DossierFactory(met_procedure=False)
    for rij in _maak(beeld, dossier.pk):
        rij.save(force_insert=True)
    leeg = msgspec.structs.replace(beeld, reisdocumenten=(), lp_aanvragen=())
    delen = _lees([dossier.pk]).get(dossier.pk, {})
    return msgspec.convert(msgspec.to_builtins(leeg) | msgspec.to_builtins(delen), kern.Dossierbeeld)


def scenario_beelden() -> list[kern.Dossierbeeld]:
    regels = SCENARIOS.read_text(encoding="utf-8").splitlines()
    beelden = [kern.lees_dossierbeeld(json.dumps(json.loads(regel)["beeld"]).encode()) for regel in regels]
    return [beeld for beeld in beelden if beeld.reisdocumenten or beeld.lp_aanvragen]


def test_given_every_scenario_with_travel_papers_when_written_and_read_then_it_is_equal():
    beelden = scenario_beelden()

    terug = [heen_en_terug(beeld) for beeld in beelden]

    assert len(beelden) > 10
    assert terug == beelden


@settings(max_examples=40, deadline=None)
@given(st.lists(document, max_size=3), st.lists(aanvraag, max_size=3))
def test_given_any_papers_when_written_and_read_then_they_are_equal(documenten, aanvragen):
    beeld = msgspec.structs.replace(
        scenario_beelden()[0], reisdocumenten=tuple(documenten), lp_aanvragen=tuple(aanvragen)
    )

    assert heen_en_terug(beeld) == beeld


@pytest.mark.parametrize("aantal", [1, 30])
def test_given_few_or_many_when_reading_then_the_number_of_queries_is_the_same(
    aantal, django_assert_num_queries
):
    dossiers = [LPAanvraagFactory().dossier for _ in range(aantal)]
    for dossier in dossiers:
        ReisdocumentFactory(dossier=dossier)

    with django_assert_num_queries(2):
        gelezen = _lees([dossier.pk for dossier in dossiers])

    assert len(gelezen) == aantal
