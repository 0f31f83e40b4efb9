from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from verantwoord.kwaliteit.fasen import werk_fasen_bij
from verantwoord.kwaliteit.maten.bestand import schrijf_bestand


class Command(BaseCommand):
    help = "Schrijf het bestand waaruit de kwaliteitsmeting telt, zoals de dossiers nu zijn. Gaat elke nacht vanzelf."

    def handle(self, **options: Any) -> None:
        aantal = werk_fasen_bij(op=timezone.localdate())
        moment = timezone.localtime(schrijf_bestand())
        self.stdout.write(
            f"Het bestand is van {moment:%d-%m-%Y, %H.%M} uur. Van {aantal} dossiers zijn de fasen opnieuw berekend."
        )
