"""What is asked of a partner about a transfer or a meldplicht, so that its program can answer."""

from typing import Any
from uuid import UUID

from ninja import Router

from verantwoord.dossier.opvang.queries import lopende_overplaatsingen
from verantwoord.keten.api.gevraagdvormen import (
    MeldplichtvragenOut,
    MeldverzoekOut,
    OverplaatsingenOut,
    OverplaatsingOut,
    OverplaatsingsstapOut,
    TeHorenOut,
)
from verantwoord.keten.api.wie import partner
from verantwoord.toegang.inzage import kijk
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.toezicht.queries import te_horen, wachtende_verzoeken

router = Router(tags=["gevraagd"], by_alias=True)
# Paths whose views commit the looks before they answer; see Werkcontext.
EIGEN_TRANSACTIES = frozenset({"overplaatsingen", "meldplichtvragen"})


@router.get(
    "/overplaatsingen",
    response=OverplaatsingenOut,
    operation_id="list_overplaatsingen",
    summary="Overplaatsingen die lopen, en wat u daarvoor nog doet",
)
def list_overplaatsingen(request: StaffRequest) -> OverplaatsingenOut:
    """Alleen voor het COA. Waarom iemand verhuist, staat er niet."""
    viewer = partner(request, Recht.OPVANG_BESLUITEN)
    rijen: list[Any] = kijk(
        request,
        lambda: list(lopende_overplaatsingen(viewer=viewer)),
        lambda gevonden: [rij.dossier_id for rij in gevonden],
        doel="werklijst",
    )
    return OverplaatsingenOut(resultaten=list(map(_overplaatsing, rijen)))


@router.get(
    "/meldplichtvragen",
    response=MeldplichtvragenOut,
    operation_id="list_meldplichtvragen",
    summary="Wat de DT&V over de meldplicht vraagt, en van welke dagen u de reden nog hoort",
)
def list_meldplichtvragen(request: StaffRequest) -> MeldplichtvragenOut:
    """Alleen voor de AVIM. Zonder uw besluit verandert er niets."""
    viewer = partner(request, Recht.MELDPLICHT_OPLEGGEN)
    verzoeken, dagen = kijk(
        request,
        lambda: (
            list(wachtende_verzoeken(viewer=viewer)),
            list(te_horen(viewer=viewer).order_by("op", "pk")),
        ),
        _over_wie,
        doel="werklijst",
    )
    return MeldplichtvragenOut(
        verzoeken=[MeldverzoekOut.model_validate(verzoek, from_attributes=True) for verzoek in verzoeken],
        te_horen=[TeHorenOut.model_validate(dag, from_attributes=True) for dag in dagen],
    )


def _over_wie(gevonden: tuple[list[Any], list[Any]]) -> list[UUID]:
    return sorted({rij.dossier_id for rijen in gevonden for rij in rijen})


def _overplaatsing(rij: Any) -> OverplaatsingOut:
    return OverplaatsingOut.model_validate(
        {
            "dossier_id": rij.dossier_id,
            "naar": rij.naar,
            "locatie": rij.locatie,
            "gewenst_op": rij.gewenst_op,
            "antwoord_voor": rij.antwoord_voor,
            "stand": rij.stand,
            "met_gezin": rij.gezin is not None,
            "stappen": [
                OverplaatsingsstapOut.model_validate(stap, from_attributes=True) for stap in rij.stappen.all()
            ],
        }
    )
