from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.actions import decide_betwisting
from verantwoord.dossier.betwisting.forms import BeslisForm
from verantwoord.dossier.queries import betwistingen_of, dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest


@require_safe
def lijst(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Everything the person said is not right; what waits stands first."""
    betwistingen = sorted(betwistingen_of(dossier_id, viewer=request.user), key=lambda b: not b.wacht)
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "overzicht",
        "betwistingen": betwistingen,
        "vandaag": timezone.localdate(),
    }
    return render(request, "dossier/betwisting/lijst.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def beslis(request: StaffRequest, dossier_id: UUID, betwisting_id: UUID) -> HttpResponse:
    """One of them, and the answer."""
    betwisting = betwistingen_of(dossier_id, viewer=request.user).filter(pk=betwisting_id).first()
    if betwisting is None:
        raise Http404
    form = BeslisForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            decide_betwisting(
                door=request.user,
                dossier_id=dossier_id,
                betwisting_id=betwisting_id,
                op=timezone.localdate(),
                **form.cleaned_data,
            )
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("Uw antwoord staat in het portaal. Het merk bij het gegeven is weg."))
            return redirect("dossier:betwistingen", dossier_id)
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "overzicht",
        "betwisting": betwisting,
        "form": form
        if form.errors or (betwisting.wacht and request.user.heeft(Recht.DOSSIER_BEHANDELEN))
        else None,
        "vandaag": timezone.localdate(),
    }
    return render(request, "dossier/betwisting/betwisting.html", context, status=422 if form.errors else 200)
