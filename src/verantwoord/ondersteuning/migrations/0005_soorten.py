"""Begin the catalogue with the kinds of support that the report names; projects are added by who keeps it."""

import json
from pathlib import Path
from typing import Any

from django.db import migrations


def begin_catalogus(apps: Any, schema_editor: Any) -> None:
    aanbod = apps.get_model("ondersteuning", "Aanbod")
    soorten = Path(__file__).resolve().parents[1] / "gegevens" / "soorten.json"
    aanbod.objects.using(schema_editor.connection.alias).bulk_create(
        aanbod(**rij) for rij in json.loads(soorten.read_text(encoding="utf-8"))
    )


class Migration(migrations.Migration):
    dependencies = [("ondersteuning", "0004_bewakers_ondersteuning")]

    operations = [migrations.RunPython(begin_catalogus, migrations.RunPython.noop)]
