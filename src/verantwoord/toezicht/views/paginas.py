"""The pages of supervision: what there is, the lightest first, and one form a step."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.antwoord import Bevinding
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.toezicht import blad, queries
from verantwoord.toezicht.forms import (
    MAATREGELSTAPPEN,
    REISTESTSTAPPEN,
    STAPPEN,
    ReistestForm,
    Stapformulier,
)
from verantwoord.toezicht.fouten import VeldFout


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Means of supervision in the order in which they are weighed."""
    return _toon(request, dossier_id, "overzicht", blad.overzicht_context)


@require_safe
def meldplicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The meldplicht with its calendar, and what was asked of the AVIM."""
    return _toon(request, dossier_id, "meldplicht", blad.meldplicht_context)


@require_safe
def aanwezigheid(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Whether the person is still there, and who must do what."""
    return _toon(request, dossier_id, "aanwezigheid", blad.keten_context)


@require_safe
def reistesten(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The tests that a country asks, and what the person said."""
    return _toon(request, dossier_id, "reistesten", blad.reistest_context, onderdeel="reisdocument")


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def stap(request: StaffRequest, dossier_id: UUID, toezichtstap: str) -> HttpResponse:
    """One step about supervision as a whole."""
    if toezichtstap not in STAPPEN:
        raise Http404
    return _stap(request, dossier_id, STAPPEN[toezichtstap])


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def maatregelstap(
    request: StaffRequest, dossier_id: UUID, maatregel_id: UUID, maatregelstap: str
) -> HttpResponse:
    """One step about one measure."""
    bekend = {m.pk for m in queries.maatregelen_of(dossier_id, viewer=request.user)}
    if maatregelstap not in MAATREGELSTAPPEN or maatregel_id not in bekend:
        raise Http404
    return _stap(request, dossier_id, MAATREGELSTAPPEN[maatregelstap], over=maatregel_id)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def reistest_nieuw(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Record what a country asks."""
    return _stap(request, dossier_id, ReistestForm)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def reisteststap(
    request: StaffRequest, dossier_id: UUID, reistest_id: UUID, reisteststap: str
) -> HttpResponse:
    """One step about one test."""
    bekend = {test.pk for test in queries.reistesten_of(dossier_id, viewer=request.user)}
    if reisteststap not in REISTESTSTAPPEN or reistest_id not in bekend:
        raise Http404
    return _stap(request, dossier_id, REISTESTSTAPPEN[reisteststap], over=reistest_id)


def _stap(
    request: StaffRequest, dossier_id: UUID, soort: type[Stapformulier], *, over: UUID | None = None
) -> HttpResponse:
    """Every step works the same: show the form, act, go back; a refusal keeps all that was typed."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    toestand = _toestand(request, dossier_id)

    def maak(ingevuld: Any = None) -> Stapformulier:
        return soort(ingevuld, toestand=toestand, over=over, initial={"versie": dossier.versie})

    if request.method != "POST":
        return _formulier(request, dossier, maak())
    form = maak(request.POST)
    if not form.is_valid():
        return _formulier(request, dossier, form, status=422)
    try:
        form.doe(door=request.user, dossier_id=dossier_id, peildatum=timezone.localdate())
    except NormBlokkeert as blok:
        return _formulier(request, dossier, form, geblokkeerd=tuple(blok.bevindingen), status=409)
    except Versieconflict as conflict:
        return _na_een_collega(request, dossier_id, maak, conflict)
    except GeenToegang:
        raise
    except VeldFout as fout:
        form.add_error(_veld_van(form, fout), fout.melding)
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
    else:
        return redirect(soort.terug, dossier_id)
    return _formulier(request, dossier, form, status=422)


def _veld_van(form: Stapformulier, fout: VeldFout) -> str | None:
    return fout.veld if fout.veld in form.fields else None


def _na_een_collega(
    request: StaffRequest, dossier_id: UUID, maak: Callable[[Any], Stapformulier], conflict: Versieconflict
) -> HttpResponse:
    """The form on the newest version, with what was typed beside what stands there now."""
    invoer = request.POST.copy()
    invoer["versie"] = str(conflict.versie)
    form = maak(invoer)
    form.full_clean()
    form.add_error(None, conflict.melding)
    staat = blad.wat_er_staat(_toestand(request, dossier_id).s)
    return _formulier(request, dossier_of(dossier_id, viewer=request.user), form, status=409, staat=staat)


def _toestand(request: StaffRequest, dossier_id: UUID) -> queries.Toestand:
    return queries.toestand_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())


def _formulier(
    request: StaffRequest,
    dossier: Any,
    form: Stapformulier,
    *,
    status: int = 200,
    geblokkeerd: tuple[Bevinding, ...] = (),
    staat: Any = (),
) -> HttpResponse:
    context = {
        "dossier": dossier,
        "onderdeel": form.onderdeel,
        "mag": dossier.is_te_behandelen_door(request.user)
        or (form.ook_gesloten and request.user.heeft(Recht.DOSSIER_BEHANDELEN)),
        "form": form,
        "geblokkeerd": geblokkeerd,
        "geweigerd": status != 200,
        "staat": staat,
    }
    return render(request, "toezicht/stap.html", context, status=status)


def _toon(
    request: StaffRequest,
    dossier_id: UUID,
    naam: str,
    maak: Callable[..., dict[str, Any]],
    *,
    onderdeel: str = "toezicht",
) -> HttpResponse:
    dossier = dossier_of(dossier_id, viewer=request.user)
    context = {
        "dossier": dossier,
        "onderdeel": onderdeel,
        "mag": dossier.is_te_behandelen_door(request.user),
        "mag_beeindigen": request.user.heeft(Recht.DOSSIER_BEHANDELEN),
        **maak(dossier, viewer=request.user, vandaag=timezone.localdate()),
    }
    return render(request, f"toezicht/{naam}.html", context)
