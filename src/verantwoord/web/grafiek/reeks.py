"""A share through time: a line with its margin as a band, and a gap where nothing may be shown."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from verantwoord.web.grafiek.interval import BREED, HEEL, Meting
from verantwoord.web.grafiek.svg import INK_2, LINE, PETROL, TINT, drawing, element, join, text

TOP, HIGH, FOOT, START, END_ROOM = 12, 220, 34, 46, 16


@dataclass(frozen=True)
class Reekspunt:
    """One period and its share with its margin; without one it is a gap in the line."""

    titel: str
    meting: Meting | None


def teken_reeks(punten: Sequence[Reekspunt], *, titel: str, sleutel: str, breed: int = HEEL) -> SafeString:
    """Return the drawing: the band is the margin of 95 %, a dot is a period. ``sleutel`` is unique on its page."""
    step = (breed - START - END_ROOM) / max(len(punten), 1)
    places = [(START + (at + 0.5) * step, punt) for at, punt in enumerate(punten)]
    runs = [
        [(x, punt.meting) for x, punt in run]
        for shown, run in groupby(places, key=lambda place: place[1].meting is not None)
        if shown
    ]
    body = join([*_axis(breed), *_titles(places, step), *(part for run in runs for part in _run(run))])
    uitleg = gettext("%(aantal)d perioden in procenten. Dezelfde cijfers staan in de tabel hieronder.")
    return drawing(
        breed,
        TOP + HIGH + FOOT,
        titel=titel,
        uitleg=uitleg % {"aantal": len(punten)},
        sleutel=f"{sleutel}-{breed}",
        inhoud=body,
    )


def _y(percent: float) -> float:
    return TOP + HIGH * (1 - percent / 100)


def _axis(breed: int) -> Iterator[SafeString]:
    for tick in (0, 25, 50, 75, 100):
        yield element("line", x1=START, x2=breed, y1=_y(tick), y2=_y(tick), stroke=LINE)
        yield text(START - 8, _y(tick), f"{tick}%", maat=13, fill=INK_2, text_anchor="end")


def _titles(places: Sequence[tuple[float, Reekspunt]], step: float) -> Iterator[SafeString]:
    """Write as many titles as there is room for, the last one always."""
    wide = 64
    every = max(1, -(-wide // max(int(step), 1)))
    for at, (x, punt) in enumerate(reversed(places)):
        if at % every == 0:
            yield text(x, TOP + HIGH + 20, punt.titel, maat=13, fill=INK_2, text_anchor="middle")


def _run(run: Sequence[tuple[float, Meting | None]]) -> Iterator[SafeString]:
    """Draw one stretch without gaps; of one period alone the margin is a whisker."""
    known = [(x, meting) for x, meting in run if meting is not None]
    if len(known) == 1:
        x, meting = known[0]
        yield element(
            "line", x1=x, x2=x, y1=_y(meting.hoog), y2=_y(meting.laag), stroke=PETROL, stroke_width=1.8
        )
    else:
        edge = [f"{x:.1f} {_y(m.hoog):.1f}" for x, m in known]
        edge += [f"{x:.1f} {_y(m.laag):.1f}" for x, m in reversed(known)]
        line = [f"{x:.1f} {_y(m.deel):.1f}" for x, m in known]
        yield element("path", d=f"M{'L'.join(edge)}z", fill=TINT, stroke="none")
        yield element("path", d=f"M{'L'.join(line)}", fill="none", stroke=PETROL, stroke_width=2)
    for x, meting in known:
        yield element("circle", cx=x, cy=_y(meting.deel), r=4, fill=PETROL)


def drievoud(punten: Sequence[Reekspunt], *, titel: str, sleutel: str) -> dict[str, SafeString]:
    """Return the drawing in the three widths of a page; every period is in each, for the narrow one is also printed."""
    return {
        "smal": teken_reeks(punten, titel=titel, sleutel=sleutel, breed=358),
        "breed": teken_reeks(punten, titel=titel, sleutel=sleutel, breed=BREED),
        "heel": teken_reeks(punten, titel=titel, sleutel=sleutel),
    }
