"""Logging in and out. The same sentence, after the same work, for a number that is nobody's and a code that is wrong."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from verantwoord.dossier.models import Portaalsessie
from verantwoord.dossier.portaal.codes import schoon
from verantwoord.portaal import kladblok
from verantwoord.portaal.inloggen import acties, kader, passkeys, stap
from verantwoord.portaal.inloggen.forms import AntwoordForm, InlogForm
from verantwoord.portaal.sessie import cookie, eindig, wis_cookie
from verantwoord.portaal.taal import zin
from verantwoord.portaal.verzoek import open_blad
from verantwoord.toegang.inlog.remming import Poging, gelukt
from verantwoord.web.formulier import Formulier


@sensitive_post_parameters()
@require_http_methods(["GET", "HEAD", "POST"])
@open_blad
@kader.in_stappen
def inloggen(request: HttpRequest) -> HttpResponse:
    """The way in: one touch with a passkey, or a number and a code."""
    if request.method != "POST":
        return _toon(request, InlogForm())
    if "antwoord" in request.POST:
        return _met_passkey(request)
    form = InlogForm(request.POST)
    if not form.is_valid():
        return _toon(request, form, status=422)
    nu, nummer = timezone.now(), schoon(form.cleaned_data["nummer"])
    poging = kader.probeer(request, soort="code", wie=nummer)
    if poging.wachten:
        return _te_vroeg(request, form, poging)
    with kader.handeling(request):
        account = acties.log_in(nummer, form.cleaned_data["code"], nu=nu)
    if account is None:
        form.add_error(
            None,
            zin(
                "Dit nummer en deze code horen niet bij elkaar, of de code is al gebruikt. Kijk ze na in uw brief."
            ),
        )
        return _toon(request, form, status=422)
    gelukt(poging, nu=nu)
    return kader.binnen(request, account, onderweg=request.POST.get("onderweg", ""))


def _met_passkey(request: HttpRequest) -> HttpResponse:
    form = AntwoordForm(request.POST)
    form.full_clean()
    antwoord, onthouden = form.cleaned_data.get("antwoord", ""), stap.lees(request)
    wie = passkeys.wie_zegt(antwoord)
    poging = kader.probeer(request, soort="passkey", wie=str(wie))
    if poging.wachten:
        return _te_vroeg(request, form, poging)
    with kader.handeling(request):
        account = acties.log_in_met_passkey(
            wie,
            lambda zelf: passkeys.gebruik(
                request,
                zelf,
                antwoord,
                stand=onthouden.get("passkey", {}),
                gevraagd_op=onthouden.get("op", 0),
            ),
            nu=timezone.now(),
        )
    if account is None:
        form.add_error(None, zin("De passkey is niet herkend. Probeer het opnieuw, of gebruik een code."))
        return _toon(request, form, status=422)
    gelukt(poging, nu=timezone.now())
    return kader.binnen(request, account, onderweg=request.POST.get("onderweg", ""))


def _te_vroeg(request: HttpRequest, form: Formulier, poging: Poging) -> HttpResponse:
    form.full_clean()
    form.add_error(None, kader.te_vroeg(poging))
    response = _toon(request, form, status=429)
    response["Retry-After"] = str(poging.wachten)
    return response


def vraag_opnieuw(request: HttpRequest, *, sessie: Portaalsessie | None) -> HttpResponse:
    """The way in for who was away too long while typing: what was typed goes along, unreadable, and is there again after."""
    return _toon(
        request,
        InlogForm(),
        status=403,
        onderweg=kladblok.geef_mee(request, sessie=sessie),
    )


def _toon(request: HttpRequest, form: Formulier, *, status: int = 200, onderweg: str = "") -> HttpResponse:
    opties, stand = passkeys.vraag(request)
    context = {
        "form": form if isinstance(form, InlogForm) else InlogForm(),
        "fouten": form,
        "antwoord": AntwoordForm(),
        "passkey": opties,
        "onderweg": onderweg or request.POST.get("onderweg", ""),
    }
    response = render(request, "portaal/inloggen.html", context, status=status)
    stap.zet(response, passkey=stand, naar=stap.lees(request).get("naar", ""))
    return response


@require_POST
@open_blad
def uitloggen(request: HttpRequest) -> HttpResponse:
    """End this stay here; nothing that was shown stays behind."""
    eindig(cookie(request))
    response = redirect("portaal:inloggen")
    wis_cookie(response)
    stap.wis(response)
    return response
