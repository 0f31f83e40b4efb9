"""The told figures as a page and as a file. They show nobody, so no look at a dossier is recorded."""

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verantwoord.kern.normen import REGISTER
from verantwoord.kwaliteit.maten import GROEPEN, MATEN
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.kwaliteit.publicatie import inhoud, queries, tonen
from verantwoord.kwaliteit.publicatie.tabel import LOCATIE, VERDELINGEN
from verantwoord.kwaliteit.publicatie.uitvoer import VORMEN, Uitvoertabel, Vorm
from verantwoord.kwaliteit.publicatie.woorden import VERDELING
from verantwoord.kwaliteit.spreiding.views import eis_recht, periode
from verantwoord.toegang.verzoek import StaffRequest

ALLES = "alles"


@require_safe
def vaste_cijfers(request: StaffRequest) -> HttpResponse:
    """One measure by place or by phase and by quarter; which is chosen from fixed lists."""
    eis_recht(request)
    naam, verdeling = request.GET.get("maat", next(iter(MATEN))), request.GET.get("per", LOCATIE)
    if naam not in MATEN or verdeling not in VERDELINGEN:
        raise Http404
    context = periode(request)
    gekozen = context["gekozen"]
    tabel = gekozen and queries.maattabel(naam, kwartaal=gekozen, viewer=request.user)
    context |= {
        "maat": MATEN[naam],
        "per": verdeling,
        "norm": REGISTER[MATEN[naam].norm].titel,
        "groepen": [
            (titel, [maat for maat in MATEN.values() if maat.groep == groep])
            for groep, titel in GROEPEN.items()
        ],
        "verdelingen": [(v, VERDELING[v]) for v in VERDELINGEN],
    }
    if tabel:
        context |= {
            "tabel": tabel,
            "kolommen": tonen.kolommen(verdeling, tabel),
            "rijen": tonen.rijen(verdeling, tabel),
            "bestanden": _bestanden(naam, gekozen),
            "alle_bestanden": _bestanden(ALLES, gekozen),
        }
    return render(request, "kwaliteit/publicatie/vaste_cijfers.html", context)


@require_safe
def bestand(request: StaffRequest, kwartaal: str, maat: str, vorm: str) -> HttpResponse:
    """The told figures of a quarter as a file: one measure, or all of them."""
    eis_recht(request)
    if vorm not in VORMEN or maat not in {ALLES, *MATEN}:
        raise Http404
    try:
        gekozen = Kwartaal.van_code(kwartaal)
    except ValueError as fout:
        raise Http404 from fout
    tabel = _tabel(request, maat, gekozen)
    return _als_bestand(tabel, VORMEN[vorm], vorm)


def _tabel(request: StaffRequest, maat: str, kwartaal: Kwartaal) -> Uitvoertabel:
    if maat == ALLES:
        alle = queries.maattabellen(kwartaal=kwartaal, viewer=request.user)
        if alle:
            return inhoud.van_alle_maten(alle, kwartaal)
    else:
        een = queries.maattabel(maat, kwartaal=kwartaal, viewer=request.user)
        if een:
            return inhoud.van_maat(een, kwartaal)
    raise Http404


def _als_bestand(tabel: Uitvoertabel, vorm: Vorm, achtervoegsel: str) -> HttpResponse:
    return HttpResponse(
        vorm.maak(tabel),
        content_type=vorm.soort,
        headers={
            "Content-Disposition": f'attachment; filename="{tabel.naam}.{achtervoegsel}"',
            "X-Content-Type-Options": "nosniff",
        },
    )


def _bestanden(maat: str, kwartaal: Kwartaal) -> list[tuple[str, str]]:
    return [
        (
            _("Haal op als %(vorm)s") % {"vorm": vorm.titel},
            reverse("kwaliteit:bestand", args=[kwartaal.code, maat, naam]),
        )
        for naam, vorm in VORMEN.items()
    ]
