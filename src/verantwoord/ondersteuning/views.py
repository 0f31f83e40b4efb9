from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from verantwoord.dossier import queries as dossierqueries
from verantwoord.dossier.fouten import Versieconflict
from verantwoord.kern.fouten import DomeinFout
from verantwoord.ondersteuning import actions, queries
from verantwoord.ondersteuning.forms import AntwoordForm, BeoordelingForm, WensForm, veld_van
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier, getal
from verantwoord.web.waarden import Verschilonderdeel


@require_GET
def wensen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Every wish with what was thought of it and answered; what waits for an answer comes first, by date."""
    vandaag = timezone.localdate()
    inhoud = {
        "vandaag": vandaag,
        "wensen": queries.wensregels_of(dossier_id, viewer=request.user, peildatum=vandaag),
        "mag_schrijven": request.user.heeft(Recht.DOSSIER_BEHANDELEN),
    }
    return _pagina(request, _dossier(request, dossier_id), "ondersteuning/wensen.html", inhoud)


@require_http_methods(["GET", "POST"])
def nieuw(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Record a wish, or that there is none."""
    vandaag = timezone.localdate()
    form = WensForm(request.POST if request.method == "POST" else None, initial={"geuit_op": vandaag})
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_wens(
                door=request.user, dossier_id=dossier_id, peildatum=vandaag, **form.cleaned_data
            )
        except DomeinFout as fout:
            _meld(form, fout)
        else:
            messages.success(request, _("De wens is bewaard. Geef binnen twee weken een antwoord."))
            return redirect(reverse("ondersteuning:wensen", args=[dossier_id]))
    inhoud = {"form": form}
    return _pagina(
        request,
        _dossier(request, dossier_id),
        "ondersteuning/nieuw.html",
        inhoud,
        status=422 if form.errors else 200,
    )


@require_http_methods(["GET", "POST"])
def beoordelen(request: StaffRequest, dossier_id: UUID, wens_id: UUID) -> HttpResponse:
    """Say whether a wish can come true, and why."""
    wens = _wens(request, dossier_id, wens_id)
    begin = {"beoordeling": wens.beoordeling, "reden": wens.beoordeling_reden}
    return _stap(
        request,
        wens,
        sjabloon="ondersteuning/beoordelen.html",
        soort=BeoordelingForm,
        begin=begin,
        actie=actions.assess_wens,
    )


@require_http_methods(["GET", "POST"])
def beantwoorden(request: StaffRequest, dossier_id: UUID, wens_id: UUID) -> HttpResponse:
    """Answer the person about a wish."""
    wens = _wens(request, dossier_id, wens_id)
    begin = {"vervolg": wens.vervolg, "vervolg_op": timezone.localdate()}
    return _stap(
        request,
        wens,
        sjabloon="ondersteuning/beantwoorden.html",
        soort=AntwoordForm,
        begin=begin,
        actie=actions.answer_wens,
    )


def _stap(
    request: StaffRequest,
    wens: queries.Wens,
    *,
    sjabloon: str,
    soort: type[Formulier],
    begin: dict[str, Any],
    actie: Callable[..., queries.Wens],
) -> HttpResponse:
    """One step about a wish: the form, the action, and both texts when a colleague was first."""
    if wens.is_geen_wens:
        return redirect(reverse("ondersteuning:wensen", args=[wens.dossier_id]))
    form = soort(request.POST if request.method == "POST" else None, initial=begin)
    inhoud: dict[str, Any] = {"form": form, "wens": wens, "versie": wens.versie}
    if request.method == "POST" and form.is_valid():
        try:
            actie(
                door=request.user,
                dossier_id=wens.dossier_id,
                wens_id=wens.pk,
                versie=getal(request.POST.get("versie")),
                peildatum=timezone.localdate(),
                **form.cleaned_data,
            )
        except Versieconflict as fout:
            inhoud |= {"conflict": fout, "versie": fout.versie, "verschil": _verschil(form, fout)}
            return _pagina(request, wens.dossier, sjabloon, inhoud, status=409)
        except DomeinFout as fout:
            _meld(form, fout)
        else:
            return redirect(reverse("ondersteuning:wensen", args=[wens.dossier_id]) + f"#wens-{wens.pk}")
    return _pagina(request, wens.dossier, sjabloon, inhoud, status=422 if form.errors else 200)


def _verschil(form: Formulier, fout: Versieconflict) -> list[Verschilonderdeel]:
    """What a colleague wrote beside what was typed here, for the texts of this form."""
    return [
        Verschilonderdeel(str(form.fields[veld].label), tekst, form.cleaned_data[veld])
        for veld, tekst in fout.bewaard.items()
        if veld in form.fields
    ]


def _meld(form: Formulier, fout: DomeinFout) -> None:
    veld = fout.veld if isinstance(fout, WensKloptNiet) else None
    form.add_error(veld_van(form, veld), fout.melding)


def _pagina(
    request: StaffRequest,
    dossier: dossierqueries.Dossier,
    sjabloon: str,
    inhoud: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    context = {"dossier": dossier, "onderdeel": "wensen", **inhoud}
    return render(request, sjabloon, context, status=status)


def _dossier(request: StaffRequest, dossier_id: UUID) -> dossierqueries.Dossier:
    return dossierqueries.dossier_of(dossier_id, viewer=request.user)


def _wens(request: StaffRequest, dossier_id: UUID, wens_id: UUID) -> queries.Wens:
    try:
        return queries.wens_of(dossier_id, wens_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
