"""What the research of the Inspectie does."""

from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Final
from uuid import UUID

from django.db import transaction

from verantwoord.dossier.models import Dossier
from verantwoord.gebeurtenis import logboek
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.inspectie.queries import populatie
from verantwoord.kern.steekproef import Steekproef, Steekproefplan, trek
from verantwoord.kern.verwerkingen import bij_gebeurtenis
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

GETROKKEN: Final = "steekproef.getrokken"
_PER_KEER: Final = 500


def draw_steekproef(*, door: Medewerker, plan: Steekproefplan, peildatum: date) -> Steekproef:
    """Draw the sample of ``plan`` from the dossiers as they stand on ``peildatum``, and account for it.

    The event says what was drawn from what, with the hashes that prove it, and not which dossiers: it stands in no
    timeline. Each dossier that was drawn gets its line in the processing log. Raises ``GeenToegang``,
    ``StratumKleinerDanPlan``, ``NiemandOpLocatie``.
    """
    require(door, Recht.STEEKPROEF_TREKKEN)
    with transaction.atomic(), als_systeem():
        steekproef = trek(plan, populatie(peildatum=peildatum, viewer=door))
        nummers = [getrokken.dossiernummer for getrokken in steekproef.trekking]
        gebeurtenis = record_gebeurtenis(
            soort=GETROKKEN,
            onderwerp=door,
            dossier_id=None,
            door=door,
            gegevens={
                "peildatum": peildatum.isoformat(),
                "populatie": steekproef.populatie,
                "populatie_sha256": steekproef.populatie_sha256,
                "algoritme": steekproef.algoritme,
                "strata": [{"naam": stratum.naam, "aantal": stratum.aantal} for stratum in plan.strata],
                "trekking_sha256": sha256("".join(f"{nummer}\n" for nummer in nummers).encode()).hexdigest(),
            },
        )
        _verantwoord(nummers, gebeurtenis=str(gebeurtenis.pk))
    return steekproef


def _verantwoord(nummers: Sequence[str], *, gebeurtenis: str) -> None:
    activiteit = bij_gebeurtenis(GETROKKEN).code
    for begin in range(0, len(nummers), _PER_KEER):
        deel = nummers[begin : begin + _PER_KEER]
        dossiers: list[UUID] = list(Dossier.objects.filter(nummer__in=deel).values_list("pk", flat=True))
        logboek.schrijf(
            [logboek.Regel(GETROKKEN, activiteit, dossier, gebeurtenis) for dossier in dossiers],
            audit="gebeurtenis",
        )
