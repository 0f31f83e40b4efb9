"""The sample: its plan, how many to draw, the seed, the draw with its proof, and what was replaced."""

from fractions import Fraction
from typing import Any
from uuid import UUID

from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.inspectie import actions, queries
from verantwoord.inspectie.forms import OmvangForm, VervangForm
from verantwoord.inspectie.queries import Onderzoek, Trekking
from verantwoord.inspectie.views.kader import onderzoek_van, pad, pagina
from verantwoord.inspectie.voortgang import Stand
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.statistiek.schatting import omvang
from verantwoord.kwaliteit.meting import MINSTENS
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.waarden import Feit, Kolom, Verwijzing

_NOG_TE_TREKKEN = (Stand.OPZET, Stand.TREKKING)


@require_safe
def steekproef(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """Everything about the sample but the dossiers in it: those are read without names, elsewhere."""
    hier = onderzoek_van(request, onderzoek_id)
    trekking: Trekking | None = getattr(hier, "trekking", None)
    afspraken = list(hier.seedafspraken.select_related("voorgesteld_door", "akkoord_door").order_by("pk"))
    afspraak = next((a for a in afspraken if a.ingetrokken_op is None), None)
    context: dict[str, Any] = {
        "strata": hier.strata.all(),
        "afspraak": afspraak,
        "ingetrokken": [a for a in afspraken if a.ingetrokken_op is not None],
        "eigen_voorstel": afspraak is not None and afspraak.voorgesteld_door_id == request.user.pk,
        "mag_trekken": hier.stand == Stand.TREKKING,
        "plan_open": trekking is None and afspraak is None and hier.stand in _NOG_TE_TREKKEN,
        "trekking": trekking,
        "kolommen": _kolommen(),
        **_omvang(request),
    }
    if trekking is not None:
        context |= _getrokken(trekking) | {"bewijs": _bewijs(trekking)}
        if "reken-na" in request.GET:
            context["narekening"] = _reken_na(trekking, request)
    elif "tel" in request.GET and hier.peildatum is not None:
        context["telling"] = _tel(hier, request)
    return pagina(request, hier, "steekproef", "inspectie/steekproef.html", context)


def _kolommen() -> dict[str, list[Kolom]]:
    stratum, te_trekken = Kolom(_("Stratum")), Kolom(_("Te trekken"), getal=True)
    dossiers = Kolom(_("Dossiers"), getal=True)
    getallen = [Kolom(titel, getal=True) for titel in (_("Getrokken"), _("Elk telt voor"), _("Vervangen"))]
    return {
        "trekking": [stratum, dossiers, *getallen],
        "plan": [stratum, Kolom(_("Locaties")), te_trekken, Kolom(_("Wijzig"))],
        "telling": [stratum, dossiers, te_trekken],
    }


def _omvang(request: StaffRequest) -> dict[str, Any]:
    """The answer of the size calculator, when it was asked."""
    gevraagd = "marge" in request.GET
    form = OmvangForm(request.GET if gevraagd else None, initial={"marge": "5", "deel": "50"})
    if not gevraagd or not form.is_valid():
        return {"omvangform": form}
    marge, deel, uit = (form.cleaned_data[naam] for naam in ("marge", "deel", "uit"))
    nodig = omvang(marge=float(Fraction(marge) / 100), deel=float(Fraction(deel) / 100), populatie=uit)
    return {"omvangform": form, "nodig": nodig, "uit": uit, "marge": f"{marge:f}".replace(".", ",")}


def _tel(hier: Onderzoek, request: StaffRequest) -> dict[str, Any]:
    verdeling = queries.tel_populatie(hier, viewer=request.user)
    rijen = []
    for stratum in hier.strata.all():
        aanwezig = len(verdeling.per_stratum[stratum.naam])
        rijen.append(
            {
                "naam": stratum.naam,
                "trekt": stratum.aantal,
                "aanwezig": aanwezig if aanwezig >= MINSTENS else None,
                "te_weinig": aanwezig < stratum.aantal,
            }
        )
    return {"populatie": verdeling.populatie, "rijen": rijen, "minstens": MINSTENS}


def _getrokken(trekking: Trekking) -> dict[str, Any]:
    """The strata with how many were drawn and replaced, and the replacements with their reasons."""
    rijen = list(
        trekking.getrokken.filter(vervangt__isnull=False).select_related("stratum", "vervangt", "door")
    )
    per_stratum = {
        s["naam"]: {**s, "gewicht": s["populatie"] / s["aantal"], "vervangen": 0} for s in trekking.strata
    }
    for rij in rijen:
        per_stratum[rij.stratum.naam]["vervangen"] += 1
    return {"getrokken_strata": list(per_stratum.values()), "vervangingen": rijen}


def _bewijs(trekking: Trekking) -> list[Feit]:
    return [
        Feit(_("Populatie"), _("%(n)d dossiers") % {"n": trekking.populatie}),
        Feit(_("Hash van de populatie"), trekking.populatie_sha256),
        Feit(_("Algoritme"), trekking.algoritme),
        Feit(
            _("Seed"),
            str(trekking.seed),
            toelichting=_("Alleen voor de onderzoekers: met de seed is uit te rekenen wie is getrokken."),
        ),
        Feit(_("Hash van de trekking"), trekking.trekking_sha256),
    ]


def _reken_na(trekking: Trekking, request: StaffRequest) -> dict[str, Any]:
    try:
        return {"uitkomst": queries.reken_na(trekking, viewer=request.user)}
    except DomeinFout as fout:
        return {"melding": fout.melding}


@require_safe
def dossiers(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """The places of the draw, without a number or a name: where one can be replaced."""
    hier = onderzoek_van(request, onderzoek_id)
    trekking: Trekking | None = getattr(hier, "trekking", None)
    if trekking is None:
        raise Http404
    context = {
        "rijen": queries.plaatsen_of(trekking),
        "kolommen": [Kolom(_("Plaats")), Kolom(_("Elk telt voor"), getal=True), Kolom(_("Vervang"))],
        "mag_vervangen": hier.stand in {Stand.TREKKING, Stand.LEZEN},
    }
    return pagina(request, hier, "steekproef", "inspectie/getrokken.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def vervang(request: StaffRequest, onderzoek_id: UUID, getrokken_id: UUID) -> HttpResponse:
    """Replace one place of the draw by the next in the order."""
    hier = onderzoek_van(request, onderzoek_id)
    try:
        rij = queries.plaats_of(getrokken_id, onderzoek=hier)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    form = VervangForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            with transaction.atomic():
                actions.replace_getrokken(rij.pk, door=request.user, reden=form.cleaned_data["reden"])
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            return redirect("inspectie:steekproef", hier.pk)
    titel = _("Vervang %(stratum)s, nummer %(n)d") % {"stratum": rij.stratum.naam, "n": rij.volgorde}
    context = {
        "pad": pad(
            Verwijzing(hier.titel, reverse("inspectie:steekproef", args=[hier.pk])), Verwijzing(titel)
        ),
        "titel": titel,
        "inleiding": form.uitleg,
        "form": form,
        "knop": form.knop,
        "terug_url": reverse("inspectie:getrokken", args=[hier.pk]),
    }
    return render(request, "inspectie/formulier.html", context, status=422 if form.errors else 200)
