"""What colleagues say the rules should find, and what the editor answers."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.signalen import zoek_passages
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekgesprek import actions, queries
from verantwoord.vertrekgesprek.forms import VoorstelantwoordForm, WoordvoorstelForm
from verantwoord.vertrekgesprek.passages import passageblad


@require_safe
def lijst(request: StaffRequest) -> HttpResponse:
    """One's own proposals with what was answered; for the editor all of them, with what waits first."""
    alle = list(_alle(request))
    context = {
        "open_voorstellen": [v for v in alle if v.stand == "nieuw"],
        "beantwoord": [v for v in alle if v.stand != "nieuw"],
        "is_redactie": request.user.heeft(Recht.WOORDREGELS_BIJHOUDEN),
        "toont_voorstellen": True,
        "mag_voorstellen": request.user.heeft(Recht.WOORDEN_VOORSTELLEN),
    }
    return render(request, "vertrekgesprek/woordregels/voorstellen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: StaffRequest) -> HttpResponse:
    """Propose words. The form begins empty, from wherever one came: no text of a dossier is carried along."""
    if not request.user.heeft(Recht.WOORDEN_VOORSTELLEN):
        raise Http404
    form = WoordvoorstelForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        schoon = form.cleaned_data
        actions.propose_woorden(
            door=request.user,
            terrein=schoon["terrein"],
            woorden=schoon["woorden"],
            toelichting=schoon["toelichting"],
        )
        messages.success(request, _("Uw voorstel is bewaard. Het antwoord komt hier te staan."))
        return redirect("woordregels:voorstellen")
    return render(
        request,
        "vertrekgesprek/woordregels/nieuw.html",
        {"form": form},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def voorstel(request: StaffRequest, voorstel_id: UUID) -> HttpResponse:
    """Answer one proposal; what the rules find in its words now stands beside it."""
    if not request.user.heeft(Recht.WOORDREGELS_BIJHOUDEN):
        raise Http404
    try:
        rij = queries.voorstel_of(voorstel_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    form = VoorstelantwoordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_woordvoorstel(door=request.user, voorstel_id=voorstel_id, **form.cleaned_data)
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("Uw antwoord is bewaard. Wie het voorstelde, kan het lezen."))
            return redirect("woordregels:voorstellen")
    context = {
        "voorstel": rij,
        "form": form,
        "bladen": [passageblad(een, plaats="") for een in zoek_passages({"woorden": rij.woorden})],
    }
    return render(
        request, "vertrekgesprek/woordregels/voorstel.html", context, status=422 if form.errors else 200
    )


def _alle(request: StaffRequest) -> list[queries.Woordvoorstel]:
    """Who may neither propose nor answer has no such page."""
    if not (request.user.heeft(Recht.WOORDEN_VOORSTELLEN) or request.user.heeft(Recht.WOORDREGELS_BIJHOUDEN)):
        raise Http404
    return list(queries.voorstellen_of(viewer=request.user))
