"""A message as it goes over the wire: the envelope by the NL GOV profile for CloudEvents, signed."""

from collections.abc import Collection, Iterable, Mapping
from datetime import UTC, datetime
from typing import Any

from cloudevents.core.bindings.http import to_structured_event
from cloudevents.core.v1.event import CloudEvent
from django.conf import settings

from verantwoord.gebeurtenis.spoor import als_traceparent
from verantwoord.keten.uit.geheim import onderteken
from verantwoord.keten.uit.models import Uitbericht
from verantwoord.keten.uit.stromen import STROMEN


def maak_verzoek(
    bericht: Uitbericht,
    *,
    volgnummer: int,
    velden: Collection[str],
    operatie_id: str,
    geheimen: Iterable[str],
    nu: datetime,
) -> tuple[bytes, Mapping[str, str]]:
    """Body and headers of one attempt. Of the message only ``velden`` go along.

    ``subject`` is the dossier's own random id and ``sequence`` rises within it; neither says anything of the person.
    """
    spoor = als_traceparent(bericht.trace_id, operatie_id)
    envelop = CloudEvent(
        {
            "id": str(bericht.pk),
            "source": f"urn:nld:oin:{settings.OIN}",
            "type": STROMEN[bericht.soort].type,
            "subject": str(bericht.dossier_id),
            "time": bericht.ontstaan_op.astimezone(UTC),
            "datacontenttype": "application/json",
            "sequence": f"{volgnummer:019d}",
            "traceparent": spoor,
        },
        gegevens(bericht, velden),
    )
    gemaakt = to_structured_event(envelop)
    koppen = dict(gemaakt.headers) | onderteken(str(bericht.pk), nu, gemaakt.body, geheimen=geheimen)
    return gemaakt.body, koppen | {"traceparent": spoor, "user-agent": "verantwoord"}


def gegevens(bericht: Uitbericht, velden: Collection[str]) -> dict[str, Any]:
    return bericht.inhoud["vast"] | {
        veld: waarde for veld, waarde in bericht.inhoud["velden"].items() if veld in velden
    }
