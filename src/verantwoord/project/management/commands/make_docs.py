from typing import Any

from django.core.management.base import BaseCommand

from verantwoord.project.naslag import maak_bladen
from verantwoord.project.omgeving import WORTEL


class Command(BaseCommand):
    help = "Maakt de naslagbladen in docs/reference opnieuw uit het programma. Mag twee keer."

    def handle(self, **_options: Any) -> None:
        anders = maak_bladen(WORTEL / "docs" / "reference")
        self.stdout.write(f"Opnieuw gemaakt: {', '.join(anders)}." if anders else "De naslag was al bij.")
