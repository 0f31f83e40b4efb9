"""Dossierbeelden that nobody thought of: drawn from the published schema, with dates close together."""

import json
from datetime import date, timedelta
from functools import cache

from hypothesis import strategies as st

from tests.kern.bouw import DATA, Deel, alles_mag

EERSTE = date(2021, 10, 1)
PEILDATA = st.dates(date(2021, 11, 1), date(2022, 12, 31)).map(date.isoformat)
# Interesting days come from one year, so that before, on and after the peildatum all happen.
DAGEN = st.integers(0, 480).map(lambda aantal: (EERSTE + timedelta(days=aantal)).isoformat())
GEBOREN = st.sampled_from(
    [
        "1990-05-17",
        "2004-02-29",
        "2004-04-20",
        "2004-00-00",
        "2003-06-00",
        "2010-06-15",
        "2022-03-01",
        "0000-00-00",
    ]
)
LANDEN = st.sampled_from(["ARM", "GEO", "TUR", "XXA", "XXX"])
TEKST = st.sampled_from(["", " ", "Gevraagd en gewogen."])
NAAM = st.sampled_from(["rv.een", "manager.een", "lezer.twee"])
MOMENT = st.sampled_from(
    [
        "2022-03-26T00:00:00+01:00",
        "2022-04-18T00:00:00+02:00",
        "2022-04-17T22:30:00Z",
        "2022-10-29T01:00:00+02:00",
    ]
)
# What the schema calls a string although the field means something.
BIJ_NAAM = {
    "niet_aangekomen_sinds": MOMENT,
    "gekozen": st.sampled_from(["gedwongen", "zelfstandig_iom", "derde_land", "geen_vertrek_nu"]),
    "norm": st.sampled_from(["aantal-gesprekken-voor-dwang", "vbl-twaalf-weken", "lko-unaniem"]),
    "dossiernummer": st.just("D-2022-900001"),
    "v_nummer": st.just("9900000001"),
    "geboortedatum": GEBOREN,
    "grond": st.sampled_from(["8a", "8f", "8h", "8j"]),
    "lichtere_middelen": st.dictionaries(st.sampled_from(["meldplicht", "vbl"]), TEKST),
    "gronden": st.dictionaries(st.sampled_from(["3a", "3b", "4c", "5a"]), TEKST),
    "zicht_op_uitzetting": st.dictionaries(st.sampled_from(["geldig_reisdocument", "geen_weigering"]), TEKST),
    "analyse": st.dictionaries(st.sampled_from(["documenten", "wensen", "toetsing"]), TEKST),
    "niet_aan_de_orde": st.dictionaries(st.sampled_from(["procedure", "gevolgen"]), TEKST),
    "eerdere_dossiers": st.sampled_from([[], ["D-2019-000001"]]),
    "vertrektermijn_dagen": st.sampled_from([0, 7, 27, 28, 30, 90, 91]),
    "per_week": st.sampled_from([1, 2, 7]),
    "versie": st.integers(1, 3),
}


@cache
def _definities() -> Deel:
    return json.loads((DATA / "dossierbeeld.schema.json").read_text(encoding="utf-8"))["$defs"]


def _uit(naam: str, schema: Deel) -> st.SearchStrategy:
    if "anyOf" in schema:
        return _uit(naam, next(een for een in schema["anyOf"] if een.get("type") != "null"))
    if naam in BIJ_NAAM and schema.get("enum") is None and "$ref" not in schema:
        return BIJ_NAAM[naam]
    if "$ref" in schema:
        return voor(schema["$ref"].rpartition("/")[2])
    if "enum" in schema:
        return st.sampled_from([waarde for waarde in schema["enum"] if waarde is not None])
    match schema["type"]:
        case "array":
            return st.lists(_uit(naam, schema["items"]), max_size=3)
        case "boolean":
            return st.booleans()
        case "string" if schema.get("format") == "date":
            return DAGEN
        case "string" if "{3}" in schema.get("pattern", ""):
            return LANDEN
        case "string" if "pattern" in schema:
            return st.just("hy")
        case "string" if schema.get("minLength"):
            return NAAM
        case "string":
            return TEKST
    raise AssertionError(f"the strategy knows no {naam}: {schema}")


@cache
def voor(definitie: str) -> st.SearchStrategy:
    """Draw one object of the schema; what it does not require is there or is not."""
    schema = _definities()[definitie]
    velden = {naam: _uit(naam, deel) for naam, deel in schema["properties"].items()}
    verplicht = {naam: velden.pop(naam) for naam in schema["required"]}
    return st.fixed_dictionaries(verplicht, optional=velden)


@st.composite
def dossierbeelden(draw: st.DrawFn) -> Deel:
    """Draw a dossierbeeld; every part is either drawn or taken from a dossier in which every act may be done.

    Drawn parts alone would nearly never reach the last condition of a norm.
    """
    wild = draw(voor("Dossierbeeld"))
    tam = alles_mag()
    delen = {
        naam: tam[naam] if naam in tam and (naam not in wild or draw(st.booleans())) else wild[naam]
        for naam in sorted({*wild, *tam})
    }
    return delen | {"schema": tam["schema"]}
