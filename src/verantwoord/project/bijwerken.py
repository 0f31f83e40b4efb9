"""Bring a database up to date: migrations by the owner, then the rights of the app role."""

from django.core.management import call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor

from verantwoord.project.rechten import ken_rechten_toe


def is_bij() -> bool:
    """Tell whether every migration of this version has been applied."""
    verbinding = connections["default"]
    if "django_migrations" not in verbinding.introspection.table_names():
        return False
    uitvoerder = MigrationExecutor(verbinding)
    return not uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())


def werk_bij(*, verbosity: int = 0) -> None:
    """Apply what is missing, and give the app role its rights."""
    call_command("migrate", database="eigenaar", verbosity=verbosity, interactive=False)
    ken_rechten_toe(using="eigenaar")
    connections["eigenaar"].close()
