from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import give_sleutel
from verantwoord.toegang.beheer import actions, queries
from verantwoord.toegang.rechten import Recht, Rol
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.waarden import Feit, Verwijzing
from verantwoord.werkplek.beheer.bewaker import voor
from verantwoord.werkplek.beheer.forms import SleutelForm
from verantwoord.werkplek.beheer.stap import Blad, stap


@require_http_methods(["GET", "HEAD", "POST"])
@voor(Recht.MEDEWERKERS_BEHEREN)
def nieuw(request: StaffRequest, medewerker_id: UUID) -> HttpResponse:
    """Give a sending system a token, and show it once."""
    systeem = queries.medewerker_of(medewerker_id, viewer=request.user)
    if systeem is None or systeem.rol != Rol.AFZENDER:
        raise Http404
    terug = reverse("beheer:medewerker", args=[systeem.pk])

    def doe(data: dict[str, Any]) -> HttpResponse:
        _check_dag(data["geldig_tot"])
        sleutel = give_sleutel(door=request.user, medewerker=systeem, **data)
        context = {
            "titel": _("De sleutel is gemaakt"),
            "wat": _("Sleutel"),
            "geheim": sleutel,
            "feiten": [Feit(_("Systeem"), systeem.naam), Feit(_("Waarvoor"), data["naam"])],
            "uitleg": _(
                "Het systeem stuurt de sleutel mee als: Authorization: Bearer, een spatie, en dan de sleutel."
            ),
            "terug": terug,
            "pad": [Verwijzing(systeem.naam, terug), Verwijzing(_("Sleutel"))],
        }
        return render(request, "werkplek/beheer/geheim.html", context)

    return stap(
        request,
        SleutelForm,
        doe=doe,
        blad=Blad(
            titel=_("Geef een sleutel"),
            inleiding=_("Met een sleutel levert %(naam)s berichten aan.") % {"naam": systeem.naam},
            knop=_("Geef een sleutel"),
            terug=terug,
            pad=[Verwijzing(systeem.naam, terug), Verwijzing(_("Sleutel"))],
        ),
    )


@require_POST
@voor(Recht.MEDEWERKERS_BEHEREN)
def intrekken(request: StaffRequest, medewerker_id: UUID, sleutel_id: int) -> HttpResponse:
    """Withdraw a token; the next request with it is nobody's."""
    if queries.medewerker_of(medewerker_id, viewer=request.user) is None:
        raise Http404
    try:
        actions.withdraw_sleutel(door=request.user, medewerker_id=medewerker_id, sleutel_id=sleutel_id)
    except DomeinFout as fout:
        messages.warning(request, fout.melding)
    else:
        messages.success(request, _("De sleutel is ingetrokken en opent niets meer."))
    return redirect("beheer:medewerker", medewerker_id)


def _check_dag(laatste: date | None) -> None:
    if laatste is not None and laatste < timezone.localdate():
        raise DomeinFout(_("De laatste dag is al voorbij. Kies vandaag of later."))
