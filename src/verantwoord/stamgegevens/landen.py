"""Names of countries in the language of the screen, from the Unicode locale data."""

from functools import cache
from unicodedata import combining, normalize

from babel import Locale
from babel.core import get_global
from django.utils.translation import get_language, gettext, gettext_noop

ZONDER_LAND = {"XXA": gettext_noop("staatloos"), "XXX": gettext_noop("onbekend")}

# Places with a code that nobody is returned to, and that only make the list longer.
_GEEN_LAND = frozenset(
    {"AC", "AQ", "BV", "CP", "DG", "EA", "EU", "EZ", "GS", "HM", "IC", "IO", "TA", "TF", "UM", "UN"}
    # What the locale data keep for tests of software and for what they do not know.
    | {"QO", "XA", "XB", "ZZ"}
)
# Codes of countries that are no more, which ISO 3166-3 keeps beside the code of who came after them.
_VROEGER = frozenset({"BUR", "DDR", "FXX", "TMP", "YMD", "ZAR"})


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


def landkeuzes() -> list[tuple[str, str]]:
    """Every country by its name in the language of the screen; asked for when a form is shown."""
    drie = {
        twee[0]: code
        for code, twee in get_global("territory_aliases").items()
        if len(code) == 3 and code.isalpha() and len(twee) == 1 and code not in _VROEGER | ZONDER_LAND.keys()
    }
    namen = (
        (code, landnaam(code)) for twee, code in drie.items() if len(twee) == 2 and twee not in _GEEN_LAND
    )
    landen = (land for land in namen if land[0] != land[1])
    zonder = ((code, landnaam(code).capitalize()) for code in ZONDER_LAND)
    return [("", gettext("Kies een land")), *sorted(landen, key=lambda land: _sorteer(land[1])), *zonder]


def _sorteer(naam: str) -> str:
    """Without accents, so that Ethiopië stands before Finland and Åland not behind Zweden."""
    return "".join(teken for teken in normalize("NFD", naam.casefold()) if not combining(teken))
