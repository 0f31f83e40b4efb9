"""Telling who keeps the catalogue that something in it has to be asked about."""

from datetime import date

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from verantwoord.ondersteuning.catalogus import na_te_kijken
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht
from verantwoord.werkplek.meldingen.models import Melding
from verantwoord.werkplek.meldingen.rollen import rollen_met


@transaction.atomic
def remind_catalogus(*, door: Medewerker, peildatum: date) -> None:
    """Tell each keeper once of what came up since the last time; the list itself says by when.

    The catalogue is the same for every keeper, so one of them is asked what is in it.
    """
    require(door, Recht.HERBEOORDELEN)
    beheerders = list(
        Medewerker.objects.filter(
            organisatie=Organisatie.DTV, rol__in=rollen_met(Recht.CATALOGUS_BEHEREN), is_active=True
        )
    )
    punten = na_te_kijken(viewer=beheerders[0], peildatum=peildatum) if beheerders else []
    if not punten:
        return
    laatste = max(punt.sinds for punt in punten)
    gehoord = Melding.objects.filter(medewerker__in=beheerders, soort=Melding.Soort.CATALOGUS)
    op = dict(gehoord.values_list("medewerker").annotate(laatst=Max("gemaakt_op")))
    Melding.objects.bulk_create(
        [
            Melding(medewerker=wie, soort=Melding.Soort.CATALOGUS)
            for wie in beheerders
            if wie.pk not in op or timezone.localdate(op[wie.pk]) < laatste
        ],
        ignore_conflicts=True,
    )
