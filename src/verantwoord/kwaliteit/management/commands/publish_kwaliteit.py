from argparse import ArgumentParser, ArgumentTypeError
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from verantwoord.kwaliteit.perioden import Kwartaal, laatste
from verantwoord.kwaliteit.publicatie.maken import publiceer


class Command(BaseCommand):
    help = "Maak de vaste cijfers van een kwartaal dat voorbij is, één keer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--kwartaal", type=lees_kwartaal, metavar="K", help="zoals 2022-K3 (het laatste dat voorbij is)"
        )

    def handle(self, *, kwartaal: Kwartaal | None, **options: Any) -> None:
        vandaag = timezone.localdate()
        gekozen = kwartaal or laatste(vandaag)
        if gekozen.tot >= vandaag:
            raise CommandError(f"Het {gekozen} is nog niet voorbij. Kies een kwartaal dat eerder eindigde.")
        gemaakt = publiceer(gekozen)
        self.stdout.write(
            f"De vaste cijfers van het {gekozen} zijn gemaakt."
            if gemaakt
            else f"De vaste cijfers van het {gekozen} waren er al; ze veranderen niet."
        )


def lees_kwartaal(tekst: str) -> Kwartaal:
    """Read a quarter as the command line writes it."""
    try:
        return Kwartaal.van_code(tekst)
    except ValueError:
        raise ArgumentTypeError(f"{tekst} is geen kwartaal; schrijf het als 2022-K3") from None
