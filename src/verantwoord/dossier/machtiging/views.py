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

from verantwoord.dossier.machtiging import acties, forms
from verantwoord.dossier.machtiging.tonen import machtigingen_of
from verantwoord.dossier.portaal.brief import SJABLOON, brief_van
from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier
from verantwoord.web.pdf import maak_pdf

_FORMULIEREN: Final[dict[str, type[Formulier]]] = {
    soort.stap: soort
    for soort in (forms.VastlegForm, forms.VoorstelForm, forms.AfwijsForm, forms.EindForm, forms.BriefForm)
}
_GEDAAN: Final[dict[str, Promise]] = {
    "vastleggen": lui("Vastgelegd. De machtiging geldt pas als een collega het papier ook heeft gezien."),
    "tekenen": lui("Getekend. De machtiging geldt. Maak nu de brief met de code."),
    "afwijzen": lui("Vastgelegd. Deze machtiging geldt niet."),
    "beeindigen": lui("De machtiging is beëindigd. Deze persoon ziet vanaf nu niets meer."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def machtigingen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Who may look and speak for the person, and what came on paper."""
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
        if stap == "brief":
            return _brief(request, dossier_id, form.cleaned_data["machtiging"])
        _doe(request, dossier_id, stap, form.cleaned_data)
    except GeenToegang:
        raise
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return _pagina(request, dossier_id, form=form, status=422)
    messages.success(request, str(_GEDAAN[stap]))
    return redirect("dossier:machtigingen", dossier_id)


def _doe(request: StaffRequest, dossier_id: UUID, stap: str, g: dict[str, Any]) -> None:
    wie: dict[str, Any] = {"door": request.user, "dossier_id": dossier_id}
    nu = timezone.now()
    doen: dict[str, Callable[[], object]] = {
        "vastleggen": lambda: acties.propose_machtiging(**wie, **g),
        "tekenen": lambda: acties.sign_machtiging(
            **wie, voorstel_id=g["voorstel"], nu=nu, op=timezone.localdate()
        ),
        "afwijzen": lambda: acties.refuse_machtiging(
            **wie, voorstel_id=g["voorstel"], reden=g["reden"], nu=nu
        ),
        "beeindigen": lambda: acties.end_machtiging(**wie, machtiging_id=g["machtiging"], nu=nu),
    }
    doen[stap]()


def _brief(request: StaffRequest, dossier_id: UUID, machtiging_id: UUID) -> HttpResponse:
    """Make the letter; the code on it exists in this answer alone."""
    stuk, code = acties.make_machtigingsbrief(
        door=request.user,
        dossier_id=dossier_id,
        machtiging_id=machtiging_id,
        nu=timezone.now(),
        op=timezone.localdate(),
    )
    adres = request.build_absolute_uri(reverse("portaal:activeren"))
    return HttpResponse(
        maak_pdf(SJABLOON, brief_van(stuk, code, adres=adres)),
        content_type="application/pdf",
        headers={"Content-Disposition": 'attachment; filename="brief.pdf"'},
    )


def _pagina(
    request: StaffRequest, dossier_id: UUID, *, form: Formulier | None = None, status: int = 200
) -> HttpResponse:
    blad = machtigingen_of(dossier_id, viewer=request.user, op=timezone.localdate())
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "overzicht",
        "blad": blad,
        "fout": form if form is not None and form.errors else None,
        "vastleg": form if isinstance(form, forms.VastlegForm) else forms.VastlegForm(),
        "lopend": [
            (m, _van(form, forms.BriefForm, "machtiging", m.pk), forms.EindForm(initial={"machtiging": m.pk}))
            for m in blad.lopend
        ],
        "voorstellen": [
            (
                v,
                v.door_id == request.user.pk,
                _van(form, forms.VoorstelForm, "voorstel", v.pk),
                _van(form, forms.AfwijsForm, "voorstel", v.pk),
            )
            for v in blad.voorstellen
        ],
        "mag": request.user.heeft(Recht.PORTAAL_OPENEN),
    }
    return render(request, "dossier/machtiging/machtigingen.html", context, status=status)


def _van(form: Formulier | None, soort: type[Formulier], veld: str, pk: UUID) -> Formulier:
    """The form about this row as it was sent, or an empty one."""
    if form is not None and type(form) is soort and form.data.get(veld) == str(pk):
        return form
    # Each row has a form of its own on one page: their fields may not share an id.
    return soort(initial={veld: pk}, auto_id=f"id_{soort.__name__}_{pk}_%s")
