"""Bring a database up to date: migrations by the owner, then the rights of the app role."""

from django.core.management import CommandError, call_command
from django.db import connections
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

from verantwoord.project.omgeving import OnveiligeInstelling
from verantwoord.project.rechten import ken_rechten_toe

SLOT = 62_2000
"""The number of the lock in the database under which it is brought up to date."""

VAN_VOOR_HET_BEGIN = ("gebeurtenis", "0002_bewakers")
"""A migration that every database has which was made before each room got one beginning; nothing later is called so."""

TE_OUD = (
    "Deze databank is gemaakt door een eerdere ontwikkelversie van het programma en is niet bij te werken. Is het een "
    "demo, maak dan een nieuwe met: verantwoord demo --reset ; de oude gaat daarbij weg. Kies anders een lege databank "
    "met DATABASE_URL, of een andere map met VERANTWOORD_DATA."
)


def is_bij() -> bool:
    """Tell whether every migration of this version has been applied."""
    verbinding = connections["default"]
    if "django_migrations" not in verbinding.introspection.table_names():
        return False
    if is_te_oud():
        return False
    uitvoerder = MigrationExecutor(verbinding)
    return not uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())


def is_te_oud(*, using: str = "default") -> bool:
    """Tell whether a version made the database whose migrations are no more; what it names done, this version does otherwise."""
    return VAN_VOOR_HET_BEGIN in MigrationRecorder(connections[using]).applied_migrations()


def weiger_te_oud(*, using: str = "default") -> None:
    if is_te_oud(using=using):
        raise OnveiligeInstelling(TE_OUD)


def laat_django_weigeren(*, using: str, **_van_django: object) -> None:
    """Stop Django's own command ``migrate`` too, before it does half of its work."""
    if is_te_oud(using=using):
        raise CommandError(TE_OUD)


def is_leeg() -> bool:
    """Tell whether nothing at all has been made in the database."""
    return not connections["default"].introspection.table_names()


def werk_bij(*, verbosity: int = 0) -> int:
    """Apply what is missing, give the app role its rights, and return how many migrations were applied."""
    weiger_te_oud(using="eigenaar")
    verbinding = connections["eigenaar"]
    with verbinding.cursor() as cursor:
        # Two programs that find the same old database bring it up to date one after the other.
        cursor.execute("select pg_advisory_lock(%s)", [SLOT])
    try:
        uitvoerder = MigrationExecutor(verbinding)
        plan = uitvoerder.migration_plan(uitvoerder.loader.graph.leaf_nodes())
        call_command("migrate", database="eigenaar", verbosity=verbosity, interactive=False, skip_checks=True)
        ken_rechten_toe(using="eigenaar")
    finally:
        verbinding.close()
    return len(plan)
