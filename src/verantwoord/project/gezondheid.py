"""Whether the program can do its work, for the machine that watches over it: yes or no, and nothing else."""

from http import HTTPStatus
from threading import Event
from typing import Final

from django.contrib.auth.decorators import login_not_required
from django.db import DatabaseError, InterfaceError
from django.http import HttpRequest, HttpResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from verantwoord.project import bewakers, bijwerken
from verantwoord.taken import werker
from verantwoord.toegang.inzage import toont_personen

# A database that was brought up to date stays so while this process runs; looking it up costs time at every beat.
_was_bij: Final = Event()


@toont_personen  # it opens no transaction of its own, so that an unreachable database is an answer and no error
@login_not_required
@never_cache
@require_safe
def gezondheid(request: HttpRequest) -> HttpResponse:
    """200 when the database answers, fits this version with every guard in its place, and a worker lives; else 503. Why is for who may log in."""
    del request
    goed = is_gezond()
    return HttpResponse(
        "goed" if goed else "niet goed",
        status=HTTPStatus.OK if goed else HTTPStatus.SERVICE_UNAVAILABLE,
        content_type="text/plain; charset=utf-8",
    )


def is_gezond() -> bool:
    try:
        if not _was_bij.is_set() and bijwerken.is_bij():
            _was_bij.set()
        return _was_bij.is_set() and werker.leeft() and not bewakers.verschillen()
    except (DatabaseError, InterfaceError):
        return False
