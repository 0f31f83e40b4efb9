"""Every norm that can ask for something leads to a page, and every page of this room is known to the log of looks."""

import ast
from pathlib import Path
from uuid import UUID

import pytest
from django.urls import reverse

import verantwoord
from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.kern.beoordeling import HANDELINGEN
from verantwoord.kern.normen import DOSSIERNORMEN, NORMEN
from verantwoord.werkplek import kader, urls
from verantwoord.werkplek.grenzen import TITELS, afwijken
from verantwoord.werkplek.inzageblad import ONDERDELEN
from verantwoord.werkplek.tijdlijn import titel_van
from verantwoord.werkplek.tijdlijnwoorden import SOORTEN
from verantwoord.werkplek.wegwijzer import WEGEN, weg_van

DOSSIER = UUID("00000000-0000-4000-8000-000000000001")
VRAGEND = [n.id for n in DOSSIERNORMEN if n.gevolg != "meting"]


@pytest.mark.parametrize("norm", VRAGEND)
def test_given_a_norm_that_can_ask_when_its_button_is_made_then_it_leads_to_a_page(norm):
    url, knop = weg_van(norm, DOSSIER)

    assert url.startswith(f"/dossiers/{DOSSIER}/")
    assert knop


def test_given_the_table_of_ways_when_compared_then_it_names_no_norm_that_does_not_exist():
    assert set(WEGEN) - set(NORMEN) == set()


def test_given_every_act_when_it_is_stopped_then_there_is_a_title_for_it():
    assert set(TITELS) == set(HANDELINGEN)


def test_given_every_tab_when_its_address_is_asked_then_it_is_there():
    assert [naam for _sleutel, _titel, naam in kader.TABS if not kader.adres(naam, DOSSIER)] == []


def test_given_every_page_of_this_room_about_people_when_looked_at_then_the_log_has_words_for_it():
    namen = {f"werkplek:{pad.name}" for pad in urls.urlpatterns} - {
        "werkplek:privacy",
        "werkplek:toegankelijkheid",
        "werkplek:bewaar_filter",
        "werkplek:vergeet_filter",
        "werkplek:algoritmen",
        "werkplek:verwerkingen",
    }

    assert namen - set(ONDERDELEN) == set()


def test_given_the_sources_of_every_norm_when_put_in_words_then_no_english_is_left():
    engels = {
        "Report",
        "Directive",
        "Regulation",
        "recommendation",
        "footnote",
        "days",
        "years",
        "and",
        "until",
        "rule",
        "transition",
    }
    alle = " ".join(bron_in_woorden(bron) for n in NORMEN.values() for bron in n.bron)

    assert engels & set(alle.replace(":", " ").replace(";", " ").replace(",", " ").split()) == set()


def test_given_a_norm_of_policy_and_one_of_law_when_asked_then_only_the_first_may_be_deviated_from():
    assert (
        afwijken("gesprek-1-termijn") == "Kan alleen met een geschreven reden en het akkoord van uw manager."
    )
    assert afwijken("lp-verzendverbod") == "Kan niet. Deze grens geldt voor iedereen."


def soorten_in_de_code():
    """Every kind of event that an act writes as it stands in the code; keys of messages and tokens have no dossier."""
    for bestand in Path(verantwoord.__file__).parent.rglob("actions*/**/*.py"):
        yield from _soorten(bestand)
    for bestand in Path(verantwoord.__file__).parent.glob("*/actions.py"):
        yield from _soorten(bestand)


def _soorten(bestand):
    for knoop in ast.walk(ast.parse(bestand.read_text())):
        if isinstance(knoop, ast.keyword) and knoop.arg == "soort" and isinstance(knoop.value, ast.Constant):
            yield knoop.value.value


def test_given_every_kind_of_event_when_shown_then_the_timeline_has_words_for_it():
    zonder_dossier = {
        "medewerker.toegevoegd",
        "sleutel.gegeven",
        "normwaarde.gekozen",
        "medewerker.eigen_wachtwoord",
        "aanbod.toegevoegd",
        "aanbod.gewijzigd",
        "aanbod.nagevraagd",
        "begroting.bijgewerkt",
        "catalogus.overgenomen",
        "bericht.gesloten",
        "bericht.opnieuw_beoordeeld",
        "overleg.reeks_gepland",
        "overleg.reeks_gestopt",
        "woordvoorstel.gedaan",
        "woordvoorstel.beantwoord",
        "cijfer.toegelicht",
        "cijfer.toelichting_ingetrokken",
        "onderzoek.reactie_gegeven",
    }
    gevonden = {soort for soort in soorten_in_de_code() if isinstance(soort, str) and "." in soort}

    assert len(gevonden) > 10
    assert gevonden - zonder_dossier - set(SOORTEN) == set()


def test_given_a_kind_that_nobody_knows_when_shown_then_its_own_words_are_read():
    assert titel_van("meldplicht.niet_nagekomen") == ("Meldplicht niet nagekomen", "blad")


def test_given_the_home_page_when_reversed_then_it_is_the_caseload():
    assert reverse("werkplek:caseload") == "/"
