"""Deliver what is ready: claim one, say in the log what goes out, send, and keep what came of it.

Each step is a transaction of its own, and no connection to the database waits for a receiver. A worker that dies
halfway leaves its claim to run out; the receiver knows a message that comes twice by its id.
"""

import secrets
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from verantwoord.dossier.models import Ontvangstbevestiging
from verantwoord.gebeurtenis import logboek
from verantwoord.gebeurtenis.spoor import Spoor
from verantwoord.kern.verwerkingen import VERWERKINGEN
from verantwoord.keten.uit.bericht import maak_verzoek
from verantwoord.keten.uit.geheim import haal_op
from verantwoord.keten.uit.models import (
    Aflevering,
    Bereikbaarheid,
    Ontvanger,
    Poging,
    Uitbericht,
    Uitwisselafspraak,
    Verstrekking,
)
from verantwoord.keten.uit.stromen import STROMEN
from verantwoord.keten.uit.verbinding import GEHEEL, Uitkomst, verstuur
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import als_systeem, transactie_van
from verantwoord.toegang.models import Medewerker

Stand = Aflevering.Stand

# A claim outlasts the longest attempt by far, and a worker that died by little.
CLAIM: Final = timedelta(seconds=60)
EERSTE_WACHT: Final = 5
LANGSTE_WACHT: Final = 3600
# A receiver that says no will say so again; one that is not there may be back tomorrow.
POGINGEN: Final = {"geweigerd": 6, "onbereikbaar": 40}
# After this many failures in a row it is the receiver, not the message: it is left alone for a while.
STORING_NA: Final = 5
LANGSTE_STORING: Final = 600
# For so many seconds a run goes by the agreements, keys and address that it read.
VERVERS_NA: Final = 5

_CLAIM: Final = """
    with volgende as (
        select a.id from keten_aflevering a
        where a.ontvanger_id = %(ontvanger)s and a.stand = 'wacht' and a.niet_voor <= clock_timestamp()
            and a.soort = any(%(soorten)s)
            and not exists (
                select from keten_aflevering e
                where e.ontvanger_id = a.ontvanger_id and e.baan = a.baan and e.id < a.id
                    and e.stand in ('wacht', 'geparkeerd'))
        order by a.id limit 1 for update skip locked)
    update keten_aflevering a
    set pogingen = a.pogingen + 1, niet_voor = clock_timestamp() + make_interval(secs => %(claim)s)
    from volgende v where a.id = v.id
    returning a.id, a.bericht_id, a.pogingen
"""


class Afgesproken(NamedTuple):
    """What may go to one receiver now: fields by sort, and the agreements that say so."""

    velden: Mapping[str, frozenset[str]]
    kenmerken: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class _Lading:
    """What holds for every message to one receiver; read anew every few seconds, so that an end is an end."""

    door: Medewerker
    ontvanger: Ontvanger
    mag: Afgesproken
    geheimen: Sequence[str]


@dataclass(frozen=True, kw_only=True)
class _Beurt:
    """One claimed delivery, with everything the attempt needs."""

    aflevering_id: int
    poging: int
    bericht: Uitbericht
    velden: Sequence[str]
    operatie_id: str


def afgesproken(ontvanger: Ontvanger, *, op: date) -> Afgesproken:
    """Which fields the agreements that run on this day let go to this receiver."""
    velden: dict[str, set[str]] = {}
    kenmerken = []
    for afspraak in Uitwisselafspraak.objects.filter(
        organisatie=ontvanger.organisatie, van__lte=op, tot__gte=op
    ).order_by("kenmerk"):
        kenmerken.append(afspraak.kenmerk)
        for paar in afspraak.velden:
            soort, _, veld = paar.partition(".")
            velden.setdefault(soort, set()).add(veld)
    return Afgesproken({soort: frozenset(namen) for soort, namen in velden.items()}, kenmerken)


