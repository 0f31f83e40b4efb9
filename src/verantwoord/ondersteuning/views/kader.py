"""What the pages of this room share: the frame, and how one step is shown, done and refused."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse

from verantwoord.dossier import queries as dossierqueries
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.kern.fouten import DomeinFout
from verantwoord.ondersteuning import queries
from verantwoord.ondersteuning.forms import veld_van
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier
from verantwoord.web.waarden import Verschilonderdeel


def pagina(
    request: StaffRequest,
    dossier: dossierqueries.Dossier,
    sjabloon: str,
    inhoud: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    context = {"dossier": dossier, "onderdeel": "wensen", **inhoud}
    return render(request, sjabloon, context, status=status)


def dossier_van(request: StaffRequest, dossier_id: UUID) -> dossierqueries.Dossier:
    return dossierqueries.dossier_of(dossier_id, viewer=request.user)


def invoer(request: StaffRequest) -> QueryDict | None:
    """What was sent, also when that is nothing at all; none when the form is only asked for."""
    return request.POST if request.method == "POST" else None


def lijst_url(dossier_id: UUID, anker: str = "") -> str:
    return reverse("ondersteuning:wensen", args=[dossier_id]) + (f"#{anker}" if anker else "")


def stap(
    request: StaffRequest,
    dossier: dossierqueries.Dossier,
    form: Formulier,
    *,
    doe: Callable[[dict[str, Any]], object],
    inhoud: dict[str, Any],
    sjabloon: str = "ondersteuning/stap.html",
    anker: str = "",
) -> HttpResponse:
    """One step: the form, the act, back to the page; whatever is refused keeps all that was typed.

    When a colleague was first the answer is 409, with the newest version in the form and both texts where there are two.
    """
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                doe(form.cleaned_data)
            except Versieconflict as fout:
                inhoud |= {"conflict": fout, "versie": fout.versie, "verschil": verschil(form, fout)}
                status = 409
            except GeenToegang:
                raise
            except DomeinFout as fout:
                meld(form, fout)
            else:
                return redirect(lijst_url(dossier.pk, anker))
    return pagina(request, dossier, sjabloon, {"form": form, **inhoud}, status=status)


def alleen_wie_beheert(request: StaffRequest) -> None:
    """Who may only read has no such page: not found and not allowed look alike."""
    if not request.user.heeft(Recht.CATALOGUS_BEHEREN):
        raise Http404


def aanbod_van(request: StaffRequest, aanbod_id: UUID) -> queries.Aanbod:
    try:
        return queries.aanbod_of(aanbod_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout


def verschil(form: Formulier, fout: Versieconflict) -> list[Verschilonderdeel]:
    """What a colleague wrote beside what was typed here, for the texts of this form."""
    return [
        Verschilonderdeel(str(form.fields[veld].label), tekst, form.cleaned_data[veld])
        for veld, tekst in fout.bewaard.items()
        if veld in form.fields
    ]


def meld(form: Formulier, fout: DomeinFout, *, veld: str | None = None) -> None:
    """Put a refusal beside the field it names, or else beside ``veld``, or on top."""
    veld = fout.veld if isinstance(fout, WensKloptNiet) else veld
    form.add_error(veld_van(form, veld), fout.melding)
