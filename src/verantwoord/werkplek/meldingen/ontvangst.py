"""Telling the regievoerder that the end of a right to shelter did not reach the COA in time."""

from datetime import date
from typing import Final

from django.db import transaction

from verantwoord.dossier.antwoorden import te_laat_bij_coa, uiterlijk_bij_coa
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.werkplek.meldingen.models import Melding

_NORM: Final = "coa-einddatum-afgeleid"
_PARTIJ: Final = 1000


@transaction.atomic
def remind_ontvangst(*, door: Medewerker, peildatum: date) -> None:
    """Say each date that did not arrive once to who directs the dossier, however often this runs."""
    require(door, Recht.HERBEOORDELEN)
    te_laat = te_laat_bij_coa(op=peildatum).filter(
        dossier__gesloten_op__isnull=True, dossier__regievoerder__is_active=True
    )
    Melding.objects.bulk_create(
        (
            Melding(
                medewerker_id=regievoerder,
                soort=Melding.Soort.PLICHT,
                dossier_id=antwoord.dossier_id,
                norm=_NORM,
                uiterlijk_op=uiterlijk_bij_coa(antwoord),
            )
            for antwoord in te_laat.select_related("dossier").order_by("pk")
            if (regievoerder := antwoord.dossier.regievoerder_id) is not None
        ),
        batch_size=_PARTIJ,
        ignore_conflicts=True,
    )
