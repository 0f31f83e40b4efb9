"""The small types that every format shares: what a v-nummer, a birth date or a country code looks like.

The published pattern ends in ``$``, which in Python also matches before a final line break. The formats do
not allow that line break, so structs with such a field call :func:`check_patronen` when they are made.
"""

from datetime import date, datetime
from functools import lru_cache
from typing import Annotated

from msgspec import Meta

Tekst = Annotated[str, Meta(max_length=20000)]
Kort = Annotated[str, Meta(min_length=1, max_length=200)]
Dossiernummer = Annotated[str, Meta(pattern="^D-[0-9]{4}-[0-9]{6,}$")]
VNummer = Annotated[str, Meta(pattern="^[0-9]{10}$", description="vreemdelingennummer, 10 cijfers")]
Geboortedatum = Annotated[
    str,
    Meta(pattern="^[0-9]{4}-[0-9]{2}-[0-9]{2}$", description="JJJJ-MM-DD; onbekende maand of dag is 00"),
]
Landcode = Annotated[
    str,
    Meta(pattern="^([A-Z]{3}|XXA|XXX)$", description="ISO 3166-1 alpha-3; XXA staatloos, XXX onbekend"),
]
Taalcode = Annotated[str, Meta(pattern="^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$", description="BCP 47")]

_DAGEN = (31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class VeldFout(ValueError):
    """A value that has the right pattern but cannot be; ``veld`` is its field within the struct, if known."""

    def __init__(self, veld: str, melding: str) -> None:
        super().__init__(melding)
        self.veld = veld


def check_patronen(*waarden: str | None, veld: str = "") -> None:
    """Refuse a value that matches its pattern only because ``$`` overlooks a final line break."""
    for waarde in waarden:
        if waarde is not None and waarde.endswith("\n"):
            raise VeldFout(veld, "de waarde eindigt op een regeleinde; haal dat weg")


@lru_cache(maxsize=65536)
def check_geboortedatum(waarde: str) -> None:
    """Refuse a birth date that does not exist on the calendar; unknown parts are 00."""
    check_patronen(waarde, veld="geboortedatum")
    jaar, maand, dag = int(waarde[:4]), int(waarde[5:7]), int(waarde[8:])
    if (
        maand > 12
        or dag > _DAGEN[maand]
        or (jaar and maand == 2 and dag == 29 and not _is_schrikkeljaar(jaar))
    ):
        raise VeldFout(
            "geboortedatum",
            f"de datum {waarde} bestaat niet; geef een datum die op de kalender staat, met 00 voor wat onbekend is",
        )


def check_moment(waarde: datetime | None, *, veld: str = "") -> None:
    """Refuse a moment without an offset: without it nobody knows which instant is meant."""
    if waarde is not None and waarde.tzinfo is None:
        raise VeldFout(
            veld,
            "het tijdstip heeft geen tijdzone; geef het verschil met UTC mee, zoals 2022-03-01T14:00:00+01:00",
        )


@lru_cache(maxsize=65536)
def geboortegrenzen(waarde: str) -> tuple[date, date]:
    """Give the earliest and the latest day that a birth date with unknown parts allows."""
    jaar, maand, dag = int(waarde[:4]), int(waarde[5:7]), int(waarde[8:])
    jaren = (jaar, jaar) if jaar else (1, 9999)
    maanden = (maand, maand) if maand else (1, 12)
    vroegst = _bestaande_dag(jaren[0], maanden[0], dag or 1, stap=1)
    laatst = _bestaande_dag(jaren[1], maanden[1], dag or 31, stap=-1)
    return vroegst, laatst


def _bestaande_dag(jaar: int, maand: int, dag: int, *, stap: int) -> date:
    """Give the day itself, or the nearest existing one when month or year was filled in for an unknown part."""
    if maand == 2 and dag == 29:
        while not _is_schrikkeljaar(jaar):
            jaar += stap
    lengte = 28 if maand == 2 and not _is_schrikkeljaar(jaar) else _DAGEN[maand]
    return date(jaar, maand, min(dag, lengte))


def _is_schrikkeljaar(jaar: int) -> bool:
    return jaar % 4 == 0 and (jaar % 100 != 0 or jaar % 400 == 0)
