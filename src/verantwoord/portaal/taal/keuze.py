"""Which language somebody reads: what they chose on this device, or else what is kept with their account."""

from typing import Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from verantwoord.portaal.sessie import PAD
from verantwoord.portaal.taal.catalogus import BRON

# Each by the name it has itself, in the order in which they are offered.
TALEN: Final[dict[str, str]] = {
    "nl": "Nederlands",
    "en": "English",
    "ar": "العربية",
    "fa": "فارسی",
    "ti": "ትግርኛ",
    "tr": "Türkçe",
    "so": "Soomaali",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}
RECHTS_NAAR_LINKS: Final = frozenset({"ar", "fa"})
# Who speaks Dari reads the same written Persian.
LEEST_MEE: Final = {"prs": "fa"}


def taal_van(request: HttpRequest, *, account: str = "") -> str:
    """The language of this request; ``account`` is what is kept with who came in."""
    for code in (request.COOKIES.get(settings.PORTAAL_TAAL_COOKIE_NAME, ""), account):
        kort = code.partition("-")[0]
        kort = LEEST_MEE.get(kort, kort)
        if kort in TALEN:
            return kort
    return BRON


def zet_taal(response: HttpResponse, taal: str) -> None:
    """Remember the choice until the browser closes: a telephone that is shared tells nobody what was spoken on it."""
    response.set_cookie(
        settings.PORTAAL_TAAL_COOKIE_NAME,
        taal,
        path=PAD,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Strict",
    )
