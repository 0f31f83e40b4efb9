from collections.abc import Sequence
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.gezin import familie_van
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.inzage import met_gezin
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekgesprek import actions, queries, regels
from verantwoord.vertrekgesprek.actions import Planning, Tolkbestelling
from verantwoord.vertrekgesprek.forms import NietGevoerdForm, PlanForm, TolkForm, als_ja_nee
from verantwoord.vertrekgesprek.fouten import PlanningKloptNiet
from verantwoord.vertrekgesprek.keuzes import Moment, Oorzaak, Status, Tolk
from verantwoord.vertrekgesprek.talen import taalnaam
from verantwoord.vertrekgesprek.views.kader import (
    adres,
    dossier_van,
    gesprek_van,
    pagina,
    sleutel,
)
from verantwoord.vertrekgesprek.voorstel import Voorstel, minder_dan_drie, voorstel_momenten
from verantwoord.web import datums
from verantwoord.web.formulier import Formulier, getal


@require_GET
def lijst(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """All talks of the dossier: what is at issue now, the three fixed ones, the others, the agreements."""
    vandaag = timezone.localdate()
    stand, beoordeling = queries.beoordeling_of(dossier_id, viewer=request.user, peildatum=vandaag)
    voorstellen = voorstel_momenten(stand)
    gesprekken = list(queries.gesprekken_of(dossier_id, viewer=request.user))
    bewaard = next((g for g in gesprekken if str(g.pk) == request.GET.get("bewaard")), None)
    inhoud = {
        "vandaag": vandaag,
        "voorstellen": voorstellen,
        "vaste": regels.vaste_regels(gesprekken, voorstellen, vandaag),
        "andere": regels.andere_regels(gesprekken, vandaag),
        "afspraken": [
            afspraak for afspraak in regels.afspraken_van_alle(gesprekken) if afspraak.gedaan_op is None
        ],
        "minder": minder_dan_drie(stand, beoordeling),
        "te_lezen": queries.te_lezen_of(dossier_id, viewer=request.user),
        "mag_plannen": stand.gesloten_op is None and request.user.heeft(Recht.DOSSIER_BEHANDELEN),
        "concept_bewaard": sleutel(request, bewaard) if bewaard else "",
    }
    return pagina(request, dossier_van(request, dossier_id), "vertrekgesprek/lijst.html", inhoud)


@met_gezin
@require_http_methods(["GET", "POST"])
def plan(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Plan a talk; the moment that the facts call for is chosen beforehand, or that of the talk that did not take place."""
    vandaag = timezone.localdate()
    dossier = dossier_van(request, dossier_id)
    if _alleen_lezen(request, dossier):
        return redirect("vertrekgesprek:lijst", dossier_id)
    voorstellen = voorstel_momenten(queries.stand_of(dossier_id, viewer=request.user, peildatum=vandaag))
    eerder = _eerder(request, dossier_id)
    familie = familie_van(dossier, viewer=request.user)
    begin = _begin(dossier.persoon.talen, voorstellen, request.GET.get("moment", ""))
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        persoon=dossier.persoon,
        familie=familie,
        initial=begin if eerder is None else begin | _opnieuw(request, eerder),
    )
    if request.method == "POST" and form.is_valid():
        gegevens = dict(form.cleaned_data)
        moment = gegevens.pop("moment")
        try:
            gesprek = actions.plan_gesprek(
                door=request.user,
                dossier_id=dossier_id,
                moment=moment,
                met=_momenten(request, gegevens.pop("met", []), moment, vandaag),
                vervangt_id=eerder.pk if eerder else None,
                planning=_planning(gegevens),
                peildatum=vandaag,
            )
        except DomeinFout as fout:
            _meld(form, fout)
        else:
            messages.success(
                request,
                _("%(gesprek)s is gepland op %(dag)s. Stuur de uitnodiging.")
                % {"gesprek": gesprek, "dag": datums.lang(gegevens["gepland_op"])},
            )
            return redirect(adres("gesprek", gesprek))
    inhoud = {"form": form, "voorstellen": voorstellen, "gesprek": None, "eerder": eerder}
    return pagina(request, dossier, "vertrekgesprek/plan.html", inhoud, status=422 if form.errors else 200)


def _alleen_lezen(request: StaffRequest, dossier: queries.Dossier) -> bool:
    """Whether this form could only be refused: of a closed dossier nothing is planned."""
    return request.method == "GET" and dossier.gesloten_op is not None


def _eerder(request: StaffRequest, dossier_id: UUID) -> queries.Gesprek | None:
    """The talk that did not take place and for which a new one is planned, if the address or the form names one."""
    genoemd = request.POST.get("na") or request.GET.get("na")
    if not genoemd:
        return None
    try:
        return queries.gesprek_of(dossier_id, UUID(genoemd), viewer=request.user)
    except (ValueError, ObjectDoesNotExist) as fout:
        raise Http404 from fout


def _opnieuw(request: StaffRequest, eerder: queries.Gesprek) -> dict[str, Any]:
    """What stays the same when somebody is invited again; day, time and the order of the interpreter are new."""
    velden = ("moment", "plaats", "taal", "tolk_gepland")
    samen = queries.samen_gevoerd(eerder, viewer=request.user)
    return {veld: getattr(eerder, veld) for veld in velden} | {
        "gemeenschappelijke_taal": als_ja_nee(eerder.gemeenschappelijke_taal),
        "met": [str(gesprek.dossier_id) for gesprek in samen],
    }


def _momenten(request: StaffRequest, dossiers: Sequence[str], moment: str, vandaag: date) -> dict[UUID, str]:
    """Which talk this is for each relative: the same when theirs asks for it too, else the one that does, else an extra."""
    momenten = {}
    for dossier_id in map(UUID, dossiers):
        stand = queries.stand_of(dossier_id, viewer=request.user, peildatum=vandaag)
        voorgesteld = [voorstel.moment for voorstel in voorstel_momenten(stand)]
        momenten[dossier_id] = (
            moment if moment in voorgesteld else next(iter(voorgesteld), Moment.EXTRA.value)
        )
    return momenten


@met_gezin
@require_http_methods(["GET", "POST"])
def verzet(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """Change the plan of a talk that is still to come."""
    gesprek = gesprek_van(request, dossier_id, gesprek_id)
    if gesprek.status != Status.GEPLAND or _alleen_lezen(request, gesprek.dossier):
        return redirect(adres("gesprek", gesprek))
    form = PlanForm(
        request.POST if request.method == "POST" else None,
        persoon=gesprek.dossier.persoon,
        gesprek=gesprek,
        initial=_huidig(gesprek),
    )
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.replan_gesprek(
                door=request.user,
                dossier_id=dossier_id,
                gesprek_id=gesprek_id,
                versie=getal(request.POST.get("versie")),
                planning=_planning(form.cleaned_data),
                peildatum=timezone.localdate(),
            )
        except Versieconflict as fout:
            conflict = fout
        except DomeinFout as fout:
            _meld(form, fout)
        else:
            messages.success(
                request,
                _("%(gesprek)s is verzet naar %(dag)s.")
                % {"gesprek": gesprek, "dag": datums.lang(form.cleaned_data["gepland_op"])},
            )
            return redirect(adres("gesprek", gesprek))
    inhoud = {"form": form, "gesprek": gesprek, "conflict": conflict}
    return pagina(
        request, gesprek.dossier, "vertrekgesprek/plan.html", inhoud, status=_status(form, conflict)
    )


@met_gezin
@require_http_methods(["GET", "POST"])
@zegt_wat_niet_mag
def tolk(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """Keep that the interpreter was ordered, and that somebody confirmed."""
    gesprek = gesprek_van(request, dossier_id, gesprek_id)
    if gesprek.status != Status.GEPLAND or _alleen_lezen(request, gesprek.dossier):
        return redirect(adres("gesprek", gesprek))
    form = TolkForm(request.POST if request.method == "POST" else None, initial=_tolk_nu(gesprek))
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_tolk(
                door=request.user,
                dossier_id=dossier_id,
                gesprek_id=gesprek_id,
                versie=getal(request.POST.get("versie")),
                bestelling=Tolkbestelling(**form.cleaned_data),
                peildatum=timezone.localdate(),
            )
        except Versieconflict as fout:
            conflict = fout
        except PlanningKloptNiet as fout:
            _meld(form, fout)
        else:
            messages.success(request, _("Vastgelegd bij het gesprek."))
            return redirect(adres("gesprek", gesprek))
    inhoud = {
        "form": form,
        "gesprek": gesprek,
        "conflict": conflict,
        "gesprekstaal": taalnaam(gesprek.taal),
    }
    return pagina(
        request, gesprek.dossier, "vertrekgesprek/tolk.html", inhoud, status=_status(form, conflict)
    )


def _tolk_nu(gesprek: queries.Gesprek) -> dict[str, Any]:
    velden = ("tolk_gepland", "tolk_voorkeur", "tolk_bestelling", "tolk_besteld_op", "tolk_bevestigd_op")
    return {veld: getattr(gesprek, veld) for veld in velden}


@met_gezin
@require_http_methods(["GET", "POST"])
def niet_gevoerd(request: StaffRequest, dossier_id: UUID, gesprek_id: UUID) -> HttpResponse:
    """Keep that a planned talk did not take place, and why."""
    gesprek = gesprek_van(request, dossier_id, gesprek_id)
    if gesprek.status != Status.GEPLAND or _alleen_lezen(request, gesprek.dossier):
        return redirect(adres("gesprek", gesprek))
    form = NietGevoerdForm(
        request.POST if request.method == "POST" else None, initial=_wat_gebeurde(request.GET.get("oorzaak"))
    )
    conflict = None
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_niet_gevoerd(
                door=request.user,
                dossier_id=dossier_id,
                gesprek_id=gesprek_id,
                versie=getal(request.POST.get("versie")),
                peildatum=timezone.localdate(),
                **form.cleaned_data,
            )
        except Versieconflict as fout:
            conflict = fout
        except DomeinFout as fout:
            _meld(form, fout)
        else:
            messages.success(request, _("Vastgelegd. Het gesprek telt niet mee; plan een nieuw gesprek."))
            if form.cleaned_data["status"] == Status.GEANNULEERD:
                return redirect(reverse("vertrekgesprek:lijst", args=[dossier_id]))
            return redirect(f"{reverse('vertrekgesprek:nieuw', args=[dossier_id])}?na={gesprek_id}")
    inhoud = {"form": form, "gesprek": gesprek, "conflict": conflict}
    return pagina(
        request, gesprek.dossier, "vertrekgesprek/niet_gevoerd.html", inhoud, status=_status(form, conflict)
    )


def _wat_gebeurde(oorzaak: str | None) -> dict[str, str]:
    """What the link that led here already says: that the talk did not take place for want of an interpreter."""
    return {"status": Status.NIET_DOORGEGAAN, "oorzaak": Oorzaak.TOLK} if oorzaak == Oorzaak.TOLK else {}


def _status(form: Formulier, conflict: Versieconflict | None) -> int:
    if conflict is not None:
        return 409
    return 422 if form.errors else 200


def _meld(form: Formulier, fout: DomeinFout) -> None:
    veld = getattr(fout, "veld", None) if isinstance(fout, PlanningKloptNiet) else None
    form.add_error(veld if veld in form.fields else None, fout.melding)


def _planning(gegevens: dict[str, Any]) -> Planning:
    return Planning(**gegevens)


def _begin(talen: list[str], voorstellen: list[Voorstel], gevraagd: str) -> dict[str, Any]:
    moment = gevraagd if gevraagd in Moment.values else voorstellen[0].moment if voorstellen else Moment.EXTRA
    return {
        "moment": moment,
        "taal": talen[0] if len(talen) == 1 else "",
        "tolk_gepland": Tolk.AANWEZIG,
    }


def _huidig(gesprek: queries.Gesprek) -> dict[str, date | str | None]:
    velden = ("gepland_op", "tijd", "plaats", "taal", "tolk_gepland", "tolk_bestelling")
    return {veld: getattr(gesprek, veld) for veld in velden} | {
        "gemeenschappelijke_taal": als_ja_nee(gesprek.gemeenschappelijke_taal)
    }
