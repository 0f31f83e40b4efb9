import os
from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from verantwoord.bewaking.nacht import herbeoordeel_alles
from verantwoord.toegang.actions import systeem


class Command(BaseCommand):
    help = (
        "Vraag de normen opnieuw voor alle open dossiers. Kan veilig twee keer; gaat verder waar het bleef."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--processen",
            type=int,
            default=min(os.cpu_count() or 1, 4),
            help="hoeveel processen naast elkaar",
        )

    def handle(self, *, processen: int, **options: Any) -> None:
        op = timezone.localdate()
        gedaan = herbeoordeel_alles(door=systeem(), op=op, processen=max(1, processen))
        self.stdout.write(
            f"{gedaan.aantal} open dossiers zijn bij op {op:%d-%m-%Y}; bij {gedaan.veranderd} werd de werklijst anders."
        )
