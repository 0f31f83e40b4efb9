"""The agenda as another calendar reads it (iCalendar, RFC 5545), without a word about a person."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Final
from uuid import UUID
from zoneinfo import ZoneInfo

import icalendar
from django.conf import settings

from verantwoord.bewaking.models import Stand
from verantwoord.vakmanschap.sessies import Sessie
from verantwoord.werkplek.agenda.blad import bladzijde, sessiebladzijde
from verantwoord.werkplek.agenda.queries import Afspraak
from verantwoord.werkplek.agenda.woorden import SESSIE, in_andermans_kalender

# The end of a talk is not planned; an hour is kept free.
DUUR: Final = timedelta(hours=1)
VERVERSEN: Final = timedelta(hours=4)
VOOR_VELEN: Final = frozenset({"azc", "gl", "vbl"})
# Names of events in this program; made once, and never again another.
_NAAMRUIMTE: Final = uuid.UUID("5f0a6a0e-9c1c-4d7b-8f4e-3f2b8b7a6c51")


def maak_kalender(
    afspraken: Iterable[Afspraak],
    standen: Mapping[UUID, Stand],
    *,
    volledig_adres: Callable[[str], str],
    nu: datetime,
    sessies: Iterable[Sessie] = (),
) -> bytes:
    """Write what stands in the agenda; ``volledig_adres`` makes an address of this site complete."""
    kalender = icalendar.Calendar()
    kalender.add("prodid", "-//verantwoord//agenda//NL")
    kalender.add("version", "2.0")
    kalender.add("calscale", "GREGORIAN")
    kalender.add("x-wr-calname", "verantwoord")
    kalender.add("refresh-interval", VERVERSEN, parameters={"VALUE": "DURATION"})
    for afspraak in _een_einde_per_dag(afspraken):
        stand = standen.get(afspraak.dossier_id)
        if stand is not None:
            kalender.add_component(_afspraak(afspraak, stand, volledig_adres=volledig_adres, nu=nu))
    for sessie in sessies:
        kalender.add_component(_sessie(sessie, volledig_adres=volledig_adres, nu=nu))
    return kalender.to_ical()


def _een_einde_per_dag(afspraken: Iterable[Afspraak]) -> Iterable[Afspraak]:
    """Last days of one dossier on one day look the same outside this house, so they stand there once."""
    gezien = set()
    for afspraak in afspraken:
        if afspraak.soort in {"plicht", "termijn", "achttien", "toezicht"}:
            sleutel = f"uiterste datum {afspraak.dossier_id} {afspraak.dag.isoformat()}"
            if sleutel in gezien:
                continue
            gezien.add(sleutel)
            yield replace(afspraak, soort="plicht", sleutel=sleutel)
        else:
            yield afspraak


def _afspraak(
    afspraak: Afspraak, stand: Stand, *, volledig_adres: Callable[[str], str], nu: datetime
) -> icalendar.Event:
    kaart = _kaart(afspraak.sleutel, afspraak.dag, afspraak.tijd, nu=nu)
    kaart.add("summary", f"{stand.dossier.nummer} · {in_andermans_kalender(afspraak)}")
    plaats = plaats_buiten(afspraak, stand)
    if plaats:
        kaart.add("location", plaats)
    kaart.add("url", volledig_adres(bladzijde(afspraak)))
    kaart.add("class", "PRIVATE")
    return kaart


def _sessie(sessie: Sessie, *, volledig_adres: Callable[[str], str], nu: datetime) -> icalendar.Event:
    """Its kind and hour alone: what it is about, where and with whom stays inside."""
    kaart = _kaart(f"{sessie.soort} {sessie.pk}", sessie.dag, sessie.tijd, nu=nu)
    kaart.add("summary", str(SESSIE[sessie.soort]))
    kaart.add("url", volledig_adres(sessiebladzijde(sessie)))
    kaart.add("class", "PRIVATE")
    return kaart


def _kaart(sleutel: str, dag: date, uur: time | None, *, nu: datetime) -> icalendar.Event:
    """An event with a name that stays the same, on a whole day or from an hour on."""
    kaart = icalendar.Event()
    kaart.add("uid", str(uuid.uuid5(_NAAMRUIMTE, sleutel)))
    kaart.add("dtstamp", nu.astimezone(UTC))
    if uur is None:
        kaart.add("dtstart", dag)
        kaart.add("dtend", dag + timedelta(days=1))
        kaart.add("transp", "TRANSPARENT")
    else:
        begin = datetime.combine(dag, uur, tzinfo=ZoneInfo(settings.TIME_ZONE))
        kaart.add("dtstart", begin.astimezone(UTC))
        kaart.add("dtend", (begin + DUUR).astimezone(UTC))
    return kaart


def plaats_buiten(afspraak: Afspraak, stand: Stand) -> str:
    """The name of the place where a talk is held, when that is a location where many live; never its kind.

    A talk's place is free text and may name a person or an address, so it is only compared, never copied. That somebody
    is detained or lives somewhere small stays inside altogether.
    """
    if afspraak.soort != "gesprek" or stand.verblijfsoort not in VOOR_VELEN or not stand.locatie:
        return ""
    return stand.locatie if stand.locatie.casefold() in afspraak.plaats.casefold() else ""
