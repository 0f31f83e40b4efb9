"""A strip of dots per place: how far apart people are, without saying who. Places stand by name, never by value."""

import statistics
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from verantwoord.web.grafiek.interval import BREED, HEEL
from verantwoord.web.grafiek.svg import INK, INK_2, LINE, PETROL, drawing, element, join, text


@dataclass(frozen=True)
class Strook:
    """One place with a value per person, in any order; ``niet_getoond`` says why its values are held back.

    What may be shown is decided by who measures: a strip that is held back has no values here at all.
    """

    titel: str
    waarden: tuple[float, ...] = ()
    niet_getoond: str = ""

    def __post_init__(self) -> None:
        if self.niet_getoond and self.waarden:
            raise ValueError("a strip that is not shown carries no values")


@dataclass(frozen=True)
class Schaal:
    """The axis: from, to, a tick every ``stap``, and the value that is the norm (None: there is none)."""

    van: float
    tot: float
    stap: float = 1
    norm: float | None = None


START_WIDE, ROW_WIDE, ROW_NARROW, TOP, END_ROOM, DOT = 222, 54, 76, 28, 16, 5


def teken_stroken(
    stroken: tuple[Strook, ...],
    schaal: Schaal,
    *,
    titel: str,
    sleutel: str,
    breed: int = HEEL,
    uitleg: str = "",
) -> SafeString:
    """Return the drawing: a dot for each person, a thick line at the median, a dashed one at the norm.

    ``uitleg`` says what a line and a dot is, where it is not a place and a colleague.
    """
    smal = breed < BREED
    row = ROW_NARROW if smal else ROW_WIDE
    as_ = _As(schaal, 8 if smal else START_WIDE, breed)
    ordered = sorted(stroken, key=lambda strook: strook.titel.casefold())
    height = TOP + row * len(ordered)
    rows = [
        part for at, strook in enumerate(ordered) for part in _row(strook, TOP + at * row, as_=as_, smal=smal)
    ]
    uitleg = uitleg or gettext(
        "%(aantal)d locaties op naam. Ieder bolletje is één medewerker, de dikke streep de mediaan."
    ) % {"aantal": len(ordered)}
    return drawing(
        breed,
        height + 2,
        titel=titel,
        uitleg=uitleg,
        sleutel=f"{sleutel}-{breed}",
        inhoud=join([*_ticks(as_, height), *rows]),
    )


@dataclass(frozen=True)
class _As:
    schaal: Schaal
    start: int
    breed: int

    def x(self, value: float) -> float:
        share = (value - self.schaal.van) / (self.schaal.tot - self.schaal.van)
        return self.start + min(max(share, 0.0), 1.0) * (self.breed - END_ROOM - self.start)


def _ticks(as_: _As, height: int) -> Iterator[SafeString]:
    schaal = as_.schaal
    for step in range(round((schaal.tot - schaal.van) / schaal.stap) + 1):
        value = schaal.van + step * schaal.stap
        is_norm = value == schaal.norm
        words = gettext("%(getal)s (norm)") % {"getal": f"{value:g}"} if is_norm else f"{value:g}"
        x = as_.x(value)
        yield element(
            "line",
            x1=x,
            x2=x,
            y1=TOP - 6,
            y2=height,
            stroke=INK_2 if is_norm else LINE,
            stroke_dasharray="4 3" if is_norm else None,
        )
        yield text(x, 8, words, maat=13, fill=INK_2, text_anchor="middle" if x > 12 else "start")


def _row(strook: Strook, top: int, *, as_: _As, smal: bool) -> Iterator[SafeString]:
    yield element("line", x1=0, x2=as_.breed, y1=top, y2=top, stroke=LINE)
    middle = top + (46 if smal else ROW_WIDE / 2)
    yield text(0, top + 14 if smal else middle, strook.titel, maat=14, vet=True)
    if strook.niet_getoond:
        wide = as_.breed - END_ROOM - as_.start
        yield element("rect", x=as_.start, y=middle - 12, width=wide, height=24, fill="#f6f5f0")
        yield text(as_.start + 12, middle, strook.niet_getoond, maat=13, fill=INK_2)
        return
    for x, lift in _swarm([as_.x(value) for value in sorted(strook.waarden)]):
        yield element("circle", cx=x, cy=middle + lift, r=DOT, fill=PETROL, fill_opacity=0.8)
    if strook.waarden:
        x = as_.x(statistics.median(strook.waarden))
        yield element("line", x1=x, x2=x, y1=middle - 17, y2=middle + 17, stroke=INK, stroke_width=3)


def _swarm(places: list[float]) -> Iterator[tuple[float, float]]:
    """Lay dots that would cover each other beside the line: middle, above, below, and further out."""
    lifts = (0.0, -11.0, 11.0, -18.0, 18.0)
    last: dict[float, float] = {}
    for x in places:
        free = [lift for lift in lifts if x - last.get(lift, -100.0) >= 2 * DOT + 1]
        lift = free[0] if free else lifts[-1]
        last[lift] = x
        yield x, lift
