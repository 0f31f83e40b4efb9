"""What the views of this room share."""

from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.crypto import salted_hmac

from verantwoord.dossier import queries as dossierqueries
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekgesprek import queries


def pagina(
    request: StaffRequest,
    dossier: dossierqueries.Dossier,
    sjabloon: str,
    inhoud: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    """Make a page inside the dossier, on the tab of talks."""
    context = {"dossier": dossier, "onderdeel": "gesprekken", **inhoud}
    return render(request, sjabloon, context, status=status)


def dossier_van(request: StaffRequest, dossier_id: UUID) -> dossierqueries.Dossier:
    return dossierqueries.dossier_of(dossier_id, viewer=request.user)


def gesprek_van(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> queries.Gesprek:
    """The talk of the address, or the page that says it is not there."""
    try:
        return queries.gesprek_of(dossier_id, gesprek_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout


def adres(naam: str, gesprek: queries.Gesprek) -> str:
    return reverse(f"vertrekgesprek:{naam}", args=[gesprek.dossier_id, gesprek.pk])


def sleutel(request: StaffRequest, gesprek: queries.Gesprek | None = None) -> str:
    """A key under which the browser keeps a draft; it names neither the person nor the talk."""
    onderwerp = f"{request.user.pk}:{gesprek.pk if gesprek else ''}"
    return salted_hmac("verantwoord.vertrekgesprek", onderwerp).hexdigest()[:24]
