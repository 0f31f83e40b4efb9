"""A proposal of a referral: what was answered to somebody, and taking it back."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui
from django.views.decorators.http import require_http_methods

from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.ondersteuning import actions, queries
from verantwoord.ondersteuning.forms import KeuzeForm, VervalForm
from verantwoord.ondersteuning.views.kader import dossier_van, invoer, stap
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier, getal

_GEDAAN = {
    "ja": lui("Bewaard. De verwijzing loopt nu. De regie blijft bij u."),
    "nee": lui("Bewaard. Er is niets gedeeld, en dit heeft geen gevolgen. Later kan het altijd nog."),
    "nog_niet": lui("Bewaard. U vraagt het later nog een keer."),
}


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def voorstel_antwoord(request: StaffRequest, dossier_id: UUID, verwijzing_id: UUID) -> HttpResponse:
    """Record what was said about it in a talk or by telephone."""
    return _over_voorstel(
        request,
        dossier_id,
        verwijzing_id,
        KeuzeForm(invoer(request), initial={"op": timezone.localdate()}),
        actie=actions.record_keuze,
        titel=_("Wat kiest de persoon?"),
        inleiding=_(
            "Ja en nee zijn allebei goed. Kiest iemand niet? Dan gebeurt er niets, en u vraagt het later."
        ),
        knop=_("Bewaar het antwoord"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def voorstel_vervallen(request: StaffRequest, dossier_id: UUID, verwijzing_id: UUID) -> HttpResponse:
    """Take a proposal back."""
    return _over_voorstel(
        request,
        dossier_id,
        verwijzing_id,
        VervalForm(invoer(request), initial={"op": timezone.localdate()}),
        actie=actions.drop_voorstel,
        titel=_("Haal het voorstel weg"),
        inleiding=_("Het staat dan niet meer in het portaal. Het blijft wel in het dossier staan."),
        knop=_("Haal het voorstel weg"),
    )


def _over_voorstel(
    request: StaffRequest,
    dossier_id: UUID,
    verwijzing_id: UUID,
    form: Formulier,
    *,
    actie: Callable[..., object],
    **inhoud: str,
) -> HttpResponse:
    dossier = dossier_van(request, dossier_id)
    voorstel = queries.voorstellen_of(dossier_id, viewer=request.user).filter(pk=verwijzing_id).first()
    if voorstel is None:
        raise Http404

    def doe(gegevens: dict[str, Any]) -> None:
        actie(
            door=request.user,
            dossier_id=dossier_id,
            verwijzing_id=verwijzing_id,
            versie=getal(request.POST.get("versie")),
            peildatum=timezone.localdate(),
            **gegevens,
        )
        if "keuze" in gegevens:
            messages.success(request, str(_GEDAAN[gegevens["keuze"]]))

    return stap(
        request,
        dossier,
        form,
        doe=doe,
        inhoud={"versie": dossier.versie, "voorstel": voorstel, **inhoud},
        anker="verwijzingen",
    )
