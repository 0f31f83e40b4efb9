import json as jsonschrijver
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.kalender import voluit
from verantwoord.kern.statistiek import Aandeel
from verantwoord.kwaliteit.meting import ONDERDELEN, RAPPORT_2022, Kwaliteitsmeting
from verantwoord.kwaliteit.queries import meet


class Command(BaseCommand):
    help = "Meet in hoeveel dossiers echt is getoetst, naast de tabel van de Inspectie uit 2022. Verandert niets."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--van", type=dag, metavar="D", help="ontvangen vanaf deze dag (JJJJ-MM-DD)")
        parser.add_argument(
            "--tot",
            type=dag,
            metavar="D",
            help="ontvangen tot en met deze dag, en de feiten zoals ze die dag waren (vandaag)",
        )
        parser.add_argument(
            "--locatie", default="", metavar="L", help="wie die dag hier woonde: Assen of azc Assen"
        )
        parser.add_argument("--json", action="store_true", help="als JSON")

    def handle(self, *, van: date | None, tot: date | None, locatie: str, json: bool, **options: Any) -> None:
        try:
            meting = meet(van=van, tot=tot or timezone.localdate(), locatie=locatie, viewer=None)
        except DomeinFout as fout:
            raise CommandError(fout.melding) from fout
        self.stdout.write(
            jsonschrijver.dumps(meting.als_json(), ensure_ascii=False) if json else als_tabel(meting)
        )


def dag(tekst: str) -> date:
    """Read a day as the contract writes it."""
    try:
        gelezen = date.fromisoformat(tekst)
    except ValueError:
        gelezen = None
    if gelezen is None or gelezen.isoformat() != tekst:
        raise ArgumentTypeError(f"{tekst} is geen dag op de kalender; schrijf hem als 2022-05-01")
    return gelezen


def als_tabel(meting: Kwaliteitsmeting) -> str:
    """The report's table with today's figures beside it, for who reads a terminal."""
    regels = [
        f"Peildatum {voluit(meting.peildatum)}, {meting.dossiers} dossiers. Tussen haakjes de marge van 95 procent.",
        "",
        f"{'':<28}{'Inspectie 2022, van 200':<30}Nu",
    ]
    for naam, titel in ONDERDELEN.items():
        toen = RAPPORT_2022.get(naam)
        regels.append(f"{titel!s:<28}{_cel(toen) if toen else 'niet geteld':<30}{_cel(meting.delen[naam])}")
    regels += [
        "",
        "Gemeten is of er een eigen afweging staat, met feiten; niet of zij klopt.",
    ]
    return "\n".join(regels)


def _cel(deel: Aandeel) -> str:
    if deel.interval is None:
        return "geen dossiers"
    laag, hoog = (f"{grens:.1f}".replace(".", ",") for grens in deel.interval)
    return f"{deel.aantal:>7}  {deel.afgerond:>3}% ({laag}-{hoog})"
