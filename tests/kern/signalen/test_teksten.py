"""Invented texts, so that a rule that is made wider or more precise loses nothing without anybody seeing it.

Those of ``schrijver1`` to ``schrijver28`` were written without sight of the rules. The rules were measured with each
of them before anybody read it (docs/explanation/signalen.md) and learned from it afterwards: what they guard is what is.
"""

from pathlib import Path

import msgspec
import pytest

from verantwoord.kern.signalen import zoek_signalen
from verantwoord.kern.signalen.meting import Proeftekst

MAP = Path(__file__).parent / "teksten"


def lees(bestanden):
    teksten = [
        msgspec.json.decode(regel, type=Proeftekst)
        for bestand in sorted(bestanden)
        for regel in bestand.read_text("utf-8").splitlines()
    ]
    return [(tekst, {signaal.soort for signaal in zoek_signalen(tekst.tekst)}) for tekst in teksten]


@pytest.fixture(scope="module")
def gelezen():
    return lees(b for b in MAP.glob("*.jsonl") if not b.name.startswith(("schrijver", "gehouden")))


@pytest.fixture(scope="module")
def gehouden():
    """Our own sentences that were kept when the rules found them: they measure nothing, and must not be lost."""
    return lees(MAP.glob("gehouden_*.jsonl"))


@pytest.fixture(scope="module")
def van_anderen():
    return lees(MAP.glob("schrijver*.jsonl"))


def deel_gevonden(gelezen, categorie):
    raak = [
        aangewezen.soort in soorten
        for tekst, soorten in gelezen
        for aangewezen in tekst.signalen
        if tekst.categorie == categorie
    ]
    return sum(raak) / len(raak)


def test_given_what_is_said_plainly_when_looked_for_then_nearly_all_of_it_is_found(gelezen):
    assert deel_gevonden(gelezen, "expliciet") >= 0.98


def test_given_what_is_not_said_plainly_when_looked_for_then_most_of_it_is_found(gelezen):
    assert deel_gevonden(gelezen, "impliciet") >= 0.8


def test_given_ordinary_texts_when_looked_for_then_few_of_them_get_a_mark(gelezen):
    loos = [bool(soorten) for tekst, soorten in gelezen if not tekst.signalen]

    assert sum(loos) / len(loos) <= 0.03


def test_given_plain_words_beside_words_that_take_away_when_looked_for_then_each_is_found(gelezen):
    gemist = [
        tekst.id
        for tekst, soorten in gelezen
        if tekst.id.startswith("naast-") and not {s.soort for s in tekst.signalen} <= soorten
    ]

    assert gemist == []


def test_given_sentences_the_rules_found_when_looked_for_then_few_are_lost_and_few_ordinary_ones_marked(
    gehouden,
):
    assert deel_gevonden(gehouden, "expliciet") >= 0.98
    assert deel_gevonden(gehouden, "impliciet") >= 0.8
    loos = [bool(soorten) for tekst, soorten in gehouden if not tekst.signalen]
    assert sum(loos) / len(loos) <= 0.05


@pytest.mark.parametrize(
    ("categorie", "minst"), [("expliciet", 0.98), ("impliciet", 0.85), ("meervoudig", 0.85)]
)
def test_given_reports_of_other_writers_when_looked_for_then_what_was_learned_is_not_lost(
    van_anderen, categorie, minst
):
    assert deel_gevonden(van_anderen, categorie) >= minst


def test_given_reports_of_other_writers_without_a_signal_when_looked_for_then_few_get_a_mark(van_anderen):
    loos = [bool(soorten) for tekst, soorten in van_anderen if not tekst.signalen]

    assert sum(loos) / len(loos) <= 0.1


def test_given_the_reports_of_other_writers_when_read_then_every_passage_stands_in_its_text_once(van_anderen):
    assert [
        tekst.id for tekst, _ in van_anderen for s in tekst.signalen if tekst.tekst.count(s.citaat) != 1
    ] == []
