"""The rules as people wrote them down, one file for each matter, and the words around a hit that take it away."""

import tomllib
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final, Literal

import msgspec

from verantwoord.kern.signalen.passages import Terrein

_MAP: Final = Path(__file__).parent / "lexicon"
TERREINEN: Final[tuple[Terrein, ...]] = ("medisch", "buiten_schuld", "schrijnend", "mensenhandel", "wens")
Bereik = Literal[
    "voor",
    "zin",
    "buurzin",
    "kort_voor",
    "lang_voor",
    "ruim_voor",
    "einde",
    "terug",
    "verder",
    "vervolg",
    "slot",
    "tekst",
]


class Wijziging(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A change of a rule: the day and why, for who reads the lexicon."""

    op: date
    reden: str


class Regel(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One rule; ``woorden`` is what is looked for.

    The sentence must hold none of ``niet_bij``, and one of ``bij`` must stand in it or in the sentence before or after.
    ``ongeacht`` names the circumstances that do not take a hit of this rule away, because they are what it is about.
    ``raak`` is a text in which it hits, ``mis`` one that looks like it and in which nothing of this matter is found.
    ``samen`` are words that mean too little by themselves: they are shown when elsewhere in the text another hit is about
    the same matter. ``zelfde_zin`` says that ``bij`` must stand in the sentence itself. One of ``tekst`` must stand anywhere
    in the text, and none of ``niet_tekst``. How much a rule may say by itself in a
    report that says that nothing is the matter stands in ``zoeken.Lexicon``: little when it is ``zacht``, most when it is
    ``stellig``. ``sinds`` and ``gewijzigd`` are the history; no ``bron`` means that of the sheet.
    """

    id: str
    woorden: list[str]
    uitleg: str
    raak: list[str]
    mis: list[str]
    bij: list[str] = []
    niet_bij: list[str] = []
    ongeacht: list[str] = []
    samen: list[str] = []
    zelfde_zin: bool = False
    zacht: bool = False
    stellig: bool = False
    tekst: list[str] = []
    niet_tekst: list[str] = []
    bron: str = ""
    sinds: date
    gewijzigd: list[Wijziging] = []


class Regelblad(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """All rules about one matter, the day from which they hold and where the matter itself is described."""

    soort: Terrein
    sinds: date
    bron: str
    regel: list[Regel]


class Omstandigheid(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words around a hit that take it away: a denial, somebody else, what is over, what might be, an explanation."""

    id: str
    bereik: Bereik
    woorden: list[str]
    soorten: tuple[Terrein, ...] = TERREINEN
    behalve: list[str] = []


class Sluiting(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words with which a report says by itself that nothing is the matter, and which matters they are about.

    Words that say little by themselves are ``samen``: they count beside another such sentence, or in two of them. Those of an
    explanation, an answer no, a joke or what is long over are ``ontkrachtend``: they take from words that name the matter too.
    """

    id: str
    woorden: list[str]
    soorten: tuple[Terrein, ...] = TERREINEN
    samen: bool = False
    ontkrachtend: bool = False


class Woordenblad(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What all rules share: lists of words, abbreviations, words often misspelt and what looks like them, and what takes away."""

    lijsten: dict[str, list[str]]
    afkortingen: dict[str, str]
    spelling: list[str]
    goed: list[str]
    gesloten: list[Sluiting]
    omstandigheid: list[Omstandigheid]


@cache
def regelbladen() -> tuple[Regelblad, ...]:
    """Read the rules, in the order of the four toetsingsmomenten and then the wishes."""
    return tuple(
        msgspec.convert(tomllib.loads((_MAP / f"{soort}.toml").read_text("utf-8")), Regelblad)
        for soort in TERREINEN
    )


@cache
def woordenblad() -> Woordenblad:
    """Read what all rules share."""
    return msgspec.convert(tomllib.loads((_MAP / "woorden.toml").read_text("utf-8")), Woordenblad)
