"""Referring with consent, asking how it goes, the result, and the end."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.ondersteuning import actions, queries
from verantwoord.ondersteuning.forms import (
    BewijsVanAanvraagForm,
    EindeForm,
    OpvolgingForm,
    OrganisatieantwoordForm,
    ResultaatForm,
    VerwijzingForm,
)
from verantwoord.ondersteuning.forms.verwijzing import VOORLEGGEN
from verantwoord.ondersteuning.keuzes import Aanbieder, Naar
from verantwoord.ondersteuning.stilte import stille_verwijzingen
from verantwoord.ondersteuning.views.kader import dossier_van, invoer, lijst_url, stap
from verantwoord.toegang.inzage import kijk, toont_personen
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier, getal

TWEE_WEKEN = timedelta(days=14)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def verwijzen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Refer to IOM, an ngo, DIA or another; started from a wish and an entry of the catalogue, or from neither."""
    vandaag = timezone.localdate()
    dossier = dossier_van(request, dossier_id)
    wensen = list(queries.wensen_of(dossier_id, viewer=request.user))
    aanbod = _gekozen_aanbod(request)
    begin = {
        "wens_id": _bekende_wens(request, wensen),
        "naar": _naar(aanbod),
        "organisatie": aanbod.organisatie if aanbod is not None else "",
        "aanbod_id": aanbod.pk if aanbod is not None else None,
        "op": vandaag,
        "volgende_op": vandaag + TWEE_WEKEN,
    }

    def doe(gegevens: dict[str, Any]) -> None:
        keuze = gegevens.pop("toestemming")
        wie: dict[str, Any] = {
            "door": request.user,
            "dossier_id": dossier_id,
            "versie": getal(request.POST.get("versie")),
            "peildatum": vandaag,
        }
        if keuze == VOORLEGGEN:
            actions.propose_verwijzing(**wie, **gegevens)
            messages.success(
                request, _("Het voorstel staat in het portaal. Er is niets gedeeld tot iemand ja zegt.")
            )
            return
        gegevens = {veld: waarde for veld, waarde in gegevens.items() if veld not in {"deelt", "waarom"}}
        rij = actions.refer(**wie, toestemming=keuze == "ja", **gegevens)
        if not rij.toestemming:
            messages.success(
                request,
                _("Bewaard. Er is niets gedeeld, en dit heeft geen gevolgen. Later kan het altijd nog."),
            )
        elif rij.wens is not None and rij.wens.is_open:
            messages.success(request, _("De verwijzing is bewaard. Vertel dit ook als antwoord op de wens."))
        else:
            messages.success(request, _("De verwijzing is bewaard. De regie blijft bij u."))

    return stap(
        request,
        dossier,
        VerwijzingForm(invoer(request), wensen=wensen, initial=begin),
        doe=doe,
        inhoud={
            "titel": _("Verwijs door"),
            "inleiding": _(
                "Alleen als de vreemdeling dat wil. Ja en nee zijn allebei goed. De regie blijft bij u."
            ),
            "knop": _("Leg vast wat is afgesproken"),
            "versie": dossier.versie,
            "aanbod": aanbod,
        },
        anker="verwijzingen",
    )


