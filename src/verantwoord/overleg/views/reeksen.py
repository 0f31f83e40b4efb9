"""Series of meetings: which there are, one more date, their end, and making one."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.overleg import actions, queries
from verantwoord.overleg.forms import EindeForm, ExtraForm, ReeksForm
from verantwoord.overleg.keuzes import Partner
from verantwoord.overleg.lezen import aan_tafel_te_zetten
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web import datums
from verantwoord.web.waarden import Feit, Verwijzing


@require_safe
def reeksen(request: StaffRequest) -> HttpResponse:
    """The series at whose table one sits, with their rhythm and members."""
    rijen = queries.reeksen_of(viewer=request.user).prefetch_related(
        "deelnemers__team", "deelnemers__medewerker"
    )
    plant = request.user.heeft(Recht.OVERLEG_PLANNEN)
    context = {"pad": _pad(), "plant": plant, "reeksen": [_reeks(rij, plant=plant) for rij in rijen]}
    return render(request, "overleg/reeksen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: StaffRequest) -> HttpResponse:
    """Plan a series with its members; its first dates stand at once."""
    _moet_plannen(request)
    teams, collegas = aan_tafel_te_zetten(viewer=request.user)
    form = ReeksForm(
        request.POST if request.method == "POST" else None,
        teams=teams,
        collegas=collegas,
        initial={"om_de_weken": 4, "soort": "lko"},
    )
    if form.is_valid():
        velden = {naam: form.cleaned_data[naam] for naam in _REEKSVELDEN}
        try:
            actions.plan_reeks(door=request.user, teams=form.teams, medewerkers=form.medewerkers, **velden)
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("De reeks is gepland. De eerste data staan in de lijst."))
            return redirect("overleg:overleggen")
    return _pagina(request, form, titel=_("Plan een reeks"), knop=_("Plan de reeks"), terug="overleg:reeksen")


_REEKSVELDEN = ("soort", "naam", "locaties", "om_de_weken", "eerste_op", "begin")


@require_http_methods(["GET", "HEAD", "POST"])
def extra(request: StaffRequest, reeks_id: UUID) -> HttpResponse:
    """One more meeting, beside the rhythm."""
    reeks = _reeks_of(request, reeks_id)
    form = ExtraForm(request.POST if request.method == "POST" else None, initial={"begin": reeks.begin})
    if form.is_valid():
        try:
            overleg = actions.plan_overleg(door=request.user, reeks_id=reeks_id, **form.cleaned_data)
        except DomeinFout as fout:
            form.add_error("datum", fout.melding)
        else:
            return redirect("overleg:overleg", overleg.pk)
    titel = _("Plan een extra overleg: %(naam)s") % {"naam": reeks.naam}
    return _pagina(request, form, titel=titel, knop=_("Plan het overleg"), terug="overleg:reeksen")


@require_http_methods(["GET", "HEAD", "POST"])
def einde(request: StaffRequest, reeks_id: UUID) -> HttpResponse:
    """No more dates after a day."""
    reeks = _reeks_of(request, reeks_id)
    form = EindeForm(
        request.POST if request.method == "POST" else None, initial={"tot": timezone.localdate()}
    )
    if form.is_valid():
        actions.end_reeks(door=request.user, reeks_id=reeks_id, tot=form.cleaned_data["tot"])
        messages.success(request, _("De reeks stopt. Overleggen met punten erop blijven staan."))
        return redirect("overleg:reeksen")
    titel = _("Stop de reeks %(naam)s") % {"naam": reeks.naam}
    return _pagina(request, form, titel=titel, knop=_("Stop de reeks"), terug="overleg:reeksen")


def _moet_plannen(request: StaffRequest) -> None:
    if not request.user.heeft(Recht.OVERLEG_PLANNEN):
        raise Http404


def _reeks_of(request: StaffRequest, reeks_id: UUID) -> Any:
    _moet_plannen(request)
    try:
        return queries.reeksen_of(viewer=request.user).get(pk=reeks_id)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout


def _reeks(rij: Any, *, plant: bool) -> dict[str, Any]:
    leden = [Feit(str(partner.label), ", ".join(_leden(rij, partner)) or _("niemand")) for partner in Partner]
    ritme = ngettext("elke week", "om de %(n)d weken", rij.om_de_weken) % {"n": rij.om_de_weken}
    feiten = [
        Feit(_("Soort"), str(rij.get_soort_display())),
        Feit(_("Locaties"), ", ".join(rij.locaties) or _("het hele land")),
        Feit(_("Ritme"), f"{ritme}, {datums.tijd(rij.begin)}"),
        *leden,
    ]
    if rij.tot:
        feiten.append(Feit(_("Stopt na"), datums.dag_maand(rij.tot)))
    links = (
        [
            Verwijzing(_("Plan een extra overleg"), reverse("overleg:reeks-extra", args=[rij.pk])),
            Verwijzing(_("Stop de reeks"), reverse("overleg:reeks-einde", args=[rij.pk])),
        ]
        if plant and not rij.tot
        else []
    )
    return {"naam": rij.naam, "feiten": feiten, "links": links}


def _leden(rij: Any, partner: str) -> Iterator[str]:
    for deelnemer in rij.deelnemers.all():
        if deelnemer.organisatie == partner:
            yield deelnemer.medewerker.naam if deelnemer.medewerker else deelnemer.team.naam


def _pad(*verder: Verwijzing) -> list[Verwijzing]:
    return [Verwijzing(_("Overleg"), reverse("overleg:overleggen")), *(verder or [Verwijzing(_("Reeksen"))])]


def _pagina(request: StaffRequest, form: Any, *, titel: str, knop: str, terug: str) -> HttpResponse:
    context = {
        "titel": titel,
        "inleiding": "",
        "pad": _pad(Verwijzing(_("Reeksen"), reverse("overleg:reeksen")), Verwijzing(titel)),
        "form": form,
        "knop_tekst": knop,
        "terug_url": reverse(terug),
    }
    return render(request, "overleg/formulier.html", context, status=422 if form.errors else 200)
