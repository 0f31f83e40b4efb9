"""What the benches share: a database of their own, the commands as a user gives them, and figures with their spread."""

import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

WORTEL = Path(__file__).resolve().parents[1]


@contextmanager
def eigen_databank() -> Iterator[None]:
    """Let the commands work in an embedded database that is thrown away; ``DATABASE_URL`` is left alone."""
    with tempfile.TemporaryDirectory() as map_:
        os.environ["VERANTWOORD_DATA"] = map_
        os.environ.pop("DATABASE_URL", None)
        os.environ["PYTHONPATH"] = str(WORTEL / "src")
        yield


def opdracht(*woorden: str) -> tuple[float, str]:
    """Give one command of the program; return the seconds on the wall and what it answered."""
    begin = time.perf_counter()
    gedaan = subprocess.run(
        [sys.executable, "-m", "verantwoord.project.cli", *woorden],
        check=False,
        capture_output=True,
        text=True,
    )
    duur = time.perf_counter() - begin
    if gedaan.returncode:
        sys.exit(f"{' '.join(woorden)} ended with {gedaan.returncode}: {gedaan.stderr[-2000:]}")
    return duur, gedaan.stdout


def piekgeheugen_mb() -> int:
    """The most memory any command has used so far."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024


def spreiding(waarden: Sequence[float], cijfers: int) -> dict[str, float]:
    return {
        "median": round(statistics.median(waarden), cijfers),
        "min": round(min(waarden), cijfers),
        "max": round(max(waarden), cijfers),
    }


def meld(bench: str, *, data: dict[str, Any], herhalingen: int, **cijfers: Any) -> None:
    """Print what was measured, where, and on which version."""
    uit = {
        "bench": bench,
        "commit": _commit(),
        "machine": {
            "cpu": _cpu(),
            "cores": os.cpu_count(),
            "geheugen_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30),
            "python": platform.python_version(),
        },
        "data": data,
        "herhalingen": herhalingen,
        **cijfers,
    }
    print(json.dumps(uit, indent=1, ensure_ascii=False))


def _commit() -> str:
    vraag = ["git", "-C", str(WORTEL), "rev-parse", "--short", "HEAD"]
    return subprocess.run(vraag, capture_output=True, text=True, check=False).stdout.strip() or "onbekend"


def _cpu() -> str:
    info = Path("/proc/cpuinfo")
    regels = info.read_text().splitlines() if info.exists() else []
    return next(
        (r.partition(":")[2].strip() for r in regels if r.startswith("model name")), platform.machine()
    )
