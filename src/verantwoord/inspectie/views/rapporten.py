"""The reports that came out, for who works in the chain: what is recommended, what is answered, what is measured since."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.inspectie import actions, queries
from verantwoord.inspectie.forms import ReactieForm
from verantwoord.inspectie.opvolging import Punt, Reeks, reeksen, verteld_sinds
from verantwoord.inspectie.queries import Aanbeveling, Onderzoek
from verantwoord.inspectie.register import register_of
from verantwoord.inspectie.views.kader import lezerskader, moet
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen import NORMEN
from verantwoord.toegang.rechten import GeenToegang, Organisatie, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.datums import dag_maand
from verantwoord.web.grafiek.interval import Meetregel, Meting
from verantwoord.web.waarden import Kolom, Verwijzing


@require_safe
def lijst(request: StaffRequest) -> HttpResponse:
    """Every report that came out, the latest first, and what one's organisation still answers."""
    moet(request, Recht.RAPPORT_LEZEN)
    context = {
        **lezerskader(request),
        "rapporten": queries.rapporten_of(viewer=request.user),
        "verzoeken": queries.open_verzoeken(viewer=request.user),
        "vandaag": timezone.localdate(),
    }
    return render(request, "inspectie/rapporten.html", context)


@require_safe
def rapport(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """One report: question, method, conclusions, and each recommendation with its answers and its series."""
    hier = _rapport_van(request, onderzoek_id)
    vandaag = timezone.localdate()
    aanbevelingen = list(hier.aanbevelingen.prefetch_related("verzoeken__reacties"))
    per_maat = _reeksen_van(hier, aanbevelingen)
    context = {
        **lezerskader(request),
        "onderzoek": hier,
        "pad": _pad(Verwijzing(hier.titel)),
        "normen": [NORMEN[norm_id] for norm_id in hier.normen if norm_id in NORMEN],
        "register": register_of(hier),
        "bronnen": hier.bronnen.all(),
        "conclusies": hier.conclusies.all(),
        "aanbevelingen": [_aanbeveling(rij, per_maat, request) for rij in aanbevelingen],
        "meetkolommen": [
            Kolom(_("Op")),
            *(Kolom(kop, getal=True) for kop in (_("Deel"), _("Marge"), _("Dossiers"))),
        ],
        "vandaag": vandaag,
    }
    return render(request, "inspectie/rapport.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def reactie(request: StaffRequest, onderzoek_id: UUID, nummer: int) -> HttpResponse:
    """What one's organisation does with a recommendation."""
    hier = _rapport_van(request, onderzoek_id)
    moet(request, Recht.AANBEVELING_BEANTWOORDEN)
    try:
        aanbeveling = hier.aanbevelingen.get(volgorde=nummer, aan__contains=[request.user.organisatie])
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    form = ReactieForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            with transaction.atomic():
                actions.give_reactie(door=request.user, aanbeveling_id=aanbeveling.pk, **form.cleaned_data)
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            return redirect(f"{reverse('rapporten:rapport', args=[hier.pk])}#aanbeveling-{nummer}")
    context = {
        "pad": _pad(
            Verwijzing(hier.titel, reverse("rapporten:rapport", args=[hier.pk])), Verwijzing(_("Reactie"))
        ),
        "titel": _("Reactie op aanbeveling %(n)d") % {"n": nummer},
        "inleiding": aanbeveling.tekst,
        "form": form,
        "knop": form.knop,
        "terug_url": reverse("rapporten:rapport", args=[hier.pk]),
    }
    return render(request, "inspectie/formulier.html", context, status=422 if form.errors else 200)


def _pad(*verder: Verwijzing) -> list[Verwijzing]:
    return [Verwijzing(_("Rapporten"), reverse("rapporten:lijst")), *verder]


def _rapport_van(request: StaffRequest, onderzoek_id: UUID) -> Onderzoek:
    moet(request, Recht.RAPPORT_LEZEN)
    try:
        return queries.rapport_of(onderzoek_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout


def _reeksen_van(hier: Onderzoek, aanbevelingen: Sequence[Aanbeveling]) -> Mapping[str, Reeks]:
    """The series of each measure by which one of the recommendations is followed."""
    gekozen = list(dict.fromkeys(maat for rij in aanbevelingen for maat in rij.maten))
    if not gekozen:
        return {}
    assert hier.gepubliceerd_op is not None  # noqa: S101 - only a report that came out is found
    sindsdien = verteld_sinds(hier.gepubliceerd_op, maten=gekozen)
    return {reeks.maat: reeks for reeks in reeksen(gekozen, list(hier.meetpunten.all()), sindsdien)}


def _aanbeveling(rij: Aanbeveling, per_maat: Mapping[str, Reeks], request: StaffRequest) -> Mapping[str, Any]:
    eigen = request.user.organisatie if request.user.heeft(Recht.AANBEVELING_BEANTWOORDEN) else ""
    verzoeken = [
        {
            "organisatie": str(Organisatie(verzoek.organisatie).label),
            "uiterlijk": verzoek.uiterlijk,
            "reacties": list(verzoek.reacties.all()),
        }
        for verzoek in rij.verzoeken.all()
    ]
    return {
        "rij": rij,
        "aan": [str(Organisatie(o).label) for o in rij.aan],
        "verzoeken": verzoeken,
        "mag_reageren": eigen in rij.aan,
        "reeksen": [_reeks(per_maat[maat]) for maat in rij.maten if maat in per_maat],
    }


def _reeks(reeks: Reeks) -> Mapping[str, Any]:
    return {
        "maat": reeks.maat,
        "titel": reeks.titel,
        # What is not shown takes no room in the drawing; the table says it.
        "regels": tuple(_regel(punt) for punt in reeks.getoond),
        "niet_getoond": len(reeks.punten) - len(reeks.getoond),
        "punten": [_cijfer(punt) for punt in reeks.punten],
    }


def _regel(punt: Punt) -> Meetregel:
    meting = _meting(punt)
    if punt.uit_rapport:
        return Meetregel(_op(punt.op), meting, None)
    return Meetregel(_op(punt.op), None, meting)


def _op(dag: date) -> str:
    return dag_maand(dag)


def _meting(punt: Punt) -> Meting | None:
    deel = punt.deel
    if deel is None or deel.percentage is None or deel.interval is None:
        return None
    return Meting(deel.percentage, *deel.interval)


def _cijfer(punt: Punt) -> Mapping[str, Any]:
    deel = punt.deel
    marge = ""
    if deel is not None and deel.interval is not None:
        laag, hoog = (int(grens + 0.5) for grens in deel.interval)
        marge = _("%(laag)d tot %(hoog)d") % {"laag": laag, "hoog": hoog}
    return {
        "op": punt.op,
        "uit_rapport": punt.uit_rapport,
        "deel": deel,
        "marge": marge,
        "dossiers": punt.dossiers,
        "reden": punt.reden,
    }
