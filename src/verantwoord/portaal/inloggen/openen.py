"""Opening the portal with the code of the letter, and choosing how to log in from then on."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from verantwoord.dossier.models import Activering, Portaalaccount, Portaalfactor
from verantwoord.portaal.inloggen import acties, bewijs, kader, passkeys, stap
from verantwoord.portaal.inloggen.forms import ActiveerForm, AntwoordForm, AppForm
from verantwoord.portaal.taal import zin
from verantwoord.portaal.verzoek import open_blad
from verantwoord.toegang.inlog.apparaat import apparaatnaam
from verantwoord.toegang.inlog.passkeys import PasskeyGeweigerd
from verantwoord.toegang.inlog.remming import adres_van, gelukt
from verantwoord.toegang.inlog.totp import nieuw_geheim

_METHODEN = ["GET", "HEAD", "POST"]


@sensitive_post_parameters()
@require_http_methods(_METHODEN)
@open_blad
@kader.in_stappen
def activeren(request: HttpRequest) -> HttpResponse:
    """Ask for the code. Why one opens nothing is not said: it would tell which codes there are."""
    form = ActiveerForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _vraag_code(request, form)
    nu = timezone.now()
    # Who it is of is not known: whoever guesses is slowed down by the place where that is done.
    poging = kader.probeer(request, soort="activeren", wie=adres_van(request))
    if poging.wachten:
        form.add_error(None, kader.te_vroeg(poging))
        response = _vraag_code(request, form, status=429)
        response["Retry-After"] = str(poging.wachten)
        return response
    with kader.handeling(request):
        rij = acties.activering_van(form.cleaned_data["code"], nu=nu)
    if rij is None:
        form.add_error(
            "code",
            zin(
                "Deze code opent niets. Kijk hem na in uw brief. Lukt het niet, vraag uw contactpersoon om een nieuwe."
            ),
        )
        return _vraag_code(request, form)
    gelukt(poging, nu=nu)
    response = redirect("portaal:activeren_kies")
    stap.zet(response, activering=str(rij.pk))
    return response


@require_http_methods(_METHODEN)
@open_blad
@kader.in_stappen
def kies(request: HttpRequest) -> HttpResponse:
    """Choose with what to log in; codes on paper are made here at once."""
    rij = _activering(request)
    if rij is None:
        return redirect("portaal:activeren")
    if request.method != "POST":
        return render(request, "portaal/activeren_kies.html")
    factoren, codes = bewijs.nieuw_papier(rij.account)
    return _klaar(
        request,
        rij,
        factoren,
        lambda _naar: render(
            request,
            "portaal/papiercodes.html",
            {"codes": codes, "nummer": rij.account.nummer, "verder": reverse("portaal:begin")},
        ),
    )


@sensitive_post_parameters()
@require_http_methods(_METHODEN)
@open_blad
@kader.in_stappen
def app(request: HttpRequest) -> HttpResponse:
    """Let an app take the key, and show that it did by one right code."""
    rij = _activering(request)
    if rij is None:
        return redirect("portaal:activeren")
    form = AppForm(request.POST if request.method == "POST" else None)
    geheim = stap.lees(request).get("geheim", "")
    if geheim and form.is_valid():
        factor = bewijs.nieuwe_app(rij.account, geheim, form.cleaned_data["code"], nu=timezone.now())
        if factor is not None:
            return _klaar(request, rij, [factor])
        form.add_error("code", _code_klopt_niet())
    return toon_app(
        request, form, rij.account, geheim or nieuw_geheim(), "portaal:activeren_kies", activering=str(rij.pk)
    )


@require_http_methods(_METHODEN)
@open_blad
@kader.in_stappen
def passkey(request: HttpRequest) -> HttpResponse:
    """Let the telephone make a passkey."""
    rij = _activering(request)
    if rij is None:
        return redirect("portaal:activeren")
    form = AntwoordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        factor = lees_passkey(request, rij.account, form)
        if factor is not None:
            return _klaar(request, rij, [factor])
    return toon_passkey(request, form, rij.account, "portaal:activeren_kies", activering=str(rij.pk))


def toon_app(
    request: HttpRequest, form: AppForm, account: Portaalaccount, geheim: str, terug: str, **onthoud: str
) -> HttpResponse:
    """The page on which an app takes the key; the key is remembered unreadably until a code comes."""
    adres = bewijs.adres_voor_app(geheim, account)
    context = {
        "form": form,
        "adres": adres,
        "qr": bewijs.qr(adres),
        "geheim": " ".join(geheim[i : i + 4] for i in range(0, len(geheim), 4)),
        "terug": reverse(terug),
        "nummer": account.nummer,
    }
    response = render(request, "portaal/app.html", context, status=422 if form.errors else 200)
    stap.zet(response, geheim=geheim, **onthoud)
    return response


def toon_passkey(
    request: HttpRequest, form: AntwoordForm, account: Portaalaccount, terug: str, **onthoud: str
) -> HttpResponse:
    """The page on which the telephone makes a passkey."""
    with kader.handeling(request):
        opties, stand = passkeys.vraag_nieuwe(request, account)
    context = {"form": form, "passkey": opties, "terug": reverse(terug)}
    response = render(request, "portaal/passkey.html", context, status=422 if form.errors else 200)
    stap.zet(response, passkey=stand, **onthoud)
    return response


def lees_passkey(request: HttpRequest, account: Portaalaccount, form: AntwoordForm) -> Portaalfactor | None:
    """The passkey that was made, or nothing with the reason on the form."""
    try:
        return passkeys.nieuwe(
            request,
            account,
            form.cleaned_data["antwoord"],
            stand=stap.lees(request).get("passkey", {}),
            naam=apparaatnaam(request),
        )
    except PasskeyGeweigerd:
        form.add_error(
            None, zin("Er is geen passkey gemaakt. Probeer het opnieuw, of kies een andere manier.")
        )
        return None


def _code_klopt_niet() -> str:
    return zin("Deze code klopt niet. Kijk of de tijd op uw telefoon goed staat en neem de nieuwste code.")


def _activering(request: HttpRequest) -> Activering | None:
    """The letter whose code was just given, if it still opens something."""
    pk = stap.lees(request).get("activering")
    if not pk:
        return None
    with kader.handeling(request):
        return acties.activering_met(pk, nu=timezone.now())


def _klaar(
    request: HttpRequest, rij: Activering, factoren: Sequence[Portaalfactor], antwoord: object = redirect
) -> HttpResponse:
    try:
        with kader.handeling(request):
            account = acties.activate(rij.pk, factoren, nu=timezone.now())
    except acties.OpentNiets:
        return redirect("portaal:activeren")
    return kader.binnen(request, account, antwoord=antwoord)  # type: ignore[arg-type]


def _vraag_code(request: HttpRequest, form: ActiveerForm, *, status: int = 0) -> HttpResponse:
    return render(
        request, "portaal/activeren.html", {"form": form}, status=status or (422 if form.errors else 200)
    )
