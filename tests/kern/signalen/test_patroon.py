"""How a pattern that people wrote down is compared with a sentence."""

import pytest

from verantwoord.kern.signalen.patroon import Lezer, Patronen
from verantwoord.kern.signalen.woordvorm import vouw, zinnen
from verantwoord.kern.signalen.zin import Zin

LIJSTEN = {"dier": ["hond", "kat", "kleine geit"]}


def gevonden(patroon, tekst):
    """The words that the pattern takes in the one sentence of a text."""
    patronen = Patronen(Lezer(LIJSTEN))
    nummers = patronen.neem_op([patroon])
    (woorden,) = zinnen(tekst, lambda w: f"{vouw('laissez')} {vouw('passer')}" if w == "lp" else vouw(w))
    zin = Zin(woorden)
    return sorted(
        tekst[woorden[van].begin : woorden[tot - 1].eind]
        for nummer in nummers & zin.mogelijk(patronen)
        for van, tot in zin.plekken(patronen, nummer)
    )


@pytest.mark.parametrize(
    ("patroon", "tekst", "wat"),
    [
        ("ziek*", "Zij is ziekelijk", ["ziekelijk"]),
        ("*kanker", "Zij heeft borstkanker", ["borstkanker"]),
        ("wil|wilt slapen", "Hij wil slapen", ["wil slapen"]),
        ("wil slapen", "Hij wil nu slapen", []),
        ("wil ... slapen", "Hij wil nu , na alles , slapen en dan slapen", ["wil nu , na alles , slapen"]),
        ("wil ... slapen", "Hij wil een twee drie vier vijf zes zeven slapen", []),
        ("wil .... slapen", "Hij wil een twee drie vier vijf zes zeven slapen", ["wil een twee drie vier vijf zes zeven slapen"]),
        ("wil ... slapen", "Hij wil niet: slapen", []),
        ("gevraagd ... : nee", "Gevraagd naar ziekte: nee", ["Gevraagd naar ziekte: nee"]),
        ("wil [heel] graag", "Hij wil heel graag en zij wil graag", ["wil graag", "wil heel graag"]),
        ("been & dik", "Zijn dikke been is dik en zijn been", ["been is dik", "dik en zijn been"]),
        ("de {dier}", "De kleine geit en de kat", ["De kleine geit", "de kat"]),
        ("laissez passer", "Geen lp gekregen", ["lp"]),
        ("op_straat|thuis slaapt", "Hij die op straat slaapt", ["op straat slaapt"]),
    ],
)  # fmt: skip
def test_given_a_pattern_when_compared_with_a_sentence_then_it_takes_exactly_these_words(patroon, tekst, wat):
    assert gevonden(patroon, tekst) == wat


def test_given_a_pattern_without_a_word_to_look_for_when_read_then_it_is_refused():
    with pytest.raises(ValueError, match="no word to look for"):
        Patronen(Lezer(LIJSTEN)).neem_op(["..."])


@pytest.mark.parametrize("patroon", ["wil ...", "... slapen"])
def test_given_a_pattern_open_at_an_end_when_read_then_it_is_refused(patroon):
    with pytest.raises(ValueError, match="begins or ends with other words"):
        Patronen(Lezer(LIJSTEN)).neem_op([patroon])


def test_given_a_pattern_that_two_ask_for_when_read_then_it_is_looked_for_once():
    patronen = Patronen(Lezer(LIJSTEN))

    assert patronen.neem_op(["wil slapen", "been & dik"]) >= patronen.neem_op(["dik & been"])


def test_given_a_pattern_in_two_rules_when_read_then_each_finds_it_as_its_own():
    patronen = Patronen(Lezer(LIJSTEN))

    assert patronen.neem_op(["wil slapen"], voor="een").isdisjoint(
        patronen.neem_op(["wil slapen"], voor="ander")
    )
