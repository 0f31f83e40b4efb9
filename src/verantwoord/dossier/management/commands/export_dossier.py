from argparse import ArgumentParser
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.kern.dossierbeeld import schrijf_dossierbeeld


class Command(BaseCommand):
    help = "Geef het dossierbeeld (JSON) van één dossier. Verandert niets."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("nummer", metavar="NUMMER", help="het dossiernummer, zoals D-2026-000012")

    def handle(self, *, nummer: str, **options: Any) -> None:
        dossier_id = Dossier.objects.filter(nummer=nummer).values_list("pk", flat=True).first()
        if dossier_id is None:
            raise CommandError(
                f"Dossier {nummer} is er niet. Een dossiernummer ziet eruit als D-2026-000012."
            )
        self.stdout.write(msgspec.json.format(schrijf_dossierbeeld(beeld_of(dossier_id)), indent=2).decode())
