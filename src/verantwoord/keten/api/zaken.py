"""What a partner reads: its own cases by answers, one case, what waits to be confirmed, and how an answer changed."""

from typing import Annotated, Any
from uuid import UUID

from ninja import Query, Router

from verantwoord.dossier.actions import confirm_ontvangst
from verantwoord.dossier.antwoorden import Gegeven, geschiedenis_of, onbevestigd_bij
from verantwoord.keten.api.vormen import (
    VORMEN,
    AntwoordlijstOut,
    AntwoordregelOut,
    Antwoordsoort,
    BetwistOut,
    OntvangstIn,
    OntvangstOut,
    ZaaklijstOut,
    ZaaklijstZonderVervolgOut,
    ZaakOut,
    ZoekvraagIn,
)
from verantwoord.keten.api.wie import partner
from verantwoord.keten.partner.queries import Pagina, Zaak, als_tekst, pagina_of, uit_tekst, zaak_of, zoek
from verantwoord.toegang.inzage import kijk
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest

router = Router(tags=["zaken"], by_alias=True, exclude_unset=True)
PER_PAGINA = 50
# Paths whose views commit the looks before they answer; see Werkcontext.
EIGEN_TRANSACTIES = frozenset({"zaken", "zoekvragen", "antwoorden"})
_OPDRACHTEN = "opdrachten"


@router.get(
    "/zaken", response=ZaaklijstOut, operation_id="list_zaken", summary="De zaken waarin u een taak heeft"
)
def list_zaken(
    request: StaffRequest, na: Annotated[str | None, Query(max_length=100)] = None
) -> ZaaklijstOut:
    """Vijftig per keer, op de datum die voor uw organisatie telt en daarna op binnenkomst."""
    viewer = partner(request)
    plek = uit_tekst(na) if na else None
    pagina: Pagina = kijk(
        request,
        lambda: pagina_of(viewer=viewer, na=plek, aantal=PER_PAGINA),
        lambda gevonden: [zaak.dossier_id for zaak in gevonden.zaken],
        doel="werklijst",
    )
    volgende = als_tekst(pagina.volgende) if pagina.volgende else None
    return ZaaklijstOut(resultaten=list(map(zaak_uit, pagina.zaken)), volgende=volgende)


@router.post(
    "/zoekvragen",
    response=ZaaklijstZonderVervolgOut,
    operation_id="search_zaken",
    summary="Zoek in uw zaken op naam of v-nummer",
)
def search_zaken(request: StaffRequest, vraag: ZoekvraagIn) -> ZaaklijstZonderVervolgOut:
    """Hooguit vijftig zaken; alleen zaken waarin u een taak heeft."""
    viewer = partner(request)
    zaken = kijk(
        request,
        lambda: zoek(vraag.vraag, viewer=viewer),
        lambda gevonden: [zaak.dossier_id for zaak in gevonden],
        doel="zoeken",
    )
    return ZaaklijstZonderVervolgOut(resultaten=list(map(zaak_uit, zaken)))


@router.get(
    "/zaken/{uuid:dossier_id}",
    response=ZaakOut,
    operation_id="get_zaak",
    summary="De antwoorden over een zaak",
)
def get_zaak(request: StaffRequest, dossier_id: UUID) -> ZaakOut:
    """Alleen wat uw organisatie voor haar taak nodig heeft; documenten staan hier nooit."""
    return zaak_uit(zaak_of(dossier_id, viewer=partner(request)))


@router.get(
    "/zaken/{uuid:dossier_id}/antwoorden",
    response=AntwoordlijstOut,
    operation_id="list_antwoorden_van_zaak",
    summary="Hoe een antwoord veranderde",
)
def list_antwoorden_van_zaak(
    request: StaffRequest, dossier_id: UUID, soort: Antwoordsoort = "opvangrecht"
) -> AntwoordlijstOut:
    """Alle antwoorden van één soort, het nieuwste eerst; een verbeterde datum noemt het antwoord dat niet klopte."""
    viewer = partner(request)
    in_tabel = f"{_OPDRACHTEN}_{viewer.organisatie}" if soort == _OPDRACHTEN else soort
    gegevens = geschiedenis_of(dossier_id, in_tabel, viewer=viewer)
    return AntwoordlijstOut(resultaten=[_regel_uit(dossier_id, g) for g in gegevens], volgende=None)


