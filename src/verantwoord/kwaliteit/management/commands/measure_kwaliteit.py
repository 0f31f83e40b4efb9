import json as jsonschrijver
from argparse import ArgumentParser, ArgumentTypeError
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.kalender import voluit
from verantwoord.kern.statistiek import Aandeel
from verantwoord.kwaliteit.maten import MATEN, Gemeten
from verantwoord.kwaliteit.maten.vragen import meet_maten
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
        parser.add_argument("--maten", action="store_true", help="elke maat, niet alleen de tabel van 2022")

    def handle(
        self, *, van: date | None, tot: date | None, locatie: str, json: bool, maten: bool, **options: Any
    ) -> None:
        keuze: dict[str, Any] = {
            "van": van,
            "tot": tot or timezone.localdate(),
            "locatie": locatie,
            "viewer": None,
        }
        try:
            if maten:
                gemeten = meet_maten(**keuze, bron="nu")
                self.stdout.write(_maten_als_json(gemeten) if json else als_matenlijst(gemeten))
                return
            meting = meet(**keuze)
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


def als_matenlijst(gemeten: dict[str, Gemeten]) -> str:
    """Every measure on a line: found, of how many, unknown, and the share with its margin."""
    regels = [f"{'':<46}{'gevonden':>9}{'van':>9}{'onbekend':>10}  deel en marge"]
    for naam, maat in MATEN.items():
        g = gemeten[naam]
        deel = g.aandeel
        laag, hoog = deel.interval or (0.0, 0.0)
        staart = (
            f"{deel.afgerond:>3}% ({laag:.1f}-{hoog:.1f})".replace(".", ",") if g.noemer else "geen dossiers"
        )
        regels.append(f"{maat.titel!s:<46}{g.teller:>9}{g.noemer:>9}{g.onbekend:>10}  {staart}")
    return "\n".join(regels)


def _maten_als_json(gemeten: dict[str, Gemeten]) -> str:
    """Each measure by its name, for who counts on with it."""
    return jsonschrijver.dumps(
        {
            naam: {
                "teller": g.teller,
                "noemer": g.noemer,
                "onbekend": g.onbekend,
                "interval": g.aandeel.interval,
            }
            for naam, g in gemeten.items()
        }
    )


def _cel(deel: Aandeel) -> str:
    if deel.interval is None:
        return "geen dossiers"
    laag, hoog = (f"{grens:.1f}".replace(".", ",") for grens in deel.interval)
    return f"{deel.aantal:>7}  {deel.afgerond:>3}% ({laag}-{hoog})"
