"""The way rules are written down: words with a few marks, turned into something that can be compared fast.

``wil|wilt`` one of these words; ``ziek*`` any end; ``*kanker`` any beginning; ``...`` up to six other words and
``....`` up to fourteen, never past a ``;`` or ``:``; ``{familie}`` one of a list of words; ``[heel]`` this word or not;
``op_straat`` two words as one choice; ``been & dik`` both within six words, whichever comes first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import permutations
from typing import Final, NamedTuple

from verantwoord.kern.signalen.woordvorm import vouw

_KLEINSTE_STAM: Final = 3
# How many words may stand between; a Dutch sentence keeps its verb for the end.
_TUSSEN: Final = {"...": 6, "....": 14}


class _Deel(NamedTuple):
    """One place in a pattern: the words of which one must stand there, or how many others may (then without words)."""

    keuzes: tuple[str, ...]
    mag_weg: bool = False
    tussen: int = 0


class Patroon:
    """``ankers`` are words of which one must stand in a folded sentence (``*`` is any rest) before it is searched.

    ``ook`` are whole words of which one must stand there too; empty when the pattern has no such second place.
    """

    def __init__(self, delen: Sequence[_Deel]) -> None:
        self._delen = delen
        vast = sorted((d.keuzes for d in delen if d.keuzes and not d.mag_weg), key=_kracht, reverse=True)
        self.ankers = vast[0] if vast else ()
        self.ook = next(
            (frozenset(map(anker, keuzes)) for keuzes in vast[1:] if "*" not in "".join(keuzes)), frozenset()
        )

    @cached_property
    def zoek(self) -> re.Pattern[str]:
        """What finds it; made at the first sentence that may hold it, because most patterns wait long for one."""
        return re.compile("(?<= )" + "".join(_als_regex(deel) for deel in self._delen))


def in_elke_volgorde(geschreven: str) -> Iterator[str]:
    """Write out a pattern with ``&`` once for every order of its parts."""
    if " & " not in geschreven:
        return iter((geschreven,))
    return (" ... ".join(delen) for delen in permutations(geschreven.split(" & ")))


class Lezer:
    """Reads patterns; the lists of words that many of them name are folded once."""

    def __init__(self, lijsten: Mapping[str, list[str]]) -> None:
        self._lijsten = {naam: tuple(map(_vouw_alle, woorden)) for naam, woorden in lijsten.items()}

    def lees(self, geschreven: str) -> Patroon:
        """Read a pattern without ``&``. Raises ``ValueError`` when no word in it is long enough to look for."""
        patroon = Patroon([self._deel(deel) for deel in geschreven.split()])
        if not patroon.ankers:
            raise ValueError(f"The pattern {geschreven!r} has no word to look for.")
        return patroon

    def _deel(self, deel: str) -> _Deel:
        if deel in _TUSSEN:
            return _Deel((), tussen=_TUSSEN[deel])
        keuzes: list[str] = []
        for keuze in deel.strip("[]").split("|"):
            keuzes += (
                self._lijsten[keuze[1:-1]]
                if keuze.startswith("{")
                else (_vouw_alle(keuze.replace("_", " ")),)
            )
        return _Deel(tuple(keuzes), mag_weg=deel.startswith("["))


def _vouw_alle(woorden: str) -> str:
    return " ".join(_vouw_met_ster(woord) for woord in woorden.split())


@lru_cache(maxsize=8192)
def _vouw_met_ster(woord: str) -> str:
    if woord.endswith("*") and vouw(stam := woord.rstrip("*")) != vouw(stam, heel=False):
        # "uitgebuit*" must also find "uitgebuit" itself, of which the last letter is folded.
        woord = stam[:-1] + "*"
    stukken = woord.split("*")
    return "*".join(vouw(stuk, heel=plek == len(stukken) - 1) for plek, stuk in enumerate(stukken))


def _als_regex(deel: _Deel) -> str:
    if not deel.keuzes:
        return rf"(?:[^;: ]+ ){{0,{deel.tussen}}}?"
    woorden = "|".join(
        re.escape(keuze).replace(r"\*", "[^ ,;:]*").replace(r"\ ", " ")
        for keuze in sorted(deel.keuzes, key=len, reverse=True)
    )
    return f"(?:(?:{woorden}) )" + ("?" if deel.mag_weg else "")


def _kracht(keuzes: Sequence[str]) -> tuple[int, int]:
    """How well these words tell where to look: the shortest counts, and few are better than many."""
    return (min(len(anker(keuze).strip("*")) for keuze in keuzes), -len(keuzes))


@lru_cache(maxsize=8192)
def anker(keuze: str) -> str:
    """The word to look for in a group of words: the longest."""
    return max(keuze.split(), key=lambda woord: len(woord.strip("*")))


class Patronen:
    """Patterns by number, and which of them may stand in a sentence, by its words.

    Most sentences hold none of the words of most patterns; those patterns are not tried.
    """

    def __init__(self, lijsten: Mapping[str, list[str]]) -> None:
        self._lezer = Lezer(lijsten)
        self._heel: dict[str, set[int]] = {}
        self._begin: dict[str, list[tuple[str, int]]] = {}
        self._eind: dict[str, list[tuple[str, int]]] = {}
        self._patronen: list[Patroon] = []

    def neem_op(self, geschreven: Iterable[str]) -> frozenset[int]:
        """Read patterns and give their numbers."""
        nummers = []
        for tekst in (volgorde for regel in geschreven for volgorde in in_elke_volgorde(regel)):
            patroon = self._lezer.lees(tekst)
            nummers.append(len(self._patronen))
            self._patronen.append(patroon)
            for keuze in patroon.ankers:
                self._voeg_toe(anker(keuze), nummers[-1])
        return frozenset(nummers)

    def zoek(self, nummer: int) -> re.Pattern[str]:
        """What finds the pattern with this number."""
        return self._patronen[nummer].zoek

    def _voeg_toe(self, woord: str, nummer: int) -> None:
        stam = woord.strip("*")
        if "*" not in woord:
            self._heel.setdefault(woord, set()).add(nummer)
        elif "*" in stam or len(stam) < _KLEINSTE_STAM:
            raise ValueError(f"{woord!r} is too short or too open to look for.")
        elif woord.startswith("*"):
            # "*kanker*" is found by no index; a rule writes its two ends apart.
            if woord.endswith("*"):
                raise ValueError(f"{woord!r} is open on both sides.")
            self._eind.setdefault(stam[-_KLEINSTE_STAM:], []).append((stam, nummer))
        else:
            self._begin.setdefault(stam[:_KLEINSTE_STAM], []).append((stam, nummer))

    def mogelijk(self, vormen: set[str]) -> set[int]:
        """The numbers of the patterns of which a word stands among these."""
        gevonden: set[int] = set()
        for vorm in vormen:
            if vorm in self._heel:
                gevonden |= self._heel[vorm]
            for stam, nummer in self._begin.get(vorm[:_KLEINSTE_STAM], ()):
                if vorm.startswith(stam):
                    gevonden.add(nummer)
            for stam, nummer in self._eind.get(vorm[-_KLEINSTE_STAM:], ()):
                if vorm.endswith(stam):
                    gevonden.add(nummer)
        return {
            nummer
            for nummer in gevonden
            if not (ook := self._patronen[nummer].ook) or not ook.isdisjoint(vormen)
        }
