"""Who needs to know what: the matrix of roles and categories, in one place.

The policies in the database, the checks in Python, the reference page and the tests are all made from it. A category
or a role that it does not name gets nothing. Legal base: AVG art. 5(1)(b) and (c), 6 and 9; report §3.4.
"""

from enum import StrEnum
from types import MappingProxyType
from typing import Final


class Toegang(StrEnum):
    """How far somebody of a role gets with one category."""

    VOL = "V"
    ANTWOORD = "A"
    EIGEN = "E"
    NOOD = "B"
    AANTALLEN = "T"
    NIETS = "-"


ROLLEN: Final = (
    "regievoerder",
    "medisch_bevoegd",
    "coa",
    "ind",
    "avim_toezicht",
    "avim_mensenhandel",
    "kmar",
    "iom_ngo",
    "vwn",
    "inspectie",
    "persoon",
    "gemachtigde",
    "functioneel_beheer",
    "fg",
)
# One row a category, one letter a role in the order of ROLLEN.
_RIJEN: Final = {
    "identiteit": "V A V V V A V A A V V V - -",
    "opvang_einddatum": "V - A V A - - A A V V V - -",
    "ind_besluit": "V - - V - - - - - V V V - -",
    "medisch": "A V B A - - A - - V V V - -",
    "mensenhandel": "A - E A - V - E E V V V - -",
    "vertrekplan_en_toetsing": "V A A A A - A A A V V V - -",
    "gespreksverslag": "V - - - - - - - - V V V - -",
    "toezicht_en_bewaring": "V A A A V - V - - V V V - -",
    "correspondentie_gemachtigde": "E - - - - - - - - - V V - -",
    "veiligheidskaart": "V V V - B - B - - V V V - -",
    "inzagelog": "E E E E E E E E E V V V - V",
    "rapportage": "T - T T T - T T T T - - T T",
}
MATRIX: Final = MappingProxyType(
    {
        categorie: MappingProxyType(dict(zip(ROLLEN, map(Toegang, rij.split()), strict=True)))
        for categorie, rij in _RIJEN.items()
    }
)
CATEGORIEEN: Final = tuple(MATRIX)
# What is kept of these is the answer itself (indication, consent, advice, travel conditions; the state of a route),
# never a diagnosis or what the police know: for who directs the case there is nothing behind it to withhold.
ANTWOORD_IS_ALLES: Final = frozenset({("regievoerder", "medisch"), ("regievoerder", "mensenhandel")})


def toegang_van(rol: str, categorie: str) -> Toegang:
    """How far this role gets with this category; a role or category that is not in the matrix gets nothing."""
    kolommen = MATRIX.get(categorie)
    return kolommen.get(rol, Toegang.NIETS) if kolommen is not None else Toegang.NIETS


def rijen_van(rol: str) -> tuple[str, ...]:
    """The categories of which this role may read the rows themselves, in a dossier that is theirs to work on."""
    return tuple(
        categorie
        for categorie in CATEGORIEEN
        if toegang_van(rol, categorie) is Toegang.VOL or (rol, categorie) in ANTWOORD_IS_ALLES
    )


def antwoorden_van(rol: str) -> tuple[str, ...]:
    """The categories of which this role may read the derived answers, in a dossier that is theirs to work on."""
    return tuple(
        categorie
        for categorie in CATEGORIEEN
        if toegang_van(rol, categorie) in {Toegang.VOL, Toegang.ANTWOORD}
    )
