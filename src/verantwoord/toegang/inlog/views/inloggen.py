"""The way in with a local account: a password, and then a second proof that only its owner has."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib.auth import logout
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from verantwoord.toegang.forms import InlogForm
from verantwoord.toegang.inlog import aanmelden, actions, oidc, passkeys, queries, remming, totp
from verantwoord.toegang.inlog.controle import AANMELDING
from verantwoord.toegang.inlog.forms import AntwoordForm, CodeForm
from verantwoord.toegang.inlog.views import kader
from verantwoord.toegang.models import Medewerker


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@kader.in_stappen
def inloggen(request: HttpRequest) -> HttpResponse:
    """The log-in page; the same sentence, after the same work, for a wrong name and a wrong password."""
    naar = kader.veilig(request, request.POST.get("next") or request.GET.get("next"))
    if request.user.is_authenticated:
        return redirect(naar or settings.LOGIN_REDIRECT_URL)
    if request.method != "POST" or settings.ALLEEN_OIDC:
        return _toon(request, InlogForm(request), naar, status=405 if request.method == "POST" else 200)
    nu = timezone.now()
    wie = request.POST.get("username", "")[:150]
    poging = kader.probeer(request, soort="wachtwoord", wie=wie, naam=wie, nu=nu)
    if poging.wachten:
        form = InlogForm(request, initial={"username": wie})
        return _toon(request, form, naar, status=429, poging=poging)
    form = InlogForm(request, data=request.POST)
    if not form.is_valid():
        return _toon(request, form, naar, status=422)
    remming.gelukt(poging, nu=nu)
    return _na_wachtwoord(request, form.get_user(), naar)


def _na_wachtwoord(request: HttpRequest, medewerker: Medewerker, naar: str) -> HttpResponse:
    with kader.handeling(request, medewerker):
        heeft_stap = bool(queries.factoren_of(viewer=medewerker))
        if aanmelden.is_demo_inlog(medewerker) and not heeft_stap:
            return kader.binnen(
                request,
                medewerker,
                manier=aanmelden.MET_WACHTWOORD_ALLEEN,
                naar=naar or settings.LOGIN_REDIRECT_URL,
            )
    aanmelden.houd_vast(request, medewerker, naar=naar)
    return redirect("toegang:tweede_stap" if heeft_stap else "toegang:instellen")


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@kader.in_stappen
def tweede_stap(request: HttpRequest) -> HttpResponse:
    """Prove it a second time: a code of the app, a code on paper, or a passkey."""
    medewerker = aanmelden.halverwege(request)
    if medewerker is None:
        return kader.opnieuw(request)
    naar = aanmelden.bestemming(request)
    return bewijs(
        request,
        medewerker,
        "toegang/tweede_stap.html",
        lambda manier: kader.binnen(request, medewerker, manier=manier, naar=naar),
    )


def bewijs(
    request: HttpRequest, medewerker: Medewerker, sjabloon: str, verder: Any, **context: Any
) -> HttpResponse:
    """Ask for a second proof of this person and go on with ``verder(manier)`` when it is given."""
    if request.method != "POST":
        return _vraag(request, medewerker, sjabloon, CodeForm(), status=200, context=context)
    nu = timezone.now()
    poging = kader.probeer(
        request, soort="tweede-stap", wie=str(medewerker.pk), naam=medewerker.gebruikersnaam, nu=nu
    )
    form: CodeForm | AntwoordForm = (
        AntwoordForm(request.POST) if "antwoord" in request.POST else CodeForm(request.POST)
    )
    if poging.wachten:
        form.full_clean()
        form.add_error(None, kader.te_vroeg(poging))
        return _vraag(
            request, medewerker, sjabloon, form, status=429, context=context, wachten=poging.wachten
        )
    if form.is_valid():
        with kader.handeling(request, medewerker):
            manier = _gebruik(request, medewerker, form, nu)
        if manier:
            remming.gelukt(poging, nu=nu)
            with kader.handeling(request, medewerker):
                return verder(manier)
        form.add_error(*_wat_is_er(form))
    return _vraag(request, medewerker, sjabloon, form, status=422, context=context)


def _gebruik(
    request: HttpRequest, medewerker: Medewerker, form: CodeForm | AntwoordForm, nu: datetime
) -> str:
    if isinstance(form, AntwoordForm):
        antwoord = form.cleaned_data["antwoord"]
        return "passkey" if passkeys.gebruik(request, medewerker, antwoord, nu=nu) else ""
    code = form.cleaned_data["code"]
    if totp.gebruik_code(medewerker, code, nu=nu):
        return "app"
    return "herstelcode" if totp.gebruik_herstelcode(medewerker, code, nu=nu) else ""


def _wat_is_er(form: CodeForm | AntwoordForm) -> tuple[str | None, str]:
    if isinstance(form, AntwoordForm):
        return None, _("De passkey is niet herkend. Probeer het opnieuw of kies een andere manier.")
    return "code", _("Deze code klopt niet of is al gebruikt. Wacht op de volgende code van uw app.")


def _vraag(
    request: HttpRequest,
    medewerker: Medewerker,
    sjabloon: str,
    form: CodeForm | AntwoordForm,
    *,
    status: int,
    context: dict[str, Any],
    wachten: int = 0,
) -> HttpResponse:
    with kader.handeling(request, medewerker):
        soorten = {factor.soort for factor in queries.factoren_of(viewer=medewerker)}
        passkey = passkeys.vraag(request, medewerker) if "passkey" in soorten else None
    response = render(
        request,
        sjabloon,
        {
            "form": form if isinstance(form, CodeForm) else CodeForm(),
            "fouten": form,
            "antwoord": AntwoordForm(),
            "met_app": "app" in soorten,
            "passkey": passkey,
            **context,
        },
        status=status,
    )
    if wachten:
        response["Retry-After"] = str(wachten)
    return response


@require_POST
@login_not_required
def uitloggen(request: HttpRequest) -> HttpResponse:
    """End this session here, and forget what was kept to ask the organisation about it."""
    aanmelding = request.session.get(AANMELDING)
    if aanmelding and isinstance(request.user, Medewerker):
        actions.end_aanmelding(door=request.user, aanmelding_id=aanmelding)
    logout(request)
    response = redirect(settings.LOGOUT_REDIRECT_URL)
    # Nothing that was shown stays behind on a shared computer.
    response["Clear-Site-Data"] = '"storage"'
    return response


def _toon(
    request: HttpRequest, form: InlogForm, naar: str, *, status: int, poging: remming.Poging | None = None
) -> HttpResponse:
    context = {
        "form": form,
        "next": naar,
        "organisatie": oidc.instelling(),
        "organisatie_url": _organisatie_url(naar),
        "alleen_organisatie": settings.ALLEEN_OIDC,
        "demo": settings.DEMO,
        "te_vroeg": kader.te_vroeg(poging) if poging else "",
    }
    response = render(request, "toegang/inloggen.html", context, status=status)
    if poging:
        response["Retry-After"] = str(poging.wachten)
    return response


def _organisatie_url(naar: str) -> str:
    vraag = f"?{urlencode({'next': naar})}" if naar else ""
    return reverse("toegang:naar_organisatie") + vraag
