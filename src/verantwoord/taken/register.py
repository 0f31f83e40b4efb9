"""Which jobs there are. A room registers its own in a module ``taken.py``, which is found when the program starts.

What the queue is made of is known here and in ``werker`` alone: the rooms see a name, a title and a function.
"""

import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final
from uuid import UUID

import msgspec
from django.utils.functional import Promise
from procrastinate.contrib.django import app
from procrastinate.jobs import Job
from procrastinate.retry import BaseRetryStrategy, RetryDecision

from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import systeem
from verantwoord.toegang.context import transactie_van
from verantwoord.toegang.models import Medewerker

# Whose job it is stands among its arguments under this name; no job may use it for anything else.
DOOR: Final = "door"
_MAG_MEE = (UUID, bool, int, date)


@dataclass(frozen=True, kw_only=True)
class Taak:
    """A kind of job. ``titel`` says in plain words what it does, for who looks after the program."""

    naam: str
    titel: Promise | str
    functie: Callable[..., None]
    eigen_transacties: bool


TAKEN: dict[str, Taak] = {}


class Nogmaals(BaseRetryStrategy):
    """Try again after 4, 16, 64 … seconds. A refusal of the domain stays one, however often it is asked."""

    def __init__(self, pogingen: int) -> None:
        self.pogingen = pogingen

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        if isinstance(exception, DomeinFout) or job.attempts + 1 >= self.pogingen:
            return None
        return RetryDecision(retry_in={"seconds": 4 ** (job.attempts + 1)})


def taak(
    naam: str,
    *,
    titel: Promise | str,
    rooster: str | None = None,
    pogingen: int = 3,
    eigen_transacties: bool = False,
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Register the function as the job ``naam``; it is called with ``door`` and the arguments that it declares.

    ``rooster`` is a line of cron in UTC by which the system itself asks for it; one that still waits is not asked for
    twice. ``pogingen`` is how often it is tried in all. The function runs in one transaction in which the database
    knows who acts, unless it takes steps of its own (``eigen_transacties``). It may run twice, so that must be harmless.
    """

    def registreer(functie: Callable[..., None]) -> Callable[..., None]:
        if naam in TAKEN:
            raise RuntimeError(f"the job {naam} is registered twice")
        TAKEN[naam] = Taak(naam=naam, titel=titel, functie=functie, eigen_transacties=eigen_transacties)
        beurt = naam if rooster else None
        uitvoerder: Any = app.task(name=naam, retry=Nogmaals(pogingen), lock=beurt, queueing_lock=beurt)(
            lambda **bewaard: voer_uit(naam, bewaard)
        )
        if rooster:
            app.periodic(cron=rooster, periodic_id=naam)(uitvoerder)
        return functie

    return registreer


def als_bewaard(naam: str, argumenten: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments as they are kept in the queue. Only ids, numbers, dates and yes or no: a text could be a name."""
    gevraagd = set(inspect.signature(TAKEN[naam].functie).parameters) - {DOOR}
    if gevraagd != set(argumenten):
        raise TypeError(f"the job {naam} takes {sorted(gevraagd)}, not {sorted(argumenten)}")
    fout = [veld for veld, waarde in argumenten.items() if not isinstance(waarde, _MAG_MEE)]
    if fout:
        raise TypeError(f"a job carries ids, numbers and dates alone; not so: {fout}")
    return {veld: msgspec.to_builtins(waarde) for veld, waarde in argumenten.items()}


def voer_uit(naam: str, bewaard: Mapping[str, Any]) -> None:
    """Do one job as whoever asked for it; without anybody, as the system. A person who left acts no more."""
    soort = TAKEN[naam]
    parameters = inspect.signature(soort.functie, eval_str=True).parameters
    argumenten = {
        veld: msgspec.convert(waarde, parameters[veld].annotation)
        for veld, waarde in bewaard.items()
        # The moment for which a periodic job was asked for comes along by itself; the day it runs is what counts.
        if veld in parameters and veld != DOOR
    }
    door = Medewerker.objects.get(pk=bewaard[DOOR], is_active=True) if DOOR in bewaard else systeem()
    if soort.eigen_transacties:
        soort.functie(door=door, **argumenten)
        return
    with transactie_van(door, verzoek=f"taak {naam}"[:40]):
        soort.functie(door=door, **argumenten)
