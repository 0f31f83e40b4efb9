from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier import poort
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.fouten import DomeinFout
from verantwoord.reisdocument import actions, queries
from verantwoord.reisdocument.blad import landen_voor, overzicht_context
from verantwoord.reisdocument.forms import (
    AfgifteForm,
    ControleForm,
    DocumentForm,
    FormulierForm,
    LandForm,
    PresentatieForm,
    UitkomstForm,
    VerzendForm,
)
from verantwoord.reisdocument.land import begin_van, landblok
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.actions import require
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import Formulier


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The documents, the lock with its reason and its end, and each request with its steps."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    context = overzicht_context(dossier, viewer=request.user, vandaag=timezone.localdate())
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
    vandaag = timezone.localdate()
    toestand = queries.toestand_of(dossier_id, viewer=request.user, peildatum=vandaag)
    ingevuld_op = next((lp.ingevuld_op for lp in reversed(toestand.s.lp_aanvragen) if lp.ingevuld_op), None)
    form = FormulierForm(
        request.POST or None,
        landen=landen_voor(toestand.s),
        # A form that was filled in before comes back for what is missing: the explanation.
        initial={"op": ingevuld_op or vandaag, "ingevuld": "ja" if ingevuld_op else None},
    )
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
        handeling="lp_verzenden",
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
        handeling="presentatie_plannen",
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


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def land(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Record whether the country of return takes part. What the list of countries says stands there to be confirmed."""
    require(request.user, Recht.DOSSIER_BEHANDELEN)
    dossier = dossier_of(dossier_id, viewer=request.user)
    vandaag = timezone.localdate()
    blok = landblok(queries.toestand_of(dossier_id, viewer=request.user, peildatum=vandaag).s)
    if blok is None:
        raise Http404
    begin = {"versie": dossier.versie, "per": vandaag}
    if blok.voorstel is not None:
        begin |= begin_van(blok.voorstel)
    form, status = LandForm(request.POST or None, initial=begin), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                actions.record_landinformatie(
                    door=request.user,
                    dossier_id=dossier_id,
                    land=blok.land,
                    peildatum=vandaag,
                    **form.cleaned_data,
                )
            except Versieconflict as conflict:
                invoer = request.POST.copy()
                invoer["versie"] = str(conflict.versie)
                form, status = LandForm(invoer), 409
                form.full_clean()
                form.add_error(None, conflict.melding)
            except actions.DatumInDeToekomst as fout:
                form.add_error("per", fout.melding)
            except GeenToegang:
                raise
            except DomeinFout as fout:
                form.add_error(None, fout.melding)
            else:
                return redirect("reisdocument:overzicht", dossier_id)
    return _pagina(request, dossier, "land", {"form": form, "blok": blok}, status=status)


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
    handeling: str = "",
) -> HttpResponse:
    """Every step works the same: show the form, act, go back; a refusal keeps all that was typed.

    What a norm stops is said before anything is typed: a button that cannot act is not there.
    """
    dossier = dossier_of(dossier_id, viewer=request.user)
    geblokkeerd = _houdt_tegen(handeling, dossier, request) if request.method != "POST" and handeling else ()
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                doe(form.cleaned_data)
            except NormBlokkeert as blok:
                geblokkeerd, status = tuple(blok.bevindingen), 409
            except actions.DatumInDeToekomst as fout:
                form.add_error(datumveld, fout.melding)
            except GeenToegang:
                raise
            except DomeinFout as fout:
                form.add_error(None, fout.melding)
            else:
                return redirect(reverse("reisdocument:overzicht", args=[dossier_id]))
    context = {
        "form": form,
        "titel": titel,
        "inleiding": inleiding,
        "knop": knop,
        "geblokkeerd": geblokkeerd,
        "geweigerd": status != 200,
    }
    return _pagina(request, dossier, "stap", context, status=status)


def _houdt_tegen(handeling: str, dossier: queries.Dossier, request: StaffRequest) -> tuple[Bevinding, ...]:
    try:
        poort.require(handeling, dossier=dossier, peildatum=timezone.localdate(), door=request.user)
    except NormBlokkeert as blok:
        return tuple(blok.bevindingen)
    return ()


def _aanvraag(request: StaffRequest, dossier_id: UUID, lp_id: UUID) -> queries.LPAanvraag:
    return get_object_or_404(queries.lp_aanvragen_of(dossier_id, viewer=request.user), pk=lp_id)


def _pagina(
    request: StaffRequest, dossier: queries.Dossier, naam: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    basis = {
        "dossier": dossier,
        "onderdeel": "reisdocument",
        "mag": dossier.is_te_behandelen_door(request.user),
    }
    return render(request, f"reisdocument/{naam}.html", basis | context, status=status)
