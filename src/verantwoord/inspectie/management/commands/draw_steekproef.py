from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

import msgspec
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from verantwoord.inspectie.actions import draw_steekproef
from verantwoord.kern.fouten import DomeinFout, LeesFout
from verantwoord.kern.steekproef import Steekproef, Steekproefplan, lees_plan
from verantwoord.toegang.actions import systeem


class Command(BaseCommand):
    help = "Trekt een steekproef van dossiers die iedereen kan narekenen: zelfde populatie en seed, zelfde trekking."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "plan",
            metavar="PLAN.json",
            help='zoals {"seed": 2022, "strata": [{"naam": "azc", "locaties": ["AZC Assen"], "aantal": 100}, '
            '{"naam": "overig", "aantal": 100}]}; een stratum zonder locaties is iedereen die nog niet in een eerder '
            "stratum zit",
        )
        parser.add_argument(
            "--json", action="store_true", help="als JSON, met het bewijs en het gewicht van elk dossier"
        )

    def handle(self, *, plan: str, json: bool, **options: Any) -> None:
        gelezen = _lees(plan)
        try:
            steekproef = draw_steekproef(door=systeem(), plan=gelezen, peildatum=timezone.localdate())
        except DomeinFout as fout:
            raise CommandError(fout.melding) from fout
        self.stdout.write(msgspec.json.encode(steekproef).decode() if json else als_lijst(steekproef))


def _lees(bestand: str) -> Steekproefplan:
    """Read the plan; one that cannot be used is wrong use of the command."""
    try:
        return lees_plan(Path(bestand).read_bytes())
    except OSError as fout:
        raise CommandError(
            f"Het bestand {bestand} is niet te lezen ({fout.strerror}). Kijk de naam na, en of u het mag openen.",
            returncode=2,
        ) from fout
    except LeesFout as fout:
        raise CommandError(fout.melding, returncode=2) from fout


def als_lijst(steekproef: Steekproef) -> str:
    """The draw for who reads a terminal: what it is drawn from, and the dossiers by stratum in the order of the draw."""
    per_stratum = Counter(getrokken.stratum for getrokken in steekproef.trekking)
    gewicht = {getrokken.stratum: getrokken.gewicht for getrokken in steekproef.trekking}
    regels = [
        f"Populatie: {steekproef.populatie} dossiers, sha256 {steekproef.populatie_sha256}",
        f"Algoritme {steekproef.algoritme}, seed {steekproef.seed}",
    ]
    for naam, aantal in per_stratum.items():
        telt = f"{gewicht[naam]:.2f}".replace(".", ",")
        regels += ["", f"{naam}: {aantal} {'dossier' if aantal == 1 else 'dossiers'}, elk telt voor {telt}"]
        regels += [f"  {g.dossiernummer}" for g in steekproef.trekking if g.stratum == naam]
    return "\n".join(regels)