@router.get(
    "/antwoorden",
    response=AntwoordlijstOut,
    operation_id="list_antwoorden",
    summary="Antwoorden waarvan u de ontvangst nog niet heeft bevestigd",
)
def list_antwoorden(
    request: StaffRequest,
    na: Annotated[int | None, Query(ge=0, le=2**63 - 1)] = None,
    soort: Antwoordsoort = "opvangrecht",
) -> AntwoordlijstOut:
    """Vijftig per keer, het oudste eerst, over al uw zaken. Bevestig ze met ontvangstbevestigingen."""
    viewer = partner(request)
    in_tabel = f"{_OPDRACHTEN}_{viewer.organisatie}" if soort == _OPDRACHTEN else soort
    regels = kijk(
        request,
        lambda: onbevestigd_bij(soort=in_tabel, viewer=viewer, na=na or 0, aantal=PER_PAGINA + 1),
        lambda gevonden: [dossier_id for dossier_id, _gegeven in gevonden[:PER_PAGINA]],
        doel="werklijst",
    )
    getoond = regels[:PER_PAGINA]
    volgende = getoond[-1][1].id if len(regels) > PER_PAGINA else None
    return AntwoordlijstOut(resultaten=[_regel_uit(*regel) for regel in getoond], volgende=volgende)


@router.post(
    "/ontvangstbevestigingen",
    response=OntvangstOut,
    operation_id="confirm_antwoorden",
    summary="Bevestig dat antwoorden zijn aangekomen",
)
def confirm_antwoorden(request: StaffRequest, ontvangst: OntvangstIn) -> OntvangstOut:
    """Nog eens bevestigen mag. Een nummer dat er niet is, of niet voor u, telt niet mee."""
    viewer = partner(request, Recht.ONTVANGST_BEVESTIGEN)
    return OntvangstOut(bevestigd=confirm_ontvangst(door=viewer, antwoorden=ontvangst.antwoord_ids))


def zaak_uit(zaak: Zaak) -> ZaakOut:
    """A case as it goes out: only the answers that are there, and in each only the fields that are this partner's."""
    antwoorden: dict[str, Any] = {
        _naam(soort): antwoord_uit(gegeven) for soort, gegeven in zaak.antwoorden.items()
    }
    if zaak.hulpvragen:
        antwoorden["hulpvragen"] = list(zaak.hulpvragen)
    if zaak.betwist:
        antwoorden["betwist"] = [
            BetwistOut(onderwerp=onderwerp, sinds=sinds) for onderwerp, sinds in zaak.betwist.items()
        ]
    return ZaakOut(dossier_id=zaak.dossier_id, **antwoorden)


def antwoord_uit(gegeven: Gegeven) -> Any:
    """An answer in the shape of its sort."""
    vorm = VORMEN[_naam(gegeven.soort)]
    return vorm(
        antwoord_id=gegeven.id,
        geldig_vanaf=gegeven.geldig_vanaf,
        vastgelegd_op=gegeven.vastgelegd_op,
        correctie_van=gegeven.correctie_van,
        **gegeven.inhoud,
    )


def _regel_uit(dossier_id: UUID, gegeven: Gegeven) -> AntwoordregelOut:
    return AntwoordregelOut(dossier_id=dossier_id, soort=_naam(gegeven.soort), antwoord=antwoord_uit(gegeven))


def _naam(soort: str) -> Any:
    """What a partner calls a sort: the tasks of each organisation are simply its tasks."""
    return _OPDRACHTEN if soort.startswith(f"{_OPDRACHTEN}_") else soort