def bezorg(ontvanger_id: UUID, *, hoogstens: int = 10_000, geheel: float = GEHEEL) -> int:
    """Deliver what waits for this receiver, in order, until nothing may be tried now; return how many arrived."""
    gelukt = gedaan = 0
    while gedaan < hoogstens and (lading := _laad(ontvanger_id)) is not None:
        ververs = time.monotonic() + VERVERS_NA
        while gedaan < hoogstens and time.monotonic() < ververs:
            beurt = _claim(lading)
            if beurt is None:
                return gelukt
            uitkomst = _stuur(lading, beurt, geheel)
            _bewaar(lading, beurt, uitkomst)
            gedaan += 1
            gelukt += uitkomst.soort == "bevestigd"
            if uitkomst.soort == "onbereikbaar":
                # It may have become one time too many: then the receiver is left alone.
                break
    return gelukt


@contextmanager
def _stap(door: Medewerker) -> Iterator[None]:
    """One transaction in which the program itself acts."""
    with transactie_van(door, verzoek="taak keten.verstuur"), als_systeem():
        yield


def _laad(ontvanger_id: UUID) -> _Lading | None:
    """The receiver with its agreements and keys; ``None`` when it is switched off or left alone for a while."""
    nu = timezone.now()
    door = systeem()
    with _stap(door):
        gevonden = Ontvanger.objects.filter(pk=ontvanger_id, actief=True)
        ontvanger = gevonden.exclude(bereikbaarheid__niet_voor__gt=nu).first()
        if ontvanger is None:
            return None
        geldig = ontvanger.sleutels.filter(Q(tot__isnull=True) | Q(tot__gt=nu), van__lte=nu).order_by("-van")
        return _Lading(
            door=door,
            ontvanger=ontvanger,
            mag=afgesproken(ontvanger, op=timezone.localdate()),
            geheimen=[haal_op(bytes(sleutel.geheim)) for sleutel in geldig],
        )


def _claim(lading: _Lading) -> _Beurt | None:
    """Take the next delivery that may be tried, and write down what is about to be disclosed before it is."""
    mag = lading.mag
    with _stap(lading.door):
        with connection.cursor() as cursor:
            cursor.execute(
                _CLAIM,
                {
                    "ontvanger": lading.ontvanger.pk,
                    "soorten": list(mag.velden),
                    "claim": CLAIM.total_seconds(),
                },
            )
            rij = cursor.fetchone()
        if rij is None:
            return None
        aflevering_id, bericht_id, poging = rij
        bericht = Uitbericht.objects.get(pk=bericht_id)
        velden = sorted(mag.velden[bericht.soort] & bericht.inhoud["velden"].keys())
        return _Beurt(
            aflevering_id=aflevering_id,
            poging=poging,
            bericht=bericht,
            velden=velden,
            operatie_id=_verstrek(lading.ontvanger, mag, bericht, velden),
        )


def _stuur(lading: _Lading, beurt: _Beurt, geheel: float) -> Uitkomst:
    inhoud, koppen = maak_verzoek(
        beurt.bericht,
        volgnummer=beurt.aflevering_id,
        velden=beurt.velden,
        operatie_id=beurt.operatie_id,
        geheimen=lading.geheimen,
        nu=timezone.now(),
    )
    return verstuur(lading.ontvanger.adres, inhoud, koppen, geheel=geheel)


def _verstrek(ontvanger: Ontvanger, mag: Afgesproken, bericht: Uitbericht, velden: Sequence[str]) -> str:
    """Log the disclosure, once for what is the same; return its operation in the processing log."""
    eerder = (
        Verstrekking.objects.filter(bericht_id=bericht.pk, velden=velden).values_list("operatie_id").first()
    )
    if eerder is not None:
        return str(eerder[0])
    (operatie,) = logboek.schrijf(
        [
            logboek.Regel(
                f"uitbericht.{bericht.soort}",
                VERWERKINGEN["verstrekking"].code,
                bericht.dossier_id,
                str(bericht.pk),
            )
        ],
        audit="verstrekking",
        spoor=Spoor(trace_id=bericht.trace_id, ouder=bericht.ouder_id),
    )
    stroom = STROMEN[bericht.soort]
    Verstrekking.objects.create(
        dossier_id=bericht.dossier_id,
        bericht_id=bericht.pk,
        organisatie=ontvanger.organisatie,
        rol=ontvanger.rol,
        ontvanger=ontvanger.naam,
        soort=bericht.soort,
        velden=velden,
        doel=stroom.doel,
        grondslag=stroom.grondslag,
        afspraken=list(mag.kenmerken),
        operatie_id=operatie,
    )
    return operatie


