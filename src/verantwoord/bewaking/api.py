"""Dossiers over the API: the facts, and what the norms say of them today."""

from datetime import date
from typing import Any, Literal
from uuid import UUID

import msgspec
from django.http import Http404, HttpResponse
from django.utils import timezone
from ninja import Query, Router, Schema
from pydantic import ConfigDict
from pydantic.alias_generators import to_camel

from verantwoord.bewaking import queries
from verantwoord.toegang.inzage import kijk
from verantwoord.toegang.rechten import Organisatie, Recht
from verantwoord.toegang.verzoek import StaffRequest

router = Router(tags=["dossiers"])
PER_PAGINA = 20
# Paths whose views commit the looks before they answer; see Werkcontext.
EIGEN_TRANSACTIES = frozenset({"dossiers"})
_encoder = msgspec.json.Encoder()


class Plaats(Schema):
    """Where a list goes on: the place of the last row that was given, in the order of work lists."""

    model_config = ConfigDict(alias_generator=to_camel, populate_by_name=True)

    volgende_op: date | None = None
    ontvangen_op: date | None = None
    dossier_id: UUID | None = None


class DossierregelOut(Schema):
    dossier_id: UUID
    dossiernummer: str
    fase: str
    volgende_norm: str | None
    volgende_op: date | None
    ontvangen_op: date


class DossierlijstOut(Schema):
    resultaten: list[DossierregelOut]
    volgende: Plaats | None


@router.get(
    "/dossiers",
    response=DossierlijstOut,
    by_alias=True,
    operation_id="list_dossiers",
    summary="Mijn open dossiers, of die van het team",
)
def list_dossiers(
    request: StaffRequest, plaats: Query[Plaats], van: Literal["mij", "team"] | None = None
) -> DossierlijstOut:
    """Twintig per keer, op de uiterste datum van de volgende plicht en daarna op binnenkomst.

    Met van=team ook die van uw collega's; wie zelf geen dossiers behandelt, krijgt die van het team.
    """
    viewer = _van_dtv(request)
    eigen: Literal["mij", "team"] = "team" if viewer.heeft(Recht.DOSSIER_TOEWIJZEN) else "mij"
    standen = queries.keuze_van(viewer=viewer, van=van or eigen)
    if plaats.ontvangen_op and plaats.dossier_id:
        standen = queries.na(
            standen,
            volgende_op=plaats.volgende_op,
            ontvangen_op=plaats.ontvangen_op,
            dossier_id=plaats.dossier_id,
        )
    velden = ("dossier_id", "dossier__nummer", "fase", "volgende_norm", "volgende_op", "ontvangen_op")
    rijen = kijk(
        request,
        lambda: list(queries.getoond(standen, viewer=viewer, aantal=PER_PAGINA + 1).values_list(*velden)),
        lambda gevonden: [rij[0] for rij in gevonden[:PER_PAGINA]],
        doel="werklijst",
    )
    regels = [
        DossierregelOut.model_construct(**dict(zip(DossierregelOut.model_fields, rij, strict=True)))
        for rij in rijen[:PER_PAGINA]
    ]
    laatste = regels[-1] if len(rijen) > PER_PAGINA else None
    volgende = laatste and Plaats(
        volgende_op=laatste.volgende_op, ontvangen_op=laatste.ontvangen_op, dossier_id=laatste.dossier_id
    )
    return DossierlijstOut.model_construct(resultaten=regels, volgende=volgende)


@router.get("/dossiers/{uuid:dossier_id}", operation_id="get_dossier", summary="De feiten van een dossier")
def get_dossier(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Het dossierbeeld, zoals beschreven in dossierbeeld.schema.json."""
    return _json(
        queries.beeld_of(dossier_id, viewer=_van_dtv(request), peildatum=timezone.localdate()).encode()
    )


@router.get(
    "/dossiers/{uuid:dossier_id}/beoordeling",
    operation_id="get_beoordeling",
    summary="De feiten van een dossier en wat de normen daarvan zeggen",
)
def get_beoordeling(request: StaffRequest, dossier_id: UUID, peildatum: date | None = None) -> HttpResponse:
    """Het dossierbeeld en de beoordeling op de peildatum; zonder peildatum is dat vandaag."""
    vandaag = timezone.localdate()
    stand, beoordeling = queries.beoordeling_of(
        dossier_id, viewer=_van_dtv(request), peildatum=peildatum or vandaag, vandaag=vandaag
    )
    return _json(_encoder.encode({"dossierbeeld": stand.beeld, "beoordeling": beoordeling}))


def _van_dtv(request: StaffRequest) -> Any:
    """Who works at the DT&V. For a partner there are answers, and nothing here (``Http404``)."""
    if request.user.organisatie != Organisatie.DTV:
        raise Http404
    return request.user


def _json(inhoud: bytes) -> HttpResponse:
    return HttpResponse(inhoud, content_type="application/json")
