"""My whole dossier: asking for a copy, and fetching it."""

from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.portaal.afschrift.acties import AfschriftKanNiet, fetch_afschrift, request_afschrift
from verantwoord.portaal.queries.afschrift import afschriftblad_of
from verantwoord.portaal.verzoek import PortaalRequest, blad
from verantwoord.portaal.views.kader import bladzijden_van

_SOORTEN = {"pdf": "application/pdf", "json": "application/json"}


@require_http_methods(["GET", "HEAD", "POST"])
@blad
def afschrift(request: PortaalRequest) -> HttpResponse:
    """Show the copies that were asked for, and ask for one."""
    op = timezone.localdate()
    if request.method == "POST":
        try:
            request_afschrift(door=request.account, dossier_id=request.dossier_id, op=op)
        except AfschriftKanNiet:
            # Pressed twice: the page that comes says how it stands.
            return redirect("portaal:afschrift")
        return redirect("portaal:afschrift")
    inhoud = afschriftblad_of(request.dossier_id, viewer=request.account, op=op, nu=timezone.now())
    context = {"blad": inhoud, "bladzijden": bladzijden_van(request)}
    return render(request, "portaal/afschrift.html", context)


@require_safe
@blad
def afschrift_halen(request: PortaalRequest, afschrift_id: UUID, soort: str) -> HttpResponse:
    """Give the file. Its name says nothing about whose it is."""
    bestand = fetch_afschrift(
        afschrift_id, door=request.account, dossier_id=request.dossier_id, soort=soort, nu=timezone.now()
    )
    if bestand is None:
        raise Http404
    return HttpResponse(
        bestand,
        content_type=_SOORTEN[soort],
        headers={"Content-Disposition": f'attachment; filename="document.{soort}"'},
    )
