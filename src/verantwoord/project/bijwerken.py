"""Bring a database up to date: migrations by the owner, then the rights of the app role."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from verantwoord.project.rechten import ken_rechten_toe

SLOT = 62_2000
"""The number of the lock in the database under which it is brought up to date."""


def is_bij() -> bool:
    """Tell whether every migration of this version has been applied."""
    verbinding = connections["default"]
    if "django_migrations" not in verbinding.introspection.table_names():
        return False
    uitvoerder = MigrationExecutor(verbinding)
    return not uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())


def is_leeg() -> bool:
    """Tell whether nothing at all has been made in the database."""
    return not connections["default"].introspection.table_names()


@contextmanager
def _zelden_opruimen() -> Iterator[None]:
    """Look less often for memory that may go: a migration makes every model anew, and looking took a quarter of the time."""
    gewoon = gc.get_threshold()
    gc.set_threshold(100_000, *gewoon[1:])
    try:
        yield
    finally:
        gc.set_threshold(*gewoon)


def werk_bij(*, verbosity: int = 0) -> int:
    """Apply what is missing, give the app role its rights, and return how many migrations were applied."""
    verbinding = connections["eigenaar"]
    with verbinding.cursor() as cursor:
        # Two programs that find the same old database bring it up to date one after the other.
        cursor.execute("select pg_advisory_lock(%s)", [SLOT])
    try:
        uitvoerder = MigrationExecutor(verbinding)
        plan = uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())
        with _zelden_opruimen():
            call_command(
                "migrate", database="eigenaar", verbosity=verbosity, interactive=False, skip_checks=True
            )
        ken_rechten_toe(using="eigenaar")
    finally:
        verbinding.close()
    return len(plan)
