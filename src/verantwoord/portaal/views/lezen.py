"""The pages one reads. Each asks one question, and shows what that answers."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from verantwoord.portaal.queries.begin import beginblad_of
from verantwoord.portaal.queries.brieven import brieven_of, maak_brief
from verantwoord.portaal.queries.gegevens import gegevensblad_of
from verantwoord.portaal.queries.gekeken import gekekenblad_of
from verantwoord.portaal.queries.melden import meldenblad_of
from verantwoord.portaal.queries.opvang import opvangblad_of
from verantwoord.portaal.queries.procedure import procedureblad_of
from verantwoord.portaal.queries.reis import reisblad_of
from verantwoord.portaal.queries.steun import steunblad_of
from verantwoord.portaal.queries.toetsingen import toetsingenblad_of
from verantwoord.portaal.queries.vertrekplan import planblad_of
from verantwoord.portaal.verzoek import PortaalRequest, blad, open_blad
from verantwoord.portaal.views.kader import bladzijden_van


def _toon(request: PortaalRequest, sjabloon: str, inhoud: object) -> HttpResponse:
    return render(
        request, f"portaal/{sjabloon}.html", {"blad": inhoud, "bladzijden": bladzijden_van(request)}
    )


@require_safe
@blad
def begin(request: PortaalRequest) -> HttpResponse:
    """Say where somebody is in the procedure, and what happens next."""
    inhoud = beginblad_of(request.dossier_id, viewer=request.account, op=timezone.localdate())
    return _toon(request, "begin", inhoud)


@require_safe
@blad
def procedure(request: PortaalRequest) -> HttpResponse:
    """Tell what was asked and decided, and what the words mean."""
    inhoud = procedureblad_of(request.dossier_id, viewer=request.account, op=timezone.localdate())
    return _toon(request, "procedure", inhoud)


@require_safe
@blad
def gegevens(request: PortaalRequest) -> HttpResponse:
    """Show who somebody is in the file, and who helps them."""
    inhoud = gegevensblad_of(request.dossier_id, viewer=request.account, op=timezone.localdate())
    return _toon(request, "gegevens", inhoud)


@require_safe
@blad
def melden(request: PortaalRequest) -> HttpResponse:
    """Say what supervision asks now."""
    inhoud = meldenblad_of(request.dossier_id, viewer=request.account, op=timezone.localdate())
    return _toon(request, "melden", inhoud)


@require_safe
@blad
def reis(request: PortaalRequest) -> HttpResponse:
    """Tell which papers are asked of whom, and on which day a journey is booked."""
    inhoud = reisblad_of(request.dossier_id, viewer=request.account, op=timezone.localdate())
    return _toon(request, "reis", inhoud)


@require_safe
@blad
def opvang(request: PortaalRequest) -> HttpResponse:
    """Tell until when there is shelter, and what then."""
    inhoud = opvangblad_of(request.dossier_id, viewer=request.account, op=timezone.localdate())
    return _toon(request, "opvang", inhoud)


@require_safe
@blad
def toetsingen(request: PortaalRequest) -> HttpResponse:
    """Show the four questions and what was found."""
    inhoud = toetsingenblad_of(request.dossier_id, viewer=request.account, op=timezone.localdate())
    return _toon(request, "toetsingen", inhoud)


@require_safe
@blad
def vertrekplan(request: PortaalRequest) -> HttpResponse:
    """Show the plan that was established last."""
    inhoud = planblad_of(request.dossier_id, viewer=request.account, op=timezone.localdate())
    return _toon(request, "vertrekplan", inhoud)


@require_safe
@blad
def brieven(request: PortaalRequest) -> HttpResponse:
    """List the documents there are."""
    inhoud = brieven_of(request.dossier_id, viewer=request.account, op=timezone.localdate())
    return _toon(request, "brieven", inhoud)


@require_safe
@blad
def brief(request: PortaalRequest, soort: str, brief_id: UUID) -> HttpResponse:
    """Give one document. Its file name says nothing about whose it is."""
    pdf = maak_brief(soort, brief_id, request.dossier_id, viewer=request.account, op=timezone.localdate())
    if pdf is None:
        raise Http404
    return HttpResponse(
        pdf,
        content_type="application/pdf",
        headers={"Content-Disposition": 'inline; filename="document.pdf"'},
    )


@require_safe
@blad
def gekeken(request: PortaalRequest) -> HttpResponse:
    """Tell who looked."""
    return _toon(
        request,
        "gekeken",
        gekekenblad_of(request.dossier_id, viewer=request.account, op=timezone.localdate()),
    )


@require_safe
@blad
def steun(request: PortaalRequest) -> HttpResponse:
    """Show what organisations offer."""
    inhoud = steunblad_of(request.dossier_id, viewer=request.account, op=timezone.localdate())
    return _toon(request, "steun", inhoud)


@require_safe
@open_blad
def hulp(request: PortaalRequest) -> HttpResponse:
    """Tell where to go with a complaint or for help; also before somebody is in."""
    return render(request, "portaal/hulp.html")
