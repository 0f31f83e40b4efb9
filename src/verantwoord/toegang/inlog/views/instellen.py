"""Setting up a second proof: once half-way in, when there is none yet, and afterwards from one's own page."""

from typing import Final

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.inlog import aanmelden, actions, passkeys, queries, totp
from verantwoord.toegang.inlog.forms import AppForm, PasskeyForm
from verantwoord.toegang.inlog.geheimen import ontsleutel, versleutel
from verantwoord.toegang.inlog.views import kader
from verantwoord.toegang.models import Medewerker

_NIEUW: Final = "app_nieuw"


@never_cache
@require_safe
@login_not_required
@kader.in_stappen
def instellen(request: HttpRequest) -> HttpResponse:
    """Choose which second proof to set up; without one nobody comes in."""
    wie = _wie(request)
    if isinstance(wie, HttpResponse):
        return wie
    return render(request, "toegang/instellen.html", {"naar_app": reverse("toegang:app")})


@sensitive_post_parameters()
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@kader.in_stappen
def app(request: HttpRequest) -> HttpResponse:
    """Let an app read the picture, and show that it did by one right code."""
    wie = _wie(request)
    if isinstance(wie, HttpResponse):
        return wie
    form = AppForm(request.POST if request.method == "POST" else None)
    bewaard = request.session.get(_NIEUW)
    geheim = str(ontsleutel(bewaard)) if bewaard else totp.nieuw_geheim()
    if bewaard and form.is_valid():
        try:
            with kader.handeling(request, wie):
                codes = actions.add_app(
                    door=wie, geheim=geheim, code=form.cleaned_data["code"], nu=timezone.now()
                )
        except DomeinFout as fout:
            form.add_error("code", fout.melding)
        else:
            del request.session[_NIEUW]
            return _klaar(request, wie, codes, "app")
    request.session[_NIEUW] = versleutel(geheim)
    context = {"form": form, "qr": totp.qr(geheim, wie), "geheim": _in_vieren(geheim)}
    return render(request, "toegang/app.html", context, status=422 if form.errors else 200)


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@login_not_required
@kader.in_stappen
def passkey(request: HttpRequest) -> HttpResponse:
    """Let the browser make a passkey for this account."""
    wie = _wie(request)
    if isinstance(wie, HttpResponse):
        return wie
    form = PasskeyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            sleutel = passkeys.nieuwe(request, form.cleaned_data["antwoord"])
            with kader.handeling(request, wie):
                codes = actions.add_passkey(door=wie, naam=form.cleaned_data["naam"], sleutel=sleutel)
        except passkeys.PasskeyGeweigerd:
            form.add_error(None, _("Er is geen passkey gemaakt. Probeer het opnieuw of kies de app."))
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            return _klaar(request, wie, codes, "passkey")
    with kader.handeling(request, wie):
        opties = passkeys.vraag_nieuwe(request, wie)
    context = {"form": form, "passkey": opties, "terug": _terug(request)}
    return render(request, "toegang/passkey.html", context, status=422 if form.errors else 200)


def _wie(request: HttpRequest) -> Medewerker | HttpResponse:
    """Whose proof it will be, or where to go first.

    Half-way in only somebody without any: with a password alone nobody adds a proof to an account that has one.
    """
    if isinstance(request.user, Medewerker):
        if not request.user.has_usable_password():
            return redirect("toegang:beveiliging")
        if not aanmelden.pas_bewezen(request):
            return redirect(f"{reverse('toegang:bevestigen')}?next={request.path}")
        return request.user
    medewerker = aanmelden.halverwege(request)
    if medewerker is None:
        return kader.opnieuw(request)
    with kader.handeling(request, medewerker):
        heeft_stap = bool(queries.factoren_of(viewer=medewerker))
    return redirect("toegang:tweede_stap") if heeft_stap else medewerker


def _klaar(request: HttpRequest, medewerker: Medewerker, codes: list[str], manier: str) -> HttpResponse:
    """Show the codes on paper once, and let in who was half-way."""
    naar = reverse("toegang:beveiliging")
    if request.user.is_authenticated:
        aanmelden.bewijs_opnieuw(request)
        messages.success(request, _("De tweede stap is toegevoegd."))
        if not codes:
            return redirect(naar)
        return render(request, "toegang/herstelcodes.html", {"codes": codes, "verder": naar})
    naar = aanmelden.bestemming(request)
    with kader.handeling(request, medewerker):
        response = kader.binnen(request, medewerker, manier=manier, naar=naar)
    pagina = render(request, "toegang/herstelcodes.html", {"codes": codes, "verder": naar})
    pagina.cookies.update(response.cookies)
    return pagina


def _terug(request: HttpRequest) -> str:
    return reverse("toegang:beveiliging" if request.user.is_authenticated else "toegang:instellen")


def _in_vieren(geheim: str) -> str:
    return " ".join(geheim[i : i + 4] for i in range(0, len(geheim), 4))
