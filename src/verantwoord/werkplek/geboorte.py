"""A birth date as people type it in a search, whole or in part: 12-3-1984, maart 1984, 1984-03, 1984."""

import re
from typing import Final

from django.db.models import Q

_MAANDEN: Final = ("jan", "feb", "maa", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_ENGELS: Final = {"mar": 3, "may": 5, "oct": 10, "mrt": 3}
_JAAR: Final = r"(?P<jaar>(?:19|20)\d{2})"
_VORMEN: Final = (
    re.compile(rf"(?<!\d){_JAAR}-(?P<maand>\d{{1,2}})(?:-(?P<dag>\d{{1,2}}))?(?!\d)"),
    re.compile(rf"(?<!\d)(?:(?P<dag>\d{{1,2}})[-./ ])?(?P<maand>\d{{1,2}})[-./ ]{_JAAR}(?!\d)"),
    re.compile(
        rf"(?<!\d)(?:(?P<dag>\d{{1,2}})[ -]+)?(?P<naam>[a-z]{{3,9}})[ .-]+{_JAAR}(?!\d)", re.IGNORECASE
    ),
    re.compile(rf"(?<!\d){_JAAR}(?!\d)"),
)


def lees_geboorte(vraag: str, *, via: str) -> tuple[Q, str] | None:
    """The condition on a birth date in what was typed and what else was typed, or ``None`` when there is no date in it.

    ``via`` leads to the person. A date of which the file does not know the day or the month fits as well.
    """
    for vorm in _VORMEN:
        treffer = vorm.search(vraag)
        if treffer is None:
            continue
        delen = treffer.groupdict()
        maand = _maand(delen)
        if maand is None:
            continue
        rest = f"{vraag[: treffer.start()]} {vraag[treffer.end() :]}".strip()
        return _voorwaarde(f"{via}geboortedatum", delen["jaar"], maand, int(delen.get("dag") or 0)), rest
    return None


def _maand(delen: dict[str, str | None]) -> int | None:
    """The month, 0 when none was typed, ``None`` when what was typed is no month."""
    naam = (delen.get("naam") or "").lower()
    if naam:
        kort = naam[:3]
        return _MAANDEN.index(kort) + 1 if kort in _MAANDEN else _ENGELS.get(kort)
    maand = int(delen.get("maand") or 0)
    return maand if maand <= 12 else None


def _voorwaarde(veld: str, jaar: str, maand: int, dag: int) -> Q:
    if not maand:
        return Q(**{f"{veld}__startswith": f"{jaar}-"})
    if not dag:
        return Q(**{f"{veld}__startswith": f"{jaar}-{maand:02}-"}) | Q(**{veld: f"{jaar}-00-00"})
    return Q(**{f"{veld}__in": [f"{jaar}-{maand:02}-{dag:02}", f"{jaar}-{maand:02}-00", f"{jaar}-00-00"]})
