"""A bar a table: the share in percent, from nought to a hundred, with its figure in words. Tables stand by name."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.safestring import SafeString
from django.utils.translation import gettext

from verantwoord.web.grafiek.svg import INK_2, LINE, PETROL, drawing, element, join, text

SMAL: Final = 358
BREED: Final = 816
_ROW, _BAR, _END = 62, 16, 2


@dataclass(frozen=True)
class Balk:
    """One table; ``deel`` is unknown where the group is too small, and ``woorden`` says so."""

    titel: str
    deel: float | None
    woorden: str


def teken_balken(balken: Sequence[Balk], *, titel: str, sleutel: str, breed: int) -> SafeString:
    """Return the drawing: name and figure above each bar, so that no text is ever scaled or cut off."""
    ordered = sorted(balken, key=lambda balk: balk.titel.casefold())
    parts = [part for at, balk in enumerate(ordered) for part in _row(balk, at * _ROW, breed - _END)]
    return drawing(
        breed,
        _ROW * len(ordered) + 2,
        titel=titel,
        uitleg="; ".join(f"{balk.titel}: {balk.woorden}" for balk in ordered) or gettext("Geen cijfers."),
        sleutel=f"{sleutel}-{breed}",
        inhoud=join(parts),
    )


def _row(balk: Balk, top: int, wide: int) -> Iterator[SafeString]:
    yield text(0, top + 10, balk.titel, maat=14, vet=True)
    yield text(0, top + 29, balk.woorden, maat=13, fill=INK_2)
    if balk.deel is None:
        return
    line = top + 40
    yield element("rect", x=1, y=line, width=wide - 1, height=_BAR, fill="none", stroke=LINE)
    if balk.deel:
        yield element(
            "rect", x=1, y=line, width=(wide - 1) * min(balk.deel, 100) / 100, height=_BAR, fill=PETROL
        )
