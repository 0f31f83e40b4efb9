from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import create_medewerker, systeem
from verantwoord.toegang.rechten import Organisatie, Rol


class Command(BaseCommand):
    help = "Voegt een medewerker of een afzendend systeem toe en toont het eerste wachtwoord, één keer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("gebruikersnaam")
        parser.add_argument(
            "naam", help="de naam waarmee deze collega ondertekent; iedere naam komt één keer voor"
        )
        parser.add_argument("--rol", required=True, choices=[rol for rol in Rol.values if rol != Rol.SYSTEEM])
        parser.add_argument("--organisatie", default=Organisatie.DTV.value, choices=Organisatie.values)
        parser.add_argument("--team", help="het team; wordt gemaakt als het er nog niet is")

    def handle(
        self, *, gebruikersnaam: str, naam: str, rol: str, organisatie: str, team: str | None, **options: Any
    ) -> None:
        try:
            _medewerker, wachtwoord = create_medewerker(
                door=systeem(),
                gebruikersnaam=gebruikersnaam,
                naam=naam,
                organisatie=organisatie,
                rol=rol,
                team=team,
            )
        except DomeinFout as fout:
            raise CommandError(fout.melding) from fout
        self.stdout.write(f"{gebruikersnaam} kan inloggen met wachtwoord {wachtwoord}")
