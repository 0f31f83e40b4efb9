"""Names of countries in the language of the screen, from the Unicode locale data."""

from functools import cache

from babel import Locale
from babel.core import get_global
from django.utils.translation import get_language, gettext, gettext_noop

ZONDER_LAND = {"XXA": gettext_noop("staatloos"), "XXX": gettext_noop("onbekend")}


@cache
def _namen(taal: str) -> dict[str, str]:
    return {code: str(naam) for code, naam in Locale.parse(taal).territories.items()}


def landnaam(code: str) -> str:
    """The name for an ISO 3166-1 alpha-3 code; a code that nobody knows is shown as it came."""
    if code in ZONDER_LAND:
        return gettext(ZONDER_LAND[code])
    twee = get_global("territory_aliases").get(code, [code])[0]
    return _namen((get_language() or "nl")[:2]).get(twee, code)


def taalnaam(code: str) -> str:
    """The name for a BCP 47 language tag; an unknown one is shown as it came."""
    talen = Locale.parse((get_language() or "nl")[:2]).languages
    return str(talen.get(code.replace("-", "_")) or talen.get(code.split("-", maxsplit=1)[0]) or code)
