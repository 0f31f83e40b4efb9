from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verantwoord.dossier.afscherming.acties import name_tweede, shield_dossier, unshield_dossier
from verantwoord.dossier.afscherming.forms import AfschermForm, TweedeForm
from verantwoord.dossier.queries import afscherming_of, dossier_of, tweeden_voor
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def afscherming(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Shield this dossier, name another second, or end the shield."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    collegas = [
        (str(collega.pk), f"{collega.naam}, {collega.get_rol_display().lower()}, {collega.team}")
        for collega in tweeden_voor(dossier, viewer=request.user)
    ]
    soort = TweedeForm if dossier.afgeschermd else AfschermForm
    form = soort(request.POST if request.method == "POST" else None, collegas=collegas)
    einde = request.method == "POST" and request.POST.get("stap") == "opheffen"
    if request.method == "POST" and (einde or form.is_valid()):
        wie: dict[str, Any] = {"door": request.user, "dossier_id": dossier_id}
        try:
            if einde:
                unshield_dossier(**wie, nu=timezone.now())
            elif dossier.afgeschermd:
                name_tweede(**wie, **form.cleaned_data)
            else:
                shield_dossier(**wie, **form.cleaned_data)
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form = soort(request.POST, collegas=collegas)
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("Vastgelegd."))
            return redirect("dossier:afscherming", dossier_id)
    context = {
        "dossier": dossier,
        "onderdeel": "overzicht",
        "form": form,
        "lopend": afscherming_of(dossier_id, viewer=request.user),
        "mag": dossier.regievoerder_id == request.user.pk and dossier.is_te_behandelen_door(request.user),
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "dossier/afscherming.html", context, status=status)
