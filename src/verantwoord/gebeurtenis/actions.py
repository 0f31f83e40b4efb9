"""The one way to write an event, and the one way to hear that there was one."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Protocol
from uuid import UUID

from django.db import connection, models

from verantwoord.gebeurtenis import logboek
from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.verwerkingen import bij_gebeurtenis

Luisteraar = Callable[[Collection[UUID]], None]
Hoorder = Callable[[Sequence[Gebeurtenis]], None]

_luisteraars: list[Luisteraar] = []
_hoorders: list[Hoorder] = []
_bundel: ContextVar[set[UUID] | None] = ContextVar("gebeurtenis_bundel", default=None)


class Handelende(Protocol):
    """Who can act: a person or a system account."""

    @property
    def gebruikersnaam(self) -> str: ...

    @property
    def naam(self) -> str: ...


def na_gebeurtenis(luisteraar: Luisteraar) -> None:
    """Call ``luisteraar`` with the dossiers that had an event, inside the same transaction."""
    if luisteraar not in _luisteraars:
        _luisteraars.append(luisteraar)


def hoor_gebeurtenissen(hoorder: Hoorder) -> None:
    """Call ``hoorder`` with the events themselves, inside the same transaction; for what depends on what happened."""
    if hoorder not in _hoorders:
        _hoorders.append(hoorder)


@contextmanager
def gebundeld() -> Iterator[None]:
    """Let the listeners hear of all events within at once, when it ends; for acts on many dossiers."""
    if _bundel.get() is not None:
        yield
        return
    dossiers: set[UUID] = set()
    sleutel = _bundel.set(dossiers)
    try:
        yield
    finally:
        _bundel.reset(sleutel)
    if dossiers:
        _meld(dossiers)


def record_gebeurtenis(
    *,
    soort: str,
    onderwerp: models.Model,
    dossier_id: UUID | None,
    door: Handelende,
    gegevens: Mapping[str, Any] | None = None,
    bericht_id: UUID | None = None,
) -> Gebeurtenis:
    """Write a fact next to the change it describes, in the same transaction.

    ``soort`` reads as noun and verb (``toetsing.vastgelegd``); ``gegevens`` holds JSON values only, and what
    changed as ``{"veld": [oud, nieuw]}`` under ``wijzigingen``. Raises ``RuntimeError`` outside a transaction.
    """
    gebeurtenis = nieuwe_gebeurtenis(
        soort=soort,
        onderwerp=onderwerp,
        dossier_id=dossier_id,
        door=door,
        gegevens=gegevens,
        bericht_id=bericht_id,
    )
    record_gebeurtenissen([gebeurtenis])
    return gebeurtenis


def nieuwe_gebeurtenis(
    *,
    soort: str,
    onderwerp: models.Model,
    dossier_id: UUID | None,
    door: Handelende,
    gegevens: Mapping[str, Any] | None = None,
    bericht_id: UUID | None = None,
) -> Gebeurtenis:
    """The unsaved event, for who writes many at once with :func:`record_gebeurtenissen`."""
    return Gebeurtenis(
        soort=soort,
        onderwerp=onderwerp._meta.label,
        onderwerp_id=str(onderwerp.pk),
        dossier_id=dossier_id,
        door=door.gebruikersnaam,
        door_naam=door.naam,
        gegevens=dict(gegevens or {}),
        bericht_id=bericht_id,
        # The database numbers and seals the link; these are placeholders that it overwrites.
        volgnummer=0,
        vorige="",
        hash="",
    )


def record_gebeurtenissen(gebeurtenissen: Sequence[Gebeurtenis]) -> None:
    """Write events in the order given, and let the listeners hear of their dossiers."""
    if not connection.in_atomic_block:
        raise RuntimeError("events belong inside the transaction of an action")
    Gebeurtenis.objects.bulk_create(gebeurtenissen)
    logboek.schrijf(
        [
            logboek.Regel(g.soort, bij_gebeurtenis(g.soort).code, g.dossier_id, str(g.pk))
            for g in gebeurtenissen
            if g.dossier_id is not None
        ],
        audit="gebeurtenis",
    )
    for hoorder in _hoorders:
        hoorder(gebeurtenissen)
    dossiers = {g.dossier_id for g in gebeurtenissen if g.dossier_id is not None}
    bundel = _bundel.get()
    if bundel is not None:
        bundel.update(dossiers)
    elif dossiers:
        _meld(dossiers)


def _meld(dossiers: Collection[UUID]) -> None:
    for luisteraar in _luisteraars:
        luisteraar(dossiers)
