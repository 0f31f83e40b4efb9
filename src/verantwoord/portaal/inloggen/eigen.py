"""One's own way in: where one is in, with what one logs in, and what happened to it. And for whom one looks."""

from collections.abc import Callable
from functools import wraps

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from verantwoord.dossier.models import Portaalfactor
from verantwoord.portaal.inloggen import acties, bewijs, kader, stap, vragen
from verantwoord.portaal.inloggen.forms import AntwoordForm, AppForm, KiesForm, ManierForm, VerblijfForm
from verantwoord.portaal.inloggen.openen import lees_passkey, toon_app, toon_passkey
from verantwoord.portaal.queries import dossiers_van, is_afgeschermd
from verantwoord.portaal.queries.clienten import clienten_van
from verantwoord.portaal.sessie import PAD
from verantwoord.portaal.sessie import kies as kies_dossier
from verantwoord.portaal.taal import zin
from verantwoord.portaal.verzoek import PortaalRequest, zonder_dossier
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.inlog.totp import nieuw_geheim

View = Callable[[PortaalRequest], HttpResponse]
_METHODEN = ["GET", "HEAD", "POST"]


def niet_als_dicht(view: View) -> View:
    """Show nothing of the account either while the portal is closed for safety: who reads along learns nothing."""

    @wraps(view)
    def bewaakt(request: PortaalRequest) -> HttpResponse:
        with als_systeem():
            dicht = is_afgeschermd(viewer=request.account, op=timezone.localdate())
        return redirect("portaal:kiezen") if dicht else view(request)

    return bewaakt


def pas_bewezen(view: View) -> View:
    """Let somebody change how they log in only shortly after they did."""

    @wraps(view)
    def bewaakt(request: PortaalRequest) -> HttpResponse:
        if kader.is_vers(request.sessie):
            return view(request)
        return _toegang(
            request, fout=zin("Log eerst uit en weer in. Dan kunt u wijzigen hoe u inlogt."), status=403
        )

    return bewaakt


@require_http_methods(["GET", "HEAD"])
@zonder_dossier
@niet_als_dicht
def toegang(request: PortaalRequest) -> HttpResponse:
    """Say where somebody is in, with what they log in, and what happened to it."""
    return _toegang(request)


@require_POST
@zonder_dossier
@niet_als_dicht
def beeindig(request: PortaalRequest) -> HttpResponse:
    """End one stay elsewhere, or all of them."""
    if "alle" in request.POST:
        acties.end_andere_sessies(door=request.account, behalve=request.sessie.nummer)
        return redirect("portaal:sessies")
    form = VerblijfForm(request.POST)
    if not form.is_valid() or not acties.end_sessie(door=request.account, nummer=form.cleaned_data["nummer"]):
        # Of somebody else, or gone: both look alike.
        raise Http404
    return redirect("portaal:sessies")


@require_POST
@zonder_dossier
@niet_als_dicht
@pas_bewezen
def weghalen(request: PortaalRequest) -> HttpResponse:
    """Take one way of logging in away; the last one stays."""
    form = ManierForm(request.POST)
    if form.is_valid() and acties.remove_factor(
        door=request.account, soort=form.cleaned_data["soort"], factor_id=form.cleaned_data["pk"]
    ):
        return redirect("portaal:sessies")
    return _toegang(
        request,
        fout=zin("Dit kan niet weg. Het is uw enige manier om in te loggen, of het is er niet meer."),
        status=422,
    )


@sensitive_post_parameters()
@require_http_methods(_METHODEN)
@zonder_dossier
@niet_als_dicht
@pas_bewezen
def app_erbij(request: PortaalRequest) -> HttpResponse:
    """Take an app with codes into use, in place of an earlier one."""
    form = AppForm(request.POST if request.method == "POST" else None)
    geheim = stap.lees(request).get("geheim", "")
    if geheim and form.is_valid():
        factor = bewijs.nieuwe_app(request.account, geheim, form.cleaned_data["code"], nu=timezone.now())
        if factor is not None:
            return _erbij(request, [factor])
        form.add_error(
            "code",
            zin("Deze code klopt niet. Kijk of de tijd op uw telefoon goed staat en neem de nieuwste code."),
        )
    return toon_app(request, form, request.account, geheim or nieuw_geheim(), "portaal:sessies")


@require_http_methods(_METHODEN)
@zonder_dossier
@niet_als_dicht
@pas_bewezen
def passkey_erbij(request: PortaalRequest) -> HttpResponse:
    """Make a passkey on this telephone."""
    form = AntwoordForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        factor = lees_passkey(request, request.account, form)
        if factor is not None:
            return _erbij(request, [factor])
    return toon_passkey(request, form, request.account, "portaal:sessies")


@require_POST
@zonder_dossier
@niet_als_dicht
@pas_bewezen
def papier_erbij(request: PortaalRequest) -> HttpResponse:
    """Make ten codes for on paper, in place of the earlier ones, and show them once."""
    factoren, codes = bewijs.nieuw_papier(request.account)
    acties.add_factoren(door=request.account, factoren=factoren)
    context = {"codes": codes, "nummer": request.account.nummer, "verder": PAD + "toegang/"}
    return render(request, "portaal/papiercodes.html", context)


@require_http_methods(_METHODEN)
@zonder_dossier
@kader.in_stappen
def kiezen(request: PortaalRequest) -> HttpResponse:
    """For whom do I look? For somebody with several mandates, or with none that runs.

    The names are shown only after a look at each was kept, as in every list.
    """
    with als_systeem():
        dossiers = dossiers_van(viewer=request.account, op=timezone.localdate())
    if request.method == "POST":
        form = KiesForm(request.POST)
        if not form.is_valid() or form.cleaned_data["dossier"] not in dossiers:
            raise Http404
        with als_systeem():
            kies_dossier(request.sessie, form.cleaned_data["dossier"])
        return redirect("portaal:begin")
    with transactie_van(request.account, verzoek=request.referentie):
        record_inzage(
            viewer=request.account,
            dossiers=dossiers,
            onderdeel="portaal:kiezen",
            doel="keuze van cliënt",
            verzoek=request.referentie,
            bon=True,
        )
    with transactie_van(request.account, verzoek=request.referentie):
        clienten = clienten_van(dossiers, viewer=request.account)
    return render(request, "portaal/kiezen.html", {"clienten": clienten})


def _erbij(request: PortaalRequest, factoren: list[Portaalfactor]) -> HttpResponse:
    try:
        acties.add_factoren(door=request.account, factoren=factoren)
    except acties.ManierKanNiet:
        return _toegang(request, fout=zin("U heeft al tien passkeys. Haal er eerst een weg."), status=422)
    response = redirect("portaal:sessies")
    stap.wis(response)
    return response


def _toegang(request: PortaalRequest, *, fout: str = "", status: int = 200) -> HttpResponse:
    zelf = request.account
    manieren, berichten = vragen.manieren_van(viewer=zelf), vragen.berichten_van(viewer=zelf)
    context = {
        "fout": fout,
        "nummer": zelf.nummer,
        "manieren": manieren,
        "is_enige": len(manieren) == 1,
        "heeft_papier": any(manier.soort == Portaalfactor.Soort.PAPIER for manier in manieren),
        "verblijven": vragen.verblijven_van(viewer=zelf),
        "deze": request.sessie.nummer,
        "berichten": berichten,
    }
    response = render(request, "portaal/toegang.html", context, status=status)
    if request.method != "HEAD":
        acties.mark_gelezen(door=zelf, nu=timezone.now())
    return response
