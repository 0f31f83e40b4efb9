"""The catalogue of support: searched by everybody, kept by who may."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.kern.fouten import DomeinFout
from verantwoord.ondersteuning import actions, queries
from verantwoord.ondersteuning.catalogus import na_te_kijken
from verantwoord.ondersteuning.forms import AanbodForm, ZoekForm
from verantwoord.ondersteuning.invoer import gegevens_van
from verantwoord.ondersteuning.views.kader import aanbod_van, alleen_wie_beheert, invoer, meld, verschil
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import getal

VELDEN = tuple(AanbodForm.base_fields)


@require_safe
def catalogus(request: StaffRequest) -> HttpResponse:
    """Search by wish, country, family and medical; the order is by name and says so."""
    form = ZoekForm(request.GET or None)
    vraag = queries.Zoekvraag(**form.cleaned_data) if form.is_valid() else queries.Zoekvraag()
    gevonden = queries.aanbod_for(vraag, viewer=request.user, peildatum=timezone.localdate())
    context = {
        "form": form,
        "aanbod": list(gevonden),
        "gezocht": vraag != queries.Zoekvraag(),
        "vandaag": timezone.localdate(),
        "mag_beheren": request.user.heeft(Recht.CATALOGUS_BEHEREN),
        "na_te_kijken": len(na_te_kijken(viewer=request.user, peildatum=timezone.localdate()))
        if request.user.heeft(Recht.CATALOGUS_BEHEREN)
        else 0,
    }
    return render(request, "ondersteuning/catalogus.html", context)


@require_safe
def aanbod(request: StaffRequest, aanbod_id: UUID) -> HttpResponse:
    """One entry whole."""
    rij = aanbod_van(request, aanbod_id)
    context = {
        "aanbod": rij,
        "vandaag": timezone.localdate(),
        "mag_beheren": request.user.heeft(Recht.CATALOGUS_BEHEREN),
    }
    return render(request, "ondersteuning/aanbod.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def aanbod_nieuw(request: StaffRequest) -> HttpResponse:
    """Add a kind of support or a project."""
    alleen_wie_beheert(request)
    form = AanbodForm(invoer(request))
    if request.method == "POST" and form.is_valid():
        try:
            rij = actions.add_aanbod(door=request.user, gegevens=gegevens_van(form))
        except DomeinFout as fout:
            meld(form, fout)
        else:
            messages.success(request, _("Bewaard. Het staat nu in de catalogus."))
            return redirect("catalogus:aanbod", rij.pk)
    return render(
        request,
        "ondersteuning/aanbod_form.html",
        {"form": form, "titel": _("Voeg ondersteuning toe")},
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def aanbod_wijzigen(request: StaffRequest, aanbod_id: UUID) -> HttpResponse:
    """Change an entry; when a colleague was first both texts are shown."""
    alleen_wie_beheert(request)
    rij = aanbod_van(request, aanbod_id)
    form = AanbodForm(invoer(request), initial={veld: getattr(rij, veld) for veld in VELDEN})
    context: dict[str, Any] = {"form": form, "titel": rij.titel, "aanbod": rij, "versie": rij.versie}
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.change_aanbod(
                    door=request.user,
                    aanbod_id=aanbod_id,
                    versie=getal(request.POST.get("versie")),
                    gegevens=gegevens_van(form),
                )
            except Versieconflict as fout:
                context |= {"conflict": fout, "versie": fout.versie, "verschil": verschil(form, fout)}
                status = 409
            except DomeinFout as fout:
                meld(form, fout)
            else:
                messages.success(request, _("Bewaard. Wat er eerder stond, blijft te lezen."))
                return redirect("catalogus:aanbod", rij.pk)
    return render(request, "ondersteuning/aanbod_form.html", context, status=status)
