import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.gebeurtenis.sql import sluit_af
from verantwoord.kwaliteit.sql import INDEXEN


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
        ("toetsing", "0001_begin"),
        ("vertrekgesprek", "0001_begin"),
        ("vertrekplan", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Faseperiode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fase", models.CharField(max_length=40)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("berekend_op", models.DateTimeField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "van"), name="faseperiode_begins_once_a_day"),
                    models.UniqueConstraint(
                        condition=models.Q(("tot__isnull", True)),
                        fields=("dossier",),
                        name="faseperiode_one_open_a_dossier",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="faseperiode_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Publicatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kwartaal", models.CharField(max_length=7)),
                ("onderdeel", models.CharField(max_length=60)),
                ("inhoud", models.JSONField()),
                ("gemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kwartaal", "onderdeel"), name="publicatie_once_a_quarter"
                    )
                ],
            },
        ),
        # Figures without a person in them: nothing to follow, and nothing to change.
        migrations.RunSQL(sluit_af("kwaliteit_publicatie"), migrations.RunSQL.noop),
        *(
            migrations.RunSQL(f"create index {naam} {waarop}", f"drop index {naam}")
            for naam, waarop in INDEXEN.items()
        ),
    ]
