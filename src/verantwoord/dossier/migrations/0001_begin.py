import datetime as dt
import uuid

import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
from django.conf import settings
from django.contrib.postgres.operations import TrigramExtension
from django.db import migrations, models

import verantwoord.dossier.models.portaal
from verantwoord.dossier.sql import BEWAKERS
from verantwoord.gebeurtenis.begin import Begin


class Migration(Begin):
    dependencies = [
        ("gebeurtenis", "0001_begin"),
        ("toegang", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        TrigramExtension(),
        migrations.CreateModel(
            name="Dossiernummer",
            fields=[
                ("jaar", models.PositiveSmallIntegerField(primary_key=True, serialize=False)),
                ("laatste", models.PositiveIntegerField(default=0)),
            ],
        ),
        migrations.CreateModel(
            name="Persoon",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("v_nummer", models.CharField(max_length=10, unique=True, verbose_name="V-nummer")),
                ("achternaam", models.CharField(blank=True, max_length=200, null=True)),
                ("voornamen", models.CharField(blank=True, default="", max_length=200)),
                ("tussenvoegsel", models.CharField(blank=True, default="", max_length=50)),
                ("zoeknaam", models.TextField(blank=True, default="", editable=False)),
                ("geboortedatum", models.CharField(blank=True, max_length=10, null=True)),
                ("geslacht", models.CharField(default="onbekend", max_length=10)),
                ("nationaliteiten", models.JSONField(blank=True, default=list)),
                ("talen", models.JSONField(blank=True, default=list)),
                ("amv", models.BooleanField(default=False)),
                ("voogd", models.CharField(blank=True, max_length=200, null=True)),
                ("gemachtigde", models.CharField(blank=True, max_length=200, null=True)),
                ("adequate_opvang_bewijs", models.CharField(blank=True, max_length=200, null=True)),
                ("aliassen", models.JSONField(blank=True, default=list)),
            ],
            options={
                "indexes": [
                    django.contrib.postgres.indexes.GinIndex(
                        django.contrib.postgres.indexes.OpClass("zoeknaam", name="gin_trgm_ops"),
                        name="persoon_op_zoeknaam",
                    ),
                    models.Index(
                        django.contrib.postgres.indexes.OpClass("geboortedatum", name="text_pattern_ops"),
                        name="persoon_op_geboortedatum",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Dossier",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("nummer", models.CharField(max_length=20, unique=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                ("regievoerder_elders", models.CharField(blank=True, max_length=200, null=True)),
                ("afgeschermd", models.BooleanField(default=False)),
                ("spoor", models.CharField(default="asiel", max_length=10)),
                (
                    "afzender",
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
                ("ontvangen_op", models.DateField()),
                ("ingetrokken_op", models.DateField(blank=True, null=True)),
                ("documenten", models.JSONField(blank=True, default=list)),
                ("intake_afgerond_op", models.DateField(blank=True, null=True)),
                ("gesloten_op", models.DateField(blank=True, null=True)),
                ("eerdere_dossiers", models.JSONField(blank=True, default=list)),
                (
                    "regievoerder",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="toegang.team",
                    ),
                ),
                (
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="dossiers",
                        to="dossier.persoon",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["team", "regievoerder"], name="dossier_van_team")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("versie__gte", 1)), name="dossier_versie_from_1"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("regievoerder__isnull", True),
                            ("regievoerder_elders__isnull", True),
                            _connector="OR",
                        ),
                        name="dossier_has_one_regievoerder",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("gesloten_op__isnull", True)),
                        fields=("persoon",),
                        name="dossier_one_open_a_person",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gesloten_op__isnull", True),
                            ("gesloten_op__gte", models.F("ontvangen_op")),
                            _connector="OR",
                        ),
                        name="dossier_closes_after_it_came",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verblijfplaats",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("soort", models.CharField(max_length=10)),
                ("locatie", models.CharField(max_length=200)),
                ("van", models.DateField()),
                ("tot", models.DateField(blank=True, null=True)),
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
                        fields=("dossier", "volgorde"), name="verblijfplaats_once_in_its_list"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Verblijfsgrond",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("grond", models.CharField(max_length=2)),
                ("van", models.DateField()),
                ("tot", models.DateField(blank=True, null=True)),
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
                        fields=("dossier", "volgorde"), name="verblijfsgrond_once_in_its_list"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Verwijderbaarheidscheck",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("gecheckt_op", models.DateField()),
                ("uitkomst", models.CharField(max_length=20)),
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
                        fields=("dossier", "volgorde"), name="verwijderbaarheidscheck_once_in_its_list"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="VoorlopigeVoorziening",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("gevraagd_op", models.DateField()),
                ("toegewezen", models.BooleanField(blank=True, null=True)),
                ("beslist_op", models.DateField(blank=True, null=True)),
                ("tot", models.DateField(blank=True, null=True)),
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
                        fields=("dossier", "volgorde"), name="voorlopigevoorziening_once_in_its_list"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Besluit",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("soort", models.CharField(max_length=20)),
                ("genomen_op", models.DateField()),
                ("bekendgemaakt_op", models.DateField(blank=True, null=True)),
                ("terugkeerbesluit", models.BooleanField(default=False)),
                ("land_van_terugkeer", models.CharField(blank=True, max_length=3, null=True)),
                ("vertrektermijn_dagen", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("grond_verkorting", models.CharField(blank=True, max_length=50, null=True)),
                ("kenmerk", models.CharField(blank=True, max_length=200, null=True)),
                ("schorsende_werking", models.BooleanField(blank=True, null=True)),
                ("ingetrokken_op", models.DateField(blank=True, null=True)),
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
                    models.UniqueConstraint(fields=("dossier", "volgorde"), name="besluit_once_in_its_list")
                ],
            },
        ),
        migrations.CreateModel(
            name="Beroep",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("soort", models.CharField(default="beroep", max_length=20)),
                ("ingesteld_op", models.DateField()),
                ("zitting_bekend_op", models.DateField(blank=True, null=True)),
                ("zitting_op", models.DateField(blank=True, null=True)),
                ("zonder_zitting", models.BooleanField(default=False)),
                ("uitspraak_op", models.DateField(blank=True, null=True)),
                ("bekendgemaakt_op", models.DateField(blank=True, null=True)),
                ("uitkomst", models.CharField(blank=True, max_length=20, null=True)),
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
                    models.UniqueConstraint(fields=("dossier", "volgorde"), name="beroep_once_in_its_list")
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanvraag",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("soort", models.CharField(max_length=20)),
                ("ingediend_op", models.DateField()),
                ("ingetrokken_op", models.DateField(blank=True, null=True)),
                ("schriftelijk_ingetrokken", models.BooleanField(default=False)),
                ("beslist_op", models.DateField(blank=True, null=True)),
                ("inwilliging", models.BooleanField(blank=True, null=True)),
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
                    models.UniqueConstraint(fields=("dossier", "volgorde"), name="aanvraag_once_in_its_list")
                ],
            },
        ),
        migrations.CreateModel(
            name="Dossierdeel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("deel", models.CharField(max_length=30)),
                ("inhoud", models.JSONField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="delen",
                        to="dossier.dossier",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "deel"), name="dossierdeel_once_a_dossier")
                ],
            },
        ),
        migrations.CreateModel(
            name="FerreiraToets",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("getoetst_op", models.DateField()),
                ("humanitaire_noodsituatie", models.BooleanField()),
                ("toelichting", models.TextField(blank=True)),
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
                        fields=("dossier", "volgorde"), name="ferreiratoets_once_in_its_list"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Opvangverlenging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("gevraagd_op", models.DateField()),
                ("reden", models.TextField(blank=True)),
                ("coa_besluit", models.CharField(blank=True, max_length=10, null=True)),
                ("coa_besloten_op", models.DateField(blank=True, null=True)),
                ("tot", models.DateField(blank=True, null=True)),
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
                        fields=("dossier", "volgorde"), name="opvangverlenging_once_in_its_list"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Gezinslid",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("volgorde", models.PositiveSmallIntegerField()),
                ("relatie", models.CharField(max_length=20)),
                ("v_nummer", models.CharField(blank=True, max_length=10, null=True)),
                ("geboortedatum", models.CharField(blank=True, max_length=10, null=True)),
                ("meereizend", models.BooleanField(default=True)),
                (
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gezin",
                        to="dossier.persoon",
                    ),
                ),
            ],
            options={
                "ordering": ["volgorde"],
                "indexes": [models.Index(fields=["v_nummer"], name="gezinslid_op_v_nummer")],
            },
        ),
        migrations.CreateModel(
            name="Vervanging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("door_naam", models.CharField(max_length=200)),
                (
                    "regievoerder",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "vervanger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["van", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))),
                        name="vervanging_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("regievoerder", models.F("vervanger")), _negated=True),
                        name="vervanging_by_another",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Afwijkverzoek",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("norm", models.CharField(max_length=80)),
                ("reden", models.TextField()),
                ("geldig_tot", models.DateField()),
                ("gevraagd_op", models.DateField()),
                (
                    "besluit",
                    models.CharField(
                        blank=True,
                        choices=[("goedgekeurd", "Goedgekeurd"), ("geweigerd", "Geweigerd")],
                        max_length=12,
                        null=True,
                    ),
                ),
                ("besloten_op", models.DateField(blank=True, null=True)),
                ("motivering", models.TextField(blank=True, default="")),
                ("ingetrokken_op", models.DateField(blank=True, null=True)),
                ("intrekreden", models.TextField(blank=True, default="")),
                (
                    "besloten_door",
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
                (
                    "gevraagd_door",
                    models.ForeignKey(
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
                "ordering": ["pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("besluit__isnull", True), ("ingetrokken_op__isnull", True)),
                        fields=["gevraagd_op"],
                        name="afwijkverzoek_wacht",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("besluit__isnull", True), ("ingetrokken_op__isnull", True)),
                        fields=("dossier", "norm"),
                        name="afwijkverzoek_one_waits_a_norm",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("besloten_door__isnull", True),
                                ("besloten_op__isnull", True),
                                ("besluit__isnull", True),
                            ),
                            models.Q(
                                ("besloten_door__isnull", False),
                                ("besloten_op__isnull", False),
                                ("besluit__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="afwijkverzoek_decided_by_someone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("besloten_door__isnull", True),
                            models.Q(("besloten_door", models.F("gevraagd_door")), _negated=True),
                            _connector="OR",
                        ),
                        name="afwijkverzoek_four_eyes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Betrokkenheid",
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
                ("rol", models.CharField(blank=True, default="", max_length=20)),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("locatie", "de persoon woont op een locatie van deze organisatie"),
                            ("procedure", "deze organisatie behandelt een procedure van de persoon"),
                            ("boeking", "deze organisatie begeleidt het vertrek"),
                            ("verwijzing", "de persoon is met toestemming naar deze organisatie verwezen"),
                            ("overleg", "deze organisatie bespreekt de zaak in een overleg"),
                            ("toezicht", "deze organisatie houdt toezicht"),
                            ("mensenhandel", "deze organisatie behandelt het signaal van mensenhandel"),
                        ],
                        max_length=15,
                    ),
                ),
                ("sleutel", models.CharField(blank=True, default="", max_length=200)),
                ("van", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("tot", models.DateTimeField(blank=True, null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="betrokkenen",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="toegang.team",
                    ),
                ),
                ("volgende_op", models.DateField(db_default=dt.date(9999, 12, 31))),
                ("ontvangen_op", models.DateField(db_default=dt.date(9999, 12, 31))),
                ("gevraagd", models.BooleanField(db_default=False)),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("tot__isnull", True)),
                        fields=["organisatie", "team", "rol", "volgende_op", "ontvangen_op", "dossier"],
                        name="betrokkenheid_in_lijst",
                    ),
                    models.Index(
                        condition=models.Q(("gevraagd", True), ("tot__isnull", True)),
                        fields=["organisatie", "team", "rol", "dossier"],
                        name="betrokkenheid_gevraagd",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("tot__isnull", True)),
                        fields=("dossier", "organisatie", "team", "rol", "grond", "sleutel"),
                        name="betrokkenheid_runs_once",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="betrokkenheid_ends_after_it_begins",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Antwoord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("soort", models.CharField(max_length=30)),
                ("categorie", models.CharField(max_length=40)),
                ("inhoud", models.JSONField()),
                ("geldig_vanaf", models.DateField()),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "correctie_van",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossier.antwoord",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="antwoorden",
                        to="dossier.dossier",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["dossier", "soort", "-id"], name="antwoord_laatste"),
                    models.Index(fields=["soort", "vastgelegd_op"], name="antwoord_op_volgorde"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Ontvangstbevestiging",
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
                ("op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "antwoord",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="ontvangsten",
                        to="dossier.antwoord",
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
                "constraints": [
                    models.UniqueConstraint(
                        fields=("antwoord", "organisatie"), name="ontvangst_once_an_organisation"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Inzageverzoek",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
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
                (
                    "eigenaar",
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
                ("soort", models.CharField(max_length=30)),
                ("wat", models.TextField()),
                ("doel", models.TextField()),
                ("grondslag", models.CharField(max_length=40)),
                ("grondslag_toelichting", models.CharField(blank=True, default="", max_length=200)),
                ("gevraagd_op", models.DateField()),
                ("antwoord_voor", models.DateField()),
                (
                    "besluit",
                    models.CharField(
                        blank=True,
                        choices=[("toegekend", "Toegekend"), ("geweigerd", "Geweigerd")],
                        max_length=12,
                        null=True,
                    ),
                ),
                ("motivering", models.TextField(blank=True, default="")),
                ("besloten_op", models.DateField(blank=True, null=True)),
                ("ingetrokken_op", models.DateField(blank=True, null=True)),
                (
                    "besloten_door",
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
                (
                    "vraagsteller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["gevraagd_op", "pk"],
                "indexes": [
                    models.Index(fields=["dossier", "-gevraagd_op"], name="inzageverzoek_van_dossier"),
                    models.Index(fields=["vraagsteller", "-gevraagd_op"], name="inzageverzoek_van_iemand"),
                    models.Index(
                        condition=models.Q(("besluit__isnull", True), ("ingetrokken_op__isnull", True)),
                        fields=["eigenaar", "antwoord_voor"],
                        name="inzageverzoek_wacht",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("wat__regex", "\\S"),
                            ("doel__regex", "\\S"),
                            models.Q(("grondslag", ""), _negated=True),
                        ),
                        name="inzageverzoek_says_what_and_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("besloten_door__isnull", True),
                                ("besloten_op__isnull", True),
                                ("besluit__isnull", True),
                            ),
                            models.Q(
                                ("besloten_door__isnull", False),
                                ("besloten_op__isnull", False),
                                ("besluit__isnull", False),
                                ("motivering__regex", "\\S"),
                            ),
                            _connector="OR",
                        ),
                        name="inzageverzoek_decided_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("besloten_door__isnull", True),
                            models.Q(("besloten_door", models.F("vraagsteller")), _negated=True),
                            _connector="OR",
                        ),
                        name="inzageverzoek_four_eyes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("besluit__isnull", True), ("ingetrokken_op__isnull", True), _connector="OR"
                        ),
                        name="inzageverzoek_decided_or_withdrawn",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inzageantwoord",
            fields=[
                (
                    "verzoek",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="antwoord",
                        serialize=False,
                        to="dossier.inzageverzoek",
                    ),
                ),
                ("tekst", models.TextField()),
                ("gegeven_op", models.DateField()),
                ("geldig_tot", models.DateField()),
                ("ingetrokken_op", models.DateField(blank=True, null=True)),
                ("intrekreden", models.TextField(blank=True, default="")),
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst__regex", "\\S")), name="inzageantwoord_says_something"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("geldig_tot__gte", models.F("gegeven_op")),
                            (
                                "geldig_tot__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("gegeven_op"), "+", models.Value(dt.timedelta(days=28))
                                ),
                            ),
                        ),
                        name="inzageantwoord_ends_in_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("ingetrokken_door__isnull", True), ("ingetrokken_op__isnull", True)),
                            models.Q(
                                ("ingetrokken_door__isnull", False),
                                ("ingetrokken_op__isnull", False),
                                ("intrekreden__regex", "\\S"),
                            ),
                            _connector="OR",
                        ),
                        name="inzageantwoord_withdrawn_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Veiligheidskaart",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("tekst", models.TextField(blank=True)),
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
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["dossier", "-id"], name="veiligheidskaart_laatste")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), ("tekst__regex", "\\S"), _connector="OR"),
                        name="veiligheidskaart_says_something",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Portaalaccount",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "rol",
                    models.CharField(
                        choices=[("persoon", "De persoon zelf"), ("gemachtigde", "Gemachtigde")],
                        max_length=12,
                    ),
                ),
                ("eigen_naam", models.CharField(blank=True, default="", max_length=200, verbose_name="naam")),
                ("taal", models.CharField(default="nl", max_length=5)),
                ("gemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("geactiveerd_op", models.DateTimeField(blank=True, null=True)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                (
                    "persoon",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="portaalaccount",
                        to="dossier.persoon",
                    ),
                ),
                (
                    "nummer",
                    models.CharField(
                        default=verantwoord.dossier.models.portaal.nieuw_nummer,
                        editable=False,
                        max_length=9,
                        unique=True,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("eigen_naam", ""), ("persoon__isnull", False), ("rol", "persoon")),
                            models.Q(
                                ("persoon__isnull", True),
                                ("rol", "gemachtigde"),
                                models.Q(("eigen_naam", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="portaalaccount_is_of_one_human",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Machtiging",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "hoedanigheid",
                    models.CharField(
                        choices=[
                            ("advocaat", "Advocaat"),
                            ("voogd", "Voogd"),
                            ("vwn", "VluchtelingenWerk"),
                            ("anders", "Iemand anders"),
                        ],
                        max_length=10,
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("gegeven_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("gegeven_naam", models.CharField(max_length=200)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                ("ingetrokken_naam", models.CharField(blank=True, default="", max_length=200)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="machtigingen",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="machtigingen",
                        to="dossier.portaalaccount",
                    ),
                ),
            ],
            options={
                "ordering": ["-van", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))),
                        name="machtiging_ends_after_it_begins",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("ingetrokken_op__isnull", True)),
                        fields=("account", "dossier"),
                        name="machtiging_runs_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Activering",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("gemaakt_naam", models.CharField(max_length=200)),
                ("gemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("geldig_tot", models.DateTimeField()),
                ("overhandigd_op", models.DateField(blank=True, null=True)),
                ("overhandigd_naam", models.CharField(blank=True, default="", max_length=200)),
                ("gebruikt_op", models.DateTimeField(blank=True, null=True)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                (
                    "gemaakt_door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="activeringen",
                        to="dossier.portaalaccount",
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[("code", "Brief met een code"), ("vel", "Vel met codes")],
                        default="code",
                        max_length=4,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("overhandigd_op__isnull", True),
                            models.Q(("overhandigd_naam", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="activering_is_handed_over_by_somebody",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Portaalafscherming",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("reden", models.TextField()),
                ("ook_gemachtigden", models.BooleanField(default=False)),
                ("tot", models.DateField()),
                ("door_naam", models.CharField(max_length=200)),
                ("gevraagd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("tweede_naam", models.CharField(blank=True, default="", max_length=200)),
                ("getekend_op", models.DateTimeField(blank=True, null=True)),
                ("opgeheven_op", models.DateTimeField(blank=True, null=True)),
                ("opgeheven_naam", models.CharField(blank=True, default="", max_length=200)),
                ("opgeheven_reden", models.TextField(blank=True, default="")),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "persoon",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.persoon"
                    ),
                ),
                (
                    "tweede",
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
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tweede_naam", ""),
                            models.Q(("tweede_naam", models.F("door_naam")), _negated=True),
                            _connector="OR",
                        ),
                        name="portaalafscherming_has_two_signatures",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reden", ""), _negated=True),
                        name="portaalafscherming_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Portaalfactor",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("app", "App met codes"),
                            ("passkey", "Passkey"),
                            ("papier", "Code op papier"),
                        ],
                        max_length=8,
                    ),
                ),
                ("naam", models.CharField(blank=True, default="", max_length=60)),
                ("geheim", models.TextField()),
                ("teller", models.BigIntegerField(default=-1)),
                ("gemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("gebruikt_op", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="factoren",
                        to="dossier.portaalaccount",
                    ),
                ),
                (
                    "vel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="codes",
                        to="dossier.activering",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("soort", "app")),
                        fields=("account",),
                        name="portaalfactor_one_app",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("soort", "papier")),
                        fields=("account", "geheim"),
                        name="portaalfactor_code_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Portaalsessie",
            fields=[
                ("digest", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("nummer", models.UUIDField(default=uuid.uuid4, editable=False, unique=True)),
                ("apparaat", models.CharField(blank=True, default="", max_length=60)),
                ("begonnen_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("gezien_op", models.DateTimeField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessies",
                        to="dossier.portaalaccount",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to="dossier.dossier",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["account", "-gezien_op"], name="portaalsessies_van_iemand")],
            },
        ),
        migrations.CreateModel(
            name="Overplaatsing",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("gezin", models.UUIDField(blank=True, null=True)),
                (
                    "naar",
                    models.CharField(
                        choices=[("vbl", "Vrijheidsbeperkende locatie (vbl)"), ("gl", "Gezinslocatie")],
                        max_length=3,
                    ),
                ),
                ("locatie", models.CharField(max_length=200)),
                ("gewenst_op", models.DateField()),
                ("antwoord_voor", models.DateField()),
                ("toelichting", models.TextField()),
                ("gevraagd_op", models.DateField()),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Gevraagd aan het COA"),
                            ("vraag", "Het COA heeft een vraag"),
                            ("akkoord", "Plaats gereserveerd"),
                            ("overgedragen", "Overgedragen"),
                            ("aangekomen", "Aangekomen"),
                            ("niet_aangekomen", "Niet aangekomen"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        default="gevraagd",
                        max_length=15,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "gevraagd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["gevraagd_op", "pk"],
                "indexes": [
                    models.Index(fields=["dossier", "-gevraagd_op"], name="overplaatsing_van_dossier"),
                    models.Index(fields=["gezin"], name="overplaatsing_van_gezin"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("locatie__regex", "\\S"), ("toelichting__regex", "\\S")),
                        name="overplaatsing_says_where_and_what",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("stand__in", ("gevraagd", "vraag", "akkoord", "overgedragen"))),
                        fields=("dossier",),
                        name="overplaatsing_one_at_a_time",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Overplaatsingsstap",
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
                            ("gevraagd", "Gevraagd aan het COA"),
                            ("vraag", "Vraag van het COA"),
                            ("reactie", "Antwoord van de DT&V"),
                            ("akkoord", "Plaats gereserveerd door het COA"),
                            ("overgedragen", "Dossier overgedragen"),
                            ("aangekomen", "Aangekomen"),
                            ("niet_aangekomen", "Niet aangekomen"),
                            ("ingetrokken", "Ingetrokken"),
                        ],
                        max_length=15,
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
                ("op", models.DateField()),
                ("tekst", models.TextField(blank=True)),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "overplaatsing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stappen",
                        to="dossier.overplaatsing",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("soort", "overgedragen")),
                        fields=("overplaatsing", "organisatie"),
                        name="overdracht_once_an_organisation",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("soort", "overgedragen")),
                        fields=("overplaatsing", "door"),
                        name="overdracht_four_eyes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "overgedragen"), _negated=True),
                            models.Q(("organisatie__in", ("dtv", "coa")), ("tekst__regex", "\\S")),
                            _connector="OR",
                        ),
                        name="overdracht_of_dtv_and_coa",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Kindbelang",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kind", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("op", models.DateField()),
                ("school", models.TextField()),
                ("gezondheid", models.TextField()),
                ("band", models.TextField()),
                ("veiligheid", models.TextField()),
                ("eigen_woorden", models.TextField(blank=True)),
                ("niet_gehoord", models.TextField(blank=True)),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
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
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["dossier", "kind", "-id"], name="kindbelang_laatste")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("eigen_woorden__regex", "\\S"), ("niet_gehoord__regex", "\\S"), _connector="OR"
                        ),
                        name="kindbelang_heard_or_why_not",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Overplaatsingsgrond",
            fields=[
                (
                    "overplaatsing",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="grond",
                        serialize=False,
                        to="dossier.overplaatsing",
                    ),
                ),
                ("zicht_op_terugkeer", models.TextField(blank=True)),
                ("maatregel", models.CharField(max_length=200)),
                ("maatregel_op", models.DateField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
            ],
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
        migrations.CreateModel(
            name="Proceduredagen",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="proceduredagen",
                        serialize=False,
                        to="dossier.dossier",
                    ),
                ),
                ("beroepstermijn_tot", models.DateField(blank=True, null=True)),
                ("startgebeurtenis", models.CharField(blank=True, max_length=40, null=True)),
                ("start_op", models.DateField(blank=True, null=True)),
                ("verlenging_gevraagd_op", models.DateField(blank=True, null=True)),
                ("doorgezonden_ind_op", models.DateField(blank=True, null=True)),
                ("verlengd_tot", models.DateField(blank=True, null=True)),
                ("verlenging_kenmerk", models.CharField(blank=True, max_length=200, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Opvangdagen",
            fields=[
                (
                    "dossier",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="opvangdagen",
                        serialize=False,
                        to="dossier.dossier",
                    ),
                ),
                ("recht_eindigt_op", models.DateField(blank=True, null=True)),
                ("vbl_lko_besluit_op", models.DateField(blank=True, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Betwisting",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("onderwerp", models.CharField(max_length=40)),
                ("over", models.CharField(blank=True, default="", max_length=200)),
                ("wat_klopt_niet", models.TextField()),
                ("hoe_dan", models.TextField(blank=True, default="")),
                ("gemeld_op", models.DateField()),
                ("gemeld_naam", models.CharField(max_length=200)),
                ("antwoord_voor", models.DateField()),
                (
                    "besluit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("aangepast", "Aangepast"),
                            ("deels", "Voor een deel aangepast"),
                            ("niet", "Niet aangepast"),
                        ],
                        max_length=10,
                        null=True,
                    ),
                ),
                ("motivering", models.TextField(blank=True, default="")),
                ("besloten_op", models.DateField(blank=True, null=True)),
                ("besloten_naam", models.CharField(blank=True, default="", max_length=200)),
                ("ingetrokken_op", models.DateField(blank=True, null=True)),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "besloten_door",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="betwistingen",
                        to="dossier.dossier",
                    ),
                ),
            ],
            options={
                "ordering": ["gemeld_op", "vastgelegd_op", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("besluit__isnull", True), ("ingetrokken_op__isnull", True)),
                        fields=["dossier"],
                        name="betwisting_wacht",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("wat_klopt_niet__regex", "\\S")),
                        name="betwisting_says_what_is_wrong",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("besloten_naam", ""),
                                ("besloten_op__isnull", True),
                                ("besluit__isnull", True),
                            ),
                            models.Q(
                                ("besloten_op__isnull", False),
                                ("besluit__isnull", False),
                                ("motivering__regex", "\\S"),
                                models.Q(("besloten_naam", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="betwisting_decided_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("besluit__isnull", True), ("ingetrokken_op__isnull", True), _connector="OR"
                        ),
                        name="betwisting_decided_or_withdrawn",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("antwoord_voor__gte", models.F("gemeld_op"))),
                        name="betwisting_answer_comes_after",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Betwistmerk",
            fields=[
                (
                    "betwisting",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="merk",
                        serialize=False,
                        to="dossier.betwisting",
                    ),
                ),
                ("onderwerp", models.CharField(max_length=40)),
                ("categorie", models.CharField(max_length=40)),
                ("sinds", models.DateField()),
                ("tot", models.DateField(blank=True, null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="betwistmerken",
                        to="dossier.dossier",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("tot__isnull", True)),
                        fields=["dossier"],
                        name="betwistmerk_geldt",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Stem",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("vraag", "Vraag"),
                            ("afspraak", "Andere dag voor een afspraak"),
                            ("komt", "Komt naar de afspraak"),
                            ("reactie", "Reactie op een verslag"),
                            ("toestemming", "Keuze over medische gegevens"),
                            ("verwijzing", "Keuze over hulp van een organisatie"),
                            ("wens", "Wens ingetrokken"),
                        ],
                        max_length=12,
                    ),
                ),
                ("over", models.UUIDField(blank=True, null=True)),
                ("gezegd_naam", models.CharField(max_length=200)),
                ("gezegd_op", models.DateField()),
                ("antwoord_voor", models.DateField()),
                ("afgedaan_op", models.DateField(blank=True, null=True)),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossier.portaalaccount",
                    ),
                ),
                (
                    "afgedaan_door",
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
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stemmen",
                        to="dossier.dossier",
                    ),
                ),
            ],
            options={
                "ordering": ["-gezegd_op", "-vastgelegd_op", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("afgedaan_op__isnull", True)),
                        fields=["dossier"],
                        name="stem_wacht",
                    ),
                    models.Index(fields=["dossier", "soort"], name="stem_van_dossier"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("antwoord_voor__gte", models.F("gezegd_op"))),
                        name="stem_answer_comes_after",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Stembericht",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("tekst", models.TextField()),
                ("op", models.DateField()),
                ("naam", models.CharField(max_length=200)),
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
                    "stem",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="berichten",
                        to="dossier.stem",
                    ),
                ),
            ],
            options={
                "ordering": ["vastgelegd_op", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst__regex", "\\S")), name="stembericht_has_words"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Machtigingvoorstel",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("naam", models.CharField(max_length=200)),
                (
                    "hoedanigheid",
                    models.CharField(
                        choices=[
                            ("advocaat", "Advocaat"),
                            ("voogd", "Voogd"),
                            ("vwn", "VluchtelingenWerk"),
                            ("anders", "Iemand anders"),
                        ],
                        max_length=10,
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("kenmerk", models.CharField(max_length=200)),
                ("door_naam", models.CharField(max_length=200)),
                ("gevraagd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("tweede_naam", models.CharField(blank=True, default="", max_length=200)),
                ("beslist_op", models.DateTimeField(blank=True, null=True)),
                ("afgewezen_reden", models.TextField(blank=True, default="")),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="machtigingvoorstellen",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "machtiging",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="voorstel",
                        to="dossier.machtiging",
                    ),
                ),
                (
                    "tweede",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("nummer", models.CharField(blank=True, default="", max_length=20)),
            ],
            options={
                "ordering": ["-gevraagd_op", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))),
                        name="machtigingvoorstel_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tweede_naam", ""),
                            models.Q(("tweede_naam", models.F("door_naam")), _negated=True),
                            _connector="OR",
                        ),
                        name="machtigingvoorstel_has_two_signatures",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("naam__regex", "\\S"), ("kenmerk__regex", "\\S")),
                        name="machtigingvoorstel_says_who_and_where",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Afschrift",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("kenmerk", models.CharField(max_length=20, unique=True)),
                ("gevraagd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("gevraagd_naam", models.CharField(max_length=200)),
                ("uiterlijk_op", models.DateField()),
                ("gemaakt_op", models.DateTimeField(blank=True, null=True)),
                ("verloopt_op", models.DateTimeField(blank=True, null=True)),
                ("opgehaald_op", models.DateTimeField(blank=True, null=True)),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="afschriften",
                        to="dossier.portaalaccount",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="afschriften",
                        to="dossier.dossier",
                    ),
                ),
            ],
            options={
                "ordering": ["-gevraagd_op", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("gemaakt_op__isnull", True)),
                        fields=("dossier", "account"),
                        name="afschrift_one_at_a_time",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Onthouding",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("wat", models.CharField(max_length=60)),
                ("welke", models.CharField(blank=True, default="", max_length=40)),
                (
                    "grond",
                    models.CharField(
                        choices=[
                            ("veiligheid", "De openbare veiligheid (AVG artikel 23, lid 1, onder c)"),
                            (
                                "strafzaak",
                                "Onderzoek naar een strafbaar feit (AVG artikel 23, lid 1, onder d)",
                            ),
                            ("rechtspraak", "Een procedure bij de rechter (AVG artikel 23, lid 1, onder f)"),
                            (
                                "bescherming",
                                "Bescherming van de persoon of van iemand anders (AVG artikel 23, lid 1, onder i)",
                            ),
                        ],
                        max_length=12,
                    ),
                ),
                ("reden", models.TextField()),
                ("tot", models.DateField()),
                ("door_naam", models.CharField(max_length=200)),
                ("gevraagd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("tweede_naam", models.CharField(blank=True, default="", max_length=200)),
                ("getekend_op", models.DateTimeField(blank=True, null=True)),
                ("opgeheven_op", models.DateTimeField(blank=True, null=True)),
                ("opgeheven_naam", models.CharField(blank=True, default="", max_length=200)),
                (
                    "door",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="onthoudingen",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "tweede",
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
                "ordering": ["-gevraagd_op", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tweede_naam", ""),
                            models.Q(("tweede_naam", models.F("door_naam")), _negated=True),
                            _connector="OR",
                        ),
                        name="onthouding_has_two_signatures",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reden__regex", "\\S")), name="onthouding_has_a_reason"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Afschriftbestand",
            fields=[
                (
                    "afschrift",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="bestand",
                        serialize=False,
                        to="dossier.afschrift",
                    ),
                ),
                ("pdf", models.BinaryField()),
                ("json", models.BinaryField()),
                (
                    "account",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to="dossier.portaalaccount",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Afscherming",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("reden", models.TextField()),
                ("tweede_naam", models.CharField(max_length=200)),
                ("door_naam", models.CharField(max_length=200)),
                ("van", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("opgeheven_op", models.DateTimeField(blank=True, null=True)),
                ("opgeheven_naam", models.CharField(blank=True, default="", max_length=200)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "tweede",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["-van", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("opgeheven_op__isnull", True)),
                        fields=["tweede"],
                        name="afscherming_te_tekenen",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("opgeheven_op__isnull", True)),
                        fields=("dossier",),
                        name="afscherming_runs_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reden__regex", "\\S")), name="afscherming_has_a_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tweede_naam", models.F("door_naam")), _negated=True),
                        name="afscherming_second_is_another",
                    ),
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
