"""What does not fit is refused, in a Dutch sentence that names the place and says what to do."""

import json
from typing import Any

import pytest

from verantwoord.kern.dossierbeeld import lees_dossierbeeld, schrijf_dossierbeeld
from verantwoord.kern.fouten import LeesFout

GOED: dict[str, Any] = {
    "schema": "verantwoord.dossierbeeld/1",
    "dossiernummer": "D-2022-000001",
    "overdracht": {"afzender": "ind", "ontvangen_op": "2022-01-12"},
    "persoon": {"v_nummer": "9900000001"},
}


def weigering(inhoud: bytes) -> LeesFout:
    with pytest.raises(LeesFout) as gevangen:
        lees_dossierbeeld(inhoud)
    return gevangen.value


@pytest.mark.parametrize(
    ("deel", "pad", "melding"),
    [
        (
            {"persoon": {"v_nummer": "9900000001\n"}},
            "persoon.v_nummer",
            "Veld persoon.v_nummer: de waarde eindigt op een regeleinde; haal dat weg.",
        ),
        (
            {"persoon": {"v_nummer": "99"}},
            "persoon.v_nummer",
            "Veld persoon.v_nummer: de waarde heeft niet de vorm ^[0-9]{10}$; verbeter de waarde.",
        ),
        (
            {"persoon": {"v_nummer": "9900000001", "geboortedatum": "1990-02-30"}},
            "persoon.geboortedatum",
            "Veld persoon.geboortedatum: de datum 1990-02-30 bestaat niet; geef een datum die op de kalender staat, met 00 voor wat onbekend is.",
        ),
        (
            {
                "persoon": {
                    "v_nummer": "9900000001",
                    "gezin": [{"relatie": "kind", "geboortedatum": "1990-13-01"}],
                }
            },
            "persoon.gezin[0].geboortedatum",
            (
                "Veld persoon.gezin[0].geboortedatum: de datum 1990-13-01 bestaat niet; geef een datum die op de kalender staat, met 00 voor wat "
                "onbekend is."
            ),
        ),
        (
            {"afwezigheid": {"niet_aangekomen_sinds": "2022-03-01T14:00:00"}},
            "afwezigheid.niet_aangekomen_sinds",
            "Veld afwezigheid.niet_aangekomen_sinds: het tijdstip heeft geen tijdzone; geef het verschil met UTC mee, zoals 2022-03-01T14:00:00+01:00.",
        ),
        (
            {"intake_afgerond_op": "2022-02-30"},
            "intake_afgerond_op",
            "Veld intake_afgerond_op: deze datum bestaat niet of is anders geschreven dan JJJJ-MM-DD; verbeter de datum.",
        ),
        (
            {"spoor": "onzin"},
            "spoor",
            "Veld spoor: de waarde 'onzin' hoort niet bij dit veld; gebruik een waarde uit het schema.",
        ),
        (
            {"procedure": {"beroep": []}},
            "procedure.beroep",
            "Veld procedure.beroep: dit veld kent het formaat niet; haal het weg of verbeter de naam.",
        ),
        (
            {"signalen": [{"moment": "medisch", "bron": "coa"}]},
            "signalen[0].ontvangen_op",
            "Veld signalen[0].ontvangen_op: dit verplichte veld ontbreekt; vul het in.",
        ),
        (
            {"regievoerder": ""},
            "regievoerder",
            "Veld regievoerder: de waarde is te kort (ten minste 1); vul de waarde aan of laat het veld weg.",
        ),
        (
            {"regievoerder": "x" * 201},
            "regievoerder",
            "Veld regievoerder: de waarde is te lang (ten hoogste 200); maak de waarde korter.",
        ),
        (
            {"meldplichten": [{"opgelegd_op": "2022-01-01", "opgelegd_door": "avim", "per_week": 15}]},
            "meldplichten[0].per_week",
            "Veld meldplichten[0].per_week: het getal moet ten hoogste 14 zijn; verbeter het getal.",
        ),
        (
            {"gesloten_op": 5},
            "gesloten_op",
            (
                "Veld gesloten_op: hier hoort een datum (JJJJ-MM-DD) of niets (null) te staan, maar er staat een geheel getal; verbeter "
                "de waarde."
            ),
        ),
        (
            {"regievoerder": "a\0b"},
            "regievoerder",
            "Veld regievoerder: de tekst bevat het teken U+0000; haal dat teken weg.",
        ),
    ],
)
def test_given_a_field_that_does_not_fit_when_read_then_the_sentence_names_it_and_what_to_do(
    deel: dict[str, Any], pad: str, melding: str
):
    fout = weigering(json.dumps({**GOED, **deel}).encode())

    assert (fout.pad, fout.melding) == (pad, melding)


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        (
            b"",
            "Dit is geen volledige JSON: de tekst houdt te vroeg op. Lever het bestand in zijn geheel aan.",
        ),
        (
            b'{"schema" 1}',
            "Dit is geen geldige JSON: de tekst klopt niet bij byte 10. Herstel de JSON en probeer het opnieuw.",
        ),
        (
            b'{"schema": "\xff"}',
            "Dit is geen geldige UTF-8-tekst; bewaar het bestand als UTF-8 en probeer het opnieuw.",
        ),
        (b"[]", "Het bestand: hier hoort een object te staan, maar er staat een lijst; verbeter de waarde."),
    ],
)
def test_given_what_is_no_json_object_when_read_then_the_sentence_says_so(inhoud: bytes, melding: str):
    assert weigering(inhoud).melding == melding


def test_given_nothing_recorded_in_three_ways_when_read_then_it_is_the_same_dossierbeeld():
    leeg = {**GOED, "procedure": {}, "gesprekken": [], "uitkomst": None, "medisch": {"reisvoorwaarden": []}}

    assert lees_dossierbeeld(json.dumps(leeg).encode()) == lees_dossierbeeld(json.dumps(GOED).encode())


def test_given_a_bare_dossierbeeld_when_written_then_only_what_is_recorded_stands_there():
    beeld = lees_dossierbeeld(json.dumps(GOED).encode())

    assert json.loads(schrijf_dossierbeeld(beeld)) == GOED
