"""Hand the processing log to the collector, and count a line as handed over only when that said so.

Numbers of lines rise, but a line can be committed after one with a higher number. So besides how far it is, the export
remembers which numbers were missing on the way, and asks for them again until their transaction cannot still be running.
"""

import http.client
import json
import urllib.error
import urllib.request
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final

from django.conf import settings
from django.db import transaction
from django.db.models import Max, Q
from django.utils import timezone

from verantwoord.gebeurtenis.models import Verwerkingsregel
from verantwoord.kern.overdracht.gaten import gaten
from verantwoord.keten.logboek.otlp import als_otlp
from verantwoord.keten.uit.models import Logboekuitvoer
from verantwoord.toegang.context import als_systeem

PER_KEER: Final = 1000
GEHEEL: Final = 20
# Far longer than any transaction lasts: what is missing then was undone.
VERGEET_NA: Final = timedelta(hours=24)
Gat = tuple[int, int, str]


class NietBevestigd(Exception):
    """The collector did not say that it has every line; the text is a code for who looks after the program."""


@dataclass(frozen=True, kw_only=True)
class Achterstand:
    """How the export stands. ``regels`` counts numbers, so it may include a few that were never used."""

    aan: bool
    regels: int
    bevestigd: int
    laatst_gelukt_op: datetime | None
    laatste_fout: str


def voer_uit(*, hoogstens: int = 1000) -> int:
    """Hand over what is not yet there, at most ``hoogstens`` times a thousand lines; return how many lines went."""
    aantal = 0
    for _ in range(hoogstens if settings.LOGBOEK_ADRES else 0):
        stand, regels = _lees()
        if not regels:
            break
        try:
            stuur(als_otlp(regels))
        except NietBevestigd as fout:
            _noteer_fout(str(fout))
            break
        _sla_op(stand, regels)
        aantal += len(regels)
        if len(regels) < PER_KEER:
            break
    return aantal


def achterstand() -> Achterstand:
    """What is not yet confirmed; the last line that there is costs one look in an index."""
    with transaction.atomic(), als_systeem():
        stand = Logboekuitvoer.objects.filter(pk=1).first() or Logboekuitvoer()
        laatste = Verwerkingsregel.objects.aggregate(laatste=Max("pk"))["laatste"] or 0
    return Achterstand(
        aan=bool(settings.LOGBOEK_ADRES),
        regels=max(0, laatste - stand.tot_en_met),
        bevestigd=stand.bevestigd,
        laatst_gelukt_op=stand.laatst_gelukt_op,
        laatste_fout=stand.laatste_fout,
    )


def _lees() -> tuple[Logboekuitvoer, list[Verwerkingsregel]]:
    """How far it is, and the next lines: those that came late into a gap first."""
    with transaction.atomic(), als_systeem():
        stand, _ = Logboekuitvoer.objects.get_or_create(pk=1)
        verder = Verwerkingsregel.objects.filter(pk__gt=stand.tot_en_met).order_by("pk")
        laat: list[Verwerkingsregel] = []
        if stand.gaten:
            in_een_gat = Q()
            for van, tot, _sinds in stand.gaten:
                in_een_gat |= Q(pk__range=(van, tot))
            laat = list(Verwerkingsregel.objects.filter(in_een_gat).order_by("pk")[:PER_KEER])
        return stand, laat + list(verder[: PER_KEER - len(laat)])


def _sla_op(stand: Logboekuitvoer, regels: Sequence[Verwerkingsregel]) -> None:
    """Keep that these lines are there. Another that exported meanwhile is further: then this changes nothing."""
    nu = timezone.now()
    nummers = sorted(regel.pk for regel in regels)
    verder = [nummer for nummer in nummers if nummer > stand.tot_en_met]
    nieuw = {
        "tot_en_met": verder[-1] if verder else stand.tot_en_met,
        "gaten": [
            *_over(stand.gaten, nummers, nu=nu),
            *((van, tot, nu.isoformat()) for van, tot in gaten([stand.tot_en_met, *verder])),
        ],
        "bevestigd": stand.bevestigd + len(regels),
        "laatst_gelukt_op": nu,
        "laatste_fout": "",
    }
    with transaction.atomic(), als_systeem():
        Logboekuitvoer.objects.filter(pk=1, tot_en_met=stand.tot_en_met, bevestigd=stand.bevestigd).update(
            **nieuw
        )


def _over(oud: Iterable[Gat], nummers: Sequence[int], *, nu: datetime) -> list[Gat]:
    """What is still missing of what was missing; what was for a day is not waited for any more."""
    return [
        (deel_van, deel_tot, sinds)
        for van, tot, sinds in oud
        if nu - datetime.fromisoformat(sinds) < VERGEET_NA
        for deel_van, deel_tot in gaten([van - 1, *(n for n in nummers if van <= n <= tot), tot + 1])
    ]


def _noteer_fout(code: str) -> None:
    with transaction.atomic(), als_systeem():
        Logboekuitvoer.objects.filter(pk=1).update(laatste_fout=code)


def stuur(lichaam: dict[str, Any]) -> None:
    """Post to the collector. Raises ``NietBevestigd`` for whatever is not a plain yes to all lines."""
    if not settings.LOGBOEK_ADRES.startswith(("https://", "http://")):
        raise NietBevestigd("adres_onleesbaar")
    verzoek = urllib.request.Request(  # noqa: S310 - an address of the server's own settings
        settings.LOGBOEK_ADRES,
        data=json.dumps(lichaam).encode(),
        headers={"Content-Type": "application/json", "User-Agent": "verantwoord"},
    )
    try:
        with urllib.request.urlopen(verzoek, timeout=GEHEEL) as antwoord:  # noqa: S310 - idem
            inhoud = antwoord.read(65_536)
            status = antwoord.status
    except urllib.error.HTTPError as fout:
        fout.close()
        raise NietBevestigd(f"http_{fout.code}") from fout
    except (OSError, http.client.HTTPException) as fout:
        raise NietBevestigd("onbereikbaar") from fout
    if status != http.HTTPStatus.OK:
        raise NietBevestigd(f"http_{status}")
    if _geweigerd(inhoud):
        raise NietBevestigd("deels_geweigerd")


def _geweigerd(inhoud: bytes) -> bool:
    """Tell whether the answer says that any line was not kept; one that cannot be read says nothing good."""
    try:
        deels = json.loads(inhoud or b"{}").get("partialSuccess") or {}
        return int(deels.get("rejectedSpans", 0)) > 0
    except (ValueError, AttributeError, TypeError):
        return True
