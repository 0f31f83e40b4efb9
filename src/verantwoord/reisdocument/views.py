from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.fouten import DomeinFout
from verantwoord.reisdocument import actions, queries
from verantwoord.reisdocument.forms import (
    AfgifteForm,
    ControleForm,
    DocumentForm,
    FormulierForm,
    PresentatieForm,
    UitkomstForm,
    VerzendForm,
)
from verantwoord.reisdocument.models import LPAanvraag
from verantwoord.reisdocument.stappen import slot_van, stappen_van
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier
from verantwoord.web.waarden import Routestap, Verwijzing

VERZENDVERBOD = "lp-verzendverbod"


@dataclass(frozen=True, kw_only=True)
class Aanvraagblok:
    """One request as the page shows it: its steps, and the act that can be done now, if there is one."""

    aanvraag: LPAanvraag
    land: str
    stappen: list[Routestap]
    knop: Verwijzing | None
    wacht: str


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The documents, the lock with its reason and its end, and each request with its steps."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    vandaag = timezone.localdate()
    toestand = queries.toestand_of(dossier_id, viewer=request.user, peildatum=vandaag)
    tegen = toestand.tegen("lp_verzenden")
    verbod = next((b for b in tegen if b.norm == VERZENDVERBOD), None)
    slot = slot_van(toestand.s)
    aanvragen = list(queries.lp_aanvragen_of(dossier_id, viewer=request.user))
    blokken = [
        Aanvraagblok(
            aanvraag=aanvraag,
            land=landnaam(aanvraag.land),
            stappen=stappen_van(aanvraag, op_slot=verbod is not None, slot=slot),
            knop=_volgende_knop(request, dossier, aanvraag, toestand),
            wacht=_wacht_op(request, dossier, aanvraag),
        )
        for aanvraag in aanvragen
    ]
    context = {
        "documenten": queries.reisdocumenten_of(dossier_id, viewer=request.user),
        "heeft_geldig": toestand.s.heeft_geldig_reisdocument,
        "vandaag": vandaag,
        "verbod": verbod,
        "slot": slot,
        "bronnen": [Verwijzing(bron_in_woorden(bron)) for bron in verbod.bron] if verbod else [],
        "ook_tegen": _ook_tegen(tegen, aanvragen),
        "blokken": blokken,
        "open_formulier": not any(a.ingevuld_op and not a.uitkomst for a in aanvragen),
    }
    return _pagina(request, dossier, "overzicht", context)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def document(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Record a document with which the person can travel."""
    return _stap(
        request,
        dossier_id,
        DocumentForm(request.POST or None),
        doe=lambda gegevens: actions.record_reisdocument(
            door=request.user, dossier_id=dossier_id, **gegevens
        ),
        titel=_("Leg een reisdocument vast"),
        knop=_("Leg het document vast"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def formulier(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Record what the person decided about the form; both answers alike."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    vandaag = timezone.localdate()
    landen = _landen(request, dossier)
    form = FormulierForm(request.POST or None, landen=landen, initial={"op": vandaag})
    return _stap(
        request,
        dossier_id,
        form,
        doe=lambda gegevens: actions.record_lp_formulier(
            door=request.user, dossier_id=dossier_id, peildatum=vandaag, **gegevens
        ),
        titel=_("LP-formulier"),
        inleiding=_(
            "U vraagt het in gesprek 1. Het formulier gaat nergens heen tot de rechtbank heeft geoordeeld."
        ),
        knop=_("Leg vast wat is gekozen"),
        datumveld="op",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def controle(request: StaffRequest, dossier_id: UUID, lp_id: UUID) -> HttpResponse:
    """The second reader says whether anything in the set shows an asylum request."""
    _aanvraag(request, dossier_id, lp_id)
    return _stap(
        request,
        dossier_id,
        ControleForm(request.POST or None),
        doe=lambda gegevens: actions.check_lp_set(
            door=request.user, dossier_id=dossier_id, lp_id=lp_id, peildatum=timezone.localdate(), **gegevens
        ),
        titel=_("Controleer de set"),
        inleiding=_(
            "U leest alles wat naar het land gaat. Niets mag laten zien dat er een asielverzoek was: "
            "geen woord, geen stempel, geen adres."
        ),
        knop=_("Leg de controle vast"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def verzenden(request: StaffRequest, dossier_id: UUID, lp_id: UUID) -> HttpResponse:
    """Ask once more, then send; the gate has the last word."""
    aanvraag = _aanvraag(request, dossier_id, lp_id)
    return _stap(
        request,
        dossier_id,
        VerzendForm(request.POST) if request.method == "POST" else VerzendForm(),
        doe=lambda _gegevens: actions.send_lp(
            door=request.user, dossier_id=dossier_id, lp_id=lp_id, peildatum=timezone.localdate()
        ),
        titel=_("Verstuur de LP-aanvraag"),
        inleiding=_(
            "U legt vast dat de set vandaag naar de autoriteiten van %(land)s gaat. Dat kan niet ongedaan worden gemaakt."
        )
        % {"land": landnaam(aanvraag.land)},
        knop=_("Leg vast dat de aanvraag is verzonden"),
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def presentatie(request: StaffRequest, dossier_id: UUID, lp_id: UUID) -> HttpResponse:
    """Plan a presentation, or move it."""
    aanvraag = _aanvraag(request, dossier_id, lp_id)
    begin = {"presentatie_op": aanvraag.presentatie_op, "plaats": aanvraag.presentatie_plaats}
    return _stap(
        request,
        dossier_id,
        PresentatieForm(request.POST or None, initial=begin),
        doe=lambda gegevens: actions.plan_presentatie(
            door=request.user, dossier_id=dossier_id, lp_id=lp_id, peildatum=timezone.localdate(), **gegevens
        ),
        titel=_("Plan een presentatie"),
        knop=_("Leg de presentatie vast"),
        datumveld="presentatie_op",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def uitkomst(request: StaffRequest, dossier_id: UUID, lp_id: UUID) -> HttpResponse:
    """Record what the country answered."""
    _aanvraag(request, dossier_id, lp_id)
    return _stap(
        request,
        dossier_id,
        UitkomstForm(request.POST or None, initial={"uitkomst_op": timezone.localdate()}),
        doe=lambda gegevens: actions.record_uitkomst(
            door=request.user, dossier_id=dossier_id, lp_id=lp_id, peildatum=timezone.localdate(), **gegevens
        ),
        titel=_("Antwoord van het land"),
        knop=_("Leg het antwoord vast"),
        datumveld="uitkomst_op",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def afgifte(request: StaffRequest, dossier_id: UUID, lp_id: UUID) -> HttpResponse:
    """Record that the laissez-passer is there."""
    _aanvraag(request, dossier_id, lp_id)
    return _stap(
        request,
        dossier_id,
        AfgifteForm(request.POST or None, initial={"afgegeven_op": timezone.localdate()}),
        doe=lambda gegevens: actions.record_afgifte(
            door=request.user, dossier_id=dossier_id, lp_id=lp_id, peildatum=timezone.localdate(), **gegevens
        ),
        titel=_("Laissez-passer afgegeven"),
        knop=_("Leg de afgifte vast"),
        datumveld="afgegeven_op",
    )


def _stap(
    request: StaffRequest,
    dossier_id: UUID,
    form: Formulier,
    *,
    doe: Callable[[dict[str, Any]], object],
    titel: str,
    knop: str,
    inleiding: str = "",
    datumveld: str | None = None,
) -> HttpResponse:
    """Every step works the same: show the form, act, go back; a refusal keeps all that was typed."""
    geblokkeerd: tuple[Bevinding, ...] = ()
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                doe(form.cleaned_data)
            except NormBlokkeert as blok:
                geblokkeerd, status = blok.bevindingen, 409
            except actions.DatumInDeToekomst as fout:
                form.add_error(datumveld, fout.melding)
            except GeenToegang:
                raise
            except DomeinFout as fout:
                form.add_error(None, fout.melding)
            else:
                return redirect(reverse("reisdocument:overzicht", args=[dossier_id]))
    context = {"form": form, "titel": titel, "inleiding": inleiding, "knop": knop, "geblokkeerd": geblokkeerd}
    return _pagina(request, dossier_of(dossier_id, viewer=request.user), "stap", context, status=status)


def _aanvraag(request: StaffRequest, dossier_id: UUID, lp_id: UUID) -> LPAanvraag:
    return get_object_or_404(queries.lp_aanvragen_of(dossier_id, viewer=request.user), pk=lp_id)


def _landen(request: StaffRequest, dossier: Dossier) -> list[str]:
    """The countries a form can be for: where the decision points to, then the person's nationalities."""
    s = queries.toestand_of(dossier.pk, viewer=request.user, peildatum=timezone.localdate()).s
    terug = [s.terugkeerbesluit.land_van_terugkeer] if s.terugkeerbesluit else []
    landen = [land for land in (*terug, *s.persoon.nationaliteiten) if land and land != "XXA"]
    return list(dict.fromkeys(landen)) or ["XXX"]


def _ook_tegen(tegen: tuple[Bevinding, ...], aanvragen: list[LPAanvraag]) -> list[Bevinding]:
    """What else stops sending, once there is a form to send; the check of the set stands with its own step."""
    if not any(a.ingevuld_op and not a.verzonden_op for a in aanvragen):
        return []
    return [b for b in tegen if b.norm not in {VERZENDVERBOD, "lp-geen-asielinformatie"}]


def _volgende_knop(
    request: StaffRequest, dossier: Dossier, aanvraag: LPAanvraag, toestand: queries.Toestand
) -> Verwijzing | None:
    """The one act that moves this request on now; what cannot be done has no button."""
    args = [dossier.pk, aanvraag.pk]
    if aanvraag.afgegeven_op is not None or aanvraag.uitkomst == "geweigerd":
        return None
    te_controleren = aanvraag.ingevuld_op is not None and aanvraag.verzonden_op is None
    if te_controleren and aanvraag.asielinformatie_aangetroffen is not False:
        if not _mag_controleren(request, dossier):
            return None
        return Verwijzing(_("Controleer de set"), reverse("reisdocument:controle", args=args))
    if not request.user.heeft(Recht.DOSSIER_BEHANDELEN):
        return None
    if aanvraag.uitkomst == "toegezegd":
        return Verwijzing(_("Leg de afgifte vast"), reverse("reisdocument:afgifte", args=args))
    if aanvraag.verzonden_op is not None:
        return Verwijzing(
            _("Leg het antwoord van het land vast"), reverse("reisdocument:uitkomst", args=args)
        )
    if aanvraag.ingevuld_op is None:
        return Verwijzing(_("Toch ingevuld"), reverse("reisdocument:formulier", args=args[:1]))
    if toestand.tegen("lp_verzenden"):
        return None
    return Verwijzing(_("Verstuur de aanvraag"), reverse("reisdocument:verzenden", args=args))


def _mag_controleren(request: StaffRequest, dossier: Dossier) -> bool:
    return request.user.heeft(Recht.LP_SET_CONTROLEREN) and dossier.regievoerder_id != request.user.pk


def _wacht_op(request: StaffRequest, dossier: Dossier, aanvraag: LPAanvraag) -> str:
    """Who has to do something first, when it is not the one who looks."""
    te_controleren = (
        aanvraag.ingevuld_op is not None
        and aanvraag.verzonden_op is None
        and aanvraag.asielinformatie_aangetroffen is not False
    )
    if te_controleren and not _mag_controleren(request, dossier):
        return _(
            "Vraag een collega uit uw team of uw manager om de set te controleren. "
            "Wie de regie voert, controleert de eigen set niet."
        )
    return ""


def _pagina(
    request: StaffRequest, dossier: Dossier, naam: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    basis = {
        "dossier": dossier,
        "onderdeel": "reisdocument",
        "mag": request.user.heeft(Recht.DOSSIER_BEHANDELEN),
    }
    return render(request, f"reisdocument/{naam}.html", basis | context, status=status)
