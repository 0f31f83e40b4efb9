"""In how many dossiers the same words stand: a number over all dossiers, also those that who asks may not see."""

from collections.abc import Sequence
from typing import Literal

from django.db import connection


def dossiers_met(
    telling: Literal["gelijke_afwegingen", "gelijke_toelichtingen"], vingers: Sequence[str]
) -> dict[str, int]:
    """In how many dossiers a text with each of these fingerprints stands, over all dossiers: the database counts."""
    with connection.cursor() as cursor:
        cursor.execute(f"select vinger, dossiers from {telling}(%s)", [list(vingers)])  # noqa: S608 - one of two names
        return dict(cursor.fetchall())
