"""The gallery, the part chooser for a browser without script, and the pages for when something is wrong."""

import logging
import secrets
from collections.abc import Sequence
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.template import loader
from django.templatetags.static import static
from django.utils import translation
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.csrf import requires_csrf_token
from django.views.decorators.http import require_GET, require_safe

from verantwoord.web import galerij
from verantwoord.web.waarden import Conflictveld

logger = logging.getLogger(__name__)

# What the page asks a person, for the header that a program reads.
OVER_TWEE_MINUTEN = "120"


@login_not_required
@require_safe
def onderdelen(request: HttpRequest) -> HttpResponse:
    """Show every component once; the accessibility tests look here."""
    return render(request, "web/galerij.html", galerij.voorbeelden())


@login_not_required
@require_safe
def onderdelen_portaal(request: HttpRequest) -> HttpResponse:
    """Show the look of the person's portal, with ``?taal=ar`` from right to left."""
    taal = "ar" if request.GET.get("taal") == "ar" else "nl"
    with translation.override(taal):
        return render(request, "web/galerij_portaal.html", {"tekst": galerij.PORTAAL[taal]})


@login_not_required
@require_safe
def favicon(request: HttpRequest) -> HttpResponseBase:
    """Lead a program that asks for the old address of a site's mark to where it is."""
    del request
    return redirect(static("web/merk.svg"))


@login_not_required
@require_GET
def ga_naar(request: HttpRequest) -> HttpResponseBase:
    """Send a browser without script to the part that was chosen, if that is a page of this program."""
    target = request.GET.get("naar", "")
    own = url_has_allowed_host_and_scheme(
        target, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return redirect(target if own else "/")


def fout_400(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django calls it so
    """Answer a request that cannot be read."""
    return _page(request, 400)


@requires_csrf_token
def fout_403(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django calls it so
    """Answer a refusal; the same page whether something exists or not is the choice of who refuses."""
    return _page(request, 403)


def csrf_fout(request: HttpRequest, reason: str = "") -> HttpResponse:  # noqa: ARG001  Django calls it so
    """Answer a form that came back too late or from elsewhere (``CSRF_FAILURE_VIEW``)."""
    return _page(request, 403, "web/fouten/403_csrf.html")


@requires_csrf_token
def fout_404(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django calls it so
    """Answer for what is not there, or not there for this person: both look alike."""
    return _page(request, 404)


def fout_405(request: HttpRequest) -> HttpResponse:
    """Answer for an address that does something and shows nothing: nothing was done."""
    return _page(request, 405)


def fout_500(request: HttpRequest) -> HttpResponse:
    """Answer for our own fault, without touching the database or the session: those may be the cause."""
    reference = kenmerk_van(request)
    logger.error("answered 500, reference %s", reference)
    return HttpResponse(loader.render_to_string("web/fouten/500.html", {"kenmerk": reference}), status=500)


def fout_503(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:  # noqa: ARG001  Django calls it so
    """Answer while the program is being updated or the database cannot be reached."""
    response = HttpResponse(
        loader.render_to_string("web/fouten/503.html", {"kenmerk": kenmerk_van(request)}), status=503
    )
    response["Retry-After"] = OVER_TWEE_MINUTEN
    return response


def conflict(
    request: HttpRequest, *, door: str, om: str, velden: Sequence[Conflictveld], terug_url: str
) -> HttpResponse:
    """Answer a save that somebody else was ahead of: both texts side by side, nothing lost, and a form to merge.

    ``velden`` are the fields that differ, with the name they are posted under. Hidden values the form needs (the
    version it now builds on) are given as fields with ``verborgen``.
    """
    context = {
        "door": door,
        "om": om,
        "velden": velden,
        "terug_url": terug_url,
        "kenmerk": kenmerk_van(request),
    }
    return render(request, "web/fouten/409.html", context, status=409)


def kenmerk_van(request: HttpRequest) -> str:
    """Return the reference of this request, as the logs name it; one of its own when nobody set any."""
    known = getattr(request, "referentie", "")
    return str(known) or secrets.token_hex(4)


def _page(request: HttpRequest, status: int, template: str = "") -> HttpResponse:
    context: dict[str, Any] = {"kenmerk": kenmerk_van(request)}
    return render(request, template or f"web/fouten/{status}.html", context, status=status)
