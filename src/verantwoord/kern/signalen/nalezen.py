"""Hits in the texts of a report, put together as passages that a person can read and answer.

Nothing of this is kept. A passage is worked out from the text when it is shown, with the rules of that moment; only what
somebody decided about it is an act, and that act names the rules that prompted it (invariant 10).
"""

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Final, NamedTuple

import msgspec

from verantwoord.kern.signalen.passages import Terrein
from verantwoord.kern.signalen.regels import TERREINEN
from verantwoord.kern.signalen.woordvorm import zinnen
from verantwoord.kern.signalen.zoeken import Signaal, zoek_signalen

# A passage is read at one glance: longer than this it becomes two.
LANGSTE_PASSAGE: Final = 1_200
# Of a sentence without end so much is shown on either side of the words.
_ROND: Final = 240
_STAART: Final = re.compile(r"[.!?…]*[”\"’')]*")


class Plek(NamedTuple):
    """Where somebody read, and about what: ``[begin, eind)`` in the text named ``vindplaats``."""

    vindplaats: str
    terrein: str
    begin: int
    eind: int

    def omvat(self, ander: "Plek") -> bool:
        """Tell whether all of the other place was read here, about the same matter."""
        zelfde = (self.vindplaats, self.terrein) == (ander.vindplaats, ander.terrein)
        return zelfde and self.begin <= ander.begin and ander.eind <= self.eind


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """Whole sentences with the words that were met in them; ``treffers`` say where those stand in the text."""

    vindplaats: str
    terrein: Terrein
    begin: int
    eind: int
    citaat: str
    treffers: tuple[Signaal, ...]

    @property
    def plek(self) -> Plek:
        return Plek(self.vindplaats, self.terrein, self.begin, self.eind)

    @property
    def regels(self) -> list[str]:
        """The rules that were met, each once, in the order of the text."""
        return list(dict.fromkeys(treffer.regel for treffer in self.treffers))


def zoek_passages(teksten: Mapping[str, str], *, gelezen: Collection[Plek] = ()) -> list[Passage]:
    """Find the passages in texts by the name of where they stand, in the order in which one reads.

    Words inside a place of ``gelezen`` are left out: somebody decided about them. No passage says nothing about a text.
    """
    return [
        passage
        for vindplaats, tekst in teksten.items()
        for passage in sorted(
            _in_tekst(vindplaats, tekst, gelezen), key=lambda p: (p.begin, TERREINEN.index(p.terrein))
        )
    ]


def _in_tekst(vindplaats: str, tekst: str, gelezen: Collection[Plek]) -> Iterator[Passage]:
    treffers = [
        treffer
        for treffer in zoek_signalen(tekst)
        if not any(
            plek.omvat(Plek(vindplaats, treffer.soort, treffer.begin, treffer.eind)) for plek in gelezen
        )
    ]
    if not treffers:
        return
    grenzen = _zinsgrenzen(tekst)
    for terrein in TERREINEN:
        eigen = [treffer for treffer in treffers if treffer.soort == terrein]
        for begin, eind, samen in _groepen(tekst, grenzen, eigen):
            yield Passage(
                vindplaats=vindplaats,
                terrein=terrein,
                begin=begin,
                eind=eind,
                citaat=tekst[begin:eind],
                treffers=tuple(samen),
            )


def _zinsgrenzen(tekst: str) -> list[tuple[int, int]]:
    """Where each sentence begins and ends, with the marks that close it."""
    grenzen = []
    for zin in zinnen(tekst):
        staart = _STAART.match(tekst, zin[-1].eind)
        grenzen.append((zin[0].begin, staart.end() if staart else zin[-1].eind))
    return grenzen


def _groepen(
    tekst: str, grenzen: Sequence[tuple[int, int]], treffers: Sequence[Signaal]
) -> Iterator[tuple[int, int, list[Signaal]]]:
    """Hits about one matter whose sentences follow each other, together, as long as one reads them at one glance."""
    begin = eind = 0
    samen: list[Signaal] = []
    for treffer in treffers:
        van, tot = _omgeving(tekst, grenzen, treffer)
        grens = max(tot, eind)
        if samen and not tekst[eind:van].strip() and grens - begin <= LANGSTE_PASSAGE:
            eind = grens
        elif not samen or treffer.eind > eind:
            if samen:
                yield begin, eind, samen
            begin, eind, samen = van, tot, []
        samen.append(treffer)
    if samen:
        yield begin, eind, samen


def _omgeving(tekst: str, grenzen: Sequence[tuple[int, int]], treffer: Signaal) -> tuple[int, int]:
    """The sentence of a hit; of a very long one what stands around the words, from space to space."""
    begin, eind = grenzen[bisect_right(grenzen, (treffer.begin, len(tekst))) - 1]
    if treffer.begin - begin > _ROND:
        begin = tekst.find(" ", treffer.begin - _ROND, treffer.begin) + 1 or treffer.begin
    if eind - treffer.eind > _ROND:
        naar = tekst.rfind(" ", treffer.eind, treffer.eind + _ROND)
        eind = naar if naar > 0 else treffer.eind
    return begin, max(eind, treffer.eind)
