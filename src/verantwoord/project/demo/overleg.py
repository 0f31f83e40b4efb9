"""Meetings of the chain in the demo: a small LKO that waits for votes in writing, one of today, and the RAO after it.

Held with the acts of the room itself, so that what stands there is what people would have made of it.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Final

from django.db.models import Q

from verantwoord.dossier.models import Dossier, Verblijfplaats
from verantwoord.gebeurtenis.actions import gebundeld
from verantwoord.kern.definities import VASTE_PARTNERS
from verantwoord.kern.kalender import plus_werkdagen, rustdag
from verantwoord.overleg import actions
from verantwoord.overleg.models import Agendapunt, Overleg
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.models import Medewerker

LOCATIE: Final = "Assen"
# A table discusses so many cases; in a large demo the others wait for a next one.
_ZAKEN: Final = 7
_MENSEN: Final = {
    "dtv": "Noor Haverkamp",
    "coa": "Marieke Postma",
    "avim": "Sander Kuipers",
    "ind": "Femke Dijkema",
}
_VRAGEN: Final = (
    "Past de strategie nog bij wat nu bekend is?",
    "Wat is er nodig om het vertrek met hulp van een organisatie te regelen?",
    "Kan de opvang doorlopen tot het schooljaar voorbij is?",
)
_STANDPUNT: Final = {
    "dtv": "Eerst het gesprek met de organisatie die helpt. Daarna kiezen wij samen het moment.",
    "coa": "Houd rekening met school. De begeleider spreekt de familie deze week.",
    "avim": "Er is geen maatregel nodig. Alle afspraken zijn nagekomen.",
    "ind": "Er loopt geen procedure meer. Het voorstel past bij het besluit.",
}
_TEGEN: Final = (
    "Als wij nu een datum kiezen, is er geen tijd om de opleiding af te maken. Kan het ook na de zomer?"
)
_ANTWOORD: Final = "Dat kan. Wij vragen eerst wat hij zelf wil en kiezen dan de datum."


@dataclass(frozen=True)
class _Tafel:
    mensen: dict[str, Medewerker]
    vandaag: date

    def wie(self, partner: str) -> Medewerker:
        return self.mensen[partner]

    def om(self, dag: date, uur: int, minuut: int = 0) -> datetime:
        return datetime.combine(dag, time(uur, minuut), tzinfo=UTC)


def maak_overleggen(vandaag: date) -> None:
    """Make the meetings of one location, when its four partners are there; a demo without them has none."""
    namen = {m.naam: m for m in Medewerker.objects.filter(naam__in=_MENSEN.values())}
    aanwezig = {partner: namen[naam] for partner, naam in _MENSEN.items() if naam in namen}
    if set(aanwezig) != set(VASTE_PARTNERS):
        return
    with transactie_van(aanwezig["dtv"]), als_systeem(), gebundeld():
        tafel = _Tafel(aanwezig, vandaag)
        dossiers = _zaken(aanwezig["dtv"], vandaag)
        # Of few cases most are left for today, where somebody who tries the program takes part.
        eerder = 3 if len(dossiers) > 5 else 2
        _eerder(tafel, dossiers[:eerder])
        _van_vandaag(tafel, dossiers[eerder:])


def _zaken(regie: Medewerker, vandaag: date) -> list[Dossier]:
    hier = Verblijfplaats.objects.filter(
        Q(tot__isnull=True) | Q(tot__gte=vandaag), locatie=LOCATIE, van__lte=vandaag
    )
    open_ = Dossier.objects.visible_to(regie).filter(
        pk__in=hier.values("dossier"), gesloten_op__isnull=True, afgeschermd=False
    )
    return list(open_.order_by("ontvangen_op", "pk")[: 3 + _ZAKEN])


def _reeks(tafel: _Tafel, naam: str, *, eerste_op: date, begin: time, soort: str = "lko") -> Overleg:
    in_persoon = soort != "lko"
    reeks = actions.plan_reeks(
        door=tafel.wie("dtv"),
        soort=soort,
        naam=naam,
        locaties=[LOCATIE],
        om_de_weken=4,
        eerste_op=eerste_op,
        begin=begin,
        teams=[] if in_persoon else [m.team_id for m in tafel.mensen.values() if m.team_id is not None],
        medewerkers=[m.pk for m in tafel.mensen.values()] if in_persoon else [],
    )
    return reeks.overleggen.earliest("datum")


def _eerder(tafel: _Tafel, dossiers: list[Dossier]) -> None:
    """The small LKO of the working day before: DT&V and COA were there, AVIM and IND wrote and still vote."""
    dag = tafel.vandaag - timedelta(days=1)
    while rustdag(dag) is not None:
        dag -= timedelta(days=1)
    overleg = _reeks(tafel, "Klein LKO azc Assen", eerste_op=dag, begin=time(10, 0))
    punten = [_punt(tafel, overleg, dossier, nummer) for nummer, dossier in enumerate(dossiers)]
    voorzitter = tafel.wie(overleg.voorzitter)
    namen = {partner: m.naam for partner, m in tafel.mensen.items()}
    actions.start_overleg(
        door=voorzitter,
        overleg_id=overleg.pk,
        aanwezig={"dtv": True, "coa": True},
        namen=namen,
        nu=tafel.om(dag, 9),
    )
    for nummer, punt in enumerate(punten):
        _bespreek(tafel, punt, oneens="coa" if nummer == 1 else None, nu=tafel.om(dag, 9, 10 + 12 * nummer))
    for punt in punten[2:]:
        for partner in VASTE_PARTNERS:
            _stem(tafel, punt, partner, nu=tafel.om(dag, 10, 5))
    for punt in punten[1:2]:
        actions.escalate_punt(
            door=tafel.wie("coa"),
            punt_id=punt.pk,
            naar="rao",
            verschil="Het COA wil wachten tot de opleiding klaar is. De DT&V wil de datum nu vastleggen.",
            peildatum=dag,
        )
    actions.end_overleg(door=voorzitter, overleg_id=overleg.pk, nu=tafel.om(dag, 10, 30))
    actions.share_verslag(door=tafel.wie(overleg.notulist), overleg_id=overleg.pk, peildatum=dag)
    rao = _reeks(
        tafel, "RAO Noord", soort="rao", eerste_op=plus_werkdagen(tafel.vandaag, 5), begin=time(14, 0)
    )
    actions.fill_agenda(door=tafel.wie("dtv"), overleg_id=rao.pk, peildatum=tafel.vandaag)


def _van_vandaag(tafel: _Tafel, dossiers: list[Dossier]) -> None:
    """Today's LKO: nothing is open yet. At the first item one partner is still to write, at the others more."""
    overleg = _reeks(tafel, "LKO azc Assen", eerste_op=tafel.vandaag, begin=time(13, 30))
    for nummer, dossier in enumerate(dossiers):
        punt = _punt(tafel, overleg, dossier, nummer)
        for partner in VASTE_PARTNERS[: 3 - nummer % 3]:
            _schrijf(tafel, punt, partner, nu=tafel.om(tafel.vandaag, 7))
    if len(dossiers) < _ZAKEN:
        # In a large demo this is for the night: there a location has thousands of cases.
        actions.fill_agenda(door=tafel.wie("dtv"), overleg_id=overleg.pk, peildatum=tafel.vandaag)


