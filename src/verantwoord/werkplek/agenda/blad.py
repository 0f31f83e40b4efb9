"""One page of the agenda: which of what was found stands on which day, and about whom."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final
from urllib.parse import urlencode
from uuid import UUID

from django.urls import reverse
from django.utils.dateformat import format as format_date

from verantwoord.bewaking.models import Stand
from verantwoord.bewaking.queries import Van
from verantwoord.toegang.models import Medewerker
from verantwoord.vakmanschap.sessies import Sessie, sessies_of
from verantwoord.web.datums import lang
from verantwoord.werkplek.agenda import queries, woorden
from verantwoord.werkplek.agenda.periode import Periode, Weergave
from verantwoord.werkplek.agenda.queries import Afspraak

# What a day shows before it says how much more there is.
PER_DAG: Final[Mapping[Weergave, int]] = {"maand": 4, "week": 40}
_BLADZIJDE: Final = {
    "zitting": "dossier:procedure",
    "termijn": "dossier:procedure",
    "overleg": "dossieroverleg:overzicht",
    "presentatie": "reisdocument:overzicht",
    "reis": "vertrek:overzicht",
    "navraag": "ondersteuning:wensen",
    "toezicht": "toezicht:overzicht",
    "overplaatsing": "dossier:opvang",
    "achttien": "dossier:opvang",
    "plicht": "werkplek:overzicht",
}
_SESSIEBLADZIJDE: Final = {
    "dialoog": "dialoog:een",
    "intervisie": "vakmanschap:intervisie_een",
    "meekijken": "vakmanschap:meekijken_een",
}


@dataclass(frozen=True, kw_only=True)
class Blad:
    """What the database gave for one page; ``dossiers`` are those whose person is shown.

    ``sessies`` are the viewer's own and of no dossier; there are none on the page of others.
    """

    sessies: Mapping[date, list[Sessie]]
    per_dag: Mapping[date, list[tuple[Afspraak, Stand]]]
    meer: Mapping[date, int]
    afgebroken: bool

    @property
    def dossiers(self) -> set[UUID]:
        return {stand.pk for paren in self.per_dag.values() for _afspraak, stand in paren}


@dataclass(frozen=True, kw_only=True)
class Regel:
    """One line on a day, as plain values. A duty is always in Dutch, whatever the page speaks."""

    wat: str
    is_plicht: bool
    icoon: str
    tijd: str
    naam: str
    url: str
    plaats: str
    regievoerder: str


@dataclass(frozen=True, kw_only=True)
class Dag:
    datum: date
    getal: str
    maand: str
    lang: str
    vandaag: bool
    ernaast: bool
    regels: list[Regel]
    meer: int


@dataclass(frozen=True, kw_only=True)
class Week:
    nummer: int
    url: str
    dagen: list[Dag]


def haal_blad(
    periode: Periode,
    *,
    viewer: Medewerker,
    van: Van,
    waargenomen: Collection[UUID] = (),
    met_sessies: bool = False,
) -> Blad:
    """Read one page. What the viewer may not see is left out, also when it stands on the list."""
    sessies: dict[date, list[Sessie]] = defaultdict(list)
    if met_sessies:
        for sessie in sessies_of(viewer=viewer, van=periode.van, tot=periode.tot):
            sessies[sessie.dag].append(sessie)
    gevonden = queries.afspraken(
        viewer=viewer, van_wie=van, van=periode.van, tot=periode.tot, waargenomen=waargenomen
    )
    alles: dict[date, list[Afspraak]] = defaultdict(list)
    for afspraak in gevonden.lijst:
        alles[afspraak.dag].append(afspraak)
    meeste = PER_DAG[periode.weergave]
    gekozen = {dag: lijst[:meeste] for dag, lijst in alles.items()}
    standen = queries.dossiers_of({a.dossier_id for lijst in gekozen.values() for a in lijst}, viewer=viewer)
    return Blad(
        sessies=sessies,
        per_dag={
            dag: [(a, standen[a.dossier_id]) for a in lijst if a.dossier_id in standen]
            for dag, lijst in gekozen.items()
        },
        meer={dag: len(lijst) - meeste for dag, lijst in alles.items() if len(lijst) > meeste},
        afgebroken=gevonden.afgebroken,
    )


def maak_weken(blad: Blad, periode: Periode, *, vandaag: date, van: Van) -> list[Week]:
    """The weeks of the page with what stands on each day."""
    return [
        Week(
            nummer=dagen[0].isocalendar().week,
            url=adres(Periode(weergave="week", dag=dagen[0]), van),
            dagen=[
                Dag(
                    datum=dag,
                    getal=str(dag.day),
                    maand=format_date(dag, "F"),
                    lang=lang(dag),
                    vandaag=dag == vandaag,
                    ernaast=not periode.hoort_erbij(dag),
                    regels=_regels(blad, dag, met_regievoerder=van != "mij"),
                    meer=blad.meer.get(dag, 0),
                )
                for dag in dagen
            ],
        )
        for dagen in periode.weken
    ]


def adres(periode: Periode, van: Van) -> str:
    """The query string of a page."""
    return "?" + urlencode({"weergave": periode.weergave, "dag": periode.dag.isoformat(), "van": van})


def _regels(blad: Blad, dag: date, *, met_regievoerder: bool) -> list[Regel]:
    """What stands on a day, by the hour and then as it came; a session of one's own is never behind "more"."""
    regels = [
        *(_sessieregel(sessie) for sessie in blad.sessies.get(dag, ())),
        *(
            _regel(afspraak, stand, met_regievoerder=met_regievoerder)
            for afspraak, stand in blad.per_dag.get(dag, ())
        ),
    ]
    return sorted(regels, key=lambda regel: (not regel.tijd, regel.tijd))


def _sessieregel(sessie: Sessie) -> Regel:
    return Regel(
        wat=str(woorden.SESSIE[sessie.soort]),
        is_plicht=False,
        icoon="mensen",
        tijd=f"{sessie.tijd:%H.%M}" if sessie.tijd else "",
        naam=sessie.thema,
        url=sessiebladzijde(sessie),
        plaats="",
        regievoerder="",
    )


def sessiebladzijde(sessie: Sessie) -> str:
    """Where one reads what the session is about."""
    return reverse(_SESSIEBLADZIJDE[sessie.soort], args=[sessie.pk])


def _regel(afspraak: Afspraak, stand: Stand, *, met_regievoerder: bool) -> Regel:
    regievoerder = stand.regievoerder.naam if stand.regievoerder else ""
    return Regel(
        wat=woorden.op_de_pagina(afspraak),
        is_plicht=afspraak.soort == "plicht",
        icoon=woorden.ICOON[afspraak.soort],
        tijd=f"{afspraak.tijd:%H.%M}" if afspraak.tijd else "",
        naam=stand.dossier.persoon.lijstnaam,
        url=bladzijde(afspraak),
        plaats=afspraak.plaats,
        regievoerder=regievoerder if met_regievoerder else "",
    )


def bladzijde(afspraak: Afspraak) -> str:
    """Where one reads more about it."""
    if afspraak.vindplaats is not None:
        return reverse("vertrekgesprek:gesprek", args=[afspraak.dossier_id, afspraak.vindplaats])
    return reverse(_BLADZIJDE[afspraak.soort], args=[afspraak.dossier_id])
