"""Another country: begin, whether the DIA can help, what an embassy said, and what proves admission."""

from collections.abc import Callable
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui
from django.views.decorators.http import require_http_methods

from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.ondersteuning import actions, queries
from verantwoord.ondersteuning.forms import (
    DerdeLandForm,
    DiaForm,
    LandantwoordForm,
    ToelatingForm,
    VervallenForm,
)
from verantwoord.ondersteuning.views.kader import dossier_van, invoer, stap
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier, getal

_STAPPEN: Final[dict[str, tuple[type[Formulier], Callable[..., object], Any, Any, bool]]] = {
    "dia": (
        DiaForm,
        actions.consider_dia,
        lui("Kan de DIA helpen?"),
        lui(
            "De persoon hoeft dit niet alleen uit te zoeken. Schrijf op of u de DIA hebt overwogen, en wat dat opleverde."
        ),
        False,
    ),
    "antwoord": (
        LandantwoordForm,
        actions.record_landantwoord,
        lui("Vraag aan een ambassade of consulaat"),
        lui("Leg vast wat is gevraagd of geantwoord. Geen antwoord is geen nee: u vraagt het dan opnieuw."),
        True,
    ),
    "bewijs": (
        ToelatingForm,
        actions.add_bewijs,
        lui("Bewijs dat het land de persoon toelaat"),
        lui("Dit bewijs staat straks klaar als u een reis naar dit land boekt."),
        True,
    ),
}


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def derde_land(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Begin to look into one other country."""
    return stap(
        request,
        dossier_van(request, dossier_id),
        DerdeLandForm(invoer(request)),
        doe=lambda gegevens: actions.begin_derde_land(
            door=request.user, dossier_id=dossier_id, peildatum=timezone.localdate(), **gegevens
        ),
        inhoud={
            "titel": _("Zoek een ander land uit"),
            "inleiding": _(
                "Kan iemand naar een ander land dan het eigen land? Dat kan als dat land de persoon toelaat."
            ),
            "knop": _("Begin met dit land"),
        },
        anker="landen",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def landstap(request: StaffRequest, dossier_id: UUID, derde_land_id: UUID, landstap: str) -> HttpResponse:
    """One step about one other country."""
    if landstap not in _STAPPEN:
        raise Http404
    formulier, actie, titel, inleiding, met_dag = _STAPPEN[landstap]
    vandaag = timezone.localdate()
    land = get_object_or_404(queries.derde_landen_of(dossier_id, viewer=request.user), pk=derde_land_id)
    ja_of_nee = {True: "ja", False: "nee", None: ""}
    begin = {
        "op": vandaag,
        "gezien_op": vandaag,
        "dia_overwogen": ja_of_nee[land.dia_overwogen],
        "dia_reden": land.dia_reden,
    }
    peildatum = {"peildatum": vandaag} if met_dag else {}

    def doe(gegevens: dict[str, Any]) -> None:
        actie(
            door=request.user,
            dossier_id=dossier_id,
            derde_land_id=land.pk,
            versie=getal(request.POST.get("versie")),
            **peildatum,
            **gegevens,
        )
        messages.success(request, _("Bewaard."))

    return stap(
        request,
        dossier_van(request, dossier_id),
        formulier(invoer(request), initial=begin),
        doe=doe,
        inhoud={
            "titel": f"{landnaam(land.land)}: {titel}",
            "inleiding": inleiding,
            "knop": _("Leg dit vast"),
            "versie": land.versie,
            "land": land,
            "vandaag": vandaag,
        },
        anker=f"land-{land.pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def bewijs_vervallen(
    request: StaffRequest, dossier_id: UUID, derde_land_id: UUID, bewijs_id: UUID
) -> HttpResponse:
    """Cross out a proof that no longer holds."""
    vandaag = timezone.localdate()
    land = get_object_or_404(queries.derde_landen_of(dossier_id, viewer=request.user), pk=derde_land_id)
    if not any(bewijs.pk == bewijs_id for bewijs in land.bewijzen.all()):
        raise Http404
    return stap(
        request,
        dossier_van(request, dossier_id),
        VervallenForm(invoer(request)),
        doe=lambda gegevens: actions.drop_bewijs(
            door=request.user,
            dossier_id=dossier_id,
            derde_land_id=land.pk,
            bewijs_id=bewijs_id,
            versie=getal(request.POST.get("versie")),
            peildatum=vandaag,
            **gegevens,
        ),
        inhoud={
            "titel": _("Haal een bewijs door"),
            "inleiding": _(
                "Het bewijs blijft te lezen. Staat er al een reis op? Bekijk die reis dan opnieuw."
            ),
            "knop": _("Haal het bewijs door"),
            "versie": land.versie,
            "land": land,
            "vandaag": vandaag,
        },
        anker=f"land-{land.pk}",
    )
