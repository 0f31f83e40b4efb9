from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.dossier.actions.stem import answer_stem, mark_gelezen
from verantwoord.dossier.queries import dossier_of, stemmen_of
from verantwoord.dossier.stem.forms import AntwoordForm
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest


@require_safe
def lijst(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Everything the person said that somebody must read; what waits stands first, the earliest day on top."""
    return _lijst(request, dossier_id)


def _lijst(request: StaffRequest, dossier_id: UUID, *, fout: str = "") -> HttpResponse:
    # Sorting keeps the order in which they came for those that are done: the newest first.
    stemmen = sorted(
        stemmen_of(dossier_id, viewer=request.user),
        key=lambda s: (s.afgedaan_op is not None, s.antwoord_voor if s.afgedaan_op is None else date.min),
    )
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "overzicht",
        "stemmen": stemmen,
        "vandaag": timezone.localdate(),
        "mag": request.user.heeft(Recht.DOSSIER_BEHANDELEN),
        "fout": fout,
    }
    return render(request, "dossier/stem/lijst.html", context, status=422 if fout else 200)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def antwoorden(request: StaffRequest, dossier_id: UUID, stem_id: UUID) -> HttpResponse:
    """One of them with what was written, and the answer; also a second answer when the first was not enough."""
    stem = stemmen_of(dossier_id, viewer=request.user).filter(pk=stem_id).first()
    if stem is None or not stem.vraagt_antwoord:
        raise Http404
    form = AntwoordForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            answer_stem(
                door=request.user,
                dossier_id=dossier_id,
                stem_id=stem_id,
                op=timezone.localdate(),
                **form.cleaned_data,
            )
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("Uw antwoord staat in het portaal."))
            return redirect("dossier:stemmen", dossier_id)
    context = {
        "dossier": dossier_of(dossier_id, viewer=request.user),
        "onderdeel": "overzicht",
        "stem": stem,
        "form": form if form.errors or request.user.heeft(Recht.DOSSIER_BEHANDELEN) else None,
        "vandaag": timezone.localdate(),
    }
    return render(request, "dossier/stem/antwoorden.html", context, status=422 if form.errors else 200)


@require_POST
@zegt_wat_niet_mag
def gelezen(request: StaffRequest, dossier_id: UUID, stem_id: UUID) -> HttpResponse:
    """Say that news was read that asks for no answer."""
    if not stemmen_of(dossier_id, viewer=request.user).filter(pk=stem_id).exists():
        raise Http404
    try:
        mark_gelezen(door=request.user, dossier_id=dossier_id, stem_id=stem_id, op=timezone.localdate())
    except GeenToegang:
        raise
    except DomeinFout as fout:
        return _lijst(request, dossier_id, fout=fout.melding)
    messages.success(request, _("Vastgelegd dat u dit heeft gelezen."))
    return redirect("dossier:stemmen", dossier_id)
