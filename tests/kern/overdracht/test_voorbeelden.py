"""The examples that came with the contract, through reader and judge in the order the contract names."""

import json
from pathlib import Path

import pytest

from tests.kern.overdracht.bekend import Geheugen
from tests.kern.overdracht.berichten import NU
from verantwoord.kern.overdracht.bestanden import lees_paden
from verantwoord.kern.overdracht.gaten import gaten

VOORBEELDEN = Path(__file__).parents[2] / "data" / "overdrachten"
VOLGORDE = ["dubbel.jsonl", "fouten.jsonl", "losse-berichten", "overdrachten-2022.jsonl"]


@pytest.fixture
def geheugen(monkeypatch):
    monkeypatch.chdir(VOORBEELDEN)
    return Geheugen()


def test_given_the_examples_when_judged_in_order_then_each_line_has_the_expected_fate(geheugen):
    verwacht = [json.loads(regel) for regel in Path("verwacht.jsonl").read_text().splitlines()]

    gekregen = []
    for invoer in lees_paden(map(Path, VOLGORDE)):
        oordeel = geheugen.neem_in(invoer.inhoud, nu=NU)
        gekregen.append(
            {
                "bestand": invoer.bestand,
                "regel": invoer.regel,
                "status": oordeel.status,
                "reden": oordeel.reden,
                "dossier_van": geheugen.dossier_van(oordeel),
            }
        )

    assert gekregen == verwacht


def test_given_the_examples_when_taken_in_then_the_gaps_are_as_expected(geheugen):
    verwacht = json.loads(Path("verwacht-gaten.json").read_text())

    for invoer in lees_paden(map(Path, VOLGORDE)):
        geheugen.neem_in(invoer.inhoud, nu=NU)

    gevonden = {
        afzender: [list(gat) for gat in gaten(sorted(nummers))]
        for afzender, nummers in geheugen.volgnummers.items()
    }
    assert gevonden == verwacht


def test_given_the_examples_when_refused_then_each_explanation_is_one_sentence_without_contents(geheugen):
    oordelen = [
        (invoer.inhoud or b"", geheugen.neem_in(invoer.inhoud, nu=NU))
        for invoer in lees_paden(map(Path, VOLGORDE))
    ]

    geweigerd = [(inhoud, oordeel.uitleg) for inhoud, oordeel in oordelen if oordeel.reden is not None]

    assert len(geweigerd) == 436
    for inhoud, uitleg in geweigerd:
        assert uitleg[0].isupper()
        assert uitleg.endswith(".")
        assert ". " not in uitleg
        assert not any(
            woord.encode() in inhoud for woord in uitleg.split() if woord.isdigit() and len(woord) > 7
        )
