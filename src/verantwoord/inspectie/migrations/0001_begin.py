import uuid

import django.contrib.postgres.fields
import django.db.models.constraints
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.inspectie.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Jaarcijfer",
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
                            ("artikel_64", "Medisch: artikel 64, ambtshalve"),
                            ("buiten_schuld", "Buiten schuld: zwaarwegend advies"),
                            ("schrijnend", "Schrijnend: ingediend"),
                            ("schrijnend_informeel", "Schrijnend: in vooroverleg, informeel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("jaar", models.PositiveSmallIntegerField()),
                ("aantal", models.PositiveIntegerField(blank=True, null=True)),
                ("bron", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["soort", "jaar"],
                "constraints": [models.UniqueConstraint(fields=("soort", "jaar"), name="jaarcijfer_once")],
            },
        ),
        migrations.CreateModel(
            name="Onderzoek",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("titel", models.CharField(max_length=200, verbose_name="titel")),
                ("vraag", models.TextField(verbose_name="onderzoeksvraag")),
                (
                    "deelvragen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), blank=True, default=list, size=None
                    ),
                ),
                (
                    "normen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("afbakening", models.TextField(blank=True, default="", verbose_name="afbakening")),
                ("peildatum", models.DateField(blank=True, null=True, verbose_name="peildatum")),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("opzet", "Opzet"),
                            ("trekking", "Trekking"),
                            ("lezen", "Lezen"),
                            ("vergelijken", "Vergelijken"),
                            ("rapport", "Rapport"),
                            ("afgerond", "Afgerond"),
                        ],
                        default="opzet",
                        max_length=12,
                    ),
                ),
                ("gestart_op", models.DateField()),
                ("gepubliceerd_op", models.DateField(blank=True, null=True)),
                ("vindplaats", models.CharField(blank=True, default="", max_length=300)),
                ("genoemd_aantal", models.PositiveIntegerField(blank=True, null=True)),
                ("genoemd_waar", models.CharField(blank=True, default="", max_length=100)),
                ("versie", models.PositiveIntegerField(default=1)),
            ],
            options={
                "indexes": [models.Index(fields=["-gepubliceerd_op"], name="onderzoek_gepubliceerd")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("vraag__regex", "\\S")), name="onderzoek_asks_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stand", "opzet"),
                            ("peildatum__isnull", False),
                            ("gepubliceerd_op__isnull", False),
                            _connector="OR",
                        ),
                        name="onderzoek_looks_at_a_day",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Interviewtabel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("titel", models.CharField(max_length=100, verbose_name="titel")),
                (
                    "locaties",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=100), blank=True, default=list, size=None
                    ),
                ),
                ("genoemd", models.PositiveIntegerField(blank=True, null=True)),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interviewtabellen",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
            options={
                "ordering": ["onderzoek", "volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("onderzoek", "volgorde"), name="interviewtabel_one_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="Interview",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("functie", models.CharField(max_length=100, verbose_name="functie")),
                (
                    "organisatie",
                    models.CharField(blank=True, default="", max_length=100, verbose_name="organisatie"),
                ),
                ("locatie", models.CharField(blank=True, default="", max_length=100, verbose_name="locatie")),
                ("op", models.DateField(blank=True, null=True, verbose_name="datum")),
                ("aantal", models.PositiveSmallIntegerField(default=1, verbose_name="aantal personen")),
                (
                    "tabel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="interviews",
                        to="inspectie.interviewtabel",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Conclusie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("kop", models.CharField(max_length=120, verbose_name="onderwerp")),
                ("tekst", models.TextField(verbose_name="conclusie")),
                (
                    "paragraaf",
                    models.CharField(blank=True, default="", max_length=40, verbose_name="paragraaf"),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="conclusies",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
            options={
                "ordering": ["onderzoek", "volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("onderzoek", "volgorde"), name="conclusie_one_place")
                ],
            },
        ),
        migrations.CreateModel(
            name="Bron",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("titel", models.CharField(max_length=200, verbose_name="document")),
                ("herkomst", models.CharField(max_length=100, verbose_name="van wie")),
                ("van", models.DateField(blank=True, null=True, verbose_name="datum van het document")),
                ("waarvoor", models.CharField(max_length=300, verbose_name="waarvoor")),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bronnen",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("waarvoor__regex", "\\S")), name="bron_read_for_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanbeveling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("tekst", models.TextField(verbose_name="aanbeveling")),
                (
                    "paragraaf",
                    models.CharField(blank=True, default="", max_length=40, verbose_name="paragraaf"),
                ),
                (
                    "aan",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("dtv", "DT&V"),
                                ("coa", "COA"),
                                ("avim", "AVIM"),
                                ("ind", "IND"),
                                ("kmar", "KMar"),
                                ("iom", "IOM"),
                                ("ngo", "NGO"),
                                ("vwn", "VluchtelingenWerk"),
                                ("nidos", "Nidos"),
                                ("dia", "DIA"),
                                ("inspectie", "Inspectie"),
                            ],
                            max_length=10,
                        ),
                        size=None,
                    ),
                ),
                (
                    "maten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=60), blank=True, default=list, size=None
                    ),
                ),
                ("anders_te_zien", models.TextField(blank=True, default="")),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanbevelingen",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
            options={
                "ordering": ["onderzoek", "volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("onderzoek", "volgorde"), name="aanbeveling_one_place"),
                    models.CheckConstraint(
                        condition=models.Q(("aan__len__gte", 1)), name="aanbeveling_to_somebody"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Onderzoeker",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "functie",
                    models.CharField(
                        choices=[("leider", "Leider van het onderzoek"), ("onderzoeker", "Onderzoeker")],
                        default="onderzoeker",
                        max_length=12,
                    ),
                ),
                ("sinds", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("tot", models.DateTimeField(blank=True, null=True)),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="onderzoekers",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("tot__isnull", True)),
                        fields=("onderzoek", "medewerker"),
                        name="onderzoeker_once",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Overlegbezoek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("overleg", models.CharField(default="LKO", max_length=20, verbose_name="overleg")),
                ("locatie", models.CharField(blank=True, default="", max_length=100, verbose_name="locatie")),
                ("bijgewoond", models.BooleanField(verbose_name="bijgewoond")),
                ("op", models.DateField(blank=True, null=True, verbose_name="datum")),
                (
                    "tabel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bezoeken",
                        to="inspectie.interviewtabel",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(fields=("tabel", "overleg", "locatie"), name="bezoek_said_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Reactieverzoek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "organisatie",
                    models.CharField(
                        choices=[
                            ("dtv", "DT&V"),
                            ("coa", "COA"),
                            ("avim", "AVIM"),
                            ("ind", "IND"),
                            ("kmar", "KMar"),
                            ("iom", "IOM"),
                            ("ngo", "NGO"),
                            ("vwn", "VluchtelingenWerk"),
                            ("nidos", "Nidos"),
                            ("dia", "DIA"),
                            ("inspectie", "Inspectie"),
                        ],
                        max_length=10,
                    ),
                ),
                ("gevraagd_op", models.DateField()),
                ("uiterlijk", models.DateField()),
                ("herinnerd_op", models.DateField(blank=True, null=True)),
                (
                    "aanbeveling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verzoeken",
                        to="inspectie.aanbeveling",
                    ),
                ),
            ],
            options={
                "ordering": ["aanbeveling", "organisatie"],
                "indexes": [models.Index(fields=["uiterlijk"], name="reactie_uiterlijk")],
                "constraints": [
                    models.UniqueConstraint(fields=("aanbeveling", "organisatie"), name="reactie_asked_once"),
                    models.CheckConstraint(
                        condition=models.Q(("uiterlijk__gte", models.F("gevraagd_op"))),
                        name="reactie_after_the_question",
                    ),
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
                (
                    "standpunt",
                    models.CharField(
                        choices=[
                            ("geheel", "Neemt de aanbeveling over"),
                            ("deels", "Neemt de aanbeveling voor een deel over"),
                            ("niet", "Neemt de aanbeveling niet over"),
                        ],
                        max_length=6,
                    ),
                ),
                ("tekst", models.TextField()),
                ("moment", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "verzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="reacties",
                        to="inspectie.reactieverzoek",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst__regex", "\\S")), name="reactie_says_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Seedafspraak",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("seed", models.BigIntegerField()),
                ("plan_sha256", models.CharField(max_length=64)),
                (
                    "voorgesteld_op",
                    models.DateTimeField(db_default=django.db.models.functions.datetime.Now()),
                ),
                ("akkoord_op", models.DateTimeField(blank=True, null=True)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                ("reden", models.TextField(blank=True, default="")),
                (
                    "akkoord_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="seedafspraken",
                        to="inspectie.onderzoek",
                    ),
                ),
                (
                    "voorgesteld_door",
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
                        fields=("onderzoek",),
                        name="seed_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("akkoord_door__isnull", True),
                            models.Q(("akkoord_door", models.F("voorgesteld_door")), _negated=True),
                            _connector="OR",
                        ),
                        name="seed_four_eyes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("akkoord_door__isnull", True), ("akkoord_op__isnull", True)),
                            models.Q(("akkoord_door__isnull", False), ("akkoord_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="seed_agreed_by_somebody",
                    ),
                    models.CheckConstraint(condition=models.Q(("seed__gte", 0)), name="seed_is_a_number"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ingetrokken_op__isnull", True), ("reden__regex", "\\S"), _connector="OR"
                        ),
                        name="seed_back_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Stratum",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("naam", models.CharField(max_length=100, verbose_name="naam")),
                ("aantal", models.PositiveIntegerField(verbose_name="aantal")),
                (
                    "locaties",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=100), blank=True, default=list, size=None
                    ),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="strata",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
            options={
                "ordering": ["onderzoek", "volgorde"],
                "constraints": [
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("onderzoek", "volgorde"),
                        name="stratum_one_place",
                    ),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("onderzoek", "naam"),
                        name="stratum_own_name",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("aantal__gte", 1)), name="stratum_draws_something"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Trekking",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("moment", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("peildatum", models.DateField()),
                ("seed", models.BigIntegerField()),
                ("algoritme", models.CharField(max_length=40)),
                ("populatie", models.PositiveIntegerField()),
                ("populatie_sha256", models.CharField(max_length=64)),
                ("trekking_sha256", models.CharField(max_length=64)),
                ("strata", models.JSONField()),
                (
                    "afspraak",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trekking",
                        to="inspectie.seedafspraak",
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
                (
                    "onderzoek",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="trekking",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Getrokken",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("volgorde", models.PositiveIntegerField()),
                ("gewicht", models.FloatField()),
                ("reden", models.TextField(blank=True, default="")),
                ("moment", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "vervangt",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vervangen_door",
                        to="inspectie.getrokken",
                    ),
                ),
                (
                    "stratum",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="inspectie.stratum"
                    ),
                ),
                (
                    "trekking",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="getrokken",
                        to="inspectie.trekking",
                    ),
                ),
            ],
            options={
                "ordering": ["stratum__volgorde", "volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("trekking", "dossier"), name="getrokken_once"),
                    models.UniqueConstraint(fields=("stratum", "volgorde"), name="getrokken_one_place"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("reden", ""), ("vervangt__isnull", True)),
                            models.Q(("reden__regex", "\\S"), ("vervangt__isnull", False)),
                            _connector="OR",
                        ),
                        name="getrokken_instead_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Cijferopmerking",
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
                            ("artikel_64", "Medisch: artikel 64, ambtshalve"),
                            ("buiten_schuld", "Buiten schuld: zwaarwegend advies"),
                            ("schrijnend", "Schrijnend: ingediend"),
                            ("schrijnend_informeel", "Schrijnend: in vooroverleg, informeel"),
                        ],
                        max_length=20,
                    ),
                ),
                ("van_jaar", models.PositiveSmallIntegerField()),
                ("tot_jaar", models.PositiveSmallIntegerField()),
                (
                    "aard",
                    models.CharField(
                        choices=[
                            ("onvolledig", "Het cijfer is niet volledig"),
                            ("registratie", "De registratie is niet eenduidig"),
                            ("omstandigheid", "Een omstandigheid die kan meespelen"),
                            ("betekenis", "Wat het cijfer wel en niet telt"),
                            ("steun", "Wat het cijfer bevestigt"),
                        ],
                        max_length=15,
                    ),
                ),
                ("tekst", models.TextField()),
                ("bron", models.CharField(max_length=200)),
                ("moment", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
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
                    "ingetrokken_door",
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
                "ordering": ["soort", "van_jaar", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot_jaar__gte", models.F("van_jaar"))),
                        name="opmerking_years_in_order",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tekst__regex", "\\S")), name="opmerking_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ingetrokken_door__isnull", True), ("ingetrokken_op__isnull", True)),
                            models.Q(("ingetrokken_door__isnull", False), ("ingetrokken_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="opmerking_taken_back_by_somebody",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meetpunt",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("maat", models.CharField(max_length=60)),
                ("peildatum", models.DateField()),
                ("aantal", models.PositiveIntegerField()),
                ("totaal", models.PositiveIntegerField()),
                ("uit_rapport", models.BooleanField(default=False)),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="meetpunten",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
            options={
                "ordering": ["maat", "peildatum"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("onderzoek", "maat", "peildatum"), name="meetpunt_once_a_day"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("aantal__lte", models.F("totaal"))), name="meetpunt_is_a_share"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leesexemplaar",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("code", models.CharField(max_length=10)),
                ("inhoud", models.JSONField(blank=True, null=True)),
                ("sha256", models.CharField(blank=True, default="", max_length=64)),
                ("middel", models.CharField(blank=True, default="", max_length=100)),
                ("gemaakt_op", models.DateTimeField(blank=True, null=True)),
                ("vervallen_op", models.DateTimeField(blank=True, null=True)),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leesexemplaren",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
            options={
                "ordering": ["onderzoek", "code"],
                "constraints": [
                    models.UniqueConstraint(fields=("onderzoek", "code"), name="leesexemplaar_own_code"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("gemaakt_op__isnull", True), ("inhoud__isnull", True)),
                            models.Q(("gemaakt_op__isnull", False), ("inhoud__isnull", False)),
                            _connector="OR",
                        ),
                        name="leesexemplaar_made_or_not",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Leessleutel",
            fields=[
                (
                    "onderzoek",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="inspectie.onderzoek",
                    ),
                ),
                ("sleutel", models.BinaryField()),
            ],
        ),
        migrations.CreateModel(
            name="Populatiemeting",
            fields=[
                (
                    "onderzoek",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="+",
                        serialize=False,
                        to="inspectie.onderzoek",
                    ),
                ),
                ("dossiers", models.PositiveIntegerField()),
                ("delen", models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name="Criterium",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("code", models.SlugField(max_length=40, verbose_name="korte naam")),
                ("vraag", models.CharField(max_length=300, verbose_name="vraag")),
                (
                    "toelichting",
                    models.TextField(blank=True, default="", verbose_name="hoe u dit beantwoordt"),
                ),
                (
                    "deel",
                    models.CharField(
                        blank=True, default="", max_length=40, verbose_name="meting die hetzelfde telt"
                    ),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="criteria",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
            options={
                "ordering": ["onderzoek", "volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("onderzoek", "code"), name="criterium_own_name"),
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("onderzoek", "volgorde"),
                        name="criterium_one_place",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Herkomst",
            fields=[
                (
                    "leesexemplaar",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="herkomst",
                        serialize=False,
                        to="inspectie.leesexemplaar",
                    ),
                ),
                (
                    "getrokken",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspectie.getrokken",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Meetwaarde",
            fields=[
                (
                    "leesexemplaar",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="meetwaarde",
                        serialize=False,
                        to="inspectie.leesexemplaar",
                    ),
                ),
                ("delen", models.JSONField()),
            ],
        ),
        migrations.CreateModel(
            name="Leesbeurt",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("plek", models.PositiveSmallIntegerField()),
                ("versie", models.PositiveIntegerField(default=1)),
                ("afgerond_op", models.DateTimeField(blank=True, null=True)),
                (
                    "leesexemplaar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beurten",
                        to="inspectie.leesexemplaar",
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
                "ordering": ["leesexemplaar", "plek"],
                "indexes": [models.Index(fields=["medewerker", "afgerond_op"], name="leesbeurt_te_doen")],
                "constraints": [
                    models.UniqueConstraint(fields=("leesexemplaar", "plek"), name="leesbeurt_one_a_place"),
                    models.UniqueConstraint(
                        fields=("leesexemplaar", "medewerker"), name="leesbeurt_one_a_reader"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("plek__in", (1, 2, 3))), name="leesbeurt_of_three"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Beoordeling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "oordeel",
                    models.CharField(
                        blank=True,
                        choices=[("ja", "Ja"), ("nee", "Nee"), ("niet_te_beoordelen", "Niet te beoordelen")],
                        default="",
                        max_length=20,
                    ),
                ),
                ("reden", models.TextField(blank=True, default="")),
                (
                    "criterium",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspectie.criterium",
                    ),
                ),
                (
                    "leesbeurt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="beoordelingen",
                        to="inspectie.leesbeurt",
                    ),
                ),
            ],
            options={
                "ordering": ["criterium__volgorde"],
                "constraints": [
                    models.UniqueConstraint(fields=("leesbeurt", "criterium"), name="beoordeling_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Lezer",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("letter", models.CharField(max_length=2)),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lezers",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
            options={
                "ordering": ["onderzoek", "letter"],
                "constraints": [
                    models.UniqueConstraint(fields=("onderzoek", "medewerker"), name="lezer_once"),
                    models.UniqueConstraint(fields=("onderzoek", "letter"), name="lezer_own_letter"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Naammelding",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("plaatsen", models.PositiveIntegerField()),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "leesexemplaar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="naammeldingen",
                        to="inspectie.leesexemplaar",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Onderzoeksrapport",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField()),
                ("pdf_sha256", models.CharField(max_length=64)),
                ("zip_sha256", models.CharField(max_length=64)),
                ("op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "onderzoek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rapporten",
                        to="inspectie.onderzoek",
                    ),
                ),
            ],
            options={
                "ordering": ["onderzoek", "-nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("onderzoek", "nummer"), name="onderzoeksrapport_numbered")
                ],
            },
        ),
        migrations.CreateModel(
            name="Verborgen",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tekst", models.CharField(max_length=100)),
                (
                    "leesexemplaar",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="inspectie.leesexemplaar",
                    ),
                ),
            ],
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
