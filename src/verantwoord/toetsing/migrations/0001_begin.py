import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.toetsing.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Concept",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("medisch", "Medisch"),
                            ("buiten_schuld", "Buiten schuld"),
                            ("schrijnend", "Schrijnend"),
                            ("mensenhandel", "Mensenhandel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("velden", models.JSONField(default=dict)),
                ("bewaard_op", models.DateTimeField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "moment", "medewerker"),
                        name="toetsingconcept_one_a_person_and_moment",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Signaal",
            fields=[
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("medisch", "Medisch"),
                            ("buiten_schuld", "Buiten schuld"),
                            ("schrijnend", "Schrijnend"),
                            ("mensenhandel", "Mensenhandel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("ontvangen_op", models.DateField()),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("persoon", "De persoon zelf"),
                            ("gesprek", "Een gesprek"),
                            ("gemachtigde", "De gemachtigde"),
                            ("coa", "COA"),
                            ("ind", "IND"),
                            ("avim", "AVIM"),
                            ("kmar", "KMar"),
                            ("iom", "IOM"),
                            ("ngo", "Een ngo"),
                            ("vwn", "VluchtelingenWerk"),
                            ("overig", "Iemand anders, zoals een school of huisarts"),
                        ],
                        max_length=20,
                    ),
                ),
                ("toelichting", models.TextField(blank=True, default="")),
                ("afgehandeld_op", models.DateField(blank=True, null=True)),
                ("door_naam", models.CharField(blank=True, default="", max_length=200)),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
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
                    models.UniqueConstraint(fields=("dossier", "volgorde"), name="signaal_once_in_its_list")
                ],
            },
        ),
        migrations.CreateModel(
            name="Toetsing",
            fields=[
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("medisch", "Medisch"),
                            ("buiten_schuld", "Buiten schuld"),
                            ("schrijnend", "Schrijnend"),
                            ("mensenhandel", "Mensenhandel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("getoetst_op", models.DateField()),
                (
                    "aanleiding",
                    models.CharField(
                        choices=[
                            ("intake", "De overdracht van het dossier"),
                            ("gesprek", "Een gesprek"),
                            ("stadium", "Een nieuw stadium in de procedure"),
                            ("signaal", "Een aanwijzing"),
                            ("dwangmaatregel", "Een stap met dwang die in beeld komt"),
                            ("vertrek", "Het vertrek"),
                        ],
                        default="gesprek",
                        max_length=20,
                    ),
                ),
                ("feiten", models.TextField(blank=True, default="")),
                ("bronnen", models.JSONField(blank=True, default=list)),
                ("afweging", models.TextField(blank=True, default="")),
                (
                    "conclusie",
                    models.CharField(
                        choices=[
                            ("geen_aanwijzing", "Geen aanwijzing"),
                            ("nader_onderzoek", "Nader onderzoek nodig"),
                            ("voorgelegd", "Voorgelegd aan wie beslist"),
                            ("opschorten", "Vertrek opschorten"),
                        ],
                        max_length=20,
                    ),
                ),
                ("vervolg", models.TextField(blank=True, default="")),
                ("door_naam", models.CharField(max_length=200)),
                ("afweging_vinger", models.CharField(blank=True, default="", editable=False, max_length=64)),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
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
                "indexes": [
                    models.Index(
                        condition=models.Q(("afweging_vinger", ""), _negated=True),
                        fields=["afweging_vinger"],
                        name="toetsing_op_afweging",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "volgorde"), name="toetsing_once_in_its_list"),
                    models.CheckConstraint(
                        condition=models.Q(("door_naam", ""), _negated=True), name="toetsing_is_signed"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Routeregel",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("medisch", "Medisch"),
                            ("buiten_schuld", "Buiten schuld"),
                            ("schrijnend", "Schrijnend"),
                            ("mensenhandel", "Mensenhandel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("stap", models.CharField(max_length=30)),
                ("op", models.DateField()),
                ("invoer", models.JSONField(blank=True, default=dict)),
                ("toelichting", models.TextField(blank=True, default="")),
                (
                    "toelichting_vinger",
                    models.CharField(blank=True, default="", editable=False, max_length=64),
                ),
                ("door_naam", models.CharField(max_length=200)),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
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
                "indexes": [
                    models.Index(
                        fields=["dossier", "moment", "vastgelegd_op"], name="routeregel_van_dossier"
                    ),
                    models.Index(
                        condition=models.Q(("toelichting_vinger", ""), _negated=True),
                        fields=["toelichting_vinger"],
                        name="routeregel_op_toelichting",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("door_naam", ""), _negated=True), name="routeregel_is_signed"
                    )
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
