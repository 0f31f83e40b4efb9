"""Whatever a dossierbeeld says about talks comes back exactly, also what no screen shows."""

from uuid import UUID

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.dossier.factories import DossierFactory
from verantwoord.dossier.feiten import beeld_of
from verantwoord.kern import dossierbeeld as kern
from verantwoord.vertrekgesprek.feiten import lees, maak
from verantwoord.vertrekgesprek.models import Gesprek

pytestmark = pytest.mark.django_db

# PostgreSQL keeps every character but NUL; half of a surrogate pair is no text at all.
teksten = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=40)
datums = st.none() | st.dates()
GESPREKKEN = st.lists(
    st.builds(
        kern.Gesprek,
        moment=st.sampled_from(["eerste", "tweede", "derde", "extra"]),
        status=st.sampled_from(["gepland", "gevoerd", "niet_verschenen", "niet_doorgegaan", "geannuleerd"]),
        uitgenodigd_op=datums,
        gepland_op=datums,
        gevoerd_op=datums,
        afgerond_op=datums,
        taal=st.none() | st.sampled_from(["ar", "ti", "zh-Hant-TW", "ku-Latn"]),
        gemeenschappelijke_taal=st.none() | st.booleans(),
        tolk=st.none() | st.sampled_from(["aanwezig", "geen", "niet_verschenen", "telefonisch"]),
        onderwerpen=st.lists(st.sampled_from(["afspraken", "opties", "procedure"]), max_size=4).map(tuple),
        niet_aan_de_orde=st.dictionaries(teksten, teksten, max_size=3),
        opties_besproken=st.lists(st.sampled_from(["ngo", "dia", "iom_rean"]), max_size=4).map(tuple),
        eigen_woorden=teksten,
        wil_niet_antwoorden=st.booleans(),
        bewaring_genoemd=st.booleans(),
        verslag=teksten,
    ),
    max_size=4,
).map(tuple)


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gesprekken=GESPREKKEN)
def test_given_any_talks_when_they_become_rows_then_the_facts_read_back_are_equal(db, gesprekken):
    dossier = DossierFactory()
    eerst = kern_met(beeld_of(dossier.pk), gesprekken)

    Gesprek.objects.bulk_create(maak(eerst, dossier.pk))

    assert beeld_of(dossier.pk).gesprekken == gesprekken


def test_given_three_dossiers_when_their_talks_are_read_then_there_is_one_query(django_assert_num_queries):
    dossiers: list[UUID] = [DossierFactory().pk for _ in range(3)]
    for dossier_id in dossiers:
        Gesprek.objects.create(dossier_id=dossier_id, volgorde=0, moment="eerste")

    with django_assert_num_queries(1):
        gelezen = lees(dossiers)

    assert {dossier_id: len(delen["gesprekken"]) for dossier_id, delen in gelezen.items()} == dict.fromkeys(
        dossiers, 1
    )


def kern_met(beeld: kern.Dossierbeeld, gesprekken: tuple[kern.Gesprek, ...]) -> kern.Dossierbeeld:
    return msgspec.structs.replace(beeld, gesprekken=gesprekken)
