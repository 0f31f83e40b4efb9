"""The columnar file of the night: the small tables of ``bronnen`` without ids of dossiers, answered by DuckDB.

A folder a night under the data folder, named after its moment and its database, with one Parquet file a table. It is written next to
the one that is in use and takes its place at once; the one before it is kept until the next night, for who still reads
it. Of a dossier it holds a number of that night alone.
"""

import re
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Final
from zoneinfo import ZoneInfo

import duckdb
from django.conf import settings
from django.db import connection, transaction
from django.utils import timezone

from verantwoord.kwaliteit.maten.bronnen import BRONNEN, met
from verantwoord.toegang.context import als_systeem

_VORM: Final = "%Y%m%dT%H%M%S"
_NAAM: Final = re.compile(r"^\d{8}T\d{6}-\d+x\d+$")
_KALENDER: Final = "kalender as (select unnest($dagen) as dag, unnest($uiterlijk) as uiterlijk)"
# How the columns of the tables are read back from text; a day and a time yes or no are told by their names.
_GETALLEN: Final = {"rang", "opties", "volgorde"}
_TEKSTEN: Final = {"moment", "fase", "uitkomst", "verstaan", "tekst", "locatie", "soort"}
_KLAD: Final = "klad-"
_GEHEUGEN: Final = "2GB"


class GeenBestand(Exception):
    """No night has written the file yet."""


def kenmerkenmap() -> Path:
    """The folder in which the files of the nights stand."""
    return Path(settings.DATAMAP) / "kenmerken"


def moment_van_bestand() -> datetime | None:
    """As of which moment the file answers, or nothing when there is none."""
    nieuwste = _nieuwste()
    if nieuwste is None:
        return None
    return datetime.strptime(nieuwste.name.partition("-")[0], _VORM).replace(tzinfo=ZoneInfo("UTC"))


def vraag_bestand(vraag: str, waarden: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Answer a question about marks from the file. Raises ``GeenBestand`` when no night has written one."""
    nieuwste = _nieuwste()
    if nieuwste is None:
        raise GeenBestand
    tabellen = ",\n".join(
        f"{naam} as (select * from read_parquet({_als_tekst(nieuwste / f'{naam}.parquet')}))"  # noqa: S608 - names of our own
        for naam in BRONNEN
    )
    geheel = f"with {tabellen},\n{_KALENDER},\n{vraag}"
    gevraagd = {naam: waarde for naam, waarde in waarden.items() if f"${naam}" in geheel}
    with _duck(kenmerkenmap()) as duck:
        return duck.execute(geheel, gevraagd).fetchall()


def schrijf_bestand() -> datetime:
    """Write the tables as they are in one moment, put them in the place of the file in use, and give that moment."""
    map_ = kenmerkenmap()
    map_.mkdir(parents=True, exist_ok=True, mode=0o700)
    klad = Path(tempfile.mkdtemp(prefix=_KLAD, dir=map_))
    try:
        with _duck(klad) as duck:
            moment = _lees_in(duck, klad)
            _schrijf(duck, klad)
        klad.rename(map_ / f"{moment.strftime(_VORM)}-{_databank()}")
    finally:
        shutil.rmtree(klad, ignore_errors=True)
    _ruim_op()
    return moment


def _duck(map_: Path) -> duckdb.DuckDBPyConnection:
    """A database in memory that leaves room for the server beside it, and never fetches anything from elsewhere."""
    return duckdb.connect(
        config={
            "memory_limit": _GEHEUGEN,
            "temp_directory": str(map_ / "tijdelijk"),
            "autoinstall_known_extensions": False,
            "autoload_known_extensions": False,
            "preserve_insertion_order": False,
        }
    )


def _lees_in(duck: duckdb.DuckDBPyConnection, klad: Path) -> datetime:
    """Copy every table to DuckDB as text, all as of one moment."""
    with _een_moment():
        moment = timezone.now()
        for naam in BRONNEN:
            bestand = klad / f"{naam}.csv"
            with connection.cursor() as cursor:
                cursor.execute(f"select * from ({met(naam)}) t limit 0")  # noqa: S608 - names of our own
                kolommen = [kolom.name for kolom in cursor.description]
                with (
                    bestand.open("wb") as uit,
                    cursor.copy(f"copy ({met(naam)}) to stdout (format csv)") as regels,
                ):
                    for regel in regels:
                        uit.write(regel)
            soorten = ", ".join(f"'{kolom}': '{_soort(kolom)}'" for kolom in kolommen)
            duck.execute(
                f"create table {naam} as select * from read_csv({_als_tekst(bestand)}, header = false,"  # noqa: S608 - idem
                f" auto_detect = false, delim = ',', quote = '\"', escape = '\"', columns = {{{soorten}}})"
            )
            bestand.unlink()
    return moment


@contextmanager
def _een_moment() -> Iterator[None]:
    """Read all tables as they were when the first was read."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            if not connection.savepoint_ids:
                cursor.execute("set transaction isolation level repeatable read")
        with als_systeem():
            yield


def _schrijf(duck: duckdb.DuckDBPyConnection, klad: Path) -> None:
    """Put a number of this night in the place of each dossier, and of each text of a strategy."""
    duck.execute(
        "create table nummers as select dossier as sleutel, row_number() over (order by dossier) as nummer from dossiers"
    )
    duck.execute(
        "create table teksten as select tekst as sleutel, row_number() over (order by tekst) as nummer from (select distinct tekst from plan)"
    )
    for naam in BRONNEN:
        vervang = "n.nummer as dossier" + (", t.nummer as tekst" if naam == "plan" else "")
        teksten = " join teksten t on t.sleutel = b.tekst" if naam == "plan" else ""
        doel = _als_tekst(klad / f"{naam}.parquet")
        duck.execute(
            f"copy (select b.* replace ({vervang}) from {naam} b join nummers n on n.sleutel = b.dossier{teksten}"  # noqa: S608 - idem
            f" order by n.nummer) to {doel} (format parquet, compression zstd)"
        )


def _als_tekst(pad: Path) -> str:
    """A path as DuckDB reads it inside a statement, where no value can be handed over apart."""
    return "'" + str(pad).replace("'", "''") + "'"


def _soort(kolom: str) -> str:
    if kolom == "dossier":
        return "UUID"
    if kolom in _GETALLEN:
        return "BIGINT"
    if kolom in _TEKSTEN:
        return "VARCHAR"
    is_dag = kolom.endswith(("_op", "_tot")) or kolom in {"op", "van", "tot"}
    return "DATE" if is_dag else "BOOLEAN"


def _nachten() -> list[Path]:
    map_ = kenmerkenmap()
    return sorted(pad for pad in map_.iterdir() if _NAAM.match(pad.name)) if map_.is_dir() else []


def _databank() -> str:
    """What tells this database from any other, also from the one that stood here before it was emptied."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select oid || 'x' || 'dossier_dossier'::regclass::oid from pg_database where datname = current_database()"
        )
        return str(cursor.fetchone()[0])


def _nieuwste() -> Path | None:
    """The newest file about this database; one about another is left alone."""
    nachten = _nachten()
    if not nachten:
        return None
    einde = f"-{_databank()}"
    return next((pad for pad in reversed(nachten) if pad.name.endswith(einde)), None)


def _ruim_op() -> None:
    """Throw away what no reader can still be in: all but the newest two."""
    for oud in _nachten()[:-2]:
        shutil.rmtree(oud, ignore_errors=True)
