"""What is arranged in kind: asked, and how it stands."""

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
from verantwoord.ondersteuning.forms import RegelingForm, RegelstandForm
from verantwoord.ondersteuning.views.kader import dossier_van, invoer, stap
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import getal


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def regeling(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Ask for something in kind."""
    vandaag = timezone.localdate()
    wensen = list(queries.wensen_of(dossier_id, viewer=request.user))
    gevraagd = request.GET.get("wens", "")
    begin = {"wens_id": next((str(w.pk) for w in wensen if str(w.pk) == gevraagd), "geen")}
    return stap(
        request,
        dossier_van(request, dossier_id),
        RegelingForm(invoer(request), wensen=wensen, initial=begin),
        doe=lambda gegevens: actions.ask_regeling(
            door=request.user, dossier_id=dossier_id, peildatum=vandaag, **gegevens
        ),
        inhoud={
            "titel": _("Laat iets regelen"),
            "inleiding": _("Hulp in natura, zoals iemand die ophaalt, een plek om te wonen of een school."),
            "knop": _("Vraag dit"),
        },
        anker="regelingen",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def regelstand(request: StaffRequest, dossier_id: UUID, regeling_id: UUID) -> HttpResponse:
    """Record how something in kind stands, for who arranges it without a desk of its own."""
    vandaag = timezone.localdate()
    rij = get_object_or_404(queries.regelingen_of(dossier_id, viewer=request.user), pk=regeling_id)

    def doe(gegevens: dict[str, Any]) -> None:
        actions.move_regeling(
            door=request.user,
            dossier_id=dossier_id,
            regeling_id=rij.pk,
            versie=getal(request.POST.get("versie")),
            peildatum=vandaag,
            **gegevens,
        )
        messages.success(request, _("Bewaard. Vertel het ook aan de vreemdeling."))

    return stap(
        request,
        dossier_van(request, dossier_id),
        RegelstandForm(invoer(request), vervolg=rij.vervolg, initial={"op": vandaag}),
        doe=doe,
        inhoud={
            "titel": _("Hoe staat het ermee?"),
            "knop": _("Bewaar hoe het staat"),
            "versie": rij.versie,
            "regeling": rij,
            "vandaag": vandaag,
        },
        anker=f"regeling-{rij.pk}",
    )
