"""What is answered when something is wrong: a page for a person, a problem document for a program."""

import sys
from collections.abc import Callable
from http import HTTPStatus

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse

from verantwoord.portaal.views import fouten as portaal
from verantwoord.web import views
from verantwoord.web.problemen import is_api, probleem


def fout_400(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_api(request):
        return probleem(request, HTTPStatus.BAD_REQUEST, "Dit verzoek is niet te lezen.")
    return portaal.fout(request, 400) if portaal.in_portaal(request) else views.fout_400(request, exception)


def fout_403(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_api(request):
        return probleem(request, HTTPStatus.FORBIDDEN, "Dit mag u niet doen of bekijken.")
    return portaal.fout(request, 403) if portaal.in_portaal(request) else views.fout_403(request, exception)


def csrf_fout(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Answer a form that came back too late or from elsewhere (``CSRF_FAILURE_VIEW``)."""
    return portaal.fout(request, 403) if portaal.in_portaal(request) else views.csrf_fout(request, reason)


def fout_404(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_api(request):
        return probleem(request, HTTPStatus.NOT_FOUND, "Dit is er niet, of niet voor u.")
    return portaal.fout(request, 404) if portaal.in_portaal(request) else views.fout_404(request, exception)


def fout_500(request: HttpRequest) -> HttpResponse:
    """Answer what nobody foresaw; that the database cannot be reached, is full or too busy passes by itself."""
    if isinstance(sys.exc_info()[1], (OperationalError, InterfaceError)):
        return fout_503(request)
    if is_api(request):
        detail = "Er is niets opgeslagen. Probeer het later opnieuw en noem de referentie."
        return probleem(request, HTTPStatus.INTERNAL_SERVER_ERROR, detail)
    return views.fout_500(request)


def fout_503(request: HttpRequest) -> HttpResponse:
    if not is_api(request):
        return views.fout_503(request)
    detail = "De databank antwoordt niet. Er is niets opgeslagen. Probeer het over twee minuten opnieuw."
    antwoord = probleem(request, HTTPStatus.SERVICE_UNAVAILABLE, detail)
    antwoord["Retry-After"] = views.OVER_TWEE_MINUTEN
    return antwoord


def knopadressen(
    get_response: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Answer who comes by a refresh, by going back or by logging in again on an address that belongs to a button.

    Middleware. Without it a browser shows a page of its own, which does not say that nothing was changed.
    """

    def antwoord(request: HttpRequest) -> HttpResponse:
        gegeven = get_response(request)
        kaal = gegeven.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not gegeven.content
        if not kaal or request.method != "GET" or is_api(request) or portaal.in_portaal(request):
            return gegeven
        bladzij = views.fout_405(request)
        bladzij["Allow"] = gegeven["Allow"]
        return bladzij

    return antwoord
