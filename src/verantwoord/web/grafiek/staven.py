"""Bars in time beside what can be done: how much is due in each week, and a line for what is possible."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from verantwoord.web.grafiek.interval import BREED, HEEL
from verantwoord.web.grafiek.svg import INK, INK_2, LINE, PETROL, drawing, element, join, text

TOP, HIGH, FOOT, START = 24, 200, 30, 46
_TITLE_ROOM = 58


@dataclass(frozen=True)
class Staaf:
    """One period and how much lies in it."""

    titel: str
    aantal: int


def teken_staven(
    staven: Sequence[Staaf], grens: float, *, titel: str, sleutel: str, grens_titel: str, breed: int = HEEL
) -> SafeString:
    """Return the drawing: a bar a period, and a dashed line at ``grens``. ``sleutel`` is unique on its page."""
    most = max([grens, *(staaf.aantal for staaf in staven), 1]) * 1.1
    step = (breed - START) / max(len(staven), 1)
    body = join(
        [*_axis(most, breed), *_bars(staven, most, step), *_limit(grens, most, breed, grens_titel)],
    )
    uitleg = gettext("%(aantal)d weken. Dezelfde cijfers staan in de tabel hieronder.")
    return drawing(
        breed,
        TOP + HIGH + FOOT,
        titel=titel,
        uitleg=uitleg % {"aantal": len(staven)},
        sleutel=f"{sleutel}-{breed}",
        inhoud=body,
    )


def _y(aantal: float, most: float) -> float:
    return TOP + HIGH * (1 - aantal / most)


def _axis(most: float, breed: int) -> Iterator[SafeString]:
    tick = max(1, round(most / 4))
    for at in range(0, int(most) + 1, tick):
        yield element("line", x1=START, x2=breed, y1=_y(at, most), y2=_y(at, most), stroke=LINE)
        yield text(START - 8, _y(at, most), str(at), maat=13, fill=INK_2, text_anchor="end")


def _bars(staven: Sequence[Staaf], most: float, step: float) -> Iterator[SafeString]:
    every = max(1, -(-_TITLE_ROOM // max(int(step), 1)))
    for at, staaf in enumerate(staven):
        left, wide, top = START + step * (at + 0.15), step * 0.7, _y(staaf.aantal, most)
        if staaf.aantal:
            yield element("rect", x=left, y=top, width=wide, height=TOP + HIGH - top, fill=PETROL)
        if at % every == 0:
            yield text(
                left + wide / 2, TOP + HIGH + 16, staaf.titel, maat=13, fill=INK_2, text_anchor="middle"
            )


def _limit(grens: float, most: float, breed: int, woorden: str) -> Iterator[SafeString]:
    y = _y(grens, most)
    yield element("line", x1=START, x2=breed, y1=y, y2=y, stroke=INK, stroke_width=2, stroke_dasharray="6 4")
    yield text(breed - 4, y - 10, woorden, maat=13, fill=INK, text_anchor="end")


def drievoud(
    staven: Sequence[Staaf], grens: float, *, titel: str, sleutel: str, grens_titel: str
) -> dict[str, SafeString]:
    """The drawing in its three widths, by the name of each; every bar is in each, for the narrow one is also printed."""
    return {
        naam: teken_staven(staven, grens, titel=titel, sleutel=sleutel, grens_titel=grens_titel, breed=breed)
        for naam, breed in (("smal", 358), ("breed", BREED), ("heel", HEEL))
    }
