from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.inlog.actions import add_rolclaim
from verantwoord.toegang.rechten import Organisatie, Rol


class Command(BaseCommand):
    help = "Laat een groep van de inlog van de organisatie een rol geven, ook voor er een beheerder is."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("groep", help="precies zoals de inlog van de organisatie de groep noemt")
        parser.add_argument(
            "--rol", required=True, choices=[r for r in Rol.values if r not in {Rol.SYSTEEM, Rol.AFZENDER}]
        )
        parser.add_argument("--organisatie", default=Organisatie.DTV.value, choices=Organisatie.values)

    def handle(self, *, groep: str, rol: str, organisatie: str, **options: Any) -> None:
        try:
            add_rolclaim(door=systeem(), waarde=groep, organisatie=organisatie, rol=rol)
        except DomeinFout as fout:
            raise CommandError(fout.melding) from fout
        self.stdout.write(f"Wie in {groep} zit, logt in als {Rol(rol).label}.")
