from dataclasses import replace
from datetime import date
from typing import Any, Final
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from verantwoord.dossier.fouten import NormBlokkeert
from verantwoord.kern.fouten import DomeinFout
from verantwoord.keten.partner import bureaus, queries
from verantwoord.keten.partner.bladen import (
    Hoofdantwoord,
    blokken,
    hoofdantwoord,
    inzending_in_woorden,
    nog_niet_gewogen,
    stappen_van,
    talen,
    veranderingen,
)
from verantwoord.keten.partner.forms import Stuurformulier
from verantwoord.keten.partner.formulieren import FORMULIEREN
from verantwoord.keten.partner.gevraagd import OP_HET_BUREAU, Vraag, vragen_aan
from verantwoord.keten.partner.meldplichtforms import MELDPLICHTFORMULIEREN
from verantwoord.keten.partner.onthouden import onthouden_aan
from verantwoord.overleg.queries import punten_van_dossier
from verantwoord.toegang.inzage import kijk, toon, toont_personen
from verantwoord.toegang.rechten import KETENROLLEN, GeenToegang, Recht, Rol, matrixrol
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.toezicht.fouten import VeldFout
from verantwoord.vertrek.fouten import AntwoordOntbreekt, DagKloptNiet
from verantwoord.web.datums import dag_maand, lang
from verantwoord.web.waarden import Verwijzing

_MET_ZAKEN: Final = KETENROLLEN | {Rol.MEDISCH_BEVOEGD}
# Offered where they belong: beside the date, and only when they are asked.
_ELDERS: Final = frozenset({"einddatum", "opdracht", "verwijzing", "opvangbesluit", *MELDPLICHTFORMULIEREN})


@toont_personen
@require_safe
def begin(request: StaffRequest) -> HttpResponse:
    """The desk of one role: what is asked, and the cases in which it has a task."""
    if request.user.rol not in _MET_ZAKEN:
        return _zonder_zaken(request)
    vandaag = timezone.localdate()
    bureau = bureaus.BUREAUS[request.user.rol]
    na = queries.uit_tekst(request.GET.get("na", ""))
    pagina, vragen = kijk(
        request,
        lambda: (queries.pagina_of(viewer=request.user, na=na), vragen_aan(request.user, op=vandaag)),
        lambda gevonden: {
            *(zaak.dossier_id for zaak in gevonden[0].zaken),
            *_dossiers_van(gevonden[1].vragen),
        },
        doel="werklijst",
    )
    context = {
        "titel": _naam_van_het_bureau(request),
        "inleiding": f"{capfirst(lang(vandaag))} · {request.user.naam}",
        "bureau": bureau,
        "rijen": bureaus.maak_rijen(pagina.zaken, bureau, vandaag=vandaag),
        "bijschrift": f"{_hoeveel(pagina.totaal, bureau)}. {bureau.volgorde}",
        "is_vervolg": na is not None,
        "volgende": queries.als_tekst(pagina.volgende) if pagina.volgende else "",
        "vragen": vragen.vragen,
        "meer_vragen": max(0, vragen.totaal - OP_HET_BUREAU),
        "vandaag": vandaag,
        "onthouden": onthouden_aan(matrixrol(request.user)),
    }
    return render(request, "keten/partner/begin.html", context)


@toont_personen
@require_safe
def gevraagd(request: StaffRequest) -> HttpResponse:
    """Everything that is asked, a page at a time, in its one order."""
    _alleen_met_zaken(request)
    vandaag = timezone.localdate()
    vanaf = _getal(request.GET.get("vanaf", "0"))
    tot = vanaf + queries.PER_PAGINA
    alle = kijk(
        request,
        lambda: vragen_aan(request.user, op=vandaag, vanaf=vanaf, aantal=queries.PER_PAGINA),
        lambda gevonden: _dossiers_van(gevonden.vragen),
        doel="werklijst",
    )
    context = {
        "vragen": alle.vragen,
        "totaal": alle.totaal,
        "vandaag": vandaag,
        "volgende": tot if alle.totaal > tot else None,
        "is_vervolg": vanaf > 0,
    }
    return render(request, "keten/partner/gevraagd.html", context)


