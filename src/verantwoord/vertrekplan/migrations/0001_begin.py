import uuid

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.vertrekplan.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Vertrekplan",
            fields=[
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveBigIntegerField()),
                ("vastgesteld_op", models.DateField(blank=True, null=True)),
                ("door_naam", models.CharField(max_length=200)),
                ("strategie", models.TextField(blank=True, default="")),
                ("analyse", models.JSONField(blank=True, default=dict)),
                ("opties", models.JSONField(blank=True, default=list)),
                ("gekozen", models.TextField(blank=True, null=True)),
                ("reden_keuze", models.TextField(blank=True, default="")),
                ("aanleiding", models.TextField(blank=True, default="")),
                ("waarschuwingen", models.JSONField(blank=True, default=list)),
                ("reden_doorgaan", models.TextField(blank=True, default="")),
                ("aantal_acties", models.PositiveSmallIntegerField(default=0)),
                ("revisie", models.PositiveIntegerField(default=1)),
                ("gewijzigd_op", models.DateTimeField(blank=True, null=True)),
                (
                    "door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
            ],
            options={
                "ordering": ["dossier_id", "volgorde"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "volgorde"), name="vertrekplan_once_in_its_list"
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("vastgesteld_op__isnull", True)),
                        fields=("dossier",),
                        name="vertrekplan_one_concept",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("versie__gte", 1)), name="vertrekplan_versie_from_1"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("door_naam", ""), _negated=True), name="vertrekplan_is_signed"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("waarschuwingen", []),
                            models.Q(("reden_doorgaan", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="vertrekplan_goes_on_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Actie",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("omschrijving", models.CharField(max_length=200)),
                (
                    "eigenaar",
                    models.CharField(
                        choices=[
                            ("dtv", "DT&V"),
                            ("vreemdeling", "De persoon zelf"),
                            ("coa", "COA"),
                            ("ind", "IND"),
                            ("avim", "AVIM"),
                            ("kmar", "KMar"),
                            ("iom", "IOM"),
                            ("ngo", "Een ngo"),
                        ],
                        max_length=20,
                    ),
                ),
                ("uiterlijk", models.DateField(blank=True, null=True)),
                ("gereed_op", models.DateField(blank=True, null=True)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="acties",
                        to="vertrekplan.vertrekplan",
                    ),
                ),
            ],
            options={
                "ordering": ["plan_id", "volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "volgorde"), name="actie_once_in_its_list"),
                    models.CheckConstraint(
                        condition=models.Q(("omschrijving", ""), _negated=True), name="actie_says_what"
                    ),
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
