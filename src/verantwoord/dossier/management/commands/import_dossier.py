import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import DataError, IntegrityError

from verantwoord.dossier.actions import import_dossierbeeld
from verantwoord.kern.dossierbeeld import lees_dossierbeeld
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.lezen import LeesFout
from verantwoord.toegang.actions import systeem

STDIN = "-"


class Command(BaseCommand):
    help = "Neem een dossierbeeld (JSON) over dat elders is geëxporteerd."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "bestand", metavar="FILE", help="het bestand met het dossierbeeld, of - voor stdin"
        )

    def handle(self, *, bestand: str, **options: Any) -> None:
        try:
            beeld = lees_dossierbeeld(_inhoud(bestand))
            dossier = import_dossierbeeld(door=systeem(), beeld=beeld)
        except (LeesFout, DomeinFout) as fout:
            raise CommandError(str(fout)) from fout
        except (IntegrityError, DataError) as fout:
            raise CommandError(
                "Dit dossierbeeld past niet in de databank: een datum of aantal kan niet kloppen, zoals een sluiting vóór "
                "de ontvangst. Er is niets overgenomen; laat de afzender het nakijken."
            ) from fout
        self.stdout.write(f"Dossier {dossier.nummer} is overgenomen.")


def _inhoud(bestand: str) -> bytes:
    if bestand == STDIN:
        return sys.stdin.buffer.read()
    try:
        return Path(bestand).read_bytes()
    except OSError as fout:
        raise CommandError(
            f"Het bestand {bestand} kan niet worden gelezen: {fout.strerror}. Controleer de naam."
        ) from fout
