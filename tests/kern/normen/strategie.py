"""Dossierbeelden that nobody thought of: changed or drawn anew by the published schema, with dates close together.

Hypothesis draws a seed and an ordinary generator draws the dossier. Built from strategies, objects of this size
come out nearly empty, and a norm's last condition is never reached.
"""

import json
from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from tests.kern.bouw import DATA, OP, Deel, alles_mag

EERSTE = date(2021, 10, 1)
PEILDATA = st.just(OP) | st.dates(date(2021, 11, 1), date(2022, 12, 31)).map(date.isoformat)
TEKST = ["", " ", "Gevraagd en gewogen."]
# What the schema calls a string or a number although the field means something.
BIJ_NAAM = {
    "niet_aangekomen_sinds": [
        "2022-03-26T00:00:00+01:00",
        "2022-04-18T00:00:00+02:00",
        "2022-04-17T22:30:00Z",
        "2022-10-29T01:00:00+02:00",
    ],
    "gekozen": ["gedwongen", "zelfstandig_iom", "derde_land", "geen_vertrek_nu"],
    "norm": ["aantal-gesprekken-voor-dwang", "vbl-twaalf-weken", "lko-unaniem"],
    "dossiernummer": ["D-2022-900001"],
    "v_nummer": ["9900000001"],
    "geboortedatum": [
        "1990-05-17",
        "2004-02-29",
        "2004-04-20",
        "2004-00-00",
        "2003-06-00",
        "2010-06-15",
        "2022-03-01",
        "0000-00-00",
    ],
    "grond": ["8a", "8f", "8h", "8j"],
    "vertrektermijn_dagen": [0, 7, 27, 28, 28, 30, 90, 91],
    "per_week": [1, 1, 2, 7],
    "versie": [1, 2, 3],
    "eerdere_dossiers": ["D-2019-000001"],
    "talen": ["hy"],
    "taal": ["hy"],
}
# Objects whose keys the schema leaves free.
SLEUTELS = {
    "lichtere_middelen": ["meldplicht", "vbl"],
    "gronden": ["3a", "3b", "4c", "5a"],
    "zicht_op_uitzetting": ["geldig_reisdocument", "geen_weigering"],
    "analyse": ["documenten", "wensen", "toetsing"],
    "niet_aan_de_orde": ["procedure", "gevolgen"],
}
LANDEN = ["ARM", "GEO", "TUR", "XXA", "XXX"]
NAMEN = ["rv.een", "manager.een", "lezer.twee"]


@cache
def _definities() -> Deel:
    return json.loads((DATA / "dossierbeeld.schema.json").read_text(encoding="utf-8"))["$defs"]


def _schema_van(schema: Deel) -> Deel:
    """Give what a field holds when it holds something."""
    if "anyOf" in schema:
        schema = next(een for een in schema["anyOf"] if een.get("type") != "null")
    return _definities()[schema["$ref"].rpartition("/")[2]] if "$ref" in schema else schema


def _waarde(rng: Random, naam: str, veld: Deel) -> Any:
    schema = _schema_van(veld)
    if "properties" in schema:
        return _object(rng, schema)
    if "enum" in schema:
        return rng.choice([een for een in schema["enum"] if een is not None])
    match schema["type"]:
        case "array":
            return [_waarde(rng, naam, schema["items"]) for _ in range(rng.choice([0, 1, 1, 2, 3]))]
        case "object":
            return {sleutel: rng.choice(TEKST) for sleutel in SLEUTELS[naam] if rng.random() < 0.7}
        case "boolean":
            return rng.random() < 0.5
        case "string" if schema.get("format") == "date":
            return (EERSTE + timedelta(days=rng.randrange(480))).isoformat()
    if naam in BIJ_NAAM:
        return rng.choice(BIJ_NAAM[naam])
    if "{3}" in schema.get("pattern", ""):
        return rng.choice(LANDEN)
    return rng.choice(NAMEN if schema.get("minLength") else TEKST)


def _object(rng: Random, schema: Deel) -> Deel:
    velden = {
        naam: veld
        for naam, veld in schema["properties"].items()
        if naam in schema["required"] or rng.random() < 0.6
    }
    return {naam: _waarde(rng, naam, veld) for naam, veld in velden.items()}


def _verander(rng: Random, oud: Any, naam: str, veld: Deel) -> Any:
    """Draw one fact of what is there anew, or forget it; lists and objects keep their other facts."""
    schema = _schema_van(veld)
    if isinstance(oud, list) and oud and "properties" in _schema_van(schema["items"]):
        waar = rng.randrange(len(oud))
        return [*oud[:waar], _verander(rng, oud[waar], naam, schema["items"]), *oud[waar + 1 :]]
    if isinstance(oud, dict) and "properties" in schema:
        welk = rng.choice(sorted(schema["properties"]))
        if welk in oud and welk not in schema["required"] and rng.random() < 0.3:
            return {een: feit for een, feit in oud.items() if een != welk}
        return oud | {welk: _verander(rng, oud.get(welk), welk, schema["properties"][welk])}
    return _waarde(rng, naam, veld)


def dossierbeeld_van(seed: int) -> Deel:
    """Give a dossier in which every act may be done, with one to eight changes, the same for the same seed."""
    rng = Random(seed)  # noqa: S311 - draws test data
    delen = {
        naam: deel for naam, deel in _definities()["Dossierbeeld"]["properties"].items() if naam != "schema"
    }
    uit = alles_mag()
    for _ in range(rng.randint(1, 8)):
        naam = rng.choice(sorted(delen))
        if naam in uit and rng.random() < 0.7:
            uit[naam] = _verander(rng, uit[naam], naam, delen[naam])
        else:
            uit[naam] = _waarde(rng, naam, delen[naam])
    return uit


def dossierbeelden() -> st.SearchStrategy[Deel]:
    return st.integers(0, 2**40).map(dossierbeeld_van)
