from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.inzageverzoek.woorden import categorie_in_woorden
from verantwoord.dossier.queries import dossier_met_nummer, nummers_of
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import record_inzage
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.inzage import toont_personen
from verantwoord.toegang.nakijken import actions, queries
from verantwoord.toegang.nood import queries as nood
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.werkplek.fg.forms import NakijkForm, ZoekForm
from verantwoord.werkplek.fg.woorden import PER_REGEL
from verantwoord.werkplek.inzageblad import Inzageregel, maak_inzageregels

PER_LIJST = 25


@require_safe
def begin(request: StaffRequest) -> HttpResponse:
    """What waits for a review, the first to be done first; what is past its day is said in red and in words."""
    _alleen_toezicht(request)
    vandaag = timezone.localdate()
    nooden = list(nood.te_beoordelen(viewer=request.user)[:PER_LIJST])
    gevonden = queries.na_te_kijken(viewer=request.user)
    context = {
        "vandaag": vandaag,
        "nooden": [(rij, categorie_in_woorden(rij.categorie)) for rij in nooden],
        "nood_aantal": nood.te_beoordelen(viewer=request.user).count(),
        "nood_te_laat": nood.aantal_te_laat(viewer=request.user, op=vandaag),
        "opvallend": [(rij, PER_REGEL[rij.regel]) for rij in gevonden[:PER_LIJST]],
        "opvallend_aantal": gevonden.count(),
        "opvallend_te_laat": gevonden.filter(nakijken_voor__lt=vandaag).count(),
        "mag_beoordelen": request.user.heeft(Recht.INZAGELOG_BEOORDELEN),
        "regels": PER_REGEL.values(),
        "redenen": queries.inzageredenen(viewer=request.user)[:10],
    }
    return render(request, "werkplek/fg/begin.html", context)


@require_safe
def afgerond(request: StaffRequest) -> HttpResponse:
    """What was reviewed and signed, the latest first; also for the Inspectie."""
    _alleen_toezicht(request)
    context = {
        "nooden": [
            (rij, categorie_in_woorden(rij.categorie))
            for rij in nood.beoordeeld(viewer=request.user)[:PER_LIJST]
        ],
        "opvallend": [
            (rij, PER_REGEL[rij.regel]) for rij in queries.nagekeken(viewer=request.user)[:PER_LIJST]
        ],
    }
    return render(request, "werkplek/fg/afgerond.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def opvallend(request: StaffRequest, opvallend_id: UUID) -> HttpResponse:
    """One finding with the lines of the log behind it, and its answer."""
    _alleen_toezicht(request)
    mag = request.user.heeft(Recht.INZAGELOG_BEOORDELEN)
    if request.method == "POST" and not mag:
        raise Http404
    form = NakijkForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.sign_opvallend(door=request.user, opvallend_id=opvallend_id, **form.cleaned_data)
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("Uw oordeel is vastgelegd."))
            return redirect("fg:opvallend", opvallend_id)
    gevonden = queries.opvallend_of(opvallend_id, viewer=request.user)
    if gevonden is None:
        raise Http404
    regels = queries.regels_achter(gevonden, viewer=request.user)
    dossiers = {regel.dossier_id for regel in regels}
    if gevonden.dossier_id is not None:
        dossiers.add(gevonden.dossier_id)
    _record_look(request, dossiers)
    context = {
        "gevonden": gevonden,
        "regel": PER_REGEL[gevonden.regel],
        "regels": _met_nummers(request, regels),
        "nummer": nummers_of(dossiers, viewer=request.user).get(gevonden.dossier_id, "")
        if gevonden.dossier_id
        else "",
        "form": form if mag and (gevonden.oordeel is None or form.errors) else None,
        "vandaag": timezone.localdate(),
    }
    return render(request, "werkplek/fg/opvallend.html", context, status=422 if form.errors else 200)


