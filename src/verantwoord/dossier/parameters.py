"""The numbers of project norms as they hold here: the rule set's own, unless the office chose another for a period."""

from verantwoord.kern.parameters import STANDAARD, Parameters
from verantwoord.stamgegevens.queries import parameterwaarden


def geldende_parameters() -> Parameters:
    """Every number with its period; norms pick by peildatum."""
    keuzes = parameterwaarden()
    if not keuzes:
        return STANDAARD
    raise NotImplementedError
