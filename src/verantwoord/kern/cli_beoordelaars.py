"""The command compare-beoordelaars: a file in, agreement per criterium out. It needs no database."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Final

import msgspec

from verantwoord.kern.beoordelaars import Vergelijking, lees_oordelen, vergelijk
from verantwoord.kern.fouten import LeesFout

GEDAAN: Final = 0
VERKEERD_GEBRUIKT: Final = 2

HULP: Final = """\
Gebruik: verantwoord compare-beoordelaars BESTAND.csv [--json]

Zegt per criterium hoe goed beoordelaars het eens zijn, zonder database. BESTAND.csv heeft op de eerste regel de kolommen
dossier,criterium,beoordelaar,oordeel en daaronder één oordeel per regel. Een leeg oordeel telt niet mee.

  --json       geef de uitkomst als JSON; zonder --json komt er een leesbare tabel

Per criterium: het aantal dossiers dat twee of meer beoordelaars lazen, de overeenstemming, Cohens kappa met de marge van
95 procent (bij twee beoordelaars) en Krippendorffs alfa (bij elk aantal; een oordeel mag ontbreken).
"""
_UITLEG: Final = """\
Kappa en alfa: 1 is steeds gelijk, 0 is niet beter dan toeval. Tussen haakjes de marge van 95 procent.
Een streepje: er valt niets te vergelijken, of er is maar één soort oordeel gegeven.
"""


def compare_beoordelaars(argv: Sequence[str]) -> int:
    """Run the command; a file that cannot be used is wrong use, with a sentence that says what to do."""
    if "--help" in argv or "-h" in argv:
        sys.stdout.write(HULP)
        return GEDAAN
    vreemd = [woord for woord in argv if woord.startswith("-") and woord != "--json"]
    bestanden = [woord for woord in argv if not woord.startswith("-")]
    if vreemd or len(bestanden) != 1:
        wat = f"compare-beoordelaars kent {vreemd[0]} niet." if vreemd else "Geef één CSV-bestand op."
        return _verkeerd(f"{wat} verantwoord compare-beoordelaars --help legt de opdracht uit.")
    try:
        uitkomst = vergelijk(lees_oordelen(Path(bestanden[0]).read_bytes()))
    except OSError as fout:
        return _verkeerd(
            f"Het bestand {bestanden[0]} is niet te lezen ({fout.strerror}). Kijk de naam na, en of u het mag openen."
        )
    except LeesFout as fout:
        return _verkeerd(fout.melding)
    if "--json" in argv:
        sys.stdout.write(msgspec.json.encode(uitkomst).decode() + "\n")
    else:
        sys.stdout.write(als_tabel(uitkomst))
    return GEDAAN


def als_tabel(uitkomst: Sequence[Vergelijking]) -> str:
    """One line a criterium, for who reads a terminal."""
    breedte = max(len("Criterium"), *(len(v.criterium) for v in uitkomst)) + 2
    regels = [f"{'Criterium':<{breedte}}{'Dossiers':>8}  {'Gelijk':>7}  {'Kappa':<22}Alfa"]
    regels += [
        f"{v.criterium:<{breedte}}{v.n:>8}  {_procent(v.overeenstemming):>7}  {_kappa(v):<22}{_getal(v.alpha)}"
        for v in uitkomst
    ]
    return "\n".join([*regels, "", _UITLEG])


def _kappa(v: Vergelijking) -> str:
    if v.kappa_interval is None:
        return "–"
    laag, hoog = map(_getal, v.kappa_interval)
    return f"{_getal(v.kappa)} ({laag} tot {hoog})"


def _procent(deel: float | None) -> str:
    return "–" if deel is None else f"{100 * deel:.1f}%".replace(".", ",")


def _getal(waarde: float | None) -> str:
    return "–" if waarde is None else f"{waarde:.2f}".replace(".", ",")


def _verkeerd(zin: str) -> int:
    sys.stderr.write(f"{zin}\n")
    return VERKEERD_GEBRUIKT
