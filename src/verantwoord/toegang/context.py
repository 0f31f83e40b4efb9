"""For whom the database takes the program to act: said inside each transaction, and forgotten with it."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import NamedTuple

from django.db import connection, transaction

from verantwoord.toegang.rechten import Rol, Wie

_INSTELLINGEN = ("door", "verzoek", "wie", "rol", "organisatie", "team", "lijst")
_ZET = "select " + ", ".join(f"set_config('verantwoord.{naam}', %s, true)" for naam in _INSTELLINGEN)
_ZET_ROL = "select set_config('verantwoord.rol', %s, true)"


# For whom this thread works now; what a process does of its own accord it does for nobody, unless it says so.
_rol: ContextVar[str] = ContextVar("toegang_rol", default="")
_nu: ContextVar["_Context | None"] = ContextVar("toegang_nu", default=None)


def werk_als_systeem() -> None:
    """Let this whole process work as the program itself; for commands on the server, never for the server."""
    _rol.set(Rol.SYSTEEM)


@contextmanager
def transactie_van(wie: Wie | None, *, verzoek: str = "", lijst: bool = False) -> Iterator[None]:
    """Open a transaction in which the database knows who asks, and shows what is theirs to see.

    ``None`` is somebody who is not logged in: no row about a person is there. ``lijst``: rows of many dossiers at once
    may be read without a look at each that was committed before; use it through ``inzage.kijk`` alone. Inside another
    one that other goes on afterwards as whom it was.
    """
    waarden, buiten = _context(wie, verzoek, lijst=lijst), _nu.get()
    merk = _nu.set(waarden)
    try:
        with transaction.atomic(), _als(waarden.rol):
            _zet(waarden)
            yield
            if buiten is not None:
                _zet(buiten)
    finally:
        _nu.reset(merk)


@contextmanager
def als_systeem() -> Iterator[None]:
    """Let the program itself read and write what its task needs, whoever asked for that.

    For norms that must know all facts, for jobs, and for what a partner's message sets in motion; never to show
    something to a person. Whoever acts keeps signing: ``verantwoord.door`` stays as it is. Opens a transaction where
    there is none, for only within one is it remembered.
    """
    was = _rol.get()
    if was == Rol.SYSTEEM:
        yield
        return
    if not connection.in_atomic_block:
        with transaction.atomic(), als_systeem():
            yield
        return
    _zet_rol(Rol.SYSTEEM)
    try:
        with _als(Rol.SYSTEEM):
            yield
    finally:
        # In a transaction that failed nothing can be asked any more, and nothing would be remembered.
        if not connection.needs_rollback:
            _zet_rol(was)


@contextmanager
def _als(rol: str) -> Iterator[None]:
    merk = _rol.set(rol)
    try:
        yield
    finally:
        _rol.reset(merk)


def _zet(waarden: "_Context") -> None:
    with connection.cursor() as cursor:
        cursor.execute(_ZET, waarden)


def _zet_rol(rol: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute(_ZET_ROL, [rol])


class _Context(NamedTuple):
    door: str
    verzoek: str
    wie: str
    rol: str
    organisatie: str
    team: str
    lijst: str


def _context(wie: Wie | None, verzoek: str, *, lijst: bool) -> _Context:
    if wie is None:
        return _Context("anoniem", verzoek, "", "", "", "", "")
    return _Context(
        wie.gebruikersnaam,
        verzoek,
        str(wie.pk),
        wie.rol if wie.is_active else "",
        wie.organisatie,
        str(wie.team_id or ""),
        "ja" if lijst else "",
    )
