"""``verantwoord serve``: the server for real use, which does not start on an unsafe setting."""

import argparse
import errno
import gc
import os
import signal
import socket
import sys
from contextlib import nullcontext

from verantwoord.project import databank
from verantwoord.project.afloop import GEDAAN, GEWEIGERD, zeg
from verantwoord.project.databankopdracht import bereikbaar, laad_django
from verantwoord.project.instellingen import bezwaren_databank, bezwaren_omgeving
from verantwoord.project.omgeving import OnveiligeInstelling
from verantwoord.project.werk import werker_ernaast


def main(argumenten: list[str]) -> int:
    keuzes = _lees(argumenten)
    os.environ["VERANTWOORD_PRODUCTIE"] = "1"
    bezwaren = bezwaren_omgeving()
    with bereikbaar():
        bezwaren += bezwaren_databank(os.environ.get("DATABASE_URL", ""))
    if not bezwaren:
        laad_django(voorbereiden=False)
        bezwaren += _bezwaren_versie()
    if bezwaren:
        zeg("De server start niet:")
        for bezwaar in bezwaren:
            zeg(f"- {bezwaar}")
        return GEWEIGERD

    from django.core.management import call_command  # noqa: PLC0415 - Django is loaded just now

    controleer_poort(keuzes.adres, keuzes.poort)
    call_command("collectstatic", interactive=False, verbosity=0, skip_checks=True)
    sys.stdout.write(f"Verantwoord luistert op http://{keuzes.adres}:{keuzes.poort} achter uw TLS-poort.\n")
    with nullcontext() if keuzes.zonder_taken else werker_ernaast():
        dien(adres=keuzes.adres, poort=keuzes.poort, werkers=keuzes.werkers)
    return GEDAAN


def _lees(argumenten: list[str]) -> argparse.Namespace:
    ontleder = argparse.ArgumentParser(
        prog="verantwoord serve",
        description="Start de server voor echt gebruik. Zet er een server voor die TLS doet en X-Forwarded-Proto meegeeft.",
    )
    ontleder.add_argument("--adres", default="127.0.0.1", help="waarop de server luistert (127.0.0.1)")
    ontleder.add_argument("--poort", "--port", type=int, default=8000, help="poort (8000)")
    ontleder.add_argument(
        "--werkers", type=int, default=os.cpu_count() or 2, help="aantal processen (een voor elke kern)"
    )
    ontleder.add_argument(
        "--zonder-taken",
        action="store_true",
        help="start geen werker naast de server; u draait zelf: verantwoord werk",
    )
    return ontleder.parse_args(argumenten)


def _bezwaren_versie() -> list[str]:
    from verantwoord.project import bijwerken  # noqa: PLC0415 - Django is loaded just now

    if bijwerken.is_bij():
        return _bezwaren_bewakers()
    if bijwerken.is_te_oud():
        return [bijwerken.TE_OUD]
    return [
        "De databank past niet bij deze versie van het programma: geef eerst de opdracht verantwoord migrate."
    ]


def _bezwaren_bewakers() -> list[str]:
    from verantwoord.project import bewakers  # noqa: PLC0415 - Django is loaded just now

    anders = bewakers.verschillen()
    if not anders:
        return []
    return [
        "De bewakers in de databank staan niet zoals deze versie ze achterliet. Zoek uit wie dat deed, en geef daarna "
        "de opdracht verantwoord migrate. Het gaat om: " + "; ".join(anders[:5])
    ]


def controleer_poort(adres: str, poort: int) -> None:
    """Refuse with a sentence when something else listens there."""
    with socket.socket(socket.AF_INET6 if ":" in adres else socket.AF_INET) as proef:
        proef.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            proef.bind((adres, poort))
        except OSError as fout:
            if fout.errno == errno.EADDRINUSE:
                reden = f"Poort {poort} is in gebruik. Kies een andere met --port, of stop wat daar draait."
            else:
                reden = f"De server kan niet luisteren op {adres}, poort {poort}: {fout.strerror}."
            raise OnveiligeInstelling(reden) from fout


def dien(*, adres: str, poort: int, werkers: int) -> None:
    """Serve until Ctrl-C or SIGTERM; then finish what is being answered and return."""
    from django.conf import settings  # noqa: PLC0415 - Django is loaded by the caller
    from django.db import connections  # noqa: PLC0415 - idem
    from django.urls import get_resolver  # noqa: PLC0415 - idem
    from granian import Granian  # noqa: PLC0415 - only who serves needs it
    from granian.constants import Interfaces  # noqa: PLC0415 - idem
    from granian.log import LogLevels  # noqa: PLC0415 - idem

    # The application is loaded here once; the workers are copies of this process and share its memory.
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)
    import verantwoord.project.wsgi  # noqa: F401, PLC0415 - idem

    get_resolver().url_patterns  # noqa: B018 - asking for them loads the views
    connections.close_all()
    gc.collect()
    gc.freeze()
    # The terminal sends Ctrl-C to the workers as well, and one that is then told to stop a second time hangs. They
    # listen to this process alone.
    os.register_at_fork(after_in_child=lambda: signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT]))
    server = Granian(
        "verantwoord.project.wsgi:application",
        address=adres,
        port=poort,
        interface=Interfaces.WSGI,
        workers=werkers,
        # Each thread keeps a connection to the database; more threads than this only wait for each other.
        blocking_threads=4,
        backpressure=128,
        websockets=False,
        respawn_failed_workers=True,
        workers_kill_timeout=5,
        log_level=LogLevels.warning,
    )
    server.serve()


def voor_werkers(paden: databank.Toegangspaden) -> None:
    """Tell worker processes where the database is, so that none of them starts an embedded one."""
    os.environ |= {"DATABASE_URL": paden.app, "DATABASE_URL_EIGENAAR": paden.eigenaar}
