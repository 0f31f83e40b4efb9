"""The measurement as a page, and the dossiers behind one of its figures."""

from collections.abc import Callable, Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any, Final, cast
from urllib.parse import urlencode
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verantwoord.bewaking.woorden import FASE
from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.kern.normen import NORMEN
from verantwoord.kwaliteit import matentabel, queries, tabel
from verantwoord.kwaliteit.adressen import met_filter
from verantwoord.kwaliteit.forms import MeetForm
from verantwoord.kwaliteit.maten import MATEN, Gemeten
from verantwoord.kwaliteit.maten.bewaard import Maten, kwartalen_van, maten_van
from verantwoord.kwaliteit.maten.lijst import (
    PER_PAGINA,
    Achter,
    Duurt,
    Lijst,
    Telt,
    dossiers_achter,
    dossiers_met_duur,
)
from verantwoord.kwaliteit.maten.vragen import Keuze
from verantwoord.kwaliteit.meting import MINSTENS, ONDERDELEN, Kwaliteitsmeting
from verantwoord.kwaliteit.perioden import Kwartaal
from verantwoord.toegang.inzage import kijk, toont_personen
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web.datums import dag_maand, tijd
from verantwoord.web.grafiek.reeks import drievoud
from verantwoord.web.waarden import Kolom, Verwijzing

# In the address of a list: all it asks about, the dossiers in which it was found, in which it was not, or of which it cannot be said.
INLEIDING: Final[dict[str, Promise]] = {
    "alle": gettext_lazy("Alle dossiers die voor dit cijfer tellen."),
    "ja": gettext_lazy("Dossiers waarin dit is vastgelegd."),
    "nee": gettext_lazy("Dossiers waarin dit niet is gevonden."),
    "onbekend": gettext_lazy("Dossiers waarvan dit niet te zeggen is, omdat er iets niet is vastgelegd."),
}
INLEIDING_DUUR: Final[dict[str, Promise]] = {
    "voorbij": gettext_lazy(
        "Dossiers waarin dit voorbij is. Duurde het meer dan één keer, dan staat de langste keer er."
    ),
    "loopt": gettext_lazy("Dossiers waarin dit nog loopt, met de dagen tot nu toe."),
}


@require_safe
def meting(request: StaffRequest) -> HttpResponse:
    """The report's table of 2022 beside the dossiers of now, and under it every measure."""
    _eis_recht(request)
    vandaag = timezone.localdate()
    form = MeetForm(request.GET, locaties=queries.locaties(viewer=request.user), vandaag=vandaag)
    context: dict[str, Any] = {"form": form, "minstens": MINSTENS, "deel": "meting"}
    if not form.is_valid():
        return render(request, "kwaliteit/meting.html", context, status=422)
    keuze = _keuze(form, vandaag)
    filter_ = _als_adres(form)
    gemeten = maten_van(Keuze(**keuze), viewer=request.user)
    rapport = _als_rapport(keuze["tot"], gemeten.maten)
    totaal = tabel.getal(rapport.dossiers)
    context |= {
        "meting": rapport,
        "totaal": totaal,
        "waarover": _waarover(keuze, vandaag),
        "stand": _stand(gemeten.moment),
        "regels": tabel.grafiek(rapport),
        "toen": _("Inspectie 2022, 200 dossiers"),
        "nu": _("Nu, %(n)s dossiers") % {"n": totaal},
        "kolommen": _kolommen(totaal),
        "rijen": tabel.rijen(rapport, filter_),
        "maten": _alle_maten(gemeten, Keuze(**keuze), filter_),
    }
    return render(request, "kwaliteit/meting.html", context)


@require_safe
def maat(request: StaffRequest, naam: str) -> HttpResponse:
    """One measure: what it counts, by which norm, and how it went quarter by quarter."""
    _eis_recht(request)
    if naam not in MATEN:
        raise Http404
    vandaag = timezone.localdate()
    form = MeetForm(request.GET, locaties=queries.locaties(viewer=request.user), vandaag=vandaag)
    if not form.is_valid():
        raise Http404
    keuze, filter_ = _keuze(form, vandaag), _als_adres(form)
    deze = MATEN[naam]
    gemeten = maten_van(Keuze(**keuze), viewer=request.user)
    punten, kwartalen = matentabel.kwartaalreeks(
        deze, kwartalen_van(Keuze(**keuze), viewer=request.user), filter_
    )
    titel = str(deze.titel)
    norm = NORMEN[deze.norm]
    return render(
        request,
        "kwaliteit/maat.html",
        {
            "deel": "meting",
            "titel": titel,
            "maat": deze,
            "rij": matentabel.rij(deze, gemeten.maten[naam], filter_),
            "norm": norm,
            "bronnen": [bron_in_woorden(bron) for bron in norm.bron],
            "waarover": _waarover(keuze, vandaag),
            "stand": _stand(gemeten.moment),
            "grafiek": drievoud(punten, titel=titel, sleutel="reeks"),
            "kwartalen": kwartalen,
            "kolommen": [
                Kolom(_("Kwartaal")),
                *_getallen(_("Gevonden"), _("Van hoeveel"), _("Deel en marge")),
            ],
            "pad": [Verwijzing(_("Kwaliteit"), _meting_met(filter_)), Verwijzing(titel)],
        },
    )


