"""The translations as people write them: one catalogue for each language, read once."""

from functools import cache
from pathlib import Path
from typing import Final

from babel.messages.pofile import read_po

LOCALE: Final = Path(__file__).parents[1] / "locale"
BRON: Final = "nl"
# Everything is there in English; what a language lacks stands there in Dutch and in English.
TERUGVAL: Final = "en"


@cache
def catalogus(taal: str) -> dict[str, str]:
    """The sentences that this language has, by the Dutch one; nothing for a language without a catalogue."""
    pad = LOCALE / taal / "LC_MESSAGES" / "django.po"
    if not pad.is_file():
        return {}
    with pad.open("rb") as stroom:
        regels = read_po(stroom, locale=taal, abort_invalid=True)
    return {
        str(regel.id): str(regel.string) for regel in regels if regel.id and regel.string and not regel.fuzzy
    }


def vertaling(taal: str, bron: str) -> str | None:
    """The sentence in this language, or nothing when nobody wrote it yet."""
    return bron if taal == BRON else catalogus(taal).get(bron)
