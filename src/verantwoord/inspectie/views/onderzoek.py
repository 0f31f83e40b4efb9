"""The home of an inspecteur, an onderzoek with what its step still misses, and every act that has a form or a button."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.inspectie import actions, queries
from verantwoord.inspectie.forms import Handelingform, OpzetForm
from verantwoord.inspectie.fouten import IntussenGewijzigd
from verantwoord.inspectie.handelingen import HANDELINGEN, KNOPPEN
from verantwoord.inspectie.leesdesk.wachtend import wachtend_op
from verantwoord.inspectie.queries import Onderzoek
from verantwoord.inspectie.views.kader import moet, onderzoek_van, pad, pagina
from verantwoord.inspectie.voortgang import VOLGENDE, ontbreekt
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen import NORMEN
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.waarden import Verschilonderdeel, Verwijzing


@require_safe
def begin(request: StaffRequest) -> HttpResponse:
    """The onderzoeken one works on, and what waits besides."""
    moet(request, Recht.ONDERZOEK_UITVOEREN)
    context = {
        "wachtend": wachtend_op(viewer=request.user),
        "onderzoeken": queries.onderzoeken_of(viewer=request.user),
        "rapporten": queries.rapporten_of(viewer=request.user)[:5],
    }
    return render(request, "inspectie/begin.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def nieuw(request: StaffRequest) -> HttpResponse:
    """Begin an onderzoek; what is not known yet may wait."""
    moet(request, Recht.ONDERZOEK_UITVOEREN)
    form = OpzetForm(request.POST if request.method == "POST" else None, initial={"versie": 0})
    if form.is_valid():
        invoer = form.cleaned_data
        onderzoek = actions.start_onderzoek(
            door=request.user,
            op=timezone.localdate(),
            titel=invoer["naam"],
            vraag=invoer["vraag"],
            deelvragen=invoer["deelvragen"],
            afbakening=invoer["afbakening"],
            peildatum=invoer["peildatum"],
        )
        return redirect("inspectie:onderzoek", onderzoek.pk)
    titel = _("Begin een onderzoek")
    context = {
        "pad": pad(Verwijzing(titel)),
        "titel": titel,
        "form": form,
        "knop": _("Begin het onderzoek"),
        "terug_url": reverse("inspectie:begin"),
    }
    return render(request, "inspectie/formulier.html", context, status=422 if form.errors else 200)


@require_safe
def onderzoek(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """The question, the norms, who works on it, and what this step still misses."""
    hier = onderzoek_van(request, onderzoek_id)
    onderzoekers = list(
        hier.onderzoekers.filter(tot__isnull=True).select_related("medewerker").order_by("medewerker__naam")
    )
    eigen = next((rij for rij in onderzoekers if rij.medewerker_id == request.user.pk), None)
    context = {
        "normen": [NORMEN[norm_id] for norm_id in hier.normen if norm_id in NORMEN],
        "onderzoekers": onderzoekers,
        "is_leider": eigen is not None and eigen.functie == "leider",
        "ontbreekt": ontbreekt(hier),
        "volgende": VOLGENDE.get(hier.stand),  # type: ignore[call-overload]  # the field holds a Stand
    }
    return pagina(request, hier, "opzet", "inspectie/onderzoek.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def handeling(
    request: StaffRequest, onderzoek_id: UUID, handeling: str, rij: int | None = None
) -> HttpResponse:
    """One act with its form: kept whole when it is refused, and with both texts when a colleague was first."""
    hier = onderzoek_van(request, onderzoek_id)
    soort = HANDELINGEN.get(handeling)
    if soort is None:
        raise Http404
    try:
        initial = soort.begin(hier, rij)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    form = soort.form(request.POST if request.method == "POST" else None, onderzoek=hier, initial=initial)
    _vul_inspecteurs(form, request)
    meer: dict[str, Any] = {}
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                with transaction.atomic():
                    soort.doe(hier, rij, request.user, dict(form.cleaned_data))
            except IntussenGewijzigd as fout:
                meer, status = _conflict(form, fout), 409
            except GeenToegang:
                raise
            except DomeinFout as fout:
                form.add_error(None, fout.melding)
            else:
                return redirect(soort.naar, hier.pk)
    return _toon_form(
        request, hier, form, terug=reverse(soort.naar, args=[hier.pk]), meer=meer, status=status
    )


def _vul_inspecteurs(form: Handelingform, request: StaffRequest) -> None:
    if "medewerker" in form.fields:
        form.keuzes("medewerker", ((wie.pk, wie.naam) for wie in queries.inspecteurs(viewer=request.user)))


def _conflict(form: Handelingform, fout: IntussenGewijzigd) -> dict[str, Any]:
    namen = {"naam": "titel"}
    verschil = []
    for naam, veld in form.fields.items():
        sleutel = namen.get(naam, naam)
        if sleutel in fout.bewaard:
            verschil.append(
                Verschilonderdeel(
                    str(veld.label), _als_tekst(fout.bewaard[sleutel]), _als_tekst(form.cleaned_data[naam])
                )
            )
    return {"conflict": fout.melding, "versie": fout.versie, "verschil": verschil}


def _als_tekst(waarde: object) -> str:
    if isinstance(waarde, list):
        return "\n".join(waarde)
    return "" if waarde is None else str(waarde)


def _toon_form(
    request: StaffRequest,
    hier: Onderzoek,
    form: Handelingform,
    *,
    terug: str,
    meer: dict[str, Any] | None = None,
    status: int = 200,
) -> HttpResponse:
    titel = str(form.titel)
    eigen = Verwijzing(hier.titel, reverse("inspectie:onderzoek", args=[hier.pk]))
    context = {
        "pad": pad(eigen, Verwijzing(titel)),
        "titel": titel,
        "inleiding": form.uitleg,
        "form": form,
        "knop": form.knop,
        "terug_url": terug,
        **(meer or {}),
    }
    return render(request, "inspectie/formulier.html", context, status=status)


@require_POST
def knop(request: StaffRequest, onderzoek_id: UUID, knop: str, rij: int = 0) -> HttpResponse:
    """One act that is a button; a refusal stands on the page one comes from."""
    hier = onderzoek_van(request, onderzoek_id)
    if knop not in KNOPPEN:
        raise Http404
    doe, naar = KNOPPEN[knop]
    try:
        with transaction.atomic():
            doe(hier, rij, request.user)
    except GeenToegang:
        raise
    except DomeinFout as fout:
        messages.error(request, fout.melding)
    return redirect(naar, hier.pk)
