"""Fold a text for searching, and find the way back: capitals, accents and signs that nobody sees make no difference."""

import unicodedata
from typing import Final

# Signs without width, and the hyphen that shows only at the end of a line: a name with one inside is that name.
_ONZICHTBAAR: Final = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
# Letters that hold no accent to take off, but are written without one as often.
_ZONDER_ACCENT: Final = str.maketrans(
    {
        "ø": "o",
        "Ø": "o",
        "ł": "l",
        "Ł": "l",
        "đ": "d",
        "Đ": "d",
        "ı": "i",
        "æ": "ae",
        "Æ": "ae",
        "’": "'",
        "‘": "'",
    }
)


def gevouwen(tekst: str) -> str:
    """The text as it is searched."""
    return vouw(tekst)[0]


def vouw(tekst: str) -> tuple[str, list[int]]:
    """The folded text, and for each of its signs the place in ``tekst`` it came from, with the end as the last one."""
    tekens: list[str] = []
    plaatsen: list[int] = []
    for plek, teken in enumerate(tekst):
        if teken in _ONZICHTBAAR:
            continue
        for deel in unicodedata.normalize("NFKD", teken.translate(_ZONDER_ACCENT)).casefold():
            if unicodedata.combining(deel):
                continue
            tekens.append(deel)
            plaatsen.append(plek)
    return "".join(tekens), [*plaatsen, len(tekst)]
