from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from verantwoord.kern.fouten import DomeinFout
from verantwoord.keten import actions, queries
from verantwoord.keten.forms import SluitForm
from verantwoord.keten.tonen import als_tekst
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest


@require_GET
def quarantaine(request: StaffRequest) -> HttpResponse:
    """What could not be taken in, oldest first, and which numbers have not arrived."""
    _alleen_voor_beheer(request)
    berichten, volgende = queries.pagina(queries.quarantaine(viewer=request.user), na=_plaats(request))
    context = {
        "berichten": berichten,
        "volgende": volgende,
        "gaten": list(queries.gaten_per_afzender(viewer=request.user)),
    }
    return render(request, "keten/quarantaine.html", context)


@require_GET
def bericht(request: StaffRequest, bericht_pk: UUID) -> HttpResponse:
    """One message whole, why it is here, and what can be done."""
    return _bericht(request, bericht_pk, SluitForm())


@require_POST
def opnieuw(request: StaffRequest, bericht_pk: UUID) -> HttpResponse:
    """Judge the message anew."""
    _alleen_voor_beheer(request)
    try:
        uitkomst = actions.retry_bericht(door=request.user, bericht_pk=bericht_pk, nu=timezone.now())
    except actions.GeenBericht as fout:
        raise Http404 from fout
    except DomeinFout as fout:
        messages.warning(request, fout.melding)
        return redirect("keten:quarantaine")
    if uitkomst.status == "quarantaine":
        messages.warning(request, _("Het bericht kan nog niet worden opgenomen. %s") % uitkomst.uitleg)
        return redirect("keten:bericht", bericht_pk)
    messages.success(
        request,
        _("Het bericht is opgenomen in dossier %(nummer)s.") % {"nummer": uitkomst.dossiernummer}
        if uitkomst.dossiernummer
        else _("Het bericht is opgenomen."),
    )
    return redirect("keten:quarantaine")


@require_http_methods(["POST"])
def sluit(request: StaffRequest, bericht_pk: UUID) -> HttpResponse:
    """Take the message off the list, with a reason."""
    _alleen_voor_beheer(request)
    form = SluitForm(request.POST)
    if form.is_valid():
        try:
            actions.close_bericht(door=request.user, bericht_pk=bericht_pk, **form.cleaned_data)
        except actions.GeenBericht as fout:
            raise Http404 from fout
        except actions.NietInQuarantaine as fout:
            messages.warning(request, fout.melding)
            return redirect("keten:quarantaine")
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("Het bericht is gesloten. Het blijft bewaard."))
            return redirect("keten:quarantaine")
    return _bericht(request, bericht_pk, form, status=422)


def _bericht(request: StaffRequest, bericht_pk: UUID, form: SluitForm, status: int = 200) -> HttpResponse:
    """Show a message whole. It may name somebody, so the look is kept, in the transaction of the page itself."""
    gevonden = _of_404(request, bericht_pk)
    record_inzage(
        viewer=request.user,
        dossiers=[gevonden.dossier_id or gevonden.pk],
        onderdeel="keten:bericht",
        doel="beheer",
        verzoek=request.referentie,
    )
    # What a partner sent about a dossier is only for who has a task in that.
    inhoud = None if gevonden.soort == "inzending" else als_tekst(gevonden.inhoud)
    context = {"bericht": gevonden, "inhoud": inhoud, "form": form}
    return render(request, "keten/bericht.html", context, status=status)


def _of_404(request: StaffRequest, bericht_pk: UUID) -> Any:
    gevonden = queries.bericht_of(bericht_pk, viewer=request.user)
    if gevonden is None:
        raise Http404
    return gevonden


def _alleen_voor_beheer(request: StaffRequest) -> None:
    # Not yours looks like not there.
    if not request.user.heeft(Recht.QUARANTAINE_BEHANDELEN):
        raise Http404


def _plaats(request: StaffRequest) -> UUID | None:
    try:
        return UUID(request.GET["na"])
    except (KeyError, ValueError):
        return None
