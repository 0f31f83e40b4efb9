import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen


class Migration(migrations.Migration):
    dependencies = [
        ("vakmanschap", "0002_bewakers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Dialoog",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("maat", models.CharField(max_length=30)),
                ("kwartaal", models.CharField(max_length=7)),
                ("beeld", models.JSONField()),
                ("vraag", models.CharField(max_length=300)),
                ("op", models.DateField()),
                ("tijd", models.TimeField(blank=True, null=True)),
                ("plaats", models.CharField(max_length=150)),
                ("teams", models.PositiveSmallIntegerField()),
                (
                    "kring",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                ("uitkomst", models.TextField(blank=True, default="")),
                ("aanwezig", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("rapport_voor", models.DateField()),
                ("gerapporteerd_op", models.DateField(blank=True, null=True)),
                ("afgezegd_op", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "begeleider",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-op", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Dialoogafspraak",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("wat", models.CharField(max_length=300)),
                (
                    "eigenaar",
                    models.CharField(
                        choices=[
                            ("regievoerders", "de regievoerders van deze sessie"),
                            ("team", "het team"),
                            ("manager", "de manager"),
                            ("trainers", "de trainers"),
                            ("dtv", "de DT&V"),
                        ],
                        max_length=15,
                    ),
                ),
                ("uiterlijk", models.DateField()),
                ("gedaan_op", models.DateField(blank=True, null=True)),
                (
                    "dialoog",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="afspraken",
                        to="vakmanschap.dialoog",
                    ),
                ),
            ],
            options={
                "ordering": ["uiterlijk", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Genodigde",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "antwoord",
                    models.CharField(
                        choices=[
                            ("gevraagd", "heeft nog niet geantwoord"),
                            ("komt", "komt"),
                            ("komt_niet", "komt niet"),
                        ],
                        default="gevraagd",
                        max_length=10,
                    ),
                ),
                (
                    "dialoog",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="genodigden",
                        to="vakmanschap.dialoog",
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["medewerker__naam"],
            },
        ),
        migrations.CreateModel(
            name="Reactie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tekst", models.TextField()),
                ("gegeven_op", models.DateField()),
                (
                    "dialoog",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reacties",
                        to="vakmanschap.dialoog",
                    ),
                ),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["gegeven_op", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Voorbeeld",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("navertelling", models.TextField()),
                ("toegevoegd_op", models.DateTimeField(auto_now_add=True)),
                (
                    "dialoog",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="voorbeelden",
                        to="vakmanschap.dialoog",
                    ),
                ),
            ],
            options={
                "ordering": ["toegevoegd_op", "pk"],
            },
        ),
        migrations.AddConstraint(
            model_name="dialoog",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("gerapporteerd_op__isnull", True), ("afgezegd_op__isnull", True), _connector="OR"
                ),
                name="dialoog_reported_or_called_off",
            ),
        ),
        migrations.AddConstraint(
            model_name="dialoog",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("gerapporteerd_op__isnull", True),
                    models.Q(
                        ("uitkomst__regex", "\\S"),
                        ("aanwezig__isnull", False),
                        ("gerapporteerd_op__gte", models.F("op")),
                    ),
                    _connector="OR",
                ),
                name="dialoog_reported_with_an_outcome",
            ),
        ),
        migrations.AddConstraint(
            model_name="dialoog",
            constraint=models.CheckConstraint(
                condition=models.Q(("rapport_voor__gte", models.F("op"))), name="dialoog_report_comes_after"
            ),
        ),
        migrations.AddConstraint(
            model_name="genodigde",
            constraint=models.UniqueConstraint(
                fields=("dialoog", "medewerker"), name="genodigde_once_a_session"
            ),
        ),
        migrations.RunSQL(
            "".join(
                volg_rijen(f"vakmanschap_{tabel}")
                for tabel in ("dialoog", "dialoogafspraak", "genodigde", "voorbeeld")
            )
            + sluit_af("vakmanschap_reactie"),
            migrations.RunSQL.noop,
        ),
    ]
