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
from verantwoord.vertrek import queries
from verantwoord.vertrek.blad import overzicht_context, wat_er_staat
from verantwoord.vertrek.forms import REISSTAPPEN, STAPPEN, Boekformulier, Stapformulier
from verantwoord.vertrek.fouten import AntwoordOntbreekt, DagKloptNiet
from verantwoord.vertrek.pdf import maak_bericht_pdf


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The choice, the trips, who is no longer seen, how it ended and how to go on, on one page."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    context = overzicht_context(dossier, viewer=request.user, vandaag=timezone.localdate())
    return _pagina(request, dossier_id, "overzicht", context)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def stap(request: StaffRequest, dossier_id: UUID, stap: str) -> HttpResponse:
    """One step about the departure as a whole."""
    if stap not in STAPPEN:
        raise Http404
    return _stap(request, dossier_id, STAPPEN[stap])


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def reisstap(request: StaffRequest, dossier_id: UUID, nummer: int, reisstap: str) -> HttpResponse:
    """One step about one trip, by its place in the list."""
    toestand = _toestand(request, dossier_id)
    if reisstap not in REISSTAPPEN or nummer >= len(toestand.s.beeld.boekingen):
        raise Http404
    if toestand.s.beeld.boekingen[nummer].geannuleerd_op is not None and request.method != "POST":
        return redirect("vertrek:overzicht", dossier_id)
    return _stap(request, dossier_id, REISSTAPPEN[reisstap], nummer=nummer)


@require_safe
def bericht_pdf(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """What is known of the absence, as a document for the AVIM and the file."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    toestand = _toestand(request, dossier_id)
    inhoud = maak_bericht_pdf(
        dossier,
        toestand,
        verloop=queries.verloop_of(dossier_id, viewer=request.user),
        vandaag=timezone.localdate(),
    )
    if inhoud is None:
        raise Http404
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord["Content-Disposition"] = f'attachment; filename="bericht-van-vertrek-{dossier.nummer}.pdf"'
    return antwoord


def _toestand(request: StaffRequest, dossier_id: UUID) -> queries.Toestand:
    return queries.toestand_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())


def _stap(
    request: StaffRequest, dossier_id: UUID, soort: type[Stapformulier], *, nummer: int | None = None
) -> HttpResponse:
    """Every step works the same: show the form, act, go back; a refusal keeps all that was typed."""
    dossier = dossier_of(dossier_id, viewer=request.user)
    toestand = _toestand(request, dossier_id)
    if issubclass(soort, Boekformulier):
        toestand = queries.met_toelating(toestand, dossier_id, viewer=request.user)

    def maak(ingevuld: Any = None) -> Stapformulier:
        return soort(ingevuld, toestand=toestand, nummer=nummer, initial={"versie": dossier.versie})

    if request.method != "POST":
        form = maak()
        return _formulier(request, dossier_id, form, geblokkeerd=_houdt_tegen(toestand, form))
    form = maak(request.POST)
    if not form.is_valid():
        return _formulier(request, dossier_id, form, status=422)
    try:
        form.doe(door=request.user, dossier_id=dossier_id, peildatum=timezone.localdate())
    except NormBlokkeert as blok:
        return _formulier(request, dossier_id, form, geblokkeerd=tuple(blok.bevindingen), status=409)
    except Versieconflict as conflict:
        return _na_een_collega(request, dossier_id, maak, conflict)
    except GeenToegang:
        raise
    except (DagKloptNiet, AntwoordOntbreekt) as fout:
        form.add_error(fout.veld if fout.veld in form.fields else None, fout.melding)
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
    else:
        return redirect("vertrek:overzicht", dossier_id)
    return _formulier(request, dossier_id, form, status=422)


def _houdt_tegen(toestand: queries.Toestand, form: Stapformulier) -> tuple[Bevinding, ...]:
    """What a norm stops is said before anything is typed: a button that cannot act is not there."""
    if not form.handeling:
        return ()
    return tuple(b for b in toestand.tegen(form.handeling) if b.norm not in form.zonder)


def _na_een_collega(
    request: StaffRequest, dossier_id: UUID, maak: Callable[[Any], Stapformulier], conflict: Versieconflict
) -> HttpResponse:
    """The form on the newest version, with what was typed beside what stands there now."""
    invoer = request.POST.copy()
    invoer["versie"] = str(conflict.versie)
    form = maak(invoer)
    form.full_clean()
    form.add_error(None, conflict.melding)
    return _formulier(
        request, dossier_id, form, status=409, staat=wat_er_staat(_toestand(request, dossier_id).s)
    )


def _formulier(
    request: StaffRequest,
    dossier_id: UUID,
    form: Stapformulier,
    *,
    status: int = 200,
    geblokkeerd: tuple[Bevinding, ...] = (),
    staat: Any = (),
) -> HttpResponse:
    context = {
        "form": form,
        "geblokkeerd": geblokkeerd,
        "geweigerd": status != 200,
        "staat": staat,
    }
    return _pagina(request, dossier_id, "stap", context, status=status)


def _pagina(
    request: StaffRequest, dossier_id: UUID, naam: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    dossier = dossier_of(dossier_id, viewer=request.user)
    return render(
        request,
        f"vertrek/{naam}.html",
        {
            "dossier": dossier,
            "onderdeel": "vertrek",
            "mag": dossier.is_te_behandelen_door(request.user),
            "mag_heropenen": request.user.heeft(Recht.DOSSIER_BEHANDELEN) and dossier.gesloten_op is not None,
            **context,
        },
        status=status,
    )
