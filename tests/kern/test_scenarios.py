"""The published examples: a dossierbeeld, a day, and what the norms must say of it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from verantwoord.kern.beoordeling import beoordeel
from verantwoord.kern.dossierbeeld import lees_dossierbeeld, schrijf_dossierbeeld

SCENARIOS = [
    json.loads(regel)
    for regel in (Path(__file__).parents[1] / "data" / "scenarios.jsonl")
    .read_text(encoding="utf-8")
    .splitlines()
]


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s["id"])
def test_given_a_scenario_when_judged_then_everything_it_expects_holds(scenario: dict[str, Any]):
    beeld = lees_dossierbeeld(json.dumps(scenario["beeld"]).encode())
    verwacht = scenario["verwacht"]

    b = beoordeel(beeld, peildatum=date.fromisoformat(scenario["op"]))

    bevindingen = {x.norm: x for x in b.bevindingen}
    handelingen = {h.handeling: h for h in b.handelingen}
    termijnen = {t.termijn: t.eindigt_op and t.eindigt_op.isoformat() for t in b.termijnen}
    assert b.fase == verwacht.get("fase", b.fase)
    assert {k: handelingen[k].mag for k in verwacht.get("handelingen", {})} == verwacht.get("handelingen", {})
    assert {k: bevindingen[k].oordeel for k in verwacht.get("bevindingen", {})} == verwacht.get(
        "bevindingen", {}
    )
    assert {k: termijnen[k] for k in verwacht.get("termijnen", {})} == verwacht.get("termijnen", {})
    for handeling, normen in verwacht.get("geblokkeerd_door", {}).items():
        assert set(normen) - set(handelingen[handeling].geblokkeerd_door) == set()
    for norm, paden in verwacht.get("ontbreekt", {}).items():
        assert set(paden) - set(bevindingen[norm].ontbreekt) == set()


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda s: s["id"])
def test_given_a_dossierbeeld_when_written_and_read_again_then_it_is_the_same(scenario: dict[str, Any]):
    beeld = lees_dossierbeeld(json.dumps(scenario["beeld"]).encode())

    geschreven = schrijf_dossierbeeld(beeld)

    assert lees_dossierbeeld(geschreven) == beeld
