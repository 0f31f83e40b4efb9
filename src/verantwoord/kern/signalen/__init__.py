"""Word hints: passages in a report that a person is asked to read again, because of the words in them.

``zoek_signalen`` reads the rules in ``lexicon/``: written, dated and explained by people, and looking at the words around
a hit. ``zoek_passages`` puts what it finds together as sentences to read. Both only ask a human to look: a hit says
nothing of anybody, nothing is kept or counted per person, and no hit is never "no signal" (invariant 10).
"""

from verantwoord.kern.signalen.nalezen import LANGSTE_PASSAGE, Passage, Plek, zoek_passages
from verantwoord.kern.signalen.passages import Terrein
from verantwoord.kern.signalen.versie import lexiconversie
from verantwoord.kern.signalen.zoeken import Signaal, zoek_signalen

__all__ = [
    "LANGSTE_PASSAGE",
    "Passage",
    "Plek",
    "Signaal",
    "Terrein",
    "lexiconversie",
    "zoek_passages",
    "zoek_signalen",
]