def _bewaar(lading: _Lading, beurt: _Beurt, uitkomst: Uitkomst) -> None:
    """Keep what came of the attempt. Who overstayed its claim changes nothing: another has the turn by then."""
    nu = timezone.now()
    with _stap(lading.door):
        Poging.objects.create(
            aflevering_id=beurt.aflevering_id,
            nummer=beurt.poging,
            uitkomst=uitkomst.reden,
            duur_ms=uitkomst.duur_ms,
        )
        eigen = Aflevering.objects.filter(pk=beurt.aflevering_id, pogingen=beurt.poging, stand=Stand.WACHT)
        eigen.update(laatste_uitkomst=uitkomst.reden, **_gevolg(uitkomst, beurt.poging, nu))
        if uitkomst.soort == "bevestigd":
            _bevestig(lading, beurt.bericht)
        _tel(lading.ontvanger, uitkomst, nu)


def _gevolg(uitkomst: Uitkomst, poging: int, nu: datetime) -> dict[str, object]:
    if uitkomst.soort == "bevestigd":
        return {"stand": Stand.BEVESTIGD, "afgerond_op": nu}
    if poging >= POGINGEN[uitkomst.soort]:
        return {"stand": Stand.GEPARKEERD}
    return {
        "niet_voor": nu + timedelta(seconds=max(uitkomst.wacht, wachttijd(poging, langste=LANGSTE_WACHT)))
    }


def wachttijd(poging: int, *, langste: float) -> float:
    """Seconds until the next attempt: four times as long each time, and spread so that not all come back at once."""
    heel = min(langste, EERSTE_WACHT * 4 ** min(poging - 1, 8))
    return heel * (0.5 + secrets.randbelow(1000) / 2000)


def _bevestig(lading: _Lading, bericht: Uitbericht) -> None:
    """That the receiver has it counts as its organisation's acknowledgement of the answer."""
    if bericht.antwoord_id is not None:
        ontvangst = Ontvangstbevestiging(
            antwoord_id=bericht.antwoord_id, organisatie=lading.ontvanger.organisatie, door=lading.door
        )
        Ontvangstbevestiging.objects.bulk_create([ontvangst], ignore_conflicts=True)


def _tel(ontvanger: Ontvanger, uitkomst: Uitkomst, nu: datetime) -> None:
    """Count failures in a row; from the fifth the receiver itself is left alone, ever longer."""
    stand = {"achtereen_mislukt": 0, "niet_voor": nu}
    if uitkomst.soort == "bevestigd":
        stand["laatst_gelukt_op"] = nu
    if uitkomst.soort == "onbereikbaar":
        bestaand, _ = Bereikbaarheid.objects.select_for_update().get_or_create(ontvanger=ontvanger)
        keer = bestaand.achtereen_mislukt + 1
        over = keer - STORING_NA
        wacht = wachttijd(over + 1, langste=LANGSTE_STORING) if over >= 0 else 0
        stand = {"achtereen_mislukt": keer, "niet_voor": nu + timedelta(seconds=wacht)}
    if not Bereikbaarheid.objects.filter(ontvanger=ontvanger).update(**stand):
        Bereikbaarheid.objects.update_or_create(ontvanger=ontvanger, defaults=stand)


def wachtende_ontvangers() -> list[UUID]:
    """Receivers for which something may be tried now."""
    with transaction.atomic(), als_systeem():
        return list(
            Aflevering.objects.filter(
                stand=Stand.WACHT, niet_voor__lte=timezone.now(), ontvanger__actief=True
            )
            .order_by("ontvanger")
            .values_list("ontvanger", flat=True)
            .distinct()
        )
