"""The first migration of a room, made in one go. Used by migrations."""

from django.db import migrations
from django.db.backends.base.schema import BaseDatabaseSchemaEditor
from django.db.migrations.state import ProjectState


class Begin(migrations.Migration):
    """Renders the models once, not at every table.

    Django renders all models that hang together anew after each operation, which with two hundred tables is most of the
    time that a new database takes. A beginning needs no state of in between: nothing was there before it, and every
    operation may see the room as the last one leaves it.
    """

    initial = True

    def apply(
        self,
        project_state: ProjectState,
        schema_editor: BaseDatabaseSchemaEditor,
        collect_sql: bool = False,  # noqa: FBT001, FBT002 - Django's signature
    ) -> ProjectState:
        if collect_sql:
            return super().apply(project_state, schema_editor, collect_sql)
        daarna = self.mutate_state(ProjectState(project_state.models, project_state.real_apps))
        for operatie in self.operations:
            operatie.database_forwards(self.app_label, schema_editor, daarna, daarna)
        return daarna
