"""The pages of the staff desk that show many people: the caseload and what a search finds."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from verantwoord.bewaking.queries import WERKT_MET_DOSSIERS, Van
from verantwoord.dossier.queries import achtergelaten_dossiers, wachtende_afwijkverzoeken
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.signalen.regels import regelbladen
from verantwoord.toegang.inzage import kijk, toon, toont_personen
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.datums import dag_maand, lang
from verantwoord.web.waarden import Chip, Teller
from verantwoord.werkplek import lijst, queries, woorden
from verantwoord.werkplek.agenda.queries import verwacht_op
from verantwoord.werkplek.filters import filters_of, remove_filter, save_filter
from verantwoord.werkplek.forms import FilterForm
from verantwoord.werkplek.rijen import maak_rijen
from verantwoord.werkplek.team.queries import teamnamen, waargenomen_door
from verantwoord.werkplek.tekenen.stukken import tekent_ooit


@toont_personen
@require_safe
def caseload(request: StaffRequest) -> HttpResponse:
    """The dossiers of the one who is logged in, or of the team: first what is due first."""
    if request.user.rol not in WERKT_MET_DOSSIERS:
        return toon(request, "werkplek/zonder_dossiers.html", {"titel": _("Dossiers")})
    vandaag = timezone.localdate()
    waarnemingen = waargenomen_door(viewer=request.user, vandaag=vandaag)
    keuzes = _keuzes_van(request, waarneemt=bool(waarnemingen))
    vraag = request.GET.copy()
    vraag.setdefault("van", keuzes[0][0])
    # Only a list of the team can be narrowed to one colleague.
    collegas = teamnamen(viewer=request.user) if vraag["van"] == "team" else []
    form = FilterForm(vraag, van=keuzes, collegas=collegas)
    form.is_valid()
    filter_ = lijst.filter_uit(getattr(form, "cleaned_data", {}), standaard=keuzes[0][0])
    plek = lijst.Plek.uit_tekst(request.GET.get("na", ""))

    def haal() -> tuple[lijst.Pagina, dict[str, Any]]:
        pagina = lijst.haal_pagina(
            filter_,
            viewer=request.user,
            vandaag=vandaag,
            plek=plek,
            waargenomen=[w.regievoerder_id for w in waarnemingen],
        )
        wacht: dict[str, Any] = {
            "achtergelaten": achtergelaten_dossiers(viewer=request.user),
            "bewaarde_filters": filters_of(viewer=request.user),
            "tekent": tekent_ooit(viewer=request.user),
        }
        if filter_.is_leeg and filter_.van == "mij" and plek is None:
            wacht["agenda_vandaag"] = _agenda_van(*verwacht_op(vandaag, viewer=request.user))
        if request.user.heeft(Recht.AFWIJKING_GOEDKEUREN):
            wacht["afwijkverzoeken"] = wachtende_afwijkverzoeken(viewer=request.user).count()
        return pagina, wacht

    pagina, wacht = kijk(
        request,
        haal,
        lambda gevonden: [stand.dossier_id for stand in gevonden[0].standen],
        doel="werklijst",
    )
    form.toon_locaties(pagina.telling.locaties)
    context = _caseload_context(form, filter_, pagina, vandaag=vandaag, namen=dict(collegas))
    context |= {"waarnemingen": waarnemingen} | wacht
    return render(request, "werkplek/caseload.html", context)


@require_POST
def bewaar_filter(request: StaffRequest) -> HttpResponse:
    """Keep the filter that stands in the address under a name of one's own."""
    adres = QueryDict(request.POST.get("adres", "").removeprefix("?")[:600])
    form = FilterForm(
        adres, van=_keuzes_van(request, waarneemt=True), collegas=teamnamen(viewer=request.user)
    )
    form.is_valid()
    filter_ = lijst.filter_uit(form.cleaned_data, standaard="team")
    try:
        bewaard = save_filter(door=request.user, naam=request.POST.get("naam", ""), adres=filter_.als_adres())
    except DomeinFout as fout:
        messages.error(request, fout.melding)
    else:
        messages.success(request, _("Het filter “%(naam)s” is bewaard.") % {"naam": bewaard.naam})
    return redirect(reverse("werkplek:caseload") + filter_.als_adres())


@require_POST
def vergeet_filter(request: StaffRequest, filter_id: int) -> HttpResponse:
    """Take a kept filter off the list; another's is not there."""
    try:
        remove_filter(door=request.user, filter_id=filter_id)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout
    messages.success(request, _("Het filter is weggehaald. De dossiers zelf zijn niet veranderd."))
    return redirect("werkplek:caseload")


def _agenda_van(gesprekken: int, overleg: int) -> str:
    """What stands in one's agenda today besides last days; nothing where there is nothing."""
    delen = [
        ngettext("%(n)d gesprek", "%(n)d gesprekken", gesprekken) % {"n": gesprekken} if gesprekken else "",
        ngettext("%(n)d dossier in een overleg", "%(n)d dossiers in een overleg", overleg) % {"n": overleg}
        if overleg
        else "",
    ]
    return _(" en ").join(deel for deel in delen if deel)


