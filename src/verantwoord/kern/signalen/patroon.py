"""The way rules are written down: words with a few marks, turned into something that can be compared fast.

``wil|wilt`` one of these words; ``ziek*`` any end; ``*kanker`` any beginning; ``...`` up to six other words and
``....`` up to fourteen, never past a ``;`` or ``:``; ``{familie}`` one of a list of words; ``[heel]`` this word or not;
``op_straat`` two words as one choice; ``been & dik`` both within six words, whichever comes first.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from functools import lru_cache, reduce
from itertools import permutations
from operator import or_
from typing import Final, NamedTuple, Protocol, TypeVar

from verantwoord.kern.signalen.woordvorm import vouw

_KLEINSTE_STAM: Final = 3
_EEUW: Final = 2
# How many words may stand between; a Dutch sentence keeps its verb for the end.
_TUSSEN: Final = {"...": 6, "....": 14}
# Of so many different words it is kept what was worked out.
_ONTHOUDEN: Final = 20_000
_T = TypeVar("_T")

_NOOIT_TUSSEN: Final = frozenset(";:")

# Words that stand in most sentences, and how much more often than another they are expected.
_VAAK: Final = 20.0
_GEWOON: Final = frozenset(
    vouw(woord)
    for woord in [
        "de", "het", "een", "en", "van", "in", "is", "dat", "op", "te", "zijn", "met", "voor", "niet", "aan", "er", "om", "ook",
        "als", "dan", "maar", "die", "hij", "zij", "ze", "ik", "haar", "hem", "mij", "we", "wij", "u", "uw", "heeft", "had",
        "heb", "was", "waren", "wordt", "werd", "naar", "bij", "door", "over", "uit", "tot", "af", "nog", "al", "wel", "geen",
        "niets", "nooit", "meer", "of", "wat", "wie", "waar", "hoe", "dit", "deze", "daar", "hier", "kan", "kon", "moet",
        "moest", "mag", "wil", "wilde", "zou", "zal", "gaat", "ging", "komt", "kwam", "zegt", "zei", "vroeg", "vraagt", "man",
        "vrouw", "heer", "mevrouw", "meneer", "betrokkene", ",", ":", "?", "want", "omdat", "sinds", "jaar", "dag", "weken",
        "maanden", "keer", "twee", "drie", "alleen", "zonder", "zelf", "hun", "mijn", "ons", "nu", "toen", "eerst",
    ]
)  # fmt: skip

# One for all, for there are thousands.
_NIETS: Final = frozenset[int]()
_GEEN_WOORD: Final = frozenset[str]()

Begin = dict[int, tuple[int, ...]]
"""At which word a choice begins, and after which words it may end, the longest first."""


class Regel(Protocol):
    """The words of a sentence to compare with; ``begin`` keeps what was found, by the number of the choice."""

    @property
    def stukken(self) -> Sequence[str]: ...
    @property
    def vormen(self) -> AbstractSet[str]: ...
    @property
    def plaatsen(self) -> Mapping[str, Sequence[int]]: ...
    @property
    def begin(self) -> dict[int, Begin]: ...
    def mist(self, lezer: "Lezer") -> int: ...


class Keuze:
    """One of some words or groups of words, ready to compare; the same choice is read once for all patterns."""

    def __init__(self, nummer: int, keuzes: Iterable[str]) -> None:
        self.nummer = nummer
        self.keuzes = tuple(keuzes)
        enkel = [keuze for keuze in self.keuzes if " " not in keuze]
        self._heel = frozenset([keuze for keuze in enkel if "*" not in keuze]) or _GEEN_WOORD
        self._stam = tuple(k[:-1] for k in enkel if k.endswith("*") and "*" not in k[:-1])
        self._slot = tuple(k[1:] for k in enkel if k.startswith("*") and "*" not in k[1:])
        # The groups of words by their first word, and whether a group has no open word.
        self._samen: dict[str, list[tuple[list[str], bool]]] = {}
        for keuze in (keuze for keuze in self.keuzes if " " in keuze):
            groep = keuze.split()
            self._samen.setdefault(groep[0], []).append((groep, "*" not in keuze))
        self._open = tuple(woord for woord in self._samen if "*" in woord)
        self._eerste = frozenset(self._samen) or _GEEN_WOORD
        self.groepen = len(self._samen)

    def zoek(self, regel: Regel) -> Begin:
        """Give where it stands, and keep that with the sentence, so that it is worked out once."""
        plaatsen = regel.plaatsen
        gevonden: Begin = {}
        vormen = self._heel & regel.vormen
        if self._stam or self._slot:
            vormen |= {v for v in plaatsen if v.startswith(self._stam) or v.endswith(self._slot)}
        for vorm in vormen:
            for plek in plaatsen[vorm]:
                gevonden[plek] = (plek + 1,)
        if self._eerste and (begin := [*(self._eerste & regel.vormen), *self._open]):
            self._zoek_groepen(regel, begin, gevonden)
        regel.begin[self.nummer] = gevonden
        return gevonden

    def _zoek_groepen(self, regel: Regel, begin: Iterable[str], gevonden: Begin) -> None:
        for woord in begin:
            for plek in _begint(woord, regel.plaatsen):
                for groep, letterlijk in self._samen[woord]:
                    eind = plek + len(groep)
                    stukken = regel.stukken[plek:eind]
                    if stukken == groep or (
                        not letterlijk and len(stukken) == len(groep) and all(map(_past, groep, stukken))
                    ):
                        gevonden[plek] = tuple(sorted({*gevonden.get(plek, ()), eind}, reverse=True))


def _begint(woord: str, plaatsen: Mapping[str, Sequence[int]]) -> Iterable[int]:
    if "*" not in woord:
        return plaatsen.get(woord, ())
    return [plek for vorm in plaatsen if _past(woord, vorm) for plek in plaatsen[vorm]]


def _past(woord: str, stuk: str) -> bool:
    if woord.endswith("*"):
        return stuk.startswith(woord[:-1])
    return stuk.endswith(woord[1:]) if woord.startswith("*") else stuk == woord


class _Deel(NamedTuple):
    """One place in a pattern: what must stand there, or how many other words may (then without a choice)."""

    keuze: Keuze | None
    mag_weg: bool = False
    tussen: int = 0


class Patroon:
    """It waits for its ``anker``, the rarest choice; those of ``erbij`` must stand in the sentence too."""

    def __init__(self, delen: Sequence[_Deel]) -> None:
        self._delen = tuple(delen)
        # Groups of words first: that one may stand in a sentence is known by one word of it, so they are missing most.
        self._vast = sorted(
            (d.keuze for d in delen if d.keuze and not d.mag_weg), key=lambda k: not k.groepen
        )
        self.anker = min(self._vast, key=lambda keuze: _drukte(keuze.keuzes), default=None)

    @property
    def erbij(self) -> Iterator[Keuze]:
        return (keuze for keuze in self._vast if keuze is not self.anker)

    @property
    def is_open(self) -> bool:
        """Whether other words stand at its beginning or end, where they say nothing."""
        return self._delen[0].keuze is None or self._delen[-1].keuze is None

    def zoek(self, regel: Regel) -> Iterator[tuple[int, int]]:
        """Give where it stands, as words ``[van, tot)``; the shortest way from each beginning, none overlapping."""
        al = regel.begin
        for keuze in self._vast:
            gevonden = al.get(keuze.nummer)
            if not (keuze.zoek(regel) if gevonden is None else gevonden):
                return
        eerste, mag_weg, _tussen = self._delen[0]
        vanaf = 0
        for plek in range(len(regel.stukken)) if eerste is None or mag_weg else sorted(al[eerste.nummer]):
            if plek >= vanaf and (tot := self._eind(regel, 0, plek)):
                yield plek, tot
                vanaf = tot

    def _eind(self, regel: Regel, deel: int, plek: int) -> int:
        """Where the rest of the pattern ends when it goes on at ``plek``; 0 when it does not."""
        if deel == len(self._delen):
            return plek
        keuze, mag_weg, tussen = self._delen[deel]
        if keuze is None:
            verderop = range(plek, min(plek + tussen + 1, len(regel.stukken)))
            return self._eind_verderop(regel, deel + 1, verderop)
        al = regel.begin.get(keuze.nummer)
        for einde in (keuze.zoek(regel) if al is None else al).get(plek, ()):
            if eind := self._eind(regel, deel + 1, einde):
                return eind
        return self._eind(regel, deel + 1, plek) if mag_weg else 0

    def _eind_verderop(self, regel: Regel, deel: int, plekken: Iterable[int]) -> int:
        """Where the rest ends when it goes on at the first of these places where it can; 0 when at none."""
        volgende, mag_weg, _tussen = self._delen[deel]
        kan = None if volgende is None or mag_weg else regel.begin[volgende.nummer]
        for plek in plekken:
            if (kan is None or plek in kan) and (eind := self._eind(regel, deel, plek)):
                return eind
            if regel.stukken[plek] in _NOOIT_TUSSEN:
                return 0
        return 0


def in_elke_volgorde(geschreven: str) -> Iterator[str]:
    """Write out a pattern with ``&`` once for every order of its parts."""
    if " & " not in geschreven:
        return iter((geschreven,))
    return (" ... ".join(delen) for delen in permutations(geschreven.split(" & ")))


class Onthouden(dict[str, _T]):
    """What was worked out for a word; words beyond the first many are worked out each time."""

    def __init__(self, werk_uit: Callable[[str], _T]) -> None:
        super().__init__()
        self._werk_uit = werk_uit

    def __missing__(self, woord: str) -> _T:
        antwoord = self._werk_uit(woord)
        if len(self) < _ONTHOUDEN:
            self[woord] = antwoord
        return antwoord


class Lezer:
    """Reads patterns; the lists of words that many of them name are folded once."""

    def __init__(self, lijsten: Mapping[str, list[str]]) -> None:
        self._lijsten = {naam: tuple(map(_vouw_alle, woorden)) for naam, woorden in lijsten.items()}
        self._keuzes: dict[str, Keuze] = {}
        self._delen: dict[str, _Deel] = {
            tekens: _Deel(None, tussen=tussen) for tekens, tussen in _TUSSEN.items()
        }
        self._index = _Index()
        # The numbers of the choices that wait for a word; the words people use most are asked again and again.
        self.keuzes = Onthouden(self._index.bij)
        self._bits = Onthouden(self._bits_van)
        self._bit: dict[int, int] = {}

    def mist(self, vormen: AbstractSet[str]) -> int:
        """The choices that cannot stand in a sentence with these words, a bit for each that :meth:`nodig` asked for."""
        return ((1 << len(self._bit)) - 1) ^ reduce(or_, map(self._bits.__getitem__, vormen), 0)

    def nodig(self, patroon: Patroon) -> int:
        """A bit for each choice that must stand in a sentence beside the one that the pattern waits for."""
        self._bits.clear()
        return sum({self._bit.setdefault(keuze.nummer, 1 << len(self._bit)) for keuze in patroon.erbij})

    def _bits_van(self, vorm: str) -> int:
        return reduce(or_, map(self._bit.__getitem__, self.keuzes[vorm] & self._bit.keys()), 0)

    def woorden(self) -> Iterator[str]:
        """The whole words of all choices."""
        for keuze in self._keuzes.values():
            for groep in keuze.keuzes:
                yield from (woord for woord in groep.split() if "*" not in woord)

    def lees(self, geschreven: str) -> Patroon:
        """Read a pattern without ``&``.

        Raises ``ValueError`` when no word in it is long enough to look for, or when it begins or ends with other words.
        """
        delen = self._delen
        patroon = Patroon([delen.get(deel) or self._deel(deel) for deel in geschreven.split()])
        if patroon.anker is None:
            raise ValueError(f"The pattern {geschreven!r} has no word to look for.")
        if patroon.is_open:
            raise ValueError(f"The pattern {geschreven!r} begins or ends with other words; leave them out.")
        return patroon

    def _deel(self, deel: str) -> _Deel:
        woorden = deel.strip("[]")
        if woorden not in self._keuzes:
            self.keuzes.clear()
            self._bits.clear()
            self._keuzes[woorden] = keuze = Keuze(len(self._keuzes), self._woorden(woorden))
            for groep in keuze.keuzes:
                self._index.voeg_toe(anker(groep), keuze.nummer)
        self._delen[deel] = gelezen = _Deel(self._keuzes[woorden], mag_weg=deel.startswith("["))
        return gelezen

    def _woorden(self, deel: str) -> Iterator[str]:
        for keuze in deel.split("|"):
            if keuze.startswith("{"):
                yield from self._lijsten[keuze[1:-1]]
            else:
                yield _vouw_alle(keuze.replace("_", " "))


def _vouw_alle(woorden: str) -> str:
    # "foto's" is read as two pieces in a text too.
    return " ".join(_vouw_met_ster(woord) for woord in woorden.replace("'", " ").split())


@lru_cache(maxsize=8192)
def _vouw_met_ster(woord: str) -> str:
    if woord.endswith("*") and vouw(stam := woord.rstrip("*")) != vouw(stam, heel=False):
        # "uitgebuit*" must also find "uitgebuit" itself, of which the last letter is folded.
        woord = stam[:-1] + "*"
    stukken = woord.split("*")
    return "*".join(vouw(stuk, heel=plek == len(stukken) - 1) for plek, stuk in enumerate(stukken))


def _drukte(keuzes: Sequence[str]) -> float:
    """How often one of these words may be expected: the fewer and the longer they are, the better they tell where to look."""
    return sum(_VAAK if (woord := anker(keuze)) in _GEWOON else 1 / len(woord) for keuze in keuzes)


@lru_cache(maxsize=8192)
def anker(keuze: str) -> str:
    """The word to look for in a group of words: the longest of those that do not stand in most sentences."""
    return max(keuze.split(), key=_zeldzaam)


def _zeldzaam(woord: str) -> tuple[bool, int]:
    lengte = len(woord.strip("*"))
    return woord not in _GEWOON and ("*" not in woord or lengte >= _KLEINSTE_STAM), lengte


class _Index:
    """Which numbers wait for a word, also for the beginning or the end of one."""

    def __init__(self) -> None:
        self._heel: dict[str, set[int]] = {}
        self._begin: dict[str, set[int]] = {}
        self._eind: dict[str, set[int]] = {}

    def voeg_toe(self, woord: str, nummer: int) -> None:
        """Let a number wait for this word. Raises ``ValueError`` when it is open on both sides, or too short."""
        stam = woord.strip("*")
        # A year may be shorter: "19*".
        kort = len(stam) < _KLEINSTE_STAM and not (stam.isdigit() and len(stam) == _EEUW)
        if "*" not in woord:
            self._heel.setdefault(woord, set()).add(nummer)
        elif "*" in stam or kort:
            raise ValueError(f"{woord!r} is too short or too open to look for.")
        elif woord.startswith("*"):
            # "*kanker*" is found by no index; a rule writes its two ends apart.
            if woord.endswith("*"):
                raise ValueError(f"{woord!r} is open on both sides.")
            self._eind.setdefault(stam, set()).add(nummer)
        else:
            self._begin.setdefault(stam, set()).add(nummer)

    def bij(self, vorm: str) -> frozenset[int]:
        """The numbers that wait for this word."""
        begin, eind = self._begin, self._eind
        gevonden = [self._heel[vorm]] if vorm in self._heel else []
        for plek in range(_EEUW, len(vorm) + 1):
            if (stam := vorm[:plek]) in begin:
                gevonden.append(begin[stam])
            if (slot := vorm[-plek:]) in eind:
                gevonden.append(eind[slot])
        return frozenset[int]().union(*gevonden) if gevonden else _NIETS


class Patronen:
    """Patterns by number, and which of them may stand in a sentence, by its words.

    Most sentences hold none of the words of most patterns; those patterns are not tried.
    """

    def __init__(self, lezer: Lezer) -> None:
        self._lezer = lezer
        self._patronen: list[Patroon] = []
        self._nummers: dict[tuple[str, str], int] = {}
        self._nodig: list[int] = []
        self._bij_anker: dict[int, list[int]] = {}
        self._wachtend = Onthouden(self._bij)

    def neem_op(self, geschreven: Iterable[str], *, voor: str = "") -> frozenset[int]:
        """Read patterns and give their numbers; the same one has the same number for all who look for it.

        With ``voor`` they are numbers of that rule alone, also when the same words say something about another matter.
        """
        self._wachtend.clear()
        return frozenset(
            self._nummer(volgorde, voor) for regel in geschreven for volgorde in in_elke_volgorde(regel)
        )

    def _nummer(self, geschreven: str, voor: str) -> int:
        if (al := self._nummers.get((geschreven, voor))) is not None:
            return al
        patroon = self._lezer.lees(geschreven)
        self._nummers[geschreven, voor] = nummer = len(self._patronen)
        self._patronen.append(patroon)
        self._nodig.append(self._lezer.nodig(patroon))
        if patroon.anker is not None:
            self._bij_anker.setdefault(patroon.anker.nummer, []).append(nummer)
        return nummer

    def zoek(self, nummer: int, regel: Regel) -> Iterator[tuple[int, int]]:
        """Where the pattern with this number stands, as pieces ``[van, tot)`` of the sentence."""
        return self._patronen[nummer].zoek(regel)

    def leer(self, woorden: AbstractSet[str]) -> None:
        """Work out beforehand what waits for these words."""
        self._lezer.mist(woorden)
        for woord in woorden:
            self._wachtend[woord]

    def mogelijk(self, regel: Regel) -> set[int]:
        """The numbers of the patterns of which every choice may stand in this sentence."""
        mist, nodig = regel.mist(self._lezer), self._nodig
        gevonden = set[int]().union(*map(self._wachtend.__getitem__, regel.vormen))
        return {nummer for nummer in gevonden if not nodig[nummer] & mist}

    def _bij(self, vorm: str) -> frozenset[int]:
        """The numbers of the patterns that wait for this word."""
        hier = self._lezer.keuzes[vorm] & self._bij_anker.keys()
        return frozenset([nummer for keuze in hier for nummer in self._bij_anker[keuze]]) if hier else _NIETS
