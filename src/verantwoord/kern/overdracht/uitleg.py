"""What a message lacks, in one Dutch sentence: the place in the message and what the sender must do.

The sentences quote nothing from the message, only names that the format itself knows: they end up in answers, lists and
records that more people read than may see the message.
"""

import re
from collections.abc import Callable
from typing import Any, Final

import msgspec

Schema = dict[str, Any]

# A name that a format could have; anything else in a message is not repeated.
_NAAM = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")

_SOORTEN: Final = {
    "str": "een tekst",
    "int": "een geheel getal",
    "float": "een getal met een punt of exponent",
    "bool": "true of false",
    "null": "null",
    "date": "een datum als JJJJ-MM-DD",
    "datetime": "een tijdstip als 2022-03-01T14:00:00+01:00",
    "array": "een lijst",
    "object": "een object",
}

_VORMEN: Final = {
    "^[0-9]{10}$": "precies 10 cijfers zijn",
    "^[0-9]{4}-[0-9]{2}-[0-9]{2}$": "een datum als JJJJ-MM-DD zijn, met 00 voor wat onbekend is",
    "^([A-Z]{3}|XXA|XXX)$": "een landcode van drie hoofdletters zijn (ISO 3166-1 alpha-3)",
    "^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$": "een taalcode zijn, zoals nl of pt-BR (BCP 47)",
    "^8[a-l]$": "een onderdeel van artikel 8 Vw 2000 zijn, zoals 8f",
    "^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$": "een UUID in kleine letters zijn",
}


def leg_schema_uit(fout: msgspec.ValidationError, schema: Schema) -> tuple[str, str]:
    """Give the path of the field that does not fit ``schema``, and the sentence about it."""
    melding, _, plaats = str(fout).rpartition(" - at `")
    if not melding:
        melding, plaats = str(fout), ""
    pad = plaats.removesuffix("`").removeprefix("$").removeprefix(".")
    for patroon, zin in _ZINNEN:
        if treffer := patroon.fullmatch(melding):
            pad, tekst = zin(pad, treffer, schema)
            return pad, f"{tekst} en verstuur het bericht opnieuw."
    return pad, f"{_veld(pad)} past niet in het berichtformaat: verbeter het en verstuur het bericht opnieuw."


def _veld(pad: str) -> str:
    return f"Veld {pad}" if pad else "Het bericht"


def _binnen(pad: str, veld: str) -> str:
    return f"{pad}.{veld}" if pad else veld


def _onbekend_veld(pad: str, treffer: re.Match[str], _: Schema) -> tuple[str, str]:
    if _NAAM.fullmatch(treffer[1]):
        pad = _binnen(pad, treffer[1])
        return pad, f"Veld {pad} komt in het berichtformaat niet voor: laat het weg of verbeter de naam"
    return (
        pad,
        f"In {pad or 'het bericht'} staat een veld dat het berichtformaat niet kent: laat het weg of verbeter de naam",
    )


def _verkeerde_soort(pad: str, treffer: re.Match[str], _: Schema) -> tuple[str, str]:
    verwacht = " of ".join(_SOORTEN.get(soort, soort) for soort in treffer[1].split(" | "))
    return pad, f"{_veld(pad)} moet {verwacht} zijn, geen {_geen(treffer[2])}: verbeter het"


def _geen(soort: str) -> str:
    return _SOORTEN.get(soort, soort).removeprefix("een ").removeprefix("geheel ")


def _verkeerde_waarde(pad: str, _: re.Match[str], schema: Schema) -> tuple[str, str]:
    keuzes = [keuze for knoop in _zoek_knopen(schema, pad) for keuze in knoop.get("enum", [])]
    return pad, f"{_veld(pad)} moet een van deze waarden zijn: {', '.join(keuzes)}; kies de juiste"


def _verkeerde_vorm(pad: str, treffer: re.Match[str], _: Schema) -> tuple[str, str]:
    return pad, f"{_veld(pad)} moet {_VORMEN.get(treffer[1], 'een andere vorm hebben')}: verbeter het"


