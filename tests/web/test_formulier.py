"""A date in three boxes, errors beside the field, and nothing typed is ever cleared."""

import datetime as dt

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from verantwoord.web.formulier import DatumField, Formulier, Keuze


class Proef(Formulier):
    datum = DatumField(label="Datum van het gesprek", help_text="Bijvoorbeeld 22 9 2022")
    tolk = forms.ChoiceField(
        label="Tolk", choices=[("kamer", Keuze("In de kamer", "Arabisch"))], widget=forms.RadioSelect
    )
    reden = forms.CharField(label="Waarom?", required=False)


def boxes(dag: str, maand: str, jaar: str) -> dict[str, str]:
    return {"datum_dag": dag, "datum_maand": maand, "datum_jaar": jaar, "tolk": "kamer"}


@pytest.fixture(autouse=True)
def _dutch():
    with translation.override("nl"):
        yield


def test_given_three_numbers_when_cleaned_then_it_is_that_day():
    form = Proef(boxes("22", "9", "2022"))

    assert form.is_valid()
    assert form.cleaned_data["datum"] == dt.date(2022, 9, 22)


@pytest.mark.parametrize(
    ("typed", "message", "wrong"),
    [
        (("31", "9", "2022"), "31 september bestaat niet. September heeft 30 dagen.", "dag"),
        (("0", "1", "2022"), "0 januari bestaat niet. Januari heeft 31 dagen.", "dag"),
        (("29", "2", "2023"), "29 februari 2023 bestaat niet. Februari 2023 heeft 28 dagen.", "dag"),
        (("30", "2", "2024"), "30 februari 2024 bestaat niet. Februari 2024 heeft 29 dagen.", "dag"),
        (("1", "13", "2022"), "Maand 13 bestaat niet. Een jaar heeft 12 maanden.", "maand"),
        (("1", "9", "22"), "Schrijf het jaar met vier cijfers, bijvoorbeeld 2022.", "jaar"),
        (("1", "", "2022"), "Vul ook de maand in.", "maand"),
        (("", "9", ""), "Vul ook de dag en het jaar in.", "dag jaar"),
        (("een", "9", "2022"), "Schrijf de dag in cijfers, bijvoorbeeld 22 9 2022.", "dag"),
        (("٢", "9", "2022"), "Schrijf de dag in cijfers, bijvoorbeeld 22 9 2022.", "dag"),
        (("", "", ""), "Vul de datum in.", "required"),
    ],
)
def test_given_a_day_that_cannot_be_when_cleaned_then_the_calendar_says_why(typed, message, wrong):
    form = Proef(boxes(*typed))

    form.is_valid()

    assert form.errors["datum"] == [message]
    assert [error.code for error in form.errors["datum"].as_data()] == [wrong]


def test_given_a_leap_day_when_cleaned_then_it_exists():
    form = Proef(boxes("29", "2", "2024"))

    assert form.is_valid()
    assert form.cleaned_data["datum"] == dt.date(2024, 2, 29)


def test_given_a_wrong_date_when_shown_again_then_what_was_typed_stands_and_the_right_box_is_marked():
    form = Proef(boxes("31", "9", "2022"))

    html = Template("{% load web %}{% veld form.datum %}").render(Context({"form": form}))

    assert 'name="datum_dag" id="id_datum_0" value="31"' in html
    assert 'value="9"' in html
    assert 'value="2022"' in html
    assert html.count('aria-invalid="true"') == 1
    assert "Fout: 31 september bestaat niet." in html


def test_given_errors_when_summed_up_then_each_line_leads_to_its_own_input():
    form = Proef({"datum_dag": "31", "datum_maand": "9", "datum_jaar": "2022"})

    html = Template("{% load web %}{% foutensamenvatting form %}").render(Context({"form": form}))

    assert '<a href="#id_datum_0">Datum van het gesprek: 31 september bestaat niet.' in html
    assert '<a href="#id_tolk_0">Tolk: Kies een antwoord.</a>' in html
    assert "Er kloppen 2 dingen nog niet:" in html
    assert "autofocus" in html


def test_given_no_errors_when_summed_up_then_there_is_no_summary():
    form = Proef(boxes("22", "9", "2022"))

    html = Template("{% load web %}{% foutensamenvatting form %}").render(Context({"form": form}))

    assert html.strip() == ""


def test_given_a_description_and_an_error_when_shown_then_both_are_named_to_a_screen_reader():
    form = Proef(boxes("31", "9", "2022"))

    html = Template("{% load web %}{% veld form.datum %}").render(Context({"form": form}))

    assert 'aria-describedby="id_datum_helptext id_datum_error"' in html
    assert 'id="id_datum_helptext"' in html
    assert 'id="id_datum_error"' in html


def test_given_the_same_day_when_asking_for_change_then_there_is_none():
    field = DatumField()

    changed = (
        field.has_changed(dt.date(2022, 9, 1), ["01", "9", "2022"]),
        field.has_changed(dt.date(2022, 9, 1), ["2", "9", "2022"]),
        field.has_changed(dt.date(2022, 9, 1), ["99", "9", "2022"]),
        field.has_changed(None, ["", "", ""]),
    )

    assert changed == (False, True, True, False)


def test_given_a_form_when_rendered_whole_then_no_browser_judges_before_the_server():
    html = str(Proef())

    assert " required" not in html


def test_given_a_number_too_far_when_cleaned_then_it_says_how_far_in_our_own_voice():
    class Getal(Formulier):
        weken = forms.IntegerField(min_value=3, max_value=104)

    gezegd = [Getal({"weken": weken}).errors.get("weken", []) for weken in ("2", "3", "105")]

    assert gezegd == [
        ["Vul een getal in van 3 of meer."],
        [],
        ["Vul een getal in van 104 of minder."],
    ]
