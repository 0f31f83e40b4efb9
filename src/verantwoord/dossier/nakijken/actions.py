"""Looking through one day of the log by the rules."""

from datetime import date, timedelta

from django.db import transaction

from verantwoord.dossier.nakijken.kenmerken import (
    dag_ervoor,
    drukte_voor,
    geweigerd_op,
    kijken_tussen,
)
from verantwoord.kern.opvallend import vind, zonder_taak
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.nakijken.actions import keep_opvallend
from verantwoord.toegang.rechten import Recht


@transaction.atomic
def review_dag(*, door: Medewerker, dag: date, peildatum: date) -> int:
    """Apply the rules to the looks of one day and keep what they find; how many were new. Twice finds nothing twice."""
    require(door, Recht.HERBEOORDELEN)
    with als_systeem():
        vandaag = kijken_tussen(dag, dag)
        eerder = kijken_tussen(dag_ervoor(dag), dag - timedelta(days=1), dossiers=zonder_taak(vandaag))
        treffers = vind(
            [*eerder, *vandaag],
            dag=dag,
            drukte=drukte_voor(dag, {kijk.medewerker for kijk in vandaag}),
            geweigerd=geweigerd_op(dag),
        )
        mensen = Medewerker.objects.filter(pk__in={treffer.medewerker for treffer in treffers})
        return keep_opvallend(door=door, treffers=treffers, mensen=mensen, peildatum=peildatum)
