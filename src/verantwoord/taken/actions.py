"""Ask for a job, and try a failed one again."""

from typing import Any

from django.db import connection, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import ConnectorException
from procrastinate.manager import JobManager
from procrastinate.tasks import configure_task

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.taken.register import DOOR, als_bewaard
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

# Always over the connection of the act, also when a job asks for a job: the worker's own would commit by itself.
_wachtrij = JobManager(DjangoConnector())


class TaakNietMislukt(DomeinFout):
    """Only what failed can be tried again."""


def enqueue(naam: str, *, door: Medewerker, **argumenten: Any) -> int:
    """Ask for the job ``naam`` in the transaction of the act that needs it, and return its number.

    It runs as ``door`` after the transaction is committed; when that is rolled back, nobody asked. Arguments are ids,
    numbers, dates and booleans. Raises ``RuntimeError`` outside a transaction, ``TypeError`` for any other argument.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("a job is asked for inside the transaction of an action")
    bewaard = als_bewaard(naam, argumenten)
    return configure_task(name=naam, job_manager=_wachtrij).defer(**bewaard | {DOOR: str(door.pk)})


@transaction.atomic
def retry_taak(taak_id: int, *, door: Medewerker) -> None:
    """Let a failed job begin again, at once and with a clean count of attempts left to itself."""
    require(door, Recht.TAKEN_BEHEREN)
    taak = ProcrastinateJob.objects.filter(pk=taak_id, status="failed").first()
    if taak is None:
        raise TaakNietMislukt(
            _("Deze taak is niet (meer) mislukt. Ververs de pagina om te zien hoe hij staat.")
        )
    try:
        _wachtrij.retry_job_by_id(taak_id, retry_at=timezone.now())
    except ConnectorException as fout:
        raise TaakNietMislukt(_("Deze taak wacht al. Ververs de pagina om te zien hoe hij staat.")) from fout
    record_gebeurtenis(
        soort="taak.opnieuw",
        onderwerp=taak,
        dossier_id=None,
        door=door,
        gegevens={"taak": taak.task_name},
    )
