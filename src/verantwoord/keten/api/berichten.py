"""Messages of IND, AVIM and KMar over the API: the same intake as the files, kept before it is answered."""

import hashlib
from collections.abc import Callable
from http import HTTPStatus
from typing import Any, TypeVar

from django.utils import timezone
from ninja import Router, Schema, Status
from ninja.errors import HttpError

from verantwoord.kern.overdracht.bestanden import MAX_BYTES
from verantwoord.keten import actions
from verantwoord.keten.actions import Binnengekomen, Soort, Uitkomst
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.verzoek import StaffRequest

router = Router(tags=["berichten"])
T = TypeVar("T")

# Paths whose views commit more than once; see Werkcontext.
EIGEN_TRANSACTIES = frozenset({"overdrachten", "procedureberichten"})


class UitkomstOut(Schema):
    """What became of the message: opgenomen, dubbel or quarantaine, and why."""

    bericht_id: str | None
    status: str
    reden: str | None
    uitleg: str
    dossiernummer: str | None


CODES = {"opgenomen": HTTPStatus.CREATED, "dubbel": HTTPStatus.OK, "quarantaine": HTTPStatus.ACCEPTED}
ANTWOORDEN: Any = {status.value: UitkomstOut for status in CODES.values()}


def _lichaam(schema: str) -> dict[str, Any]:
    inhoud = {"application/json": {"schema": {"type": "object", "description": f"Zie {schema}."}}}
    return {"requestBody": {"required": True, "content": inhoud}}


@router.post(
    "/overdrachten",
    response=ANTWOORDEN,
    operation_id="deliver_overdracht",
    summary="Lever een overdrachtsbericht aan",
    openapi_extra=_lichaam("overdracht.schema.json"),
)
def deliver_overdracht(request: StaffRequest) -> Status[Uitkomst]:
    """Eén bericht, één persoon. Het bericht is bewaard voordat u antwoord krijgt; 202 betekent: apart gezet."""
    return _deliver(request, Soort.OVERDRACHT)


@router.post(
    "/procedureberichten",
    response=ANTWOORDEN,
    operation_id="deliver_procedurebericht",
    summary="Lever een procedurebericht aan",
    openapi_extra=_lichaam("procedurebericht.schema.json"),
)
def deliver_procedurebericht(request: StaffRequest) -> Status[Uitkomst]:
    """Wat er in de procedure gebeurde van iemand van wie het dossier al is overgedragen."""
    return _deliver(request, Soort.PROCEDURE)


def _deliver(request: StaffRequest, soort: str) -> Status[Uitkomst]:
    binnen = _lees(request)
    bericht = _in_transactie(request, lambda: actions.store(door=request.user, soort=soort, binnen=binnen))
    uitkomst = _in_transactie(
        request, lambda: actions.take_in(door=request.user, bericht=bericht, nu=timezone.now())
    )
    if uitkomst.reden == "te_groot":
        raise HttpError(HTTPStatus.REQUEST_ENTITY_TOO_LARGE, uitkomst.uitleg)
    return Status(CODES[uitkomst.status].value, uitkomst)


def _lees(request: StaffRequest) -> Binnengekomen:
    """Read the body without ever holding more than a message may be; a larger one is counted and hashed."""
    digest, omvang, delen = hashlib.sha256(), 0, []
    while stuk := request.read(65_536):
        digest.update(stuk)
        omvang += len(stuk)
        if omvang <= MAX_BYTES:
            delen.append(stuk)
    inhoud = b"".join(delen) if omvang <= MAX_BYTES else None
    return Binnengekomen(inhoud=inhoud, omvang=omvang, sha256=digest.hexdigest())


def _in_transactie(request: StaffRequest, stap: Callable[[], T]) -> T:
    """Commit one step: what was stored stays, whatever happens to the next."""
    with transactie_van(request.user, verzoek=request.referentie):
        return stap()
