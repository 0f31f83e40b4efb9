from argparse import ArgumentParser
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from verantwoord.toegang.actions import give_sleutel, systeem
from verantwoord.toegang.models import Medewerker


class Command(BaseCommand):
    help = "Geeft een account een sleutel voor de API en toont die, één keer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gebruikersnaam")
        parser.add_argument("--naam", default="api", help="waarvoor de sleutel is")
        parser.add_argument(
            "--geldig-tot", type=date.fromisoformat, metavar="JJJJ-MM-DD", help="de laatste dag"
        )

    def handle(self, *, gebruikersnaam: str, naam: str, geldig_tot: date | None, **options: Any) -> None:
        medewerker = Medewerker.objects.filter(gebruikersnaam=gebruikersnaam).first()
        if medewerker is None or not medewerker.is_active:
            raise CommandError(
                "Er is geen actief account met deze gebruikersnaam. Maak het met create-medewerker."
            )
        token = give_sleutel(door=systeem(), medewerker=medewerker, naam=naam, geldig_tot=geldig_tot)
        self.stdout.write(f"Authorization: Bearer {token}")
