"""The course of a dossier on one axis of time: what happened, what is fixed, what is expected, what is locked."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Literal

from django.utils.dateformat import format as format_date
from django.utils.safestring import SafeString
from django.utils.translation import gettext

from verantwoord.web.datums import dag_kort, maand_kort
from verantwoord.web.grafiek.svg import (
    INK,
    INK_2,
    LINE,
    MARK_COLOURS,
    PAPER,
    PETROL,
    TINT,
    drawing,
    element,
    join,
    text,
    width_of,
)
from verantwoord.web.onderdelen.tekens import MARKS, sprite_url

Zekerheid = Literal["gebeurd", "vast", "verwacht", "slot"]


@dataclass(frozen=True)
class Balk:
    """A period: ``gebeurd`` solid, ``vast`` tinted with a line, ``verwacht`` dashed, ``slot`` hatched.

    ``tot`` None means: still running, no end known; it is drawn to the end of the axis. ``kort`` is the text for
    the narrow drawing, where the long one does not fit.
    """

    van: dt.date
    tot: dt.date | None
    zekerheid: Zekerheid
    tekst: str = ""
    kort: str = ""


@dataclass(frozen=True)
class Punt:
    """A moment with its mark and a word beside it; without room the short one, and else the table says it."""

    op: dt.date
    teken: str
    tekst: str = ""
    kort: str = ""


@dataclass(frozen=True)
class Rij:
    """One line of the chart. ``opmerking`` is written before its first bar, when there is room; alone it says why the line is empty."""

    titel: str
    balken: tuple[Balk, ...] = ()
    punten: tuple[Punt, ...] = ()
    opmerking: str = ""


@dataclass(frozen=True)
class Verloop:
    """The whole chart: its rows, the day that counts as today, and the span of the axis."""

    rijen: tuple[Rij, ...]
    vandaag: dt.date
    van: dt.date
    tot: dt.date


@dataclass(frozen=True)
class Maat:
    """Where everything goes in one of the two drawings, in pixels."""

    sleutel: str
    breed: int
    start: int
    rij: int
    letter: int
    titel_boven: bool

    @property
    def kop(self) -> int:
        return 46


WIDE = Maat("breed", 816, 124, 46, 14, titel_boven=False)
NARROW = Maat("smal", 358, 0, 62, 13, titel_boven=True)
END_ROOM = 8


def teken_verloop(
    verloop: Verloop, *, sleutel: str, smal: bool = False, breed: int | None = None
) -> SafeString:
    """Return the drawing as SVG, 816 wide (or ``breed``) or 358 when ``smal``; ``sleutel`` is unique on its page."""
    maat = NARROW if smal else WIDE
    if breed is not None:
        maat = Maat(maat.sleutel, breed, maat.start, maat.rij, maat.letter, maat.titel_boven)
    return _Tekening(verloop, maat, f"{sleutel}-{maat.sleutel}").svg()


class _Tekening:
    """One drawing in the making: the scale of time and the rows down the page."""

    def __init__(self, verloop: Verloop, maat: Maat, sleutel: str) -> None:
        self.verloop, self.maat, self.sleutel = verloop, maat, sleutel
        self.days = max((verloop.tot - verloop.van).days, 1)
        self.height = maat.kop + maat.rij * len(verloop.rijen)

    def x(self, dag: dt.date) -> float:
        share = min(max((dag - self.verloop.van).days / self.days, 0.0), 1.0)
        return self.maat.start + share * (self.maat.breed - END_ROOM - self.maat.start)

    def svg(self) -> SafeString:
        verloop = self.verloop
        rows = list(enumerate(verloop.rijen))
        bars = [part for at, rij in rows for balk in rij.balken for part in self._bar(balk, self._middle(at))]
        words = [part for at, rij in rows for part in self._words(at, rij)]
        body = join(
            [
                self._pattern(),
                *self._months(),
                *self._lines(),
                *bars,
                self._today_line(),
                *words,
                *self._today(),
            ]
        )
        uitleg = gettext(
            "%(aantal)d rijen van %(van)s tot %(tot)s. Dezelfde gegevens staan in de tabel hieronder."
        )
        return drawing(
            self.maat.breed,
            self.height + 2,
            titel=gettext("Verloop in de tijd, vandaag is %(vandaag)s")
            % {"vandaag": format_date(verloop.vandaag, "j F Y")},
            uitleg=uitleg
            % {
                "aantal": len(verloop.rijen),
                "van": format_date(verloop.van, "F Y"),
                "tot": format_date(verloop.tot, "F Y"),
            },
            sleutel=self.sleutel,
            inhoud=body,
        )

    def _pattern(self) -> SafeString:
        stripe = element("path", d="M0 8L8 0M-2 2L2 -2M6 10L10 6", stroke=INK_2, stroke_width=1)
        pattern = element(
            "pattern", stripe, id=f"{self.sleutel}-s", width=8, height=8, patternUnits="userSpaceOnUse"
        )
        return element("defs", pattern)

    def _months(self) -> Iterator[SafeString]:
        top = self.maat.kop - 18
        for first in _first_days(self.verloop.van, self.verloop.tot, 3 if self.days > 500 else 1):
            x = self.x(first)
            if first > self.verloop.van:
                yield element("line", x1=x, x2=x, y1=top, y2=self.height, stroke=LINE)
            if x < self.maat.breed - 30:
                yield text(x + 4, self.maat.kop - 11, maand_kort(first), maat=13, fill=INK_2)

    def _lines(self) -> Iterator[SafeString]:
        for at in range(len(self.verloop.rijen)):
            y = self.maat.kop + at * self.maat.rij
            yield element("line", x1=0, x2=self.maat.breed, y1=y, y2=y, stroke=LINE)

    def _middle(self, at: int) -> float:
        return self.maat.kop + at * self.maat.rij + (40 if self.maat.titel_boven else self.maat.rij / 2)

    def _words(self, at: int, rij: Rij) -> Iterator[SafeString]:
        """Write everything that must stay readable across today's line: titles, labels, marks."""
        middle = self._middle(at)
        yield text(0, middle - 27 if self.maat.titel_boven else middle, rij.titel, maat=14, vet=True)
        places = [self.x(punt.op) for punt in rij.punten]
        for balk in rij.balken:
            yield from self._label(balk, middle, places)
        if rij.opmerking and (rij.balken or not rij.punten):
            yield self._remark(rij, middle)
        points = sorted(rij.punten, key=lambda punt: punt.op)
        for here, punt in enumerate(points):
            x = self.x(punt.op)
            ahead = [self.x(later.op) - 12 for later in points[here + 1 : here + 2]]
            ahead += [left - 4 for balk in rij.balken if (left := self._span(balk)[0]) > x]
            yield from self._point(punt, middle, min(ahead, default=float(self.maat.breed)))

    def _span(self, balk: Balk) -> tuple[float, float]:
        left = self.x(balk.van)
        right = self.x(balk.tot) if balk.tot else float(self.maat.breed - END_ROOM)
        return left, max(right, left + 3)

    def _bar(self, balk: Balk, middle: float) -> Iterator[SafeString]:
        left, right = self._span(balk)
        yield element(
            "rect",
            x=left + 0.75,
            y=middle - 11,
            width=right - left - 1.5,
            height=22,
            rx=3,
            **self._fill(balk.zekerheid),
        )

    def _label(self, balk: Balk, middle: float, places: Sequence[float]) -> Iterator[SafeString]:
        """Write what a bar is, as far as it fits before the bar ends or a mark stands on it."""
        left, right = self._span(balk)
        room = min((x - 9 for x in places if x > left + 9), default=right)
        words = self._fitting(balk, min(room, right) - left)
        if not words:
            return
        locked = balk.zekerheid == "slot"
        if locked:
            wide = width_of(words, self.maat.letter, vet=True) + 14
            yield element(
                "rect", x=left + 20, y=middle - 10, width=min(wide, right - left - 22), height=20, fill=PAPER
            )
        ink = PAPER if balk.zekerheid == "gebeurd" else INK
        yield text(left + (27 if locked else 8), middle, words, maat=self.maat.letter, vet=True, fill=ink)

    def _fill(self, zekerheid: Zekerheid) -> dict[str, Any]:
        return {
            "gebeurd": {"fill": PETROL, "stroke": PETROL, "stroke_width": 1.5},
            "vast": {"fill": TINT, "stroke": PETROL, "stroke_width": 1.5},
            "verwacht": {"fill": PAPER, "stroke": INK_2, "stroke_width": 1.5, "stroke_dasharray": "4 3"},
            "slot": {"fill": f"url(#{self.sleutel}-s)", "stroke": INK_2, "stroke_width": 1.5},
        }[zekerheid]

    def _fitting(self, balk: Balk, room: float) -> str:
        margin = 50 if balk.zekerheid == "slot" else 12
        for words in (balk.tekst, balk.kort):
            if words and width_of(words, self.maat.letter, vet=True) + margin <= room:
                return words
        return ""

    def _remark(self, rij: Rij, middle: float) -> SafeString:
        if not rij.balken:
            return text(self.maat.start, middle, rij.opmerking, maat=self.maat.letter, fill=INK_2, **_halo())
        end = min(self.x(balk.van) for balk in rij.balken) - 10
        if width_of(rij.opmerking, self.maat.letter) > end - self.maat.start:
            return SafeString("")
        return text(
            end, middle, rij.opmerking, maat=self.maat.letter, fill=INK_2, text_anchor="end", **_halo()
        )

    def _point(self, punt: Punt, middle: float, end: float) -> Iterator[SafeString]:
        x = self.x(punt.op)
        yield element("circle", cx=x, cy=middle, r=9, fill=PAPER)
        yield element(
            "use",
            href=f"{sprite_url()}#{punt.teken}",
            x=x - 9,
            y=middle - 9,
            width=18,
            height=18,
            color=MARK_COLOURS.get(punt.teken, INK_2),
        )
        for words in (punt.tekst, punt.kort):
            if words and x + 14 + width_of(words, self.maat.letter) <= end:
                yield text(x + 14, middle, words, maat=self.maat.letter, **_halo())
                return

    def _today_line(self) -> SafeString:
        x = self.x(self.verloop.vandaag)
        return element("line", x1=x, x2=x, y1=20, y2=self.height, stroke=INK, stroke_width=2)

    def _today(self) -> Iterator[SafeString]:
        words = gettext("vandaag %(dag)s") % {"dag": dag_kort(self.verloop.vandaag)}
        x, wide = self.x(self.verloop.vandaag), width_of(words, 13, vet=True) + 14
        left = min(max(x - wide / 2, 0), self.maat.breed - wide)
        yield element("rect", x=left, y=0, width=wide, height=22, rx=2, fill=INK)
        yield text(left + wide / 2, 11, words, maat=13, vet=True, fill=PAPER, text_anchor="middle")


