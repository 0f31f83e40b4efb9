"""The jobs of this room."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verantwoord.overleg.actions import extend_reeksen, fill_agenda
from verantwoord.overleg.queries import te_vullen
from verantwoord.taken.register import taak
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Medewerker

# An agenda begins to fill three weeks before, so that everybody can write in peace.
VOORUIT = timedelta(weeks=3)


@taak(
    "overleg.agenda",
    titel=_("Agenda's van de overleggen bijwerken"),
    rooster="10 4 * * *",
    eigen_transacties=True,
)
def agenda(*, door: Medewerker) -> None:
    """After the dossiers were judged for the day; each meeting in a transaction of its own."""
    vandaag = timezone.localdate()
    with transactie_van(door, verzoek="taak overleg.agenda"):
        extend_reeksen(door=door, peildatum=vandaag)
        overleggen = te_vullen(viewer=door, van=vandaag, tot=vandaag + VOORUIT)
    for overleg_id in overleggen:
        with transactie_van(door, verzoek="taak overleg.agenda"):
            fill_agenda(door=door, overleg_id=overleg_id, peildatum=vandaag)
