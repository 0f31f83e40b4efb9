"""Receivers for the tests: the one of the manual as a process of its own, and a bad road towards it."""

import http.client
import http.server
import json
import os
import re
import socket
import sqlite3
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from verantwoord.project.omgeving import WORTEL

HANDLEIDING = WORTEL / "docs" / "howto" / "webhooks.md"
GEHEIM = "whsec_cHJvZWYgdmFuIGhldCBhbGxlcmVlcnN0ZSBnZWhlaW0h"


def vrije_poort() -> int:
    with closing(socket.socket()) as s:
        s.bind(("127.0.0.1", 0))
        return s.getsockname()[1]


@dataclass
class Ontvangen:
    """What the receiver of the manual kept."""

    adres: str
    bestand: Path

    def alles(self) -> list[dict[str, Any]]:
        with closing(sqlite3.connect(self.bestand)) as db:
            return [json.loads(rij) for (rij,) in db.execute("select event from message order by rowid")]


@contextmanager
def ontvanger_uit_de_handleiding(map_: Path, geheimen: str = GEHEIM) -> Iterator[Ontvangen]:
    """Start the very text of the manual as a process, on a port of its own."""
    (tekst,) = re.findall(r"```python\n(.*?)```", HANDLEIDING.read_text(), re.DOTALL)
    programma, bestand, poort = map_ / "receiver.py", map_ / "messages.db", vrije_poort()
    programma.write_text(tekst)
    proces = subprocess.Popen(  # noqa: S603 - the program of our own manual
        [sys.executable, str(programma), str(poort), str(bestand)],
        env=os.environ | {"WEBHOOK_SECRETS": geheimen},
    )
    try:
        wacht_tot(lambda: luistert(poort))
        yield Ontvangen(f"http://127.0.0.1:{poort}/berichten", bestand)
    finally:
        proces.kill()
        proces.wait()


def wacht_tot(klaar: Callable[[], bool], *, seconden: float = 20) -> None:
    tot = time.monotonic() + seconden
    while not klaar():
        assert time.monotonic() < tot, "it took too long"
        time.sleep(0.02)


def luistert(poort: int) -> bool:
    with closing(socket.socket()) as s:
        return s.connect_ex(("127.0.0.1", poort)) == 0


@dataclass
class Weg:
    """A server that does with each request what ``doe`` says, and counts them."""

    doe: Callable[["Verzoek"], None]
    verzoeken: list[bytes] = field(default_factory=list)
    koppen: list[dict[str, str]] = field(default_factory=list)
    adres: str = ""


class Verzoek(http.server.BaseHTTPRequestHandler):
    inhoud: bytes

    def do_POST(self) -> None:
        self.inhoud = self.rfile.read(int(self.headers["content-length"]))
        weg: Weg = self.server.weg
        weg.verzoeken.append(self.inhoud)
        weg.koppen.append({naam.lower(): waarde for naam, waarde in self.headers.items()})
        try:
            weg.doe(self)
        except OSError:
            # The sender hung up in the meantime.
            return

    def antwoord(self, status: int, **koppen: str) -> None:
        self.send_response(status)
        for naam, waarde in koppen.items():
            self.send_header(naam.replace("_", "-"), waarde)
        self.end_headers()

    def geef_door(self, adres: str) -> int:
        """Let the real receiver do its work, and tell what it answered."""
        host, _, pad = adres.removeprefix("http://").partition("/")
        verbinding = http.client.HTTPConnection(host, timeout=10)
        with closing(verbinding):
            verbinding.request("POST", "/" + pad, self.inhoud, dict(self.headers))
            return verbinding.getresponse().status

    def verbreek(self) -> None:
        """Hang up without an answer, as a network does."""
        self.connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.connection.close()

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def weg(doe: Callable[[Verzoek], None]) -> Iterator[Weg]:
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Verzoek)
    server.daemon_threads = True
    server.handle_error = lambda *_: None
    server.weg = Weg(doe, adres=f"http://127.0.0.1:{server.server_address[1]}/berichten")
    draad = threading.Thread(target=server.serve_forever, daemon=True)
    draad.start()
    try:
        yield server.weg
    finally:
        server.shutdown()
        server.server_close()
        draad.join()
