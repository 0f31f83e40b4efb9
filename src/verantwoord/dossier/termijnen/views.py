from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.gezin import familie_van
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.opvang.blad import kinderen_met_belangen
from verantwoord.dossier.opvang.tonen import over_vbl
from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.stand import beoordeel_op
from verantwoord.dossier.termijnen import tonen
from verantwoord.dossier.termijnen.forms import (
    FORMULIEREN,
    OPVANG,
    VERTREKTERMIJN,
    FerreiraForm,
    Termijnformulier,
)
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.gebeurtenis.queries import gebeurtenissen_of
from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.actions import require
from verantwoord.toegang.inzage import met_gezin
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest

OVER_UITSTEL = (
    "vertrektermijn.verlenging_gevraagd",
    "vertrektermijn.doorgestuurd",
    "vertrektermijn.verlengd",
    "vertrektermijn.niet_verlengd",
)


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The two clocks side by side, what was asked about them, and what can be recorded."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    s, beoordeling = beoordeel_op(beeld_of(dossier_id), timezone.localdate())
    gebeurtenissen = gebeurtenissen_of(dossier_id)
    toetsen = tonen.toetsen_kinderen(s, gebeurtenissen.filter(soort="opvang.ferreira_getoetst"))
    context = {
        "dossier": dossier,
        "onderdeel": "procedure",
        "waarschuwingen": [*tonen.waarschuwingen(s), *over_vbl(s)],
        "verloop": tonen.verloop(s),
        "klokken": [
            (tonen.vertrektermijn(s, beoordeling), _stappen(request, dossier, s, VERTREKTERMIJN)),
            (tonen.opvang(s, beoordeling), _stappen(request, dossier, s, OPVANG)),
        ],
        "vbl": tonen.vbl(s, beoordeling),
        "uitstel": tonen.verzoeken_vertrektermijn(
            gebeurtenissen.filter(soort__in=OVER_UITSTEL).order_by("volgnummer")
        ),
        "verlengingen": tonen.verlengingen_opvang(s),
        "met_kinderen": FORMULIEREN["kinderen"].past(s),
        "toetsen": toetsen,
        "tegen": _tegen("opvang_beeindigen", beoordeling),
        "mag": dossier.is_te_behandelen_door(request.user),
    }
    return render(request, "dossier/termijnen/overzicht.html", context)


@met_gezin
@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def vastleggen(request: StaffRequest, dossier_id: UUID, termijnstap: str) -> HttpResponse:
    """Enter one step. A refusal and a colleague who was first both leave everything typed where it was."""
    soort = FORMULIEREN.get(termijnstap)
    if soort is None:
        raise Http404
    if request.method != "POST" and not request.user.heeft(soort.recht):
        # A duty leads everybody to this form; who may only read is shown what is known.
        return redirect("dossier:termijnen", dossier_id)
    require(request.user, soort.recht)
    dossier = dossier_of(dossier_id, viewer=request.user)
    s, beoordeling = beoordeel_op(beeld_of(dossier_id), timezone.localdate())
    familie = familie_van(dossier, viewer=request.user) if soort.voor_gezin else []
    if request.method != "POST":
        form = soort(s=s, familie=familie, initial={"versie": dossier.versie})
        return _formulier(request, dossier_id, form, beoordeling)
    form = soort(request.POST, s=s, familie=familie)
    if not form.is_valid():
        return _formulier(request, dossier_id, form, beoordeling, status=422)
    try:
        soort.actie(door=request.user, dossier_id=dossier_id, **form.gegevens())
    except Versieconflict as conflict:
        return _na_een_collega(request, dossier_id, soort, conflict, familie)
    except NormBlokkeert as blok:
        return _formulier(request, dossier_id, form, beoordeling, status=409, tegen=blok.bevindingen)
    except GeenToegang:
        raise
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return _formulier(request, dossier_id, form, beoordeling, status=422)
    messages.success(request, _("Vastgelegd. De twee klokken zijn opnieuw berekend."))
    return redirect("dossier:termijnen", dossier_id)


def _stappen(
    request: StaffRequest, dossier: Dossier, s: Stand, namen: tuple[str, ...]
) -> list[tuple[str, Any]]:
    """What this person can record now about one clock: address part and words."""
    return [
        (naam, FORMULIEREN[naam].titel)
        for naam in namen
        if dossier.is_te_behandelen_door(request.user)
        and request.user.heeft(FORMULIEREN[naam].recht)
        and FORMULIEREN[naam].past(s)
    ]


def _tegen(handeling: str, beoordeling: Beoordeling) -> tuple[Bevinding, ...]:
    (antwoord,) = (h for h in beoordeling.handelingen if h.handeling == handeling)
    return tuple(b for b in beoordeling.bevindingen if b.norm in antwoord.geblokkeerd_door)


def _na_een_collega(
    request: StaffRequest,
    dossier_id: UUID,
    soort: type[Termijnformulier],
    conflict: Versieconflict,
    familie: list[Dossier],
) -> HttpResponse:
    """Show the form again on the newest version, with what was typed beside what stands there now."""
    invoer = request.POST.copy()
    invoer["versie"] = str(conflict.versie)
    s, beoordeling = beoordeel_op(beeld_of(dossier_id), timezone.localdate())
    form = soort(invoer, s=s, familie=familie)
    form.full_clean()
    form.add_error(None, conflict.melding)
    nu = [tonen.vertrektermijn(s, beoordeling), tonen.opvang(s, beoordeling)]
    return _formulier(request, dossier_id, form, beoordeling, status=409, nu=nu)


def _formulier(
    request: StaffRequest,
    dossier_id: UUID,
    form: Termijnformulier,
    beoordeling: Beoordeling,
    *,
    status: int = 200,
    tegen: tuple[Bevinding, ...] | None = None,
    nu: list[tonen.Klok] | None = None,
) -> HttpResponse:
    if tegen is None:
        # A button that cannot act is not there: what stops it is said before anything is typed.
        tegen = _tegen(form.handeling, beoordeling) if form.handeling else ()
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "procedure",
        "form": form,
        "tegen": tegen,
        "nu": nu or [],
        "past": form.past(form.s),
        "kinderen": kinderen_met_belangen(form.s, dossier_id, viewer=request.user)
        if isinstance(form, FerreiraForm)
        else [],
        "norm": REGISTER[form.norm],
    }
    return render(request, "dossier/termijnen/vastleggen.html", context, status=status)
