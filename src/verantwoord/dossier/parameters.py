"""The numbers of project norms as they hold here: the rule set's own, unless the office chose another for a period."""

from functools import lru_cache

from verantwoord.kern.parameters import STANDAARD, Keuze, Parameters
from verantwoord.stamgegevens.queries import keuzes_uit, parameterwaarden


def geldende_parameters() -> Parameters:
    """Every number with its period; norms pick by peildatum."""
    keuzes = keuzes_uit(parameterwaarden())
    return _parameters(keuzes) if keuzes else STANDAARD


@lru_cache(maxsize=8)
def _parameters(keuzes: tuple[Keuze, ...]) -> Parameters:
    """Keep the values worked out for the same choices: they are asked at every act."""
    return Parameters(keuzes)
