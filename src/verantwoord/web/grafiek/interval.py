"""Then beside now: a dot with its margin, for each part that was measured twice."""

import math
from collections.abc import Iterator
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from verantwoord.web.grafiek.svg import (
    INK,
    INK_2,
    LINE,
    PAPER,
    PETROL,
    drawing,
    element,
    join,
    text,
    width_of,
)


@dataclass(frozen=True)
class Meting:
    """A share with its 95 % margin, all three in percent from 0 to 100."""

    deel: float
    laag: float
    hoog: float


@dataclass(frozen=True)
class Meetregel:
    """One part: what was measured then and what is measured now; None is not measured.

    ``niet_getoond`` says why there is no figure now ("niet getoond: minder dan 5 dossiers").
    """

    titel: str
    toen: Meting | None
    nu: Meting | None
    niet_getoond: str = ""


SMAL, BREED, HEEL = 358, 816, 1216
"""The three widths of the drawing: a phone, a column, a page."""

START_WIDE, ROW_WIDE, TOP = 222, 62, 28
ROW_NARROW = 84
# Where nothing was measured then, a part needs one line less.
ONE_LESS = 22
END_ROOM = 20


def teken_interval(
    regels: tuple[Meetregel, ...], *, titel: str, sleutel: str, breed: int = HEEL
) -> SafeString:
    """Return the drawing: open circle for then, solid diamond for now, a whisker for the margin.

    When no part was measured then, the line for then is left out.

    Below the width of a column the name of a part stands above its line. ``sleutel`` is unique on its page.
    """
    wide, smal = breed, breed < BREED
    # The names stand before the lines, however long they are.
    longest = max((width_of(regel.titel, 14, vet=True) for regel in regels), default=0.0)
    start = 8 if smal else max(START_WIDE, int(longest * 1.08) + 16)
    alone = all(regel.toen is None for regel in regels)
    row = (ROW_NARROW if smal else ROW_WIDE) - (ONE_LESS if alone else 0)
    height = TOP + row * len(regels)
    body = join(
        [
            *_axis(start, wide, height, (0, 50, 100) if smal else (0, 25, 50, 75, 100)),
            *(
                part
                for at, regel in enumerate(regels)
                for part in _row(regel, _Plek(TOP + at * row, start, wide, smal=smal, alone=alone))
            ),
        ]
    )
    uitleg = gettext("%(aantal)d onderdelen in procenten. Dezelfde cijfers staan in de tabel hieronder.")
    return drawing(
        wide,
        height + 2,
        titel=titel,
        uitleg=uitleg % {"aantal": len(regels)},
        sleutel=f"{sleutel}-{breed}",
        inhoud=body,
    )


def _x(percent: float, start: int, wide: int) -> float:
    return start + percent / 100 * (wide - END_ROOM - start)


def _axis(start: int, wide: int, height: int, ticks: tuple[int, ...]) -> Iterator[SafeString]:
    for tick in ticks:
        x = _x(tick, start, wide)
        anchor = "start" if tick == 0 and start < 20 else "end" if tick == 100 and start < 20 else "middle"
        yield element("line", x1=x, x2=x, y1=TOP - 6, y2=height, stroke=LINE)
        yield text(x, 8, f"{tick}%", maat=13, fill=INK_2, text_anchor=anchor)


@dataclass(frozen=True)
class _Plek:
    """Where a part stands: its top, where its line begins, and how wide the drawing is."""

    top: int
    start: int
    wide: int
    smal: bool
    alone: bool


def _row(regel: Meetregel, plek: _Plek) -> Iterator[SafeString]:
    top, start, wide = plek.top, plek.start, plek.wide
    yield element("line", x1=0, x2=wide, y1=top, y2=top, stroke=LINE)
    middle = (ROW_WIDE - (ONE_LESS if plek.alone else 0)) / 2
    yield text(0, top + (15 if plek.smal else middle), regel.titel, maat=14, vet=True)
    first = top + (38 if plek.smal else 20)
    second = first if plek.alone else first + (24 if plek.smal else 22)
    if regel.toen:
        yield from _mark(regel.toen, first, start, wide, now=False)
    if regel.nu:
        yield from _mark(regel.nu, second, start, wide, now=True)
    elif regel.niet_getoond:
        yield element(
            "rect", x=start, y=second - 11, width=wide - END_ROOM - start, height=22, fill="#f6f5f0"
        )
        yield text(start + 12, second, regel.niet_getoond, maat=13, fill=INK_2)


def _mark(meting: Meting, y: int, start: int, wide: int, *, now: bool) -> Iterator[SafeString]:
    low, high, x = (_x(value, start, wide) for value in (meting.laag, meting.hoog, meting.deel))
    ink = PETROL if now else INK
    path = f"M{low:.1f} {y}H{high:.1f}M{low:.1f} {y - 5}v10M{high:.1f} {y - 5}v10"
    yield element("path", d=path, stroke=ink, stroke_width=1.8, fill="none")
    yield symbool(x, y, nu=now)
    after = high + 8
    at_end = after + 34 > wide
    yield text(
        low - 8 if at_end else after,
        y,
        f"{math.floor(meting.deel + 0.5)}%",
        maat=13,
        vet=True,
        text_anchor="end" if at_end else None,
    )


def symbool(x: float, y: float, *, nu: bool) -> SafeString:
    """Return the sign of a series: a solid diamond for now, an open circle for then."""
    if nu:
        return element("path", d=f"M{x:.1f} {y - 8:.1f}l8 8-8 8-8-8z", fill=PETROL)
    return element("circle", cx=x, cy=y, r=5.5, fill=PAPER, stroke=INK, stroke_width=1.8)
