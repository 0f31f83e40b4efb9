"""Lay two texts side by side and mark the words that went and the words that came."""

import difflib
import re
from dataclasses import dataclass
from typing import Literal

Soort = Literal["gelijk", "weg", "nieuw"]

# A word with the white space after it: the segments of one side then join to exactly that side.
WORD = re.compile(r"\s+|\S+\s*")


@dataclass(frozen=True)
class Deel:
    """A run of words that is the same, gone, or new."""

    soort: Soort
    tekst: str


def woord_diff(oud: str, nieuw: str) -> list[Deel]:
    """Return the segments that turn ``oud`` into ``nieuw``, word by word.

    Joining the segments that are not ``nieuw`` gives ``oud``; joining those that are not ``weg`` gives ``nieuw``.
    Equal words in between two changes stay equal however short: a reader must be able to trust what is not marked.
    White space counts, so that nothing a person wrote is left out of the comparison.
    """
    before, after = WORD.findall(oud), WORD.findall(nieuw)
    delen: list[Deel] = []
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    for tag, i1, i2, j1, j2 in matcher.get_opcodes():
        if tag == "equal":
            delen.append(Deel("gelijk", "".join(before[i1:i2])))
            continue
        if i2 > i1:
            delen.append(Deel("weg", "".join(before[i1:i2])))
        if j2 > j1:
            delen.append(Deel("nieuw", "".join(after[j1:j2])))
    return delen


def oude_kant(delen: list[Deel]) -> list[Deel]:
    """Return the segments of the old text."""
    return [deel for deel in delen if deel.soort != "nieuw"]


def nieuwe_kant(delen: list[Deel]) -> list[Deel]:
    """Return the segments of the new text."""
    return [deel for deel in delen if deel.soort != "weg"]
