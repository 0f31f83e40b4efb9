"""Text as words that can be compared: small letters, no accents, and the spelling errors people make taken together.

What is compared is never shown: every word keeps where it stands in the text, in code points.
"""

import re
import unicodedata
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

_DUBBEL: Final = re.compile(r"([bdfgklmnprstvz])\1")
# "zei" is not "zij", and "mei" is not "mij".
_KORT_WOORD: Final = 3
# "geweigert" and "behandelt": with these beginnings a t at the end is often meant as a d; "hart" is never "hard".
_LANG_WOORD: Final = 5
_VOORVOEGSELS: Final = ("ge", "be", "ver", "ont", "af", "weg", "op", "uit", "aan", "over", "mis")
_STUK: Final = re.compile(r"[^\W_]+|[.,;:!?]|\n")
_EINDE: Final = frozenset(".!?\n")
# The point after these ends no sentence.
_AFGEKORT: Final = frozenset(
    [
        "mw",
        "mevr",
        "dhr",
        "btr",
        "betr",
        "dr",
        "drs",
        "mr",
        "nr",
        "ca",
        "evt",
        "bv",
        "bijv",
        "i",
        "d",
        "w",
        "z",
        "o",
        "a",
        "m",
        "n",
        "t",
        "v",
        "s",
        "c",
        "h",
        "amb",
        "med",
        "psych",
        "incl",
        "resp",
        "mnd",
        "jr",
        "wk",
        "vlgs",
        "obv",
        "ivm",
        "ipv",
        "tel",
        "min",
        "max",
        "zkh",
        "pp",
        "gem",
        "adv",
        "jl",
    ]
)


class Woord(NamedTuple):
    """A word or a mark: how it is compared, and ``[begin, eind)`` in the text."""

    vorm: str
    begin: int
    eind: int


@lru_cache(maxsize=16_384)
def vouw(woord: str, *, heel: bool = True) -> str:
    """Give the form in which a word is compared; ``heel`` is false for the first part of a word.

    Double consonants, ij/ei, c/k, ch/g, z/s, th/t and d/dt at the end are what people confuse in writing.
    """
    woord = woord.lower()
    if not woord.isascii():
        woord = "".join(x for x in unicodedata.normalize("NFKD", woord) if not unicodedata.combining(x))
    if not heel or len(woord) > _KORT_WOORD:
        woord = woord.replace("ij", "y").replace("ei", "y")
    woord = woord.replace("ph", "f").replace("th", "t").replace("ch", "g").replace("z", "s")
    woord = _DUBBEL.sub(r"\1", woord.replace("c", "k").replace("kk", "k"))
    if heel and woord.endswith("dt"):
        return woord[:-1]
    if heel and len(woord) > _LANG_WOORD and woord.endswith("t") and woord.startswith(_VOORVOEGSELS):
        return woord[:-1] + "d"
    return woord


def zinnen(tekst: str, vorm_van: Callable[[str], str] = vouw) -> Iterator[list[Woord]]:
    """Give the sentences as words and marks, each with the form that ``vorm_van`` gives it."""
    zin: list[Woord] = []
    vorig, vorig_eind = "", -1
    for stuk in _STUK.finditer(tekst):
        rauw = stuk[0]
        begin, eind = stuk.span()
        if rauw in _EINDE:
            # "12.000" and "mw." go on.
            if rauw == "." and begin == vorig_eind and (vorig in _AFGEKORT or _in_getal(tekst, begin)):
                continue
            if zin:
                yield zin
                zin = []
            vorig = ""
            continue
        vorig, vorig_eind = rauw.lower(), eind
        zin.append(Woord(vorm_van(rauw), begin, eind))
    if zin:
        yield zin


def _in_getal(tekst: str, plek: int) -> bool:
    return tekst[plek - 1 : plek].isdecimal() and tekst[plek + 1 : plek + 2].isdecimal()