def _keuzes_van(request: StaffRequest, *, waarneemt: bool) -> list[tuple[Van, str]]:
    """Whose dossiers can be asked for; the first is what one gets without asking."""
    if request.user.heeft(Recht.DOSSIER_TOEWIJZEN):
        return [("team", _("team")), ("zonder", _("niemand"))]
    keuzes: list[tuple[Van, str]] = [("mij", _("mij")), ("team", _("team"))]
    return [*keuzes, ("waarneming", _("waarneming"))] if waarneemt else keuzes


def _caseload_context(
    form: FilterForm, f: lijst.Filter, pagina: lijst.Pagina, *, vandaag: date, namen: Mapping[str, str]
) -> dict[str, Any]:
    telling = pagina.telling
    titels = {
        "mij": _("Mijn dossiers"),
        "team": _("Dossiers van het team"),
        "zonder": _("Dossiers zonder regievoerder"),
        "waarneming": _("Dossiers waarvoor u waarneemt"),
    }
    totaal = _aantal_dossiers(telling.totaal)
    volgorde = _("Volgorde: uiterste datum van de volgende plicht, daarna datum van binnenkomst.")
    hoeveel = (
        totaal if f.is_leeg else _("%(n)s van %(totaal)s") % {"n": _begrensd(pagina.aantal), "totaal": totaal}
    )
    laatste = pagina.eerste_nummer + len(pagina.standen) - 1
    return {
        "titel": titels[f.van],
        "inleiding": f"{capfirst(lang(vandaag))} · {totaal}",
        "form": form,
        "filter": f,
        "chips": _chips(f, namen),
        "samenvatting": _samenvatting(f, namen),
        "adres": f.als_adres(),
        "wis_url": f.als_adres(fase="", locatie="", plicht="", voor=None, termijn="", wie=None),
        "team_url": f.als_adres(van="team"),
        "tellers": _tellers(f, telling, vandaag=vandaag),
        "rijen": maak_rijen(pagina.standen, vandaag=vandaag),
        "bijschrift": f"{hoeveel}. {volgorde}",
        "toon_regievoerder": f.van != "mij",
        "wacht": _wacht(form, f, telling),
        "wacht_url": f.als_adres(van="zonder"),
        "stand": _("Dossiers %(van)d tot en met %(tot)d") % {"van": pagina.eerste_nummer, "tot": laatste},
        "vorige_url": f.als_adres() if pagina.eerste_nummer > 1 else "",
        **_volgende(f, pagina),
        "leeg": _leeg(f, telling),
    }


def _wacht(form: FilterForm, f: lijst.Filter, telling: lijst.Telling) -> str:
    """That dossiers of the team wait for a regievoerder, for the one who may give them to somebody."""
    mag_toewijzen = any(code == "zonder" for code, _naam in form.keuzes_van)
    if f.van != "team" or not telling.zonder or not mag_toewijzen:
        return ""
    return ngettext(
        "%(n)d dossier van het team heeft nog geen regievoerder.",
        "%(n)d dossiers van het team hebben nog geen regievoerder.",
        telling.zonder,
    ) % {"n": telling.zonder}


def _volgende(f: lijst.Filter, pagina: lijst.Pagina) -> dict[str, str]:
    if pagina.volgende is None:
        return {"volgende": "", "volgende_url": ""}
    vanaf = pagina.volgende_vanaf
    if vanaf is None:
        tekst = _("Volgende %(n)d, zonder datum") % {"n": lijst.PER_PAGINA}
    else:
        dag = dag_maand(vanaf).rsplit(" ", 1)[0]
        tekst = _("Volgende %(n)d, vanaf %(dag)s") % {"n": lijst.PER_PAGINA, "dag": dag}
    return {"volgende": tekst, "volgende_url": f"{f.als_adres()}&na={pagina.volgende.als_tekst()}"}


def _begrensd(aantal: int) -> str:
    if aantal > lijst.TELGRENS:
        return _("meer dan %(n)s") % {"n": f"{lijst.TELGRENS:,}".replace(",", ".")}
    return str(aantal)


def _aantal_dossiers(aantal: int) -> str:
    return ngettext("%(n)s dossier", "%(n)s dossiers", aantal) % {"n": _begrensd(aantal)}


