"""Databases for the tests: one migrated template, and copies of it that may be thrown away."""

import fcntl
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from django.conf import settings
from django.db import connections
from psycopg import sql

import verantwoord
from verantwoord.project.bijwerken import werk_bij
from verantwoord.project.databank import maak_databank, maak_rollen
from verantwoord.project.omgeving import WORTEL, datamap
from verantwoord.toegang.beleid import BON_IS_VASTGELEGD


def maak_proefdatabank(naam: str, *, sjabloon: str) -> None:
    """Make a fresh database from the migrated template and let Django's connections speak to it."""
    laat_vallen(naam)
    maak_databank(settings.PADEN.beheer, naam, sjabloon=sjabloon)
    _richt_op(naam)


def laat_vallen(naam: str) -> None:
    connections.close_all()
    weg = sql.SQL("drop database if exists {}").format(sql.Identifier(naam))
    with _beheer() as beheer:
        try:
            beheer.execute(weg + sql.SQL(" with (force)"))
        except psycopg.errors.InsufficientPrivilege:
            # Only a server's own cleaner is somebody else here; without force it is sent away, and waited for.
            beheer.execute(weg)


def maak_sjabloon() -> str:
    """The name of a database with all migrations applied; made once for each state of the migrations."""
    naam = f"proef_sjabloon_{_vingerafdruk()}"
    with _om_de_beurt():
        maak_rollen(settings.PADEN.beheer)
        with _beheer() as beheer:
            _wacht_niet_op_de_schijf(beheer)
            bestaat = beheer.execute("select 1 from pg_database where datname = %s and datistemplate", [naam])
            if bestaat.fetchone():
                return naam
            beheer.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(naam)))
            maak_databank(settings.PADEN.beheer, naam)
            _richt_op(naam)
            werk_bij()
            connections.close_all()
            zet_bonproef(naam, streng=False)
            beheer.execute(sql.SQL("alter database {} is_template true").format(sql.Identifier(naam)))
    return naam


def _wacht_niet_op_de_schijf(beheer: psycopg.Connection) -> None:
    """Let a server that is there for the tests alone forget what a power cut would take; each copy of the template is quicker.

    The one in the folder of the tests or of CI, never one that somebody named in ``DATABASE_URL`` or works on.
    """
    van_de_tests = datamap() == WORTEL / ".data" / "tests" or os.environ.get("VERANTWOORD_CI") == "1"
    if not van_de_tests or os.environ.get("DATABASE_URL"):
        return
    for instelling in ("fsync", "full_page_writes", "synchronous_commit"):
        beheer.execute(sql.SQL("alter system set {} = off").format(sql.Identifier(instelling)))
    beheer.execute("select pg_reload_conf()")


def zet_bonproef(naam: str, *, streng: bool) -> None:
    """Say whether a look opens rows only after it is committed (as on a server), or as soon as it is written."""
    soepel = BON_IS_VASTGELEGD.replace("is distinct from pg_current_xact_id_if_assigned()", "is not null")
    with psycopg.connect(settings.PADEN.met_naam(naam).eigenaar, autocommit=True) as eigenaar:
        eigenaar.execute(BON_IS_VASTGELEGD if streng else soepel)


def _vingerafdruk() -> str:
    """Changes whenever what makes the database changes: migrations, models, rights, the triggers."""
    pakket = Path(verantwoord.__file__).parent
    bronnen = [
        *pakket.glob("*/migrations/*.py"),
        *pakket.glob("*/**/models*.py"),
        *pakket.glob("*/**/models/*.py"),
        *pakket.glob("*/**/sql.py"),
    ]
    bronnen += [pakket / "ondersteuning" / "gegevens" / "soorten.json", pakket / "project" / "rechten.py"]
    bronnen += [pakket / "toegang" / "beleid.py", pakket / "kern" / "toegang.py", Path(__file__)]
    inhoud = b"".join(bron.read_bytes() for bron in sorted(bronnen) if bron.is_file())
    return hashlib.sha256(inhoud).hexdigest()[:12]


def _richt_op(naam: str) -> None:
    for alias in ("default", "eigenaar"):
        connections[alias].close()
        connections[alias].settings_dict["NAME"] = naam
        settings.DATABASES[alias]["NAME"] = naam


def _beheer() -> psycopg.Connection:
    return psycopg.connect(settings.PADEN.beheer, autocommit=True)


@contextmanager
def _om_de_beurt() -> Iterator[None]:
    """Let parallel runners make the template one after the other."""
    datamap().mkdir(parents=True, exist_ok=True)
    with (datamap() / "sjabloon.slot").open("w") as slot:
        fcntl.flock(slot, fcntl.LOCK_EX)
        yield
