"""A contribution of the DT&V: the request and the decision."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.ondersteuning import actions, queries
from verantwoord.ondersteuning.begrotingsblad import Begrotingsregel, begrotingsregels
from verantwoord.ondersteuning.forms import BegrotingForm, BesluitForm, BetalingForm, BijdrageForm
from verantwoord.ondersteuning.views.kader import dossier_van, invoer, meld, stap
from verantwoord.toegang.inzage import kijk, toont_personen
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.formulier import getal
from verantwoord.web.waarden import Kolom


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def bijdrage(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """Ask for a contribution, for a wish or apart from one."""
    vandaag = timezone.localdate()
    wensen = list(queries.wensen_of(dossier_id, viewer=request.user))
    gevraagd = request.GET.get("wens", "")
    begin = {
        "wens_id": next((str(wens.pk) for wens in wensen if str(wens.pk) == gevraagd), "geen"),
        "op": vandaag,
    }
    return stap(
        request,
        dossier_van(request, dossier_id),
        BijdrageForm(invoer(request), wensen=wensen, initial=begin),
        doe=lambda gegevens: actions.request_bijdrage(
            door=request.user, dossier_id=dossier_id, peildatum=vandaag, **gegevens
        ),
        inhoud={
            "titel": _("Vraag een bijdrage van de DT&V"),
            "inleiding": _("De DT&V kan geld of hulp in natura geven bij een zelfstandig vertrek."),
            "knop": _("Leg de aanvraag vast"),
        },
        anker="bijdragen",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def besluit(request: StaffRequest, dossier_id: UUID, bijdrage_id: UUID) -> HttpResponse:
    """Decide about what a colleague asked; who asked sees who may decide instead of the form."""
    vandaag = timezone.localdate()
    rij = _bijdrage(request, dossier_id, bijdrage_id)
    begin = {"besluit": rij.besluit, "bedrag": rij.bedrag or rij.gevraagd_bedrag, "reden": rij.reden}
    zelf = rij.aanvrager_id == request.user.pk

    def doe(gegevens: dict[str, Any]) -> None:
        actions.decide_bijdrage(
            door=request.user,
            dossier_id=dossier_id,
            bijdrage_id=bijdrage_id,
            versie=getal(request.POST.get("versie")),
            peildatum=vandaag,
            **gegevens,
        )
        messages.success(request, _("Het besluit is bewaard. Vertel het ook aan de vreemdeling."))

    dossier = dossier_van(request, dossier_id)
    return stap(
        request,
        dossier,
        BesluitForm(invoer(request), initial=begin),
        doe=doe,
        inhoud={
            "titel": _("Besluit over de bijdrage"),
            "inleiding": _("U vroeg deze bijdrage zelf aan. Een collega of de manager beslist erover.")
            if zelf
            else _(
                "U beslist over wat een collega vroeg. Schrijf de reden zoals u hem aan de vreemdeling vertelt."
            ),
            "knop": _("Bewaar het besluit"),
            "versie": rij.versie,
            "bijdrage": rij,
            "alleen_lezen": zelf,
            "begroting": _ruimte(dossier.team_id, vandaag.year, viewer=request.user),
        },
        anker=f"bijdrage-{rij.pk}",
    )


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def betaling(request: StaffRequest, dossier_id: UUID, bijdrage_id: UUID) -> HttpResponse:
    """Record how the payment stands; no account has a place here."""
    vandaag = timezone.localdate()
    rij = _bijdrage(request, dossier_id, bijdrage_id)

    def doe(gegevens: dict[str, Any]) -> None:
        actions.record_betaling(
            door=request.user,
            dossier_id=dossier_id,
            bijdrage_id=bijdrage_id,
            versie=getal(request.POST.get("versie")),
            peildatum=vandaag,
            **gegevens,
        )
        messages.success(request, _("Bewaard hoe het met de betaling staat."))

    return stap(
        request,
        dossier_van(request, dossier_id),
        BetalingForm(invoer(request), vervolg=rij.betaalvervolg, initial={"op": vandaag}),
        doe=doe,
        inhoud={
            "titel": _("Hoe staat het met de betaling?"),
            "inleiding": _(
                "Het betaalkantoor betaalt en heeft het rekeningnummer. Hier staat alleen hoe ver het is."
            ),
            "knop": _("Bewaar hoe het staat"),
            "versie": rij.versie,
            "bijdrage": rij,
        },
        anker=f"bijdrage-{rij.pk}",
    )


@toont_personen
@require_safe
def bijdragen(request: StaffRequest) -> HttpResponse:
    """What waits for a decision of this person, and the budgets it is paid from."""
    if not request.user.heeft(Recht.BIJDRAGE_BESLUITEN):
        raise Http404
    wachtend, begrotingen = kijk(
        request,
        lambda: (
            list(queries.te_besluiten_bijdragen(viewer=request.user)),
            begrotingsregels(viewer=request.user),
        ),
        lambda gevonden: {rij.dossier_id for rij in gevonden[0]},
        doel="werklijst",
    )
    context = {
        "bijdragen": wachtend,
        "begrotingen": begrotingen,
        "bijdragekolommen": [
            Kolom(_("Persoon")),
            Kolom(_("Waarvoor")),
            Kolom(_("Bedrag"), getal=True),
            Kolom(_("Gevraagd door")),
            Kolom(_("Sinds")),
        ],
        "begrotingskolommen": [
            Kolom(titel, getal=True)
            for titel in (_("Begroting"), _("Toegekend"), _("Betaald"), _("Nog niet betaald"), _("Over"))
        ],
        "vandaag": timezone.localdate(),
        "mag_begroten": request.user.heeft(Recht.BEGROTING_BEHEREN),
    }
    return render(request, "ondersteuning/bijdragen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def begroting(request: StaffRequest) -> HttpResponse:
    """Write down what there is for a year, or make it another amount."""
    if not request.user.heeft(Recht.BEGROTING_BEHEREN):
        raise Http404
    vandaag = timezone.localdate()
    bestaand = {rij.begroting.pk: rij.begroting for rij in begrotingsregels(viewer=request.user)}
    gekozen = bestaand.get(getal(request.GET.get("begroting")))
    versie = gekozen.versie if gekozen else 0
    begin = {
        "jaar": gekozen.jaar if gekozen else vandaag.year,
        "voor": "alle" if gekozen and gekozen.team_id is None else "team",
        "bedrag": gekozen.bedrag if gekozen else None,
    }
    form = BegrotingForm(invoer(request), initial=begin)
    conflict, status = None, 200
    if request.method == "POST":
        status, versie = 422, getal(request.POST.get("versie"))
        if form.is_valid():
            data = dict(form.cleaned_data)
            eigen_team = data.pop("voor") == "team"
            try:
                actions.set_begroting(
                    door=request.user, versie=versie, peildatum=vandaag, eigen_team=eigen_team, **data
                )
            except Versieconflict as fout:
                conflict, versie, status = fout, fout.versie, 409
            except DomeinFout as fout:
                meld(form, fout)
            else:
                messages.success(request, _("De begroting is bewaard."))
                return redirect("ondersteuning:bijdragen")
    context = {"form": form, "versie": versie, "conflict": conflict, "gekozen": gekozen}
    return render(request, "ondersteuning/begroting.html", context, status=status)


def _bijdrage(request: StaffRequest, dossier_id: UUID, bijdrage_id: UUID) -> queries.Bijdrage:
    return get_object_or_404(queries.bijdragen_of(dossier_id, viewer=request.user), pk=bijdrage_id)


def _ruimte(team_id: int | None, jaar: int, *, viewer: Any) -> Begrotingsregel | None:
    """The budget from which a dossier of this team is paid now."""
    passend = [r for r in begrotingsregels(viewer=viewer) if r.begroting.jaar == jaar]
    eigen = [r for r in passend if r.begroting.team_id == team_id and team_id is not None]
    algemeen = [r for r in passend if r.begroting.team_id is None]
    return next(iter([*eigen, *algemeen]), None)
