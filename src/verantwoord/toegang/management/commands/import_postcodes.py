import csv
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.nakijken.actions import keep_postcodes


class Command(BaseCommand):
    help = (
        "Legt vast in welke postcode (vier cijfers) medewerkers wonen en locaties staan, voor de nachtelijke controle op "
        "inzage. Elke regel van het bestand: locatie;Assen;9401 of medewerker;gebruikersnaam;9402. Niemand ziet ze."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("bestand", type=Path)

    def handle(self, *, bestand: Path, **options: Any) -> None:
        try:
            with bestand.open(encoding="utf-8", newline="") as inhoud:
                regels = [tuple(regel) for regel in csv.reader(inhoud, delimiter=";") if regel]
            aantal = keep_postcodes(door=systeem(), regels=regels)
        except (OSError, UnicodeDecodeError) as fout:
            raise CommandError("Dit bestand is niet te lezen. Sla het op als CSV in UTF-8.") from fout
        except DomeinFout as fout:
            raise CommandError(fout.melding) from fout
        self.stdout.write(f"{aantal} postcodes vastgelegd.")
