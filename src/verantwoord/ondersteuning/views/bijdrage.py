"""A contribution of the DT&V: the request and the decision."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.ondersteuning import actions, queries
from verantwoord.ondersteuning.forms import BesluitForm, BijdrageForm
from verantwoord.ondersteuning.views.kader import dossier_van, invoer, stap
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import getal


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def bijdrage(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Ask for a contribution, for a wish or apart from one."""
    vandaag = timezone.localdate()
    wensen = list(queries.wensen_of(dossier_id, viewer=request.user))
    gevraagd = request.GET.get("wens", "")
    begin = {
        "wens_id": next((str(wens.pk) for wens in wensen if str(wens.pk) == gevraagd), "geen"),
        "op": vandaag,
    }
    return stap(
        request,
        dossier_van(request, dossier_id),
        BijdrageForm(invoer(request), wensen=wensen, initial=begin),
        doe=lambda gegevens: actions.request_bijdrage(
            door=request.user, dossier_id=dossier_id, peildatum=vandaag, **gegevens
        ),
        inhoud={
            "titel": _("Vraag een bijdrage van de DT&V"),
            "inleiding": _("De DT&V kan geld of hulp in natura geven bij een zelfstandig vertrek."),
            "knop": _("Leg de aanvraag vast"),
        },
        anker="bijdragen",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def besluit(request: StaffRequest, dossier_id: UUID, bijdrage_id: UUID) -> HttpResponse:
    """Record what was decided, by whom and why."""
    vandaag = timezone.localdate()
    rij = get_object_or_404(queries.bijdragen_of(dossier_id, viewer=request.user), pk=bijdrage_id)
    begin = {
        "besluit": rij.besluit,
        "bedrag": rij.bedrag,
        "reden": rij.reden,
        "besloten_door": rij.besloten_door,
        "op": vandaag,
    }

    def doe(gegevens: dict[str, Any]) -> None:
        actions.decide_bijdrage(
            door=request.user,
            dossier_id=dossier_id,
            bijdrage_id=bijdrage_id,
            versie=getal(request.POST.get("versie")),
            peildatum=vandaag,
            **gegevens,
        )
        messages.success(request, _("Het besluit is bewaard. Vertel het ook aan de vreemdeling."))

    return stap(
        request,
        dossier_van(request, dossier_id),
        BesluitForm(invoer(request), initial=begin),
        doe=doe,
        inhoud={
            "titel": _("Besluit over de bijdrage"),
            "knop": _("Bewaar het besluit"),
            "versie": rij.versie,
            "bijdrage": rij,
        },
        anker=f"bijdrage-{rij.pk}",
    )
