"""``verantwoord werk``: does the jobs that wait, until it is told to stop."""

import argparse
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from verantwoord.project.afloop import GEDAAN, zeg
from verantwoord.project.databankopdracht import laad_django, maak_klaar

OPNIEUW_NA: Final = 5
# A job that is stopped halfway gets ten seconds of these to end by itself.
STOPTIJD: Final = 20


def main(argumenten: list[str]) -> int:
    ontleder = argparse.ArgumentParser(
        prog="verantwoord werk",
        description="Doet de taken die wachten: bestanden maken, elke nacht de normen opnieuw vragen, opruimen. Draait "
        "tot u hem stopt; er mogen er meer naast elkaar draaien.",
    )
    ontleder.add_argument("--tegelijk", type=int, default=2, help="hoeveel taken naast elkaar (2)")
    ontleder.add_argument("--eenmaal", action="store_true", help="stop als er geen taak meer wacht")
    ontleder.add_argument(
        "--bij", type=int, metavar="PID", help="stop als dit proces, dat hem startte, stopt"
    )
    keuzes = ontleder.parse_args(argumenten)
    laad_django(voorbereiden=os.environ.get("VERANTWOORD_PRODUCTIE") != "1")
    maak_klaar()
    if keuzes.bij:
        threading.Thread(target=_stop_met, args=(keuzes.bij,), daemon=True).start()
    _werk(tegelijk=max(1, keuzes.tegelijk), blijf=not keuzes.eenmaal)
    return GEDAAN


def _werk(*, tegelijk: int, blijf: bool) -> None:
    """Work until told to stop; a database that cannot be reached for a while is waited for."""
    from verantwoord.taken import werker  # noqa: PLC0415 - Django is loaded just now

    while True:
        try:
            klaar = werker.werk(tegelijk=tegelijk, blijf=blijf)
        except werker.ONBEREIKBAAR:
            klaar = False
        if klaar:
            return
        zeg(f"De databank antwoordt niet. De werker probeert het over {OPNIEUW_NA} seconden opnieuw.")
        time.sleep(OPNIEUW_NA)


def _stop_met(ouder: int) -> None:
    """Stop when the server that started this worker is gone without having said so."""
    while os.getppid() == ouder:
        time.sleep(2)
    os.kill(os.getpid(), signal.SIGTERM)


@contextmanager
def werker_ernaast() -> Iterator[None]:
    """Run a worker in a process of its own for as long as the server runs; it is told to stop when that ends."""
    opdracht = [sys.executable, "-P", "-m", "verantwoord.project.cli", "werk", "--bij", str(os.getpid())]
    # A session of its own: the terminal's Ctrl-C goes to the server alone, which then stops it in order.
    werker = subprocess.Popen(opdracht, start_new_session=True)  # noqa: S603 - our own command
    try:
        yield
    finally:
        werker.terminate()
        try:
            werker.wait(STOPTIJD)
        except subprocess.TimeoutExpired:
            werker.kill()
            werker.wait()
