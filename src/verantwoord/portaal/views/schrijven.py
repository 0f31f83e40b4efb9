"""The pages on which the person says something. What was typed is kept until it was sent, whatever happens."""

from collections.abc import Callable
from random import SystemRandom
from typing import Any, Final
from uuid import UUID

from django import forms
from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from verantwoord.dossier.actions import contest_feit, withdraw_betwisting
from verantwoord.dossier.actions.stem import say, say_more
from verantwoord.dossier.keuzes import Stemsoort
from verantwoord.dossier.machtiging.toestemming import Keuzerecht, keuzerecht_van
from verantwoord.kern.fouten import DomeinFout
from verantwoord.ondersteuning.actions import (
    choose_verwijzing,
    express_wens,
    read_antwoord,
    withdraw_toestemming_verwijzing,
    withdraw_wens,
)
from verantwoord.portaal.forms import (
    AndereDagForm,
    BerichtForm,
    BetwistForm,
    KeuzeForm,
    NummerForm,
    RijForm,
    TestForm,
    VoorstelForm,
    WensForm,
)
from verantwoord.portaal.kladblok import bewaar, haal, vergeet
from verantwoord.portaal.queries.afspraken import afspraak_van
from verantwoord.portaal.queries.betwistingen import betwistingenblad_of
from verantwoord.portaal.queries.reis import reisblad_of
from verantwoord.portaal.queries.toestemming import toestemmingblad_of
from verantwoord.portaal.queries.verslagen import verslag_van
from verantwoord.portaal.queries.vragen import vragenblad_of
from verantwoord.portaal.queries.wensen import wensenblad_of
from verantwoord.portaal.taal import zin, zin_lui
from verantwoord.portaal.verzoek import PortaalRequest, blad
from verantwoord.portaal.views.kader import bladzijden_van
from verantwoord.toegang.rechten import Recht
from verantwoord.toetsing.route.eigen import choose_toestemming
from verantwoord.toezicht.actions import choose_reistest
from verantwoord.vertrekgesprek.actions import react

_METHODEN: Final = ["GET", "HEAD", "POST"]
_LOTING: Final = SystemRandom()
_GEKREGEN: Final = zin_lui("Wij hebben uw bericht gekregen. Hieronder staat wanneer u antwoord krijgt.")
_VERANDERD: Final = zin_lui("Dit lukt nu niet. Er is intussen iets veranderd. Kijk wat er nu staat.")
Doe = Callable[[dict[str, Any]], object]


def _formulier(
    request: PortaalRequest,
    klasse: type[forms.Form],
    sjabloon: str,
    inhoud: object,
    *,
    doe: Doe,
    naar: str,
    daarna: str = "",
) -> HttpResponse:
    """Show a page with its form, or do what was asked and go on to ``naar``; the typed words are kept until then.

    That it arrived is said on top of the next page, where the form is empty again; ``daarna`` says what follows.
    """
    form = (
        klasse(request.POST)
        if request.method == "POST"
        else klasse(initial=haal(request.account, request.path, dossier_id=request.dossier_id))
    )
    if request.method == "POST":
        if form.is_valid() and _gelukt(form, doe):
            vergeet(request.account, request.path, dossier_id=request.dossier_id)
            messages.success(request, daarna or str(_GEKREGEN))
            return redirect(naar)
        getypt = {naam: request.POST.get(naam, "") for naam in form.fields}
        bewaar(request.account, request.path, getypt, dossier_id=request.dossier_id)
    context = {"blad": inhoud, "form": form, "bladzijden": bladzijden_van(request)}
    return render(request, f"portaal/{sjabloon}.html", context, status=422 if form.errors else 200)


def _gelukt(form: forms.Form, doe: Doe) -> bool:
    try:
        doe(form.cleaned_data)
    except DomeinFout:
        form.add_error(None, str(_VERANDERD))
        return False
    return True


def _knop(request: PortaalRequest, klasse: type[forms.Form], *, doe: Doe, naar: str) -> HttpResponse:
    """Do what one button says about one's own row, and go back; what is gone or another's is not there."""
    form = klasse(request.POST)
    if not form.is_valid():
        raise Http404
    try:
        doe(form.cleaned_data)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    except DomeinFout:
        messages.warning(request, str(_VERANDERD))
    else:
        messages.success(request, zin("Wij hebben dit opgeschreven."))
    return redirect(naar)


@require_http_methods(_METHODEN)
@blad
def wensen(request: PortaalRequest) -> HttpResponse:
    """What do I want, and what became of it."""
    op = timezone.localdate()
    return _formulier(
        request,
        WensForm,
        "wensen",
        wensenblad_of(request.dossier_id, viewer=request.account, op=op),
        doe=lambda velden: express_wens(door=request.account, dossier_id=request.dossier_id, op=op, **velden),
        naar="portaal:wensen",
    )