def _tellers(f: lijst.Filter, telling: lijst.Telling, *, vandaag: date) -> list[Teller]:
    plichten = [REGISTER[norm].plicht for norm in telling.normen_vandaag]
    wat = _(" en ").join(plichten) if 0 < len(plichten) <= 2 else _("uiterlijk vandaag")
    oudste = telling.oudste if telling.te_laat else None
    schoon = {"fase": "", "locatie": "", "plicht": "", "voor": None}
    return [
        Teller(telling.vandaag, _("Vandaag"), f.als_adres(termijn="vandaag", **schoon), wat),
        Teller(
            telling.week,
            _("Deze week"),
            f.als_adres(termijn="week", **schoon),
            _("tot en met %(dag)s") % {"dag": lang(lijst.einde_van_week(vandaag)).rsplit(" ", 1)[0]},
        ),
        Teller(
            telling.te_laat,
            _("Te laat"),
            f.als_adres(termijn="te_laat", **schoon),
            _("oudste sinds %(dag)s")
            % {"dag": lang(oudste).rsplit(" ", 1)[0] if oudste.year == vandaag.year else lang(oudste)}
            if oudste
            else _("niets is te laat"),
            teken="te-laat" if telling.te_laat else "",
        ),
    ]


def _chips(f: lijst.Filter, namen: Mapping[str, str]) -> list[Chip]:
    termijn = {"vandaag": _("vandaag"), "week": _("deze week"), "te_laat": _("te laat")}
    chips = [
        Chip(_("termijn: %(w)s") % {"w": termijn[f.termijn]}, f.als_adres(termijn="")) if f.termijn else None,
        Chip(_("regievoerder: %(w)s") % {"w": namen.get(str(f.wie), "")}, f.als_adres(wie=None))
        if f.wie
        else None,
        Chip(_("fase: %(w)s") % {"w": woorden.FASE[f.fase]}, f.als_adres(fase="")) if f.fase else None,
        Chip(_("locatie: %(w)s") % {"w": f.locatie}, f.als_adres(locatie="")) if f.locatie else None,
        Chip(_("plicht: %(w)s") % {"w": REGISTER[f.plicht].plicht}, f.als_adres(plicht=""))
        if f.plicht
        else None,
        Chip(_("uiterlijk vóór %(w)s") % {"w": dag_maand(f.voor)}, f.als_adres(voor=None))
        if f.voor
        else None,
    ]
    return [chip for chip in chips if chip is not None]


def _samenvatting(f: lijst.Filter, namen: Mapping[str, str]) -> str:
    chips = _chips(f, namen)
    return _("Filter: %(wat)s") % {"wat": ", ".join(chip.tekst for chip in chips)} if chips else _("Filter")


def _leeg(f: lijst.Filter, telling: lijst.Telling) -> dict[str, str]:
    if f.is_leeg and f.van == "zonder":
        return {
            "titel": _("Ieder dossier heeft een regievoerder"),
            "tekst": _(
                "Er wacht geen dossier van uw team op toewijzing. Nieuwe dossiers komen hier vanzelf."
            ),
        }
    if f.is_leeg or not telling.totaal:
        return {
            "titel": _("Er staan geen dossiers op deze lijst"),
            "tekst": _(
                "De IND, de AVIM en de KMar dragen dossiers over; uw manager wijst ze toe. Een toegewezen dossier "
                "staat hier meteen."
            ),
        }
    return {
        "titel": _("Geen dossiers met dit filter"),
        "tekst": _(
            "Van de %(totaal)s op deze lijst past er op dit moment geen bij dit filter. Haal een filter weg, of kijk "
            "in het hele team."
        )
        % {"totaal": _aantal_dossiers(telling.totaal)},
    }


@toont_personen
@require_http_methods(["GET", "HEAD", "POST"])
def zoeken(request: StaffRequest) -> HttpResponse:
    """Find a dossier. What was typed comes in the body and is shown on the page; it never stands in an address."""
    vraag = " ".join(request.POST.get("zoek", "").split())[:100]
    gevonden = kijk(
        request,
        lambda: lijst.zoek(vraag, viewer=request.user),
        lambda gevonden: [stand.dossier_id for stand in gevonden.standen],
        doel="zoeken",
    )
    context = {
        "vraag": vraag,
        "te_kort": bool(vraag) and queries.is_te_kort(vraag),
        "bijna": gevonden.bijna,
        "meer": gevonden.meer,
        "grens": lijst.PER_PAGINA,
        "rijen": maak_rijen(gevonden.standen, vandaag=timezone.localdate()),
        "aantal": _aantal_dossiers(len(gevonden.standen)),
        "toon_regievoerder": True,
        "caseload_url": reverse("werkplek:caseload"),
    }
    return render(request, "werkplek/zoeken.html", context)


@login_not_required
@require_safe
def toegankelijkheid(request: HttpRequest) -> HttpResponse:
    """How accessible the program is, and whom to tell when something does not work."""
    return render(request, "werkplek/toegankelijkheid.html")


@login_not_required
@require_safe
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept about whom, who sees it, and that every look is recorded."""
    return render(request, "werkplek/privacy.html")


@login_not_required
@require_safe
def algoritmen(request: HttpRequest) -> HttpResponse:
    """What the program works out by itself and what it never does, for everybody (norm E16; no model about people)."""
    context = {"regels": len(REGISTER), "woordregels": sum(len(blad.regel) for blad in regelbladen())}
    return render(request, "werkplek/algoritmen.html", context)
