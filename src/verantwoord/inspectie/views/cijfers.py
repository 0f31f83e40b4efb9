"""Management information: what went to the IND, by kind and year, with every remark beside its figure."""

import csv
from io import StringIO

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.inspectie import actions
from verantwoord.inspectie.forms import OpmerkingForm
from verantwoord.inspectie.managementinfo import Cijfer, Reeks, reeksen_of
from verantwoord.inspectie.views.kader import lezerskader, moet
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.cel import veilig
from verantwoord.web.waarden import Kolom, Verwijzing


@require_safe
def cijfers(request: StaffRequest) -> HttpResponse:
    """The figures in one table, and below each kind what must be known to read them."""
    moet(request, Recht.RAPPORT_LEZEN)
    reeksen = reeksen_of(viewer=request.user, tot_jaar=timezone.localdate().year)
    jaren = [cijfer.jaar for cijfer in reeksen[0].cijfers]
    context = {
        **lezerskader(request),
        "pad": [Verwijzing(_("Rapporten"), reverse("rapporten:lijst")), Verwijzing(_("Naar de IND"))],
        "kolommen": [Kolom(_("Soort")), *(Kolom(str(jaar), getal=True) for jaar in jaren)],
        "rijen": [(reeks, [_cel(cijfer) for cijfer in reeks.cijfers]) for reeks in reeksen],
        "reeksen": reeksen,
        "eerste_geteld": next((c.jaar for c in reeksen[0].cijfers if c.geteld), None),
        "geteld": reeksen[0].geteld,
        "mag_toelichten": request.user.heeft(Recht.CIJFERS_TOELICHTEN),
        "vandaag": timezone.localdate(),
    }
    return render(request, "inspectie/cijfers.html", context)


def _cel(cijfer: Cijfer) -> dict[str, object]:
    nummers = "*" if cijfer.opmerkingen else ""
    return {"jaar": cijfer.jaar, "tekst": _in_woorden(cijfer), "klein": bool(cijfer.onder), "merk": nummers}


def _in_woorden(cijfer: Cijfer) -> str:
    if cijfer.aantal is not None:
        return str(cijfer.aantal)
    return _("minder dan %(n)d") % {"n": cijfer.onder} if cijfer.onder else _("niet bekend")


@require_safe
def als_csv(request: StaffRequest) -> HttpResponse:
    """One line a figure, with its source and all its remarks: a figure never goes out without them."""
    moet(request, Recht.RAPPORT_LEZEN)
    uit = StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([_("soort"), _("jaar"), _("aantal"), _("bron"), _("opmerkingen")])
    for reeks in reeksen_of(viewer=request.user, tot_jaar=timezone.localdate().year):
        for cijfer in reeks.cijfers:
            schrijver.writerow([veilig(str(cel)) for cel in _regel(reeks, cijfer)])
    antwoord = HttpResponse("\ufeff" + uit.getvalue(), content_type="text/csv; charset=utf-8")
    antwoord["Content-Disposition"] = 'attachment; filename="naar-de-ind.csv"'
    return antwoord


def _regel(reeks: Reeks, cijfer: Cijfer) -> list[object]:
    opmerkingen = " | ".join(f"{o.get_aard_display()}: {o.tekst} ({o.bron})" for o in cijfer.opmerkingen)
    return [reeks.titel, cijfer.jaar, _in_woorden(cijfer), cijfer.bron, opmerkingen]


@require_http_methods(["GET", "HEAD", "POST"])
def opmerking(request: StaffRequest) -> HttpResponse:
    """Say something that goes along with a figure from now on."""
    moet(request, Recht.CIJFERS_TOELICHTEN)
    jaar = timezone.localdate().year
    form = OpmerkingForm(
        request.POST if request.method == "POST" else None, initial={"van_jaar": jaar, "tot_jaar": jaar}
    )
    if form.is_valid():
        actions.add_opmerking(door=request.user, **form.cleaned_data)
        return redirect("rapporten:cijfers")
    titel = str(form.titel)
    context = {
        "pad": [
            Verwijzing(_("Rapporten"), reverse("rapporten:lijst")),
            Verwijzing(_("Naar de IND"), reverse("rapporten:cijfers")),
            Verwijzing(titel),
        ],
        "titel": titel,
        "inleiding": form.uitleg,
        "form": form,
        "knop": form.knop,
        "terug_url": reverse("rapporten:cijfers"),
    }
    return render(request, "inspectie/formulier.html", context, status=422 if form.errors else 200)


@require_POST
def opmerking_weg(request: StaffRequest, opmerking_id: int) -> HttpResponse:
    """Take back what one wrote oneself."""
    moet(request, Recht.CIJFERS_TOELICHTEN)
    try:
        actions.withdraw_opmerking(door=request.user, opmerking_id=opmerking_id)
    except GeenToegang:
        raise
    except DomeinFout as fout:
        raise Http404 from fout
    return redirect("rapporten:cijfers")
