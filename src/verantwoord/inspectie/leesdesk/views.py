"""The pages of the reading desk: what there is to read, one copy with its questions, where two differ, and what came out."""

from collections.abc import Callable
from functools import wraps
from typing import Any, Concatenate, ParamSpec
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.db import transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.crypto import salted_hmac
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.inspectie.actions.slot import is_leider
from verantwoord.inspectie.fouten import IntussenGewijzigd, OnderzoekWeg
from verantwoord.inspectie.leesdesk import actions, queries, rapport, rapporteren, tonen
from verantwoord.inspectie.leesdesk.forms import BestandForm, BeurtForm, CriteriumForm, LezersForm, NaamForm
from verantwoord.inspectie.leesdesk.models import DERDE, Leesbeurt
from verantwoord.inspectie.models import Onderzoek, Stand
from verantwoord.inspectie.views.kader import moet, onderzoek_van, pad, pagina
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.waarden import Verwijzing

P = ParamSpec("P")


def _wie_er_niet_bij_hoort_ziet_niets(
    view: Callable[Concatenate[StaffRequest, P], HttpResponse],
) -> Callable[Concatenate[StaffRequest, P], HttpResponse]:
    """Not there and not yours look alike, whichever question found out."""

    @wraps(view)
    def omhuld(request: StaffRequest, *args: P.args, **kwargs: P.kwargs) -> HttpResponse:
        moet(request, Recht.ONDERZOEK_UITVOEREN)
        try:
            return view(request, *args, **kwargs)
        except (ObjectDoesNotExist, OnderzoekWeg) as fout:
            raise Http404 from fout

    return omhuld


