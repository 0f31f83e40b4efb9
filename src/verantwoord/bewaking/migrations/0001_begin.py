import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from verantwoord.bewaking.sql import BEWAKERS
from verantwoord.gebeurtenis.begin import Begin


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
        ("toegang", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="OpenBevinding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("norm", models.CharField(max_length=80)),
                ("oordeel", models.CharField(max_length=20)),
                ("gevolg", models.CharField(max_length=20)),
                ("uitleg", models.TextField()),
                ("uiterlijk_op", models.DateField(null=True)),
                ("ontbreekt", models.JSONField(default=list)),
                ("blokkeert", models.JSONField(default=list)),
                ("regelset", models.CharField(max_length=40)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("tot__isnull", True)),
                        fields=["norm", "dossier"],
                        name="bevinding_open",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("tot__isnull", True)),
                        fields=("dossier", "norm"),
                        name="bevinding_open_once_a_norm",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Stand",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="dossier.dossier",
                    ),
                ),
                ("peildatum", models.DateField()),
                ("regelset", models.CharField(max_length=40)),
                ("beeld", models.TextField()),
                ("fase", models.CharField(max_length=40)),
                ("gesloten", models.BooleanField()),
                ("locatie", models.CharField(max_length=200)),
                ("verblijfsoort", models.CharField(max_length=10)),
                ("ontvangen_op", models.DateField()),
                ("volgende_norm", models.CharField(max_length=80, null=True)),
                ("volgende_op", models.DateField(null=True)),
                ("regel", models.JSONField()),
                ("gewijzigd_op", models.DateTimeField()),
                (
                    "regievoerder",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="toegang.team",
                    ),
                ),
                ("termijnen", models.JSONField(default=dict)),
                ("antwoorden", models.CharField(default="", max_length=32)),
            ],
            options={
                "indexes": [
                    models.Index(
                        models.F("regievoerder"),
                        models.OrderBy(models.F("volgende_op"), nulls_last=True),
                        models.F("ontvangen_op"),
                        models.F("dossier"),
                        condition=models.Q(("gesloten", False)),
                        name="stand_caseload",
                    ),
                    models.Index(
                        models.F("team"),
                        models.OrderBy(models.F("volgende_op"), nulls_last=True),
                        models.F("ontvangen_op"),
                        models.F("dossier"),
                        condition=models.Q(("gesloten", False)),
                        name="stand_team",
                    ),
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