@require_safe
def eerste_opvolging(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Go to the form for the referral that waits longest for somebody to ask how it goes."""
    regels = queries.verwijzingsregels_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())
    wachtend = sorted(
        (regel for regel in regels if regel.loopt and regel.uiterlijk_op is not None),
        key=lambda regel: (regel.feit.verwezen_op, regel.nummer),
    )
    if not wachtend:
        return redirect(lijst_url(dossier_id, "verwijzingen"))
    return redirect("ondersteuning:opvolging", dossier_id, wachtend[0].nummer)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def opvolging(request: StaffRequest, dossier_id: UUID, nummer: int) -> HttpResponse:
    """Record how it goes, and when that is asked again."""
    vandaag = timezone.localdate()
    begin = {"op": vandaag, "volgende_op": vandaag + TWEE_WEKEN}
    return _over_verwijzing(
        request,
        dossier_id,
        nummer,
        OpvolgingForm(invoer(request), initial=begin),
        actie=actions.follow_verwijzing,
        titel=_("Hoe loopt het?"),
        inleiding=_("U vraagt het na bij de vreemdeling en bij de organisatie. De regie blijft bij u."),
        knop=_("Bewaar hoe het loopt"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def resultaat(request: StaffRequest, dossier_id: UUID, nummer: int) -> HttpResponse:
    """Record what came of a referral."""
    return _over_verwijzing(
        request,
        dossier_id,
        nummer,
        ResultaatForm(invoer(request), initial={"op": timezone.localdate()}),
        actie=actions.record_resultaat,
        titel=_("Leg de uitslag vast"),
        inleiding=_("Vertel de uitslag daarna aan de vreemdeling, als antwoord op de wens."),
        knop=_("Bewaar de uitslag"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def einde(request: StaffRequest, dossier_id: UUID, nummer: int) -> HttpResponse:
    """End a referral; it stays in the dossier."""
    return _over_verwijzing(
        request,
        dossier_id,
        nummer,
        EindeForm(invoer(request), initial={"op": timezone.localdate()}),
        actie=actions.end_verwijzing,
        titel=_("Beëindig de verwijzing"),
        inleiding=_(
            "De verwijzing blijft in het dossier staan. Stoppen heeft geen gevolgen voor de vreemdeling."
        ),
        knop=_("Beëindig de verwijzing"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def antwoord(request: StaffRequest, dossier_id: UUID, nummer: int) -> HttpResponse:
    """Record what the organisation said to being asked, for one without a desk here."""
    return _over_verwijzing(
        request,
        dossier_id,
        nummer,
        OrganisatieantwoordForm(invoer(request), initial={"op": timezone.localdate()}),
        actie=actions.record_antwoord,
        titel=_("Wat zegt de organisatie?"),
        inleiding=_("Zegt de organisatie niets? Leg dan niets vast en vraag het na. Zwijgen is geen nee."),
        knop=_("Bewaar het antwoord"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def bewijs(request: StaffRequest, dossier_id: UUID, nummer: int) -> HttpResponse:
    """Record that the person signed the "Bewijs van Aanvraag"."""
    return _over_verwijzing(
        request,
        dossier_id,
        nummer,
        BewijsVanAanvraagForm(invoer(request), initial={"op": timezone.localdate()}),
        actie=actions.record_bewijs,
        titel=_("Bewijs van Aanvraag"),
        inleiding=_(
            "De persoon vraagt de hulp zelf aan bij de IOM en tekent. Wie niet tekent, verliest niets."
        ),
        knop=_("Leg het bewijs vast"),
    )


@toont_personen
@require_safe
def stil(request: StaffRequest) -> HttpResponse:
    """The referrals in one's own dossiers whose day to ask has come."""
    if not request.user.heeft(Recht.KWALITEIT_BEKIJKEN):
        raise Http404
    vandaag = timezone.localdate()
    verwijzingen = kijk(
        request,
        lambda: stille_verwijzingen(viewer=request.user, peildatum=vandaag),
        lambda gevonden: {rij.dossier_id for rij in gevonden},
        doel="werklijst",
    )
    context = {"verwijzingen": verwijzingen, "vandaag": vandaag}
    return render(request, "ondersteuning/stil.html", context)


def _over_verwijzing(
    request: StaffRequest,
    dossier_id: UUID,
    nummer: int,
    form: Formulier,
    *,
    actie: Callable[..., object],
    **inhoud: str,
) -> HttpResponse:
    vandaag = timezone.localdate()
    dossier = dossier_van(request, dossier_id)
    regels = queries.verwijzingsregels_of(dossier_id, viewer=request.user, peildatum=vandaag)
    regel = next((regel for regel in regels if regel.nummer == nummer), None)
    if regel is None:
        raise Http404
    return stap(
        request,
        dossier,
        form,
        doe=lambda gegevens: actie(
            door=request.user,
            dossier_id=dossier_id,
            nummer=nummer,
            versie=getal(request.POST.get("versie")),
            peildatum=vandaag,
            **gegevens,
        ),
        inhoud={"versie": dossier.versie, "regel": regel, "vandaag": vandaag, **inhoud},
        anker=f"verwijzing-{nummer}",
    )


def _gekozen_aanbod(request: StaffRequest) -> queries.Aanbod | None:
    gekozen = _sleutel(request.GET.get("aanbod") or request.POST.get("aanbod_id"))
    if gekozen is None:
        return None
    try:
        return queries.aanbod_of(gekozen, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout


def _bekende_wens(request: StaffRequest, wensen: list[queries.Wens]) -> str:
    gevraagd = _sleutel(request.GET.get("wens"))
    return next((str(wens.pk) for wens in wensen if wens.pk == gevraagd), "geen")


def _naar(aanbod: queries.Aanbod | None) -> str | None:
    """To whom an entry of the catalogue refers; what the DT&V gives itself is asked, not referred."""
    if aanbod is None or aanbod.aanbieder == Aanbieder.DTV:
        return None
    return Naar(aanbod.aanbieder).value


def _sleutel(tekst: str | None) -> UUID | None:
    try:
        return UUID(tekst) if tekst else None
    except ValueError:
        return None
