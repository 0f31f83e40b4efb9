from typing import Any

from django.core.management.base import BaseCommand

from verantwoord.project import bewakers


class Command(BaseCommand):
    help = "Legt vast hoe de bewakers in de databank horen te staan, voor wie ze met opzet verandert."

    def handle(self, **_options: Any) -> None:
        anders = bewakers.verschillen()
        bewakers.leg_vast()
        self.stdout.write("\n".join(anders) if anders else "De bewakers stonden al zo.")
