import django.db.models.functions.datetime
from django.db import migrations, models

import verantwoord.gebeurtenis.models
from verantwoord.gebeurtenis.begin import Begin
from verantwoord.gebeurtenis.sql import BEWAKERS, KETEN, SCHAKEL, sluit_af


class Migration(Begin):
    dependencies = []

    operations = [
        migrations.CreateModel(
            name="Gebeurtenis",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dossier_id", models.UUIDField(null=True)),
                ("volgnummer", models.BigIntegerField(editable=False)),
                ("soort", models.CharField(max_length=80)),
                ("onderwerp", models.CharField(max_length=80)),
                ("onderwerp_id", models.CharField(max_length=40)),
                ("door", models.CharField(max_length=150)),
                ("door_naam", models.CharField(max_length=200)),
                ("gegevens", models.JSONField(default=dict)),
                ("bericht_id", models.UUIDField(null=True)),
                (
                    "moment",
                    models.DateTimeField(
                        db_default=django.db.models.functions.datetime.Now(), editable=False
                    ),
                ),
                ("vorige", models.CharField(editable=False, max_length=64)),
                ("hash", models.CharField(editable=False, max_length=64)),
            ],
            options={
                "indexes": [models.Index(fields=["dossier_id", "-volgnummer"], name="gebeurtenis_tijdlijn")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier_id", "volgnummer"),
                        name="gebeurtenis_once_in_its_chain",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Rijhistorie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tabel", models.CharField(max_length=63)),
                ("rij_id", models.CharField(max_length=40)),
                ("operatie", models.CharField(max_length=6)),
                ("oud", models.JSONField(null=True)),
                ("door", models.CharField(max_length=150)),
                ("verzoek", models.CharField(max_length=40)),
                ("moment", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "indexes": [models.Index(fields=["tabel", "rij_id"], name="rijhistorie_van_een_rij")],
            },
        ),
        migrations.CreateModel(
            name="Verwerkingsregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("trace_id", models.CharField(max_length=32)),
                ("operatie_id", models.CharField(max_length=16)),
                ("ouder_id", models.CharField(max_length=16, null=True)),
                ("vreemd_trace_id", models.CharField(max_length=32, null=True)),
                ("vreemd_operatie_id", models.CharField(max_length=16, null=True)),
                ("vreemd_partij", models.CharField(max_length=100, null=True)),
                (
                    "status",
                    models.SmallIntegerField(choices=[(0, "Onbekend"), (1, "Gelukt"), (2, "Mislukt")]),
                ),
                ("naam", models.CharField(max_length=100)),
                ("begin", models.DateTimeField()),
                ("einde", models.DateTimeField(db_default=verantwoord.gebeurtenis.models.Kloktijd())),
                ("activiteit", models.CharField(max_length=60)),
                ("betrokkene", models.BinaryField()),
                ("audit", models.CharField(max_length=12)),
                ("audit_id", models.CharField(max_length=40)),
            ],
        ),
        migrations.RunSQL(
            KETEN
            + SCHAKEL
            + BEWAKERS
            + sluit_af("gebeurtenis_gebeurtenis")
            + sluit_af("gebeurtenis_rijhistorie")
            + sluit_af("gebeurtenis_verwerkingsregel"),
            migrations.RunSQL.noop,
        ),
    ]
