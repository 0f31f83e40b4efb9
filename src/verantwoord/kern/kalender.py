"""Counting with dates as the law and the field do: holidays, working days, months and the Algemene termijnenwet.

Pure calendar arithmetic on dates: no clock and no time zone. A result beyond the calendar stops at its edge
(31 December 9999), so that an absurd date in a file gives an absurd answer and not a crash.
"""

from collections.abc import Container
from datetime import date, timedelta
from functools import lru_cache

ZATERDAG = 5
_MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
_WEEKDAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

# Algemene termijnenwet art. 1(1): a term of more than 90 days is not extended; a term of nothing has no last day.
LANGSTE_ATW_TERMIJN = 90


@lru_cache(maxsize=65536)
def voluit(dag: date) -> str:
    """Write a date as people do: 7 maart 2022."""
    return f"{dag.day} {_MAANDEN[dag.month - 1]} {dag.year}"


def plus_dagen(dag: date, dagen: int) -> date:
    """Add (or take off) calendar days."""
    try:
        return dag + timedelta(dagen)
    except OverflowError:
        return date.max if dagen > 0 else date.min


def plus_maanden(dag: date, maanden: int) -> date:
    """Add months: the day number stays, and is clamped to the last day of a shorter month."""
    jaren, maand = divmod(dag.month - 1 + maanden, 12)
    jaar = dag.year + jaren
    if jaar > date.max.year:
        return date.max
    return date(jaar, maand + 1, min(dag.day, _maandlengte(jaar, maand + 1)))


def _maandlengte(jaar: int, maand: int) -> int:
    if maand == 12:
        return 31
    return (date(jaar, maand + 1, 1) - date(jaar, maand, 1)).days


def paaszondag(jaar: int) -> date:
    """Give Easter Sunday of the Gregorian calendar (the anonymous algorithm)."""
    eeuw, rest = divmod(jaar, 100)
    maan = (19 * (jaar % 19) + eeuw - eeuw // 4 - (eeuw - (eeuw + 8) // 25 + 1) // 3 + 15) % 30
    weekdag = (32 + 2 * (eeuw % 4) + 2 * (rest // 4) - maan - rest % 4) % 7
    correctie = (jaar % 19 + 11 * maan + 22 * weekdag) // 451
    maand, dag = divmod(maan + weekdag - 7 * correctie + 114, 31)
    return date(jaar, maand, dag + 1)


@lru_cache(maxsize=1024)
def feestdagen(jaar: int) -> dict[date, str]:
    """Give the recognised holidays of Algemene termijnenwet art. 3, with Good Friday, which it equates.

    Until 2013 Queen's Day was on 30 April, from 2014 King's Day is on 27 April; on a Sunday it moves to the
    day before. Two holidays on one day (Ascension on 5 May) keep the first name.
    """
    pasen = paaszondag(jaar)
    vorst = ("Koninginnedag", date(jaar, 4, 30)) if jaar <= 2013 else ("Koningsdag", date(jaar, 4, 27))
    if vorst[1].weekday() > ZATERDAG:
        vorst = (vorst[0], vorst[1] - timedelta(1))
    namen = [
        ("Nieuwjaarsdag", date(jaar, 1, 1)),
        ("Goede Vrijdag", pasen - timedelta(2)),
        ("Tweede Paasdag", pasen + timedelta(1)),
        vorst,
        ("Bevrijdingsdag", date(jaar, 5, 5)),
        ("Hemelvaartsdag", pasen + timedelta(39)),
        ("Tweede Pinksterdag", pasen + timedelta(50)),
        ("Eerste Kerstdag", date(jaar, 12, 25)),
        ("Tweede Kerstdag", date(jaar, 12, 26)),
    ]
    dagen: dict[date, str] = {}
    for naam, dag in namen:
        dagen.setdefault(dag, naam)
    return dagen


def rustdag(dag: date, gelijkgesteld: Container[date] = frozenset()) -> str | None:
    """Name why a day is no ordinary day (a holiday, an equated day, Saturday, Sunday), or give None."""
    naam = feestdagen(dag.year).get(dag)
    if naam is not None:
        return naam
    if dag in gelijkgesteld:
        return "een met een feestdag gelijkgestelde dag"
    weekdag = dag.weekday()
    return _WEEKDAGEN[weekdag] if weekdag >= ZATERDAG else None


@lru_cache(maxsize=65536)
def plus_werkdagen(dag: date, aantal: int, gelijkgesteld: frozenset[date] = frozenset()) -> date:
    """Give the ``aantal``-th working day after ``dag``; the day itself does not count."""
    while aantal > 0 and dag < date.max:
        dag += timedelta(1)
        if rustdag(dag, gelijkgesteld) is None:
            aantal -= 1
    return dag


def verleng_atw(
    laatste_dag: date, *, dagen: int, gelijkgesteld: Container[date] = frozenset()
) -> tuple[date, str | None]:
    """Move the last day of a statutory term to the next ordinary day (Algemene termijnenwet art. 1, 3 and 4).

    ``dagen`` is the length of the term: only 1 to 90 days are extended. Gives the last day that counts, and
    the name of the day that moved it (None when it did not move).
    """
    if not 1 <= dagen <= LANGSTE_ATW_TERMIJN:
        return laatste_dag, None
    wegens = rustdag(laatste_dag, gelijkgesteld)
    while laatste_dag < date.max and rustdag(laatste_dag, gelijkgesteld) is not None:
        laatste_dag += timedelta(1)
    return laatste_dag, wegens


def is_achttien(geboren: date, op: date) -> bool:
    """Tell whether someone born on ``geboren`` is 18 on ``op``.

    Comparing the parts makes someone born on 29 February 18 on 1 March of a year without that day.
    """
    return (geboren.year + 18, geboren.month, geboren.day) <= (op.year, op.month, op.day)


def achttien_op(geboren: date) -> date:
    """Give the first day on which someone born on ``geboren`` is 18: the day :func:`is_achttien` begins to hold."""
    try:
        return geboren.replace(year=geboren.year + 18)
    except ValueError:
        return date(geboren.year + 18, 3, 1) if geboren.year + 18 <= date.max.year else date.max
