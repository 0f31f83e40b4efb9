"""The measurement as a page, and the dossiers behind one of its figures."""

from datetime import date
from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verantwoord.kwaliteit import queries, tabel
from verantwoord.kwaliteit.forms import MeetForm
from verantwoord.kwaliteit.meting import MINSTENS, ONDERDELEN
from verantwoord.toegang.inzage import kijk, toont_personen
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.datums import dag_maand
from verantwoord.web.waarden import Kolom, Verwijzing

# In the address of a list: the dossiers in which the part was found, or those in which it was not.
TELT = {"ja": True, "nee": False}


@require_safe
def meting(request: StaffRequest) -> HttpResponse:
    """The report's table of 2022 beside the dossiers of now."""
    _eis_recht(request)
    vandaag = timezone.localdate()
    form = MeetForm(request.GET, locaties=queries.locaties(viewer=request.user))
    context: dict[str, Any] = {"form": form, "minstens": MINSTENS}
    if not form.is_valid():
        return render(request, "kwaliteit/meting.html", context, status=422)
    keuze = _keuze(form, vandaag)
    gemeten = queries.meet(viewer=request.user, **keuze)
    totaal = tabel.getal(gemeten.dossiers)
    context |= {
        "meting": gemeten,
        "totaal": totaal,
        "waarover": _waarover(keuze, vandaag),
        "regels": tabel.grafiek(gemeten),
        "toen": _("Inspectie 2022, 200 dossiers"),
        "nu": _("Nu, %(n)s dossiers") % {"n": totaal},
        "kolommen": _kolommen(totaal),
        "rijen": tabel.rijen(gemeten, _als_adres(form)),
    }
    return render(request, "kwaliteit/meting.html", context)


@toont_personen
@require_safe
def dossiers(request: StaffRequest, onderdeel: str, telt: str) -> HttpResponse:
    """The dossiers behind one figure, as far as they are the viewer's to see; oldest arrival first."""
    _eis_recht(request)
    if onderdeel not in ONDERDELEN or telt not in TELT:
        raise Http404
    vandaag = timezone.localdate()
    form = MeetForm(request.GET, locaties=queries.locaties(viewer=request.user))
    if not form.is_valid():
        raise Http404
    keuze = _keuze(form, vandaag)
    gevonden = kijk(
        request,
        lambda: queries.dossiers_achter(
            onderdeel, telt=TELT[telt], viewer=request.user, na=_plek(request.GET.get("na", "")), **keuze
        ),
        lambda rijen: [dossier.pk for dossier in rijen[: queries.PER_PAGINA]],
        doel="kwaliteit",
    )
    getoond = gevonden[: queries.PER_PAGINA]
    adres = _als_adres(form)
    verder = (
        "?" + urlencode(adres | {"na": f"{getoond[-1].ontvangen_op:%Y-%m-%d}_{getoond[-1].pk}"})
        if len(gevonden) > len(getoond)
        else ""
    )
    titel = str(ONDERDELEN[onderdeel])
    terug = reverse("kwaliteit:meting") + ("?" + urlencode(adres) if adres else "")
    return render(
        request,
        "kwaliteit/dossiers.html",
        {
            "titel": titel,
            "inleiding": _("Dossiers waarin dit is vastgelegd.")
            if TELT[telt]
            else _("Dossiers waarin dit niet is gevonden."),
            "waarover": _waarover(keuze, vandaag),
            "pad": [Verwijzing(_("Kwaliteit"), terug), Verwijzing(titel)],
            "dossiers": getoond,
            "volgende_url": verder,
            "vorige_url": "?" + urlencode(adres) if "na" in request.GET else "",
            "terug_url": terug,
        },
    )


def _eis_recht(request: StaffRequest) -> None:
    if not request.user.heeft(Recht.KWALITEIT_BEKIJKEN):
        raise PermissionDenied


def _keuze(form: MeetForm, vandaag: date) -> dict[str, Any]:
    schoon = form.cleaned_data
    return {
        "van": schoon["van"],
        "tot": max(schoon["tot"] or vandaag, schoon["van"] or date.min),
        "locatie": schoon["locatie"],
    }


def _als_adres(form: MeetForm) -> dict[str, str]:
    """The filter as it stands in an address; what is empty is left out."""
    delen = {
        naam: f"{waarde:%d-%m-%Y}" if isinstance(waarde, date) else waarde
        for naam, waarde in form.cleaned_data.items()
    }
    return {naam: waarde for naam, waarde in delen.items() if waarde}


def _plek(tekst: str) -> tuple[date, UUID] | None:
    """Read a place from an address; an address that was cut off begins at the start."""
    dag, _streep, sleutel = tekst.partition("_")
    try:
        return date.fromisoformat(dag), UUID(sleutel)
    except ValueError:
        return None


def _waarover(keuze: dict[str, Any], vandaag: date) -> str:
    """Say in a sentence which dossiers were measured and as of which day."""
    waar = _("iedereen") if not keuze["locatie"] else _("wie woont in %(l)s") % {"l": keuze["locatie"]}
    van = keuze["van"]
    periode = (
        _("ontvangen van %(van)s tot en met %(tot)s")
        % {"van": dag_maand(van), "tot": dag_maand(keuze["tot"])}
        if van
        else _("ontvangen tot en met %(tot)s") % {"tot": dag_maand(keuze["tot"])}
    )
    op = _("vandaag") if keuze["tot"] == vandaag else dag_maand(keuze["tot"])
    return _("Dossiers van %(waar)s, %(periode)s, zoals ze %(op)s waren.") % {
        "waar": waar,
        "periode": periode,
        "op": op if keuze["tot"] == vandaag else _("op %(dag)s") % {"dag": op},
    }


def _kolommen(totaal: str) -> list[Kolom]:
    return [
        Kolom(_("Onderdeel")),
        Kolom(_("Inspectie 2022, aantal van 200"), getal=True),
        Kolom(_("Inspectie 2022, deel en marge"), getal=True),
        Kolom(_("Nu, aantal van %(n)s") % {"n": totaal}, getal=True),
        Kolom(_("Nu, deel en marge"), getal=True),
        Kolom(_("Verschil"), getal=True),
    ]
