"""Could two messages under one v-nummer be about the same person? Only contradictions are looked for, never likeness."""

import re
import unicodedata
from collections.abc import Iterable
from typing import NamedTuple

# Letters that stay whole when accents are taken off, though names are written with and without their stroke or dot.
_STREPEN = str.maketrans("øłđħŧı", "oldhti")
_WIT = re.compile(r"\s+")


class EerdereGegevens(NamedTuple):
    """What one message that was taken in said of a person; ``None`` where it said nothing."""

    achternaam: str | None
    geboortedatum: str | None


def vouw_achternaam(achternaam: str) -> str:
    """Write the surname as it is compared: without case, accents and strokes, runs of white space as one space.

    Punctuation and the order of words count. Only for comparing; what is kept and shown is what was sent.
    """
    # Decomposing can bring out new capitals (ℌ becomes H), so both steps are done until neither changes anything.
    gevouwen = achternaam
    while (verder := unicodedata.normalize("NFKD", gevouwen.casefold())) != gevouwen:
        gevouwen = verder
    zonder_accent = "".join(teken for teken in gevouwen if not unicodedata.combining(teken))
    return _WIT.sub(" ", zonder_accent.translate(_STREPEN))


def is_geboortedatum_strijdig(een: str, ander: str) -> bool:
    """Tell whether year, month or day is known in both and unequal; unknown parts (0000, 00) contradict nothing."""
    return any(
        int(deel) and int(tegenover) and deel != tegenover
        for deel, tegenover in zip(een.split("-"), ander.split("-"), strict=True)
    )


def is_achternaam_strijdig(een: str | None, ander: str | None) -> bool:
    """Tell whether both are known and differ, read as :func:`vouw_achternaam` does."""
    if een is None or ander is None or een == ander:
        return False
    return vouw_achternaam(een) != vouw_achternaam(ander)


def find_strijdig(
    *, achternaam: str | None, geboortedatum: str | None, eerder: Iterable[EerdereGegevens]
) -> str | None:
    """Name the first field in which a message differs from what was taken in before: its path, or ``None``."""
    for bekend in eerder:
        if (
            geboortedatum is not None
            and bekend.geboortedatum is not None
            and is_geboortedatum_strijdig(geboortedatum, bekend.geboortedatum)
        ):
            return "persoon.geboortedatum"
        if is_achternaam_strijdig(achternaam, bekend.achternaam):
            return "persoon.naam.achternaam"
    return None


def is_geboortedatum_bevestigd(geboortedatum: str, eerder: Iterable[EerdereGegevens]) -> bool:
    """Tell whether an earlier message gave exactly this birth date, year included: the second fact beside the v-nummer.

    A date that merely does not contradict (1990-00-00 beside 1990-05-12) confirms nothing.
    """
    return not geboortedatum.startswith("0000") and any(
        bekend.geboortedatum == geboortedatum for bekend in eerder
    )
