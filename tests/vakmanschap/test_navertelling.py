"""A retold text: what leads to a person is found however it is written, and ordinary sentences pass."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verantwoord.vakmanschap.navertelling import (
    ALLEEN_DOSSIERS,
    HerkenbareTekst,
    require_navertelling,
    vind_herkenbaar,
)


def soorten(tekst, **hoe):
    return [wat.soort for wat in vind_herkenbaar(tekst, **hoe)]


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("Hij heeft 9900000017 als nummer", "v-nummer"),
        ("V-nummer 9900 000 017", "v-nummer"),
        ("v.nr. 99.0000.0017.", "v-nummer"),
        ("99\u200b0000\u200b0017", "v-nummer"),
        ("\u0669\u0669\u0660\u0660\u0660\u0660\u0660\u0660\u0661\u0667", "nummer"),
        ("bsn 123456782", "nummer"),
        ("bel 06-12 34 56 78", "nummer"),
        ("dossier D-2022-000123", "dossiernummer"),
        ("zie d 2022/000123", "dossiernummer"),
        ("geboren op 3 mei 1990", "datum"),
        ("op 3-5-'90 kwam", "datum"),
        ("1990-05-03", "datum"),
        ("(3/5/1990)", "datum"),
        ("3 mrt. 1990", "datum"),
        ("geboren in 1990", "geboortejaar"),
        ("geb. 1990", "geboortejaar"),
        ("mail sami@example.org", "e-mailadres"),
    ],
)
def test_given_something_that_leads_to_a_person_when_reading_then_it_is_found_as_what_it_is(tekst, soort):
    assert soorten(tekst) == [soort]


@pytest.mark.parametrize(
    "tekst",
    [
        "Een man van 34 uit West-Afrika, drie gesprekken in 2 maanden.",
        "In 2024-2025 duurde het 28 dagen, in mei 14.",
        "Hij kreeg € 1.800 mee, en na 10:30 uur nog € 200.",
        "Artikel 64 Vw 2000 en artikel 3.6ba Vb.",
    ],
)
def test_given_an_ordinary_sentence_when_reading_then_nothing_is_found(tekst):
    assert soorten(tekst) == []


def test_given_a_text_about_an_organisation_when_reading_then_its_phone_and_days_may_stand_there():
    tekst = "Bel 0592 123456 tot 31 december 2026. Niet: 9900000017."

    assert soorten(tekst, alleen=ALLEEN_DOSSIERS) == ["v-nummer"]


def test_given_a_text_with_a_number_when_it_is_required_to_be_retold_then_the_refusal_names_the_piece():
    with pytest.raises(HerkenbareTekst) as fout:
        require_navertelling("Prima.", "Het gaat om D-2022-000123.")

    assert fout.value.melding == (
        "In deze tekst staat iets waaraan iemand te herkennen is. “D-2022-000123” lijkt op een dossiernummer."
        " Haal het weg of maak het algemener."
    )


@given(
    st.integers(1_000_000_000, 9_999_999_999).map(str),
    st.lists(st.sampled_from(["", " ", "-", ".", "\u200b"]), min_size=9, max_size=9),
)
def test_given_any_v_number_with_signs_between_when_reading_then_it_is_never_missed(nummer, tussen):
    geschreven = "".join(cijfer + teken for cijfer, teken in zip(nummer, [*tussen, ""], strict=True))

    assert vind_herkenbaar(f"Het gaat om {geschreven}, zei zij.") != ()
