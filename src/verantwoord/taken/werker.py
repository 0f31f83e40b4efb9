"""The worker: fetches jobs and does them, a few beside each other, and says every ten seconds that it lives."""

import asyncio
import signal
import threading
from datetime import datetime, timedelta
from typing import Final

from django.db import InterfaceError, OperationalError, close_old_connections, connection
from django.utils import timezone
from procrastinate import App
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateWorker
from procrastinate.exceptions import ConnectorException
from procrastinate.periodic import PeriodicRegistry

ONBEREIKBAAR: Final = (OperationalError, InterfaceError, ConnectorException)
HARTSLAG: Final = 10.0
# A worker that was silent this long is dead: its jobs go to another.
DOOD_NA: Final = timedelta(seconds=60)
# In days. What went well is of no use after a week; what failed is kept for who finds out why.
_BEWAARD: Final = {"succeeded": 7, "cancelled": 7, "aborted": 90, "failed": 90}


def werk(*, tegelijk: int, blijf: bool = True) -> bool:
    """Do jobs until a signal to stop; without ``blijf`` until none waits any more.

    Return whether that was so; when not, the connection was lost and it may be called again. The queue is read over a
    connection of its own, so that a job may itself ask for jobs in its own transaction.
    """
    close_old_connections()
    herneem_gestrande()
    return asyncio.run(_werk(tegelijk=tegelijk, blijf=blijf))


async def _werk(*, tegelijk: int, blijf: bool) -> bool:
    verbinding = app.connector.get_worker_connector()  # type: ignore[attr-defined]  # Django's connector has it
    rooster = app.periodic_registry
    with app.replace_connector(verbinding) as wachtrij:
        try:
            if not blijf:
                # Who does once what waits does not ask for more by the clock.
                wachtrij.periodic_registry = PeriodicRegistry()
            async with wachtrij.open_async():
                return await _draai(wachtrij, tegelijk=tegelijk, blijf=blijf)
        finally:
            wachtrij.periodic_registry = rooster


async def _draai(wachtrij: App, *, tegelijk: int, blijf: bool) -> bool:
    werker = asyncio.ensure_future(
        wachtrij.run_worker_async(
            concurrency=tegelijk,
            wait=blijf,
            install_signal_handlers=False,
            update_heartbeat_interval=HARTSLAG,
            stalled_worker_timeout=DOOD_NA.total_seconds(),
            # Who stops the server waits this long for a job; the next worker begins it anew.
            shutdown_graceful_timeout=10,
        )
    )
    if threading.current_thread() is threading.main_thread():
        for teken in (signal.SIGINT, signal.SIGTERM):
            asyncio.get_running_loop().add_signal_handler(teken, werker.cancel)
    try:
        await werker
    except asyncio.CancelledError:
        return True
    return not blijf


def leeft() -> bool:
    """Tell whether any worker gave a sign of life within the last minute."""
    return ProcrastinateWorker.objects.filter(last_heartbeat__gte=timezone.now() - DOOD_NA).exists()


def herneem_gestrande() -> int:
    """Let jobs wait again whose worker died while doing them; return how many."""
    with connection.cursor() as cursor:
        cursor.execute(
            "select procrastinate_retry_job_v2(j.id, now(), null, null, null) from procrastinate_jobs j"
            " left join procrastinate_workers w on w.id = j.worker_id"
            " where j.status = 'doing' and (w.id is null or w.last_heartbeat < %s)",
            [timezone.now() - DOOD_NA],
        )
        return int(cursor.rowcount)


def ruim_oude_op(*, nu: datetime) -> None:
    """Remove jobs that ended long before ``nu``, with what happened to them."""
    with connection.cursor() as cursor:
        for status, dagen in _BEWAARD.items():
            cursor.execute(
                "delete from procrastinate_jobs j where j.status = %s::procrastinate_job_status and not exists ("
                "select from procrastinate_events e where e.job_id = j.id and e.at > %s)",
                [status, nu - timedelta(days=dagen)],
            )