def _punt(tafel: _Tafel, overleg: Overleg, dossier: Dossier, nummer: int) -> Agendapunt:
    return actions.add_punt(
        door=tafel.wie("dtv"),
        overleg_id=overleg.pk,
        dossiers=[dossier.pk],
        onderwerp="vertrekstrategie",
        vraag=_VRAGEN[nummer % len(_VRAGEN)],
        voorstel="Zelfstandig vertrek voorbereiden, met hulp die past bij wat de persoon wil.",
    )


def _schrijf(
    tafel: _Tafel, punt: Agendapunt, partner: str, *, nu: datetime, oneens: str | None = None
) -> None:
    actions.give_standpunt(
        door=tafel.wie(partner),
        punt_id=punt.pk,
        oordeel="niet_akkoord" if partner == oneens else "akkoord",
        motivering=_STANDPUNT[partner],
        versie=0,
        nu=nu,
    )


def _bespreek(tafel: _Tafel, punt: Agendapunt, *, oneens: str | None, nu: datetime) -> None:
    """First positions, dissent with an answer, the votes of who is there, and something to do."""
    for partner in VASTE_PARTNERS:
        _schrijf(tafel, punt, partner, nu=nu, oneens=oneens)
    punt.refresh_from_db()
    tegen = actions.give_tegenspraak(
        door=tafel.wie(punt.tegenspreker), punt_id=punt.pk, soort="alternatief", tekst=_TEGEN, nu=nu
    )
    actions.answer_tegenspraak(
        door=tafel.wie("dtv"), punt_id=punt.pk, tegenspraak_id=tegen.pk, antwoord=_ANTWOORD, nu=nu
    )
    for partner in ("dtv", "coa"):
        _stem(tafel, punt, partner, nu=nu, oneens=oneens)
    actions.add_actie(
        door=tafel.wie("dtv"),
        punt_id=punt.pk,
        omschrijving="Bespreken wat de persoon zelf wil en dat doorgeven",
        eigenaar="coa",
        uiterlijk=plus_werkdagen(tafel.vandaag, 5),
    )


def _stem(tafel: _Tafel, punt: Agendapunt, partner: str, *, nu: datetime, oneens: str | None = None) -> None:
    actions.cast_stem(
        door=tafel.wie(partner),
        punt_id=punt.pk,
        oordeel="niet_akkoord" if partner == oneens else "akkoord",
        motivering="Eerst de opleiding afmaken." if partner == oneens else "",
        nu=nu,
    )
