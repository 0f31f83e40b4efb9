"""What a measure is, and what measuring gives."""

from typing import Final, Literal

import msgspec
from django.utils.functional import Promise

from verantwoord.kern.statistiek import Aandeel, aandeel

Dimensie = Literal["locatie", "fase", "maand", "kwartaal"]
DIMENSIES: Final[tuple[Dimensie, ...]] = ("locatie", "fase", "maand", "kwartaal")


class Maat(msgspec.Struct, frozen=True, kw_only=True):
    """One measure, in words for who reads the figure. ``norm`` is the id in the catalogue that asks for it.

    ``ontbreekt`` says what the measure cannot see, or when it answers unknown. ``gevoelig``: it is about health, so that
    small groups are suppressed sooner.
    """

    naam: str
    groep: str
    titel: Promise
    definitie: Promise
    teller: Promise
    noemer: Promise
    ontbreekt: Promise
    norm: str
    gevoelig: bool = False


class Gemeten(msgspec.Struct, frozen=True, kw_only=True):
    """One figure: in ``teller`` of ``noemer`` dossiers it was found, in ``onbekend`` of them it cannot be said.

    The unknown ones are part of ``noemer`` and count as not found, so that what is not recorded never looks good.
    """

    teller: int
    noemer: int
    onbekend: int

    @property
    def aandeel(self) -> Aandeel:
        """The share with its Wilson interval."""
        return aandeel(self.teller, self.noemer)


class Duur(msgspec.Struct, frozen=True, kw_only=True):
    """How many days something took where it is over: the median and the quartiles, and how many still run.

    The days are ``None`` when nothing is over yet. What still runs is no part of them and is named apart, for the slow
    ones are over last.
    """

    klaar: int
    loopt: int
    kwart: float | None
    mediaan: float | None
    driekwart: float | None
