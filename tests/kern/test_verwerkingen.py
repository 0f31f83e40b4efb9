"""The register names every activity once, and everything the program does leads to one of them."""

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from verantwoord.kern.toegang import CATEGORIEEN
from verantwoord.kern.verwerkingen import GEWOON, VERWERKINGEN, bij_gebeurtenis, bij_onderdeel, genoemd


def test_given_the_register_when_read_then_each_activity_says_why_and_on_what_ground():
    leeg = [
        v.id for v in VERWERKINGEN.values() if not (v.naam and v.doel and v.grondslag and v.bewaartermijn)
    ]

    assert leeg == []
    assert {g for v in VERWERKINGEN.values() for g in v.gegevens} <= set(CATEGORIEEN)


def test_given_the_register_when_asked_what_uses_it_then_no_activity_is_named_for_nothing():
    assert set(genoemd()) == set(VERWERKINGEN)


@pytest.mark.parametrize(
    ("onderdeel", "activiteit"),
    [
        ("werkplek:caseload", "werkverdeling-1"),
        ("werkplek:overzicht", "dossierbehandeling-1"),
        ("vertrekgesprek:gesprek", "vertrekgesprekken-1"),
        ("keten:bericht", "berichten-in-1"),
        ("werkplek:inzage", "toezicht-op-gebruik-1"),
        ("iets-nieuws:pagina", "dossierbehandeling-1"),
    ],
)
def test_given_a_page_when_looked_at_then_the_activity_is_that_of_its_room(onderdeel, activiteit):
    assert bij_onderdeel(onderdeel).code == activiteit


def test_given_a_partner_when_it_reads_over_the_api_then_that_is_a_disclosure():
    assert bij_onderdeel("api:get_zaak", partner=True).code == "verstrekking-1"
    assert bij_onderdeel("overleg:punt", partner=True).code == "overleg-1"


@pytest.mark.parametrize(
    ("soort", "activiteit"),
    [
        ("gesprek.afgerond", "vertrekgesprekken-1"),
        ("mensenhandel.aanwijzing", "toetsing-1"),
        ("dossier.gesloten", "dossierbehandeling-1"),
        ("uitbericht.bezorgd", "verstrekking-1"),
    ],
)
def test_given_an_event_when_it_happened_then_the_activity_is_that_of_its_subject(soort, activiteit):
    assert bij_gebeurtenis(soort).code == activiteit


def test_given_every_room_with_pages_about_people_when_read_then_somebody_chose_its_activity():
    kamers = {
        kamer.namespace
        for kamer in get_resolver().url_patterns
        if isinstance(kamer, URLResolver) and kamer.namespace
        for patroon in kamer.url_patterns
        if isinstance(patroon, URLPattern) and "dossier_id" in patroon.pattern.converters
    }

    gewoon = {kamer for kamer in kamers if bij_onderdeel(f"{kamer}:x").id == GEWOON}
    assert gewoon <= {"api", "dossier", "werkplek", "afwijken"}
