"""What comes to a finished talk: a correction, the person's reaction, an agreement that was kept."""

from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekgesprek import actions
from verantwoord.vertrekgesprek.forms import AddendumForm, ReactieForm
from verantwoord.vertrekgesprek.fouten import GesprekStaatVast, PlanningKloptNiet
from verantwoord.vertrekgesprek.keuzes import Toevoeging
from verantwoord.vertrekgesprek.talen import aanspreekvorm
from verantwoord.vertrekgesprek.views.kader import adres, gesprek_van, pagina


@require_http_methods(["GET", "POST"])
def aanvulling(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """Add something to a finished talk."""
    dit = gesprek_van(request, dossier_id, gesprek_id)
    if not dit.is_afgerond:
        return redirect(adres("gesprek", dit))
    form = AddendumForm(
        request.POST if request.method == "POST" else None, initial={"soort": Toevoeging.AANVULLING}
    )
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_addendum(
                door=request.user, dossier_id=dossier_id, gesprek_id=gesprek_id, **form.cleaned_data
            )
        except DomeinFout as fout:
            veld = fout.veld if isinstance(fout, PlanningKloptNiet) else None
            form.add_error(veld, fout.melding)
        else:
            messages.success(request, _("De aanvulling staat bij het verslag."))
            return redirect(f"{adres('gesprek', dit)}#aanvullingen")
    inhoud = {"form": form, "gesprek": dit}
    return pagina(
        request, dit.dossier, "vertrekgesprek/aanvulling.html", inhoud, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
@zegt_wat_niet_mag
def reactie(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """Keep what the person says about a finished report."""
    dit = gesprek_van(request, dossier_id, gesprek_id)
    if not dit.is_afgerond:
        return redirect(adres("gesprek", dit))
    vandaag = timezone.localdate()
    form = ReactieForm(request.POST if request.method == "POST" else None, initial={"gegeven_op": vandaag})
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_reactie(
                door=request.user,
                dossier_id=dossier_id,
                gesprek_id=gesprek_id,
                peildatum=vandaag,
                **form.cleaned_data,
            )
        except PlanningKloptNiet as fout:
            form.add_error(fout.veld, fout.melding)
        except GesprekStaatVast as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("De reactie staat bij het verslag."))
            return redirect(f"{adres('gesprek', dit)}#aanvullingen")
    inhoud = {"form": form, "gesprek": dit, "aanspreekvorm": aanspreekvorm(dit.dossier.persoon, op=vandaag)}
    return pagina(
        request, dit.dossier, "vertrekgesprek/reactie.html", inhoud, status=422 if form.errors else 200
    )


@require_POST
def afspraak_gedaan(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID, nummer: int) -> HttpResponse:
    """Keep that an agreement was kept, and go back to where one was."""
    dit = gesprek_van(request, dossier_id, gesprek_id)
    try:
        actions.finish_afspraak(
            door=request.user,
            dossier_id=dossier_id,
            gesprek_id=gesprek_id,
            nummer=nummer,
            peildatum=timezone.localdate(),
        )
    except DomeinFout as fout:
        messages.error(request, fout.melding)
    return redirect(f"{adres('gesprek', dit)}#afspraken")
