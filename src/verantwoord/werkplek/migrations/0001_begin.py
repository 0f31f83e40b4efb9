import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.werkplek.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BewaardFilter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=60)),
                ("adres", models.CharField(max_length=600)),
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
                "ordering": ["naam"],
                "constraints": [
                    models.UniqueConstraint(fields=("medewerker", "naam"), name="bewaardfilter_once_a_name")
                ],
            },
        ),
        migrations.CreateModel(
            name="Mailvoorkeur",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "adres",
                    models.EmailField(blank=True, default="", max_length=254, verbose_name="e-mailadres"),
                ),
                ("per_mail", models.BooleanField(default=True, verbose_name="mail mij")),
                ("laatste_mail_op", models.DateTimeField(blank=True, null=True)),
                (
                    "medewerker",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Agendalink",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("gemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("ingetrokken_op__isnull", True)),
                        fields=("medewerker",),
                        name="agendalink_one_a_person",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Melding",
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
                            ("toegewezen", "Een dossier is aan u toegewezen"),
                            ("procedure", "Een bericht heeft de procedure veranderd"),
                            ("afwijking", "Een verzoek om af te wijken wacht op u"),
                            ("afwijking_besloten", "Er is besloten over afwijken van een regel"),
                            ("keten", "Een ketenpartner stuurde een bericht"),
                            ("plicht", "Een plicht loopt binnen drie dagen af"),
                            ("quarantaine", "Er wachten berichten in quarantaine"),
                            ("inzage_gevraagd", "Een partner vraagt u om één ding te mogen weten"),
                            ("inzage_besloten", "Er is besloten over uw vraag om meer te zien"),
                            ("noodtoegang", "Een dossier is in nood geopend"),
                            ("nood_te_laat", "Noodtoegang is niet op tijd beoordeeld"),
                            ("opvallend", "Er zijn vragen over inzage om na te kijken"),
                            ("bijdrage", "Een bijdrage van de DT&V wacht op een besluit"),
                            ("bijdrage_besloten", "Er is besloten over een bijdrage van de DT&V"),
                            ("catalogus", "In de catalogus is ondersteuning aan de beurt om na te vragen"),
                            ("bewaring", "Over bewaring wacht er iets op u"),
                            ("stem", "De persoon schreef iets in het portaal"),
                            ("portaal", "Een collega vraagt u om een tweede handtekening"),
                            ("opleiding", "Een verplichte cursus is aan de beurt"),
                            ("vakmanschap", "Een collega vraagt of schrijft u iets over het vak"),
                            ("dialoog", "Een verslag van een dialoogsessie is aan de beurt"),
                            ("onderzoek", "De Inspectie vraagt wat u met een aanbeveling doet"),
                        ],
                        max_length=20,
                    ),
                ),
                ("norm", models.CharField(blank=True, default="", max_length=80)),
                ("uiterlijk_op", models.DateField(blank=True, null=True)),
                ("gemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("gelezen_op", models.DateTimeField(blank=True, null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.dossier",
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
                "indexes": [
                    models.Index(fields=["medewerker", "-id"], name="melding_van_iemand"),
                    models.Index(
                        condition=models.Q(("gelezen_op__isnull", True)),
                        fields=["medewerker"],
                        name="melding_ongelezen",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("gelezen_op__isnull", True), models.Q(("soort", "plicht"), _negated=True)
                        ),
                        fields=("medewerker", "soort", "dossier"),
                        name="melding_once_while_unread",
                        nulls_distinct=False,
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("soort", "plicht")),
                        fields=("medewerker", "dossier", "norm", "uiterlijk_op"),
                        name="melding_of_a_duty_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "plicht"), _negated=True),
                            models.Q(models.Q(("norm", ""), _negated=True), ("uiterlijk_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="melding_of_a_duty_names_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Uitvoer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("filter", models.JSONField()),
                ("taak", models.BigIntegerField(null=True)),
                ("gevraagd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("gemaakt_op", models.DateTimeField(null=True)),
                ("vervalt_op", models.DateTimeField(null=True)),
                ("aantal", models.PositiveIntegerField(null=True)),
                ("inhoud", models.BinaryField(null=True)),
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
                "indexes": [models.Index(fields=["vervalt_op"], name="uitvoer_op_verval")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("gemaakt_op__isnull", True),
                                ("inhoud__isnull", True),
                                ("vervalt_op__isnull", True),
                            ),
                            models.Q(
                                ("gemaakt_op__isnull", False),
                                ("inhoud__isnull", False),
                                ("vervalt_op__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="uitvoer_expires_once_made",
                    )
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
