"""Deliver what is ready: claim one, say in the log what goes out, send, and keep what came of it.

Each step is a transaction of its own, and no connection to the database waits for a receiver. A worker that dies
halfway leaves its claim to run out; the receiver knows a message that comes twice by its id.
"""

import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final, NamedTuple
from uuid import UUID

from django.db import connection, transaction
from django.db.models import Q
from django.utils import timezone

from verantwoord.dossier.models import Ontvangstbevestiging
from verantwoord.gebeurtenis import logboek
from verantwoord.gebeurtenis.context import zet_context
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
from verantwoord.toegang.context import als_systeem

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
class _Beurt:
    """One claimed delivery, with everything the attempt needs."""

    aflevering_id: int
    poging: int
    bericht: Uitbericht
    velden: Sequence[str]
    operatie_id: str
    geheimen: Sequence[str]


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
    gelukt = 0
    for _ in range(hoogstens):
        ontvanger, beurt = _claim(ontvanger_id)
        if ontvanger is None or beurt is None:
            break
        inhoud, koppen = maak_verzoek(
            beurt.bericht,
            volgnummer=beurt.aflevering_id,
            velden=beurt.velden,
            operatie_id=beurt.operatie_id,
            geheimen=beurt.geheimen,
            nu=timezone.now(),
        )
        uitkomst = verstuur(ontvanger.adres, inhoud, koppen, geheel=geheel)
        _bewaar(ontvanger, beurt, uitkomst)
        gelukt += uitkomst.soort == "bevestigd"
    return gelukt


def _claim(ontvanger_id: UUID) -> tuple[Ontvanger | None, _Beurt | None]:
    """Take the next delivery that may be tried, and write down what is about to be disclosed before it is."""
    with transaction.atomic():
        zet_context(door=systeem().gebruikersnaam, verzoek="taak keten.verstuur")
        with als_systeem():
            ontvanger = (
                Ontvanger.objects.filter(pk=ontvanger_id, actief=True)
                .exclude(bereikbaarheid__niet_voor__gt=timezone.now())
                .first()
            )
            if ontvanger is None:
                return None, None
            mag = afgesproken(ontvanger, op=timezone.localdate())
            with connection.cursor() as cursor:
                cursor.execute(
                    _CLAIM,
                    {"ontvanger": ontvanger_id, "soorten": list(mag.velden), "claim": CLAIM.total_seconds()},
                )
                rij = cursor.fetchone()
            return ontvanger, None if rij is None else _beurt(ontvanger, mag, *rij)


def _beurt(
    ontvanger: Ontvanger, mag: Afgesproken, aflevering_id: int, bericht_id: UUID, poging: int
) -> _Beurt:
    bericht = Uitbericht.objects.get(pk=bericht_id)
    velden = sorted(mag.velden[bericht.soort] & bericht.inhoud["velden"].keys())
    nu = timezone.now()
    geldig = ontvanger.sleutels.filter(Q(tot__isnull=True) | Q(tot__gt=nu), van__lte=nu).order_by("-van")
    return _Beurt(
        aflevering_id=aflevering_id,
        poging=poging,
        bericht=bericht,
        velden=velden,
        operatie_id=_verstrek(ontvanger, mag, bericht, velden),
        geheimen=[haal_op(bytes(sleutel.geheim)) for sleutel in geldig],
    )


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


def _bewaar(ontvanger: Ontvanger, beurt: _Beurt, uitkomst: Uitkomst) -> None:
    """Keep what came of the attempt. Who overstayed its claim changes nothing: another has the turn by then."""
    nu = timezone.now()
    with transaction.atomic():
        zet_context(door=systeem().gebruikersnaam, verzoek="taak keten.verstuur")
        with als_systeem():
            Poging.objects.create(
                aflevering_id=beurt.aflevering_id,
                nummer=beurt.poging,
                uitkomst=uitkomst.reden,
                duur_ms=uitkomst.duur_ms,
            )
            eigen = Aflevering.objects.filter(
                pk=beurt.aflevering_id, pogingen=beurt.poging, stand=Stand.WACHT
            )
            eigen.update(laatste_uitkomst=uitkomst.reden, **_gevolg(uitkomst, beurt.poging, nu))
            if uitkomst.soort == "bevestigd":
                _bevestig(ontvanger, beurt.bericht)
            _tel(ontvanger, uitkomst, nu)


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


def _bevestig(ontvanger: Ontvanger, bericht: Uitbericht) -> None:
    """That the receiver has it counts as its organisation's acknowledgement of the answer."""
    if bericht.antwoord_id is not None:
        Ontvangstbevestiging.objects.bulk_create(
            [
                Ontvangstbevestiging(
                    antwoord_id=bericht.antwoord_id, organisatie=ontvanger.organisatie, door=systeem()
                )
            ],
            ignore_conflicts=True,
        )


def _tel(ontvanger: Ontvanger, uitkomst: Uitkomst, nu: datetime) -> None:
    """Count failures in a row; from the fifth the receiver itself is left alone, ever longer."""
    stand, _ = Bereikbaarheid.objects.select_for_update().get_or_create(ontvanger=ontvanger)
    if uitkomst.soort == "onbereikbaar":
        stand.achtereen_mislukt += 1
        over = stand.achtereen_mislukt - STORING_NA
        if over >= 0:
            stand.niet_voor = nu + timedelta(seconds=wachttijd(over + 1, langste=LANGSTE_STORING))
    else:
        stand.achtereen_mislukt = 0
        stand.niet_voor = nu
        if uitkomst.soort == "bevestigd":
            stand.laatst_gelukt_op = nu
    stand.save()


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
