from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from verantwoord.dossier import actions
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.procedure.forms import FORMULIEREN, GEBEURTENISSEN, Procedureformulier
from verantwoord.dossier.procedure.tonen import groepen
from verantwoord.dossier.queries import dossier_of
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest


@require_GET
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The procedure as it is recorded, and what can be entered by hand."""
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "procedure",
        "groepen": groepen(beeld_of(dossier_id)),
        "formulieren": FORMULIEREN if request.user.heeft(Recht.PROCEDURE_BIJWERKEN) else {},
    }
    return render(request, "dossier/procedure/overzicht.html", context)


@require_http_methods(["GET", "POST"])
def vastleggen(request: StaffRequest, dossier_id: UUID, soort: str) -> HttpResponse:
    """Enter one event. When a colleague was first, everything typed stays and what changed is told."""
    if soort not in FORMULIEREN:
        raise Http404
    if not request.user.heeft(Recht.PROCEDURE_BIJWERKEN):
        # A duty leads everybody to this form; who may only read is shown what is known.
        if request.method == "GET":
            return redirect("dossier:procedure", dossier_id)
        raise Http404
    dossier = dossier_of(dossier_id, viewer=request.user)
    beeld = beeld_of(dossier_id)
    if request.method == "GET":
        form = FORMULIEREN[soort](
            beeld=beeld, vandaag=timezone.localdate(), initial={"versie": dossier.versie}
        )
        return _formulier(request, dossier_id, form)
    form = FORMULIEREN[soort](request.POST, beeld=beeld, vandaag=timezone.localdate())
    if not form.is_valid():
        return _formulier(request, dossier_id, form, status=422)
    try:
        _leg_vast(request, dossier_id, soort, form)
    except Versieconflict as conflict:
        return _na_een_collega(request, dossier_id, soort, conflict)
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return _formulier(request, dossier_id, form, status=422)
    messages.success(request, _("Vastgelegd. Kijk op het overzicht wat er nu moet gebeuren."))
    return redirect("dossier:procedure", dossier_id)


def _leg_vast(request: StaffRequest, dossier_id: UUID, soort: str, form: Procedureformulier) -> None:
    if soort in GEBEURTENISSEN:
        actions.record_procedure(
            door=request.user,
            dossier_id=dossier_id,
            gebeurtenis=form.gebeurtenis(),
            versie=form.cleaned_data["versie"],
        )
    elif soort == "vertrektermijn":
        actions.record_startgebeurtenis(door=request.user, dossier_id=dossier_id, **form.cleaned_data)
    else:
        actions.record_verwijderbaarheidscheck(door=request.user, dossier_id=dossier_id, **form.cleaned_data)


def _na_een_collega(
    request: StaffRequest, dossier_id: UUID, soort: str, conflict: Versieconflict
) -> HttpResponse:
    """Show the form again on the newest version, with what was typed beside what stands there now."""
    invoer = request.POST.copy()
    invoer["versie"] = str(conflict.versie)
    beeld = beeld_of(dossier_id)
    form = FORMULIEREN[soort](invoer, beeld=beeld, vandaag=timezone.localdate())
    form.full_clean()
    form.add_error(None, conflict.melding)
    return _formulier(request, dossier_id, form, status=409)


def _formulier(
    request: StaffRequest, dossier_id: UUID, form: Procedureformulier, status: int = 200
) -> HttpResponse:
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "procedure",
        "form": form,
        "groepen": groepen(form.beeld) if status == 409 else [],
    }
    return render(request, "dossier/procedure/vastleggen.html", context, status=status)
