"""What somebody decides about a passage of a finished report: it becomes a sign or a wish, or is set aside with a reason."""

from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekgesprek import actions, queries, samenstelling
from verantwoord.vertrekgesprek.forms import TerzijdeForm, WenspassageForm, passagekaart
from verantwoord.vertrekgesprek.keuzes import Antwoordsoort, Zoekterrein
from verantwoord.vertrekgesprek.views.kader import adres, pagina
from verantwoord.web.formulier import Formulier


@require_http_methods(["GET", "POST"])
def terzijde(request: StaffRequest, dossier_id: UUID, passage_id: UUID) -> HttpResponse:
    """Set a passage aside, with the reason."""
    passage = _passage(request, dossier_id, passage_id)
    form = TerzijdeForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.answer_passage(
                door=request.user,
                dossier_id=dossier_id,
                passage_id=passage_id,
                soort=Antwoordsoort.TERZIJDE,
                reden=form.cleaned_data["reden"],
            )
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("De passage is terzijde gelegd. Uw reden is bewaard."))
            return redirect(f"{adres('gesprek', passage.gesprek)}#passages")
    return _blad(request, passage, form, "terzijdeform")


@require_http_methods(["GET", "POST"])
def oppakken(request: StaffRequest, dossier_id: UUID, passage_id: UUID) -> HttpResponse:
    """Make a sign of a passage, or a wish, and go on where that is handled."""
    passage = _passage(request, dossier_id, passage_id)
    is_wens = passage.terrein == Zoekterrein.WENS
    soort = WenspassageForm if is_wens else Formulier
    form = soort(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            verder = samenstelling.pak_op(
                door=request.user,
                dossier_id=dossier_id,
                passage_id=passage_id,
                peildatum=timezone.localdate(),
                **form.cleaned_data,
            )
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            zin = (
                _("De passage is een wens geworden.")
                if is_wens
                else _("De passage is een aanwijzing geworden.")
            )
            messages.success(request, zin)
            return redirect(verder)
    return _blad(request, passage, form, "wensform" if is_wens else "")


def _passage(request: StaffRequest, dossier_id: UUID, passage_id: UUID) -> queries.Passage:
    try:
        return queries.passage_of(dossier_id, passage_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout


def _blad(request: StaffRequest, passage: queries.Passage, fout: Formulier, naam: str) -> HttpResponse:
    """The one card again, with what was wrong; who only looks goes to the report, where all of them stand."""
    if not fout.is_bound:
        return redirect(f"{adres('gesprek', passage.gesprek)}#passages")
    inhoud = {"gesprek": passage.gesprek, "kaart": passagekaart(passage, **{naam: fout}), "fout": fout}
    inhoud["mag_werken"] = passage.gesprek.dossier.is_te_behandelen_door(request.user)
    return pagina(request, passage.gesprek.dossier, "vertrekgesprek/passage.html", inhoud, status=422)
