"""The first page of the room: what is mine to learn, what waits, and what there is to know."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vakmanschap.blad import vakgenoot
from verantwoord.vakmanschap.intervisie import queries as intervisie
from verantwoord.vakmanschap.kennis import queries as kennis
from verantwoord.vakmanschap.meekijken import queries as meekijken
from verantwoord.vakmanschap.opleiding import queries as opleiding
from verantwoord.vakmanschap.wachtend import wachtend_op

_LAATSTE = 5


@require_safe
@vakgenoot
def begin(request: StaffRequest) -> HttpResponse:
    """What is due with its day, what colleagues ask, what comes up, and what was written lately."""
    vandaag, zelf = timezone.localdate(), request.user
    verplicht = opleiding.eigen_verplicht_of(viewer=zelf)
    deelnames = list(opleiding.eigen_deelnames_of(viewer=zelf))
    samen = list(meekijken.eigen_of(viewer=zelf))
    context = {
        "deel": "begin",
        "vandaag": vandaag,
        "verplicht": [(wat, wat.is_aan_de_beurt(vandaag)) for wat in verplicht],
        "begonnen_op": opleiding.begin_of(viewer=zelf),
        "is_regievoerder": zelf.heeft(Recht.DOSSIER_BEHANDELEN),
        "gevolgd": [d for d in deelnames if d.gedaan_op],
        "aangemeld": [d for d in deelnames if not d.gedaan_op],
        "wachtend": wachtend_op(zelf, samen=samen, peildatum=vandaag),
        "komend": [
            b
            for b in intervisie.bijeenkomsten_of(viewer=zelf)
            if b.op >= vandaag and not b.afgezegd_op and not b.afgerond_op
        ],
        "komend_meekijken": [
            rij for rij in samen if rij.akkoord_op and not rij.gehouden_op and rij.op >= vandaag
        ],
        "stukken": list(
            kennis.kennis_of(viewer=zelf, peildatum=vandaag).order_by("-beoordeeld_op", "titel")[:_LAATSTE]
        ),
    }
    return render(request, "vakmanschap/begin.html", context)
