from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier import poort
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.queries import Dossier, dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen import REGISTER
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.toetsing import queries
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route import actions
from verantwoord.toetsing.route.fasen import FASEN
from verantwoord.toetsing.route.formulieren import FORMULIEREN, Stapformulier
from verantwoord.toetsing.route.stap import StapFout
from verantwoord.toetsing.route.stappen import STAPPEN
from verantwoord.toetsing.route.tonen import Historieregel, gelijke_teksten, historie

# Stands for whichever step is at hand; no step has this name.
VOLGENDE = "volgende"


@dataclass(frozen=True, kw_only=True)
class Ingang:
    """One step as a link: its title, its address, and whether it is the one at hand."""

    titel: str
    url: str
    huidig: bool


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID, moment: str) -> HttpResponse:
    """Where the route stands, what is next, what it means for departure, every step, and what was done."""
    gekozen = _moment(moment)
    dossier = dossier_of(dossier_id, viewer=request.user)
    return _pagina(request, dossier, gekozen, "route", _route_context(request, dossier, gekozen))


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def stap(request: StaffRequest, dossier_id: UUID, moment: str, routestap: str) -> HttpResponse:
    """Every step works the same: show its form, take it, go back to the route; whatever was typed stays."""
    gekozen = _moment(moment)
    if routestap == VOLGENDE:
        return _naar_volgende(request, dossier_id, gekozen)
    formuliersoort = FORMULIEREN[gekozen].get(routestap)
    if formuliersoort is None:
        raise Http404
    vandaag = timezone.localdate()
    dossier = dossier_of(dossier_id, viewer=request.user)
    s = queries.stand_of(dossier_id, viewer=request.user, peildatum=vandaag)
    if request.method != "POST":
        form = formuliersoort(initial={"versie": dossier.versie}, s=s)
        return _formulier(request, dossier, form, tegen=_houdt_tegen(form, dossier, request, vandaag))
    form = formuliersoort(request.POST, s=s)
    if not form.is_valid():
        return _formulier(request, dossier, form, status=422)
    try:
        _neem_stap(request, dossier_id, form, vandaag)
    except NormBlokkeert as blok:
        return _formulier(request, dossier, form, tegen=tuple(blok.bevindingen), status=409)
    except Versieconflict as conflict:
        return _na_een_collega(request, dossier_id, form, conflict)
    except GeenToegang:
        raise
    except StapFout as fout:
        form.add_error(fout.veld if fout.veld in form.fields else None, fout.melding)
        return _formulier(request, dossier, form, status=422)
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return _formulier(request, dossier, form, status=422)
    messages.success(request, _("Vastgelegd. Hieronder staat wat de volgende stap is."))
    return redirect(reverse("toetsing:route", args=[dossier_id, moment]))


def _naar_volgende(request: StaffRequest, dossier_id: UUID, moment: Moment) -> HttpResponse:
    """A duty leads to the step that is at hand on the day it is followed; to the route when there is none."""
    kaart = queries.kaart_of(dossier_id, moment, viewer=request.user, peildatum=timezone.localdate())
    volgende = kaart.routestand.volgende
    if volgende is None:
        return redirect("toetsing:route", dossier_id, moment)
    return redirect("toetsing:stap", dossier_id, moment, volgende.stap)


def _neem_stap(request: StaffRequest, dossier_id: UUID, form: Stapformulier, vandaag: date) -> None:
    invoer = dict(form.cleaned_data)
    actions.take_stap(
        door=request.user,
        dossier_id=dossier_id,
        moment=form.stap.moment,
        naam=form.stap.naam,
        versie=invoer.pop("versie"),
        invoer=invoer,
        peildatum=vandaag,
    )


def _houdt_tegen(
    form: Stapformulier, dossier: Dossier, request: StaffRequest, vandaag: date
) -> tuple[Bevinding, ...]:
    """What a norm stops is said before anything is typed."""
    if not form.stap.handeling:
        return ()
    try:
        poort.require(form.stap.handeling, dossier=dossier, peildatum=vandaag, door=request.user)
    except NormBlokkeert as blok:
        return tuple(blok.bevindingen)
    return ()


def _na_een_collega(
    request: StaffRequest, dossier_id: UUID, form: Stapformulier, conflict: Versieconflict
) -> HttpResponse:
    """Show the form again on the newest version, with what was typed beside where the route stands now."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    s = queries.stand_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())
    invoer = request.POST.copy()
    invoer["versie"] = str(conflict.versie)
    opnieuw = type(form)(invoer, s=s)
    opnieuw.full_clean()
    opnieuw.add_error(None, conflict.melding)
    return _formulier(request, dossier, opnieuw, status=409)


def _formulier(
    request: StaffRequest,
    dossier: Dossier,
    form: Stapformulier,
    *,
    tegen: tuple[Bevinding, ...] = (),
    status: int = 200,
) -> HttpResponse:
    context = {
        "form": form,
        "tegen": tegen,
        "weigering": actions.weigering_voor(form.stap, dossier, request.user),
        "bronnen": REGISTER[form.norm].bron if form.norm else (),
        **_route_context(request, dossier, form.stap.moment),
    }
    return _pagina(request, dossier, form.stap.moment, "stap", context, status=status)


def _route_context(request: StaffRequest, dossier: Dossier, moment: Moment) -> dict[str, Any]:
    vandaag = timezone.localdate()
    kaart = queries.kaart_of(dossier.pk, moment, viewer=request.user, peildatum=vandaag)
    regels = queries.regels_of(dossier.pk, viewer=request.user, peildatum=vandaag, moment=moment)
    gedaan = historie(reversed(regels), gelijke=gelijke_teksten(regels))
    volgende = kaart.routestand.volgende
    return {
        "kaart": kaart,
        "fasen": [
            (
                titel,
                [
                    Ingang(
                        titel=str(STAPPEN[moment][naam].titel),
                        url=reverse("toetsing:stap", args=[dossier.pk, moment, naam]),
                        huidig=volgende is not None and naam == volgende.stap,
                    )
                    for naam in namen
                ],
            )
            for titel, namen in FASEN[moment]
        ],
        "historie": gedaan,
        "register": _register(gedaan),
        "mogelijkheden": mogelijkheden(kaart, moment),
    }


def _register(gedaan: list[Historieregel]) -> list[Historieregel]:
    """The pre-consultations, formal and informal, of every kind of case (report 3.3)."""
    return [regel for regel in gedaan if regel.stap == "vooroverleg"]


def mogelijkheden(kaart: queries.Kaart, moment: Moment) -> list[str]:
    """What can be done without consent. The only thing that looks at a refusal, and it only offers."""
    if moment != Moment.MEDISCH or not kaart.zonder_toestemming:
        return []
    return [
        _("De persoon kan zelf gegevens bij de arts vragen en aan de gemachtigde geven."),
        _("De gemachtigde kan artikel 64 aanvragen. Zonder gemachtigde legt u de zaak zelf voor aan de IND."),
        _("De persoon kan later alsnog toestemming geven. Vraag dat niet bij ieder gesprek opnieuw."),
    ]


def _moment(moment: str) -> Moment:
    try:
        return Moment(moment)
    except ValueError as fout:
        raise Http404 from fout


def _pagina(
    request: StaffRequest,
    dossier: Dossier,
    moment: Moment,
    naam: str,
    context: dict[str, Any],
    *,
    status: int = 200,
) -> HttpResponse:
    basis = {
        "dossier": dossier,
        "onderdeel": "toetsing",
        "moment": moment,
        "mag": dossier.is_te_behandelen_door(request.user),
    }
    return render(request, f"toetsing/route/{naam}.html", basis | context, status=status)
