"""The description of the API as the NLGov REST API Design Rules ask it: one server, problem documents, a contact."""

from http import HTTPStatus
from typing import Any, Final

from ninja.openapi.schema import OpenAPISchema

from verantwoord.web.problemen import TITELS

CONTACT: Final = {
    "name": "Functioneel beheer",
    "email": "beheer@voorbeeld.nl",
    "url": "https://voorbeeld.nl/verantwoord",
}
LICENTIE: Final = {"name": "EUPL-1.2", "identifier": "EUPL-1.2"}
_VERSIE: Final = {
    "description": "De volledige versie van deze API.",
    "schema": {"type": "string", "examples": ["1.0.0"]},
}
_MET_VERSIE: Final = {"API-Version": {"$ref": "#/components/headers/API-Version"}}
_PROBLEEM: Final = {
    "type": "object",
    "title": "Probleem",
    "description": "RFC 9457. Zonder persoonsgegevens.",
    "required": ["type", "title", "status", "detail", "instance"],
    "properties": {
        "type": {"type": "string", "format": "uri-reference"},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string", "description": "De referentie waaronder het verzoek is te vinden."},
        "normen": {"type": "array", "items": {"type": "string"}},
    },
}
_ALTIJD: Final = (
    HTTPStatus.BAD_REQUEST,
    HTTPStatus.UNAUTHORIZED,
    HTTPStatus.NOT_FOUND,
    HTTPStatus.INTERNAL_SERVER_ERROR,
    HTTPStatus.SERVICE_UNAVAILABLE,
)
_BIJ_SCHRIJVEN: Final = (HTTPStatus.FORBIDDEN, HTTPStatus.CONFLICT)


def beschrijf(schema: OpenAPISchema, *, basis: str) -> OpenAPISchema:
    """Complete what Ninja describes, in place: paths as seen from the server, and every refusal.

    ``basis`` is where the API lives, such as ``/api/v1/``.
    """
    voorvoegsel = basis.rstrip("/")
    schema["info"] |= {"contact": CONTACT, "license": LICENTIE}
    schema["servers"] = [{"url": voorvoegsel, "description": "Deze installatie"}]
    schema["paths"] = {
        pad.removeprefix(voorvoegsel): {methode: _handeling(methode, h) for methode, h in item.items()}
        for pad, item in schema["paths"].items()
    }
    onderdelen = schema.setdefault("components", {})
    onderdelen.setdefault("schemas", {})["Probleem"] = _PROBLEEM
    onderdelen["headers"] = {"API-Version": _VERSIE}
    onderdelen["responses"] = {_naam(status): _fout(status) for status in _ALTIJD + _BIJ_SCHRIJVEN}
    onderdelen["securitySchemes"] = {
        "sleutel": {"type": "http", "scheme": "bearer", "description": "Een sleutel van functioneel beheer."}
    }
    schema["security"] = [{"sleutel": []}]
    return schema


def _naam(status: HTTPStatus) -> str:
    return f"Probleem{status.value}"


def _fout(status: HTTPStatus) -> dict[str, Any]:
    return {
        "description": TITELS[status],
        "headers": _MET_VERSIE,
        "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Probleem"}}},
    }


def _handeling(methode: str, handeling: dict[str, Any]) -> dict[str, Any]:
    antwoorden = {
        str(code): antwoord | {"headers": _MET_VERSIE} for code, antwoord in handeling["responses"].items()
    }
    for status in _ALTIJD if methode == "get" else _ALTIJD + _BIJ_SCHRIJVEN:
        antwoorden[str(status.value)] = {"$ref": f"#/components/responses/{_naam(status)}"}
    return {**handeling, "responses": dict(sorted(antwoorden.items()))}
