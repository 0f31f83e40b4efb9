"""How a message is signed, and how the secret for it is kept. By the convention of Standard Webhooks."""

import base64
import hashlib
import hmac
import secrets
from collections.abc import Iterable
from datetime import datetime
from typing import Final

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

VOORVOEGSEL: Final = "whsec_"
_NONCE: Final = 12


def maak_geheim() -> str:
    """A new secret as the receiver is given it, once."""
    return VOORVOEGSEL + base64.b64encode(secrets.token_bytes(32)).decode()


def berg_op(geheim: str) -> bytes:
    """The secret as it is kept: readable only with the key of this installation."""
    nonce = secrets.token_bytes(_NONCE)
    return nonce + _slot().encrypt(nonce, geheim.encode(), None)


def haal_op(bewaard: bytes) -> str:
    return _slot().decrypt(bewaard[:_NONCE], bewaard[_NONCE:], None).decode()


def _slot() -> AESGCM:
    return AESGCM(hashlib.sha256(b"verantwoord uitwisseling\0" + settings.SECRET_KEY.encode()).digest())


def onderteken(
    bericht_id: str, moment: datetime, inhoud: bytes, *, geheimen: Iterable[str]
) -> dict[str, str]:
    """The headers that prove who sent this and when; one signature for each secret that is valid now."""
    tijd = str(int(moment.timestamp()))
    getekend = f"{bericht_id}.{tijd}.".encode() + inhoud
    tekens = [
        "v1," + base64.b64encode(hmac.digest(_sleutel(geheim), getekend, "sha256")).decode()
        for geheim in geheimen
    ]
    return {"webhook-id": bericht_id, "webhook-timestamp": tijd, "webhook-signature": " ".join(tekens)}


def _sleutel(geheim: str) -> bytes:
    return base64.b64decode(geheim.removeprefix(VOORVOEGSEL))
