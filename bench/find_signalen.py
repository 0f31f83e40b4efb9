"""How many reports of 200 words a second the rules about words read on one core, and how long reading the rules takes.

Reads the labelled texts in tests/data/signalen in one process, repeated, and prints JSON: machine, commit, words, and of
at least five repeats the median and the extremes. The rate counts processor time, so
one core; loading is measured in a fresh process, from its start until the first report can be read.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
TEKSTEN = WORTEL / "tests/data/signalen/dev.jsonl"
LADEN = "from verantwoord.kern.signalen import zoek_signalen; zoek_signalen(''); print('klaar', flush=True)"


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__)
    vragen.add_argument("--herhalingen", type=int, default=5, help="how often to repeat; at least 5")
    herhalingen = max(5, vragen.parse_args().herhalingen)
    sys.path.insert(0, str(WORTEL / "src"))
    from verantwoord.kern.signalen import zoek_signalen  # noqa: PLC0415 - found once the path is set

    teksten = [json.loads(regel)["tekst"] for regel in TEKSTEN.read_text("utf-8").splitlines()]
    woorden = sum(len(tekst.split()) for tekst in teksten)
    zoek_signalen("")
    tempo = [woorden / 200 / _tijd(teksten, zoek_signalen) for _ in range(herhalingen)]
    laden = [_laadtijd() for _ in range(herhalingen)]
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 - git as the developer has it
        capture_output=True, text=True, check=False, cwd=WORTEL,
    )  # fmt: skip
    print(
        json.dumps(
            {
                "machine": {"kernen": os.cpu_count(), "python": platform.python_version()},
                "commit": commit.stdout.strip(),
                "woorden": woorden,
                "verslagen_van_200_woorden_per_seconde": _samen(tempo),
                "laden_seconden": _samen(laden),
            },
            indent=2,
        )
    )


def _tijd(teksten: list[str], zoek: Callable[[str], object]) -> float:
    begin = time.process_time()
    for tekst in teksten:
        zoek(tekst)
    return time.process_time() - begin


def _laadtijd() -> float:
    begin = time.perf_counter()
    omgeving = {**os.environ, "PYTHONPATH": str(WORTEL / "src")}
    with subprocess.Popen([sys.executable, "-c", LADEN], env=omgeving, stdout=subprocess.PIPE) as proces:
        klaar = proces.stdout.readline()
        geduurd = time.perf_counter() - begin
    if klaar.strip() != b"klaar":
        raise RuntimeError("The rules could not be read.")
    return geduurd


def _samen(waarden: list[float]) -> dict[str, float]:
    return {
        "mediaan": round(statistics.median(waarden), 3),
        "laagste": round(min(waarden), 3),
        "hoogste": round(max(waarden), 3),
    }


if __name__ == "__main__":
    main()