def _zoek_knopen(schema: Schema, pad: str) -> list[Schema]:
    """Find what the schema says at a path such as ``procedure.besluiten[0].soort``, once for each alternative."""
    knopen = _vertakkingen(schema, schema)
    for stap in re.findall(r"\[[^\]]*\]|[^.\[]+", pad):
        volgende = [
            knoop.get("items") if stap.startswith("[") else knoop.get("properties", {}).get(stap)
            for knoop in knopen
        ]
        knopen = [deel for knoop in volgende if knoop for deel in _vertakkingen(knoop, schema)]
    return knopen


def _vertakkingen(knoop: Schema, schema: Schema) -> list[Schema]:
    """Follow the references of a node and put its alternatives side by side."""
    if "$ref" in knoop:
        return _vertakkingen(schema["$defs"][knoop["$ref"].rpartition("/")[2]], schema)
    if "anyOf" in knoop:
        return [deel for keuze in knoop["anyOf"] for deel in _vertakkingen(keuze, schema)]
    return [knoop]


_Zin = Callable[[str, re.Match[str], Schema], tuple[str, str]]

_ZINNEN: Final[list[tuple[re.Pattern[str], _Zin]]] = [
    (
        re.compile(r"Object missing required field `(.+)`"),
        lambda pad, m, _: (_binnen(pad, m[1]), f"Veld {_binnen(pad, m[1])} ontbreekt: vul het in"),
    ),
    (re.compile(r"Object contains unknown field `(.*)`", re.DOTALL), _onbekend_veld),
    (re.compile(r"Expected `.+` matching regex '(.+)'"), _verkeerde_vorm),
    (
        re.compile(r"Expected `str` of length >= \d+"),
        lambda pad, _, __: (
            pad,
            f"{_veld(pad)} is leeg: vul het in, of laat het weg als het niet verplicht is,",
        ),
    ),
    (
        re.compile(r"Expected `str` of length <= (\d+)"),
        lambda pad, m, _: (pad, f"{_veld(pad)} is langer dan {m[1]} tekens: maak het korter"),
    ),
    (
        re.compile(r"Expected `int` (>=|<=) (\d+)"),
        lambda pad, m, _: (
            pad,
            f"{_veld(pad)} moet {'minstens' if m[1] == '>=' else 'hoogstens'} {m[2]} zijn: verbeter het getal",
        ),
    ),
    (
        re.compile(r"Integer value out of range"),
        lambda pad, _, __: (
            pad,
            f"{_veld(pad)} is te groot voor een getal in dit formaat: verbeter het getal",
        ),
    ),
    (re.compile(r"Expected `(.+)`, got `(.+)`"), _verkeerde_soort),
    (re.compile(r"Invalid enum value .*|Invalid value .*", re.DOTALL), _verkeerde_waarde),
    (
        re.compile(r"Invalid RFC3339 encoded date"),
        lambda pad, _, __: (
            pad,
            f"{_veld(pad)} moet een bestaande datum zijn als JJJJ-MM-DD: verbeter de datum",
        ),
    ),
    (
        re.compile(r"Invalid RFC3339 encoded datetime"),
        lambda pad, _, __: (
            pad,
            f"{_veld(pad)} moet een tijdstip zijn als 2022-03-01T14:00:00+01:00: verbeter het",
        ),
    ),
    # What the types refuse when they are made; the path is then that of the object.
    (
        re.compile(r"de waarde eindigt op een regeleinde.*"),
        lambda pad, _, __: (
            pad,
            f"In {pad or 'het bericht'} eindigt een code of nummer op een regeleinde: haal dat weg",
        ),
    ),
    (
        re.compile(r"de datum .* bestaat niet.*", re.DOTALL),
        lambda pad, _, __: (
            _binnen(pad, "geboortedatum"),
            f"Veld {_binnen(pad, 'geboortedatum')} bestaat niet op de kalender: verbeter de datum, met 00 voor wat onbekend is,",
        ),
    ),
    (
        re.compile(r"het tijdstip heeft geen tijdzone.*"),
        lambda _, __, ___: (
            "verzonden_op",
            "Veld verzonden_op heeft geen tijdzone: geef het verschil met UTC mee, zoals 2022-03-01T14:00:00+01:00,",
        ),
    ),
    (
        re.compile(r"het volgnummer is groter dan (\d+)"),
        lambda _, m, __: ("volgnummer", f"Veld volgnummer is groter dan {m[1]}: verbeter het getal"),
    ),
    (re.compile(r"(geef .+)"), lambda pad, m, _: (pad, f"{_veld(pad)} klopt niet: {m[1]},")),
]
