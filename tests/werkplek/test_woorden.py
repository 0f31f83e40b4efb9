"""How facts are said: numbers to read aloud, ages only where they are sure, events as sentences."""

from datetime import date

import pytest

from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.werkplek import woorden
from verantwoord.werkplek.tijdlijn import wijzigingen_in_woorden
from verantwoord.werkplek.tijdlijnwoorden import SOORTEN

OP = date(2022, 9, 15)


@pytest.mark.parametrize(
    ("geboortedatum", "tekst"),
    [
        ("1984-03-04", "4 maart 1984 (38 jaar)"),
        ("1984-09-15", "15 september 1984 (38 jaar)"),
        ("1984-09-16", "16 september 1984 (37 jaar)"),
        ("2004-02-29", "29 februari 2004 (18 jaar)"),
        ("1990-00-00", "1990"),
        ("1990-05-00", "1990"),
        ("0000-00-00", "niet bekend"),
        (None, "niet bekend"),
    ],
)
def test_given_a_birth_date_when_said_then_an_age_is_given_only_when_it_is_sure(geboortedatum, tekst):
    assert woorden.geboren_in_woorden(geboortedatum, OP) == tekst


@pytest.mark.parametrize(
    ("soort", "locatie", "tekst"),
    [
        ("azc", "Assen", "azc Assen"),
        ("azc", "azc Assen", "azc Assen"),
        ("detentie", "Rotterdam", "detentie Rotterdam"),
        ("anders", "bij familie", "bij familie"),
        ("vbl", "", "vbl"),
        ("", "", "verblijf niet bekend"),
    ],
)
def test_given_a_stay_when_said_then_kind_and_place_stand_once(soort, locatie, tekst):
    assert woorden.verblijf_in_woorden(soort, locatie) == tekst


def test_given_a_v_number_when_said_then_it_can_be_read_aloud():
    assert woorden.v_nummer_in_delen("2814479053") == "281 447 9053"


@pytest.mark.parametrize(
    ("wijzigingen", "verwacht"),
    [
        ({"beroepen[0].zitting_op": [None, "2022-10-06"]}, [("", "", "6 oktober 2022")]),
        ({"status": ["gepland", "niet_verschenen"]}, [("status", "gepland", "niet verschenen")]),
        ({"schorsende_werking": [None, True]}, [("schorsende werking", "", "ja")]),
        (
            {"procedure.beroepen[1]": [None, {"soort": "hoger_beroep", "ingesteld_op": "2022-09-01"}]},
            [("beroep", "", "soort hoger beroep, ingesteld op 1 september 2022")],
        ),
        ({"documenten": [[], ["beschikking"]]}, [("documenten", "", "beschikking")]),
        ({"uitkomst": [None, "zelfstandig_gecontroleerd"]}, [("", "", "zelfstandig vertrokken, met bewijs")]),
        (
            {"uitkomst": [None, "ongegrond"], "land": [None, "IRQ"]},
            [("uitkomst", "", "ongegrond"), ("land", "", "Irak")],
        ),
        ({"coordinator": [None, "coa"]}, [("coördinator", "", "COA")]),
        ({"ind_besluit": [None, "ingewilligd"]}, [("besluit", "", "ingewilligd")]),
        ({"onleesbaar": "geen paar"}, []),
    ],
)
def test_given_what_changed_when_said_then_no_code_or_path_is_left(wijzigingen, verwacht):
    assert [(w.veld, w.oud, w.nieuw) for w in wijzigingen_in_woorden(wijzigingen)] == verwacht


def test_given_the_length_of_a_kind_when_stored_then_every_known_kind_fits():
    assert max(map(len, SOORTEN)) <= Gebeurtenis._meta.get_field("soort").max_length
