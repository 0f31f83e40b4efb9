"""What is told, as a file: CSV, XLSX, Parquet or PDF. Each carries what the figures mean and what was left out, and why."""

import csv
import io
import json
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb
import xlsxwriter  # type: ignore[import-untyped]  # it comes without types
from django.utils import translation
from django.utils.translation import gettext as _

from verantwoord.web.cel import veilig
from verantwoord.web.pdf import DOCUMENT, maak_pdf

Waarde = str | int | float | None
_TYPEN: Final = {"tekst": "varchar", "aantal": "integer", "deel": "double"}


@dataclass(frozen=True)
class Kolom:
    """A column: its name in a data file, its title for a reader, and what is in it (``tekst``, ``aantal``, ``deel``)."""

    naam: str
    titel: str
    soort: str = "tekst"


@dataclass(frozen=True)
class Leesblad:
    """A table as a person reads it on paper: what it is about, its heads, its rows."""

    kop: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class Uitvoertabel:
    """Everything that goes into a file. ``rijen`` are values, a row a figure; ``bladen`` the same to read.

    ``over``: of when it is and which rule left what out; ``maten``: what each measure counts. A name and a text each.
    """

    naam: str
    titel: str
    kolommen: tuple[Kolom, ...]
    rijen: tuple[tuple[Waarde, ...], ...]
    bladen: tuple[Leesblad, ...]
    over: tuple[tuple[str, str], ...]
    maten: tuple[tuple[str, str], ...] = ()

    @property
    def toelichting(self) -> tuple[tuple[str, str], ...]:
        return (*self.over, *self.maten)


def als_csv(tabel: Uitvoertabel) -> bytes:
    """In the form that a Dutch spreadsheet opens by itself; what it means stands under the figures."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([kolom.titel for kolom in tabel.kolommen])
    schrijver.writerows([_csv_cel(waarde) for waarde in rij] for rij in tabel.rijen)
    schrijver.writerow([])
    schrijver.writerows([veilig(naam), veilig(tekst)] for naam, tekst in tabel.toelichting)
    return f"\ufeff{uit.getvalue()}".encode()


def _csv_cel(waarde: Waarde) -> str:
    match waarde:
        case None:
            return ""
        case float():
            return f"{waarde:.1f}".replace(".", ",")
        case int():
            return str(waarde)
        case _:
            return veilig(waarde)


def als_xlsx(tabel: Uitvoertabel) -> bytes:
    """Figures on the first sheet, what they mean on the second."""
    uit = io.BytesIO()
    opties = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(uit, opties) as boek:
        kop = boek.add_format({"bold": True, "text_wrap": True})
        loopt_om = boek.add_format({"text_wrap": True, "valign": "top"})
        blad = boek.add_worksheet(_("Cijfers"))
        blad.freeze_panes(1, 0)
        een_cijfer = boek.add_format({"num_format": "0.0"})
        for plek, kolom in enumerate(tabel.kolommen):
            langste = max((len(str(rij[plek] or "")) for rij in tabel.rijen), default=0)
            blad.set_column(plek, plek, max(14, langste + 1), een_cijfer if kolom.soort == "deel" else None)
            blad.write_string(0, plek, veilig(kolom.titel), kop)
        for op, rij in enumerate(tabel.rijen, start=1):
            for plek, waarde in enumerate(rij):
                _xlsx_cel(blad, op, plek, waarde)
        uitleg = boek.add_worksheet(_("Toelichting"))
        uitleg.set_column(0, 0, 30)
        uitleg.set_column(1, 1, 90)
        for op, (naam, tekst) in enumerate(tabel.toelichting):
            uitleg.write_string(op, 0, veilig(naam), kop)
            uitleg.write_string(op, 1, veilig(tekst), loopt_om)
    return uit.getvalue()


def _xlsx_cel(blad: Any, rij: int, plek: int, waarde: Waarde) -> None:
    match waarde:
        case None | "":
            return
        case int() | float():
            blad.write_number(rij, plek, waarde)
        case _:
            blad.write_string(rij, plek, veilig(waarde))


def als_parquet(tabel: Uitvoertabel) -> bytes:
    """A file of columns; the explanation is in its own metadata, under ``toelichting`` as JSON."""
    kolommen = ", ".join(f'"{kolom.naam}" {_TYPEN[kolom.soort]}' for kolom in tabel.kolommen)
    plekken = ", ".join("?" for _kolom in tabel.kolommen)
    with tempfile.TemporaryDirectory() as map_, duckdb.connect() as duck:
        pad = Path(map_) / "cijfers.parquet"
        duck.execute(f"create table cijfers ({kolommen})")
        if tabel.rijen:
            duck.executemany(f"insert into cijfers values ({plekken})", [list(rij) for rij in tabel.rijen])  # noqa: S608 - names of our own, values apart
        meta = {"titel": tabel.titel, "toelichting": json.dumps(dict(tabel.toelichting), ensure_ascii=False)}
        velden = ", ".join(f"{naam}: {_geciteerd(tekst)}" for naam, tekst in meta.items())
        duck.execute(f"copy cijfers to {_geciteerd(str(pad))} (format parquet, kv_metadata {{{velden}}})")
        return pad.read_bytes()


def _geciteerd(tekst: str) -> str:
    """A text in a question to DuckDB, which takes no values apart where a file is named."""
    return "'" + tekst.replace("'", "''") + "'"


def als_pdf(tabel: Uitvoertabel) -> bytes:
    """A tagged document in Dutch: the tables, and what they mean."""
    with translation.override("nl"):
        return maak_pdf(
            DOCUMENT,
            {
                "titel": tabel.titel,
                "boven": _("Kwaliteit van het werk aan vertrek"),
                "taal": "nl",
                "voettekst": tabel.titel,
                "delen": [*map(_deel, tabel.bladen), *_uitleg(tabel)],
            },
        )


def _deel(blad: Leesblad) -> dict[str, Any]:
    # As wide as the longest in it, within reason: a share with its margin is then on one line.
    breedtes = [min(max(9, *map(len, kolom)), 24) for kolom in zip(blad.kolommen, *blad.rijen, strict=True)]
    return {
        "kop": blad.kop,
        "tabel": {
            "kolommen": list(blad.kolommen),
            "rijen": [list(rij) for rij in blad.rijen],
            "breedtes": breedtes,
        },
    }


def _uitleg(tabel: Uitvoertabel) -> list[dict[str, Any]]:
    feiten = [{"naam": naam, "waarde": tekst} for naam, tekst in tabel.over]
    return [
        {"kop": _("Toelichting"), "feiten": feiten},
        {"kop": _("Wat is geteld")},
        *({"kop": naam, "niveau": 3, "alineas": [tekst]} for naam, tekst in tabel.maten),
    ]


@dataclass(frozen=True)
class Vorm:
    """A kind of file: how it is made, and what it is called on the way."""

    maak: Callable[[Uitvoertabel], bytes]
    soort: str
    titel: str


VORMEN: Final[dict[str, Vorm]] = {
    "csv": Vorm(als_csv, "text/csv; charset=utf-8", "CSV"),
    "xlsx": Vorm(als_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "Excel"),
    "parquet": Vorm(als_parquet, "application/vnd.apache.parquet", "Parquet"),
    "pdf": Vorm(als_pdf, "application/pdf", "PDF"),
}
