"""Our own invented texts, so that a rule that is made wider or more precise loses nothing without anybody seeing it."""

from pathlib import Path

import msgspec
import pytest

from verantwoord.kern.signalen import zoek_signalen
from verantwoord.kern.signalen.meting import Proeftekst

MAP = Path(__file__).parent / "teksten"


@pytest.fixture(scope="module")
def gelezen():
    teksten = [
        msgspec.json.decode(regel, type=Proeftekst)
        for bestand in sorted(MAP.glob("*.jsonl"))
        for regel in bestand.read_text("utf-8").splitlines()
    ]
    return [(tekst, {signaal.soort for signaal in zoek_signalen(tekst.tekst)}) for tekst in teksten]


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
