"""Whether the words around a hit take it away. A doubt leaves it standing: a missed signal is worse than a look too many."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from verantwoord.kern.signalen.patroon import Patronen
from verantwoord.kern.signalen.regels import Omstandigheid
from verantwoord.kern.signalen.woordvorm import Woord

_KORT: Final = 4
_LANG: Final = 8
_GRENZEN: Final = frozenset(",;:")
_VOEGWOORDEN: Final = frozenset(
    {"maar", "want", "omdat", "zodat", "terwyl", "wel", "sinds", "toch", "door", "vanwege", "wegens"}
)
# Whoever is named by these is the person of the file again.
_EIGEN: Final = frozenset({"hy", "zy", "ze", "betrokene", "mevrouw", "her", "ik"})
# After "en" these begin something new that is said.
_NIEUWE_ZIN: Final = frozenset(
    [
        "hy",
        "zy",
        "ze",
        "is",
        "heeft",
        "krygt",
        "slikt",
        "wil",
        "vraagt",
        "word",
        "wort",
        "gebruikt",
        "komt",
        "moet",
        "zegt",
        "dat",
    ]
)


class Zin:
    """A sentence as it is compared: its words behind each other, and which word stands at a place in that line."""

    def __init__(self, woorden: Sequence[Woord]) -> None:
        self.woorden = woorden
        self.lijn = " " + "".join(woord.vorm + " " for woord in woorden)
        self.vormen = {vorm for woord in woorden for vorm in woord.vorm.split()}
        self._mogelijk: set[int] | None = None
        self._starts = list(accumulate((len(woord.vorm) + 1 for woord in woorden), initial=1))[:-1]

    def mogelijk(self, patronen: Patronen) -> set[int]:
        """Which of these patterns may stand here; worked out once, so always ask for the same patterns."""
        if self._mogelijk is None:
            self._mogelijk = patronen.mogelijk(self.vormen)
        return self._mogelijk

    def woord_op(self, plek: int) -> int:
        """The number of the word at a place in the line."""
        return bisect_right(self._starts, plek) - 1

    def deelzin(self, van: int, tot: int) -> tuple[int, int]:
        """The words from the mark or linking word before ``van`` to the one after ``tot``."""
        begin, eind = van, tot
        while begin > 0 and not self._is_grens(begin - 1):
            begin -= 1
        while eind < len(self.woorden) and not self._is_grens(eind):
            eind += 1
        return begin, eind

    def over_komma(self, van: int) -> int:
        """The first word of what is said in one breath before ``van``: commas of a list are passed."""
        while van > 0 and (self.woorden[van - 1].vorm == "," or not self._is_grens(van - 1)):
            van -= 1
        return van

    def _is_grens(self, plek: int) -> bool:
        vorm = self.woorden[plek].vorm
        if vorm in _GRENZEN or vorm in _VOEGWOORDEN:
            return True
        volgend = self.woorden[plek + 1].vorm if plek + 1 < len(self.woorden) else ""
        return vorm == "en" and volgend in _NIEUWE_ZIN


class _Gelezen(NamedTuple):
    bron: Omstandigheid
    woorden: frozenset[int]
    behalve: frozenset[int]


class Omstandigheden:
    """All circumstances, ready to compare."""

    def __init__(self, bronnen: Sequence[Omstandigheid], patronen: Patronen) -> None:
        self._patronen = patronen
        self._alle = [
            _Gelezen(bron, patronen.neem_op(bron.woorden), patronen.neem_op(bron.behalve)) for bron in bronnen
        ]

    def neemt_weg(
        self, zin: Zin, buur: Zin | None, *, van: int, tot: int, soort: str, ongeacht: Sequence[str]
    ) -> str | None:
        """Name the circumstance that takes the hit on words ``[van, tot)`` away, or ``None``."""
        hier = zin.mogelijk(self._patronen)
        daar = buur.mogelijk(self._patronen) if buur is not None else set()
        for bron, woorden, behalve in self._alle:
            if soort not in bron.soorten or bron.id in ongeacht:
                continue
            if any(self._plekken(zin, behalve & hier)):
                continue
            if any(
                _geldt(zin, bron, plek=plek, treffer=(van, tot))
                for plek in self._plekken(zin, woorden & hier)
            ):
                return bron.id
            if bron.bereik == "buurzin" and buur is not None and any(self._plekken(buur, woorden & daar)):
                return bron.id
        return None

    def _plekken(self, zin: Zin, nummers: frozenset[int]) -> Iterator[tuple[int, int]]:
        """Where these patterns stand, as the number of the first word and of the one after the last."""
        for nummer in nummers:
            for treffer in self._patronen.zoek[nummer].finditer(zin.lijn):
                yield zin.woord_op(treffer.start()), zin.woord_op(treffer.end() - 1) + 1


def _geldt(zin: Zin, bron: Omstandigheid, *, plek: tuple[int, int], treffer: tuple[int, int]) -> bool:
    """Tell whether a circumstance on the words of ``plek`` reaches the hit on those of ``treffer``."""
    (p, q), (van, tot) = plek, treffer
    begin, eind = zin.deelzin(van, tot)
    match bron.bereik:
        case "zin" | "buurzin":
            return True
        case "voor":
            return p < tot and p <= van
        case "deelzin":
            return begin <= p < eind
        case "kort_voor":
            return begin <= p < tot and q >= van - _KORT + 1
        case "lang_voor":
            return zin.over_komma(van) <= p < tot and q >= van - _LANG + 1
        case "ruim_voor":
            eigen = any(woord.vorm in _EIGEN for woord in zin.woorden[q:van])
            return p < tot and q >= van - _LANG + 1 and not eigen
        case "einde":
            return tot <= p and q <= eind and p - tot <= _KORT
