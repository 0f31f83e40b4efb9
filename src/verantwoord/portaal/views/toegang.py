"""The quick way out of the portal, and in which language it speaks."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST, require_safe

from verantwoord.portaal.sessie import PAD, cookie, eindig, onthoud_taal, wis_cookie
from verantwoord.portaal.taal import TALEN, zet_taal
from verantwoord.portaal.verzoek import open_blad


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


@require_POST
@open_blad
def taal(request: HttpRequest) -> HttpResponse:
    """Go on in another language, on the page where one was."""
    terug = request.POST.get("terug", "")
    if not (terug.startswith(PAD) and url_has_allowed_host_and_scheme(terug, allowed_hosts=None)):
        terug = PAD
    response = redirect(terug)
    if (gekozen := request.POST.get("taal", "")) in TALEN:
        zet_taal(response, gekozen)
        onthoud_taal(cookie(request), gekozen)
    return response
