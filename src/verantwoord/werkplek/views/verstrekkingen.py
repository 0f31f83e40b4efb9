"""What went out about one dossier by itself: to whom, which fields, for what and by which agreement."""

from uuid import UUID

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from verantwoord.kern.verwerkingen import VERWERKINGEN
from verantwoord.keten.uit.queries import verstrekkingen_of
from verantwoord.toegang.rechten import Organisatie
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.werkplek.beheer.uitforms import SOORTEN, VELDEN
from verantwoord.werkplek.kader import kader_van

PER_PAGINA = 50


@require_safe
def verstrekkingen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The disclosure log of this dossier, the newest first."""
    alle = verstrekkingen_of(dossier_id, viewer=request.user)
    voor = request.GET.get("voor", "")
    if voor.isascii() and voor.isdigit() and len(voor) < 19:
        alle = alle.filter(pk__lt=int(voor))
    rijen = list(alle[: PER_PAGINA + 1])
    context = {
        "dossier": kader_van(request, dossier_id).dossier,
        "onderdeel": "inzage",
        "regels": [
            {
                "moment": v.moment,
                "wie": Organisatie(v.organisatie).label,
                "ontvanger": v.ontvanger,
                "wat": SOORTEN.get(v.soort, v.soort),
                "velden": ", ".join(str(VELDEN.get(veld, veld)) for veld in v.velden),
                "doel": v.doel,
                "afspraken": ", ".join(v.afspraken),
            }
            for v in rijen[:PER_PAGINA]
        ],
        "volgende": rijen[PER_PAGINA - 1].pk if len(rijen) > PER_PAGINA else None,
    }
    return render(request, "werkplek/verstrekkingen.html", context)


@login_not_required
@require_safe
def verwerkingen(request: HttpRequest) -> HttpResponse:
    """The register of processing activities, for everybody: each has the place that a line of the log points to."""
    return render(request, "werkplek/verwerkingen.html", {"verwerkingen": VERWERKINGEN.values()})