@require_POST
@blad
def wens_intrekken(request: PortaalRequest) -> HttpResponse:
    """Take a wish back."""
    return _knop(
        request,
        RijForm,
        doe=lambda velden: withdraw_wens(
            door=request.account,
            dossier_id=request.dossier_id,
            wens_id=velden["id"],
            op=timezone.localdate(),
        ),
        naar="portaal:wensen",
    )


@require_POST
@blad
def wens_gelezen(request: PortaalRequest) -> HttpResponse:
    """Say that the answer was read."""
    return _knop(
        request,
        RijForm,
        doe=lambda velden: read_antwoord(
            door=request.account,
            dossier_id=request.dossier_id,
            wens_id=velden["id"],
            op=timezone.localdate(),
        ),
        naar="portaal:wensen",
    )


@require_http_methods(_METHODEN)
@blad
def vragen(request: PortaalRequest) -> HttpResponse:
    """Ask something, and read the answers."""
    op = timezone.localdate()
    return _formulier(
        request,
        BerichtForm,
        "vragen",
        vragenblad_of(request.dossier_id, viewer=request.account, op=op),
        doe=lambda velden: say(
            door=request.account, dossier_id=request.dossier_id, soort=Stemsoort.VRAAG, op=op, **velden
        ),
        naar="portaal:vragen",
    )


@require_http_methods(_METHODEN)
@blad
def vraag(request: PortaalRequest, vraag_id: UUID) -> HttpResponse:
    """One question of one's own, to which something can be added."""
    op = timezone.localdate()
    alle = vragenblad_of(request.dossier_id, viewer=request.account, op=op).vragen
    een = next((v for v in alle if v.id == vraag_id and v.mijn), None)
    if een is None:
        raise Http404
    return _formulier(
        request,
        BerichtForm,
        "vraag",
        een,
        doe=lambda velden: say_more(
            door=request.account, dossier_id=request.dossier_id, stem_id=vraag_id, op=op, **velden
        ),
        naar="portaal:vragen",
    )


@require_POST
@blad
def ik_kom(request: PortaalRequest) -> HttpResponse:
    """Say that one comes; nobody says it for somebody else."""
    op = timezone.localdate()

    def doe(velden: dict[str, Any]) -> None:
        afspraak = afspraak_van(velden["id"], request.dossier_id, viewer=request.account, op=op)
        if afspraak is None or not afspraak.zelf:
            raise Http404
        if not afspraak.komt:
            say(
                door=request.account,
                dossier_id=request.dossier_id,
                soort=Stemsoort.KOMT,
                op=op,
                over=afspraak.id,
            )

    return _knop(request, RijForm, doe=doe, naar="portaal:afspraken")


@require_http_methods(_METHODEN)
@blad
def andere_dag(request: PortaalRequest, gesprek_id: UUID) -> HttpResponse:
    """Ask for another day; that is answered before the day itself, and never counts as staying away."""
    op = timezone.localdate()
    afspraak = afspraak_van(gesprek_id, request.dossier_id, viewer=request.account, op=op)
    if afspraak is None:
        raise Http404
    return _formulier(
        request,
        AndereDagForm,
        "andere_dag",
        afspraak,
        doe=lambda velden: say(
            door=request.account,
            dossier_id=request.dossier_id,
            soort=Stemsoort.AFSPRAAK,
            op=op,
            over=gesprek_id,
            antwoord_voor=afspraak.dag,
            tekst="\n\n".join(filter(None, (velden["wanneer"], velden["waarom"]))),
        ),
        naar="portaal:afspraken",
    )


@require_http_methods(_METHODEN)
@blad
def reageren(request: PortaalRequest, gesprek_id: UUID) -> HttpResponse:
    """Say what one thinks of one report."""
    op = timezone.localdate()
    verslag = verslag_van(gesprek_id, request.dossier_id, viewer=request.account, op=op)
    if verslag is None:
        raise Http404
    return _formulier(
        request,
        BerichtForm,
        "reageren",
        verslag,
        doe=lambda velden: react(
            door=request.account, dossier_id=request.dossier_id, gesprek_id=gesprek_id, op=op, **velden
        ),
        naar="portaal:verslagen",
        daarna=zin("Wij hebben uw bericht gekregen. Het staat bij het verslag."),
    )


