"""One meeting: its page, the part that renews itself, and what is arranged for it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.kern.fouten import DomeinFout
from verantwoord.overleg import queries
from verantwoord.overleg.blad import kop_van
from verantwoord.overleg.lezen import versies_van_overleg
from verantwoord.overleg.tafelstappen import STAPPEN
from verantwoord.overleg.versies import Versies
from verantwoord.overleg.views.hulp import bekijk_overleg, sleutel, van, vraag
from verantwoord.toegang.inzage import toont_personen
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.waarden import Verwijzing


@toont_personen
@require_safe
def overleg(request: StaffRequest, overleg_id: UUID) -> HttpResponse:
    """The agenda with the open actions first, who sits at the table, and what can be done now."""
    pagina = bekijk_overleg(request, overleg_id)
    gedaan = request.GET.get("gedaan", "")
    extra = {
        "overleg_id": overleg_id,
        "bewaard": sleutel(request, overleg_id, gedaan) if gedaan in STAPPEN else "",
    }
    return render(request, "overleg/overleg.html", vars(pagina) | extra)


@toont_personen
@require_safe
def stand(request: StaffRequest, overleg_id: UUID) -> HttpResponse:
    """What changed since ``v``; 204 when nothing did."""
    toen = Versies.uit_tekst(request.GET.get("v", ""))
    nu = vraag(request, lambda: versies_van_overleg(overleg_id, viewer=request.user))
    if nu is None:
        raise Http404
    if toen == nu:
        return HttpResponse(status=204)
    alles = toen.is_anders_ingericht(nu)
    pagina = bekijk_overleg(
        request, overleg_id, alleen=None if alles else lambda pk: toen.is_gewijzigd(pk, nu)
    )
    gewijzigd = {str(pk) for pk in pagina.per_punt if toen.is_gewijzigd(pk, nu)}
    context = vars(pagina) | {
        "versie": str(nu),
        "alles": alles,
        "gewijzigd": [regel for regel in pagina.agenda if regel.sleutel in gewijzigd],
        "gewijzigde_zaken": [zaak for zaak in pagina.zaken if str(zaak.id) in gewijzigd],
    }
    return render(request, "overleg/_overleg_stand.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def stap(request: StaffRequest, overleg_id: UUID, stap: str) -> HttpResponse:
    """One thing to arrange, with its form. It shows the meeting and nobody's case."""
    soort = STAPPEN.get(stap)
    if soort is None:
        raise Http404
    try:
        gevraagd = queries.overleg_of(overleg_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    form: Any = soort.maak(request.POST if request.method == "POST" else None, overleg=gevraagd)
    weigering, status = "", 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                soort.doe(door=request.user, overleg_id=overleg_id, form=form, nu=timezone.now())
            except ObjectDoesNotExist as fout:
                raise Http404 from fout
            except GeenToegang as fout:
                weigering, status = fout.melding, 403
            except DomeinFout as fout:
                form.add_error(None, fout.melding)
            else:
                messages.success(request, str(soort.gedaan))
                return redirect(f"{reverse('overleg:overleg', args=[overleg_id])}?gedaan={stap}")
    terug = reverse("overleg:overleg", args=[overleg_id])
    context = {
        "kop": kop_van(gevraagd),
        "pad": [Verwijzing(_("Overleg"), reverse("overleg:overleggen")), Verwijzing(gevraagd.naam, terug)],
        "form": form,
        "weigering": weigering,
        "url": reverse("overleg:stap", args=[overleg_id, stap]),
        "terug_url": terug,
        "sleutel": sleutel(request, overleg_id, stap),
        "van": van(request),
    }
    return render(request, "overleg/stap.html", context, status=status)
