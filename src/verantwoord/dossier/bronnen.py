"""Sources of norms as a Dutch reader looks them up; the catalogue names them partly in English."""

import re
from functools import lru_cache
from typing import Final

# Longest first: a whole remark goes before the words it is made of.
_BRONWOORDEN: Final = tuple(
    (re.compile(patroon), woorden)
    for patroon, woorden in (
        (
            r": person need not turn to own authorities during court proceedings",
            ": tijdens de rechtszaak hoeft niemand zich tot de eigen autoriteiten te wenden",
        ),
        (r"\(confidentiality; until 2026-06-11\)", "(vertrouwelijkheid; tot en met 11 juni 2026)"),
        (r"\(max 5 years, longer on serious threat\)", "(ten hoogste 5 jaar, langer bij ernstige dreiging)"),
        (r"\bProject rule\b", "Afspraak van dit programma"),
        (r"\bff\. ", "en verder "),
        (r"(?<=\d) transition\b", " (overgang)"),
        (r"in force 1965-04-01", "in werking sinds 1 april 1965"),
        (r"\(question at every stage\)", "(de vraag in ieder stadium)"),
        (r"\(not found verbatim\)", "(niet letterlijk teruggevonden)"),
        (r"\(old, lapsed 2013\)", "(oud, vervallen in 2013)"),
        (r"\(ILC receives\)", "(het ILC ontvangt)"),
        (r"\(good interview\)", "(een goed gesprek)"),
        (r"\(partly\)", "(deels)"),
        (r"7-30 days", "7 tot 30 dagen"),
        (r"Leidraad/IND practice", "Leidraad en praktijk van de IND"),
        (r"\bReport footnote\b", "Rapport, voetnoot"),
        (r"\bReport summary\b", "Rapport, samenvatting"),
        (r"\bReport recommendation\b", "Rapport, aanbeveling"),
        (r"\bReport (?=\d)", "Rapport, paragraaf "),
        (r"\bReport\b", "Rapport"),
        (r"\bfootnote\b", "voetnoot"),
        (r"\brecommendation\b", "aanbeveling"),
        (r"\bchain-(?=\d)", "keten-"),
        (r"\b(?:EU )?Directive (\d+/\d+)/EC\b", r"Richtlijn \1/EG"),
        (r"\bDirective\b", "Richtlijn"),
        (r"\bRegulation\b", "Verordening"),
        (r"\bCJEU\b", "HvJ EU"),
        (r"\bart\.", "artikel"),
        (r"\bch\.", "hoofdstuk"),
        (r"\bff\b", "en verder"),
        (r" and ", " en "),
        (r" -> ", " → "),
    )
)


@lru_cache(maxsize=1024)
def bron_in_woorden(bron: str) -> str:
    """Name a source of the catalogue as a Dutch reader looks it up."""
    for patroon, woorden in _BRONWOORDEN:
        bron = patroon.sub(woorden, bron)
    return bron
