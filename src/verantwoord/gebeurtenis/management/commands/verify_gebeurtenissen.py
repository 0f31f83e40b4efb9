from typing import Any

from django.core.management.base import BaseCommand, CommandError

from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.gebeurtenis.queries import eerste_gebroken_schakel

REDENEN = {
    "ontbreekt": "hier ontbreekt een gebeurtenis in de reeks",
    "vorige": "deze gebeurtenis sluit niet aan op de vorige",
    "zegel": "de inhoud past niet bij het zegel: er is iets aan veranderd",
    "einde": "de laatste gebeurtenissen van deze reeks zijn verwijderd",
}


class Command(BaseCommand):
    help = "Rekent het zegel van elke gebeurtenis na en noemt de eerste gebroken schakel. Verandert niets."

    def handle(self, **options: Any) -> None:
        breuk = eerste_gebroken_schakel()
        if breuk is not None:
            wanneer = f" van {breuk.moment:%d-%m-%Y %H:%M}" if breuk.moment else ""
            raise CommandError(
                f"Gebroken schakel: dossier {breuk.dossier_id}, gebeurtenis {breuk.volgnummer}{wanneer}; "
                f"{REDENEN[breuk.reden]}."
            )
        self.stdout.write(f"{Gebeurtenis.objects.count()} gebeurtenissen nagerekend; alle schakels kloppen.")