@require_http_methods(_METHODEN)
@blad
def betwistingen(request: PortaalRequest) -> HttpResponse:
    """Say that something is not right, and read what was decided."""
    op = timezone.localdate()
    return _formulier(
        request,
        BetwistForm,
        "betwistingen",
        betwistingenblad_of(request.dossier_id, viewer=request.account, op=op),
        doe=lambda velden: contest_feit(door=request.account, dossier_id=request.dossier_id, op=op, **velden),
        naar="portaal:betwistingen",
    )


@require_POST
@blad
def betwisting_intrekken(request: PortaalRequest) -> HttpResponse:
    """Take it back."""
    return _knop(
        request,
        RijForm,
        doe=lambda velden: withdraw_betwisting(
            door=request.account,
            dossier_id=request.dossier_id,
            betwisting_id=velden["id"],
            op=timezone.localdate(),
        ),
        naar="portaal:betwistingen",
    )


@require_http_methods(_METHODEN)
@blad
def toestemming(request: PortaalRequest) -> HttpResponse:
    """Choose about medical information and about help: equal buttons, in an order that is drawn by lot each time (threat E9)."""
    op = timezone.localdate()
    recht = _keuzerecht(request)
    if request.method == "POST":
        # About a doctor nobody chooses but the person.
        _alleen_zelf(request)
        return _knop(
            request,
            KeuzeForm,
            doe=lambda velden: choose_toestemming(
                door=request.account, dossier_id=request.dossier_id, op=op, **velden
            ),
            naar="portaal:toestemming",
        )
    inhoud = toestemmingblad_of(request.dossier_id, viewer=request.account, op=op, recht=recht)
    # What holds already is no choice; a yes is taken back rather than refused.
    keuzes = {"ja": ["intrekken"], "nee": ["ja"], "intrekken": ["ja"]}.get(inhoud.keuze, ["ja", "nee"])
    if inhoud.verlopen:
        keuzes = ["ja", "nee"]
    context = {
        "blad": inhoud,
        "keuzes": _LOTING.sample(keuzes, len(keuzes)),
        "voorstellen": [(een, _LOTING.sample(een.keuzes, len(een.keuzes))) for een in inhoud.voorstellen],
        "bladzijden": bladzijden_van(request),
    }
    return render(request, "portaal/toestemming.html", context)


@require_http_methods(_METHODEN)
@blad
def reis(request: PortaalRequest) -> HttpResponse:
    """Show papers and journey, and choose about a test that a country asks: equal buttons, in an order drawn by lot."""
    op = timezone.localdate()
    if request.method == "POST":
        # As about a doctor, nobody chooses but the person.
        _alleen_zelf(request)
        return _knop(
            request,
            TestForm,
            doe=lambda velden: choose_reistest(
                door=request.account,
                dossier_id=request.dossier_id,
                reistest_id=velden["id"],
                keuze=velden["keuze"],
                op=op,
            ),
            naar="portaal:reis",
        )
    inhoud = reisblad_of(request.dossier_id, viewer=request.account, op=op)
    context = {
        "blad": inhoud,
        "testen": [(een, _LOTING.sample(een.keuzes, len(een.keuzes))) for een in inhoud.testen],
        "bladzijden": bladzijden_van(request),
    }
    return render(request, "portaal/reis.html", context)


@require_POST
@blad
def hulp_kiezen(request: PortaalRequest) -> HttpResponse:
    """Say yes or no to help that was proposed."""
    _keuzerecht(request)
    return _knop(
        request,
        VoorstelForm,
        doe=lambda velden: choose_verwijzing(
            door=request.account,
            dossier_id=request.dossier_id,
            verwijzing_id=velden["id"],
            keuze=velden["keuze"],
            op=timezone.localdate(),
        ),
        naar="portaal:toestemming",
    )


@require_POST
@blad
def hulp_stoppen(request: PortaalRequest) -> HttpResponse:
    """No longer agree that an organisation gets something."""
    _keuzerecht(request)
    return _knop(
        request,
        NummerForm,
        doe=lambda velden: withdraw_toestemming_verwijzing(
            door=request.account, dossier_id=request.dossier_id, op=timezone.localdate(), **velden
        ),
        naar="portaal:toestemming",
    )


def _keuzerecht(request: PortaalRequest) -> Keuzerecht:
    """As whom somebody chooses; for who has nothing to choose there is no such page."""
    recht = keuzerecht_van(request.account, request.dossier_id, op=timezone.localdate())
    if recht is None:
        raise Http404
    return recht


def _alleen_zelf(request: PortaalRequest) -> None:
    """What is nobody else's to give: for who has a mandate there is no such page."""
    if not request.account.heeft(Recht.TOESTEMMING_GEVEN):
        raise Http404
