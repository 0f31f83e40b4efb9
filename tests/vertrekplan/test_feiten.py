"""What comes in as a dossierbeeld goes out the same; a concept stays inside."""

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.factories import DossierFactory
from tests.vertrekplan.factories import VertrekplanFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.kern import dossierbeeld as kern
from verantwoord.vertrekplan.feiten import _lees, _maak

pytestmark = pytest.mark.django_db
SCENARIOS = Path(__file__).parents[1] / "data" / "scenarios.jsonl"
MOGELIJKHEDEN = [
    "derde_land", "gedwongen", "geen_vertrek_nu", "zelfstandig_dtv", "zelfstandig_iom", "zelfstandig_ngo",
]  # fmt: skip

teken = st.characters(codec="utf-8", exclude_characters="\0")
tekst = st.text(teken, max_size=60)
kort = st.text(teken, min_size=1, max_size=200)
dag = st.dates(date(1990, 1, 1), date(2090, 1, 1))
actie = st.builds(
    kern.Actie,
    omschrijving=kort,
    eigenaar=st.sampled_from(["avim", "coa", "dtv", "ind", "iom", "kmar", "ngo", "vreemdeling"]),
    uiterlijk=st.none() | dag,
    gereed_op=st.none() | dag,
)
plan = st.builds(
    kern.Vertrekplan,
    versie=st.integers(1, 2**63 - 1),
    vastgesteld_op=dag,
    door=kort,
    strategie=tekst,
    opties=st.lists(
        st.builds(
            kern.Optie,
            optie=st.sampled_from(MOGELIJKHEDEN),
            analyse=tekst,
            haalbaar=st.sampled_from(["ja", "nee", "onbekend"]),
        ),
        max_size=3,
    ).map(tuple),
    gekozen=st.none() | tekst,
    analyse=st.dictionaries(tekst, tekst, max_size=3),
    acties=st.lists(actie, max_size=3).map(tuple),
)


def heen_en_terug(beeld: kern.Dossierbeeld) -> kern.Dossierbeeld:
    """Write the plans of ``beeld`` for a fresh dossier and put what is read back in their place."""
    dossier = DossierFactory(met_procedure=False)
    for rij in _maak(beeld, dossier.pk):
        rij.save(force_insert=True)
    leeg = msgspec.structs.replace(beeld, vertrekplannen=())
    delen = _lees([dossier.pk]).get(dossier.pk, {})
    return msgspec.convert(msgspec.to_builtins(leeg) | msgspec.to_builtins(delen), kern.Dossierbeeld)


def scenario_beelden() -> list[kern.Dossierbeeld]:
    regels = SCENARIOS.read_text(encoding="utf-8").splitlines()
    beelden = [kern.lees_dossierbeeld(json.dumps(json.loads(regel)["beeld"]).encode()) for regel in regels]
    return [beeld for beeld in beelden if beeld.vertrekplannen]


def test_given_every_scenario_with_a_plan_when_written_and_read_then_it_is_equal():
    beelden = scenario_beelden()

    terug = [heen_en_terug(beeld) for beeld in beelden]

    assert len(beelden) > 20
    assert terug == beelden


@settings(max_examples=40, deadline=None)
@given(st.lists(plan, max_size=3))
def test_given_any_plans_when_written_and_read_then_they_are_equal(plannen):
    beeld = msgspec.structs.replace(scenario_beelden()[0], vertrekplannen=tuple(plannen))

    assert heen_en_terug(beeld) == beeld


def test_given_a_concept_when_the_facts_are_asked_then_only_established_versions_are_there():
    vast = VertrekplanFactory()
    VertrekplanFactory(dossier=vast.dossier, concept=True)

    assert [(p.versie, p.door) for p in beeld_of(vast.dossier.pk).vertrekplannen] == [(1, vast.door_naam)]


@pytest.mark.parametrize("aantal", [1, 30])
def test_given_few_or_many_when_reading_then_the_number_of_queries_is_the_same(
    aantal, django_assert_num_queries
):
    dossiers = [VertrekplanFactory().dossier.pk for _ in range(aantal)]

    with django_assert_num_queries(2):
        gelezen = _lees(dossiers)

    assert len(gelezen) == aantal
