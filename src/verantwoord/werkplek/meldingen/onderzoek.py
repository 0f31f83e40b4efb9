"""Telling who answers for an organisation that the Inspectie asks what is done with a recommendation."""

from datetime import date

from django.db import transaction

from verantwoord.inspectie.actions import mark_herinnerd
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht
from verantwoord.werkplek.meldingen.models import Melding
from verantwoord.werkplek.meldingen.rollen import rollen_met


@transaction.atomic
def remind_reacties(*, door: Medewerker, peildatum: date) -> None:
    """Say it when it is asked, two weeks before its day, and after that day every week until there is an answer."""
    require(door, Recht.HERBEOORDELEN)
    wie = Medewerker.objects.filter(
        organisatie__in=mark_herinnerd(door=door, peildatum=peildatum),
        rol__in=rollen_met(Recht.AANBEVELING_BEANTWOORDEN),
        is_active=True,
    )
    Melding.objects.bulk_create(
        [Melding(medewerker=een, soort=Melding.Soort.ONDERZOEK) for een in wie], ignore_conflicts=True
    )
