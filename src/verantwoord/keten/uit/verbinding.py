"""One message over the wire: to the checked address and nowhere else, and never longer than it is worth.

No redirect is followed, no proxy of the environment is asked, and of the answer only its status counts.
"""

import http.client
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from contextlib import closing
from functools import cache
from http import HTTPStatus
from typing import Final, Literal, NamedTuple

from verantwoord.keten.uit.adres import AdresMagNiet, Doel, zoek_op

VERBINDEN: Final = 5.0
GEHEEL: Final = 10.0
_LANGSTE_WACHT: Final = 3600
# "Not now": the message itself may be good.
_LATER: Final = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.TOO_EARLY, HTTPStatus.TOO_MANY_REQUESTS}


Soort = Literal["bevestigd", "geweigerd", "onbereikbaar"]


class Uitkomst(NamedTuple):
    """What became of one attempt. ``reden`` is a code without anything of the message or the address."""

    soort: Soort
    reden: str
    duur_ms: int
    wacht: int = 0


def verstuur(adres: str, inhoud: bytes, koppen: Mapping[str, str], *, geheel: float = GEHEEL) -> Uitkomst:
    """Post ``inhoud`` and tell what came of it; whatever goes wrong on the way is an outcome, not an error."""
    begin = time.monotonic()

    def uit(soort: Soort, reden: str, wacht: int = 0) -> Uitkomst:
        return Uitkomst(soort, reden, round((time.monotonic() - begin) * 1000), wacht)

    try:
        status, later = _post(zoek_op(adres), inhoud, koppen, geheel)
    except AdresMagNiet as fout:
        return uit("onbereikbaar" if str(fout) == "naam_onbekend" else "geweigerd", str(fout))
    except ssl.SSLError:
        return uit("onbereikbaar", "tls")
    except TimeoutError:
        return uit("onbereikbaar", "tijd")
    except (OSError, http.client.HTTPException):
        verlopen = time.monotonic() - begin >= geheel
        return uit("onbereikbaar", "tijd" if verlopen else "verbroken")
    if HTTPStatus.OK <= status < HTTPStatus.MULTIPLE_CHOICES:
        return uit("bevestigd", f"http_{status}")
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR or status in _LATER:
        return uit("onbereikbaar", f"http_{status}", later)
    return uit("geweigerd", f"http_{status}")


def _post(doel: Doel, inhoud: bytes, koppen: Mapping[str, str], geheel: float) -> tuple[int, int]:
    verbinding = _Vast(doel, geheel)
    # A receiver that trickles keeps every single read within its time; this ends the whole.
    wekker = threading.Timer(geheel, verbinding.breek_af)
    wekker.daemon = True
    with closing(verbinding):
        wekker.start()
        try:
            verbinding.request("POST", doel.pad, body=inhoud, headers=dict(koppen))
            antwoord = verbinding.getresponse()
            return antwoord.status, _wacht(antwoord.headers.get("Retry-After", ""))
        finally:
            wekker.cancel()


def _wacht(kop: str) -> int:
    """How many seconds the receiver asks for; a date or nonsense is no number and counts as none."""
    return min(int(kop), _LANGSTE_WACHT) if kop.isascii() and kop.isdigit() and len(kop) < 9 else 0


class _Vast(http.client.HTTPConnection):
    """A connection to one looked-up address, with the certificate of the name that was meant."""

    def __init__(self, doel: Doel, geheel: float) -> None:
        super().__init__(doel.host, doel.poort, timeout=geheel)
        self.doel = doel

    def connect(self) -> None:
        verbinding = socket.create_connection(
            (self.doel.ip, self.doel.poort), timeout=min(VERBINDEN, self.timeout or VERBINDEN)
        )
        verbinding.settimeout(self.timeout)
        # Head and body go at once: else the body waits until the other side acknowledged the head.
        verbinding.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.sock = verbinding
        if self.doel.tls:
            # In two steps, so that a handshake that never ends can be broken off as well.
            self.sock = _tls().wrap_socket(
                verbinding, server_hostname=self.doel.host, do_handshake_on_connect=False
            )
            self.sock.do_handshake()

    def breek_af(self) -> None:
        if self.sock is not None:
            try:
                self.sock.shutdown(socket.SHUT_RDWR)
            except OSError:
                # It ended by itself in the meantime.
                return


@cache
def _tls() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    return context
