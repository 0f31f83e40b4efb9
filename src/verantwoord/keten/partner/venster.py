"""What each desk outside the staff reaches: its own addresses and no other. An address that is not named here is not there.

A partner, the Inspectie and the privacy officer never come on a page of the staff, and the staff never on theirs; not
there and not allowed look alike. A try about a dossier is kept.
"""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import KETENROLLEN, Rol

# For everybody who is logged in: the way in and out, what draws a page, what programs ask, one's own notifications, and
# the public rules about words.
_VOOR_IEDEREEN: Final = frozenset({"toegang", "web", "api", "meldingen", "woordregels"})
_BLADEN_VOOR_IEDEREEN: Final = frozenset(
    {
        "set_language",
        "gezondheid",
        "werkplek:toegankelijkheid",
        "werkplek:privacy",
        "werkplek:verwerkingen",
        "werkplek:algoritmen",
    }
)
_KETEN: Final = frozenset({"partner", "vragen", "overleg", "noodtoegang", "rapporten"})
# The rooms by whose names addresses begin, for each role that is not of the staff of the DT&V.
VENSTERS: Final[Mapping[str, frozenset[str]]] = {
    **dict.fromkeys(KETENROLLEN, _KETEN),
    # Who may be designated to impose detention reads and decides about what was laid before them alone.
    Rol.AVIM_TOEZICHT: _KETEN | {"bewaringsbesluit"},
    Rol.KMAR: _KETEN | {"bewaringsbesluit"},
    Rol.MEDISCH_BEVOEGD: frozenset({"partner", "vragen", "noodtoegang"}),
    Rol.INSPECTIE: frozenset(
        {"partner", "fg", "noodtoegang", "inzagelog", "inspectie", "leesdesk", "rapporten", "dialoog"}
    ),
    Rol.FG: frozenset({"fg", "noodtoegang", "partner", "rapporten"}),
}
# Of another room these pages alone: figures that were told and lead to nobody, not the measurement with its lists.
_LOSSE_BLADEN: Final[Mapping[str, frozenset[str]]] = {
    Rol.INSPECTIE: frozenset(
        {"kwaliteit:publicatie", "kwaliteit:bestand", "kwaliteit:spreiding", "kwaliteit:een_spreiding"}
    ),
}
# What only these roles have, and the staff does not.
_ALLEEN_KETEN: Final = frozenset({"partner", "vragen"})
BEGIN: Final = "werkplek:caseload"
GetResponse = Callable[[HttpRequest], HttpResponse]


def heeft_eigen_venster(rol: str) -> bool:
    """Whether somebody of this role works outside the pages of the staff."""
    return rol in VENSTERS


def is_te_zien(bladzij: str, *, rol: str) -> bool:
    """Whether an address, by its full name, is there for somebody of this role."""
    ruimte = bladzij.partition(":")[0] if ":" in bladzij else ""
    if ruimte in _VOOR_IEDEREEN or bladzij in _BLADEN_VOOR_IEDEREEN:
        return True
    if rol in VENSTERS:
        return ruimte in VENSTERS[rol] or bladzij in _LOSSE_BLADEN.get(rol, ())
    return ruimte not in _ALLEEN_KETEN


class Venster:
    """Let nobody on a page that is not of their desk, before anything is looked up."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        del view, args
        viewer = request.user
        bladzij = request.resolver_match.view_name if request.resolver_match else ""
        if not isinstance(viewer, Medewerker) or is_te_zien(bladzij, rol=viewer.rol):
            return None
        if bladzij == BEGIN and request.method in {"GET", "HEAD"}:
            return redirect("partner:begin")
        if "dossier_id" in kwargs:
            _keep_try(request, viewer, bladzij, kwargs)
        raise Http404


def _keep_try(request: HttpRequest, viewer: Medewerker, bladzij: str, kwargs: Mapping[str, Any]) -> None:
    referentie: str = getattr(request, "referentie", "")
    with transactie_van(viewer, verzoek=referentie):
        record_inzage(
            viewer=viewer,
            dossiers=[kwargs["dossier_id"]],
            onderdeel=bladzij,
            doel="behandeling",
            verzoek=referentie,
            toegestaan=False,
        )