@toont_personen
@require_safe
def dossiers(request: StaffRequest, onderdeel: str, telt: str) -> HttpResponse:
    """The dossiers behind one figure, as far as they are the viewer's to see; oldest arrival first."""
    _eis_recht(request)
    if onderdeel not in MATEN or telt not in INLEIDING:
        raise Http404
    return _lijst_achter(
        request,
        titel=str(MATEN[onderdeel].titel),
        inleiding=INLEIDING[telt],
        haal=lambda lijst: dossiers_achter(onderdeel, telt=cast("Telt", telt), lijst=lijst),
    )


@toont_personen
@require_safe
def duur(request: StaffRequest, wat: str, telt: str) -> HttpResponse:
    """The dossiers in which one fase, or the wait for an answer to a wish, is over or still runs, with the days."""
    _eis_recht(request)
    titels = matentabel.duurtitels()
    if wat not in titels or telt not in INLEIDING_DUUR:
        raise Http404
    return _lijst_achter(
        request,
        titel=_("Doorlooptijd: %(wat)s") % {"wat": titels[wat]},
        inleiding=INLEIDING_DUUR[telt],
        haal=lambda lijst: dossiers_met_duur(wat, telt=cast("Duurt", telt), lijst=lijst),
        dagen=True,
    )


def _lijst_achter(
    request: StaffRequest,
    *,
    titel: str,
    inleiding: Promise,
    haal: Callable[[Lijst], list[Achter]],
    dagen: bool = False,
) -> HttpResponse:
    vandaag = timezone.localdate()
    form = MeetForm(request.GET, locaties=queries.locaties(viewer=request.user), vandaag=vandaag)
    kwartaal = _kwartaal(request.GET.get("kwartaal", ""))
    if not form.is_valid():
        raise Http404
    keuze = _keuze(form, vandaag)
    lijst = Lijst(request.user, Keuze(**keuze), kwartaal, _plek(request.GET.get("na", "")))
    gevonden = kijk(
        request,
        lambda: haal(lijst),
        lambda rijen: [rij.dossier.pk for rij in rijen[:PER_PAGINA]],
        doel="kwaliteit",
    )
    getoond = gevonden[:PER_PAGINA]
    filter_ = _als_adres(form)
    adres = filter_ | ({"kwartaal": kwartaal.code} if kwartaal else {})
    verder = ""
    if len(gevonden) > len(getoond):
        laatste = getoond[-1].dossier
        verder = "?" + urlencode(adres | {"na": f"{laatste.ontvangen_op:%Y-%m-%d}_{laatste.pk}"})
    terug = _meting_met(filter_)
    return render(
        request,
        "kwaliteit/dossiers.html",
        {
            "titel": titel,
            "deel": "meting",
            "inleiding": inleiding,
            "waarover": _waarover(keuze, vandaag),
            "kwartaal": kwartaal,
            "pad": [Verwijzing(_("Kwaliteit"), terug), Verwijzing(titel)],
            "rijen": getoond,
            "dagen": dagen,
            "kolommen": [
                Kolom(_("Persoon")),
                Kolom(_("Dossier")),
                Kolom(_("Ontvangen")),
                Kolom(_("Regievoerder")),
                *([Kolom(_("Dagen"), getal=True)] if dagen else []),
            ],
            "volgende_url": verder,
            "vorige_url": "?" + urlencode(adres) if "na" in request.GET else "",
            "terug_url": terug,
        },
    )


def _eis_recht(request: StaffRequest) -> None:
    if not request.user.heeft(Recht.KWALITEIT_BEKIJKEN):
        raise PermissionDenied


def _keuze(form: MeetForm, vandaag: date) -> dict[str, Any]:
    schoon = form.cleaned_data
    return {
        "van": schoon["van"],
        "tot": max(schoon["tot"] or vandaag, schoon["van"] or date.min),
        "locatie": schoon["locatie"],
        "fase": schoon["fase"],
    }


def _alle_maten(gemeten: Maten, keuze: Keuze, filter_: dict[str, str]) -> SafeString:
    """Every measure drawn and written. Of a file it is kept: it names nobody and is the same for who asks the same."""
    if gemeten.moment is None:
        return _teken_maten(gemeten, filter_)
    return _getekend(gemeten.moment, gemeten.regelset, get_language() or "", keuze, tuple(filter_.items()))


