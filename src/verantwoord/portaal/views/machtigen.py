"""Who may speak for me: letting somebody in for a time, and ending that at once."""

from datetime import date, timedelta
from typing import Final

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.debug import sensitive_variables
from django.views.decorators.http import require_http_methods, require_POST

from verantwoord.dossier.machtiging.acties import OnbekendNummer, end_eigen_machtiging, give_machtiging
from verantwoord.kern.fouten import DomeinFout
from verantwoord.portaal.forms import MachtigForm, RijForm
from verantwoord.portaal.queries.machtigingen import machtigingenblad_of
from verantwoord.portaal.taal import zin
from verantwoord.portaal.verzoek import PortaalRequest, blad
from verantwoord.portaal.views.kader import bladzijden_van
from verantwoord.toegang.rechten import Recht

# For how long, in days from today; the choices of the form.
_DAGEN: Final = {"maand": 30, "kwartaal": 91, "halfjaar": 182, "jaar": 365}


@require_http_methods(["GET", "HEAD", "POST"])
@blad
@sensitive_variables("code")
def machtigingen(request: PortaalRequest) -> HttpResponse:
    """Show who may speak for me, and let somebody else do so. The code is shown once, in the answer itself."""
    if request.method == "POST" and not request.account.heeft(Recht.MACHTIGING_GEVEN):
        raise Http404
    form = MachtigForm(request.POST if request.method == "POST" else None)
    op = timezone.localdate()
    if form.is_valid():
        try:
            machtiging, code = give_machtiging(
                door=request.account,
                dossier_id=request.dossier_id,
                naam=form.cleaned_data["naam"],
                hoedanigheid=form.cleaned_data["wie"],
                tot=_tot(op, form.cleaned_data["hoe_lang"]),
                nu=timezone.now(),
                op=op,
                nummer=form.cleaned_data["nummer"],
            )
        except OnbekendNummer:
            form.add_error(
                "nummer", zin("Wij vinden dit nummer met deze naam niet. Vraag het na, of laat het leeg.")
            )
        except DomeinFout:
            form.add_error(
                None, zin("Dit lukt nu niet. Er is intussen iets veranderd. Kijk wat er nu staat.")
            )
        else:
            if not code:
                return redirect("portaal:machtigingen")
            gegeven = {
                "naam": machtiging.account.eigen_naam,
                "code": code,
                "tot": machtiging.tot,
                "adres": request.build_absolute_uri(reverse("portaal:activeren")),
            }
            return render(request, "portaal/machtigingscode.html", gegeven)
    context = {
        "blad": machtigingenblad_of(request.dossier_id, viewer=request.account, op=op),
        "form": form,
        "bladzijden": bladzijden_van(request),
    }
    return render(request, "portaal/machtigingen.html", context, status=422 if form.errors else 200)


@require_POST
@blad
def machtiging_stoppen(request: PortaalRequest) -> HttpResponse:
    """End one at once: any of one's own, or the one that lets oneself in."""
    form = RijForm(request.POST)
    if not form.is_valid():
        raise Http404
    beeindigd = end_eigen_machtiging(
        door=request.account,
        dossier_id=request.dossier_id,
        machtiging_id=form.cleaned_data["id"],
        nu=timezone.now(),
    )
    if beeindigd is None:
        raise Http404
    return redirect("portaal:machtigingen")


def _tot(op: date, hoe_lang: str) -> date:
    return op + timedelta(days=_DAGEN[hoe_lang])
