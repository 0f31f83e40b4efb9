from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui
from django.views.decorators.http import require_http_methods

from verantwoord.dossier.portaal import acties, afschermen, forms
from verantwoord.dossier.portaal.brief import SJABLOON, brief_van, vel_van
from verantwoord.dossier.portaal.tonen import portaal_of
from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier
from verantwoord.web.pdf import maak_pdf

FORMULIEREN: Final[dict[str, type[Formulier]]] = {
    soort.stap: soort
    for soort in (
        forms.OverhandigForm,
        forms.IntrekForm,
        forms.SluitForm,
        forms.AfschermForm,
        forms.TekenForm,
        forms.OpheffenForm,
    )
}
_GEDAAN: Final[dict[str, Promise]] = {
    "overhandigen": lui("Vastgelegd. Vanaf nu kan de persoon hiermee in het portaal."),
    "intrekken": lui("Ingetrokken. Dit opent niets meer."),
    "sluiten": lui("Het portaal van deze persoon is gesloten."),
    "afschermen": lui("Uw vraag wacht op een collega. Tot die tekent, blijft het portaal open."),
    "tekenen": lui("Het portaal is nu dicht."),
    "opheffen": lui("Het portaal is niet meer dicht om de veiligheid."),
}
Gegeven = dict[str, Any]


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def portaal(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Whether the person can come in, what was handed over, and whether the portal is closed for safety."""
    if request.method != "POST":
        return _pagina(request, dossier_id)
    stap = request.POST.get("stap", "")
    if stap in {"brief", "vel"}:
        return _papier(request, dossier_id, stap)
    soort = FORMULIEREN.get(stap)
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
    return redirect("dossier:portaal", dossier_id)


def _doe(request: StaffRequest, dossier_id: UUID, stap: str, g: Gegeven) -> None:
    wie: Gegeven = {"door": request.user, "dossier_id": dossier_id}
    nu, vandaag = timezone.now(), timezone.localdate()
    doen: dict[str, Callable[[], object]] = {
        "overhandigen": lambda: acties.hand_over(**wie, activering_id=g["stuk"], op=g["op"], vandaag=vandaag),
        "intrekken": lambda: acties.revoke_activering(**wie, activering_id=g["stuk"], nu=nu),
        "sluiten": lambda: acties.close_account(**wie, reden=g["reden"], nu=nu),
        "afschermen": lambda: afschermen.ask_afscherming(**wie, **g, vandaag=vandaag),
        "tekenen": lambda: afschermen.sign_afscherming(
            **wie, afscherming_id=g["afscherming"], nu=nu, vandaag=vandaag
        ),
        "opheffen": lambda: afschermen.lift_afscherming(
            **wie, afscherming_id=g["afscherming"], reden=g["reden"], nu=nu, vandaag=vandaag
        ),
    }
    doen[stap]()


def _papier(request: StaffRequest, dossier_id: UUID, stap: str) -> HttpResponse:
    """Make the letter or the sheet; what stands on it exists in this answer alone."""
    nu = timezone.now()
    if stap == "brief":
        stuk, code = acties.make_brief(door=request.user, dossier_id=dossier_id, nu=nu)
        adres = request.build_absolute_uri(reverse("portaal:activeren"))
        gegevens = brief_van(stuk, code, adres=adres)
    else:
        stuk, codes = acties.make_vel(door=request.user, dossier_id=dossier_id, nu=nu)
        adres = request.build_absolute_uri(reverse("portaal:inloggen"))
        gegevens = vel_van(stuk, codes, adres=adres)
    return HttpResponse(
        maak_pdf(SJABLOON, gegevens),
        content_type="application/pdf",
        headers={"Content-Disposition": f'attachment; filename="{stap}.pdf"'},
    )


def _pagina(
    request: StaffRequest, dossier_id: UUID, *, form: Formulier | None = None, status: int = 200
) -> HttpResponse:
    nu, vandaag = timezone.now(), timezone.localdate()
    blad = portaal_of(dossier_id, viewer=request.user, nu=nu, vandaag=vandaag)
    stap = getattr(form, "stap", "")
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "overzicht",
        "blad": blad,
        "fout": form if form is not None and form.errors else None,
        "stap": stap,
        "stukken": [
            (stuk, _van(form, forms.OverhandigForm, str(stuk.stuk.pk)) if stuk.stand == "onderweg" else None)
            for stuk in blad.stukken
        ],
        "sluit": _of(form, forms.SluitForm),
        "afscherm": _of(form, forms.AfschermForm),
        "opheffen": _of(form, forms.OpheffenForm),
        "mag_openen": request.user.heeft(Recht.PORTAAL_OPENEN),
        "mag_afschermen": request.user.heeft(Recht.PORTAAL_AFSCHERMEN),
        "is_eigen_vraag": blad.lopend is not None and blad.lopend.door_id == request.user.pk,
    }
    return render(request, "dossier/portaal/portaal.html", context, status=status)


def _of(form: Formulier | None, soort: type[Formulier]) -> Formulier:
    """The form as it was sent, or an empty one."""
    return form if form is not None and isinstance(form, soort) else soort()


def _van(form: Formulier | None, soort: type[Formulier], stuk: str) -> Formulier:
    if form is not None and isinstance(form, soort) and form.data.get("stuk") == stuk:
        return form
    return soort(initial={"stuk": stuk})
