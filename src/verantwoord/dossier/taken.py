"""What this room does by night: look through who looked, and say what nobody reviewed in time."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verantwoord.dossier.nakijken.actions import review_dag
from verantwoord.taken.register import taak
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.nood.actions import escalate_noodtoegang


@taak("inzage.nakijken", titel=_("Nakijken wie naar dossiers keek"), rooster="20 3 * * *")
def kijk_na(*, door: Medewerker) -> None:
    """Yesterday, and the two days before it in case a night was missed."""
    vandaag = timezone.localdate()
    for terug in (3, 2, 1):
        review_dag(door=door, dag=vandaag - timedelta(days=terug), peildatum=vandaag)


@taak("noodtoegang.escaleer", titel=_("Melden welke noodtoegang niemand beoordeelde"), rooster="15 5 * * *")
def escaleer(*, door: Medewerker) -> None:
    escalate_noodtoegang(door=door, peildatum=timezone.localdate())
