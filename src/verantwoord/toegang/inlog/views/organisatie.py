"""The way in by the log-in of the organisation."""

import logging
from typing import Final

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.inlog import aanmelden, oidc
from verantwoord.toegang.inlog.controle import bewaar_aanmelding
from verantwoord.toegang.inlog.rollen import account_of, end_sessies
from verantwoord.toegang.inlog.views import kader

logger = logging.getLogger(__name__)
_NAAR: Final = "organisatie_naar"


@never_cache
@require_safe
@login_not_required
@kader.in_stappen
def naar_organisatie(request: HttpRequest) -> HttpResponse:
    """Send somebody to the log-in of the organisation. A link and no form, so that no policy has to name that site."""
    if oidc.instelling() is None:
        raise Http404
    if request.user.is_authenticated:
        return redirect(settings.LOGIN_REDIRECT_URL)
    naar = kader.veilig(request, request.GET.get("next"))
    request.session.flush()
    request.session[_NAAR] = naar
    try:
        return oidc.begin(request, request.build_absolute_uri(reverse("toegang:van_organisatie")))
    except oidc.OidcOnbereikbaar:
        return _geweigerd(request, _onbereikbaar(), 503)
    except oidc.OidcGeweigerd as fout:
        return _fout(request, fout)


@never_cache
@require_safe
@login_not_required
@kader.in_stappen
def van_organisatie(request: HttpRequest) -> HttpResponse:
    """Take the answer of the organisation's log-in: check all of it, ask for a second proof in it, and let in."""
    hier = oidc.instelling()
    if hier is None:
        raise Http404
    naar = str(request.session.get(_NAAR) or settings.LOGIN_REDIRECT_URL)
    try:
        token, claims = oidc.voltooi(request)
    except oidc.OidcOnbereikbaar:
        return _geweigerd(request, _onbereikbaar(), 503)
    except oidc.OidcGeweigerd as fout:
        return _fout(request, fout)
    if not oidc.heeft_tweede_bewijs(claims):
        logger.warning("Refused at %s: no second factor in the claims.", request.referentie)  # type: ignore[attr-defined]
        return _geweigerd(
            request,
            _(
                "U logde bij uw organisatie in zonder tweede stap. Dit programma vraagt er wel een. Log daar opnieuw in "
                "met uw tweede stap, of vraag uw helpdesk om die aan te zetten."
            ),
            403,
        )
    try:
        with kader.handeling(request):
            medewerker = account_of(door=systeem(), uitgever=hier.uitgever, claims=claims)
            response = kader.binnen(request, medewerker, manier=aanmelden.VIA_ORGANISATIE, naar=naar)
            bewaar_aanmelding(request, medewerker, token, nu=timezone.now())
    except DomeinFout as fout:
        logger.warning("Refused at %s: %s.", request.referentie, type(fout).__name__)  # type: ignore[attr-defined]
        return _geweigerd(request, fout.melding, 403)
    return response


@csrf_exempt
@never_cache
@require_POST
@login_not_required
@kader.in_stappen
def afgemeld(request: HttpRequest) -> HttpResponse:
    """Hear from the provider itself that somebody's log-in ended there; the next request of theirs is refused.

    What it signed is the proof, so no form of ours and no session is asked. 400 when it does not hold, 503 when that
    cannot be found out now.
    """
    hier = oidc.instelling()
    if hier is None:
        raise Http404
    try:
        onderwerp = oidc.lees_afmelding(request.POST.get("logout_token", ""))
    except oidc.OidcOnbereikbaar:
        return HttpResponse(status=503)
    except oidc.OidcGeweigerd as fout:
        logger.warning("Refused at %s: %s", request.referentie, fout)  # type: ignore[attr-defined]
        return HttpResponse(status=400)
    with kader.handeling(request):
        end_sessies(door=systeem(), uitgever=hier.uitgever, onderwerp=onderwerp)
    return HttpResponse(status=204)


def _fout(request: HttpRequest, fout: Exception) -> HttpResponse:
    logger.warning("Refused at %s: %s", request.referentie, fout)  # type: ignore[attr-defined]
    return _geweigerd(
        request,
        _("Het antwoord van uw organisatie klopt niet of is te oud. Begin opnieuw met inloggen."),
        403,
    )


def _onbereikbaar() -> str:
    return _("De inlog van uw organisatie antwoordt niet. Probeer het over een paar minuten opnieuw.")


def _geweigerd(request: HttpRequest, reden: str, status: int) -> HttpResponse:
    request.session.flush()
    return render(request, "toegang/geweigerd.html", {"reden": reden}, status=status)
