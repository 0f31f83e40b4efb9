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

from verantwoord.dossier.fouten import Versieconflict
from verantwoord.dossier.queries import dossier_of
from verantwoord.dossier.weigering import zegt_wat_niet_mag
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.woorden import opsomming
from verantwoord.toegang.inzage import toont_niets
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.toetsing import actions, queries
from verantwoord.toetsing.forms import SignaalForm, ToetsingForm, waarden_uit
from verantwoord.toetsing.keuzes import Aanleiding, Conclusie, Moment
from verantwoord.toetsing.stand import stadia, stadium_op, telt_niet_in, telt_niet_omdat
from verantwoord.toetsing.vragen import VRAAG
from verantwoord.web import datums
from verantwoord.web.waarden import Verschilonderdeel


@require_safe
def overzicht(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """The four cards: how each moment stands, why a text does not count, its road and its history."""
    vandaag = timezone.localdate()
    kaarten = queries.kaarten_of(dossier_id, viewer=request.user, peildatum=vandaag)
    return _pagina(
        request,
        dossier_id,
        "overzicht",
        {
            "kaarten": kaarten,
            "samenvatting": samenvatting_van(kaarten),
            "werktitel": _werktitel(sum(1 for k in kaarten if k.stand.stand != "actueel")),
            "bewaard": _sleutel(request, dossier_id, request.GET.get("vastgelegd", "")),
        },
    )


@require_safe
def toetsing(request: StaffRequest, dossier_id: UUID, toetsing_id: UUID) -> HttpResponse:
    """One record as it was written, with who signed it; it cannot be changed here."""
    rij = get_object_or_404(queries.toetsingen_of(dossier_id, viewer=request.user), pk=toetsing_id)
    if not queries.leest(
        rij.moment,
        dossier_id,
        viewer=request.user,
        peildatum=timezone.localdate(),
        schrijver=rij.door_id,
    ):
        raise Http404
    s = queries.stand_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())
    context = {
        "toetsing": rij,
        "stadium": stadium_op(stadia(s), rij.getoetst_op),
        "telt_niet": telt_niet_in(s, rij),
    }
    return _pagina(request, dossier_id, "toetsing", context)


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def vastleggen(request: StaffRequest, dossier_id: UUID, moment: str) -> HttpResponse:
    """Ask for facts, sources, weighing, conclusion and what follows; record them. Nothing typed is lost."""
    gekozen = _moment(moment)
    if request.method != "POST":
        return _formulier(request, dossier_id, gekozen, _leeg_formulier(request, dossier_id, gekozen))
    form = ToetsingForm(request.POST)
    if not form.is_valid():
        return _formulier(request, dossier_id, gekozen, form, status=422)
    try:
        rij = actions.record_toetsing(
            door=request.user,
            dossier_id=dossier_id,
            moment=gekozen,
            peildatum=timezone.localdate(),
            **form.cleaned_data,
        )
    except Versieconflict as conflict:
        return _conflict(request, dossier_id, gekozen, form, conflict)
    except GeenToegang:
        raise
    except DomeinFout as fout:
        form.add_error("getoetst_op" if isinstance(fout, actions.DatumInDeToekomst) else None, fout.melding)
        return _formulier(request, dossier_id, gekozen, form, status=422)
    _meld_uitkomst(request, rij, gekozen)
    return redirect(reverse("toetsing:overzicht", args=[dossier_id]) + f"?vastgelegd={gekozen}#{gekozen}")


@toont_niets
@require_POST
def concept(request: StaffRequest, dossier_id: UUID, moment: str) -> JsonResponse:
    """Keep the draft as typed, and say when a colleague recorded the same moment in the meantime."""
    gekozen = _moment(moment)
    velden = {
        naam.replace("\0", ""): str(waarde).replace("\0", "")
        for naam, waarde in request.POST.items()
        if naam.startswith(tuple(ToetsingForm.base_fields))
    }
    try:
        bewaard = actions.save_concept(
            door=request.user, dossier_id=dossier_id, moment=gekozen, velden=velden
        )
    except GeenToegang as fout:
        return JsonResponse({"ander": fout.melding}, status=403)
    nu = queries.versie_of(dossier_id, gekozen, viewer=request.user)
    ander = (
        ""
        if velden.get("versie") == str(nu)
        else _("Een collega heeft dit moment intussen ook vastgelegd. Uw tekst blijft bewaard.")
    )
    moment_van_bewaren = timezone.localtime(bewaard.bewaard_op)
    return JsonResponse({"bewaard_om": f"{moment_van_bewaren:%H.%M}", "ander": ander})


@require_http_methods(["GET", "HEAD", "POST"])
@zegt_wat_niet_mag
def signaal(request: StaffRequest, dossier_id: UUID, moment: str) -> HttpResponse:
    """Record a sign that was brought; it reopens this moment."""
    gekozen = _moment(moment)
    form = SignaalForm(request.POST or None, initial={"ontvangen_op": timezone.localdate()})
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_signaal(
                door=request.user,
                dossier_id=dossier_id,
                moment=gekozen,
                peildatum=timezone.localdate(),
                **form.cleaned_data,
            )
        except GeenToegang:
            raise
        except DomeinFout as fout:
            form.add_error(
                "ontvangen_op" if isinstance(fout, actions.DatumInDeToekomst) else None, fout.melding
            )
        else:
            if gekozen == Moment.MENSENHANDEL:
                messages.info(request, _("De aanwijzing is vastgelegd. Meld haar vandaag bij de politie."))
                return redirect("toetsing:stap", dossier_id, gekozen, "politie")
            messages.info(request, _("De aanwijzing is vastgelegd. De toetsing wacht op uw antwoord."))
            return redirect(reverse("toetsing:overzicht", args=[dossier_id]) + f"#{gekozen}")
    context = {"form": form, "moment": gekozen}
    return _pagina(request, dossier_id, "signaal", context, status=422 if form.errors else 200)


