"""Acts of an administrator that reach further than one room."""

from datetime import date
from typing import Any, Final
from uuid import UUID

from django.db import transaction

from verantwoord.bewaking.actions import herbeoordeel
from verantwoord.bewaking.models import Stand
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.stamgegevens.actions import choose_parameterwaarde
from verantwoord.stamgegevens.models import Parameterwaarde
from verantwoord.taken.actions import enqueue
from verantwoord.toegang.actions import require, systeem
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

HERBEOORDEEL: Final = "normwaarden.herbeoordeel"
PARTIJ: Final = 200


@transaction.atomic
def choose_normwaarde(*, door: Medewerker, geldig_van: date, vandaag: date, **keuze: Any) -> Parameterwaarde:
    """Choose a number. When it holds from today all open dossiers are judged by it; later, the night before does that."""
    rij = choose_parameterwaarde(door=door, geldig_van=geldig_van, vandaag=vandaag, **keuze)
    if geldig_van <= vandaag:
        enqueue(HERBEOORDEEL, door=systeem())
    return rij


def herbeoordeel_met_nieuwe_waarden(*, door: Medewerker, op: date) -> int:
    """Ask the norms again about every open dossier that was judged by other numbers; return how many there were.

    In lots of a transaction each; stopped halfway, the next run goes on with what is left. A dossier that somebody is
    changing at that moment is skipped: the change itself asks the norms.
    """
    require(door, Recht.HERBEOORDELEN)
    regelset = geldende_parameters().regelset
    aantal, na = 0, UUID(int=0)
    while True:
        with transactie_van(door):
            anders = Stand.objects.filter(gesloten=False, pk__gt=na).exclude(regelset=regelset)
            partij = list(anders.order_by("pk").values_list("pk", flat=True)[:PARTIJ])
            if not partij:
                return aantal
            vrij = Dossier.objects.select_for_update(skip_locked=True).filter(pk__in=partij)
            dossiers = list(vrij.order_by("pk").values_list("pk", flat=True))
            herbeoordeel(dossiers, peildatum=op)
        aantal, na = aantal + len(dossiers), partij[-1]
