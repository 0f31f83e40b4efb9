"""The meetings at whose table one sits, and what waits for one's organisation."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, Final
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from verantwoord.overleg import queries
from verantwoord.overleg.blad import partner_naam
from verantwoord.overleg.forms import KiesForm
from verantwoord.overleg.keuzes import Overlegstand
from verantwoord.overleg.lezen import dossiers_van, naam_van
from verantwoord.overleg.stand import stemdag, verslagdag
from verantwoord.overleg.views.hulp import bekijk
from verantwoord.toegang.inzage import toont_personen
from verantwoord.toegang.rechten import Recht
from verantwoord.toegang.verzoek import StaffRequest
from verantwoord.web import datums
from verantwoord.web.waarden import Verwijzing

TERUG: Final = timedelta(days=91)
VOORUIT: Final = timedelta(days=366)


@dataclass(frozen=True, kw_only=True)
class Regel:
    datum: date
    begin: time
    naam: str
    soort: str
    voorzitter: str
    punten: int
    teken: str
    stand: str
    url: str
    reeks: str


@dataclass(frozen=True, kw_only=True)
class Wachtend:
    """Something that waits for the reader's organisation, with its last day."""

    wat: str
    zaak: str
    waar: str
    uiterlijk: date | None
    url: str
    dossiers: tuple[UUID, ...] = ()


@toont_personen
@require_safe
def overleggen(request: StaffRequest) -> HttpResponse:
    """What waits for this organisation, then the meetings: now, to come, gone by."""
    vandaag = timezone.localdate()
    tot = _dag(request.GET.get("tot", "")) or vandaag
    reeksen = list(queries.reeksen_of(viewer=request.user))
    filter_ = KiesForm(request.GET, reeksen=reeksen) if len(reeksen) > 1 else None
    gekozen = filter_.cleaned_data["reeks"] if filter_ and filter_.is_valid() else ""
    regels, te_doen, te_gast = bekijk(
        request,
        lambda: (
            _regels(request, van=tot - TERUG, vandaag=vandaag),
            list(_wachtend(request, vandaag)),
            [(punt, naam_van(punt)) for punt in queries.te_gast_bij(viewer=request.user)],
        ),
        lambda gevonden: {
            *(dossier for ding in gevonden[1] for dossier in ding.dossiers),
            *(dossier for punt, _naam in gevonden[2] for dossier in dossiers_van(punt)),
        },
    )
    regels = [
        regel for regel in regels if (tot == vandaag or regel.datum < tot) and gekozen in {"", regel.reeks}
    ]
    eerder = {"tot": (tot - TERUG).isoformat()} | ({"reeks": gekozen} if gekozen else {})
    context = {
        "te_doen": te_doen,
        "te_gast": [
            Verwijzing(f"{naam}, {_waar(punt)}", reverse("overleg:punt", args=[punt.pk]))
            for punt, naam in te_gast
        ],
        "delen": list(_delen(regels, vandaag)),
        "filter": filter_,
        "knoppen": list(_knoppen(request)),
        "vandaag": vandaag,
        "volgende_url": f"?{urlencode(eerder)}" if reeksen else "",
    }
    return render(request, "overleg/lijst.html", context)


def _dag(tekst: str) -> date | None:
    try:
        return date.fromisoformat(tekst)
    except ValueError:
        return None


def _regels(request: StaffRequest, *, van: date, vandaag: date) -> list[Regel]:
    # Counted in the query: the type of a row does not know of it.
    rijen: Any = queries.overleggen_of(viewer=request.user, van=van, tot=vandaag + VOORUIT)
    return [
        Regel(
            datum=rij.datum,
            begin=rij.begin,
            naam=rij.naam,
            soort=str(rij.get_soort_display()),
            voorzitter=partner_naam(rij.voorzitter),
            punten=rij.aantal_punten,
            teken=teken,
            stand=stand,
            url=reverse("overleg:overleg", args=[rij.pk]),
            reeks=str(rij.reeks_id),
        )
        for rij in rijen
        for teken, stand in [_stand(rij, vandaag)]
    ]


def _stand(rij: Any, vandaag: date) -> tuple[str, str]:
    if rij.stand == Overlegstand.BEZIG:
        return "nu", _("nu bezig")
    if rij.stand == Overlegstand.VERVALLEN:
        return "niet-aan-de-orde", _("gaat niet door")
    if rij.stand == Overlegstand.AFGEROND:
        if rij.heeft_verslag:
            return "gedaan", _("voorbij, met verslag")
        laat = verslagdag(rij.datum) < vandaag
        return ("te-laat", _("verslag te laat")) if laat else ("gepland", _("verslag komt nog"))
    return "gepland", datums.nog(rij.datum, vandaag) if rij.datum >= vandaag else _("niet begonnen")


def _delen(regels: list[Regel], vandaag: date) -> Iterator[tuple[str, str, list[Regel]]]:
    komend = [regel for regel in regels if regel.datum >= vandaag or regel.teken == "nu"]
    geweest = [regel for regel in reversed(regels) if regel not in komend]
    if komend:
        yield _("Vandaag en later"), _("Op datum, de eerste bovenaan"), komend
    if geweest:
        yield _("Geweest"), _("De laatste bovenaan"), geweest


def _wachtend(request: StaffRequest, vandaag: date) -> Iterator[Wachtend]:
    te_doen = queries.te_doen_of(viewer=request.user, op=vandaag)
    dingen = [
        *(_punt(_("Schrijf uw standpunt"), punt, punt.datum) for punt in te_doen.standpunten),
        *(_punt(_("Stem schriftelijk"), punt, tot) for punt, tot in te_doen.stemmen),
        *(
            Wachtend(
                wat=_("Bevestig het verslag"),
                zaak="",
                waar=f"{rij.naam}, {datums.dag_maand(rij.datum)}",
                uiterlijk=max(verslagdag(rij.datum), stemdag(rij.datum)),
                url=reverse("overleg:verslag", args=[rij.pk]),
            )
            for rij in te_doen.verslagen
        ),
        *(
            Wachtend(
                wat=actie.omschrijving,
                zaak=naam_van(actie.punt),
                waar=_waar(actie.punt),
                uiterlijk=actie.uiterlijk,
                url=reverse("overleg:punt", args=[actie.punt_id]) + "#acties",
                dossiers=tuple(dossiers_van(actie.punt)),
            )
            for actie in te_doen.acties
        ),
    ]
    yield from sorted(dingen, key=lambda ding: (ding.uiterlijk is None, ding.uiterlijk or date.max))


def _waar(punt: Any) -> str:
    naam = punt.overleg.naam if punt.overleg is not None else _("Buiten het overleg")
    return f"{naam}, {datums.dag_maand(punt.datum)}"


def _punt(wat: str, punt: Any, uiterlijk: date) -> Wachtend:
    return Wachtend(
        wat=wat,
        zaak=naam_van(punt),
        waar=_waar(punt),
        uiterlijk=uiterlijk,
        url=reverse("overleg:punt", args=[punt.pk]),
        dossiers=tuple(dossiers_van(punt)),
    )


def _knoppen(request: StaffRequest) -> Iterator[Verwijzing]:
    if request.user.heeft(Recht.OVERLEG_BIJWONEN):
        yield Verwijzing(_("Cijfers"), reverse("overleg:cijfers"))
    if request.user.heeft(Recht.OVERLEG_PLANNEN):
        yield Verwijzing(_("Reeksen"), reverse("overleg:reeksen"))
