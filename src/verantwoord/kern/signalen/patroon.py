"""The way rules are written down: words with a few marks, turned into something that can be compared fast.

``wil|wilt`` one of these words; ``ziek*`` any end; ``*kanker`` any beginning; ``...`` up to six other words and
``....`` up to fourteen, never past a ``;`` or ``:``; ``{familie}`` one of a list of words; ``[heel]`` this word or not; ``op_straat`` two words as one choice;
``been & dik`` both within six words, whichever comes first.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from itertools import permutations
from typing import Final

from verantwoord.kern.signalen.woordvorm import vouw

_KLEINSTE_STAM: Final = 3
# How many words may stand between; a Dutch sentence keeps its verb for the end.
_TUSSEN: Final = {"...": 6, "....": 14}


class Patroon:
    """``ankers`` are words of which one must stand in a folded sentence (``*`` is any rest) before it is searched."""

    def __init__(self, uitdrukking: str, ankers: tuple[str, ...]) -> None:
        self._uitdrukking = uitdrukking
        self.ankers = ankers

    @cached_property
    def zoek(self) -> re.Pattern[str]:
        """What finds it; made at the first sentence that may hold it, because most patterns wait long for one."""
        return re.compile(self._uitdrukking)


def in_elke_volgorde(geschreven: str) -> Iterator[str]:
    """Write out a pattern with ``&`` once for every order of its parts."""
    for delen in permutations(geschreven.split(" & ")):
        yield " ... ".join(delen)


def lees_patroon(geschreven: str, lijsten: Mapping[str, list[str]]) -> Patroon:
    """Read a pattern without ``&``. Raises ``ValueError`` when no word in it is long enough to look for."""
    delen: list[str] = []
    ankers: tuple[str, ...] = ()
    for deel in geschreven.split():
        if deel in _TUSSEN:
            delen.append(rf"(?:[^;: ]+ ){{0,{_TUSSEN[deel]}}}?")
            continue
        mag_weg = deel.startswith("[")
        keuzes = _keuzes(deel.strip("[]"), lijsten)
        uitdrukking = "|".join(_als_regex(keuze) for keuze in sorted(keuzes, key=len, reverse=True))
        delen.append(f"(?:(?:{uitdrukking}) )" + ("?" if mag_weg else ""))
        if not mag_weg and _kracht(keuzes) > _kracht(ankers):
            ankers = tuple(keuzes)
    if not ankers:
        raise ValueError(f"The pattern {geschreven!r} has no word to look for.")
    return Patroon("(?<= )" + "".join(delen), ankers)


def _keuzes(deel: str, lijsten: Mapping[str, list[str]]) -> list[str]:
    """The words one part stands for, folded; of a group of words in a list the spaces are kept."""
    keuzes: list[str] = []
    for keuze in deel.split("|"):
        woorden = lijsten[keuze[1:-1]] if keuze.startswith("{") else [keuze.replace("_", " ")]
        keuzes += [" ".join(_vouw_met_ster(w) for w in woord.split()) for woord in woorden]
    return keuzes


def _vouw_met_ster(woord: str) -> str:
    stukken = woord.split("*")
    return "*".join(vouw(stuk, heel=plek == len(stukken) - 1) for plek, stuk in enumerate(stukken))


def _als_regex(keuze: str) -> str:
    return re.escape(keuze).replace(r"\*", "[^ ,;:]*").replace(r"\ ", " ")


def _kracht(keuzes: tuple[str, ...] | list[str]) -> tuple[int, int]:
    """How well these words tell where to look: the shortest counts, and few are better than many."""
    if not keuzes:
        return (0, 0)
    return (min(len(anker(keuze).strip("*")) for keuze in keuzes), -len(keuzes))


def anker(keuze: str) -> str:
    """The word to look for in a group of words: the longest."""
    return max(keuze.split(), key=lambda woord: len(woord.strip("*")))


class Patronen:
    """Patterns by number, and which of them may stand in a sentence, by its words.

    Most sentences hold none of the words of most patterns; those patterns are not tried.
    """

    def __init__(self, lijsten: Mapping[str, list[str]]) -> None:
        self._lijsten = lijsten
        self._heel: dict[str, set[int]] = {}
        self._begin: dict[str, list[tuple[str, int]]] = {}
        self._eind: dict[str, list[tuple[str, int]]] = {}
        self._patronen: list[Patroon] = []

    def neem_op(self, geschreven: Iterable[str]) -> frozenset[int]:
        """Read patterns and give their numbers."""
        nummers = []
        for tekst in (volgorde for regel in geschreven for volgorde in in_elke_volgorde(regel)):
            patroon = lees_patroon(tekst, self._lijsten)
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
        return gevonden
