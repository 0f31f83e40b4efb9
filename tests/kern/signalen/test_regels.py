"""Every rule: the examples beside it, and that it can be read and explained."""

import re
from collections import Counter

import pytest

from verantwoord.kern.signalen import zoek_signalen
from verantwoord.kern.signalen.regels import TERREINEN, regelbladen, woordenblad
from verantwoord.kern.signalen.zoeken import lexicon

REGELS = [(blad.soort, regel) for blad in regelbladen() for regel in blad.regel]


def voorbeelden(soort_voorbeeld):
    return [
        pytest.param(soort, regel, tekst, id=f"{regel.id}-{plek}")
        for soort, regel in REGELS
        for plek, tekst in enumerate(getattr(regel, soort_voorbeeld))
    ]


@pytest.mark.parametrize(("soort", "regel", "tekst"), voorbeelden("raak"))
def test_given_the_example_of_a_rule_when_looked_for_then_the_rule_is_met(soort, regel, tekst):
    gevonden = lexicon().treffers(tekst)

    assert (soort, regel.uitleg) in [(s.soort, s.uitleg) for s in gevonden if s.regel == regel.id]


@pytest.mark.parametrize(("soort", "regel", "tekst"), voorbeelden("mis"))
def test_given_what_only_looks_like_it_when_looked_for_then_nothing_of_that_matter_is_met(
    soort, regel, tekst
):
    gevonden = zoek_signalen(tekst)

    assert [s.citaat for s in gevonden if s.soort == soort] == []


def test_given_the_rules_when_read_then_each_has_its_own_name_and_both_kinds_of_examples():
    namen = [regel.id for _soort, regel in REGELS]

    assert sorted(set(namen)) == sorted(namen)
    assert [regel.id for _soort, regel in REGELS if not (regel.raak and regel.mis and regel.uitleg)] == []


def test_given_the_rules_when_read_then_every_name_begins_with_its_matter_and_no_matter_is_without():
    assert [regel.id for soort, regel in REGELS if not regel.id.startswith(f"{soort}.")] == []
    assert tuple(blad.soort for blad in regelbladen()) == TERREINEN


def test_given_the_rules_when_read_then_every_sheet_names_its_source():
    assert [blad.soort for blad in regelbladen() if not blad.bron] == []


def test_given_the_lists_of_words_when_read_then_every_one_is_named_by_a_rule():
    blad = woordenblad()
    patronen = [
        *(
            p
            for _s, r in REGELS
            for p in (*r.woorden, *r.samen, *r.bij, *r.niet_bij, *r.tekst, *r.niet_tekst)
        ),
        *(p for een in (*blad.omstandigheid, *blad.gesloten) for p in een.woorden),
        *(p for een in blad.omstandigheid for p in een.behalve),
    ]
    genoemd = {naam for patroon in patronen for naam in re.findall(r"{(\w+)}", patroon)}

    assert set(blad.lijsten) - genoemd == set()


def test_given_the_rules_of_one_matter_when_read_then_no_words_stand_in_two_places():
    for blad in regelbladen():
        patronen = [p for regel in blad.regel for p in (*regel.woorden, *regel.samen)]

        assert [p for p, aantal in Counter(patronen).items() if aantal > 1] == []
