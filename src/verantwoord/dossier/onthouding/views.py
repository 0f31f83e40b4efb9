from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui
from django.views.decorators.http import require_http_methods

from verantwoord.dossier.onthouding import acties, forms
from verantwoord.dossier.onthouding.tonen import onthoudingen_of
from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier

_FORMULIEREN: Final[dict[str, type[Formulier]]] = {
    soort.stap: soort for soort in (forms.VraagForm, forms.TekenForm, forms.OpheffenForm)
}
_GEDAAN: Final[dict[str, Promise]] = {
    "vragen": lui("Uw vraag wacht op een collega. Tot die tekent, ziet de persoon alles."),
    "tekenen": lui("Getekend. De persoon ziet dit niet, en wel dat er iets ontbreekt."),
    "opheffen": lui("De persoon ziet dit weer."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def onthoudingen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """What the person does not see now, and asking for that."""
    if request.method != "POST":
        return _pagina(request, dossier_id)
    stap = request.POST.get("stap", "")
    soort = _FORMULIEREN.get(stap)
    if soort is None:
        return _pagina(request, dossier_id, status=422)
    form = soort(request.POST)
    if not form.is_valid():
        return _pagina(request, dossier_id, form=form, status=422)
    try:
        _doe(request, dossier_id, stap, form.cleaned_data)
    except GeenToegang:
        raise
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return _pagina(request, dossier_id, form=form, status=422)
    messages.success(request, str(_GEDAAN[stap]))
    return redirect("dossier:onthoudingen", dossier_id)


def _doe(request: StaffRequest, dossier_id: UUID, stap: str, g: dict[str, Any]) -> None:
    wie: dict[str, Any] = {"door": request.user, "dossier_id": dossier_id, "vandaag": timezone.localdate()}
    if stap == "vragen":
        nummer = g.pop("nummer")
        acties.ask_onthouding(**wie, **g, welke=str(nummer - 1) if nummer else "")
    elif stap == "tekenen":
        acties.sign_onthouding(**wie, onthouding_id=g["onthouding"], nu=timezone.now())
    else:
        acties.lift_onthouding(**wie, onthouding_id=g["onthouding"], nu=timezone.now())


def _pagina(
    request: StaffRequest, dossier_id: UUID, *, form: Formulier | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "overzicht",
        "blad": onthoudingen_of(dossier_id, viewer=request.user, op=timezone.localdate()),
        "fout": form if form is not None and form.errors else None,
        "form": form if isinstance(form, forms.VraagForm) else forms.VraagForm(),
        "mag": request.user.heeft(Recht.PORTAAL_AFSCHERMEN),
    }
    return render(request, "dossier/onthouding/onthoudingen.html", context, status=status)
