"""Half-way in: what must be remembered between two pages, in a cookie that nobody can read or make, for a quarter of an hour."""

from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from verantwoord.portaal.sessie import PAD
from verantwoord.toegang.inlog.geheimen import ontsleutel, versleutel

_GELDT: Final = 15 * 60
_SOORT: Final = "stap"


def lees(request: HttpRequest) -> dict[str, Any]:
    """What was remembered, while it is not too old."""
    try:
        inhoud: Any = ontsleutel(request.COOKIES.get(settings.PORTAAL_STAP_COOKIE_NAME, ""))
    except ValueError:
        return {}
    if not isinstance(inhoud, dict) or inhoud.get("soort") != _SOORT:
        return {}
    return inhoud if timezone.now().timestamp() - inhoud["op"] < _GELDT else {}


def zet(response: HttpResponse, **inhoud: Any) -> None:
    """Remember this, in place of what was there."""
    response.set_cookie(
        settings.PORTAAL_STAP_COOKIE_NAME,
        versleutel({"soort": _SOORT, "op": timezone.now().timestamp(), **inhoud}),
        max_age=_GELDT,
        path=PAD,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )


def wis(response: HttpResponse) -> None:
    response.delete_cookie(settings.PORTAAL_STAP_COOKIE_NAME, path=PAD, samesite="Strict")
