"""Errors for programs: problem+json (RFC 9457), without personal data."""

import json
from http import HTTPStatus
from typing import Any

from django.http import HttpRequest, HttpResponse

TITELS = {
    HTTPStatus.BAD_REQUEST: "Het verzoek klopt niet",
    HTTPStatus.UNAUTHORIZED: "Niet ingelogd",
    HTTPStatus.FORBIDDEN: "Dit mag u niet",
    HTTPStatus.NOT_FOUND: "Niet gevonden",
    HTTPStatus.METHOD_NOT_ALLOWED: "Dit kan hier niet",
    HTTPStatus.CONFLICT: "Dit kan nu niet",
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: "Te groot",
    HTTPStatus.INTERNAL_SERVER_ERROR: "Er ging bij ons iets mis",
    HTTPStatus.SERVICE_UNAVAILABLE: "Even niet bereikbaar",
}


def is_api(request: HttpRequest) -> bool:
    return request.path_info.startswith("/api/")


def probleem(request: HttpRequest, status: HTTPStatus, detail: str, **meer: Any) -> HttpResponse:
    """Answer a program; ``instance`` is the reference under which the log knows the request."""
    inhoud = {
        "type": "about:blank",
        "title": TITELS.get(status, status.phrase),
        "status": status.value,
        "detail": detail,
        "instance": f"urn:referentie:{getattr(request, 'referentie', '-')}",
        **meer,
    }
    antwoord = HttpResponse(
        json.dumps(inhoud, ensure_ascii=False), status=status, content_type="application/problem+json"
    )
    antwoord["API-Version"] = "1.0.0"
    return antwoord
