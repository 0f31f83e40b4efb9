from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vakmanschap.blad import formulierblad, invoer, knopdruk, vakgenoot
from verantwoord.vakmanschap.collegas import collegas_of
from verantwoord.vakmanschap.intervisie import actions, queries
from verantwoord.vakmanschap.intervisie.forms import AfspraakForm, BijeenkomstForm, CasusForm, InzichtenForm
from verantwoord.web.formulier import getal


@require_safe
@vakgenoot
def lijst(request: StaffRequest) -> HttpResponse:
    """The sessions of which one is part."""
    context = {
        "deel": "intervisie",
        "bijeenkomsten": list(queries.bijeenkomsten_of(viewer=request.user)),
        "vandaag": timezone.localdate(),
    }
    return render(request, "vakmanschap/intervisie.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def nieuw(request: StaffRequest) -> HttpResponse:
    """Plan a session that one leads."""

    def doe(data: dict[str, Any]) -> Any:
        return actions.plan_bijeenkomst(
            door=request.user,
            peildatum=timezone.localdate(),
            **data | {"deelnemers": [wie.pk for wie in data["deelnemers"]]},
        )

    return formulierblad(
        request,
        BijeenkomstForm(invoer(request), collegas=collegas_of(request.user)),
        doe=doe,
        naar=lambda rij: _adres(rij.pk),
        terug=reverse("vakmanschap:intervisie"),
        gelukt=_("De intervisie staat. Uw collega’s zien uw vraag."),
        inhoud={
            "titel": _("Plan een intervisie"),
            "deel": "intervisie",
            "inleiding": _("Wat hier komt te staan, lezen alleen de mensen die u hier kiest."),
            "knop": _("Plan deze intervisie"),
        },
    )


@require_safe
@vakgenoot
def een(request: StaffRequest, bijeenkomst_id: UUID) -> HttpResponse:
    """One session, for who is part of it."""
    wat = queries.bijeenkomst_of(bijeenkomst_id, viewer=request.user)
    deelnemers = list(queries.deelnemers_of(wat, viewer=request.user))
    vandaag = timezone.localdate()
    context = {
        "deel": "intervisie",
        "bijeenkomst": wat,
        "deelnemers": deelnemers,
        "zelf": next((d for d in deelnemers if d.medewerker_id == request.user.pk), None),
        "casussen": list(queries.casussen_of(wat, viewer=request.user)),
        "afspraken": list(queries.afspraken_of(wat, viewer=request.user)),
        "leidt": wat.begeleider_id == request.user.pk,
        "loopt": wat.afgerond_op is None and wat.afgezegd_op is None,
        "is_geweest": wat.op <= vandaag,
        "vandaag": vandaag,
    }
    return render(request, "vakmanschap/intervisie_een.html", context)


@require_POST
@vakgenoot
def antwoorden(request: StaffRequest, bijeenkomst_id: UUID) -> HttpResponse:
    """Say whether one comes."""
    antwoord = request.POST.get("antwoord")
    if antwoord not in {"komt", "komt_niet"}:
        raise Http404
    komt = antwoord == "komt"
    return knopdruk(
        request,
        doe=lambda: actions.respond(door=request.user, bijeenkomst_id=bijeenkomst_id, komt=komt),
        naar=_adres(bijeenkomst_id),
        gelukt=_("Uw collega’s zien dat u komt.") if komt else _("Uw collega’s zien dat u niet komt."),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def casus(request: StaffRequest, bijeenkomst_id: UUID, casus_id: UUID | None = None) -> HttpResponse:
    """Bring a case, or change one's own."""
    queries.bijeenkomst_of(bijeenkomst_id, viewer=request.user)
    begin = {}
    if casus_id is not None:
        eigen = queries.casus_of(casus_id, viewer=request.user)
        begin = {veld: getattr(eigen, veld) for veld in CasusForm.base_fields}
    return formulierblad(
        request,
        CasusForm(invoer(request), initial=begin),
        doe=lambda data: actions.write_casus(
            door=request.user, bijeenkomst_id=bijeenkomst_id, casus_id=casus_id, **data
        ),
        naar=_adres(bijeenkomst_id),
        terug=_adres(bijeenkomst_id),
        gelukt=_("De casus staat bij deze intervisie."),
        inhoud={
            "titel": _("Een casus navertellen"),
            "deel": "intervisie",
            "inleiding": _(
                "Dit programma vindt nummers, e-mailadressen en datums. Namen en plaatsen vindt het niet zeker: verander die zelf."
            ),
            "knop": _("Breng deze casus in"),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def inzichten(request: StaffRequest, bijeenkomst_id: UUID) -> HttpResponse:
    """Write what the circle understood."""
    wat = queries.bijeenkomst_of(bijeenkomst_id, viewer=request.user)
    return formulierblad(
        request,
        InzichtenForm(invoer(request), initial={"inzichten": wat.inzichten}),
        doe=lambda data: actions.write_inzichten(
            door=request.user,
            bijeenkomst_id=bijeenkomst_id,
            versie=getal(request.POST.get("versie")),
            **data,
        ),
        naar=_adres(bijeenkomst_id),
        terug=_adres(bijeenkomst_id),
        gelukt=_("De inzichten zijn bewaard."),
        inhoud={"titel": _("Inzichten"), "deel": "intervisie", "versie": wat.versie},
    )


@require_http_methods(["GET", "HEAD", "POST"])
@vakgenoot
def afspraak(request: StaffRequest, bijeenkomst_id: UUID) -> HttpResponse:
    """Keep what was agreed."""
    wat = queries.bijeenkomst_of(bijeenkomst_id, viewer=request.user)

    def doe(data: dict[str, Any]) -> object:
        return actions.agree_afspraak(
            door=request.user,
            bijeenkomst_id=bijeenkomst_id,
            wat=data["wat"],
            wie_id=data["wie"].pk,
            uiterlijk=data["uiterlijk"],
        )

    return formulierblad(
        request,
        AfspraakForm(invoer(request), kring=queries.kring_of(wat, viewer=request.user)),
        doe=doe,
        naar=_adres(bijeenkomst_id),
        terug=_adres(bijeenkomst_id),
        gelukt=_("De afspraak is bewaard. Die staat bij “Uw opleiding” van wie het doet."),
        inhoud={"titel": _("Een afspraak maken"), "deel": "intervisie"},
    )


@require_POST
@vakgenoot
def afspraak_gedaan(request: StaffRequest, afspraak_id: int) -> HttpResponse:
    """Say that one did what one agreed to."""
    return knopdruk(
        request,
        doe=lambda: actions.mark_gedaan(
            door=request.user, afspraak_id=afspraak_id, peildatum=timezone.localdate()
        ),
        naar=reverse("vakmanschap:begin"),
        gelukt=_("De afspraak staat als gedaan."),
    )


@require_POST
@vakgenoot
def afronden(request: StaffRequest, bijeenkomst_id: UUID) -> HttpResponse:
    """Close a session."""
    return knopdruk(
        request,
        doe=lambda: actions.round_off(
            door=request.user, bijeenkomst_id=bijeenkomst_id, peildatum=timezone.localdate()
        ),
        naar=_adres(bijeenkomst_id),
        gelukt=_("De intervisie is afgerond. Er verandert niets meer in."),
    )


@require_POST
@vakgenoot
def afzeggen(request: StaffRequest, bijeenkomst_id: UUID) -> HttpResponse:
    """Call a session off."""
    return knopdruk(
        request,
        doe=lambda: actions.call_off(
            door=request.user, bijeenkomst_id=bijeenkomst_id, peildatum=timezone.localdate()
        ),
        naar=reverse("vakmanschap:intervisie"),
        gelukt=_("De intervisie gaat niet door. Uw collega’s zien dat."),
    )


def _adres(bijeenkomst_id: UUID) -> str:
    return reverse("vakmanschap:intervisie_een", args=[bijeenkomst_id])
