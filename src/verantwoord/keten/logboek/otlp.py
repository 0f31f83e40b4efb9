"""Lines of the processing log as spans of the OpenTelemetry protocol (OTLP/HTTP, JSON)."""

import base64
from collections.abc import Iterable
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from typing import Any

from django.conf import settings

from verantwoord.gebeurtenis.logboek import als_moment
from verantwoord.gebeurtenis.models import Verwerkingsregel

# A processing in here, neither calling nor called.
_INTERN = 1
_SOORT_BETROKKENE = "urn:verantwoord:dossier"


def als_otlp(regels: Iterable[Verwerkingsregel]) -> dict[str, Any]:
    """One request with all lines. Whom a line concerns stays encrypted; who did it is not in it."""
    bron = {"service.name": "verantwoord", "service.version": _versie()}
    return {
        "resourceSpans": [
            {
                "resource": {"attributes": _attributen(bron)},
                "scopeSpans": [{"scope": {"name": "logboek"}, "spans": [_span(regel) for regel in regels]}],
            }
        ]
    }


def _span(regel: Verwerkingsregel) -> dict[str, Any]:
    span: dict[str, Any] = {
        "traceId": regel.trace_id,
        "spanId": regel.operatie_id,
        "name": regel.naam,
        "kind": _INTERN,
        "startTimeUnixNano": als_moment(regel.begin),
        "endTimeUnixNano": als_moment(regel.einde),
        # The standard numbers a status as OpenTelemetry does: 0 unknown, 1 succeeded, 2 failed.
        "status": {"code": regel.status},
        "attributes": _attributen(
            {
                "dpl.core.processing_activity_id": activiteit_uri(regel.activiteit),
                "dpl.core.data_subject_id": base64.b64encode(bytes(regel.betrokkene)).decode(),
                "dpl.core.data_subject_id_type": _SOORT_BETROKKENE,
            }
        ),
    }
    if regel.ouder_id:
        span["parentSpanId"] = regel.ouder_id
    if regel.vreemd_trace_id and regel.vreemd_operatie_id:
        entiteit = {"dpl.core.foreign_operation.entity": regel.vreemd_partij or ""}
        span["links"] = [
            {
                "traceId": regel.vreemd_trace_id,
                "spanId": regel.vreemd_operatie_id,
                "attributes": _attributen(entiteit),
            }
        ]
    return span


def activiteit_uri(code: str) -> str:
    """Where the register describes this activity, in this version."""
    return f"{settings.SITE_ADRES}/verwerkingen/#{code}"


def _attributen(waarden: dict[str, str]) -> list[dict[str, Any]]:
    return [{"key": naam, "value": {"stringValue": waarde}} for naam, waarde in waarden.items()]


@cache
def _versie() -> str:
    try:
        return version("verantwoord")
    except PackageNotFoundError:
        # In a working copy nothing is installed.
        return "werkkopie"
