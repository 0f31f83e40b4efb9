"""Lay two texts side by side and mark the words that went and the words that came."""

import difflib
import re
from dataclasses import dataclass
from typing import Literal

Soort = Literal["gelijk", "weg", "nieuw"]

# Words, white space and marks apart, so that a full stop does not make a word another word.
PIECE = re.compile(r"\w+(?:[-'’]\w+)*|\s+|[^\w\s]")


@dataclass(frozen=True)
class Deel:
    """A run of words that is the same, gone, or new."""

    soort: Soort
    tekst: str


def woord_diff(oud: str, nieuw: str) -> list[Deel]:
    """Return the segments that turn ``oud`` into ``nieuw``, word by word.

    Joining the segments that are not ``nieuw`` gives ``oud``; joining those that are not ``weg`` gives ``nieuw``.
    A word that stayed is never marked, however short: a reader must be able to trust what is not marked. Only a
    space or a mark between two changes joins them, so that a changed sentence reads as one.
    """
    before, after = PIECE.findall(oud), PIECE.findall(nieuw)
    steps = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    delen: list[Deel] = []
    weg = came = ""
    for at, (tag, i1, i2, j1, j2) in enumerate(steps):
        gone, new = "".join(before[i1:i2]), "".join(after[j1:j2])
        between = 0 < at < len(steps) - 1 and not any(character.isalnum() for character in gone)
        if tag != "equal" or between:
            weg, came = weg + gone, came + new
            continue
        delen += _changed(weg, came)
        weg = came = ""
        delen.append(Deel("gelijk", gone))
    return delen + _changed(weg, came)


def _changed(weg: str, nieuw: str) -> list[Deel]:
    parts: list[tuple[Soort, str]] = [("weg", weg), ("nieuw", nieuw)]
    return [Deel(soort, tekst) for soort, tekst in parts if tekst]


def oude_kant(delen: list[Deel]) -> list[Deel]:
    """Return the segments of the old text."""
    return [deel for deel in delen if deel.soort != "nieuw"]


def nieuwe_kant(delen: list[Deel]) -> list[Deel]:
    """Return the segments of the new text."""
    return [deel for deel in delen if deel.soort != "weg"]