def _werktitel(aantal: int) -> str:
    """How many of the four ask for work, in words; nothing when none does."""
    return [
        "",
        _("Eén van de vier vraagt nog werk"),
        _("Twee van de vier vragen nog werk"),
        _("Drie van de vier vragen nog werk"),
        _("Alle vier vragen nog werk"),
    ][aantal]


def samenvatting_van(kaarten: list[queries.Kaart]) -> dict[str, str]:
    """Which moments ask for work, by kind, as words in a sentence; nothing when all four are answered."""
    per_stand: dict[str, list[str]] = {}
    for kaart in kaarten:
        per_stand.setdefault(kaart.stand.stand, []).append(str(kaart.moment.label).lower())
    return {stand: opsomming(namen) for stand, namen in per_stand.items() if stand != "actueel"}


def _moment(moment: str) -> Moment:
    try:
        return Moment(moment)
    except ValueError as fout:
        raise Http404 from fout


def _leeg_formulier(request: StaffRequest, dossier_id: UUID, moment: Moment) -> ToetsingForm:
    """The form as one opens it: with one's own draft when there is one."""
    begin: dict[str, Any] = {"getoetst_op": timezone.localdate()}
    bewaard = queries.concept_of(dossier_id, moment, viewer=request.user)
    if bewaard is not None:
        begin |= waarden_uit(bewaard.velden)
    elif any(
        x.afgehandeld_op is None
        for x in queries.signalen_of(dossier_id, viewer=request.user)
        if x.moment == moment
    ):
        begin["aanleiding"] = Aanleiding.SIGNAAL
    begin["versie"] = queries.versie_of(dossier_id, moment, viewer=request.user)
    return ToetsingForm(initial=begin)


def _conflict(
    request: StaffRequest, dossier_id: UUID, moment: Moment, form: ToetsingForm, conflict: Versieconflict
) -> HttpResponse:
    """Both texts side by side, and the form with one's own; a second press records it after all."""
    eigen = form.cleaned_data
    onderdelen = [
        Verschilonderdeel(_("Feiten"), conflict.bewaard["feiten"], eigen["feiten"]),
        Verschilonderdeel(_("Bronnen"), conflict.bewaard["bronnen"], "\n".join(eigen["bronnen"])),
        Verschilonderdeel(_("Afweging"), conflict.bewaard["afweging"], eigen["afweging"]),
        Verschilonderdeel(
            _("Conclusie"), conflict.bewaard["conclusie"], str(Conclusie(eigen["conclusie"]).label)
        ),
        Verschilonderdeel(_("Wat volgt hierop"), conflict.bewaard["vervolg"], eigen["vervolg"]),
    ]
    if not queries.leest(moment, dossier_id, viewer=request.user, peildatum=timezone.localdate()):
        # The colleague's words are not this person's to read; that somebody was first is.
        onderdelen = []
    ingevuld = request.POST.copy()
    ingevuld["versie"] = str(conflict.versie)
    opnieuw = ToetsingForm(ingevuld)
    context = {"conflict": conflict, "onderdelen": onderdelen}
    return _formulier(request, dossier_id, moment, opnieuw, status=409, extra=context)


def _meld_uitkomst(request: StaffRequest, rij: queries.Toetsing, moment: Moment) -> None:
    redenen = telt_niet_omdat(
        rij, ontvangen_op=rij.dossier.ontvangen_op, heropend=bool(rij.dossier.eerdere_dossiers)
    )
    if redenen:
        messages.warning(
            request,
            _("%(moment)s is bewaard, maar telt nog niet. %(redenen)s")
            % {"moment": moment.label, "redenen": " ".join(redenen)},
        )
    else:
        messages.success(
            request,
            _("%(moment)s is vastgelegd om %(tijd)s.")
            % {"moment": moment.label, "tijd": datums.tijd(timezone.now())},
        )


def _formulier(
    request: StaffRequest,
    dossier_id: UUID,
    moment: Moment,
    form: ToetsingForm,
    *,
    status: int = 200,
    extra: dict[str, Any] | None = None,
) -> HttpResponse:
    kaart = next(
        k
        for k in queries.kaarten_of(dossier_id, viewer=request.user, peildatum=timezone.localdate())
        if k.moment == moment
    )
    bewaard = queries.concept_of(dossier_id, moment, viewer=request.user)
    context = {
        "form": form,
        "moment": moment,
        "vraag": VRAAG[moment],
        "kaart": kaart,
        "concept": bewaard if request.method != "POST" else None,
        "sleutel": _sleutel(request, dossier_id, moment),
        **(extra or {}),
    }
    return _pagina(request, dossier_id, "vastleggen", context, status=status)


def _sleutel(request: StaffRequest, dossier_id: UUID, moment: str) -> str:
    """The name under which the browser keeps a draft; it says nothing of whom or what."""
    if moment not in Moment.values:
        return ""
    return salted_hmac("toetsing.concept", f"{request.user.pk}{dossier_id}{moment}").hexdigest()[:24]


def _pagina(
    request: StaffRequest, dossier_id: UUID, naam: str, context: dict[str, Any], *, status: int = 200
) -> HttpResponse:
    dossier = dossier_of(dossier_id, viewer=request.user)
    basis = {
        "dossier": dossier,
        "onderdeel": "toetsing",
        "mag": dossier.is_te_behandelen_door(request.user),
        "van": salted_hmac("concept", str(request.user.pk)).hexdigest()[:24],
    }
    return render(request, f"toetsing/{naam}.html", basis | context, status=status)
