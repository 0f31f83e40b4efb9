"""What comes in as a dossierbeeld goes out the same; what a meeting did is a fact from the moment cards are open."""

import json
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.dossier.factories import DossierFactory
from verantwoord.dossier.feiten import beeld_of, beelden_of
from verantwoord.kern import dossierbeeld as kern
from verantwoord.overleg import actions
from verantwoord.overleg.feiten import _maak
from verantwoord.overleg.models import Overlegpunt

pytestmark = pytest.mark.django_db

teken = st.characters(codec="utf-8", exclude_characters="\0")
tekst = st.text(teken, max_size=40)
kort = st.text(teken, min_size=1, max_size=200)
dag = st.dates(date(1990, 1, 1), date(2090, 1, 1))
misschien = st.none() | dag
punt = st.builds(
    kern.Overlegpunt,
    soort=st.sampled_from(["buiten_overleg", "deelberaad", "klein_lko", "lko", "rao"]),
    datum=dag,
    onderwerp=st.sampled_from(["bewaring", "einde_opvang", "gedwongen_vertrek", "gl", "overig", "vbl"]),
    voorstel_door=st.sampled_from(["avim", "coa", "dtv", "ind", "kmar"]),
    standpunten=st.lists(
        st.builds(
            kern.Standpunt,
            partner=st.sampled_from(["avim", "coa", "dtv", "ind"]),
            standpunt=st.sampled_from(["akkoord", "niet_akkoord", "onthouding"]),
            gegeven_op=dag,
            motivering=tekst,
        ),
        max_size=3,
    ).map(tuple),
    tegenspraak_door=st.none() | st.sampled_from(["avim", "kmar"]),
    tegenspraak=tekst,
    reactie=tekst,
    besluit=st.none() | st.sampled_from(["aangehouden", "geen_besluit", "opgeschaald", "vastgesteld"]),
    bevestigd_op=misschien,
    verslag_op=misschien,
    opgeschaald_naar=st.none() | st.sampled_from(["rao", "deelberaad"]),
    spoed_reden=st.none() | tekst,
    teruggekoppeld_op=misschien,
    acties=st.lists(
        st.builds(
            kern.Actie,
            omschrijving=kort,
            eigenaar=st.sampled_from(["avim", "coa", "iom", "vreemdeling"]),
            uiterlijk=misschien,
            gereed_op=misschien,
        ),
        max_size=2,
    ).map(tuple),
)


@settings(max_examples=30, deadline=None)
@given(st.lists(punt, max_size=3).map(tuple))
def test_given_any_points_when_taken_over_then_they_come_out_the_same(punten):
    dossier = DossierFactory(met_procedure=False)
    beeld = msgspec.structs.replace(beeld_of(dossier.pk), overleg=punten)

    Overlegpunt.objects.bulk_create(_maak(beeld, dossier.pk))

    assert beeld_of(dossier.pk) == beeld


def test_given_a_family_when_discussed_then_each_dossier_has_its_own_entry_and_agreements(tafel):
    een, ander = tafel.gezin()
    punt = actions.add_punt(
        door=tafel.dtv,
        overleg_id=tafel.overleg.pk,
        dossiers=[een.pk, ander.pk],
        onderwerp="gl",
        vraag="Kan het gezin naar de gezinslocatie?",
    )
    tafel.open(punt)
    actions.add_actie(
        door=tafel.coa, punt_id=punt.pk, omschrijving="School bellen", eigenaar="coa", uiterlijk=None
    )
    actions.add_actie(
        door=tafel.coa,
        punt_id=punt.pk,
        omschrijving="Huisarts zoeken",
        eigenaar="coa",
        uiterlijk=date(2022, 3, 8),
        dossier_id=ander.pk,
    )

    beelden = beelden_of([een.pk, ander.pk])

    acties = {d.pk: [a.omschrijving for a in beelden[d.pk].overleg[0].acties] for d in (een, ander)}
    assert acties == {een.pk: ["School bellen"], ander.pk: ["School bellen", "Huisarts zoeken"]}


def test_given_an_item_that_nobody_opened_when_reading_facts_then_it_is_not_there(tafel):
    dossier = tafel.dossier()
    tafel.punt(dossier)

    assert beeld_of(dossier.pk).overleg == ()


def test_given_the_contract_when_a_point_is_written_then_it_is_valid_json(tafel):
    dossier = tafel.dossier()
    tafel.besluit(tafel.punt(dossier))

    geschreven = json.loads(kern.schrijf_dossierbeeld(beeld_of(dossier.pk)))

    assert geschreven["overleg"][0]["besluit"] == "vastgesteld"
