import datetime as dt
import uuid

import django.contrib.postgres.fields
import django.contrib.postgres.indexes
import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.toegang.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("gebeurtenis", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Team",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=100, unique=True, verbose_name="naam")),
                ("is_vangnet", models.BooleanField(default=False, verbose_name="vangnet")),
                ("locaties", models.JSONField(blank=True, default=list, verbose_name="locaties")),
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
                        default="dtv",
                        max_length=10,
                        verbose_name="organisatie",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("is_vangnet", True)),
                        fields=("is_vangnet",),
                        name="team_one_vangnet",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Medewerker",
            fields=[
                ("password", models.CharField(max_length=128, verbose_name="password")),
                ("last_login", models.DateTimeField(blank=True, null=True, verbose_name="last login")),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "gebruikersnaam",
                    models.CharField(max_length=150, unique=True, verbose_name="gebruikersnaam"),
                ),
                ("naam", models.CharField(max_length=200, unique=True, verbose_name="naam")),
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
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("regievoerder", "Regievoerder"),
                            ("manager", "Manager"),
                            ("beheerder", "Functioneel beheerder"),
                            ("afzender", "Afzendend systeem"),
                            ("systeem", "Systeem"),
                            ("medisch_bevoegd", "Medisch bevoegde"),
                            ("coa", "Medewerker COA"),
                            ("ind", "Medewerker IND"),
                            ("avim_toezicht", "AVIM, toezicht"),
                            ("avim_mensenhandel", "AVIM, mensenhandel"),
                            ("kmar", "Medewerker KMar"),
                            ("iom_ngo", "Begeleider bij terugkeer"),
                            ("vwn", "Medewerker VluchtelingenWerk"),
                            ("inspectie", "Inspecteur"),
                            ("fg", "Functionaris gegevensbescherming"),
                        ],
                        max_length=20,
                        verbose_name="rol",
                    ),
                ),
                ("is_active", models.BooleanField(default=True, verbose_name="actief")),
                (
                    "team",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="leden",
                        to="toegang.team",
                    ),
                ),
                ("wachtwoord_voorlopig", models.BooleanField(default=False)),
                ("alleen_wachtwoord", models.BooleanField(default=False)),
            ],
            options={
                "abstract": False,
            },
        ),
        migrations.CreateModel(
            name="Inzage",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("dossier_id", models.UUIDField()),
                ("medewerker_id", models.UUIDField()),
                ("naam", models.CharField(max_length=200)),
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
                    "rol",
                    models.CharField(
                        choices=[
                            ("regievoerder", "Regievoerder"),
                            ("manager", "Manager"),
                            ("beheerder", "Functioneel beheerder"),
                            ("afzender", "Afzendend systeem"),
                            ("systeem", "Systeem"),
                            ("medisch_bevoegd", "Medisch bevoegde"),
                            ("coa", "Medewerker COA"),
                            ("ind", "Medewerker IND"),
                            ("avim_toezicht", "AVIM, toezicht"),
                            ("avim_mensenhandel", "AVIM, mensenhandel"),
                            ("kmar", "Medewerker KMar"),
                            ("iom_ngo", "Begeleider bij terugkeer"),
                            ("vwn", "Medewerker VluchtelingenWerk"),
                            ("inspectie", "Inspecteur"),
                            ("fg", "Functionaris gegevensbescherming"),
                            ("persoon", "De persoon zelf"),
                            ("gemachtigde", "Gemachtigde"),
                        ],
                        max_length=20,
                    ),
                ),
                ("onderdeel", models.CharField(max_length=100)),
                ("doel", models.CharField(max_length=100)),
                ("toegestaan", models.BooleanField()),
                ("verzoek", models.CharField(max_length=40)),
                ("moment", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("bon", models.BooleanField(db_default=False)),
                (
                    "categorieen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.TextField(), db_default=[], editable=False, size=None
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["dossier_id", "-moment"], name="inzage_van_een_dossier"),
                    models.Index(fields=["medewerker_id", "-moment"], name="inzage_van_iemand"),
                    django.contrib.postgres.indexes.BrinIndex(
                        autosummarize=True, fields=["moment"], name="inzage_per_dag"
                    ),
                    models.Index(condition=models.Q(("bon", True)), fields=["verzoek"], name="inzage_bonnen"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("doel", ""), _negated=True), name="inzage_has_a_purpose"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Sleutel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=100)),
                ("digest", models.CharField(max_length=64, unique=True)),
                ("geldig_tot", models.DateField(blank=True, null=True)),
                ("ingetrokken_op", models.DateTimeField(blank=True, null=True)),
                ("gemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sleutels",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Noodtoegang",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("dossier_id", models.UUIDField()),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("regievoerder", "Regievoerder"),
                            ("manager", "Manager"),
                            ("beheerder", "Functioneel beheerder"),
                            ("afzender", "Afzendend systeem"),
                            ("systeem", "Systeem"),
                            ("medisch_bevoegd", "Medisch bevoegde"),
                            ("coa", "Medewerker COA"),
                            ("ind", "Medewerker IND"),
                            ("avim_toezicht", "AVIM, toezicht"),
                            ("avim_mensenhandel", "AVIM, mensenhandel"),
                            ("kmar", "Medewerker KMar"),
                            ("iom_ngo", "Begeleider bij terugkeer"),
                            ("vwn", "Medewerker VluchtelingenWerk"),
                            ("inspectie", "Inspecteur"),
                            ("fg", "Functionaris gegevensbescherming"),
                        ],
                        max_length=20,
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
                ("categorie", models.CharField(max_length=30)),
                ("reden", models.TextField()),
                ("vanaf", models.DateTimeField()),
                ("tot", models.DateTimeField()),
                ("beoordelen_voor", models.DateField()),
                (
                    "oordeel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("terecht", "Terecht: de nood was er, en dit was nodig"),
                            ("onnodig", "Niet nodig: het had op de gewone weg gekund"),
                            ("onterecht", "Onterecht: er volgt een gesprek of een melding van een datalek"),
                        ],
                        max_length=10,
                        null=True,
                    ),
                ),
                ("beoordeeld_op", models.DateTimeField(blank=True, null=True)),
                ("toelichting", models.TextField(blank=True, default="")),
                ("geescaleerd_op", models.DateTimeField(blank=True, null=True)),
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
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossierteam",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="toegang.team",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["medewerker", "dossier_id", "-tot"], name="noodtoegang_geldt"),
                    models.Index(
                        condition=models.Q(("oordeel__isnull", True)),
                        fields=["beoordelen_voor", "id"],
                        name="noodtoegang_te_beoordelen",
                    ),
                    models.Index(fields=["dossier_id"], name="noodtoegang_van_dossier"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__gte", models.F("vanaf")),
                            (
                                "tot__lte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("vanaf"), "+", models.Value(dt.timedelta(seconds=3600))
                                ),
                            ),
                        ),
                        name="noodtoegang_lasts_an_hour_at_most",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("reden__regex", "\\S")), name="noodtoegang_has_a_reason"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("beoordeeld_door__isnull", True),
                                ("beoordeeld_op__isnull", True),
                                ("oordeel__isnull", True),
                            ),
                            models.Q(
                                ("beoordeeld_door__isnull", False),
                                ("beoordeeld_op__isnull", False),
                                ("oordeel__isnull", False),
                                ("toelichting__regex", "\\S"),
                            ),
                            _connector="OR",
                        ),
                        name="noodtoegang_reviewed_by_someone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("beoordeeld_door__isnull", True),
                            models.Q(("beoordeeld_door", models.F("medewerker")), _negated=True),
                            _connector="OR",
                        ),
                        name="noodtoegang_four_eyes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inlogteller",
            fields=[
                ("sleutel", models.CharField(max_length=64, primary_key=True, serialize=False)),
                ("pogingen", models.IntegerField()),
                ("sinds", models.DateTimeField()),
                ("wacht_tot", models.DateTimeField()),
            ],
        ),
        migrations.CreateModel(
            name="Aanmelding",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("geheim", models.TextField()),
                ("gecontroleerd_op", models.DateTimeField()),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Rolclaim",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("waarde", models.CharField(max_length=200, unique=True, verbose_name="groep")),
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
                        verbose_name="organisatie",
                    ),
                ),
                (
                    "rol",
                    models.CharField(
                        choices=[
                            ("regievoerder", "Regievoerder"),
                            ("manager", "Manager"),
                            ("beheerder", "Functioneel beheerder"),
                            ("afzender", "Afzendend systeem"),
                            ("systeem", "Systeem"),
                            ("medisch_bevoegd", "Medisch bevoegde"),
                            ("coa", "Medewerker COA"),
                            ("ind", "Medewerker IND"),
                            ("avim_toezicht", "AVIM, toezicht"),
                            ("avim_mensenhandel", "AVIM, mensenhandel"),
                            ("kmar", "Medewerker KMar"),
                            ("iom_ngo", "Begeleider bij terugkeer"),
                            ("vwn", "Medewerker VluchtelingenWerk"),
                            ("inspectie", "Inspecteur"),
                            ("fg", "Functionaris gegevensbescherming"),
                        ],
                        max_length=20,
                        verbose_name="rol",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("rol__in", ["systeem", "afzender"]), _negated=True),
                        name="rolclaim_is_for_a_person",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Factor",
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
                            ("herstelcode", "Herstelcode"),
                        ],
                        max_length=12,
                    ),
                ),
                ("naam", models.CharField(blank=True, default="", max_length=60)),
                ("geheim", models.TextField()),
                ("teller", models.BigIntegerField(default=-1)),
                ("gemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("gebruikt_op", models.DateTimeField(null=True)),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="factoren",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("soort", "app")),
                        fields=("medewerker",),
                        name="factor_one_app_a_person",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("soort", "herstelcode")),
                        fields=("medewerker", "geheim"),
                        name="factor_code_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Koppeling",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("uitgever", models.CharField(max_length=300)),
                ("onderwerp", models.CharField(max_length=255)),
                (
                    "medewerker",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="koppeling",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("uitgever", "onderwerp"), name="koppeling_one_account")
                ],
            },
        ),
        migrations.CreateModel(
            name="Sessie",
            fields=[
                (
                    "session_key",
                    models.CharField(
                        max_length=40, primary_key=True, serialize=False, verbose_name="session key"
                    ),
                ),
                ("session_data", models.TextField(verbose_name="session data")),
                ("expire_date", models.DateTimeField(db_index=True, verbose_name="expire date")),
                ("nummer", models.UUIDField(null=True)),
                ("begonnen_op", models.DateTimeField(null=True)),
                ("gezien_op", models.DateTimeField(null=True)),
                ("manier", models.CharField(blank=True, default="", max_length=20)),
                ("apparaat", models.CharField(blank=True, default="", max_length=60)),
                (
                    "medewerker",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="sessies",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["medewerker", "-gezien_op"], name="sessies_van_iemand")],
            },
        ),
        migrations.CreateModel(
            name="Inzagereden",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("reden", models.TextField()),
                ("aantal", models.PositiveIntegerField()),
                ("moment", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
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
                "indexes": [models.Index(fields=["medewerker", "-moment"], name="inzagereden_van_iemand")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reden__regex", "\\S")), name="inzagereden_says_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="OpvallendeInzage",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("regel", models.CharField(max_length=20)),
                ("medewerker_id", models.UUIDField()),
                ("naam", models.CharField(max_length=200)),
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
                    "rol",
                    models.CharField(
                        choices=[
                            ("regievoerder", "Regievoerder"),
                            ("manager", "Manager"),
                            ("beheerder", "Functioneel beheerder"),
                            ("afzender", "Afzendend systeem"),
                            ("systeem", "Systeem"),
                            ("medisch_bevoegd", "Medisch bevoegde"),
                            ("coa", "Medewerker COA"),
                            ("ind", "Medewerker IND"),
                            ("avim_toezicht", "AVIM, toezicht"),
                            ("avim_mensenhandel", "AVIM, mensenhandel"),
                            ("kmar", "Medewerker KMar"),
                            ("iom_ngo", "Begeleider bij terugkeer"),
                            ("vwn", "Medewerker VluchtelingenWerk"),
                            ("inspectie", "Inspecteur"),
                            ("fg", "Functionaris gegevensbescherming"),
                        ],
                        max_length=20,
                    ),
                ),
                ("dossier_id", models.UUIDField(blank=True, null=True)),
                ("dag", models.DateField()),
                ("feiten", models.JSONField(blank=True, default=dict)),
                ("gevonden_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("nakijken_voor", models.DateField()),
                (
                    "oordeel",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("verklaard", "Verklaard: er was werk voor"),
                            ("gesprek", "Niet verklaard: er volgt een gesprek"),
                            ("datalek", "Datalek: gemeld en behandeld"),
                        ],
                        max_length=10,
                        null=True,
                    ),
                ),
                ("beoordeeld_op", models.DateTimeField(blank=True, null=True)),
                ("toelichting", models.TextField(blank=True, default="")),
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
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("oordeel__isnull", True)),
                        fields=["nakijken_voor", "id"],
                        name="opvallend_wacht",
                    ),
                    models.Index(fields=["medewerker_id", "regel", "dossier_id"], name="opvallend_eerder"),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("regel", "medewerker_id", "dossier_id", "dag"),
                        name="opvallend_once_a_day",
                        nulls_distinct=False,
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("beoordeeld_door__isnull", True),
                                ("beoordeeld_op__isnull", True),
                                ("oordeel__isnull", True),
                            ),
                            models.Q(
                                ("beoordeeld_door__isnull", False),
                                ("beoordeeld_op__isnull", False),
                                ("oordeel__isnull", False),
                                ("toelichting__regex", "\\S"),
                            ),
                            _connector="OR",
                        ),
                        name="opvallend_signed_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("beoordeeld_door__isnull", True),
                            models.Q(("beoordeeld_door", models.F("medewerker_id")), _negated=True),
                            _connector="OR",
                        ),
                        name="opvallend_four_eyes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Postcode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("locatie", models.CharField(blank=True, max_length=200, null=True, unique=True)),
                ("cijfers", models.CharField(max_length=4)),
                (
                    "medewerker",
                    models.OneToOneField(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("locatie__isnull", True), ("medewerker__isnull", False)),
                            models.Q(("locatie__isnull", False), ("medewerker__isnull", True)),
                            _connector="OR",
                        ),
                        name="postcode_of_one_thing",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cijfers__regex", "^[1-9][0-9]{3}$")), name="postcode_four_digits"
                    ),
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
