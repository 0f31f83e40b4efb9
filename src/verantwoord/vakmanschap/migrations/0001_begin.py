import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.vakmanschap.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("gebeurtenis", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Meekijken",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("gevraagd_op", models.DateField()),
                ("op", models.DateField()),
                ("akkoord_op", models.DateField(blank=True, null=True)),
                ("afgezegd_op", models.DateField(blank=True, null=True)),
                ("gehouden_op", models.DateField(blank=True, null=True)),
                (
                    "gevraagd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gezien",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "waarnemer",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["op", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("waarnemer", models.F("gezien")), _negated=True),
                        name="meekijken_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gevraagd_door", models.F("waarnemer")),
                            ("gevraagd_door", models.F("gezien")),
                            _connector="OR",
                        ),
                        name="meekijken_asked_by_one_of_two",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gehouden_op__isnull", True),
                            models.Q(("afgezegd_op__isnull", True), ("akkoord_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="meekijken_held_after_agreeing",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bijeenkomst",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("thema", models.CharField(max_length=150)),
                ("op", models.DateField()),
                ("tijd", models.TimeField(blank=True, null=True)),
                ("plaats", models.CharField(max_length=150)),
                (
                    "kring",
                    django.contrib.postgres.fields.ArrayField(base_field=models.UUIDField(), size=None),
                ),
                ("inzichten", models.TextField(blank=True, default="")),
                ("afgerond_op", models.DateField(blank=True, null=True)),
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
                "ordering": ["op", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("afgerond_op__isnull", True), ("afgezegd_op__isnull", True), _connector="OR"
                        ),
                        name="bijeenkomst_held_or_called_off",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Afspraak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wat", models.CharField(max_length=300)),
                ("uiterlijk", models.DateField()),
                ("gedaan_op", models.DateField(blank=True, null=True)),
                (
                    "wie",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "bijeenkomst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="afspraken",
                        to="vakmanschap.bijeenkomst",
                    ),
                ),
            ],
            options={
                "ordering": ["uiterlijk", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Casus",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("titel", models.CharField(max_length=150)),
                ("navertelling", models.TextField()),
                ("vraag", models.TextField()),
                (
                    "bijeenkomst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="casussen",
                        to="vakmanschap.bijeenkomst",
                    ),
                ),
                (
                    "inbrenger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["titel", "pk"],
            },
        ),
        migrations.CreateModel(
            name="Cursus",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("titel", models.CharField(max_length=150, unique=True)),
                ("doel", models.TextField()),
                (
                    "voor",
                    models.CharField(
                        choices=[
                            ("nieuw", "Verplicht voor wie nieuw is"),
                            ("ervaren", "Verplicht voor wie hier langer werkt"),
                            ("iedereen", "Verplicht voor iedereen"),
                            ("vrij", "Vrije keuze"),
                        ],
                        max_length=10,
                    ),
                ),
                (
                    "vorm",
                    models.CharField(
                        choices=[
                            ("groep", "In een groep"),
                            ("online", "Online, op een eigen moment"),
                            ("werkplek", "Op de werkplek"),
                        ],
                        max_length=10,
                    ),
                ),
                ("met_oefening", models.BooleanField(default=False)),
                ("aanbieder", models.CharField(max_length=150)),
                ("uren", models.DecimalField(decimal_places=1, max_digits=5)),
                ("geldt_vanaf", models.DateField(blank=True, null=True)),
                ("termijn_dagen", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("geldig_maanden", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("bron", models.CharField(max_length=300)),
                ("vervallen_op", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
            ],
            options={
                "ordering": ["titel"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("voor", "vrij"),
                            models.Q(("geldt_vanaf__isnull", False), ("termijn_dagen__isnull", False)),
                            _connector="OR",
                        ),
                        name="cursus_mandatory_says_by_when",
                    ),
                    models.CheckConstraint(condition=models.Q(("uren__gt", 0)), name="cursus_takes_time"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deelname",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("aangemeld_op", models.DateField()),
                ("gepland_op", models.DateField(blank=True, null=True)),
                ("afgemeld_op", models.DateField(blank=True, null=True)),
                ("gedaan_op", models.DateField(blank=True, null=True)),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gevolgd", "Gevolgd"),
                            ("behaald", "Behaald"),
                            ("opnieuw", "Nog een keer nodig"),
                        ],
                        default="",
                        max_length=10,
                    ),
                ),
                ("bewijs", models.CharField(blank=True, default="", max_length=200)),
                ("geldig_tot", models.DateField(blank=True, null=True)),
                (
                    "cursus",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="vakmanschap.cursus"
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
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["aangemeld_op", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("afgemeld_op__isnull", True), ("gedaan_op__isnull", True)),
                        fields=("cursus", "medewerker"),
                        name="deelname_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("gedaan_op__isnull", True),
                                ("uitkomst", ""),
                                ("vastgelegd_door__isnull", True),
                            ),
                            models.Q(
                                ("gedaan_op__isnull", False),
                                ("vastgelegd_door__isnull", False),
                                models.Q(("uitkomst", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="deelname_done_has_a_result",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("geldig_tot__isnull", True),
                            ("uitkomst__in", ("gevolgd", "behaald")),
                            _connector="OR",
                        ),
                        name="deelname_valid_when_done",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Deelnemer",
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
                    "bijeenkomst",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="deelnemers",
                        to="vakmanschap.bijeenkomst",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("bijeenkomst", "medewerker"), name="deelnemer_once_a_session"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Feedback",
            fields=[
                (
                    "meekijken",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="feedback",
                        serialize=False,
                        to="vakmanschap.meekijken",
                    ),
                ),
                ("waarnemingen", models.JSONField(default=dict)),
                ("werkte", models.TextField()),
                ("volgende_keer", models.TextField(blank=True, default="")),
                ("gegeven_op", models.DateField()),
                ("antwoord", models.TextField(blank=True, default="")),
                ("beantwoord_op", models.DateField(blank=True, null=True)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("antwoord", ""), ("beantwoord_op__isnull", True)),
                            models.Q(
                                ("beantwoord_op__isnull", False), models.Q(("antwoord", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="feedback_answered_in_words",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Kennisstuk",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("titel", models.CharField(max_length=120)),
                ("tekst", models.TextField()),
                (
                    "onderwerp",
                    models.CharField(
                        choices=[
                            ("ngo", "Projecten van ngo’s"),
                            ("bijdrage", "Bijdrage van de DT&V"),
                            ("dia", "Wat de DIA kan regelen"),
                            ("gesprek", "Het gesprek voeren"),
                            ("toetsing", "De toetsingsmomenten"),
                            ("reisdocument", "Reisdocumenten"),
                        ],
                        max_length=15,
                    ),
                ),
                (
                    "landen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=3), blank=True, default=list, size=None
                    ),
                ),
                ("bron", models.CharField(max_length=300)),
                ("geldig_tot", models.DateField()),
                ("opgesteld_op", models.DateField()),
                ("beoordeeld_op", models.DateField(blank=True, null=True)),
                ("ingetrokken_op", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "beoordeeld_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "cursus",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="vakmanschap.cursus",
                    ),
                ),
                (
                    "opgesteld_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["titel", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("beoordeeld_door__isnull", True), ("beoordeeld_op__isnull", True)),
                            models.Q(("beoordeeld_door__isnull", False), ("beoordeeld_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="kennisstuk_reviewed_by_someone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("beoordeeld_door__isnull", True),
                            models.Q(("beoordeeld_door", models.F("opgesteld_door")), _negated=True),
                            _connector="OR",
                        ),
                        name="kennisstuk_four_eyes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Loopbaan",
            fields=[
                (
                    "medewerker",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("begonnen_op", models.DateField()),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Trainer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField(blank=True, null=True)),
                (
                    "aangewezen_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "beeindigd_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("tot__isnull", True)),
                        fields=("medewerker",),
                        name="trainer_once_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("medewerker", models.F("aangewezen_door")), _negated=True),
                        name="trainer_designated_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("beeindigd_door__isnull", True), ("tot__isnull", True)),
                            models.Q(("beeindigd_door__isnull", False), ("tot__gte", models.F("van"))),
                            _connector="OR",
                        ),
                        name="trainer_ended_by_someone",
                    ),
                ],
            },
        ),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gerapporteerd_op__isnull", True), ("afgezegd_op__isnull", True), _connector="OR"
                        ),
                        name="dialoog_reported_or_called_off",
                    ),
                    models.CheckConstraint(
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
                    models.CheckConstraint(
                        condition=models.Q(("rapport_voor__gte", models.F("op"))),
                        name="dialoog_report_comes_after",
                    ),
                ],
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
                "constraints": [
                    models.UniqueConstraint(fields=("dialoog", "medewerker"), name="genodigde_once_a_session")
                ],
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
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
