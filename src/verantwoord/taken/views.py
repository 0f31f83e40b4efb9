"""How the jobs stand, for who looks after the program."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.taken import actions, queries, werker
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest


@require_safe
def overzicht(request: StaffRequest) -> HttpResponse:
    """What failed, what waits or runs, and what was done; without anything of what the jobs are about."""
    _alleen_voor_beheer(request)
    context = {"taken": queries.overzicht(viewer=request.user), "werker_leeft": werker.leeft()}
    return render(request, "taken/overzicht.html", context)


@require_POST
def opnieuw(request: StaffRequest, taak_id: int) -> HttpResponse:
    """Let a failed job begin again."""
    _alleen_voor_beheer(request)
    try:
        actions.retry_taak(taak_id, door=request.user)
    except DomeinFout as fout:
        messages.warning(request, fout.melding)
    else:
        messages.success(request, _("De taak wacht weer. Hij begint zodra er een werker vrij is."))
    return redirect("taken:overzicht")


def _alleen_voor_beheer(request: StaffRequest) -> None:
    # Not yours looks like not there.
    if not request.user.heeft(Recht.TAKEN_BEHEREN):
        raise Http404
