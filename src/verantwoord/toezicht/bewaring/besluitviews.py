"""The page on which one designated officer, of whatever organisation, reads what was laid before them and decides."""

from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import KETENROLLEN
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.toezicht.bewaring import queries, tonen
from verantwoord.toezicht.bewaring.forms import BESLUITEN
from verantwoord.toezicht.bewaring.keuzes import Stand
from verantwoord.toezicht.bewaring.views import doe_stap


@require_safe
def lezen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Everything that was written, and whether it may be imposed today; saying no stands first."""
    besluit = _besluit_of_404(request, dossier_id)
    return _pagina(request, dossier_id, besluit, "besluit", {})


@require_http_methods(["GET", "HEAD", "POST"])
def stap(request: StaffRequest, dossier_id: UUID, besluitstap: str) -> HttpResponse:
    """Impose, refuse, or end. Only ending is there once it was imposed."""
    stap = besluitstap
    besluit = _besluit_of_404(request, dossier_id)
    loopt = besluit.voorstel.stand == Stand.OPGELEGD
    if stap not in BESLUITEN or loopt != (stap == "opheffen"):
        raise Http404
    form = BESLUITEN[stap](request.POST if request.method == "POST" else None)

    def toon(_fout: DomeinFout | None, status: int) -> HttpResponse:
        # Why the norms stop it is said as far as it is the officer's to know, as when the page was opened.
        return _pagina(
            request,
            dossier_id,
            besluit,
            "besluit_stap",
            {"form": form, "geblokkeerd": status == 409},
            status=status,
        )

    if request.method != "POST":
        return _pagina(request, dossier_id, besluit, "besluit_stap", {"form": form, "stap": stap})
    return doe_stap(
        request, dossier_id, form, toon=toon, klaar=_begin(request, dossier_id, loopt=stap == "opleggen")
    )


def _begin(request: StaffRequest, dossier_id: UUID, *, loopt: bool) -> str:
    """Back to where this officer's work is: after a no there may be nothing left to see here."""
    if loopt:
        return reverse("bewaringsbesluit:lezen", args=[dossier_id])
    if request.user.rol in KETENROLLEN:
        return reverse("werkplek:caseload")
    return reverse("bewaring:overzicht", args=[dossier_id])


def _besluit_of_404(request: StaffRequest, dossier_id: UUID) -> queries.Besluitstand:
    besluit = queries.te_besluiten_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())
    if besluit is None:
        raise Http404
    return besluit


def _pagina(
    request: StaffRequest,
    dossier_id: UUID,
    besluit: queries.Besluitstand,
    naam: str,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    basis = {
        "dossier_id": dossier_id,
        "besluit": besluit,
        "voorstel": besluit.voorstel,
        "loopt": besluit.voorstel.stand == Stand.OPGELEGD,
        "stukken": tonen.stukken_van(besluit.voorstel.gelezen_inhoud),
        "gedaan": tonen.gedaan(besluit.regels),
        "boek": tonen.dagenboek(besluit.perioden, op=timezone.localdate()),
        "form": None,
        "geweigerd": status != 200,
    }
    return render(request, f"toezicht/bewaring/{naam}.html", basis | context, status=status)
