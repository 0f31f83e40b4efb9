"""The way in and out of the portal, and its first page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from verantwoord.portaal.sessie import cookie, eindig, wis_cookie
from verantwoord.portaal.verzoek import PortaalRequest, blad, open_blad, zonder_dossier


@require_safe
@blad
def begin(request: PortaalRequest) -> HttpResponse:
    """Say where somebody is in the procedure, and what happens next."""
    return render(request, "portaal/begin.html", {"account": request.account})


@open_blad
def inloggen(request: HttpRequest) -> HttpResponse:
    """The way in."""
    return render(request, "portaal/inloggen.html")


@zonder_dossier
def kiezen(request: PortaalRequest) -> HttpResponse:
    """For whom do I look? For somebody with several mandates, or none that runs."""
    return render(request, "portaal/kiezen.html", {"account": request.account})


@require_safe
@open_blad
def weg(request: HttpRequest) -> HttpResponse:
    """Leave at once: the stay ends here, and the browser goes to a page that says nothing.

    A link and no form, so that it works at one touch; the cookie comes along from our own pages alone.
    """
    eindig(cookie(request))
    response = redirect("https://www.buienradar.nl/")
    wis_cookie(response)
    return response
