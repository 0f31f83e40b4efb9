import json
from argparse import ArgumentParser
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.overdracht.bestanden import Invoer, lees_paden
from verantwoord.kern.voortgang import volg
from verantwoord.keten.actions import Binnengekomen, Uitkomst, deliver
from verantwoord.keten.models import InkomendBericht
from verantwoord.keten.queries import gaten_per_afzender
from verantwoord.toegang.actions import systeem

# Enough to ask the norms once for many, small enough to hold in memory and to repeat after a failure.
PARTIJ = 100


class Command(BaseCommand):
    help = "Neem overdrachtsberichten op uit .json- en .jsonl-bestanden of mappen. Kan veilig twee keer."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("paden", nargs="+", type=Path, metavar="PATH")
        parser.add_argument("--json", action="store_true", help="één JSON-regel per bericht")
        parser.add_argument(
            "--nu", type=moment, help="zet de klok stil op dit moment, voor proeven (met tijdzone)"
        )

    def handle(self, *, paden: list[Path], json: bool, nu: datetime | None, **options: Any) -> None:
        tel: dict[str, int] = {}
        try:
            for invoer, uitkomst in volg(neem_op(paden, nu), tekst="Berichten"):
                tel[uitkomst.status] = tel.get(uitkomst.status, 0) + 1
                self.stdout.write(als_json(invoer, uitkomst) if json else als_zin(invoer, uitkomst))
        except DomeinFout as fout:
            raise CommandError(fout.melding) from fout
        self.stderr.write(samenvatting(tel))
        for gat in gaten_per_afzender():
            self.stderr.write(
                f"Van {gat.afzender.upper()} ontbreekt volgnummer {gat.van}"
                + (f" tot en met {gat.tot}." if gat.tot > gat.van else ".")
            )


def neem_op(paden: Iterable[Path], nu: datetime | None) -> Iterator[tuple[Invoer, Uitkomst]]:
    """Deliver the messages of files and folders batch by batch, in order, and tell the fate of each."""
    door = systeem()
    invoer = lees_paden(paden)
    while partij := list(islice(invoer, PARTIJ)):
        uitkomsten = deliver(
            door=door,
            soort=InkomendBericht.Soort.OVERDRACHT,
            binnen=[
                Binnengekomen(
                    inhoud=een.inhoud,
                    omvang=een.omvang,
                    sha256=een.sha256,
                    bestand=een.bestand,
                    regel=een.regel,
                )
                for een in partij
            ],
            nu=nu or timezone.now(),
        )
        yield from zip(partij, uitkomsten, strict=True)


def moment(tekst: str) -> datetime:
    """Read an instant; without an offset nobody knows which one is meant."""
    gelezen = datetime.fromisoformat(tekst)
    if gelezen.tzinfo is None:
        raise ValueError(tekst)
    return gelezen


def als_json(invoer: Invoer, uitkomst: Uitkomst) -> str:
    return json.dumps(
        {
            "bestand": invoer.bestand,
            "regel": invoer.regel,
            "bericht_id": uitkomst.bericht_id,
            "status": uitkomst.status,
            "reden": uitkomst.reden,
            "uitleg": uitkomst.uitleg,
            "dossiernummer": uitkomst.dossiernummer,
        },
        ensure_ascii=False,
    )


def als_zin(invoer: Invoer, uitkomst: Uitkomst) -> str:
    waar = f"{invoer.bestand}, regel {invoer.regel}"
    dossier = f" ({uitkomst.dossiernummer})" if uitkomst.dossiernummer else ""
    return f"{waar}: {uitkomst.status}{dossier}. {uitkomst.uitleg}"


def samenvatting(tel: dict[str, int]) -> str:
    delen = [f"{aantal} {status}" for status, aantal in sorted(tel.items())]
    return f"{sum(tel.values())} berichten gelezen" + (f": {', '.join(delen)}." if delen else ".")
