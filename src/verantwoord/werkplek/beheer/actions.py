"""Acts of an administrator that reach further than one room."""

from typing import Any

from django.db import transaction

from verantwoord.stamgegevens.actions import choose_parameterwaarde, end_parameterwaarde
from verantwoord.stamgegevens.models import Parameterwaarde
from verantwoord.toegang.models import Medewerker


@transaction.atomic
def choose_normwaarde(*, door: Medewerker, **keuze: Any) -> Parameterwaarde:
    """Choose a number, and have all open dossiers judged by it."""
    return choose_parameterwaarde(door=door, **keuze)


@transaction.atomic
def end_normwaarde(*, door: Medewerker, **einde: Any) -> None:
    """End a chosen number, and have all open dossiers judged without it."""
    end_parameterwaarde(door=door, **einde)
