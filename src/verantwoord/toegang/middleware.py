"""The frame round every request: who acts, one transaction, and no look without a trace."""

import secrets
from collections.abc import Callable, Sequence
from typing import Any, Protocol
from uuid import UUID

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from verantwoord.gebeurtenis.spoor import huidig_spoor
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.nakijken.ruimte import is_ruimte_op, vraag_reden
from verantwoord.toegang.queries import medewerker_with_sleutel
from verantwoord.toegang.rechten import GeenToegang

GetResponse = Callable[[HttpRequest], HttpResponse]


class Zichtbaarheid(Protocol):
    """Answers for one kind of address parameter which dossier it stands for, if the viewer may see that."""

    def __call__(self, dossier_id: UUID, /, *, viewer: Medewerker) -> UUID | None: ...


class Weigering(Protocol):
    """Answers in words on a page about a dossier when the acting person may not do what was asked."""

    def __call__(self, request: Any, dossier_id: UUID, fout: GeenToegang, /) -> HttpResponse: ...


class Gezin(Protocol):
    """Answers whose dossiers go with this one, as far as the viewer works on them."""

    def __call__(self, dossier_id: UUID, /, *, viewer: Medewerker) -> Sequence[UUID]: ...


_zichtbaarheid: list[Zichtbaarheid] = []
_gezin: list[Gezin] = []
_weigering: list[Weigering] = []
# What opens while the password is still the one that somebody else gave.
MET_VOORLOPIG_WACHTWOORD = frozenset({"toegang:wachtwoord", "toegang:uitloggen", "set_language"})


def dossiers_worden_bewaakt_door(vraag: Zichtbaarheid, *, gezin: Gezin) -> None:
    """Let the room that owns dossiers say who may see one, and which go with it; said once, when the program starts."""
    _zichtbaarheid[:] = [vraag]
    _gezin[:] = [gezin]


def weigering_wordt_gezegd_door(antwoord: Weigering) -> None:
    """Let the room that owns dossiers say no in words, for a view that does not do so itself; said once."""
    _weigering[:] = [antwoord]


class SleutelMiddleware:
    """Let a program come in with ``Authorization: Bearer …`` instead of a session."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        soort, _, token = request.headers.get("Authorization", "").partition(" ")
        if soort.lower() == "bearer" and token:
            medewerker = medewerker_with_sleutel(token.strip())
            if medewerker is not None:
                request.user = medewerker
                # Only a program that said who it is can refer to what it was doing itself.
                huidig_spoor().partij = medewerker.organisatie
                request.met_sleutel = True  # type: ignore[attr-defined]
                # A token is no cookie: another site cannot make a browser send it along.
                request._dont_enforce_csrf_checks = True  # type: ignore[attr-defined]  # noqa: SLF001 - Django's own switch
        return self.get_response(request)


class Werkcontext:
    """Record the look, then run the view in one transaction in which the database knows who acts.

    Every address with ``dossier_id`` in it passes here, so a page that shows a dossier cannot forget to leave a
    trace, and a dossier that is not yours looks exactly like one that does not exist.
    """

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        request.referentie = secrets.token_hex(8)  # type: ignore[attr-defined]
        response = self.get_response(request)
        response.headers.setdefault("X-Referentie", request.referentie)  # type: ignore[attr-defined]
        if getattr(request.user, "is_authenticated", False):
            response.headers.setdefault("Cache-Control", "no-store")
        return response

    def process_view(
        self,
        request: HttpRequest,
        view: Callable[..., HttpResponse],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> HttpResponse | None:
        referentie: str = request.referentie  # type: ignore[attr-defined]
        if _kiest_eerst_wachtwoord(request):
            return redirect("toegang:wachtwoord")
        # Without a look there is no bon: what shows nothing works on the dossiers that are one's own.
        toont = not getattr(view, "toont_niets", False)
        if "dossier_id" in kwargs:
            if not self._record_look(
                request, kwargs["dossier_id"], referentie, toont=toont, met_gezin=hasattr(view, "met_gezin")
            ):
                return vraag_reden(request)
        elif getattr(view, "eigen_transacties", False):
            # A list of people commits its own looks before it shows them, which one transaction cannot.
            return None
        try:
            return self._in_een_transactie(request, lambda: view(request, *args, **kwargs), lijst=not toont)
        except GeenToegang as fout:
            if "dossier_id" not in kwargs or not _weigering:
                raise
            # What the view did is undone; the answer is made in a transaction of its own.
            geweigerd = fout
        return self._in_een_transactie(
            request, lambda: _weigering[0](request, kwargs["dossier_id"], geweigerd)
        )

    def _in_een_transactie(
        self, request: HttpRequest, doe: Callable[[], HttpResponse], *, lijst: bool = False
    ) -> HttpResponse:
        referentie: str = request.referentie  # type: ignore[attr-defined]
        wie = request.user if isinstance(request.user, Medewerker) else None
        with transactie_van(wie, verzoek=referentie, lijst=lijst):
            response = doe()
            render = getattr(response, "render", None)
            if callable(render) and not getattr(response, "is_rendered", True):
                # A page is made inside the transaction: after it the database no longer knows who asks.
                response = render()
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response

    def _record_look(
        self, request: HttpRequest, dossier_id: UUID, referentie: str, *, toont: bool, met_gezin: bool
    ) -> bool:
        """Keep the look, at relatives too where the view says so; false, and nothing kept, when so many dossiers were opened that a reason is asked first."""
        viewer = request.user
        if not isinstance(viewer, Medewerker):
            # Nobody is logged in: the view itself refuses, and a page that forgot to ask shows nothing.
            raise Http404
        route = request.resolver_match.view_name if request.resolver_match else ""
        with transactie_van(viewer, verzoek=referentie):
            gevonden = _zichtbaarheid[0](dossier_id, viewer=viewer)
            if gevonden is not None and toont and is_ruimte_op(gevonden, request=request, viewer=viewer):
                return False
            # Keeping a draft shows nothing, every few seconds; that somebody tried it on another's dossier is kept.
            if toont or gevonden is None:
                record_inzage(
                    viewer=viewer,
                    dossiers=[
                        dossier_id,
                        *(_gezin[0](gevonden, viewer=viewer) if met_gezin and gevonden else ()),
                    ],
                    onderdeel=route,
                    doel="behandeling",
                    verzoek=referentie,
                    toegestaan=gevonden is not None,
                    bon=gevonden is not None,
                )
        if gevonden is None:
            raise Http404
        return True


def _kiest_eerst_wachtwoord(request: HttpRequest) -> bool:
    """Tell whether this person must first choose a password that nobody else knows; a token knows none."""
    if not getattr(request.user, "wachtwoord_voorlopig", False) or getattr(request, "met_sleutel", False):
        return False
    route = request.resolver_match.view_name if request.resolver_match else ""
    return route not in MET_VOORLOPIG_WACHTWOORD
