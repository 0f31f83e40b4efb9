"""The report for policy: what people would need and nobody offers."""

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verantwoord.kwaliteit import behoeften
from verantwoord.overleg.balken import BREED, SMAL, teken_balken
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.waarden import Kolom, Verwijzing


@require_safe
def overzicht(request: StaffRequest) -> HttpResponse:
    """One half year, in a drawing and in a table of the same; with ``?vorm=csv`` as a file. It shows nobody."""
    if not request.user.heeft(Recht.KWALITEIT_BEKIJKEN):
        raise PermissionDenied
    vandaag = timezone.localdate()
    periodes = behoeften.halfjaren(vandaag=vandaag, viewer=request.user)
    titel = _("Waar niets voor is")
    context = {
        "titel": titel,
        "pad": [Verwijzing(_("Kwaliteit"), reverse("kwaliteit:meting")), Verwijzing(titel)],
        "periodes": periodes,
        "minstens": behoeften.MINSTENS,
        "minstens_gevoelig": behoeften.MINSTENS_GEVOELIG,
    }
    if not periodes:
        return render(request, "kwaliteit/behoeften.html", context)
    code = request.GET.get("periode", periodes[0].code)
    gekozen = next((periode for periode in periodes if periode.code == code), None)
    if gekozen is None:
        raise Http404
    regels = behoeften.tel(gekozen, vandaag=vandaag, viewer=request.user)
    if request.GET.get("vorm") == "csv":
        return HttpResponse(
            behoeften.als_csv(gekozen, regels),
            content_type="text/csv; charset=utf-8",
            headers={
                "Content-Disposition": f'attachment; filename="waar-niets-voor-is-{gekozen.code}.csv"',
                "X-Content-Type-Options": "nosniff",
            },
        )
    balken = behoeften.als_balken(regels)
    kop = _("Hoeveel mensen iets nodig hadden dat er niet is")
    context |= {
        "gekozen": gekozen,
        "regels": regels,
        "kop": kop,
        "smal": teken_balken(balken, titel=kop, sleutel="behoeften", breed=SMAL),
        "breed": teken_balken(balken, titel=kop, sleutel="behoeften", breed=BREED),
        "kolommen": [Kolom(_("Wat er niet is")), Kolom(_("Land")), Kolom(_("Aantal mensen"), getal=True)],
    }
    return render(request, "kwaliteit/behoeften.html", context)
