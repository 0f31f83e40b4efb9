"""The device somebody comes from: whether it was here before, and what to call it."""

import secrets
from typing import Final

from django.conf import settings
from django.core import signing
from django.http import HttpRequest, HttpResponse

from verantwoord.toegang.inlog.geheimen import afdruk

_ZOUT: Final = "verantwoord.toegang.apparaat"
_BEWAARD: Final = 180 * 24 * 60 * 60
# The first that is found; every Chromium also calls itself Chrome and Safari.
_BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("Firefox/", "Firefox"),
    ("Chrom", "Chrome"),
    ("Safari/", "Safari"),
)
_SYSTEMEN: Final = (
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Android", "Android"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("Linux", "Linux"),
)


def bekend_apparaat(request: HttpRequest, wie: str, *, cookie: str = "") -> str:
    """The mark of this device when this account logged in on it before; otherwise empty."""
    try:
        inhoud = signing.loads(
            request.COOKIES.get(cookie or settings.APPARAAT_COOKIE_NAME, ""), salt=_ZOUT, max_age=_BEWAARD
        )
    except signing.BadSignature:
        return ""
    past = isinstance(inhoud, list) and len(inhoud) == 2 and inhoud[0] == _van(wie)
    return str(inhoud[1]) if past else ""


def onthoud_apparaat(response: HttpResponse, wie: str, *, cookie: str = "", pad: str = "/") -> None:
    """Remember on this device that this account logged in here; it opens nothing."""
    response.set_cookie(
        cookie or settings.APPARAAT_COOKIE_NAME,
        signing.dumps([_van(wie), secrets.token_urlsafe(12)], salt=_ZOUT),
        max_age=_BEWAARD,
        path=pad,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )


def apparaatnaam(request: HttpRequest) -> str:
    """Browser and system in words, for the list of one's own sessions; the address is not kept."""
    tekst = request.headers.get("User-Agent", "")
    browser = next((naam for teken, naam in _BROWSERS if teken in tekst), "")
    systeem = next((naam for teken, naam in _SYSTEMEN if teken in tekst), "")
    return ", ".join(deel for deel in (browser, systeem) if deel)


def _van(wie: str) -> str:
    return afdruk("apparaat", wie.casefold())[:24]