def _halo() -> dict[str, Any]:
    """Return a white edge around letters, so that a line behind them does not cross them out."""
    return {"stroke": PAPER, "stroke_width": 4, "paint_order": "stroke", "stroke_linejoin": "round"}


def _first_days(van: dt.date, tot: dt.date, step: int) -> Iterator[dt.date]:
    month = van.replace(day=1)
    while month <= tot:
        yield max(month, van)
        total = month.year * 12 + month.month - 1 + step
        month = dt.date(total // 12, total % 12 + 1, 1)


def _meaning(punt: Punt) -> str:
    """Say in words what the mark of a point says in its shape."""
    meaning = str(MARKS.get(punt.teken, ""))
    return ": ".join(part for part in (punt.tekst, meaning) if part)


def tabelrijen(verloop: Verloop) -> Sequence[tuple[str, str, str, str]]:
    """Return the same data as rows: which line, from (or on), until, and how certain in words."""
    words = {
        "gebeurd": gettext("gebeurd"),
        "vast": gettext("vastgelegd, nog niet voorbij"),
        "verwacht": gettext("verwacht"),
        "slot": gettext("op slot"),
    }
    out: list[tuple[str, str, str, str]] = []
    for rij in verloop.rijen:
        rows = [
            (
                balk.van,
                (
                    rij.titel,
                    format_date(balk.van, "j F Y"),
                    format_date(balk.tot, "j F Y") if balk.tot else gettext("geen einde bekend"),
                    f"{balk.tekst}: {words[balk.zekerheid]}" if balk.tekst else words[balk.zekerheid],
                ),
            )
            for balk in rij.balken
        ]
        rows += [
            (punt.op, (rij.titel, format_date(punt.op, "j F Y"), "", _meaning(punt))) for punt in rij.punten
        ]
        out += [row for _, row in sorted(rows, key=lambda pair: pair[0])]
    return out
