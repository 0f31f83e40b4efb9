from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vakmanschap.blad import formulierblad, invoer, knopdruk, vakgenoot
from verantwoord.vakmanschap.kennis import actions, queries
from verantwoord.vakmanschap.kennis.forms import StukForm, ZoekForm
from verantwoord.vakmanschap.opleiding.queries import cursussen_of, may_keep_cursussen
from verantwoord.web.formulier import getal


@require_safe
@vakgenoot
def lijst(request: StaffRequest) -> HttpResponse:
    """Search what is known, and for who keeps it what waits to be looked at."""
    form = ZoekForm(request.GET or None)
    vraag = form.cleaned_data if form.is_valid() else {}
    vandaag = timezone.localdate()
    stukken = queries.kennis_of(viewer=request.user, peildatum=vandaag, **vraag)
    beheert = may_keep_cursussen(request.user)
    context = {
        "deel": "kennis",
        "form": form,
        "stukken": [(stuk, ", ".join(map(landnaam, stuk.landen))) for stuk in stukken],
        "gezocht": any(vraag.values()),
        "wachtend": list(queries.wachtend_of(viewer=request.user, peildatum=vandaag)) if beheert else [],
        "vandaag": vandaag,
    }
    return render(request, "vakmanschap/kennis.html", context)


@require_safe
@vakgenoot
def een(request: StaffRequest, stuk_id: UUID) -> HttpResponse:
    """One piece. That it was read is not kept."""
    stuk = queries.stuk_of(stuk_id, viewer=request.user)
    context = {
        "deel": "kennis",
        "stuk": stuk,
        "landen": ", ".join(map(landnaam, stuk.landen)),
        "mag_nakijken": may_keep_cursussen(request.user) and stuk.opgesteld_door_id != request.user.pk,
        "mag_intrekken": may_keep_cursussen(request.user),
        "vandaag": timezone.localdate(),
    }
    return render(request, "vakmanschap/kennis_een.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def nieuw(request: StaffRequest) -> HttpResponse:
    """Write a piece; anybody may."""
    return formulierblad(
        request,
        StukForm(invoer(request), cursussen=cursussen_of(viewer=request.user)),
        doe=lambda data: actions.write_stuk(
            door=request.user, gegevens=_gegevens(data), peildatum=timezone.localdate()
        ),
        naar=lambda stuk: reverse("vakmanschap:kennis_een", args=[stuk.pk]),
        terug=reverse("vakmanschap:kennis"),
        gelukt=_("Bewaard. Een trainer kijkt het na; daarna zien collega’s het."),
        inhoud={"titel": _("Deel wat u weet"), "deel": "kennis"},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def wijzigen(request: StaffRequest, stuk_id: UUID) -> HttpResponse:
    """Change a piece; somebody else looks at it anew."""
    stuk = queries.stuk_of(stuk_id, viewer=request.user)
    terug = reverse("vakmanschap:kennis_een", args=[stuk_id])
    begin = {veld: getattr(stuk, veld) for veld in StukForm.base_fields}

    def doe(data: dict[str, Any]) -> object:
        return actions.change_stuk(
            door=request.user,
            stuk_id=stuk_id,
            versie=getal(request.POST.get("versie")),
            gegevens=_gegevens(data),
            peildatum=timezone.localdate(),
        )

    return formulierblad(
        request,
        StukForm(invoer(request), initial=begin, cursussen=cursussen_of(viewer=request.user)),
        doe=doe,
        naar=terug,
        terug=terug,
        gelukt=_("Bewaard. Een trainer kijkt het na; daarna zien collega’s het weer."),
        inhoud={"titel": stuk.titel, "deel": "kennis", "versie": stuk.versie},
    )


@require_POST
@vakgenoot
def nakijken(request: StaffRequest, stuk_id: UUID) -> HttpResponse:
    """Say that it is right."""
    return knopdruk(
        request,
        doe=lambda: actions.review_stuk(
            door=request.user,
            stuk_id=stuk_id,
            versie=getal(request.POST.get("versie")),
            peildatum=timezone.localdate(),
        ),
        naar=reverse("vakmanschap:kennis_een", args=[stuk_id]),
        gelukt=_("Nagekeken. Collega’s zien het nu."),
    )


@require_POST
@vakgenoot
def intrekken(request: StaffRequest, stuk_id: UUID) -> HttpResponse:
    """Take it away."""
    return knopdruk(
        request,
        doe=lambda: actions.retract_stuk(
            door=request.user,
            stuk_id=stuk_id,
            versie=getal(request.POST.get("versie")),
            peildatum=timezone.localdate(),
        ),
        naar=reverse("vakmanschap:kennis"),
        gelukt=_("Ingetrokken. Het blijft bewaard, maar niemand ziet het meer."),
    )


def _gegevens(data: dict[str, Any]) -> actions.Kennisgegevens:
    cursus = data.pop("cursus")
    return actions.Kennisgegevens(**data, cursus_id=cursus.pk if cursus else None)