@sensitive_post_parameters()
@toont_personen
@require_http_methods(["GET", "HEAD", "POST"])
def logboek(request: StaffRequest) -> HttpResponse:
    """Search the log of looks by dossier, by person, by days. The search itself is a look and is kept first."""
    _alleen_toezicht(request)
    vandaag = timezone.localdate()
    form = ZoekForm(
        request.POST if request.method == "POST" else None,
        initial={"van": vandaag - timedelta(days=6), "tot": vandaag},
    )
    context: dict[str, Any] = {"form": form, "gezocht": False}
    with transactie_van(request.user, verzoek=request.referentie):
        if request.method == "POST" and form.is_valid():
            context |= _zoek(request, form)
    # What was found is kept by now; only after that may it be shown.
    with transactie_van(request.user, verzoek=request.referentie):
        return render(request, "werkplek/fg/logboek.html", context, status=422 if form.errors else 200)


def _zoek(request: StaffRequest, form: ZoekForm) -> dict[str, Any]:
    invoer = form.cleaned_data
    dossier_id = medewerker_id = None
    if invoer["dossiernummer"]:
        dossier_id = dossier_met_nummer(invoer["dossiernummer"], viewer=request.user)
        if dossier_id is None:
            form.add_error("dossiernummer", _("Dit nummer bestaat niet. Kijk het na."))
    if invoer["medewerker"]:
        medewerker = queries.medewerker_met_naam(invoer["medewerker"], viewer=request.user)
        if medewerker is None:
            form.add_error("medewerker", _("Deze naam is niet bekend. Schrijf de hele naam."))
        else:
            medewerker_id = medewerker.pk
    vraag = queries.Logvraag(
        van=invoer["van"],
        tot=invoer["tot"],
        dossier_id=dossier_id,
        medewerker_id=medewerker_id,
        alleen_geweigerd=invoer["alleen_geweigerd"],
    )
    if not form.errors and vraag.is_te_ruim:
        form.add_error(
            "tot",
            _("Zonder dossier of medewerker zoekt u in hooguit %(n)d dagen. Kies een kortere tijd.")
            % {"n": queries.HOOGSTENS_DAGEN},
        )
    if form.errors:
        return {}
    regels = queries.logregels(vraag, viewer=request.user, na=_plaats(request))
    getoond = regels[: queries.PER_PAGINA]
    _record_look(request, {regel.dossier_id for regel in getoond})
    laatste = getoond[-1] if len(regels) > queries.PER_PAGINA else None
    return {
        "gezocht": True,
        "regels": _met_nummers(request, getoond),
        "volgende": f"{laatste.moment.isoformat()}_{laatste.pk}" if laatste else "",
    }


def _met_nummers(request: StaffRequest, regels: Iterable[Any]) -> list[tuple[Inzageregel, str]]:
    """The lines in words, each with the number of its dossier; never a name of somebody in a dossier."""
    regels = list(regels)
    nummers = nummers_of({regel.dossier_id for regel in regels}, viewer=request.user)
    return [
        (in_woorden, nummers.get(regel.dossier_id, ""))
        for regel, in_woorden in zip(regels, maak_inzageregels(regels), strict=True)
    ]


def _plaats(request: StaffRequest) -> tuple[datetime, int] | None:
    """Where the page before ended, as the form of that page sent it back."""
    moment, _streep, pk = request.POST.get("na", "").partition("_")
    try:
        tijdstip = parse_datetime(moment)
    except ValueError:
        return None
    if (
        tijdstip is None
        or timezone.is_naive(tijdstip)
        or not (pk.isascii() and pk.isdigit() and len(pk) < 19)
    ):
        return None
    return tijdstip, int(pk)


def _record_look(request: StaffRequest, dossiers: set[Any]) -> None:
    """Who watches is watched: the log keeps whose lines were shown, also to the privacy officer."""
    record_inzage(
        viewer=request.user,
        dossiers=dossiers,
        onderdeel=f"fg:{request.resolver_match.url_name}" if request.resolver_match else "fg",
        doel="toezicht",
        verzoek=request.referentie,
    )


def _alleen_toezicht(request: StaffRequest) -> None:
    # Not yours looks like not there.
    if not request.user.heeft(Recht.INZAGELOG_BEKIJKEN):
        raise Http404