@toont_personen
@require_http_methods(["GET", "HEAD", "POST"])
def zoeken(request: StaffRequest) -> HttpResponse:
    """Find one of one's own cases; the name is sent in the form and never stands in an address."""
    _alleen_met_zaken(request)
    vraag = request.POST.get("zoek", "")[:100].replace("\0", "")
    vandaag = timezone.localdate()
    bureau = bureaus.BUREAUS[request.user.rol]
    zaken = kijk(
        request,
        lambda: queries.zoek(vraag, viewer=request.user),
        lambda gevonden: [zaak.dossier_id for zaak in gevonden],
        doel="zoeken",
    )
    context = {
        "vraag": vraag,
        "te_kort": len("".join(vraag.split())) < queries.KORTSTE_ZOEKVRAAG,
        "bureau": bureau,
        "rijen": bureaus.maak_rijen(zaken, bureau, vandaag=vandaag),
        "bijschrift": ngettext("%(n)d gevonden.", "%(n)d gevonden.", len(zaken)) % {"n": len(zaken)},
        "zijn_er_meer": len(zaken) == queries.MEESTE_GEVONDEN,
    }
    return render(request, "keten/partner/zoeken.html", context)


@require_safe
def zaak(request: StaffRequest, dossier_id: UUID) -> HttpResponse:
    """One case: the answers of this role, what is asked, what one sent, what is withheld and why, and what one may send."""
    _alleen_met_zaken(request)
    gevonden = _zaak_of_404(request, dossier_id)
    vandaag = timezone.localdate()
    vragen = vragen_aan(request.user, op=vandaag, over=dossier_id, aantal=queries.PER_PAGINA).vragen
    historie = queries.geschiedenis(dossier_id, viewer=request.user)
    context = {
        **_over(gevonden),
        "hulpvragen": gevonden.hulpvragen,
        "hoofd": _hoofd(request, gevonden, vandaag),
        "blokken": blokken(gevonden, vandaag=vandaag),
        "stappen": stappen_van(gevonden, vandaag=vandaag),
        "veranderingen": veranderingen(historie) if len(historie) > 1 else [],
        "vragen": vragen,
        "vandaag": vandaag,
        "signalen": list(queries.signalen_of(dossier_id, viewer=request.user)),
        "route": queries.stappen_van_route(dossier_id, viewer=request.user),
        "kaart": queries.veiligheidskaart_of(dossier_id, viewer=request.user),
        "inzendingen": [
            (inzending, inzending_in_woorden(inzending))
            for inzending in queries.inzendingen_of(dossier_id, viewer=request.user)
        ],
        "punten": [
            Verwijzing(
                f"{punt.get_onderwerp_display()}, {dag_maand(punt.datum)}",
                reverse("overleg:punt", args=[punt.pk]),
            )
            for punt, _stand in punten_van_dossier(dossier_id, viewer=request.user)
        ],
        "knoppen": _knoppen(request, gevonden, vragen),
        "betwist_url": _url_van(request, gevonden, "einddatum"),
        "vraag_meer_url": reverse("vragen:nieuw", args=[dossier_id])
        if request.user.heeft(Recht.INZAGE_VRAGEN)
        else "",
        "onthouden": onthouden_aan(matrixrol(request.user)),
    }
    return render(request, "keten/partner/zaak.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def stuur(request: StaffRequest, dossier_id: UUID, soort: str) -> HttpResponse:
    """Every form works the same: show it, send it, go back to the case; whatever was typed stays."""
    _alleen_met_zaken(request)
    formuliersoort = FORMULIEREN.get(soort)
    if formuliersoort is None or not request.user.heeft(formuliersoort.recht):
        raise Http404
    gevonden = _zaak_of_404(request, dossier_id)
    if request.method != "POST":
        form = formuliersoort(zaak=gevonden, initial=_begin(request))
        return _formulier(request, gevonden, form)
    form = formuliersoort(request.POST, zaak=gevonden)
    if not form.is_valid():
        return _formulier(request, gevonden, form, status=422)
    try:
        form.doe(door=request.user, dossier_id=dossier_id, peildatum=timezone.localdate())
    except (NormBlokkeert, GeenToegang):
        raise
    except (DagKloptNiet, AntwoordOntbreekt, VeldFout) as fout:
        form.add_error(fout.veld if fout.veld in form.fields else None, fout.melding)
    except DomeinFout as fout:
        form.add_error(None, fout.melding)
    else:
        messages.success(request, _("Ontvangen. De regievoerder van de DT&V heeft bericht gekregen."))
        return redirect(_terug(request, dossier_id))
    return _formulier(request, gevonden, form, status=422)


def _begin(request: StaffRequest) -> dict[str, Any]:
    """What the address of a form names: which action of the plan, or which day."""
    return {"nummer": request.GET.get("nummer", ""), "op": _dag_uit_adres(request.GET.get("op", ""))}


def _dag_uit_adres(tekst: str) -> date | None:
    """The day that an address names; what is no day is none."""
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _formulier(
    request: StaffRequest, gevonden: queries.Zaak, form: Stuurformulier, *, status: int = 200
) -> HttpResponse:
    context = {**_over(gevonden), "form": form, "past": form.past()}
    return render(request, "keten/partner/stuur.html", context, status=status)


def _over(gevonden: queries.Zaak) -> dict[str, Any]:
    return {
        "dossier_id": gevonden.dossier_id,
        "naam": gevonden.naam or _("naam onbekend"),
        "v_nummer": gevonden.v_nummer,
        "talen": talen(gevonden),
        "betwist": gevonden.betwist,
    }


def _hoofd(request: StaffRequest, gevonden: queries.Zaak, vandaag: date) -> Hoofdantwoord | None:
    """The answer on top; who comes for the medical one reads below why, and also that there is none yet."""
    if request.user.rol != Rol.MEDISCH_BEVOEGD:
        return hoofdantwoord(gevonden, vandaag=vandaag)
    hoofd = hoofdantwoord(gevonden, vandaag=vandaag)
    return nog_niet_gewogen() if hoofd is None else replace(hoofd, uitleg="")


def _zaak_of_404(request: StaffRequest, dossier_id: UUID) -> queries.Zaak:
    try:
        return queries.zaak_of(dossier_id, viewer=request.user)
    except ObjectDoesNotExist as fout:
        raise Http404 from fout


def _knoppen(request: StaffRequest, gevonden: queries.Zaak, vragen: list[Vraag]) -> list[tuple[str, str]]:
    """What this person may send about this case now, except what is asked above it already."""
    gevraagd_bij = {vraag.url.split("?")[0] for vraag in vragen}
    knoppen = []
    if request.user.heeft(Recht.MELDPLICHT_OPLEGGEN):
        knoppen.append((_("Meldplicht"), reverse("partner:meldplicht", args=[gevonden.dossier_id])))
    for soort, formuliersoort in FORMULIEREN.items():
        url = "" if soort in _ELDERS else _url_van(request, gevonden, soort)
        if url and url not in gevraagd_bij:
            knoppen.append((str(formuliersoort.titel), url))
    return knoppen


def _url_van(request: StaffRequest, gevonden: queries.Zaak, soort: str) -> str:
    formuliersoort = FORMULIEREN[soort]
    if not request.user.heeft(formuliersoort.recht) or not formuliersoort(zaak=gevonden).past():
        return ""
    return reverse("partner:stuur", args=[gevonden.dossier_id, soort])


def _terug(request: StaffRequest, dossier_id: UUID) -> str:
    """Back to the case, or to the desk when what was sent ended one's task in it."""
    if queries.is_zaak_van(dossier_id, viewer=request.user):
        return reverse("partner:zaak", args=[dossier_id])
    return reverse("partner:begin")


def _zonder_zaken(request: StaffRequest) -> HttpResponse:
    """The desk of who sees no dossiers; the privacy officer and the Inspectie have pages of their own."""
    bladen: dict[str, str] = {Rol.FG: "fg:begin", Rol.INSPECTIE: "inspectie:begin"}
    eigen = bladen.get(request.user.rol)
    return redirect(eigen) if eigen else toon(request, "keten/partner/zonder_zaken.html")


def _naam_van_het_bureau(request: StaffRequest) -> str:
    team = request.user.team
    return team.naam if team is not None else str(request.user.get_organisatie_display())


def _alleen_met_zaken(request: StaffRequest) -> None:
    if request.user.rol not in _MET_ZAKEN:
        raise Http404


def _hoeveel(totaal: int, bureau: bureaus.Bureau) -> str:
    if totaal > queries.TELGRENS:
        return f"{_('Meer dan %(n)s') % {'n': f'{queries.TELGRENS:,}'.replace(',', '.')}} {bureau.mensen}"
    return f"{totaal} {bureau.mens if totaal == 1 else bureau.mensen}"


def _dossiers_van(vragen: list[Vraag]) -> set[UUID]:
    return {dossier_id for vraag in vragen for dossier_id in vraag.dossiers}


def _getal(tekst: str) -> int:
    return int(tekst) if tekst.isascii() and tekst.isdigit() and len(tekst) <= 6 else 0
