from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.dossier.fouten import NormBlokkeert, Versieconflict
from verantwoord.dossier.queries import betwist_sinds, dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.ondersteuning.vinder import steun_van_dossier
from verantwoord.toegang.inzage import toont_niets
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vertrekplan import actions, queries
from verantwoord.vertrekplan.blad import concept_context, versie_context, vorige_van
from verantwoord.vertrekplan.forms import GereedForm, Planformulier, VaststelForm
from verantwoord.vertrekplan.inhoud import Inhoud, inhoud_van
from verantwoord.vertrekplan.pdf import maak_vertrekplan_pdf
from verantwoord.vertrekplan.verschil import onderdelen
from verantwoord.web import datums


@require_safe
def plan(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The current version, what changed since the one before, the versions, and the concept when there is one."""
    vandaag = timezone.localdate()
    plannen = list(queries.plannen_of(dossier_id, viewer=request.user))
    concept = queries.concept_of(dossier_id, viewer=request.user)
    context = concept_context(concept, viewer=request.user, vandaag=vandaag)
    if plannen:
        context |= versie_context(plannen[0], vorige_van(plannen[0], plannen), vandaag=vandaag)
    context |= {"plannen": plannen, "is_huidig": True}
    return _pagina(request, dossier_id, "plan", context)


@require_safe
def versie(request: StaffRequest, dossier_id: UUID, plan_id: UUID) -> HttpResponse:
    """One established version as it was, beside the one before it; with ``?vorm=pdf`` as a document."""
    plannen = list(queries.plannen_of(dossier_id, viewer=request.user))
    gevraagd = next((p for p in plannen if p.pk == plan_id), None)
    if gevraagd is None:
        raise Http404
    if request.GET.get("vorm") == "pdf":
        return _als_pdf(request, dossier_id, gevraagd)
    vandaag = timezone.localdate()
    context = versie_context(gevraagd, vorige_van(gevraagd, plannen), vandaag=vandaag)
    context |= {"plannen": plannen, "is_huidig": gevraagd.pk == plannen[0].pk}
    return _pagina(request, dossier_id, "plan", context)


@require_POST
@zegt_wat_niet_mag
def begin(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Begin a new version, or go on with the concept that is there."""
    actions.start_concept(door=request.user, dossier_id=dossier_id)
    return redirect("vertrekplan:bewerken", dossier_id)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def bewerken(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The form of the concept. Saving needs nothing to be complete; establishing does."""
    concept = queries.concept_of(dossier_id, viewer=request.user)
    if concept is None:
        return redirect("vertrekplan:plan", dossier_id)
    if request.method != "POST":
        formulier = Planformulier(inhoud=inhoud_van(concept, concept.acties.all()), revisie=concept.revisie)
        return _formulier(request, dossier_id, concept, formulier)
    formulier = Planformulier(ingevuld=request.POST)
    if not formulier.is_valid():
        return _formulier(request, dossier_id, concept, formulier, status=422)
    inhoud = formulier.inhoud()
    try:
        bewaard = actions.save_concept(
            door=request.user,
            dossier_id=dossier_id,
            revisie=formulier.plan.cleaned_data["revisie"],
            inhoud=inhoud,
        )
    except Versieconflict as conflict:
        return _conflict(request, dossier_id, concept, inhoud, conflict)
    if "meer" in request.POST:
        formulier = Planformulier(inhoud=inhoud, revisie=bewaard.revisie, extra=3)
        return _formulier(request, dossier_id, bewaard, formulier)
    messages.success(request, _("Bewaard om %(tijd)s.") % {"tijd": datums.tijd(timezone.now())})
    return redirect(reverse("vertrekplan:vaststellen", args=[dossier_id]) + "?bewaard=1")


@toont_niets
@require_POST
def concept(request: StaffRequest, dossier_id: UUID) -> JsonResponse:
    """Save the concept while somebody types. What is not valid yet stays in the browser, which offers it back."""
    formulier = Planformulier(ingevuld=request.POST)
    if not formulier.is_valid():
        return JsonResponse({}, status=422)
    try:
        bewaard = actions.save_concept(
            door=request.user,
            dossier_id=dossier_id,
            revisie=formulier.plan.cleaned_data["revisie"],
            inhoud=formulier.inhoud(),
        )
    except Versieconflict as conflict:
        return JsonResponse({"ander": conflict.melding}, status=409)
    except actions.GeenConcept as fout:
        return JsonResponse({"ander": fout.melding}, status=409)
    except GeenToegang as fout:
        return JsonResponse({"ander": fout.melding}, status=403)
    return JsonResponse({"bewaard_om": f"{timezone.localtime():%H.%M}", "versie": bewaard.revisie})


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def vaststellen(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The concept as a reader sees it, what is missing with a button each, and the act that makes it the plan."""
    stand = queries.concept_of(dossier_id, viewer=request.user)
    if stand is None:
        return redirect("vertrekplan:plan", dossier_id)
    form = VaststelForm(request.POST or None, initial={"revisie": stand.revisie})
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                vast = actions.establish_vertrekplan(
                    door=request.user,
                    dossier_id=dossier_id,
                    peildatum=timezone.localdate(),
                    **form.cleaned_data,
                )
            except Versieconflict as conflict:
                ingevuld = request.POST.copy()
                ingevuld["revisie"] = str(conflict.versie)
                form = VaststelForm(ingevuld)
                form.add_error(
                    None,
                    _("Een collega heeft het concept intussen gewijzigd. Lees het en stel het dan vast."),
                )
                status = 409
            except actions.RedenOntbreekt as fout:
                form.add_error("reden_doorgaan", fout.melding)
            except GeenToegang:
                raise
            except DomeinFout as fout:
                form.add_error(None, fout.melding)
                status = 409 if isinstance(fout, NormBlokkeert) else 422
            else:
                messages.success(
                    request,
                    _("Versie %(versie)d is vastgesteld en geldt vanaf vandaag.") % {"versie": vast.versie},
                )
                return redirect("vertrekplan:plan", dossier_id)
    vandaag = timezone.localdate()
    plannen = list(queries.plannen_of(dossier_id, viewer=request.user))
    context = concept_context(stand, viewer=request.user, vandaag=vandaag)
    context |= versie_context(stand, plannen[0] if plannen else None, vandaag=vandaag)
    # Where a norm warns the reason is asked for, so its label may not call it optional.
    form.fields["reden_doorgaan"].required = bool(context["vaststelling"].waarschuwingen)
    context |= {"form": form, "bewaard": _sleutel(request, dossier_id) if "bewaard" in request.GET else ""}
    return _pagina(request, dossier_id, "vaststellen", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def gereed(request: StaffRequest, dossier_id: UUID, actie_id: UUID) -> HttpResponse:
    """Record that an action was done, and when."""
    actie = _actie(request, dossier_id, actie_id)
    vandaag = timezone.localdate()
    form = GereedForm(request.POST or None, vandaag=vandaag)
    if request.method == "POST" and form.is_valid():
        try:
            actions.finish_actie(
                door=request.user,
                dossier_id=dossier_id,
                actie_id=actie_id,
                peildatum=vandaag,
                **form.cleaned_data,
            )
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error("gereed_op", fout.melding)
        else:
            return redirect(reverse("vertrekplan:plan", args=[dossier_id]) + "#acties")
    return _pagina(
        request, dossier_id, "gereed", {"form": form, "actie": actie}, status=422 if form.errors else 200
    )


def _actie(request: StaffRequest, dossier_id: UUID, actie_id: UUID) -> Any:
    return get_object_or_404(queries.acties_of(dossier_id, viewer=request.user), pk=actie_id)


def _als_pdf(request: StaffRequest, dossier_id: UUID, gevraagd: queries.Vertrekplan) -> HttpResponse:
    dossier = dossier_of(dossier_id, viewer=request.user)
    betwist = betwist_sinds([dossier.pk], viewer=request.user).get(dossier.pk, {})
    inhoud = maak_vertrekplan_pdf(
        gevraagd, naam=dossier.persoon.volledige_naam, betwist_sinds=betwist.get("vertrekplannen")
    )
    antwoord = HttpResponse(inhoud, content_type="application/pdf")
    antwoord["Content-Disposition"] = (
        f'attachment; filename="vertrekplan-{dossier.nummer}-{gevraagd.versie}.pdf"'
    )
    return antwoord


def _conflict(
    request: StaffRequest,
    dossier_id: UUID,
    stand: queries.Vertrekplan,
    eigen: Inhoud,
    conflict: Versieconflict,
) -> HttpResponse:
    """Both texts side by side, and the form with one's own; saving it again is a choice."""
    ingevuld = request.POST.copy()
    ingevuld["revisie"] = str(conflict.versie)
    extra = {"conflict": conflict, "onderdelen": onderdelen(conflict.bewaard["inhoud"], eigen)}
    return _formulier(request, dossier_id, stand, Planformulier(ingevuld=ingevuld), status=409, extra=extra)


def _formulier(
    request: StaffRequest,
    dossier_id: UUID,
    stand: queries.Vertrekplan,
    formulier: Planformulier,
    *,
    status: int = 200,
    extra: dict[str, Any] | None = None,
) -> HttpResponse:
    context = {
        "concept": stand,
        "formulier": formulier,
        "steun": steun_van_dossier(dossier_id, viewer=request.user, peildatum=timezone.localdate()),
        "sleutel": _sleutel(request, dossier_id),
        "van": salted_hmac("concept", str(request.user.pk)).hexdigest()[:24],
        **(extra or {}),
    }
    return _pagina(request, dossier_id, "bewerken", context, status=status)


def _sleutel(request: StaffRequest, dossier_id: UUID) -> str:
    """The name under which the browser keeps what is typed; it says nothing of whom or what."""
    return salted_hmac("vertrekplan.concept", f"{request.user.pk}{dossier_id}").hexdigest()[:24]


def _pagina(
    request: StaffRequest, dossier_id: UUID, naam: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    dossier = dossier_of(dossier_id, viewer=request.user)
    return render(
        request,
        f"vertrekplan/{naam}.html",
        {
            "dossier": dossier,
            "onderdeel": "vertrekplan",
            "mag": dossier.is_te_behandelen_door(request.user),
            **context,
        },
        status=status,
    )
