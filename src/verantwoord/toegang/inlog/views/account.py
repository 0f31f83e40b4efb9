"""One's own page: with what one logs in, and where one is logged in."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.inlog import aanmelden, actions, queries
from verantwoord.toegang.inlog.sessies import NUMMER
from verantwoord.toegang.inlog.views import kader
from verantwoord.toegang.inlog.views.inloggen import bewijs
from verantwoord.toegang.verzoek import StaffRequest


@require_safe
def beveiliging(request: StaffRequest) -> HttpResponse:
    """With what this person logs in."""
    context = {
        "lokaal": kader.lokaal(request),
        "factoren": queries.factoren_of(viewer=request.user),
        "herstelcodes": queries.aantal_herstelcodes(viewer=request.user),
    }
    return render(request, "toegang/beveiliging.html", context)


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@kader.in_stappen
def bevestigen(request: StaffRequest) -> HttpResponse:
    """Prove again that it is really you, before the way in is changed."""
    naar = kader.veilig(request, request.GET.get("next")) or reverse("toegang:beveiliging")
    with kader.handeling(request, request.user):
        heeft_stap = bool(queries.factoren_of(viewer=request.user))
    if not heeft_stap:
        # Only a log-in of a demo has none, and then there is nothing to ask.
        aanmelden.bewijs_opnieuw(request)
        return redirect(naar)

    def verder(manier: str) -> HttpResponse:  # noqa: ARG001 - any proof will do
        aanmelden.bewijs_opnieuw(request)
        return redirect(naar)

    return bewijs(request, request.user, "toegang/tweede_stap.html", verder, bevestigen=True)


@never_cache
@require_POST
def herstelcodes(request: StaffRequest) -> HttpResponse:
    """New codes on paper, shown once."""
    if not aanmelden.pas_bewezen(request):
        return _bevestig_eerst()
    if not queries.factoren_of(viewer=request.user):
        return redirect("toegang:beveiliging")
    codes = actions.renew_herstelcodes(door=request.user)
    return render(
        request, "toegang/herstelcodes.html", {"codes": codes, "verder": reverse("toegang:beveiliging")}
    )


@require_safe
def ingelogd(request: StaffRequest) -> JsonResponse:
    """Who is logged in, and what a form of theirs must bring along; for a page that stood open for long, so no look."""
    return JsonResponse({"kenmerk": str(request.user.pk), "token": get_token(request)})


@require_POST
def factor_verwijderen(request: StaffRequest, factor_id: UUID) -> HttpResponse:
    """Let one proof open nothing any more."""
    if not aanmelden.pas_bewezen(request):
        return _bevestig_eerst()
    return _doe(
        request,
        lambda: actions.remove_factor(door=request.user, factor_id=factor_id),
        _("Verwijderd. Hiermee kan niemand meer inloggen."),
        "toegang:beveiliging",
    )


@require_safe
def sessies(request: StaffRequest) -> HttpResponse:
    """Where this person is logged in now."""
    context = {
        "sessies": list(queries.sessies_of(viewer=request.user)),
        "deze": request.session.get(NUMMER),
    }
    return render(request, "toegang/sessies.html", context)


@require_POST
def sessie_beeindigen(request: StaffRequest, nummer: UUID) -> HttpResponse:
    """End one of one's own sessions."""
    return _doe(
        request,
        lambda: actions.end_sessie(door=request.user, nummer=nummer),
        _("Die sessie is beëindigd. Het apparaat is uitgelogd."),
        "toegang:sessies",
    )


@require_POST
def andere_sessies_beeindigen(request: StaffRequest) -> HttpResponse:
    """End every session but this one."""
    actions.end_andere_sessies(door=request.user, behalve=request.session.session_key)
    messages.success(request, _("U bent nu alleen nog op dit apparaat ingelogd."))
    return redirect("toegang:sessies")


def _bevestig_eerst() -> HttpResponse:
    return redirect(f"{reverse('toegang:bevestigen')}?next={reverse('toegang:beveiliging')}")


def _doe(request: HttpRequest, doe: Callable[[], None], gelukt: str, terug: str) -> HttpResponse:
    try:
        doe()
    except DomeinFout as fout:
        messages.warning(request, fout.melding)
    else:
        messages.success(request, gelukt)
    return redirect(terug)
