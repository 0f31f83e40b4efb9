"""The distributions as pages. They show nobody, so no look at a dossier is recorded."""

from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verantwoord.kern.normen import REGISTER
from verantwoord.kwaliteit.perioden import Kwartaal, jaar_tot_en_met
from verantwoord.kwaliteit.publicatie import queries
from verantwoord.kwaliteit.spreiding import bewaring, teksten, tonen
from verantwoord.kwaliteit.spreiding.beeld import MINSTENS
from verantwoord.kwaliteit.spreiding.maten import SPREIDINGEN
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.datums import dag_maand
from verantwoord.web.waarden import Kolom, Verwijzing


@require_safe
def overzicht(request: StaffRequest) -> HttpResponse:
    """What can be compared, and what a distribution is for."""
    eis_recht(request)
    return render(
        request,
        "kwaliteit/spreiding/overzicht.html",
        {
            "spreidingen": [
                (spreiding, reverse("kwaliteit:een_spreiding", args=[spreiding.sleutel]))
                for spreiding in SPREIDINGEN.values()
            ],
            "minstens": MINSTENS,
            "met_bewaring": request.user.heeft(Recht.KWALITEIT_BEKIJKEN),
        },
    )


@require_safe
def spreiding(request: StaffRequest, sleutel: str) -> HttpResponse:
    """One distribution over a year that is over."""
    eis_recht(request)
    if sleutel not in SPREIDINGEN:
        raise Http404
    wat = SPREIDINGEN[sleutel]
    context = periode(request) | {"titel": str(wat.titel), "pad": _pad(str(wat.titel)), "wat": wat}
    beeld = context["gekozen"] and queries.spreiding(
        sleutel, kwartaal=context["gekozen"], viewer=request.user
    )
    if beeld:
        context |= {
            "norm": tonen.norm(wat),
            "blokken": tonen.blokken(wat, beeld),
            "schaal": tonen.schaal(wat),
            "minstens": MINSTENS,
        }
    return render(request, "kwaliteit/spreiding/spreiding.html", context)


@require_safe
def bewaring_genoemd(request: StaffRequest) -> HttpResponse:
    """How often detention was announced in a first talk, per place: a subject for intervision."""
    eis_recht(request, Recht.KWALITEIT_BEKIJKEN)
    titel = _("Bewaring in het eerste gesprek")
    context = periode(request) | {"titel": titel, "pad": _pad(titel), "norm": REGISTER[bewaring.NORM].titel}
    telling = context["gekozen"] and queries.bewaring(kwartaal=context["gekozen"], viewer=request.user)
    if telling:
        context |= {
            "regels": tonen.bewaringregels(telling),
            "kolommen": [
                Kolom(_("Locatie")),
                Kolom(_("Eerste gesprekken"), getal=True),
                Kolom(_("Bewaring genoemd"), getal=True),
            ],
        }
    return render(request, "kwaliteit/spreiding/bewaring.html", context)


@require_safe
def standaardteksten(request: StaffRequest) -> HttpResponse:
    """Which sentences stand in many dossiers, as texts that somebody can think about; never whose they are."""
    eis_recht(request, Recht.KWALITEIT_BEKIJKEN)
    context = periode(request)
    gevonden = context["gekozen"] and queries.teksten(kwartaal=context["gekozen"], viewer=request.user)
    if gevonden:
        context |= {
            "soorten": [(str(teksten.SOORTEN[soort.soort]), soort) for soort in gevonden.soorten],
            "minstens": teksten.MINSTENS,
            "minstens_gevoelig": teksten.MINSTENS_GEVOELIG,
        }
    return render(request, "kwaliteit/spreiding/teksten.html", context)


def eis_recht(request: StaffRequest, recht: Recht = Recht.VASTE_CIJFERS_LEZEN) -> None:
    if not request.user.heeft(recht):
        raise PermissionDenied


def periode(request: StaffRequest) -> dict[str, Any]:
    """The quarter that ends the year, from those that were told; ``gekozen`` is ``None`` when none was yet."""
    kwartalen = queries.kwartalen(viewer=request.user)
    code = request.GET.get("periode")
    gekozen = next((k for k in kwartalen if code in (None, k.code)), None)
    if code is not None and gekozen is None:
        raise Http404
    return {
        "gekozen": gekozen,
        "perioden": [(k, _keuze(k)) for k in kwartalen],
        "waarover": _waarover(gekozen) if gekozen else "",
    }


def _keuze(kwartaal: Kwartaal) -> str:
    return _("jaar tot en met %(kwartaal)s") % {"kwartaal": kwartaal}


def _waarover(kwartaal: Kwartaal) -> str:
    return _("Dossiers ontvangen van %(van)s tot en met %(tot)s, zoals ze op die laatste dag waren.") % {
        "van": dag_maand(jaar_tot_en_met(kwartaal)[0].van),
        "tot": dag_maand(kwartaal.tot),
    }


def _pad(titel: str) -> list[Verwijzing]:
    return [Verwijzing(_("Spreiding"), reverse("kwaliteit:spreiding")), Verwijzing(titel)]
