"""The pages one reads. Each asks one question, and shows what that answers."""

from collections.abc import Callable
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from verantwoord.portaal.queries.afspraken import afsprakenblad_of
from verantwoord.portaal.queries.begin import beginblad_of
from verantwoord.portaal.queries.brieven import brieven_of, maak_brief
from verantwoord.portaal.queries.gegevens import gegevensblad_of
from verantwoord.portaal.queries.gekeken import gekekenblad_of
from verantwoord.portaal.queries.melden import meldenblad_of
from verantwoord.portaal.queries.opvang import opvangblad_of
from verantwoord.portaal.queries.procedure import procedureblad_of
from verantwoord.portaal.queries.steun import steunblad_of
from verantwoord.portaal.queries.toetsingen import toetsingenblad_of
from verantwoord.portaal.queries.verslagen import verslagenblad_of
from verantwoord.portaal.queries.vertrekplan import planblad_of
from verantwoord.portaal.verzoek import PortaalRequest, blad, open_blad
from verantwoord.portaal.views.kader import bladzijden_van


def _bladzijde(sjabloon: str, vraag: Callable[..., object]) -> Callable[..., HttpResponse]:
    """A page that shows what ``vraag`` answers about one's own dossier today."""

    @require_safe
    @blad
    def toon(request: PortaalRequest) -> HttpResponse:
        inhoud = vraag(request.dossier_id, viewer=request.account, op=timezone.localdate())
        return render(
            request, f"portaal/{sjabloon}.html", {"blad": inhoud, "bladzijden": bladzijden_van(request)}
        )

    return toon


begin = _bladzijde("begin", beginblad_of)
procedure = _bladzijde("procedure", procedureblad_of)
gegevens = _bladzijde("gegevens", gegevensblad_of)
melden = _bladzijde("melden", meldenblad_of)
opvang = _bladzijde("opvang", opvangblad_of)
toetsingen = _bladzijde("toetsingen", toetsingenblad_of)
vertrekplan = _bladzijde("vertrekplan", planblad_of)
afspraken = _bladzijde("afspraken", afsprakenblad_of)
verslagen = _bladzijde("verslagen", verslagenblad_of)
brieven = _bladzijde("brieven", brieven_of)
gekeken = _bladzijde("gekeken", gekekenblad_of)
steun = _bladzijde("steun", steunblad_of)


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
@open_blad
def hulp(request: PortaalRequest) -> HttpResponse:
    """Tell where to go with a complaint or for help; also before somebody is in."""
    return render(request, "portaal/hulp.html")
