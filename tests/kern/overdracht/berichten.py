"""Ordinary messages to start from: each test changes the one thing it is about. All people are invented."""

import json
from copy import deepcopy
from datetime import datetime
from typing import Any

NU = datetime.fromisoformat("2022-07-01T12:00:00+02:00")

_OVERDRACHT: dict[str, Any] = {
    "schema": "verantwoord.overdracht/1",
    "bericht_id": "00000000-0000-4000-8000-000000000001",
    "volgnummer": 1,
    "verzonden_op": "2022-05-02T10:00:00+02:00",
    "afzender": "ind",
    "spoor": "asiel",
    "persoon": {
        "v_nummer": "8800000001",
        "naam": {"achternaam": "Voorbeeld", "voornamen": "Amina"},
        "geboortedatum": "1990-05-12",
    },
    "procedure": {
        "aanvragen": [{"soort": "asiel", "ingediend_op": "2021-03-01", "beslist_op": "2022-01-10"}],
        "besluiten": [{"soort": "afwijzing", "genomen_op": "2022-01-10", "terugkeerbesluit": True}],
    },
}

_PROCEDUREBERICHT: dict[str, Any] = {
    "schema": "verantwoord.procedurebericht/1",
    "bericht_id": "00000000-0000-4000-8000-000000000002",
    "volgnummer": 1,
    "verzonden_op": "2022-05-02T10:00:00+02:00",
    "afzender": "ind",
    "v_nummer": "8800000001",
    "geboortedatum": "1990-05-12",
    "gebeurtenis": {"soort": "beroep_ingesteld", "ingesteld_op": "2022-02-01"},
}

WEG = object()


def overdracht(wijzigingen: dict[str, Any] | None = None) -> bytes:
    """An ordinary transfer message with values put at paths such as ``persoon.naam``; ``WEG`` takes a field away."""
    return json.dumps(_wijzig(_OVERDRACHT, wijzigingen or {})).encode()


def procedurebericht(wijzigingen: dict[str, Any] | None = None) -> bytes:
    """An ordinary procedure message, changed in the same way."""
    return json.dumps(_wijzig(_PROCEDUREBERICHT, wijzigingen or {})).encode()


def _wijzig(bericht: dict[str, Any], wijzigingen: dict[str, Any]) -> dict[str, Any]:
    gewijzigd = deepcopy(bericht)
    for pad, waarde in wijzigingen.items():
        *stappen, naam = pad.split(".")
        deel = gewijzigd
        for stap in stappen:
            deel = deel.setdefault(stap, {})
        if waarde is WEG:
            del deel[naam]
        else:
            deel[naam] = waarde
    return gewijzigd