@lru_cache(maxsize=64)
def _getekend(
    _moment: datetime, _regelset: str, _taal: str, keuze: Keuze, filter_: tuple[tuple[str, str], ...]
) -> SafeString:
    return _teken_maten(maten_van(keuze, viewer=None), dict(filter_))


def _teken_maten(gemeten: Maten, filter_: dict[str, str]) -> SafeString:
    return render_to_string(
        "kwaliteit/maten.html",
        {
            "groepen": matentabel.groepen(gemeten.maten, filter_),
            "duren": matentabel.duren(gemeten.duren, filter_),
            "maatkolommen": [
                Kolom(_("Maat")),
                *_getallen(_("Gevonden"), _("Van hoeveel"), _("Onbekend"), _("Deel en marge")),
            ],
            "duurkolommen": [
                Kolom(_("Wat")),
                *_getallen(
                    _("Voorbij"), _("Loopt nog"), _("Mediaan in dagen"), _("Middelste helft in dagen")
                ),
            ],
            "minstens": MINSTENS,
            "minstens_gevoelig": matentabel.MINSTENS_GEVOELIG,
        },
    )


def _getallen(*koppen: str) -> list[Kolom]:
    return [Kolom(kop, getal=True) for kop in koppen]


def _als_rapport(peildatum: date, maten: Mapping[str, Gemeten]) -> Kwaliteitsmeting:
    """The parts of the report's table, out of all measures."""
    return Kwaliteitsmeting(
        peildatum=peildatum,
        dossiers=maten["alle_vier"].noemer,
        delen={deel: maten[deel].aandeel for deel in ONDERDELEN},
    )


def _stand(moment: datetime | None) -> str:
    """Say as of which moment the figures are; the lists behind them are always of now."""
    if moment is None:
        return _("De cijfers zijn van nu.")
    dag = timezone.localtime(moment)
    return _("De cijfers zijn van %(dag)s, %(tijd)s. De lijsten erachter zijn van nu.") % {
        "dag": dag_maand(dag.date()),
        "tijd": tijd(dag),
    }


def _meting_met(filter_: dict[str, str]) -> str:
    return met_filter(reverse("kwaliteit:meting"), filter_)


def _als_adres(form: MeetForm) -> dict[str, str]:
    """The filter as it stands in an address; what is empty is left out."""
    delen = {
        naam: f"{waarde:%d-%m-%Y}" if isinstance(waarde, date) else waarde
        for naam, waarde in form.cleaned_data.items()
    }
    return {naam: waarde for naam, waarde in delen.items() if waarde}


def _plek(tekst: str) -> tuple[date, UUID] | None:
    """Read a place from an address; an address that was cut off begins at the start."""
    dag, _streep, sleutel = tekst.partition("_")
    try:
        return date.fromisoformat(dag), UUID(sleutel)
    except ValueError:
        return None


def _kwartaal(code: str) -> Kwartaal | None:
    """Read the quarter of a list from its address; nothing when none is asked."""
    if not code:
        return None
    try:
        return Kwartaal.van_code(code)
    except ValueError as fout:
        raise Http404 from fout


def _waarover(keuze: dict[str, Any], vandaag: date) -> str:
    """Say in a sentence which dossiers were measured and as of which day."""
    waar = _("iedereen") if not keuze["locatie"] else _("wie woont in %(l)s") % {"l": keuze["locatie"]}
    van = keuze["van"]
    periode = (
        _("ontvangen van %(van)s tot en met %(tot)s")
        % {"van": dag_maand(van), "tot": dag_maand(keuze["tot"])}
        if van
        else _("ontvangen tot en met %(tot)s") % {"tot": dag_maand(keuze["tot"])}
    )
    op = _("vandaag") if keuze["tot"] == vandaag else dag_maand(keuze["tot"])
    if keuze["fase"]:
        waar = _("%(waar)s in de fase %(fase)s") % {"waar": waar, "fase": FASE[keuze["fase"]]}
    return _("Dossiers van %(waar)s, %(periode)s, zoals ze %(op)s waren.") % {
        "waar": waar,
        "periode": periode,
        "op": op if keuze["tot"] == vandaag else _("op %(dag)s") % {"dag": op},
    }


def _kolommen(totaal: str) -> list[Kolom]:
    return [
        Kolom(_("Onderdeel")),
        Kolom(_("Inspectie 2022, aantal van 200"), getal=True),
        Kolom(_("Inspectie 2022, deel en marge"), getal=True),
        Kolom(_("Nu, aantal van %(n)s") % {"n": totaal}, getal=True),
        Kolom(_("Nu, deel en marge"), getal=True),
        Kolom(_("Verschil"), getal=True),
    ]
