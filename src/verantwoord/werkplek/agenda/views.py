"""The agenda on a page, the link for another calendar, and what that calendar gets."""

from datetime import date, timedelta
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.dateformat import format as format_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.bewaking.queries import WERKT_MET_DOSSIERS, Van
from verantwoord.toegang.inzage import kijk, toon, toont_personen
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.vakmanschap.sessies import Sessie, sessies_of
from verantwoord.web.datums import dag_kort
from verantwoord.web.waarden import NavItem
from verantwoord.werkplek.agenda import actions, blad, queries
from verantwoord.werkplek.agenda.kalender import maak_kalender
from verantwoord.werkplek.agenda.periode import Periode, Weergave, periode_uit
from verantwoord.werkplek.team.queries import waargenomen_door

# What a calendar outside this house holds: enough to plan with, and no archive.
TERUG: Final = timedelta(weeks=4)
VOORUIT: Final = timedelta(weeks=26)
VOORUIT_TEAM: Final = timedelta(weeks=6)
MEESTE_KAARTEN: Final = 1000


@toont_personen
@require_safe
def agenda(request: StaffRequest) -> HttpResponse:
    """A month or a week of the dossiers of the one who is logged in, or of the team."""
    if request.user.rol not in WERKT_MET_DOSSIERS:
        return toon(request, "werkplek/zonder_dossiers.html", {"titel": _("Agenda")})
    vandaag = timezone.localdate()
    waargenomen = [w.regievoerder_id for w in waargenomen_door(viewer=request.user, vandaag=vandaag)]
    keuzes = _keuzes_van(request, waarneemt=bool(waargenomen))
    van = next((code for code, _naam in keuzes if code == request.GET.get("van")), keuzes[0][0])
    periode = periode_uit(request.GET.get("weergave", ""), request.GET.get("dag", ""), vandaag=vandaag)
    gevonden = kijk(
        request,
        lambda: blad.haal_blad(
            periode,
            viewer=request.user,
            van=van,
            waargenomen=waargenomen,
            # Where somebody is expected oneself stands in one's own agenda, not among the dossiers of others.
            met_sessies=van == keuzes[0][0],
        ),
        lambda pagina: pagina.dossiers,
        doel="agenda",
    )
    return render(
        request, "werkplek/agenda.html", _agenda_context(gevonden, periode, van, keuzes, vandaag=vandaag)
    )


def _keuzes_van(request: StaffRequest, *, waarneemt: bool) -> list[tuple[Van, str]]:
    """Whose agenda can be asked for; the first is what one gets without asking."""
    keuzes: list[tuple[Van, str]] = [("team", _("Het team"))]
    if not request.user.heeft(Recht.DOSSIER_TOEWIJZEN):
        keuzes = [("mij", _("Mijn dossiers")), *keuzes]
    return [*keuzes, ("waarneming", _("Waarneming"))] if waarneemt else keuzes


def _agenda_context(
    gevonden: blad.Blad, periode: Periode, van: Van, keuzes: list[tuple[Van, str]], *, vandaag: date
) -> dict[str, Any]:
    vorige, volgende = periode.vorige, periode.volgende
    weergaven: tuple[tuple[Weergave, str], ...] = (("maand", _("Maand")), ("week", _("Week")))
    return {
        "periode": periode,
        "titel_periode": _periode_in_woorden(periode),
        "weken": blad.maak_weken(gevonden, periode, vandaag=vandaag, van=van),
        "dagnamen": [format_date(week_dag, "l") for week_dag in periode.weken[0]],
        "is_leeg": not gevonden.per_dag and not gevonden.sessies,
        "afgebroken": gevonden.afgebroken,
        "vorige_url": blad.adres(vorige, van) if vorige else "",
        "volgende_url": blad.adres(volgende, van) if volgende else "",
        "vandaag_url": blad.adres(Periode(weergave=periode.weergave, dag=vandaag), van) + "#vandaag",
        "weergaven": [
            NavItem(
                naam,
                blad.adres(Periode(weergave=code, dag=periode.dag), van),
                huidig=code == periode.weergave,
            )
            for code, naam in weergaven
        ],
        "keuzes_van": [NavItem(naam, blad.adres(periode, code), huidig=code == van) for code, naam in keuzes],
    }


def _periode_in_woorden(periode: Periode) -> str:
    if periode.weergave == "maand":
        return format_date(periode.dag, "F Y")
    return _("Week %(nummer)d: %(van)s tot en met %(tot)s") % {
        "nummer": periode.dag.isocalendar().week,
        "van": dag_kort(periode.van),
        "tot": f"{dag_kort(periode.tot)} {periode.tot.year}",
    }


@require_http_methods(["GET", "HEAD", "POST"])
def eigen_kalender(request: StaffRequest) -> HttpResponse:
    """Make, renew or revoke the link for one's own calendar; a new one is shown on this page once."""
    if request.user.rol not in WERKT_MET_DOSSIERS:
        return render(request, "werkplek/zonder_dossiers.html", {"titel": _("Agenda in uw eigen kalender")})
    adres = ""
    if request.method == "POST":
        if request.POST.get("actie") != "maken":
            if actions.revoke_agendalink(door=request.user):
                messages.success(
                    request, _("De link is ingetrokken. Wie hem nog heeft, ziet er niets meer mee.")
                )
            return redirect("agenda:eigen_kalender")
        geheim = actions.renew_agendalink(door=request.user)
        adres = request.build_absolute_uri(reverse("agenda:feed", args=[geheim]))
    context = {"link": queries.agendalink_of(viewer=request.user), "adres": adres}
    return render(request, "werkplek/agenda_kalender.html", context)


@login_not_required
@toont_personen
@require_safe
def feed(request: StaffRequest, geheim: str) -> HttpResponse:
    """What another calendar gets with a link that works; any other link is a page that does not exist.

    The look at each dossier is recorded in the name of the link's owner, as whom this request goes on.
    """
    eigenaar = queries.medewerker_with_agendalink(geheim)
    if eigenaar is None:
        raise Http404
    request.user = eigenaar
    vandaag = timezone.localdate()
    is_team = eigenaar.heeft(Recht.DOSSIER_TOEWIJZEN)
    van: Van = "team" if is_team else "mij"
    tot = vandaag + (VOORUIT_TEAM if is_team else VOORUIT)

    def haal() -> tuple[list[queries.Afspraak], dict[UUID, Any], list[Sessie]]:
        alle = queries.afspraken(viewer=eigenaar, van_wie=van, van=vandaag - TERUG, tot=tot)
        gevonden = alle.lijst[:MEESTE_KAARTEN]
        standen = queries.dossiers_of({a.dossier_id for a in gevonden}, viewer=eigenaar)
        return gevonden, standen, sessies_of(viewer=eigenaar, van=vandaag - TERUG, tot=tot)

    gevonden, standen, sessies = kijk(request, haal, lambda gehaald: [*gehaald[1]], doel="agenda")
    antwoord = HttpResponse(
        maak_kalender(
            gevonden,
            standen,
            volledig_adres=request.build_absolute_uri,
            nu=timezone.now(),
            sessies=sessies,
        ),
        content_type="text/calendar; charset=utf-8",
    )
    antwoord["Content-Disposition"] = 'inline; filename="agenda.ics"'
    antwoord["Cache-Control"] = "private, no-store"
    antwoord["X-Robots-Tag"] = "noindex"
    return antwoord
