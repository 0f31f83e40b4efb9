from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verantwoord.dossier.actions import record_veiligheidskaart
from verantwoord.dossier.queries import dossier_of, veiligheidskaart_of
from verantwoord.dossier.veiligheid.forms import KaartForm
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def kaart(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The card on a page of the staff."""
    form, antwoord = bewerk_kaart(request, dossier_id, terug="dossier:veiligheid")
    if antwoord is not None:
        return antwoord
    dossier = dossier_of(dossier_id, viewer=request.user)
    context = {
        "dossier": dossier,
        "onderdeel": "toezicht",
        "kaart": veiligheidskaart_of(dossier_id, viewer=request.user),
        "form": form if dossier.gesloten_op is None or form.errors else None,
    }
    return render(request, "dossier/veiligheid/kaart.html", context, status=422 if form.errors else 200)


def bewerk_kaart(
    request: StaffRequest, dossier_id: UUID, *, terug: str
) -> tuple[KaartForm, HttpResponse | None]:
    """The form with the card that holds, and where to go once a new one was kept."""
    nu = veiligheidskaart_of(dossier_id, viewer=request.user)
    begin = {"vorige": nu.pk if nu else None, "tekst": nu.tekst if nu else ""}
    form = KaartForm(request.POST if request.method == "POST" else None, initial=begin)
    if request.method != "POST" or not form.is_valid():
        return form, None
    try:
        record_veiligheidskaart(door=request.user, dossier_id=dossier_id, **form.cleaned_data)
    except GeenToegang:
        raise
    except DomeinFout as fout:
        invoer = request.POST.copy()
        invoer["vorige"] = str(nu.pk) if nu else ""
        form = KaartForm(invoer)
        form.full_clean()
        form.add_error(None, fout.melding)
        return form, None
    messages.success(request, _("De veiligheidskaart is bijgewerkt."))
    return form, redirect(terug, dossier_id)
