import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.overleg.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
        ("toegang", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Overlegreeks",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("lko", "LKO"),
                            ("klein_lko", "Klein LKO"),
                            ("rao", "RAO"),
                            ("deelberaad", "Deelberaad Asiel"),
                        ],
                        max_length=10,
                    ),
                ),
                ("naam", models.CharField(max_length=100, unique=True)),
                ("locaties", models.JSONField(blank=True, default=list)),
                ("om_de_weken", models.PositiveSmallIntegerField(default=4)),
                ("eerste_op", models.DateField()),
                ("begin", models.TimeField()),
                ("tot", models.DateField(blank=True, null=True)),
            ],
            options={
                "ordering": ["naam"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("om_de_weken__gte", 1)), name="overlegreeks_every_week_at_most"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Overleg",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("lko", "LKO"),
                            ("klein_lko", "Klein LKO"),
                            ("rao", "RAO"),
                            ("deelberaad", "Deelberaad Asiel"),
                        ],
                        max_length=10,
                    ),
                ),
                ("naam", models.CharField(max_length=100)),
                ("locaties", models.JSONField(blank=True, default=list)),
                ("datum", models.DateField()),
                ("begin", models.TimeField()),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("gepland", "Gepland"),
                            ("bezig", "Nu bezig"),
                            ("afgerond", "Afgerond"),
                            ("vervallen", "Gaat niet door"),
                        ],
                        default="gepland",
                        max_length=10,
                    ),
                ),
                (
                    "voorzitter_rooster",
                    models.CharField(
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        max_length=10,
                    ),
                ),
                (
                    "voorzitter",
                    models.CharField(
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        max_length=10,
                    ),
                ),
                ("reden_voorzitter", models.TextField(blank=True, default="")),
                (
                    "notulist",
                    models.CharField(
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        max_length=10,
                    ),
                ),
                ("begonnen_op", models.DateTimeField(blank=True, null=True)),
                ("afgerond_op", models.DateTimeField(blank=True, null=True)),
                ("reden_vervallen", models.TextField(blank=True, default="")),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "reeks",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="overleggen",
                        to="overleg.overlegreeks",
                    ),
                ),
            ],
            options={
                "ordering": ["datum", "begin", "naam"],
                "indexes": [models.Index(fields=["datum", "stand"], name="overleg_op_datum")],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("reeks__isnull", False)),
                        fields=("reeks", "datum"),
                        name="overleg_once_a_day_in_its_series",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("voorzitter", models.F("voorzitter_rooster")),
                            models.Q(("reden_voorzitter", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="overleg_other_chair_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Agendapunt",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "vorm",
                    models.CharField(
                        choices=[("besluit", "Om over te besluiten"), ("mededeling", "Om van te weten")],
                        default="besluit",
                        max_length=10,
                    ),
                ),
                (
                    "onderwerp",
                    models.CharField(
                        choices=[
                            ("vertrekstrategie", "Strategie voor het vertrek"),
                            ("einde_opvang", "Einde van de opvang"),
                            ("vbl", "Vrijheidsbeperkende locatie"),
                            ("gl", "Gezinslocatie"),
                            ("gedwongen_vertrek", "Gedwongen vertrek"),
                            ("bewaring", "Bewaring"),
                            ("overig", "Iets anders"),
                        ],
                        default="vertrekstrategie",
                        max_length=20,
                    ),
                ),
                ("vraag", models.CharField(blank=True, default="", max_length=300)),
                ("redenen", models.JSONField(blank=True, default=list)),
                ("uiterlijk", models.DateField(blank=True, null=True)),
                ("ontvangen_op", models.DateField()),
                ("aangemeld_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "voorstel_door",
                    models.CharField(
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        default="dtv",
                        max_length=10,
                    ),
                ),
                ("voorstel", models.TextField(blank=True, default="")),
                (
                    "tegenspreker",
                    models.CharField(
                        blank=True,
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("ingeleverd", models.JSONField(blank=True, default=list)),
                ("onthuld_op", models.DateTimeField(blank=True, null=True)),
                ("onthuld_zonder", models.JSONField(blank=True, default=list)),
                ("besproken", models.TextField(blank=True, default="")),
                ("behandeld_op", models.DateTimeField(blank=True, null=True)),
                ("doorgeschoven_op", models.DateTimeField(blank=True, null=True)),
                ("reden_doorgeschoven", models.TextField(blank=True, default="")),
                (
                    "besluit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("vastgesteld", "Vastgesteld"),
                            ("aangehouden", "Aangehouden"),
                            ("opgeschaald", "Opgeschaald"),
                            ("geen_besluit", "Geen besluit"),
                        ],
                        max_length=15,
                        null=True,
                    ),
                ),
                ("besloten_op", models.DateField(blank=True, null=True)),
                ("besluit_tekst", models.TextField(blank=True, default="")),
                (
                    "opgeschaald_naar",
                    models.CharField(
                        blank=True,
                        choices=[("rao", "RAO"), ("deelberaad", "Deelberaad Asiel")],
                        max_length=10,
                        null=True,
                    ),
                ),
                ("verschil", models.TextField(blank=True, default="")),
                ("spoed_reden", models.TextField(blank=True, null=True)),
                ("teruggekoppeld_op", models.DateField(blank=True, null=True)),
                ("terugkoppeling", models.TextField(blank=True, default="")),
                ("datum_buiten", models.DateField(blank=True, null=True)),
                ("partners", models.JSONField(blank=True, default=list)),
                ("bevestigd_op", models.DateField(blank=True, null=True)),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "aangemeld_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "bron",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vervolg",
                        to="overleg.agendapunt",
                    ),
                ),
                (
                    "overleg",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="punten",
                        to="overleg.overleg",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["overleg", "uiterlijk"], name="agendapunt_van_overleg")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("overleg__isnull", False), ("datum_buiten__isnull", False), _connector="OR"
                        ),
                        name="agendapunt_has_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("tegenspreker", models.F("voorstel_door")), _negated=True),
                        name="agendapunt_dissent_by_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("besloten_op__isnull", True), ("besluit__isnull", True)),
                            models.Q(("besloten_op__isnull", False), ("besluit__isnull", False)),
                            _connector="OR",
                        ),
                        name="agendapunt_decided_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("besluit", "opgeschaald"), _negated=True),
                            models.Q(
                                ("opgeschaald_naar__isnull", False), models.Q(("verschil", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="agendapunt_scaled_up_with_the_dissent",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Overlegpunt",
            fields=[
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("soort", models.CharField(max_length=15)),
                ("datum", models.DateField()),
                ("onderwerp", models.CharField(default="vertrekstrategie", max_length=20)),
                ("voorstel_door", models.CharField(default="dtv", max_length=10)),
                ("standpunten", models.JSONField(blank=True, default=list)),
                ("tegenspraak_door", models.CharField(blank=True, max_length=10, null=True)),
                ("tegenspraak", models.TextField(blank=True, default="")),
                ("reactie", models.TextField(blank=True, default="")),
                ("besluit", models.CharField(blank=True, max_length=15, null=True)),
                ("bevestigd_op", models.DateField(blank=True, null=True)),
                ("verslag_op", models.DateField(blank=True, null=True)),
                ("opgeschaald_naar", models.CharField(blank=True, max_length=10, null=True)),
                ("spoed_reden", models.TextField(blank=True, null=True)),
                ("teruggekoppeld_op", models.DateField(blank=True, null=True)),
                ("acties", models.JSONField(blank=True, default=list)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "punt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="feiten",
                        to="overleg.agendapunt",
                    ),
                ),
            ],
            options={
                "ordering": ["dossier_id", "volgorde"],
                "abstract": False,
                "indexes": [models.Index(fields=["datum"], name="overlegpunt_op_datum")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("dossier", "volgorde"), name="overlegpunt_once_in_its_list"
                    ),
                    models.UniqueConstraint(fields=("dossier", "punt"), name="overlegpunt_once_a_dossier"),
                ],
            },
        ),
        migrations.CreateModel(
            name="Puntdossier",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "bron",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="overleg.overlegpunt",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "punt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="dossiers",
                        to="overleg.agendapunt",
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(fields=("punt", "dossier"), name="puntdossier_once")],
            },
        ),
        migrations.CreateModel(
            name="Reeksdeelnemer",
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
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        max_length=10,
                    ),
                ),
                (
                    "medewerker",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "reeks",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deelnemers",
                        to="overleg.overlegreeks",
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
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("reeks", "organisatie", "team", "medewerker"),
                        name="reeksdeelnemer_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Standpunt",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "partner",
                    models.CharField(
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        max_length=10,
                    ),
                ),
                (
                    "oordeel",
                    models.CharField(
                        choices=[
                            ("akkoord", "Akkoord"),
                            ("niet_akkoord", "Niet akkoord"),
                            ("onthouding", "Onthouding"),
                        ],
                        max_length=15,
                    ),
                ),
                ("motivering", models.TextField()),
                ("door_naam", models.CharField(max_length=200)),
                ("gegeven_op", models.DateTimeField()),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "punt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="standpunten",
                        to="overleg.agendapunt",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("punt", "partner"), name="standpunt_one_a_partner"),
                    models.CheckConstraint(
                        condition=models.Q(("motivering", ""), _negated=True), name="standpunt_says_why"
                    ),
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
                ("nummer", models.PositiveSmallIntegerField()),
                (
                    "partner",
                    models.CharField(
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        max_length=10,
                    ),
                ),
                (
                    "oordeel",
                    models.CharField(
                        choices=[
                            ("akkoord", "Akkoord"),
                            ("niet_akkoord", "Niet akkoord"),
                            ("onthouding", "Onthouding"),
                        ],
                        max_length=15,
                    ),
                ),
                ("motivering", models.TextField(blank=True, default="")),
                ("schriftelijk", models.BooleanField(default=False)),
                ("door_naam", models.CharField(max_length=200)),
                ("gegeven_op", models.DateTimeField()),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "punt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stemmen",
                        to="overleg.agendapunt",
                    ),
                ),
            ],
            options={
                "ordering": ["punt_id", "nummer"],
                "constraints": [
                    models.UniqueConstraint(fields=("punt", "nummer"), name="stem_once_in_its_order"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("oordeel", "akkoord"),
                            models.Q(("motivering", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="stem_against_says_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Tegenspraak",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "partner",
                    models.CharField(
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        max_length=10,
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("alternatief", "Een alternatief"),
                            ("risico", "Een risico"),
                            ("vraag", "Een vraag"),
                        ],
                        max_length=15,
                    ),
                ),
                ("tekst", models.TextField()),
                ("door_naam", models.CharField(max_length=200)),
                ("gegeven_op", models.DateTimeField()),
                ("antwoord", models.TextField(blank=True, default="")),
                (
                    "antwoord_partner",
                    models.CharField(
                        blank=True,
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        default="",
                        max_length=10,
                    ),
                ),
                ("antwoord_door", models.CharField(blank=True, default="", max_length=200)),
                ("beantwoord_op", models.DateTimeField(blank=True, null=True)),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "punt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="tegenspraken",
                        to="overleg.agendapunt",
                    ),
                ),
            ],
            options={
                "ordering": ["gegeven_op", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="tegenspraak_says_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Verslag",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("gedeeld_op", models.DateField()),
                ("gedeeld_door", models.CharField(max_length=200)),
                ("vastgesteld_op", models.DateField(blank=True, null=True)),
                ("vastgesteld_door", models.CharField(blank=True, default="", max_length=200)),
                ("zonder_bevestiging", models.JSONField(blank=True, default=list)),
                (
                    "overleg",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verslag",
                        to="overleg.overleg",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Bevestiging",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "partner",
                    models.CharField(
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        max_length=10,
                    ),
                ),
                ("zegel", models.CharField(max_length=64)),
                ("door_naam", models.CharField(max_length=200)),
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
                    "verslag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="bevestigingen",
                        to="overleg.verslag",
                    ),
                ),
            ],
            options={
                "ordering": ["op"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("verslag", "partner", "zegel"), name="bevestiging_once_a_text"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Verslagpunt",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("inhoud", models.JSONField()),
                (
                    "punt",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="verslagpunt",
                        to="overleg.agendapunt",
                    ),
                ),
                (
                    "verslag",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="punten",
                        to="overleg.verslag",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Actie",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("nummer", models.PositiveSmallIntegerField()),
                ("omschrijving", models.CharField(max_length=200)),
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
                            ("ngo", "Een ngo"),
                            ("vreemdeling", "De persoon zelf"),
                        ],
                        max_length=20,
                    ),
                ),
                ("uiterlijk", models.DateField(blank=True, null=True)),
                ("gereed_op", models.DateField(blank=True, null=True)),
                ("gereed_door", models.CharField(blank=True, default="", max_length=200)),
                ("toegevoegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
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
                    "punt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="acties",
                        to="overleg.agendapunt",
                    ),
                ),
            ],
            options={
                "ordering": ["punt_id", "nummer"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("gereed_op__isnull", True)),
                        fields=["punt"],
                        name="overlegactie_open",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("punt", "nummer"), name="overlegactie_once_in_its_list"),
                    models.CheckConstraint(
                        condition=models.Q(("omschrijving", ""), _negated=True), name="overlegactie_says_what"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanvulling",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "partner",
                    models.CharField(
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        max_length=10,
                    ),
                ),
                ("tekst", models.TextField()),
                ("door_naam", models.CharField(max_length=200)),
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
                    "punt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="aanvullingen",
                        to="overleg.agendapunt",
                    ),
                ),
            ],
            options={
                "ordering": ["op"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="aanvulling_says_something"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Gast",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("naam", models.CharField(max_length=100)),
                (
                    "organisatie",
                    models.CharField(
                        blank=True,
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
                        default="",
                        max_length=10,
                    ),
                ),
                ("rol", models.CharField(blank=True, default="", max_length=20)),
                ("reden", models.CharField(max_length=300)),
                ("van", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("tot", models.DateTimeField(blank=True, null=True)),
                (
                    "punt",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="gasten",
                        to="overleg.agendapunt",
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
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("tot__isnull", True)), fields=["team", "punt"], name="gast_nu"
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reden", ""), _negated=True), name="gast_with_a_reason"
                    )
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
                    "organisatie",
                    models.CharField(
                        choices=[("dtv", "DT&V"), ("coa", "COA"), ("avim", "AVIM"), ("ind", "IND")],
                        max_length=10,
                    ),
                ),
                ("aanwezig", models.BooleanField(null=True)),
                ("namen", models.CharField(blank=True, default="", max_length=200)),
                (
                    "medewerker",
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
                    "overleg",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deelnemers",
                        to="overleg.overleg",
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["team", "overleg"], name="deelnemer_van_team")],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("overleg", "organisatie", "team", "medewerker"),
                        name="deelnemer_once",
                        nulls_distinct=False,
                    )
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
