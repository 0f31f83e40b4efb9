from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.dossier import actions
from verantwoord.dossier.models import Vervanging
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.inzage import kijk, toont_personen
from verantwoord.toegang.rechten import Recht, Rol
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.werkplek import woorden
from verantwoord.werkplek.team import queries
from verantwoord.werkplek.team.forms import OverdragenForm, WaarnemingForm


@toont_personen
@require_safe
def overzicht(request: StaffRequest) -> HttpResponse:
    """Who stands in for whom, and for a manager how much work lies with whom."""
    _moet_in_een_team(request)
    vandaag = timezone.localdate()
    verdeelt = request.user.heeft(Recht.DOSSIER_TOEWIJZEN)

    def haal() -> tuple[list[queries.Werk], list[Vervanging]]:
        verdeling = queries.werkverdeling(viewer=request.user, vandaag=vandaag) if verdeelt else []
        return verdeling, queries.waarnemingen_of(viewer=request.user, vandaag=vandaag)

    # The talks of a list of dossiers are counted as a list counts; no person is shown, so no look is written.
    verdeling, waarnemingen = kijk(request, haal, lambda _gevonden: (), doel="toewijzen")
    context = {
        "verdeling": verdeling,
        "verdeelt": verdeelt,
        "meeste": max((werk.open for werk in verdeling), default=0),
        "totaal": queries.totaal(verdeling),
        "waarnemingen": waarnemingen,
        "vandaag": vandaag,
    }
    return render(request, "werkplek/team/overzicht.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def waarneming(request: StaffRequest) -> HttpResponse:
    """Arrange that a colleague stands in: a regievoerder for herself, a manager for anyone of the team."""
    _moet_in_een_team(request)
    zelf = None if request.user.heeft(Recht.DOSSIER_TOEWIJZEN) else request.user
    form = WaarnemingForm(
        request.POST if request.method == "POST" else None,
        collegas=queries.waarnemers_of(viewer=request.user),
        zelf=zelf,
    )
    if form.is_valid():
        try:
            actions.record_vervanging(door=request.user, peildatum=timezone.localdate(), **form.cleaned_data)
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(
                request,
                _(
                    "%(vervanger)s neemt waar voor %(regievoerder)s. Dat staat nu bij de dossiers en bij het team."
                )
                % {
                    "vervanger": form.cleaned_data["vervanger"].naam,
                    "regievoerder": form.cleaned_data["regievoerder"].naam,
                },
            )
            return redirect("team:overzicht")
    return render(
        request, "werkplek/team/waarneming.html", {"form": form}, status=422 if form.errors else 200
    )


@require_POST
def beeindigen(request: StaffRequest, vervanging_id: int) -> HttpResponse:
    """End a substitution today, or take back one that has not begun."""
    _moet_in_een_team(request)
    vandaag = timezone.localdate()
    rijen = queries.waarnemingen_of(viewer=request.user, vandaag=vandaag)
    vervanging = next((rij for rij in rijen if rij.pk == vervanging_id), None)
    if vervanging is None:
        raise Http404
    try:
        actions.end_vervanging(door=request.user, vervanging=vervanging, peildatum=vandaag)
    except DomeinFout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("De waarneming is beëindigd."))
    return redirect("team:overzicht")


@require_http_methods(["GET", "HEAD", "POST"])
def overdragen(request: StaffRequest, medewerker_id: UUID | None = None) -> HttpResponse:
    """Give dossiers of one colleague, or those nobody has, to another; every dossier on the list is a look."""
    if not request.user.heeft(Recht.DOSSIER_TOEWIJZEN):
        raise Http404
    try:
        van = queries.collega_of(medewerker_id, viewer=request.user) if medewerker_id else None
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    standen = kijk(
        request,
        lambda: queries.over_te_dragen(viewer=request.user, van=van),
        lambda gevonden: [stand.dossier_id for stand in gevonden],
        doel="toewijzen",
    )
    form = OverdragenForm(
        request.POST if request.method == "POST" else None,
        dossiers=[(str(stand.dossier_id), stand.dossier.nummer) for stand in standen],
        ontvangers=queries.ontvangers_of(viewer=request.user, behalve=van),
    )
    if form.is_valid():
        naar, gekozen = form.cleaned_data["naar"], form.cleaned_data["dossiers"]
        try:
            actions.hand_over_dossiers(
                door=request.user,
                dossiers=[UUID(pk) for pk in gekozen],
                naar=naar,
                reden=form.cleaned_data["reden"],
            )
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            zin = ngettext(
                "%(n)d dossier is overgedragen aan %(naam)s.",
                "%(n)d dossiers zijn overgedragen aan %(naam)s.",
                len(gekozen),
            )
            messages.success(request, zin % {"n": len(gekozen), "naam": naar.naam})
            return redirect("team:overzicht")
    aangekruist = set(form.data.getlist("dossiers")) if form.is_bound else None  # type: ignore[attr-defined]
    context = {
        "van": van,
        "form": form,
        "rijen": [
            (stand, _is_aan(stand.dossier_id, aangekruist), woorden.FASE[stand.fase]) for stand in standen
        ],
        "is_deel": len(standen) == queries.MEESTE_TEGELIJK,
        "meeste": queries.MEESTE_TEGELIJK,
    }
    return render(request, "werkplek/team/overdragen.html", context, status=422 if form.errors else 200)


def _is_aan(dossier_id: UUID, aangekruist: set[str] | None) -> bool:
    """All dossiers are chosen until somebody says otherwise."""
    return aangekruist is None or str(dossier_id) in aangekruist


def _moet_in_een_team(request: StaffRequest) -> None:
    """The page exists for who works with dossiers in a team, and for nobody else."""
    if request.user.team_id is None or request.user.rol not in {Rol.REGIEVOERDER, Rol.MANAGER}:
        raise Http404
