"""Who takes a dossier, and the moment it is taken into treatment."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from verantwoord.dossier import actions
from verantwoord.dossier.forms import ToewijzenForm
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.queries import dossier_of, kandidaten_of
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import require
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
def toewijzen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Choose the regievoerder among the colleagues of the team."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    try:
        require(request.user, Recht.DOSSIER_TOEWIJZEN)
    except GeenToegang as fout:
        return render(
            request,
            "dossier/geen_toegang.html",
            {"dossier": dossier, "fout": fout, "onderdeel": "overzicht"},
            status=403,
        )
    collegas = kandidaten_of(viewer=request.user)
    form = ToewijzenForm(
        request.POST if request.method == "POST" else None,
        collegas=collegas,
        initial={"regievoerder": dossier.regievoerder_id},
    )
    if form.is_valid():
        gekozen = form.cleaned_data["regievoerder"]
        try:
            actions.assign_regievoerder(door=request.user, dossier_id=dossier_id, regievoerder=gekozen)
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(
                request, _("%(naam)s heeft nu de regie over dit dossier.") % {"naam": gekozen.naam}
            )
            return redirect("werkplek:overzicht", dossier_id=dossier_id)
    context = {"dossier": dossier, "form": form, "collegas": collegas, "onderdeel": "overzicht"}
    return render(request, "dossier/toewijzen.html", context, status=422 if form.errors else 200)


@require_POST
def in_behandeling(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Take the dossier into treatment, or say which norm stops that and why."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    try:
        actions.finish_intake(door=request.user, dossier_id=dossier_id, peildatum=timezone.localdate())
    except NormBlokkeert as fout:
        return render(
            request,
            "dossier/geblokkeerd.html",
            {"dossier": dossier, "fout": fout, "onderdeel": "overzicht"},
            status=409,
        )
    except GeenToegang as fout:
        return render(
            request,
            "dossier/geen_toegang.html",
            {"dossier": dossier, "fout": fout, "onderdeel": "overzicht"},
            status=403,
        )
    except DomeinFout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("Het dossier is in behandeling. Begin met gesprek 1."))
    return redirect("werkplek:overzicht", dossier_id=dossier_id)
