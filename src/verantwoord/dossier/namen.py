"""How a name is folded so that a search forgives accents, capitals and other ways of writing."""

import re
import unicodedata

# Letters that have no decomposition, and what people type for them.
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "ł": "l",
        "đ": "d",
        "ħ": "h",
        "ŧ": "t",
        "ı": "i",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "þ": "th",
        "ð": "d",
    }
)
_GEEN_LETTER = re.compile(r"[^a-z0-9]+")
# Spellings of one sound in transliterated names: Youssef and Joesoef, Khadija and Chadidja, Husayn and Hoessein.
# Which vowel was written says least, so all vowels are one.
_KLANKEN = (
    (re.compile(r"dj"), "j"),
    (re.compile(r"kh|ch|gh|ck|[qckg]"), "k"),
    (re.compile(r"sch|sh|sj|[zsx]"), "s"),
    (re.compile(r"ph|[vwf]"), "f"),
    (re.compile(r"th|dh|[dt]"), "t"),
    (re.compile(r"h"), ""),
    (re.compile(r"[aeiouyj]+"), "a"),
)
_DUBBEL = re.compile(r"(.)\1+")


def gevouwen(tekst: str) -> str:
    """Lower case without accents, hyphens and apostrophes, words apart by one space."""
    klein = tekst.casefold().translate(_LETTERS)
    kaal = "".join(
        teken for teken in unicodedata.normalize("NFKD", klein) if not unicodedata.combining(teken)
    )
    return _GEEN_LETTER.sub(" ", kaal).strip()


def klank(tekst: str) -> str:
    """The folded name by its sounds, so that transliterations of one name come out alike."""
    woorden = []
    for woord in gevouwen(tekst).split():
        for patroon, letter in _KLANKEN:
            woord = patroon.sub(letter, woord)  # noqa: PLW2901 - each step refines the same word
        woorden.append(_DUBBEL.sub(r"\1", woord))
    return " ".join(woord for woord in woorden if woord)


def zoeknaam(*delen: str | None) -> str:
    """What is searched in: the folded name and, after a bar, its sounds."""
    naam = " ".join(deel for deel in delen if deel)
    return f"{gevouwen(naam)} | {klank(naam)}"
