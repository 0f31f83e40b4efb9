"""``verantwoord demo``: a database with invented dossiers, and a server on it, in one command."""

import argparse
import io
import os
import sys

import psycopg
from psycopg import sql

from verantwoord.project import databank, opdrachten
from verantwoord.project.afloop import GEDAAN
from verantwoord.project.databankopdracht import bereikbaar, laad_django, maak_klaar
from verantwoord.project.instellingen import DEMOSCHEMA
from verantwoord.project.omgeving import OnveiligeInstelling
from verantwoord.project.serve import controleer_poort, dien, voor_werkers
from verantwoord.project.werk import werker_ernaast

GEEN_DEMO = (
    "In deze databank staan gegevens die niet van een demo zijn; daar komt geen demo bij. Kies voor de demo een andere "
    "plek met VERANTWOORD_DATA, of haal DATABASE_URL weg."
)


def main(argumenten: list[str]) -> int:
    keuzes = _lees(argumenten)
    os.environ["VERANTWOORD_DEMO"] = "1"
    if os.environ.get("VERANTWOORD_PRODUCTIE") == "1":
        raise OnveiligeInstelling(
            "VERANTWOORD_PRODUCTIE staat aan; een demo draait nooit op een server voor echt gebruik."
        )
    if not keuzes.no_serve:
        # Known before the work starts, not after it.
        controleer_poort("127.0.0.1", keuzes.port)
    with bereikbaar():
        databank.bereid_voor_indien_nodig()
        paden = databank.vind()
        begin_opnieuw(paden, reset=keuzes.reset)
    laad_django()
    maak_klaar()
    inlog = _vul(keuzes)
    if keuzes.no_serve:
        sys.stdout.write(f"{inlog}\nDe demo staat klaar. Start hem met: verantwoord demo\n")
        return GEDAAN

    voor_werkers(paden)
    sys.stdout.write(f"{inlog}\nDe demo draait op http://127.0.0.1:{keuzes.port}/ (stoppen: Ctrl-C)\n")
    sys.stdout.flush()
    with werker_ernaast():
        dien(adres="127.0.0.1", poort=keuzes.port, werkers=2)
    return GEDAAN


def _lees(argumenten: list[str]) -> argparse.Namespace:
    ontleder = argparse.ArgumentParser(
        prog="verantwoord demo",
        description="Maakt een demo met verzonnen dossiers en start hem. Alle mensen in de demo zijn bedacht.",
    )
    ontleder.add_argument("--no-serve", action="store_true", help="alleen klaarzetten, niet starten")
    ontleder.add_argument("--reset", action="store_true", help="gooi de demo weg en maak hem opnieuw")
    ontleder.add_argument("--dossiers", type=int, metavar="N", help="aantal dossiers (60)")
    ontleder.add_argument("--profiel", metavar="NAAM", help="soort demo: gewoon of inspectie-2022")
    ontleder.add_argument("--port", type=int, default=8000, help="poort (8000)")
    keuzes = ontleder.parse_args(argumenten)
    if keuzes.dossiers is not None and keuzes.dossiers < 1:
        ontleder.error("--dossiers moet 1 of meer zijn")
    return keuzes


def begin_opnieuw(paden: databank.Toegangspaden, *, reset: bool) -> None:
    """Mark an unused database as a demo's; empty a demo's when asked; refuse any other."""
    with psycopg.connect(paden.eigenaar, autocommit=True) as eigenaar:
        is_demo = _bestaat(eigenaar, "select from pg_namespace where nspname = %s", DEMOSCHEMA)
        if not is_demo and _bevat_gegevens(eigenaar):
            raise OnveiligeInstelling(GEEN_DEMO)
        if is_demo and reset:
            # Everything in a demo was made by this role, so this takes all of it and nothing else.
            eigenaar.execute("drop owned by current_role cascade")
            is_demo = False
    if reset and paden.beheer:
        databank.bereid_voor(paden.beheer)
    if not is_demo:
        with psycopg.connect(paden.eigenaar, autocommit=True) as eigenaar:
            eigenaar.execute(sql.SQL("create schema {}").format(sql.Identifier(DEMOSCHEMA)))


def _bestaat(verbinding: psycopg.Connection, vraag: str, *waarden: str) -> bool:
    return verbinding.execute(f"select exists ({vraag})", waarden).fetchone() == (True,)


def _bevat_gegevens(eigenaar: psycopg.Connection) -> bool:
    """Tell whether anyone worked in this database: an event was recorded, or a dossier or person entered."""
    for tabel in ("gebeurtenis_gebeurtenis", "dossier_dossier", "toegang_inzage"):
        bestaat = _bestaat(
            eigenaar, "select from pg_tables where schemaname = 'public' and tablename = %s", tabel
        )
        if bestaat and _bestaat(eigenaar, f"select from {tabel}"):
            return True
    return False


def _vul(keuzes: argparse.Namespace) -> str:
    from django.core.management import CommandError, call_command  # noqa: PLC0415 - Django is loaded just now

    if "demo-gegevens" not in opdrachten.van_de_kamers():
        return "Er zijn nog geen verzonnen dossiers in deze versie."
    try:
        inlog = call_command(
            "demo_gegevens",
            dossiers=keuzes.dossiers,
            profiel=keuzes.profiel,
            reset=keuzes.reset,
            stdout=io.StringIO(),
        )
    except CommandError as fout:
        raise OnveiligeInstelling(str(fout)) from fout
    return str(inlog)
