import uuid

import django.db.models.deletion
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.reisdocument.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="LPAanvraag",
            fields=[
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("land", models.CharField(max_length=3)),
                ("ingevuld_op", models.DateField(blank=True, null=True)),
                ("geweigerd_op", models.DateField(blank=True, null=True)),
                ("uitleg_gegeven", models.BooleanField(default=False)),
                ("formulier_notitie", models.TextField(blank=True, default="")),
                ("set_gecontroleerd_door", models.CharField(blank=True, max_length=200, null=True)),
                ("set_gecontroleerd_op", models.DateField(blank=True, null=True)),
                ("asielinformatie_aangetroffen", models.BooleanField(blank=True, null=True)),
                ("controle_notitie", models.TextField(blank=True, default="")),
                ("verzonden_op", models.DateField(blank=True, null=True)),
                ("presentatie_op", models.DateField(blank=True, null=True)),
                ("presentatie_plaats", models.CharField(blank=True, default="", max_length=200)),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("toegezegd", "Het land zegt een laissez-passer toe"),
                            ("geweigerd", "Het land geeft geen laissez-passer"),
                        ],
                        max_length=10,
                        null=True,
                    ),
                ),
                ("uitkomst_op", models.DateField(blank=True, null=True)),
                ("uitkomst_notitie", models.TextField(blank=True, default="")),
                ("afgegeven_op", models.DateField(blank=True, null=True)),
                ("geldig_tot", models.DateField(blank=True, null=True)),
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
                        fields=("dossier", "volgorde"), name="lpaanvraag_once_in_its_list"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("land", ""), _negated=True), name="lpaanvraag_names_a_country"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reisdocument",
            fields=[
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("paspoort", "Paspoort"),
                            ("identiteitskaart", "Identiteitskaart"),
                            ("laissez_passer", "Laissez-passer"),
                            ("anders", "Een ander document"),
                        ],
                        max_length=20,
                    ),
                ),
                ("geldig_tot", models.DateField(blank=True, null=True)),
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
                        fields=("dossier", "volgorde"), name="reisdocument_once_in_its_list"
                    )
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
