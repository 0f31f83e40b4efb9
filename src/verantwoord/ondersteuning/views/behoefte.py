"""Saying at a wish that nothing is offered for it, and later that something was found."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.ondersteuning import actions, behoeften, queries
from verantwoord.ondersteuning.forms import BehoefteForm, VervuldForm
from verantwoord.ondersteuning.views.kader import dossier_van, invoer, lijst_url, stap
from verantwoord.toegang.verzoek import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def behoefte(request: StaffRequest, dossier_id: UUID, wens_id: UUID) -> HttpResponse:
    """Say that nothing in the catalogue meets what this wish needs."""
    try:
        wens = queries.wens_of(dossier_id, wens_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    if wens.is_geen_wens:
        return redirect(lijst_url(dossier_id))

    def doe(gegevens: dict[str, str]) -> None:
        actions.report_behoefte(
            door=request.user,
            dossier_id=dossier_id,
            wens_id=wens_id,
            peildatum=timezone.localdate(),
            **gegevens,
        )
        messages.success(
            request, _("Vastgelegd. De wens houdt een antwoord nodig: leg uit wat er niet is en waarom.")
        )

    begin = {"land": behoeften.land_van(queries.feiten_of(dossier_id, viewer=request.user))}
    return stap(
        request,
        dossier_van(request, dossier_id),
        BehoefteForm(invoer(request), initial=begin),
        doe=doe,
        inhoud={
            "wens": wens,
            "titel": _("Hier is niets voor"),
            "knop": _("Leg vast dat dit er niet is"),
        },
        sjabloon="ondersteuning/behoefte.html",
        anker=f"wens-{wens.pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def vervuld(request: StaffRequest, dossier_id: UUID, behoefte_id: UUID) -> HttpResponse:
    """Record that something was found after all."""
    try:
        deze = behoeften.behoefte_of(dossier_id, behoefte_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout

    def doe(gegevens: dict[str, str]) -> None:
        actions.meet_behoefte(
            door=request.user,
            dossier_id=dossier_id,
            behoefte_id=behoefte_id,
            peildatum=timezone.localdate(),
            **gegevens,
        )
        messages.success(request, _("Vastgelegd. Vertel het ook als antwoord op de wens."))

    return stap(
        request,
        dossier_van(request, dossier_id),
        VervuldForm(invoer(request)),
        doe=doe,
        inhoud={
            "wens": deze.wens,
            "titel": _("Er is toch iets gevonden: %(wat)s") % {"wat": deze.get_soort_display()},
            "knop": _("Leg vast wat er is gevonden"),
        },
        sjabloon="ondersteuning/behoefte.html",
        anker=f"wens-{deze.wens_id}",
    )
