"""How many dossierbeelden a second check-dossier answers on one core, and how long one file takes from a cold start.

Runs the real command in a process of its own on the published scenarios of ordinary size (6.5 kB or more), repeated
until there are enough lines, and prints JSON: machine, commit, size of the data and, of at least five repeats, the
median and the extremes. The rate counts the whole process, with start-up, reading and writing.
"""

import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

WORTEL = Path(__file__).resolve().parents[1]
START = "import sys; from verantwoord.kern.cli import check_dossier; sys.exit(check_dossier(sys.argv[1:]))"
GEWOON_VANAF = 6500


def main() -> None:
    """Measure and print."""
    vragen = argparse.ArgumentParser(description=__doc__)
    vragen.add_argument("--regels", type=int, default=20_000, help="how many dossierbeelden a repeat judges")
    vragen.add_argument("--herhalingen", type=int, default=5, help="how often to repeat; at least 5")
    keuze = vragen.parse_args()
    herhalingen = max(5, keuze.herhalingen)
    beelden = _beelden()
    with tempfile.TemporaryDirectory() as map_:
        veel, een = Path(map_, "veel.jsonl"), Path(map_, "een.json")
        with veel.open("wb") as uit:
            uit.writelines(beelden[i % len(beelden)] + b"\n" for i in range(keuze.regels))
        een.write_bytes(beelden[0])
        per_regel = [_meet("--lines", str(veel), "--op", "2022-09-20", "--json") for _ in range(herhalingen)]
        koud = [_meet(str(een), "--op", "2022-09-20", "--json") for _ in range(herhalingen)]
        grootte = veel.stat().st_size
    print(
        json.dumps(
            {
                "bench": "check_dossier",
                "commit": _commit(),
                "machine": {"cpu": _cpu(), "cores": os.cpu_count(), "python": platform.python_version()},
                "data": {
                    "dossierbeelden": keuze.regels,
                    "bytes": grootte,
                    "bytes_per_dossierbeeld": grootte // keuze.regels,
                },
                "herhalingen": herhalingen,
                "dossierbeelden_per_seconde": _spreiding([keuze.regels / wand for wand, _ in per_regel], 0),
                "microseconde_cpu_per_dossierbeeld": _spreiding(
                    [cpu / keuze.regels * 1e6 for _, cpu in per_regel], 1
                ),
                "koude_start_seconde": _spreiding([wand for wand, _ in koud], 3),
            },
            indent=1,
        )
    )


def _beelden() -> list[bytes]:
    regels = (WORTEL / "tests/data/scenarios.jsonl").read_text(encoding="utf-8").splitlines()
    alle = [json.dumps(json.loads(regel)["beeld"]).encode() for regel in regels]
    return [beeld for beeld in alle if len(beeld) >= GEWOON_VANAF]


def _meet(*woorden: str) -> tuple[float, float]:
    """Run the command once; give the seconds on the wall and those of the processor."""
    omgeving = {**os.environ, "PYTHONPATH": str(WORTEL / "src")}
    eerder, begin = os.times(), time.perf_counter()
    opdracht = [sys.executable, "-c", START, *woorden]
    subprocess.run(opdracht, stdout=subprocess.DEVNULL, check=True, env=omgeving)
    wand, later = time.perf_counter() - begin, os.times()
    cpu = (later.children_user - eerder.children_user) + (later.children_system - eerder.children_system)
    return wand, cpu


def _spreiding(waarden: list[float], cijfers: int) -> dict[str, float]:
    return {
        "median": round(statistics.median(waarden), cijfers),
        "min": round(min(waarden), cijfers),
        "max": round(max(waarden), cijfers),
    }


def _commit() -> str:
    gevraagd = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],  # noqa: S607 - the git on the path of whoever measures
        cwd=WORTEL,
        capture_output=True,
        text=True,
        check=False,
    )
    return gevraagd.stdout.strip() or "unknown"


def _cpu() -> str:
    try:
        regels = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor()
    return next(
        (regel.split(":", 1)[1].strip() for regel in regels if regel.startswith("model name")), "unknown"
    )


if __name__ == "__main__":
    main()