@require_safe
@_wie_er_niet_bij_hoort_ziet_niets
def onderzoek(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """How far the reading is, what is one's own to read, and where two differ."""
    return _overzicht(request, onderzoek_van(request, onderzoek_id))


def _overzicht(
    request: StaffRequest,
    hier: Onderzoek,
    *,
    lezersform: LezersForm | None = None,
    bestandform: BestandForm | None = None,
    status: int = 200,
) -> HttpResponse:
    viewer = request.user
    voortgang = queries.voortgang(hier, viewer=viewer)
    begonnen = bool(voortgang.per_lezer)
    leider = is_leider(hier, viewer)
    context: dict[str, Any] = {
        "criteria": list(hier.criteria.all()),
        "voortgang": voortgang,
        "begonnen": begonnen,
        "leider": leider,
        "mag_lezen": hier.stand in {Stand.LEZEN, Stand.VERGELIJKEN},
        "mag_beginnen": leider and hier.stand == Stand.LEZEN and not begonnen,
        "mag_vragen": hier.stand == Stand.LEZEN and begonnen,
        "eigen": queries.eigen_beurten(hier, viewer=viewer) if begonnen else [],
        "letter": queries.letters_van(hier).get(viewer.pk, ""),
        "verschillen": queries.verschillen(hier, viewer=viewer) if begonnen else [],
        "lezersform": lezersform
        or LezersForm(onderzoekers=queries.onderzoekers_of(hier, viewer=viewer) if leider else ()),
        "bestandform": bestandform or BestandForm(),
        "rapporten": list(hier.rapporten.all()),
        "bewaard": _bewaard(request),
    }
    return pagina(request, hier, "lezen", "leesdesk/overzicht.html", context, status=status)


# The criteria.


@require_http_methods(["GET", "HEAD", "POST"])
@_wie_er_niet_bij_hoort_ziet_niets
def criterium(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """Write down one more question."""
    hier = onderzoek_van(request, onderzoek_id)
    form = CriteriumForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            with transaction.atomic():
                actions.add_criterium(hier.pk, door=request.user, **form.cleaned_data)
        except DomeinFout as fout:
            form.add_error(None, fout.melding)
        else:
            messages.success(request, _("Het criterium staat erbij."))
            return redirect("leesdesk:onderzoek", hier.pk)
    context = {
        "form": form,
        "titel": _("Een criterium toevoegen"),
        "inleiding": _(
            "Iedere beoordelaar beantwoordt dezelfde vragen. Als het lezen begonnen is, staan ze vast."
        ),
        "knop": _("Voeg toe"),
        "terug_url": reverse("leesdesk:onderzoek", args=[hier.pk]),
        "pad": pad(
            Verwijzing(hier.titel, reverse("inspectie:onderzoek", args=[hier.pk])), Verwijzing(_("Criterium"))
        ),
    }
    return render(request, "inspectie/formulier.html", context, status=422 if form.errors else 200)


@require_POST
@_wie_er_niet_bij_hoort_ziet_niets
def rapportcriteria(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """Take over the questions of the report of 2022."""
    hier = onderzoek_van(request, onderzoek_id)

    def doe() -> str:
        n = actions.add_rapportcriteria(hier.pk, door=request.user)
        return ngettext("Er is één criterium bij gekomen.", "Er zijn %(n)d criteria bij gekomen.", n) % {
            "n": n
        }

    return _doe(request, hier, doe)


@require_POST
@_wie_er_niet_bij_hoort_ziet_niets
def criterium_weg(request: StaffRequest, onderzoek_id: UUID, criterium_id: int) -> HttpResponse:
    """Take a question out again."""
    hier = onderzoek_van(request, onderzoek_id)

    def doe() -> str:
        actions.remove_criterium(hier.pk, door=request.user, criterium_id=criterium_id)
        return _("Het criterium is weg.")

    return _doe(request, hier, doe)


def _doe(request: StaffRequest, hier: Onderzoek, doe: Callable[[], str]) -> HttpResponse:
    """Do one act without fields, and go back to where the reading stands with what it says."""
    try:
        with transaction.atomic():
            gezegd = doe()
    except DomeinFout as fout:
        messages.warning(request, fout.melding)
    else:
        messages.success(request, gezegd)
    return redirect("leesdesk:onderzoek", hier.pk)


# Beginning, and the copies.


@require_POST
@_wie_er_niet_bij_hoort_ziet_niets
def begin(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """Choose the assessors and let the copies be made."""
    hier = onderzoek_van(request, onderzoek_id)
    form = LezersForm(request.POST, onderzoekers=queries.onderzoekers_of(hier, viewer=request.user))
    if form.is_valid():
        try:
            with transaction.atomic():
                actions.start_lezen(
                    hier.pk, door=request.user, lezers=[UUID(pk) for pk in form.cleaned_data["lezers"]]
                )
        except DomeinFout as fout:
            form.add_error("lezers", fout.melding)
        else:
            messages.success(request, _("Het lezen is begonnen. De leesexemplaren worden gemaakt."))
            return redirect("leesdesk:onderzoek", hier.pk)
    return _overzicht(request, hier, lezersform=form, status=422)


@require_POST
@_wie_er_niet_bij_hoort_ziet_niets
def exemplaren(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """Ask again for the copies that are not there yet."""
    hier = onderzoek_van(request, onderzoek_id)

    def doe() -> str:
        actions.ask_exemplaren(hier.pk, door=request.user)
        return _("De leesexemplaren die er nog niet zijn, worden gemaakt.")

    return _doe(request, hier, doe)


# Reading one copy.


@require_http_methods(["GET", "HEAD", "POST"])
@_wie_er_niet_bij_hoort_ziet_niets
def beurt(request: StaffRequest, beurt_id: UUID) -> HttpResponse:
    """Read a copy and answer the questions; a draft is kept as it is, finishing asks for all of it."""
    hier = queries.beurt_of(beurt_id, viewer=request.user)
    criteria = actions.te_beoordelen(hier)
    afronden = request.POST.get("doe") == "afronden"
    form = BeurtForm(
        request.POST if request.method == "POST" else None,
        criteria=criteria,
        gegeven=queries.oordelen_van(hier),
        versie=hier.versie,
        afronden=afronden,
        beslist=hier.plek == DERDE,
    )
    status = 200
    if request.method == "POST":
        antwoord, status = _bewaar(request, hier, form, afronden=afronden)
        if antwoord is not None:
            return antwoord
    return _toon_beurt(request, hier, form, status=status)


def _bewaar(
    request: StaffRequest, hier: Leesbeurt, form: BeurtForm, *, afronden: bool
) -> tuple[HttpResponse | None, int]:
    """Keep what was filled in; give the answer, or none and the status with which the page is shown again."""
    if not form.is_valid():
        return None, 422
    try:
        with transaction.atomic():
            actions.save_beurt(
                hier.pk,
                door=request.user,
                versie=form.cleaned_data["versie"],
                ingevuld=form.ingevuld(),
                afronden=afronden,
            )
    except IntussenGewijzigd as fout:
        form.add_error(None, fout.melding)
        # What was posted, with the version of now: pressing again then keeps it.
        form.data = {**form.data.dict(), "versie": str(fout.versie)}  # type: ignore[attr-defined]  # a QueryDict
        return None, 409
    except OnderzoekWeg:
        raise
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
        return None, 422
    if not afronden:
        messages.success(request, _("Uw concept is bewaard."))
        return redirect("leesdesk:beurt", hier.pk), 302
    messages.success(request, _("U hebt %(code)s afgerond.") % {"code": hier.leesexemplaar.code})
    return _klaar(_naar_volgende(request, hier), hier), 302


def _klaar(antwoord: HttpResponseRedirect, beurt: Leesbeurt) -> HttpResponse:
    """Let the next page tell the browser that its own copy of what was typed may go."""
    antwoord["Location"] = f"{antwoord.url}?{urlencode({'bewaard': str(beurt.pk)})}"
    return antwoord


def _sleutel(request: StaffRequest, beurt: object) -> str:
    """The name under which the browser keeps what is typed, should the line fail; it says nothing of whom or what."""
    return salted_hmac("leesdesk.concept", f"{request.user.pk}{beurt}").hexdigest()[:24]


def _bewaard(request: StaffRequest) -> str:
    return _sleutel(request, request.GET["bewaard"]) if "bewaard" in request.GET else ""


def _naar_volgende(request: StaffRequest, hier: Leesbeurt) -> HttpResponseRedirect:
    exemplaar = hier.leesexemplaar
    volgende = queries.volgende_beurt(exemplaar.onderzoek, viewer=request.user, na=exemplaar.code)
    if volgende is None or hier.plek == DERDE:
        return redirect("leesdesk:onderzoek", exemplaar.onderzoek_id)
    return redirect("leesdesk:beurt", volgende.pk)


def _toon_beurt(
    request: StaffRequest,
    hier: Leesbeurt,
    form: BeurtForm,
    *,
    naamform: NaamForm | None = None,
    status: int = 200,
) -> HttpResponse:
    exemplaar = hier.leesexemplaar
    if exemplaar.inhoud is None:
        messages.warning(
            request, _("Dit leesexemplaar wordt nog gemaakt. Probeer het over een paar minuten.")
        )
        return redirect("leesdesk:onderzoek", exemplaar.onderzoek_id)
    actions.record_gelezen(exemplaar, door=request.user)
    van_twee = queries.oordelen_van_twee(exemplaar, viewer=request.user)
    context: dict[str, Any] = {
        "beurt": hier,
        "exemplaar": exemplaar,
        "delen": exemplaar.inhoud,
        "form": form,
        "naamform": naamform or NaamForm(),
        "sleutel": _sleutel(request, hier.pk),
        "van": salted_hmac("concept", str(request.user.pk)).hexdigest()[:24],
        "bewaard": _bewaard(request),
        "beslist": hier.plek == DERDE,
        "vragen": [(c, o, r, van_twee.get(c.pk, ())) for c, o, r in form.vragen],
        "meldingen": exemplaar.naammeldingen.count(),
        "pad": pad(
            Verwijzing(
                exemplaar.onderzoek.titel, reverse("leesdesk:onderzoek", args=[exemplaar.onderzoek_id])
            ),
            Verwijzing(exemplaar.code),
        ),
    }
    return render(request, "leesdesk/beurt.html", context, status=status)


@require_POST
@_wie_er_niet_bij_hoort_ziet_niets
def verberg(request: StaffRequest, beurt_id: UUID) -> HttpResponse:
    """Report something that still says who it is; it is masked at once."""
    hier = queries.beurt_of(beurt_id, viewer=request.user)
    form = NaamForm(request.POST)
    if form.is_valid():
        try:
            with transaction.atomic():
                n = actions.mask_naam(
                    hier.leesexemplaar_id, door=request.user, tekst=form.cleaned_data["tekst"]
                )
        except DomeinFout as fout:
            form.add_error("tekst", fout.melding)
        else:
            messages.success(
                request,
                ngettext("Het is op één plaats verborgen.", "Het is op %(n)d plaatsen verborgen.", n)
                % {"n": n},
            )
            return redirect("leesdesk:beurt", hier.pk)
    gegeven = BeurtForm(
        criteria=actions.te_beoordelen(hier),
        gegeven=queries.oordelen_van(hier),
        versie=hier.versie,
        beslist=hier.plek == DERDE,
    )
    return _toon_beurt(request, hier, gegeven, naamform=form, status=422)


@require_POST
@_wie_er_niet_bij_hoort_ziet_niets
def beslis(request: StaffRequest, onderzoek_id: UUID, exemplaar_id: UUID) -> HttpResponse:
    """Take it upon oneself to decide where two differ."""
    hier = onderzoek_van(request, onderzoek_id)
    try:
        with transaction.atomic():
            derde = actions.take_beslissing(exemplaar_id, door=request.user)
    except OnderzoekWeg:
        raise
    except DomeinFout as fout:
        messages.warning(request, fout.melding)
        return redirect("leesdesk:onderzoek", hier.pk)
    return redirect("leesdesk:beurt", derde.pk)


# Files of judgments.


@require_safe
@_wie_er_niet_bij_hoort_ziet_niets
def oordelen(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """The judgments as a file for compare-beoordelaars: of all once everything was read, of oneself before."""
    hier = onderzoek_van(request, onderzoek_id)
    regels = queries.oordeelregels(queries.gelezen(hier, viewer=request.user))
    naam = "oordelen.csv"
    if not regels:
        regels, naam = queries.eigen_oordeelregels(hier, viewer=request.user), "mijn-oordelen.csv"
    return _bestand(rapport.als_csv(regels), naam=naam, soort="text/csv; charset=utf-8")


@require_POST
@_wie_er_niet_bij_hoort_ziet_niets
def overnemen(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """Take over one's own judgments from a file, as drafts."""
    hier = onderzoek_van(request, onderzoek_id)
    form = BestandForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            with transaction.atomic():
                n = actions.import_oordelen(hier.pk, door=request.user, inhoud=form.cleaned_data["bestand"])
        except DomeinFout as fout:
            form.add_error("bestand", fout.melding)
        else:
            messages.success(
                request,
                ngettext(
                    "Eén oordeel is overgenomen als concept. Schrijf er nog bij waarom.",
                    "%(n)d oordelen zijn overgenomen als concept. Schrijf er nog bij waarom.",
                    n,
                )
                % {"n": n},
            )
            return redirect("leesdesk:onderzoek", hier.pk)
    return _overzicht(request, hier, bestandform=form, status=422)


# What came out.


@require_safe
@_wie_er_niet_bij_hoort_ziet_niets
def vergelijken(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """How far assessors agree, what the reading says of all dossiers, and how often the measure was right."""
    hier = onderzoek_van(request, onderzoek_id)
    voortgang = queries.voortgang(hier, viewer=request.user)
    context: dict[str, Any] = {"voortgang": voortgang}
    if voortgang.alles_gelezen:
        inhoud = rapport.inhoud_of(hier, viewer=request.user)
        context |= tonen.voor_vergelijken(inhoud)
        context |= {
            "rapporten": list(hier.rapporten.all()),
            "beslist": voortgang.alles_beslist,
            "mag_rapport": voortgang.alles_beslist and hier.stand in rapporteren.STANDEN,
        }
    return pagina(request, hier, "lezen", "leesdesk/vergelijken.html", context)


@require_POST
@_wie_er_niet_bij_hoort_ziet_niets
def maak_rapport(request: StaffRequest, onderzoek_id: UUID) -> HttpResponse:
    """Make the report, or find that it is the same as the last one."""
    hier = onderzoek_van(request, onderzoek_id)
    try:
        with transaction.atomic():
            gemaakt = rapporteren.make_rapport(hier.pk, door=request.user)
    except DomeinFout as fout:
        messages.warning(request, fout.melding)
    else:
        messages.success(request, _("Verslag %(n)d staat klaar.") % {"n": gemaakt.nummer})
    return redirect("leesdesk:vergelijken", hier.pk)


@require_safe
@_wie_er_niet_bij_hoort_ziet_niets
def rapport_bestand(request: StaffRequest, onderzoek_id: UUID, soort: str) -> HttpResponse:
    """The last report, made again from the data: as a PDF, or with the data as a ZIP."""
    hier = onderzoek_van(request, onderzoek_id)
    try:
        bestanden = rapporteren.fetch_rapport(hier.pk, door=request.user)
    except DomeinFout as fout:
        messages.warning(request, fout.melding)
        return redirect("leesdesk:vergelijken", hier.pk)
    if soort == "pdf":
        return _bestand(bestanden.pdf, naam="dossieronderzoek.pdf", soort="application/pdf")
    return _bestand(bestanden.zip, naam="onderzoeksdossier.zip", soort="application/zip")


def _bestand(inhoud: bytes, *, naam: str, soort: str) -> HttpResponse:
    return HttpResponse(
        inhoud, content_type=soort, headers={"Content-Disposition": f'attachment; filename="{naam}"'}
    )
