"""Word hints: passages in a report that a person is asked to read again, because of the words in them.

``zoek_passages`` compares a short list of words and gives what a finished talk asks about. ``zoek_signalen`` reads the
rules in ``lexicon/``: written, dated and explained by people, and looking at the words around a hit. Both only ask a
human to look: a hit says nothing of anybody, nothing is counted per person, and no hit is never "no signal"
(invariant 10).
"""

from verantwoord.kern.signalen.passages import (
    LANGSTE_CITAAT,
    LEXICON,
    WOORDEN,
    Gevonden,
    Terrein,
    zoek_passages,
)
from verantwoord.kern.signalen.zoeken import Signaal, zoek_signalen

__all__ = [
    "LANGSTE_CITAAT",
    "LEXICON",
    "WOORDEN",
    "Gevonden",
    "Signaal",
    "Terrein",
    "zoek_passages",
    "zoek_signalen",
]
