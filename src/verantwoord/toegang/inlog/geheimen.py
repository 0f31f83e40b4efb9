"""Encrypt what the program must be able to read back, and digest what it must only recognise.

The keys come from the installation's own secret; a copy of the database alone opens nothing.
"""

import base64
import hashlib
import hmac
from functools import lru_cache
from typing import Final

import msgspec
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings

_DOEL: Final = b"verantwoord.toegang.inlog"


def versleutel(waarde: object) -> str:
    """Any JSON value, unreadable for who has not the installation's secret."""
    return (
        _kluis(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
        .encrypt(msgspec.json.encode(waarde))
        .decode()
    )


def ontsleutel(tekst: str) -> object:
    """The value again; ``ValueError`` when it was changed or belongs to another installation."""
    try:
        open_tekst = _kluis(settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS).decrypt(tekst.encode())
    except InvalidToken as fout:
        raise ValueError("Not encrypted with a secret of this installation.") from fout
    return msgspec.json.decode(open_tekst)


def afdruk(*delen: str) -> str:
    """A keyed digest: the same for the same words, and nobody without the secret can find the words by trying."""
    tekst = "\x1f".join(delen).encode("utf-8", "surrogatepass")
    return hmac.new(_sleutel(settings.SECRET_KEY, b"afdruk"), tekst, hashlib.sha256).hexdigest()


@lru_cache(maxsize=4)
def _kluis(*geheimen: str) -> MultiFernet:
    return MultiFernet([Fernet(base64.urlsafe_b64encode(_sleutel(geheim, b"kluis"))) for geheim in geheimen])


def _sleutel(geheim: str, doel: bytes) -> bytes:
    return hmac.new(geheim.encode(), _DOEL + b"." + doel, hashlib.sha256).digest()
