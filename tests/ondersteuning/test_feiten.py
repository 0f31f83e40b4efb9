"""Whatever a dossierbeeld says about wishes comes back exactly, also what no screen shows."""

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dossier.factories import DossierFactory
from tests.ondersteuning.factories import WensFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.kern import dossierbeeld as kern
from verantwoord.ondersteuning.feiten import lees, maak
from verantwoord.ondersteuning.models import Wens

pytestmark = pytest.mark.django_db

# PostgreSQL keeps every character but NUL; half of a surrogate pair is no text at all.
teksten = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
WENSEN = st.lists(
    st.builds(
        kern.Wens,
        soort=st.sampled_from(["bagage", "geen_wens_geuit", "veiligheid", "onderwijs_kinderen"]),
        omschrijving=teksten,
        geuit_op=st.dates(),
        bron=st.sampled_from(["coa", "gemachtigde", "gesprek", "overig", "portaal", "vwn"]),
        beoordeling=st.none() | st.sampled_from(["nader_onderzoek", "niet_realistisch", "realistisch"]),
        vervolg=st.none() | st.sampled_from(["afgewezen", "doorverwezen", "vervuld"]),
        vervolg_op=st.none() | st.dates(),
    ),
    max_size=4,
).map(tuple)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(wensen=WENSEN)
def test_given_any_wishes_when_they_become_rows_then_the_facts_read_back_are_equal(db, wensen):
    dossier = DossierFactory()
    eerst = msgspec.structs.replace(beeld_of(dossier.pk), wensen=wensen)

    Wens.objects.bulk_create(maak(eerst, dossier.pk))

    assert beeld_of(dossier.pk).wensen == wensen


def test_given_three_dossiers_when_their_wishes_are_read_then_there_is_one_query(django_assert_num_queries):
    dossiers = [WensFactory().dossier_id for _ in range(3)]

    with django_assert_num_queries(1):
        gelezen = lees(dossiers)

    assert {dossier_id: len(delen["wensen"]) for dossier_id, delen in gelezen.items()} == dict.fromkeys(
        dossiers, 1
    )
