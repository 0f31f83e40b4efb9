"""Who the database takes the program to act for, inside the transaction of a request or a job."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

_INSTELLINGEN = ("verantwoord.wie", "verantwoord.rol", "verantwoord.organisatie", "verantwoord.team")
SYSTEEM = "systeem"


@contextmanager
def als_systeem() -> Iterator[None]:
    """Let the program itself read and write what its task needs, whoever asked for that.

    For norms that must know all facts, for jobs, and for what a partner's message sets in motion; never to show
    something to a person. Whoever acts keeps signing: ``verantwoord.door`` stays as it is.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("als_systeem belongs inside a transaction")
    with connection.cursor() as cursor:
        cursor.execute("select current_setting('verantwoord.rol', true)")
        (was,) = cursor.fetchone()
        if was != SYSTEEM:
            cursor.execute("select set_config('verantwoord.rol', %s, true)", [SYSTEEM])
    try:
        yield
    finally:
        # In a transaction that already failed nothing can be asked any more, and nothing would be remembered.
        if was != SYSTEEM and not connection.needs_rollback:
            with connection.cursor() as cursor:
                cursor.execute("select set_config('verantwoord.rol', %s, true)", [was or ""])
