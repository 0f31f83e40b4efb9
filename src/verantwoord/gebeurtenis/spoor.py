"""The trace of a request: which processing called which, here and at a partner, in the words of W3C Trace Context."""

import re
import secrets
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Final

from django.http import HttpRequest, HttpResponse

_TRACEPARENT: Final = re.compile(r"([0-9a-f]{2})-([0-9a-f]{32})-([0-9a-f]{16})-[0-9a-f]{2}(-.*)?", re.ASCII)


@dataclass(kw_only=True)
class Spoor:
    """One trace. ``ouder`` is the first processing in it, under which the later ones hang.

    ``vreemd`` is the trace and operation of the program elsewhere that called this one; it never replaces our own, as
    another organisation's ids say nothing about ours. It counts once ``partij`` says which organisation that is.
    """

    trace_id: str = field(default_factory=lambda: secrets.token_hex(16))
    begin: datetime = field(default_factory=lambda: datetime.now(UTC))
    ouder: str | None = None
    vreemd: tuple[str, str] | None = None
    partij: str = ""


_spoor: ContextVar[Spoor | None] = ContextVar("spoor", default=None)


def huidig_spoor() -> Spoor:
    """The trace of what runs now; outside a request and a job each processing is a trace of its own."""
    return _spoor.get() or Spoor()


@contextmanager
def nieuw_spoor(*, traceparent: str = "") -> Iterator[Spoor]:
    """Begin a trace for one request or one job; ``traceparent`` is what the caller sent along, if anything."""
    spoor = Spoor(vreemd=lees_traceparent(traceparent))
    sleutel = _spoor.set(spoor)
    try:
        yield spoor
    finally:
        _spoor.reset(sleutel)


def lees_traceparent(kop: str) -> tuple[str, str] | None:
    """The trace and operation in a ``traceparent`` header; ``None`` when it is not one by the standard."""
    gelezen = _TRACEPARENT.fullmatch(kop)
    if gelezen is None:
        return None
    versie, trace_id, operatie, rest = gelezen.groups()
    is_geldig = versie != "ff" and int(trace_id, 16) and int(operatie, 16) and not (versie == "00" and rest)
    return (trace_id, operatie) if is_geldig else None


def als_traceparent(trace_id: str, operatie: str) -> str:
    """What is sent along to another program, so that its log and ours can be laid beside each other."""
    return f"00-{trace_id}-{operatie}-01"


class SpoorMiddleware:
    """Begin a trace for every request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        with nieuw_spoor(traceparent=request.headers.get("traceparent", "")):
            return self.get_response(request)
