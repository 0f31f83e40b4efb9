"""What one step of a route is: which facts it changes, who may take it, and which gate it passes. No form, no request."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol
from uuid import UUID

import msgspec
from django.utils.functional import Promise

from verantwoord.kern import dossierbeeld as d
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.rechten import Recht
from verantwoord.toetsing.keuzes import Moment

Invoer = Mapping[str, Any]


class StapFout(DomeinFout):
    """What was entered does not fit this dossier; ``veld`` is the field it is said at, blank for the whole form."""

    def __init__(self, melding: str, *, veld: str = "") -> None:
        super().__init__(melding)
        self.veld = veld


class Regel(Protocol):
    """One step that was taken, as far as other steps ask about it."""

    @property
    def stap(self) -> str: ...

    @property
    def op(self) -> date: ...

    @property
    def invoer(self) -> dict[str, Any]: ...

    @property
    def door_id(self) -> UUID | None: ...


@dataclass(frozen=True, kw_only=True)
class Wie:
    """Who takes a step, and who has the regie over the dossier; enough to ask for two different people."""

    door: UUID
    regievoerder: UUID | None


def _zelfde(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
    del invoer
    return s.beeld


def _iedereen(wie: Wie, regels: Iterable[Regel]) -> str:
    del wie, regels
    return ""


@dataclass(frozen=True, kw_only=True)
class Stap:
    """One step.

    ``verander`` gives the facts as they are after it, and raises ``StapFout``; a step that has no field in the
    dossierbeeld leaves them alone and stands only in the history of the route. ``titel`` is what it is called before it
    was taken, ``gedaan`` after it. ``datumveld`` is the field that says
    when it happened; ``plannen`` are the fields that may lie ahead. ``weiger`` gives the reason why this person may not
    take it, blank when they may.
    """

    moment: Moment
    naam: str
    soort: str
    titel: str | Promise
    gedaan: str | Promise
    wie: str | Promise
    datumveld: str
    verander: Callable[[Stand, Invoer], d.Dossierbeeld] = _zelfde
    plannen: frozenset[str] = frozenset()
    handeling: str = ""
    recht: Recht = Recht.DOSSIER_BEHANDELEN
    weiger: Callable[[Wie, Iterable[Regel]], str] = _iedereen


def met(beeld: d.Dossierbeeld, deel: Moment, **feiten: Any) -> d.Dossierbeeld:
    """The dossierbeeld with these facts of one part changed."""
    nieuw = msgspec.structs.replace(getattr(beeld, deel.value), **feiten)
    return msgspec.structs.replace(beeld, **{deel.value: nieuw})


def neem_over(moment: Moment, *velden: str) -> Callable[[Stand, Invoer], d.Dossierbeeld]:
    """A change that puts what was entered in the fields of the same name."""

    def verander(s: Stand, invoer: Invoer) -> d.Dossierbeeld:
        return met(s.beeld, moment, **{veld: invoer[veld] for veld in velden})

    return verander
