"""Sources of norms as a Dutch reader looks them up; the catalogue names them partly in English."""

import re
from typing import Final

_BRONWOORDEN: Final = (
    (re.compile(r"\bReport footnote\b"), "Rapport, voetnoot"),
    (re.compile(r"\bReport summary\b"), "Rapport, samenvatting"),
    (re.compile(r"\bReport recommendation\b"), "Rapport, aanbeveling"),
    (re.compile(r"\bReport (?=\d)"), "Rapport, paragraaf "),
    (re.compile(r"\bReport\b"), "Rapport"),
    (re.compile(r"\bfootnote\b"), "voetnoot"),
    (re.compile(r"\brecommendation\b"), "aanbeveling"),
    (re.compile(r"\bDirective\b"), "Richtlijn"),
    (re.compile(r"\(good interview\)"), "(een goed gesprek)"),
    (re.compile(r"\(partly\)"), "(deels)"),
    (re.compile(r"\bart\."), "artikel"),
)


def bron_in_woorden(bron: str) -> str:
    """Name a source of the catalogue as a Dutch reader looks it up."""
    for patroon, woorden in _BRONWOORDEN:
        bron = patroon.sub(woorden, bron)
    return bron
