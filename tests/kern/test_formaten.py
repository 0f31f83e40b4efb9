"""The types of the core are the published formats, and the metadata of the norms are the catalogue."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest
import yaml

from verantwoord.kern.beoordeling import HANDELINGEN, Beoordeling
from verantwoord.kern.dossierbeeld import Dossierbeeld
from verantwoord.kern.normen import DOSSIERNORMEN, NORMEN, Norm

DATA = Path(__file__).parents[1] / "data"
CATALOGUS = {n["id"]: n for n in yaml.safe_load((DATA / "normen.yaml").read_text(encoding="utf-8"))}


def gepubliceerd(naam: str) -> dict[str, Any]:
    schema = json.loads((DATA / naam).read_text(encoding="utf-8"))
    assert schema.pop("$schema") == "https://json-schema.org/draft/2020-12/schema"
    return schema


def als_json(waarde: Any) -> Any:
    return json.loads(json.dumps(waarde))


@pytest.mark.parametrize(
    ("soort", "bestand"),
    [(Dossierbeeld, "dossierbeeld.schema.json"), (Beoordeling, "beoordeling.schema.json")],
)
def test_given_a_type_when_its_schema_is_made_then_it_is_the_contract(soort: type, bestand: str):
    gemaakt = als_json(msgspec.json.schema(soort))

    assert gemaakt == gepubliceerd(bestand)


def test_given_the_contract_when_handelingen_are_listed_then_names_meanings_and_order_are_equal():
    contract = json.loads((DATA / "handelingen.json").read_text(encoding="utf-8"))

    assert list(HANDELINGEN.items()) == list(contract.items())


def test_given_the_catalogue_when_norms_are_listed_then_all_are_there_in_its_order():
    assert list(NORMEN) == list(CATALOGUS)
    assert [n.id for n in DOSSIERNORMEN] == [i for i, n in CATALOGUS.items() if n["bereik"] == "dossier"]


def als_datum(waarde: Any) -> date | None:
    return date.fromisoformat(str(waarde)) if waarde is not None else None


def parameters_uit(norm: dict[str, Any]) -> dict[str, tuple[Any, Any, Any]]:
    """Give value, unit and status of every parameter of the catalogue, with dates and lists as the code has them."""
    uit = {}
    for naam, inhoud in norm["parameters"].items():
        beschreven = inhoud if isinstance(inhoud, dict) else {"value": inhoud}
        waarde = beschreven["value"]
        if naam == "dublin_from":
            waarde = als_datum(waarde)
        uit[naam] = (
            tuple(waarde) if isinstance(waarde, list) else waarde,
            beschreven.get("unit"),
            beschreven.get("status"),
        )
    return uit


@pytest.mark.parametrize("norm", NORMEN.values(), ids=lambda n: n.id)
def test_given_a_norm_when_compared_with_the_catalogue_then_its_metadata_are_equal(norm: Norm):
    bedoeld = CATALOGUS[norm.id]
    gelijk = (
        "soort",
        "tier",
        "origin",
        "bereik",
        "titel",
        "title_en",
        "regel",
        "rule_en",
        "gevolg",
        "afwijking_mogelijk",
    )

    assert {veld: getattr(norm, veld) for veld in gelijk} == {veld: bedoeld[veld] for veld in gelijk}
    assert list(norm.bron) == bedoeld["bron"]
    assert list(norm.velden) == bedoeld.get("velden", [])
    assert list(norm.blokkeert) == bedoeld.get("blokkeert", [])
    assert norm.geldig_van == als_datum(bedoeld["geldig_van"])
    assert norm.geldig_tot == als_datum(bedoeld["geldig_tot"])
    assert norm.gedrag == bedoeld.get("gedrag")
    assert norm.opmerking == bedoeld.get("opmerking", "")
    assert {p.naam: (p.waarde, p.eenheid, p.status) for p in norm.parameters} == parameters_uit(bedoeld)


def test_given_all_norms_when_their_duties_are_read_then_each_is_short_and_its_own():
    plichten = [n.plicht for n in NORMEN.values()]

    assert [p for p in plichten if not 5 < len(p) < 90 or p.endswith(".") or not p[0].isupper()] == []
    assert sorted({p for p in plichten if plichten.count(p) > 1}) == []
