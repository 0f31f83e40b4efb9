"""The API: one door for programs, with the errors of RFC 9457 and the rules of the NLGov API Design Rules."""

from collections.abc import Callable
from functools import wraps
from http import HTTPStatus
from typing import Any

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import URLPattern, URLResolver
from ninja import NinjaAPI
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.openapi.views import openapi_json

from verantwoord.bewaking import api as dossiers
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.kern.fouten import DomeinFout
from verantwoord.keten import api as keten
from verantwoord.project import fouten
from verantwoord.project.openapi import beschrijf
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.web.problemen import probleem

VERSIE = "1.0.0"


class Api(NinjaAPI):
    """Ninja, with the version of the API in every answer."""

    def create_response(self, request: HttpRequest, data: Any, **opties: Any) -> HttpResponse:
        antwoord = super().create_response(request, data, **opties)
        antwoord["API-Version"] = VERSIE
        return antwoord

    def get_openapi_schema(
        self, *, path_prefix: str | None = None, path_params: dict[str, Any] | None = None
    ) -> OpenAPISchema:
        basis = path_prefix or self.get_root_path(path_params or {})
        return beschrijf(super().get_openapi_schema(path_prefix=basis), basis=basis)


def ingelogd(request: HttpRequest) -> object | None:
    """Whoever came in with a token, or to read with a session; ``None`` is answered with 401.

    A browser sends its session along when another site makes it post; a token it never does.
    """
    mag = request.method in {"GET", "HEAD"} or getattr(request, "met_sleutel", False)
    return request.user if mag and request.user.is_authenticated else None


api = Api(
    title="verantwoord",
    version=VERSIE,
    description="Berichten aanleveren, antwoorden over uw zaken lezen en melden wat van u is. Wat u opvraagt, wordt vastgelegd.",
    auth=ingelogd,
    urls_namespace="api",
    docs_url=None,
    openapi_url="openapi.json",
)
for _router in (*keten.ROUTERS, dossiers.router):
    api.add_router("", _router)
EIGEN_TRANSACTIES = keten.EIGEN_TRANSACTIES | dossiers.EIGEN_TRANSACTIES


@api.exception_handler(AuthenticationError)
def niet_ingelogd(request: HttpRequest, _fout: AuthenticationError) -> HttpResponse:
    return probleem(
        request, HTTPStatus.UNAUTHORIZED, "Stuur een geldige sleutel mee: Authorization: Bearer …"
    )


@api.exception_handler(ValidationError)
def verkeerde_invoer(request: HttpRequest, fout: ValidationError) -> HttpResponse:
    plekken = ", ".join(sorted({".".join(str(deel) for deel in f["loc"]) for f in fout.errors}))
    return probleem(request, HTTPStatus.BAD_REQUEST, f"Dit klopt niet in uw verzoek: {plekken}.")


@api.exception_handler(HttpError)
def geweigerd(request: HttpRequest, fout: HttpError) -> HttpResponse:
    return probleem(request, HTTPStatus(fout.status_code), fout.message)


@api.exception_handler(Http404)
@api.exception_handler(ObjectDoesNotExist)
def niet_gevonden(request: HttpRequest, fout: Exception) -> HttpResponse:
    return fouten.fout_404(request, fout)


@api.exception_handler(DomeinFout)
def domeinfout(request: HttpRequest, fout: DomeinFout) -> HttpResponse:
    status = HTTPStatus.FORBIDDEN if isinstance(fout, GeenToegang) else HTTPStatus.CONFLICT
    normen = [b.norm for b in fout.bevindingen] if isinstance(fout, NormBlokkeert) else []
    return probleem(request, status, fout.melding, **({"normen": normen} if normen else {}))


def adressen() -> tuple[list[URLResolver | URLPattern], str, str]:
    """The API's own addresses; it answers 401 itself instead of sending a program to the log-in page."""
    patronen, app, ruimte = api.urls
    for patroon in patronen:
        if isinstance(patroon, URLPattern):
            patroon.callback = _met_versie(
                _voor_iedereen if patroon.name == "openapi-json" else patroon.callback
            )
            vars(patroon.callback).update(
                login_required=False, eigen_transacties=str(patroon.pattern) in EIGEN_TRANSACTIES
            )
    return patronen, app, ruimte


def _met_versie(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Name the version in every answer, and say as a problem document that a method is not there."""

    @wraps(view)
    def antwoord_op(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        antwoord = view(request, *args, **kwargs)
        if antwoord.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
            kan_wel = antwoord["Allow"]
            antwoord = probleem(
                request, HTTPStatus.METHOD_NOT_ALLOWED, f"Dit kan op dit adres niet; wel: {kan_wel}."
            )
            antwoord["Allow"] = kan_wel
        antwoord.headers.setdefault("API-Version", VERSIE)
        return antwoord

    return antwoord_op


def _voor_iedereen(request: HttpRequest, **_kwargs: Any) -> HttpResponse:
    """The description itself, which a page of anybody may read (NLGov: published with CORS)."""
    antwoord = openapi_json(request, api)
    antwoord["Access-Control-Allow-Origin"] = "*"
    return antwoord
