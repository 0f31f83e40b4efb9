from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.gezin import familie_van
from verantwoord.dossier.models import Overplaatsing
from verantwoord.dossier.opvang import kinderen, queries, tonen
from verantwoord.dossier.opvang.blad import kinderen_met_belangen
from verantwoord.dossier.opvang.forms import (
    STAPPEN,
    AchttienForm,
    BelangenForm,
    Kindformulier,
    OverplaatsenForm,
    PlaatsForm,
    VerbeterForm,
    Verblijfsformulier,
)
from verantwoord.dossier.opvang.overplaatsen import HANDELINGEN
from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.stand import beoordeel_op
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.gebeurtenis.queries import gebeurtenissen_of
from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.werklijst import verblijf
from verantwoord.toegang.actions import require
from verantwoord.toegang.inzage import met_gezin
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest

SJABLOON = "dossier/opvang/vastleggen.html"


def voor_wie_behandelt(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Everybody who sees the dossier may read where somebody lives; who directs the case records it.

    A duty leads everybody to its form: who may only read is shown what is known.
    """

    @wraps(view)
    def bewaakt(request: StaffRequest, dossier_id: UUID, **rest: Any) -> HttpResponse:
        if request.method != "POST" and not request.user.heeft(Recht.DOSSIER_BEHANDELEN):
            return redirect("dossier:opvang", dossier_id)
        require(request.user, Recht.DOSSIER_BEHANDELEN)
        return view(request, dossier_id, **rest)

    return bewaakt


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Where somebody lives and lived, the vbl weeks, the transfers, and the children one by one."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    s, _beoordeling = beoordeel_op(beeld_of(dossier_id), timezone.localdate())
    overplaatsingen = list(queries.overplaatsingen_of(dossier_id, viewer=request.user))
    lopend = next((rij for rij in overplaatsingen if _is_aan_de_orde(rij)), None)
    mag = dossier.is_te_behandelen_door(request.user) and request.user.heeft(Recht.DOSSIER_BEHANDELEN)
    verbeterd = gebeurtenissen_of(dossier_id).filter(soort="verblijf.verbeterd").order_by("volgnummer")
    context = {
        "dossier": dossier,
        "onderdeel": "procedure",
        "mag": mag,
        "verloop": tonen.verloop(s, lopend),
        "plaatsen": tonen.plaatsen(s),
        "verbeteringen": tonen.verbeteringen(verbeterd),
        "vbl": tonen.vblweken(s),
        "lopend": lopend,
        "stappen": tonen.stappen_van(lopend) if lopend else [],
        "wat_nu": tonen.wat_nu(lopend, s.op) if lopend else "",
        "knoppen": _knoppen(lopend) if lopend and mag else [],
        "eerder": [tonen.oude_regel(rij) for rij in overplaatsingen if rij is not lopend],
        "kinderen": kinderen_met_belangen(s, dossier_id, viewer=request.user),
    }
    return render(request, "dossier/opvang/overzicht.html", context)


def _is_aan_de_orde(rij: Overplaatsing) -> bool:
    return rij.loopt or rij.stand == Overplaatsing.Stand.NIET_AANGEKOMEN


def _knoppen(lopend: Overplaatsing) -> list[tuple[str, Any]]:
    overgedragen = tonen.overdragers(lopend)
    return [(naam, soort.titel) for naam, soort in STAPPEN.items() if soort.past(lopend, overgedragen)]


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
@voor_wie_behandelt
def plaats(request: StaffRequest, dossier_id: UUID, nummer: int | None = None) -> HttpResponse:
    """Add a stay, or put one right."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    s, _beoordeling = beoordeel_op(beeld_of(dossier_id), timezone.localdate())
    verblijven = s.beeld.opvang.verblijfplaatsen
    soort: type[Verblijfsformulier] = PlaatsForm if nummer is None else VerbeterForm
    begin: dict[str, Any] = {"versie": dossier.versie}
    erbij: dict[str, Any] = {}
    if nummer is not None:
        if nummer >= len(verblijven):
            raise Http404
        staat = verblijven[nummer]
        begin |= {"soort": staat.soort, "locatie": staat.locatie, "van": staat.van, "tot": staat.tot}
        erbij = {"nummer": nummer}
    if request.method != "POST":
        return _blad(request, dossier_id, soort(s=s, initial=begin))
    form = soort(request.POST, s=s)

    def doe() -> None:
        soort.actie(door=request.user, dossier_id=dossier_id, **erbij, **form.gegevens())

    return _verwerk(request, dossier_id, form, doe, opnieuw=lambda invoer: soort(invoer, s=s))


@met_gezin
@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
@voor_wie_behandelt
def overplaatsen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Ask for a transfer. What the file lacks is said before anything is typed, part by part."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    s, beoordeling = beoordeel_op(beeld_of(dossier_id), timezone.localdate())
    tegen = {naar: _tegen(handeling, beoordeling) for naar, handeling in HANDELINGEN.items()}
    woont = verblijf(s)
    # Nobody moves to where they live already.
    tegen = {naar: waarom for naar, waarom in tegen.items() if woont is None or naar != woont.soort}
    waarheen = [naar for naar, waarom in tegen.items() if not waarom]
    familie = familie_van(dossier, viewer=request.user)
    erbij: dict[str, Any] = {
        "onderdelen": tonen.onderdelen(s, dossier_id),
        "tegen": [
            (Overplaatsing.Naar(naar).label, bevindingen)
            for naar, bevindingen in tegen.items()
            if bevindingen
        ],
        "kan_niet": not waarheen,
    }

    def maak(invoer: Any = None, **anders: Any) -> OverplaatsenForm:
        # What was chosen when it still could be is refused by the gate, with its reason, and not by the form.
        keuzes = [*HANDELINGEN] if invoer is not None else waarheen
        return OverplaatsenForm(invoer, s=s, familie=familie, waarheen=keuzes, **anders)

    if request.method != "POST":
        form = maak(initial={"versie": dossier.versie})
        return _blad(request, dossier_id, form, **erbij)
    form = maak(request.POST)

    def doe() -> None:
        OverplaatsenForm.actie(door=request.user, dossier_id=dossier_id, **form.gegevens())

    return _verwerk(request, dossier_id, form, doe, opnieuw=maak, **erbij)


@met_gezin
@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
@voor_wie_behandelt
def overplaatsing(
    request: StaffRequest, dossier_id: UUID, overplaatsing_id: UUID, overplaatsstap: str
) -> HttpResponse:
    """One step of a transfer."""
    soort = STAPPEN.get(overplaatsstap)
    dossier_of(dossier_id, viewer=request.user)
    rij = queries.overplaatsingen_of(dossier_id, viewer=request.user).filter(pk=overplaatsing_id).first()
    if soort is None or rij is None:
        raise Http404
    vandaag = timezone.localdate()
    groep = queries.gezin_van(rij, viewer=request.user)
    erbij: dict[str, Any] = {
        "overplaatsing": rij,
        "stappen": tonen.stappen_van(rij),
        "groep": groep,
        "past": soort.past(rij, tonen.overdragers(rij)),
    }
    if request.method != "POST":
        form = soort(
            vandaag=vandaag,
            groep=groep,
            initial={"samen": [str(ander.dossier_id) for ander in groep], "op": rij.gewenst_op},
        )
        return _blad(request, dossier_id, form, **erbij)
    form = soort(request.POST, vandaag=vandaag, groep=groep)

    def doe() -> None:
        soort.actie(
            door=request.user,
            dossier_id=dossier_id,
            overplaatsing_id=overplaatsing_id,
            peildatum=vandaag,
            **form.gegevens(),
        )

    return _verwerk(request, dossier_id, form, doe, **erbij)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
@voor_wie_behandelt
def belangen(request: StaffRequest, dossier_id: UUID, kind: str) -> HttpResponse:
    """What is important for one child."""
    return _over_kind(request, dossier_id, kind, BelangenForm)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
@voor_wie_behandelt
def achttien(request: StaffRequest, dossier_id: UUID, kind: str) -> HttpResponse:
    """That it was discussed what changes on the day a child turns 18."""
    return _over_kind(request, dossier_id, kind, AchttienForm)


def _over_kind(
    request: StaffRequest, dossier_id: UUID, sleutel: str, soort: type[Kindformulier]
) -> HttpResponse:
    dossier_of(dossier_id, viewer=request.user)
    vandaag = timezone.localdate()
    s, _beoordeling = beoordeel_op(beeld_of(dossier_id), vandaag)
    kind = next((k for k in kinderen.kinderen_van(s) if k.sleutel == sleutel), None)
    if kind is None:
        raise Http404
    erbij: dict[str, Any] = {
        "kind": tonen.kind_in_woorden(kind),
        "verandert": list(tonen.verandert_bij_18(kind, amv=s.persoon.amv)) if soort is AchttienForm else [],
        "achttien_op": kind.achttien_op if soort is AchttienForm else None,
    }
    if request.method != "POST":
        return _blad(request, dossier_id, soort(vandaag=vandaag), **erbij)
    form = soort(request.POST, vandaag=vandaag)

    def doe() -> None:
        soort.actie(
            door=request.user,
            dossier_id=dossier_id,
            kind=kind.plaats,
            peildatum=vandaag,
            **form.cleaned_data,
        )

    return _verwerk(request, dossier_id, form, doe, **erbij)


def _tegen(handeling: str, beoordeling: Beoordeling) -> tuple[Bevinding, ...]:
    (antwoord,) = (h for h in beoordeling.handelingen if h.handeling == handeling)
    return tuple(b for b in beoordeling.bevindingen if b.norm in antwoord.geblokkeerd_door)


def _verwerk(
    request: StaffRequest,
    dossier_id: UUID,
    form: Any,
    doe: Callable[[], None],
    *,
    opnieuw: Callable[[Any], Any] | None = None,
    **erbij: Any,
) -> HttpResponse:
    """Do what the form asks. A refusal, and a colleague who was first, leave everything typed where it was."""
    if not form.is_valid():
        return _blad(request, dossier_id, form, status=422, **erbij)
    try:
        doe()
    except Versieconflict as conflict:
        invoer = request.POST.copy()
        invoer["versie"] = str(conflict.versie)
        form = opnieuw(invoer) if opnieuw else form
        form.full_clean()
        form.add_error(None, conflict.melding)
        s, _beoordeling = beoordeel_op(beeld_of(dossier_id), timezone.localdate())
        return _blad(request, dossier_id, form, status=409, nu=tonen.plaatsen(s), **erbij)
    except NormBlokkeert as blok:
        tegen = [(_("Deze overplaatsing"), blok.bevindingen)]
        return _blad(request, dossier_id, form, status=409, **erbij | {"tegen": tegen})
    except (GeenToegang, ObjectDoesNotExist):
        raise
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return _blad(request, dossier_id, form, status=422, **erbij)
    messages.success(request, _("Vastgelegd."))
    return redirect("dossier:opvang", dossier_id)


def _blad(
    request: StaffRequest, dossier_id: UUID, form: Any, *, status: int = 200, **erbij: Any
) -> HttpResponse:
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "procedure",
        "form": form,
        "norm": REGISTER[form.norm],
        "past": True,
        **erbij,
    }
    return render(request, SJABLOON, context, status=status)
