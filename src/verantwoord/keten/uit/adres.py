"""Where a message may go: to a host that the server's own settings name, over TLS, and never to a network inside.

A name is looked up once and that very address is used, so that it cannot become another between asking and going.
"""

import ipaddress
import socket
from dataclasses import dataclass
from typing import Final
from urllib.parse import urlsplit

from django.conf import settings

# Addresses inside which an IPv4 address travels; what it leads to is what counts.
_NAT64: Final = ipaddress.IPv6Network("64:ff9b::/96")
_HTTPS: Final = 443


class AdresMagNiet(Exception):
    """No message goes to this address; the text is a code for the list of attempts, not the address."""


@dataclass(frozen=True, kw_only=True)
class Doel:
    """A checked address: ``ip`` is where to connect, ``host`` is whose certificate must be shown there."""

    ip: str
    host: str
    poort: int
    pad: str
    tls: bool


def ontleed(adres: str) -> tuple[str, int, str, bool]:
    """Host, port, path and whether TLS is used. Raises ``AdresMagNiet`` for whatever is not exactly allowed."""
    if any(ord(teken) <= 0x20 or ord(teken) >= 0x7F or teken == "\\" for teken in adres):
        raise AdresMagNiet("adres_onleesbaar")
    try:
        delen = urlsplit(adres)
        host, poort = delen.hostname or "", delen.port
    except ValueError as fout:
        raise AdresMagNiet("adres_onleesbaar") from fout
    if "@" in delen.netloc or delen.fragment or not host:
        raise AdresMagNiet("adres_onleesbaar")
    lokaal = settings.UITWISSELING_LOOPBACK and _is_lus(host)
    if delen.scheme != "https" and not (lokaal and delen.scheme == "http"):
        raise AdresMagNiet("adres_zonder_tls")
    poort = _HTTPS if poort is None else poort
    genoemd = host if poort == _HTTPS else f"{host}:{poort}"
    if not lokaal and genoemd not in settings.UITWISSELING_HOSTS:
        raise AdresMagNiet("host_niet_toegestaan")
    pad = (delen.path or "/") + (f"?{delen.query}" if delen.query else "")
    return host, poort, pad, delen.scheme == "https"


def zoek_op(adres: str) -> Doel:
    """Look the name up and give the address to connect to; every answer must be public, or none is used."""
    host, poort, pad, tls = ontleed(adres)
    try:
        antwoorden = socket.getaddrinfo(host, poort, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    except (OSError, UnicodeError) as fout:
        raise AdresMagNiet("naam_onbekend") from fout
    ips = [str(antwoord[4][0]) for antwoord in antwoorden]
    mag_lus = settings.UITWISSELING_LOOPBACK and _is_lus(host)
    if not ips or not all(is_openbaar(ip) or (mag_lus and _is_lus(ip)) for ip in ips):
        raise AdresMagNiet("adres_niet_openbaar")
    return Doel(ip=ips[0], host=host, poort=poort, pad=pad, tls=tls)


def is_openbaar(ip: str) -> bool:
    """Tell whether this address is out on the internet, also when it is wrapped in another."""
    try:
        adres = ipaddress.ip_address(ip)
    except ValueError:
        return False
    if isinstance(adres, ipaddress.IPv6Address):
        binnen = adres.ipv4_mapped or adres.sixtofour or (adres.teredo[1] if adres.teredo else None)
        if adres in _NAT64:
            binnen = ipaddress.IPv4Address(int(adres) & 0xFFFFFFFF)
        if binnen is not None:
            return is_openbaar(str(binnen))
    return adres.is_global and not (adres.is_multicast or adres.is_reserved)


def _is_lus(host: str) -> bool:
    return host in {"127.0.0.1", "::1"}
