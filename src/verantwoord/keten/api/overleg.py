"""What a meeting waits for from a partner, and the position, the vote or the action done that it sends."""

from http import HTTPStatus
from typing import Any
from uuid import UUID

from django.utils import timezone
from ninja import Router, Status

from verantwoord.keten.api.vormen import (
    AgendapuntOut,
    InzendingOut,
    OverlegactieOut,
    OverlegafrondingIn,
    OverlegvragenOut,
    StandpuntIn,
    StemIn,
)
from verantwoord.keten.api.wie import partner
from verantwoord.keten.overlegberichten import deliver_afronding, deliver_standpunt, deliver_stem
from verantwoord.overleg.queries import TeDoen, te_doen_of
from verantwoord.toegang.inzage import kijk
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest

router = Router(tags=["overleg"], by_alias=True)
# Paths whose views commit the looks before they answer; see Werkcontext.
EIGEN_TRANSACTIES = frozenset({"overlegvragen"})
_ANTWOORDEN: Any = {HTTPStatus.CREATED.value: InzendingOut, HTTPStatus.OK.value: InzendingOut}


@router.get(
    "/overlegvragen",
    response=OverlegvragenOut,
    operation_id="list_overlegvragen",
    summary="Waar een overleg op uw organisatie wacht",
)
def list_overlegvragen(request: StaffRequest) -> OverlegvragenOut:
    """Standpunten die u nog schrijft, stemmen die nog kunnen en acties die u nog heeft."""
    viewer = partner(request)
    te_doen = kijk(
        request,
        lambda: te_doen_of(viewer=viewer, op=timezone.localdate()),
        _over_wie,
        doel="overleg",
    )
    return OverlegvragenOut(
        standpunten=[_punt(punt) for punt in te_doen.standpunten],
        stemmen=[_punt(punt, stemmen_tot=tot) for punt, tot in te_doen.stemmen],
        acties=[
            OverlegactieOut(
                actie_id=actie.pk,
                agendapunt_id=actie.punt_id,
                omschrijving=actie.omschrijving,
                uiterlijk=actie.uiterlijk,
                dossier_ids=_dossiers(actie.punt),
            )
            for actie in te_doen.acties
        ],
    )


@router.post(
    "/agendapunten/{uuid:punt_id}/standpunten",
    response=_ANTWOORDEN,
    operation_id="give_standpunt",
    summary="Geef het eerste standpunt van uw organisatie",
)
def give_standpunt(request: StaffRequest, punt_id: UUID, standpunt: StandpuntIn) -> Status[InzendingOut]:
    """Niemand leest het tot alle standpunten opengaan. De versie is die van het standpunt dat u vervangt, eerst 0."""
    nieuw = deliver_standpunt(
        door=partner(request, Recht.STANDPUNT_GEVEN),
        punt_id=punt_id,
        nu=timezone.now(),
        **standpunt.model_dump(),
    )
    return _uit(standpunt.bericht_id, nieuw=nieuw)


@router.post(
    "/agendapunten/{uuid:punt_id}/stemmen",
    response=_ANTWOORDEN,
    operation_id="cast_stem",
    summary="Stem voor uw organisatie",
)
def cast_stem(request: StaffRequest, punt_id: UUID, stem: StemIn) -> Status[InzendingOut]:
    """Ook schriftelijk, tot en met de laatste dag. Alleen vier keer akkoord maakt een besluit; zwijgen telt niet."""
    nieuw = deliver_stem(
        door=partner(request, Recht.STANDPUNT_GEVEN), punt_id=punt_id, nu=timezone.now(), **stem.model_dump()
    )
    return _uit(stem.bericht_id, nieuw=nieuw)


@router.post(
    "/overlegacties/{uuid:actie_id}/afrondingen",
    response=_ANTWOORDEN,
    operation_id="finish_overlegactie",
    summary="Meld dat een actie uit een overleg klaar is",
)
def finish_overlegactie(
    request: StaffRequest, actie_id: UUID, afronding: OverlegafrondingIn
) -> Status[InzendingOut]:
    """Alleen een actie van uw eigen organisatie."""
    nieuw = deliver_afronding(
        door=partner(request, Recht.ACTIE_AFRONDEN),
        actie_id=actie_id,
        peildatum=timezone.localdate(),
        **afronding.model_dump(),
    )
    return _uit(afronding.bericht_id, nieuw=nieuw)


def _uit(bericht_id: UUID, *, nieuw: bool) -> Status[InzendingOut]:
    code = HTTPStatus.CREATED if nieuw else HTTPStatus.OK
    status = "opgenomen" if nieuw else "dubbel"
    uit = InzendingOut.model_validate(
        {"bericht_id": bericht_id, "status": status, "reden": None, "uitleg": ""}
    )
    return Status(code.value, uit)


def _punt(punt: Any, **meer: Any) -> AgendapuntOut:
    return AgendapuntOut(
        agendapunt_id=punt.pk,
        datum=punt.datum,
        onderwerp=punt.onderwerp,
        vraag=punt.vraag,
        voorstel=punt.voorstel,
        dossier_ids=_dossiers(punt),
        **meer,
    )


def _dossiers(punt: Any) -> list[UUID]:
    return [bij.dossier_id for bij in punt.dossiers.all()]


def _over_wie(te_doen: TeDoen) -> list[UUID]:
    punten = [
        *te_doen.standpunten,
        *(punt for punt, _tot in te_doen.stemmen),
        *(a.punt for a in te_doen.acties),
    ]
    return sorted({dossier_id for punt in punten for dossier_id in _dossiers(punt)})
