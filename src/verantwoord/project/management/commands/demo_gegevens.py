from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import connections
from django.utils import timezone

from verantwoord.kern.fouten import DomeinFout
from verantwoord.project.databankopdracht import maak_klaar
from verantwoord.project.demo.inlog import inlogblok
from verantwoord.project.demo.maken import GEWOON, GEWOON_AANTAL, PROFIELEN, lees_merk, maak_demo
from verantwoord.project.demo.portaal import portaalblok
from verantwoord.project.omgeving import OnveiligeInstelling
from verantwoord.project.serve_demo import begin_opnieuw


class Command(BaseCommand):
    help = "Zet verzonnen dossiers in een lege databank; weigert een databank die geen demo is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--dossiers", type=aantal, metavar="N", help=f"aantal dossiers ({GEWOON_AANTAL})")
        parser.add_argument("--profiel", choices=list(PROFIELEN), help=f"soort demo ({GEWOON})")
        parser.add_argument("--reset", action="store_true", help="gooi een bestaande demo eerst weg")

    def handle(self, *, dossiers: int | None, profiel: str | None, reset: bool, **options: Any) -> str:
        try:
            if reset and lees_merk() is not None:
                _gooi_weg()
            demo = maak_demo(dossiers=dossiers, profiel=profiel, vandaag=timezone.localdate())
        except (DomeinFout, OnveiligeInstelling) as fout:
            raise CommandError(str(fout)) from fout
        return inlogblok(demo) + portaalblok(timezone.localdate())


def aantal(tekst: str) -> int:
    """Read a number of dossiers; none at all is no demo."""
    getal = int(tekst)
    if getal < 1:
        raise ValueError(tekst)
    return getal


def _gooi_weg() -> None:
    paden = settings.PADEN.met_naam(str(settings.DATABASES["default"]["NAME"]))
    connections.close_all()
    begin_opnieuw(paden, reset=True)
    maak_klaar()
