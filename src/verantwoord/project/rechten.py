"""What the app role may do with each table, and which rows are there for it: made from the models, after every migration, by the owner."""

from django.apps import apps
from django.db import connections

from verantwoord.project.omgeving import APP_ROL, EIGENAAR_ROL
from verantwoord.toegang.beleid import beleid

ALLES = "select, insert, update, delete"
ALLEEN_TOEVOEGEN = "select, insert"
# Written by triggers of the owner alone.
ALLEEN_LEZEN = {"gebeurtenis_kop", "gebeurtenis_rijhistorie", "django_migrations"}
# Of the queue of jobs, whose triggers write as the app: what happened to a job is added, and goes away with the job.
ALLEEN_BIJSCHRIJVEN = {"procrastinate_events"}


def ken_rechten_toe(*, using: str = "eigenaar") -> None:
    """Give the app role its rights anew; a table that no model names it may only read.

    No table may be emptied (TRUNCATE), and append-only tables (``alleen_toevoegen`` on the model) not changed.
    """
    soorten = (
        {
            model._meta.db_table: ALLEEN_TOEVOEGEN if getattr(model, "alleen_toevoegen", False) else ALLES
            for model in apps.get_models(include_auto_created=True)
        }
        | dict.fromkeys(ALLEEN_LEZEN, "select")
        | dict.fromkeys(ALLEEN_BIJSCHRIJVEN, ALLEEN_TOEVOEGEN)
    )
    verbinding = connections[using]
    with verbinding.cursor() as cursor:
        bestaand = set(verbinding.introspection.table_names(cursor))
        cursor.execute(f"revoke all on all tables in schema public from {APP_ROL}")
        cursor.execute(f"grant usage on schema public to {APP_ROL}")
        cursor.execute(f"grant usage, select on all sequences in schema public to {APP_ROL}")
        for tabel in sorted(bestaand):
            soort = soorten.get(tabel, "select")
            cursor.execute(f"grant {soort} on {verbinding.ops.quote_name(tabel)} to {APP_ROL}")
        cursor.execute(beleid(app=APP_ROL, eigenaar=EIGENAAR_ROL))
