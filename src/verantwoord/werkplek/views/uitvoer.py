"""A list as a spreadsheet: ask for it, see whether it is there, fetch it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.werkplek import lijst
from verantwoord.werkplek.forms import FilterForm
from verantwoord.werkplek.team.queries import teamnamen
from verantwoord.werkplek.uitvoer import actions, queries

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@require_POST
def vraag(request: StaffRequest) -> HttpResponse:
    """Ask for the list that the filter in ``adres`` shows."""
    adres = QueryDict(request.POST.get("adres", "").removeprefix("?")[:600])
    keuzes = [(van, van) for van in ("team", "mij", "zonder", "waarneming")]
    form = FilterForm(adres, van=keuzes, collegas=teamnamen(viewer=request.user))
    form.is_valid()
    filter_ = lijst.filter_uit(form.cleaned_data, standaard="team")
    try:
        uitvoer = actions.request_uitvoer(door=request.user, filter_=filter_)
    except DomeinFout as fout:
        messages.error(request, fout.melding)
        return redirect(reverse("werkplek:caseload"))
    return redirect("werkplek:uitvoer", uitvoer.pk)


@require_safe
def toon(request: StaffRequest, uitvoer_id: UUID) -> HttpResponse:
    """Say whether the file is there and until when."""
    stand = queries.stand_van_uitvoer(uitvoer_id, viewer=request.user)
    if stand is None:
        raise Http404
    context = {"titel": _("Lijst als bestand"), "uitvoer": stand, "uitvoer_id": uitvoer_id}
    return render(request, "werkplek/uitvoer.html", context)


@require_safe
def bestand(request: StaffRequest, uitvoer_id: UUID) -> HttpResponse:
    """Hand over the file; its name says the day and nothing of whom it is about."""
    uitvoer = actions.fetch_uitvoer(uitvoer_id, door=request.user)
    if uitvoer is None or uitvoer.inhoud is None or uitvoer.gemaakt_op is None:
        raise Http404
    naam = f"dossiers-{timezone.localdate(uitvoer.gemaakt_op).isoformat()}.xlsx"
    return HttpResponse(
        bytes(uitvoer.inhoud),
        content_type=XLSX,
        headers={
            "Content-Disposition": f'attachment; filename="{naam}"',
            "X-Content-Type-Options": "nosniff",
        },
    )
