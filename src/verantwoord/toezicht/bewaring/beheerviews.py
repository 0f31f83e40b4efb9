"""Who may impose detention: a list for administrators, where one proposes and another confirms."""

from collections.abc import Callable
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.toezicht.bewaring import actions, queries
from verantwoord.toezicht.bewaring.forms import AanwijzingForm, RedenForm
from verantwoord.toezicht.bewaring.fouten import VeldFout


@require_safe
def lijst(request: StaffRequest) -> HttpResponse:
    """Every designation with its first and last day, and who wrote and confirmed it."""
    _alleen_beheer(request)
    context = {
        "rijen": [
            (a, a.bevestigd_op is None and request.user.pk not in {a.voorgesteld_door_id, a.medewerker_id})
            for a in queries.aanwijzingen(viewer=request.user)
        ],
        "vandaag": timezone.localdate(),
    }
    return render(request, "toezicht/bewaring/aanwijzingen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: StaffRequest) -> HttpResponse:
    """Write down a designation; a second administrator confirms it before it gives anything."""
    _alleen_beheer(request)
    medewerkers = {str(m.pk): m for m in queries.aan_te_wijzen(viewer=request.user)}
    form = AanwijzingForm(request.POST if request.method == "POST" else None, medewerkers=medewerkers)
    if request.method != "POST" or not form.is_valid():
        return _formulier(request, form, _("Schrijf een aanwijzing op"), _("Leg vast"))
    data = form.cleaned_data
    try:
        actions.propose_aanwijzing(
            door=request.user,
            medewerker=medewerkers[data["wie"]],
            waarvoor=data["waarvoor"],
            kenmerk=data["kenmerk"],
            van=data["van"],
            tot=data["tot"],
            peildatum=timezone.localdate(),
        )
    except VeldFout as fout:
        form.add_error(fout.veld if fout.veld in form.fields else None, fout.melding)
        return _formulier(request, form, _("Schrijf een aanwijzing op"), _("Leg vast"))
    except GeenToegang:
        raise
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return _formulier(request, form, _("Schrijf een aanwijzing op"), _("Leg vast"))
    messages.success(request, _("Opgeschreven. Een andere beheerder moet haar nog bevestigen."))
    return redirect("aanwijzingen:lijst")


@require_POST
def bevestigen(request: StaffRequest, aanwijzing_id: UUID) -> HttpResponse:
    """Confirm what a colleague wrote down."""
    _alleen_beheer(request)
    return _doe(
        request,
        lambda: actions.confirm_aanwijzing(
            door=request.user, aanwijzing_id=aanwijzing_id, peildatum=timezone.localdate()
        ),
        _("Bevestigd. De aanwijzing geldt vanaf haar eerste dag."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def intrekken(request: StaffRequest, aanwijzing_id: UUID) -> HttpResponse:
    """Withdraw, with the reason; it works at once."""
    _alleen_beheer(request)
    form = RedenForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        return _formulier(request, form, _("Trek de aanwijzing in"), _("Trek in"))
    return _doe(
        request,
        lambda: actions.withdraw_aanwijzing(
            door=request.user,
            aanwijzing_id=aanwijzing_id,
            reden=form.cleaned_data["reden"],
            peildatum=timezone.localdate(),
        ),
        _("Ingetrokken. Vanaf nu geeft de aanwijzing niets meer."),
    )


def _doe(request: StaffRequest, actie: Callable[[], object], gelukt: str) -> HttpResponse:
    try:
        actie()
    except GeenToegang:
        raise
    except DomeinFout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, gelukt)
    return redirect("aanwijzingen:lijst")


def _formulier(
    request: StaffRequest, form: AanwijzingForm | RedenForm, titel: str, knop: str
) -> HttpResponse:
    context = {"form": form, "titel": titel, "knop": knop}
    status = 422 if form.errors else 200
    return render(request, "toezicht/bewaring/aanwijzing_formulier.html", context, status=status)


def _alleen_beheer(request: StaffRequest) -> None:
    if not request.user.heeft(Recht.AANWIJZINGEN_BEHEREN):
        raise Http404
