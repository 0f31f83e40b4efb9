import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.vertrekgesprek.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Gesprek",
            fields=[
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "moment",
                    models.CharField(
                        choices=[
                            ("eerste", "Gesprek 1"),
                            ("tweede", "Gesprek 2"),
                            ("derde", "Gesprek 3"),
                            ("extra", "Extra gesprek"),
                        ],
                        max_length=10,
                        verbose_name="welk gesprek",
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("gepland", "Gepland"),
                            ("gevoerd", "Gevoerd"),
                            ("niet_verschenen", "Niet verschenen"),
                            ("niet_doorgegaan", "Niet doorgegaan"),
                            ("geannuleerd", "Geannuleerd"),
                        ],
                        default="gepland",
                        max_length=20,
                    ),
                ),
                ("uitgenodigd_op", models.DateField(blank=True, null=True)),
                ("gepland_op", models.DateField(blank=True, null=True)),
                ("tijd", models.TimeField(blank=True, null=True)),
                ("plaats", models.CharField(blank=True, default="", max_length=200)),
                ("taal", models.TextField(blank=True, null=True)),
                ("gemeenschappelijke_taal", models.BooleanField(blank=True, null=True)),
                (
                    "tolk_gepland",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("aanwezig", "In de kamer"),
                            ("telefonisch", "Aan de telefoon"),
                            ("geen", "Geen tolk"),
                            ("niet_verschenen", "De tolk kwam niet"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("tolk_bestelling", models.CharField(blank=True, default="", max_length=200)),
                ("status_reden", models.TextField(blank=True, default="")),
                (
                    "oorzaak",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("tolk", "Er was geen tolk"),
                            ("dtv", "De DT&V kon niet"),
                            ("vreemdeling", "De vreemdeling had afgezegd"),
                            ("anders", "Iets anders"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("gevoerd_op", models.DateField(blank=True, null=True)),
                (
                    "tolk",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("aanwezig", "In de kamer"),
                            ("telefonisch", "Aan de telefoon"),
                            ("geen", "Geen tolk"),
                            ("niet_verschenen", "De tolk kwam niet"),
                        ],
                        max_length=20,
                        null=True,
                    ),
                ),
                ("onderwerpen", models.JSONField(blank=True, default=list)),
                ("niet_aan_de_orde", models.JSONField(blank=True, default=dict)),
                ("opties_besproken", models.JSONField(blank=True, default=list)),
                ("opties_reden", models.TextField(blank=True, default="")),
                ("blokken", models.JSONField(blank=True, default=dict)),
                ("vragen", models.JSONField(blank=True, default=dict)),
                ("afspraken", models.JSONField(blank=True, default=list)),
                ("concept", models.JSONField(blank=True, default=dict)),
                ("eigen_woorden", models.TextField(blank=True, default="")),
                ("wil_niet_antwoorden", models.BooleanField(default=False)),
                ("bewaring_genoemd", models.BooleanField(default=False)),
                ("verslag", models.TextField(blank=True, default="")),
                ("afgerond_op", models.DateField(blank=True, null=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "gevoerd_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("kinderen", models.JSONField(blank=True, default=list)),
                (
                    "samen_met",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gezinsgesprekken",
                        to="vertrekgesprek.gesprek",
                    ),
                ),
                ("tolk_besteld_op", models.DateField(blank=True, null=True)),
                ("tolk_bevestigd_op", models.DateField(blank=True, null=True)),
                ("tolk_voorkeur", models.CharField(blank=True, default="", max_length=200)),
                (
                    "vervangt",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="vervangen_door",
                        to="vertrekgesprek.gesprek",
                    ),
                ),
            ],
            options={
                "verbose_name": "vertrekgesprek",
                "ordering": ["dossier_id", "volgorde"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "volgorde"), name="gesprek_once_in_its_list"),
                    models.UniqueConstraint(
                        condition=models.Q(("vervangt__isnull", False)),
                        fields=("vervangt",),
                        name="gesprek_is_replaced_once",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="AfspraakGedaan",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveSmallIntegerField()),
                ("gedaan_op", models.DateField()),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gesprek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="afspraken_gedaan",
                        to="vertrekgesprek.gesprek",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("gesprek", "nummer"), name="afspraak_is_done_once")
                ],
            },
        ),
        migrations.CreateModel(
            name="Addendum",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("aanvulling", "Aanvulling"),
                            ("correctie", "Correctie"),
                            ("reactie", "Reactie van de vreemdeling"),
                        ],
                        max_length=20,
                        verbose_name="wat voegt u toe",
                    ),
                ),
                ("tekst", models.TextField(verbose_name="tekst")),
                ("reden", models.TextField(blank=True, default="", verbose_name="waarom nu pas")),
                ("door_naam", models.CharField(max_length=200)),
                ("toegevoegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
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
                    "gesprek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="addenda",
                        to="vertrekgesprek.gesprek",
                    ),
                ),
                ("gegeven_op", models.DateField(blank=True, null=True)),
                (
                    "vorm",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("mondeling", "Verteld, met of zonder tolk"),
                            ("op_papier", "Zelf opgeschreven"),
                            ("via_gemachtigde", "Via de advocaat of gemachtigde"),
                            ("portaal", "In het portaal"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
            ],
            options={
                "ordering": ["toegevoegd_op", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tekst", ""), _negated=True), name="addendum_has_a_text"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("soort", "reactie"), models.Q(("reden", ""), _negated=True), _connector="OR"
                        ),
                        name="addendum_of_staff_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Klad",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("velden", models.JSONField(default=dict)),
                ("blad", models.CharField(blank=True, default="", max_length=32)),
                ("bewaard_op", models.DateTimeField()),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gesprek",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="klad",
                        to="vertrekgesprek.gesprek",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Passagebesluit",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("vindplaats", models.CharField(max_length=60)),
                ("begin", models.PositiveIntegerField()),
                ("eind", models.PositiveIntegerField()),
                (
                    "terrein",
                    models.CharField(
                        choices=[
                            ("medisch", "Medisch"),
                            ("buiten_schuld", "Buiten schuld"),
                            ("schrijnend", "Schrijnend"),
                            ("mensenhandel", "Mensenhandel"),
                            ("wens", "Wens"),
                        ],
                        max_length=20,
                    ),
                ),
                ("citaat", models.TextField()),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("toetsing", "Toetsing geopend"),
                            ("wens", "Wens vastgelegd"),
                            ("terzijde", "Terzijde gelegd"),
                        ],
                        max_length=20,
                    ),
                ),
                ("betreft", models.CharField(blank=True, default="", max_length=30)),
                ("reden", models.TextField(blank=True, default="")),
                ("regels", models.JSONField(default=list)),
                ("lexicon", models.CharField(max_length=20)),
                ("door_naam", models.CharField(max_length=200)),
                ("gegeven_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "gesprek",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="passagebesluiten",
                        to="vertrekgesprek.gesprek",
                    ),
                ),
            ],
            options={
                "verbose_name": "besluit over een passage",
                "ordering": ["gegeven_op", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "terzijde"), _negated=True),
                            models.Q(("reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="passage_set_aside_says_why",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Woordvoorstel",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "terrein",
                    models.CharField(
                        choices=[
                            ("medisch", "Medisch"),
                            ("buiten_schuld", "Buiten schuld"),
                            ("schrijnend", "Schrijnend"),
                            ("mensenhandel", "Mensenhandel"),
                            ("wens", "Wens"),
                        ],
                        max_length=20,
                    ),
                ),
                ("woorden", models.CharField(max_length=200)),
                ("toelichting", models.TextField(blank=True, default="")),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("nieuw", "Nog niet bekeken"),
                            ("overgenomen", "Overgenomen"),
                            ("niet_overgenomen", "Niet overgenomen"),
                        ],
                        default="nieuw",
                        max_length=20,
                    ),
                ),
                ("antwoord", models.TextField(blank=True, default="")),
                ("gedaan_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("beantwoord_op", models.DateTimeField(blank=True, null=True)),
                (
                    "beantwoord_door",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "verbose_name": "voorstel voor de woordregels",
                "ordering": ["-gedaan_op", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("antwoord", ""), ("beantwoord_op", None), ("stand", "nieuw")),
                            models.Q(
                                models.Q(("stand", "nieuw"), _negated=True),
                                ("beantwoord_op__isnull", False),
                                models.Q(("antwoord", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="woordvoorstel_with_an_outcome_has_an_answer",
                    )
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
