"""The frame round every request to the portal: whose stay it is, which dossier, and no look without a trace."""

from collections.abc import Callable
from typing import Any

from django.contrib.auth.models import AnonymousUser
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone, translation

from verantwoord.dossier.models import Portaalsessie
from verantwoord.portaal.inloggen import stap
from verantwoord.portaal.inloggen.binnenkomen import vraag_opnieuw
from verantwoord.portaal.queries import gekozen_dossier
from verantwoord.portaal.sessie import PAD, cookie, eerdere, lees, wis_cookie
from verantwoord.portaal.taal import taal_van
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.rechten import Wie


class Portaalwacht:
    """Keep the portal and the staff apart: on each other's addresses they are nobody.

    A page about a dossier runs as the account that came in, after the look was committed: the database itself then shows
    the rows of that one dossier and no other.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not request.path.startswith(PAD):
            return self.get_response(request)
        request.user = AnonymousUser()
        self._spreek(request)
        response = self.get_response(request)
        # Somebody else may hold this telephone in a minute: no page stays behind, and none says where it came from.
        response.headers["Cache-Control"] = "no-store"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    def process_view(
        self, request: Any, view: Callable[..., HttpResponse], args: tuple[Any, ...], kwargs: dict[str, Any]
    ) -> HttpResponse | None:
        voor_wie = getattr(view, "portaal", None)
        if not request.path.startswith(PAD):
            if voor_wie is not None:
                raise Http404
            return None
        if voor_wie is None:
            raise Http404

        def doe() -> HttpResponse:
            return view(request, *args, **kwargs)

        # Coming in counts every try, also one that is undone: such a view keeps its own steps.
        in_stappen = getattr(view, "eigen_transacties", False)
        if voor_wie == "open":
            return doe() if in_stappen else self._als(None, request, doe)
        with als_systeem():
            eerder = eerdere(cookie(request)) if request.method == "POST" else None
            sessie = lees(token) if (token := cookie(request)) else None
            dossier_id = (
                gekozen_dossier(sessie, viewer=sessie.account, op=timezone.localdate()) if sessie else None
            )
        if sessie is None:
            # What a page asks by itself is no reason to forget whose stay it was.
            return (
                HttpResponse(status=403) if hasattr(view, "uit_zichzelf") else self._buiten(request, eerder)
            )
        request.account, request.sessie = sessie.account, sessie
        self._spreek(request, account=sessie.account.taal)
        if voor_wie == "dossier":
            if dossier_id is None:
                return redirect("portaal:kiezen")
            request.dossier_id = dossier_id
            self._schrijf_inzage(request)
        return doe() if in_stappen else self._als(sessie.account, request, doe)

    def _buiten(self, request: Any, eerder: Portaalsessie | None) -> HttpResponse:
        """Ask to log in, and come back to the same page; what was typed when the stay ended comes along."""
        if request.method == "POST":
            response = vraag_opnieuw(request, sessie=eerder)
        else:
            response = redirect("portaal:inloggen")
            stap.zet(response, naar=request.path if request.path != PAD else "")
        wis_cookie(response)
        return response

    def _spreek(self, request: Any, *, account: str = "") -> None:
        """Go on in the language of who reads; the staff's switch says nothing here."""
        request.LANGUAGE_CODE = taal_van(request, account=account)
        translation.activate(request.LANGUAGE_CODE)

    def _schrijf_inzage(self, request: Any) -> None:
        with transactie_van(request.account, verzoek=request.referentie):
            record_inzage(
                viewer=request.account,
                dossiers=[request.dossier_id],
                onderdeel=request.resolver_match.view_name,
                doel="eigen dossier",
                verzoek=request.referentie,
                bon=True,
            )

    def _als(self, wie: Wie | None, request: Any, doe: Callable[[], HttpResponse]) -> HttpResponse:
        with transactie_van(wie, verzoek=request.referentie):
            response = doe()
            render = getattr(response, "render", None)
            if callable(render) and not getattr(response, "is_rendered", True):
                response = render()
            if response.status_code >= 500:
                transaction.set_rollback(True)
        return response
