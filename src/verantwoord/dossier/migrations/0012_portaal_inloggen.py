# What one needs to come in by the portal, and what is of nobody but the person: drafts, and what happened to their way in.

import django.db.models.deletion
import django.db.models.functions.datetime
from django.db import migrations, models

import verantwoord.dossier.models.portaal


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0011_opvang"),
    ]

    operations = [
        migrations.AddField(
            model_name="activering",
            name="soort",
            field=models.CharField(
                choices=[("code", "Brief met een code"), ("vel", "Vel met codes")],
                default="code",
                max_length=4,
            ),
        ),
        migrations.AddField(
            model_name="portaalaccount",
            name="nummer",
            field=models.CharField(
                default=verantwoord.dossier.models.portaal.nieuw_nummer,
                editable=False,
                max_length=9,
                unique=True,
            ),
        ),
        migrations.AddField(
            model_name="portaalfactor",
            name="vel",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="codes",
                to="dossier.activering",
            ),
        ),
        migrations.CreateModel(
            name="Portaalklad",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bladzij", models.CharField(max_length=300)),
                ("velden", models.TextField()),
                ("bewaard_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.portaalaccount",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("account", "bladzij"), name="portaalklad_one_a_page")
                ],
            },
        ),
        migrations.CreateModel(
            name="Portaalmelding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("geopend", "Uw toegang is geopend"),
                            ("ingelogd", "Er is ingelogd"),
                            ("mislukt", "Inloggen is niet gelukt"),
                            ("manier_erbij", "Er is een manier van inloggen bij gekomen"),
                            ("manier_weg", "Er is een manier van inloggen weggehaald"),
                            ("beeindigd", "Inloggen op een apparaat is beëindigd"),
                        ],
                        max_length=12,
                    ),
                ),
                ("moment", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("gelezen_op", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.portaalaccount",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["account", "-moment"], name="portaalmeldingen_van_iemand")],
            },
        ),
    ]
