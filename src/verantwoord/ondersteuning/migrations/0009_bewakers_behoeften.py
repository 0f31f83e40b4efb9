"""Keep the history of rows of the new tables, and say of the first entries to which kind of support they belong."""

from typing import Any

from django.db import migrations

from verantwoord.gebeurtenis.sql import volg_rijen

_BEGIN = "0a9c2b1e-6a55-4d0c-9f4e-00000000000"
# By the last digit of the first five entries: the kind of support, and what it gives.
_STEUN = {
    "1": ("iom_rean", ["natura"]),
    "2": ("iom_avrr", ["bedrijf", "scholing", "werk"]),
    "3": ("ngo", ["scholing", "bedrijf", "werk"]),
    "4": ("dtv_bijdrage", ["geld", "natura"]),
    "5": ("dia", ["zorg", "wonen", "scholing"]),
}


def noem_mogelijkheid(apps: Any, schema_editor: Any) -> None:
    aanbod = apps.get_model("ondersteuning", "Aanbod").objects.using(schema_editor.connection.alias)
    for cijfer, (mogelijkheid, biedt) in _STEUN.items():
        aanbod.filter(pk=f"{_BEGIN}{cijfer}").update(mogelijkheid=mogelijkheid, biedt=biedt)
    # Norm ondersteuning-volledig-besproken: whom the basic help of IOM leaves out, as far as a fact can say it.
    aanbod.filter(pk=f"{_BEGIN}1").update(
        eisen=["procedures_klaar", "geen_dublin", "geen_eu_eer", "geen_middelen", "definitief_vertrek"]
    )


class Migration(migrations.Migration):
    dependencies = [("ondersteuning", "0008_vinder_en_behoeften"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            volg_rijen("ondersteuning_behoefte") + volg_rijen("ondersteuning_aanbodinvoer"),
            migrations.RunSQL.noop,
        ),
        migrations.RunPython(noem_mogelijkheid, migrations.RunPython.noop),
    ]
