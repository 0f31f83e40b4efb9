"""What comes in as a dossierbeeld goes out the same, whatever the screens use of it."""

import json
from datetime import date
from pathlib import Path

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.factories import DossierFactory, MedewerkerFactory
from tests.toetsing.factories import ToetsingFactory
from verantwoord.dossier.feiten import beeld_of, beelden_of
from verantwoord.kern import dossierbeeld as kern
from verantwoord.toetsing.feiten import _lees, _maak
from verantwoord.toetsing.models import Toetsing

pytestmark = pytest.mark.django_db
SCENARIOS = Path(__file__).parents[1] / "data" / "scenarios.jsonl"
MOMENTEN = ["medisch", "buiten_schuld", "schrijnend", "mensenhandel"]

tekst = st.text(st.characters(codec="utf-8", exclude_characters="\0"), max_size=60)
kort = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=200)
dag = st.dates(date(1990, 1, 1), date(2090, 1, 1))
toetsing = st.builds(
    kern.Toetsing,
    moment=st.sampled_from(MOMENTEN),
    getoetst_op=dag,
    aanleiding=st.sampled_from(["dwangmaatregel", "gesprek", "intake", "signaal", "stadium", "vertrek"]),
    feiten=tekst,
    bronnen=st.lists(kort, max_size=3).map(tuple),
    afweging=tekst,
    conclusie=st.sampled_from(["geen_aanwijzing", "nader_onderzoek", "opschorten", "voorgelegd"]),
    door=kort,
)
signaal = st.builds(
    kern.Signaal,
    moment=st.sampled_from(MOMENTEN),
    ontvangen_op=dag,
    bron=st.sampled_from(["avim", "coa", "gemachtigde", "gesprek", "ngo", "overig", "persoon", "vwn"]),
    afgehandeld_op=st.none() | dag,
)


def heen_en_terug(beeld: kern.Dossierbeeld) -> kern.Dossierbeeld:
    """Write this room's parts of ``beeld`` for a fresh dossier and put what is read back in their place."""
    dossier = DossierFactory(met_procedure=False)
    for rij in _maak(beeld, dossier.pk):
        rij.save(force_insert=True)
    leeg = msgspec.structs.replace(beeld, toetsingen=(), signalen=())
    delen = _lees([dossier.pk]).get(dossier.pk, {})
    return msgspec.convert(msgspec.to_builtins(leeg) | msgspec.to_builtins(delen), kern.Dossierbeeld)


def scenario_beelden() -> list[kern.Dossierbeeld]:
    regels = SCENARIOS.read_text(encoding="utf-8").splitlines()
    beelden = [kern.lees_dossierbeeld(json.dumps(json.loads(regel)["beeld"]).encode()) for regel in regels]
    return [beeld for beeld in beelden if beeld.toetsingen or beeld.signalen]


def test_given_every_scenario_with_toetsingen_when_written_and_read_then_it_is_equal():
    beelden = scenario_beelden()

    terug = [heen_en_terug(beeld) for beeld in beelden]

    assert len(beelden) > 20
    assert terug == beelden


@settings(max_examples=40, deadline=None)
@given(st.lists(toetsing, max_size=4), st.lists(signaal, max_size=3))
def test_given_any_toetsingen_and_signals_when_written_and_read_then_they_are_equal(toetsingen, signalen):
    beeld = msgspec.structs.replace(
        scenario_beelden()[0], toetsingen=tuple(toetsingen), signalen=tuple(signalen)
    )

    assert heen_en_terug(beeld) == beeld


def test_given_a_name_that_works_here_when_written_then_the_row_also_points_to_the_colleague():
    collega = MedewerkerFactory(naam="Noor Haverkamp")
    dossier = DossierFactory(met_procedure=False)
    beeld = msgspec.structs.replace(
        scenario_beelden()[0],
        signalen=(),
        toetsingen=tuple(
            kern.Toetsing(
                moment="medisch", getoetst_op=date(2022, 2, 1), conclusie="geen_aanwijzing", door=naam
            )
            for naam in ("Noor Haverkamp", "Iemand Elders")
        ),
    )

    Toetsing.objects.bulk_create(_maak(beeld, dossier.pk))

    assert list(Toetsing.objects.order_by("volgorde").values_list("door", "door_naam")) == [
        (collega.pk, "Noor Haverkamp"),
        (None, "Iemand Elders"),
    ]


@pytest.mark.parametrize("aantal", [1, 30])
def test_given_few_or_many_when_reading_then_the_number_of_queries_is_the_same(
    aantal, django_assert_num_queries
):
    dossiers = [ToetsingFactory().dossier.pk for _ in range(aantal)]

    with django_assert_num_queries(2):
        gelezen = _lees(dossiers)

    assert len(gelezen) == aantal


def test_given_a_row_when_the_whole_beeld_is_asked_then_the_toetsing_is_in_it():
    toetsing = ToetsingFactory()

    assert [t.afweging for t in beeld_of(toetsing.dossier.pk).toetsingen] == [toetsing.afweging]
    assert list(beelden_of([toetsing.dossier.pk])) == [toetsing.dossier.pk]
