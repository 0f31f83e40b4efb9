"""The processing log: one line for each person whose data were processed, in the transaction of that processing.

It says what was done for which activity, and never by whom: that stands in the audit log, which the line points to.
Whom it concerns is encrypted. Standard Logboek Dataverwerkingen; AVG art. 5(2) and 30.
"""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Any, Final, NamedTuple
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings
from django.db import connection

from verantwoord.gebeurtenis.models import Verwerkingsregel
from verantwoord.gebeurtenis.spoor import Spoor, huidig_spoor

_VERSIE: Final = b"\x01"
_NONCE: Final = 12
_SCHRIJF: Final = """
    insert into gebeurtenis_verwerkingsregel (
        trace_id, ouder_id, vreemd_trace_id, vreemd_operatie_id, vreemd_partij, status, begin, audit,
        operatie_id, naam, activiteit, betrokkene, audit_id)
    select %s, %s, %s, %s, %s, %s, %s::timestamptz, %s, r.* from (values {rijen}) as r
"""
_RIJ: Final = "(%s, %s, %s, %s::bytea, %s)"


class Regel(NamedTuple):
    """One person and one processing. ``audit_id`` finds the line of the audit log that says who it was."""

    naam: str
    activiteit: str
    dossier_id: UUID
    audit_id: str


def schrijf(
    regels: Sequence[Regel],
    *,
    audit: str,
    gelukt: bool = True,
    spoor: Spoor | None = None,
    samen_met: tuple[str, Sequence[Any]] = ("", ()),
) -> list[str]:
    """Write the lines in one round trip and give each one's operation id.

    ``samen_met`` is a statement with its values that is done in the same trip, such as the line of the audit log
    itself. Written out in SQL because every page and every act does this.
    """
    if not regels:
        return []
    spoor = spoor or huidig_spoor()
    operaties = [secrets.token_hex(8) for _ in regels]
    vreemd: Sequence[str | None] = (None, None, None)
    if spoor.vreemd is not None and spoor.partij:
        vreemd = (*spoor.vreemd, f"urn:verantwoord:organisatie:{spoor.partij}")
    status = Verwerkingsregel.Status.GELUKT if gelukt else Verwerkingsregel.Status.MISLUKT
    eerst, waarden = samen_met
    waarden = [*waarden, spoor.trace_id, spoor.ouder, *vreemd, status.value, spoor.begin, audit]
    geheimen = versleutel([regel.dossier_id for regel in regels])
    for regel, operatie, geheim in zip(regels, operaties, geheimen, strict=True):
        waarden += (operatie, regel.naam, regel.activiteit, geheim, regel.audit_id)
    opdracht = _SCHRIJF.format(rijen=", ".join([_RIJ] * len(regels)))
    with connection.cursor() as cursor:
        cursor.execute(f"with eerst as ({eerst}) {opdracht}" if eerst else opdracht, waarden)
    spoor.ouder = spoor.ouder or operaties[0]
    return operaties


def versleutel(personen: Sequence[UUID]) -> list[bytes]:
    """Make each unreadable, and unlike any earlier line about the same person."""
    slot = _slot(settings.LOGBOEK_SLEUTEL)
    nonces = [secrets.token_bytes(_NONCE) for _ in personen]
    return [
        _VERSIE + nonce + slot.encrypt(nonce, persoon.bytes, _VERSIE)
        for nonce, persoon in zip(nonces, personen, strict=True)
    ]


def ontsleutel(betrokkene: bytes) -> UUID:
    """Which dossier a line is about, for who must account for it. Raises ``ValueError`` for what was not made here."""
    if betrokkene[:1] != _VERSIE:
        raise ValueError("a line of another version of the log")
    nonce, geheim = betrokkene[1 : 1 + _NONCE], betrokkene[1 + _NONCE :]
    return UUID(bytes=_slot(settings.LOGBOEK_SLEUTEL).decrypt(nonce, geheim, _VERSIE))


@cache
def _slot(sleutel: str) -> AESGCM:
    return AESGCM(hashlib.sha256(b"verantwoord logboek\0" + sleutel.encode()).digest())


def als_moment(moment: datetime) -> str:
    """A moment in nanoseconds since 1970, as the exchange format wants it: a number as text."""
    heel = int(moment.timestamp())
    return str(heel * 1_000_000_000 + moment.microsecond * 1000)
