import uuid

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.toezicht.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Maatregel",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("vbl", "Verblijf op de vrijheidsbeperkende locatie"),
                            ("gl", "Verblijf op een gezinslocatie"),
                            ("gemeente", "Verblijf in een bepaalde gemeente"),
                        ],
                        max_length=10,
                    ),
                ),
                ("waar", models.CharField(max_length=200)),
                ("reden", models.TextField()),
                ("lichter", models.TextField()),
                ("belang_kinderen", models.TextField(blank=True, default="")),
                ("met_kinderen", models.BooleanField()),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("toets_voor", models.DateField()),
                ("door_naam", models.CharField(max_length=200)),
                ("beeindigd_op", models.DateField(blank=True, null=True)),
                ("einde_reden", models.TextField(blank=True, default="")),
                ("beeindigd_door_naam", models.CharField(blank=True, default="", max_length=200)),
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
                (
                    "vervolg_op",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="toezicht.maatregel",
                    ),
                ),
            ],
            options={
                "ordering": ["van", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("beeindigd_op__isnull", True)),
                        fields=["dossier", "tot"],
                        name="maatregel_loopt",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("reden__regex", "\\S"), ("lichter__regex", "\\S"), ("waar__regex", "\\S")
                        ),
                        name="maatregel_says_why_and_what_else",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("met_kinderen", False), ("belang_kinderen__regex", "\\S"), _connector="OR"
                        ),
                        name="maatregel_weighs_children",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__gt", models.F("van")),
                            ("toets_voor__gt", models.F("van")),
                            ("toets_voor__lt", models.F("tot")),
                        ),
                        name="maatregel_is_looked_at_before_it_ends",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("beeindigd_op__isnull", True), ("einde_reden__regex", "\\S"), _connector="OR"
                        ),
                        name="maatregel_ends_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Maatregeltoets",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("op", models.DateField()),
                ("blijft", models.BooleanField()),
                ("reden", models.TextField()),
                ("volgende_voor", models.DateField(blank=True, null=True)),
                ("door_naam", models.CharField(max_length=200)),
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
                    "maatregel",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="toetsen",
                        to="toezicht.maatregel",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reden__regex", "\\S")), name="maatregeltoets_says_why"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Meldmoment",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("plaats", models.PositiveSmallIntegerField()),
                ("op", models.DateField()),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("gemeld", "Gemeld"),
                            ("gemist", "Niet gemeld, reden nog horen"),
                            ("verschoond", "Niet gemeld, met goede reden"),
                            ("telt", "Niet gemeld"),
                        ],
                        max_length=12,
                    ),
                ),
                ("horen_voor", models.DateField(blank=True, null=True)),
                (
                    "gehoord",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gesproken", "Ja, met de persoon zelf of de gemachtigde"),
                            ("niet_bereikt", "Nee, niet bereikt; geprobeerd is hieronder beschreven"),
                        ],
                        default="",
                        max_length=14,
                    ),
                ),
                (
                    "reden",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("ziekenhuis", "In het ziekenhuis, of ziek"),
                            (
                                "afspraak",
                                "Een afspraak elders, bijvoorbeeld bij advocaat, rechtbank, IND of DT&V",
                            ),
                            ("vervoer", "Er was geen vervoer, of het reed niet"),
                            ("niet_geweten", "De dag of de plek was niet duidelijk"),
                            ("verplaatst", "Overgeplaatst, of vastgehouden"),
                            ("anders", "Een andere reden"),
                            ("geen", "Er is geen reden gegeven"),
                        ],
                        default="",
                        max_length=14,
                    ),
                ),
                ("toelichting", models.TextField(blank=True, default="")),
                ("door_naam", models.CharField(max_length=200)),
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
                "ordering": ["op", "pk"],
                "indexes": [
                    models.Index(fields=["dossier", "plaats", "op", "-id"], name="meldmoment_van_dag")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort__in", ["verschoond", "telt"]), _negated=True),
                            models.Q(
                                models.Q(("gehoord", ""), _negated=True),
                                models.Q(("reden", ""), _negated=True),
                                ("toelichting__regex", "\\S"),
                            ),
                            _connector="OR",
                        ),
                        name="meldmoment_heard_before_it_counts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("soort", "gemist"), _negated=True),
                            ("horen_voor__isnull", False),
                            _connector="OR",
                        ),
                        name="meldmoment_missed_asks_to_hear",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Meldverzoek",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("opleggen", "Een meldplicht opleggen"),
                            ("wijzigen", "Vaker of minder vaak melden"),
                            ("beeindigen", "De meldplicht beëindigen"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reden", models.TextField()),
                ("per_week", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("gevraagd_op", models.DateField()),
                ("antwoord_voor", models.DateField()),
                ("door_naam", models.CharField(max_length=200)),
                (
                    "besluit",
                    models.CharField(
                        blank=True,
                        choices=[("gedaan", "Gedaan"), ("geweigerd", "Niet gedaan")],
                        max_length=12,
                        null=True,
                    ),
                ),
                ("besluit_reden", models.TextField(blank=True, default="")),
                ("besloten_op", models.DateField(blank=True, null=True)),
                ("besloten_door_naam", models.CharField(blank=True, default="", max_length=200)),
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
                "ordering": ["gevraagd_op", "pk"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("besluit__isnull", True), ("ingetrokken_op__isnull", True)),
                        fields=["antwoord_voor"],
                        name="meldverzoek_wacht",
                    )
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reden__regex", "\\S")), name="meldverzoek_says_why"
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
                                ("besluit_reden__regex", "\\S"),
                            ),
                            _connector="OR",
                        ),
                        name="meldverzoek_decided_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("besluit__isnull", True), ("ingetrokken_op__isnull", True), _connector="OR"
                        ),
                        name="meldverzoek_decided_or_withdrawn",
                    ),
                    models.UniqueConstraint(
                        condition=models.Q(("besluit__isnull", True), ("ingetrokken_op__isnull", True)),
                        fields=("dossier",),
                        name="meldverzoek_one_waits",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reistest",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("land", models.CharField(max_length=3)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("vaccinatie", "Vaccinatie"),
                            ("test", "Test, bijvoorbeeld op een besmettelijke ziekte"),
                            ("onderzoek", "Ander medisch onderzoek"),
                        ],
                        max_length=12,
                    ),
                ),
                ("wat", models.TextField()),
                ("bron", models.CharField(max_length=200)),
                ("gevraagd_op", models.DateField()),
                ("vraag_voor", models.DateField()),
                ("door_naam", models.CharField(max_length=200)),
                ("vervallen_op", models.DateField(blank=True, null=True)),
                ("vervallen_reden", models.TextField(blank=True, default="")),
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
                "ordering": ["gevraagd_op", "pk"],
                "indexes": [models.Index(fields=["dossier", "gevraagd_op"], name="reistest_van_dossier")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("wat__regex", "\\S"), ("bron__regex", "\\S")),
                        name="reistest_says_what_and_where",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vervallen_op__isnull", True), ("vervallen_reden__regex", "\\S"), _connector="OR"
                        ),
                        name="reistest_lapses_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Reistestantwoord",
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
                            ("ja", "Ja, de persoon wil dit"),
                            ("nee", "Nee, de persoon wil dit niet"),
                            ("ingetrokken", "De persoon trekt een eerdere ja in"),
                        ],
                        max_length=12,
                    ),
                ),
                (
                    "namens",
                    models.CharField(
                        choices=[
                            ("zelf", "De persoon zelf"),
                            ("gezag", "Ouder of voogd, nadat het kind is gehoord"),
                        ],
                        max_length=6,
                    ),
                ),
                ("op", models.DateField()),
                ("taal", models.CharField(max_length=10)),
                ("woorden", models.TextField(blank=True, default="")),
                ("door_naam", models.CharField(max_length=200)),
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
                    "reistest",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="antwoorden",
                        to="toezicht.reistest",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
            },
        ),
        migrations.CreateModel(
            name="Aanwijzing",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "waarvoor",
                    models.CharField(
                        choices=[
                            ("opleggen", "Bewaring opleggen"),
                            ("kinderen", "Namens de directie tekenen als er een minderjarige is"),
                        ],
                        max_length=10,
                    ),
                ),
                ("kenmerk", models.CharField(max_length=200)),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("voorgesteld_op", models.DateField()),
                ("bevestigd_op", models.DateField(blank=True, null=True)),
                ("ingetrokken_op", models.DateField(blank=True, null=True)),
                ("intrekreden", models.TextField(blank=True, default="")),
                (
                    "bevestigd_door",
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
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
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
                "ordering": ["-van", "pk"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))),
                        name="aanwijzing_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("bevestigd_door__isnull", True), ("bevestigd_op__isnull", True)),
                            models.Q(("bevestigd_door__isnull", False), ("bevestigd_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="aanwijzing_confirmed_by_someone",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("bevestigd_door__isnull", True),
                            models.Q(("bevestigd_door", models.F("voorgesteld_door")), _negated=True),
                            _connector="OR",
                        ),
                        name="aanwijzing_four_eyes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("medewerker", models.F("voorgesteld_door")), _negated=True),
                            models.Q(
                                ("bevestigd_door__isnull", True),
                                models.Q(("bevestigd_door", models.F("medewerker")), _negated=True),
                                _connector="OR",
                            ),
                        ),
                        name="aanwijzing_by_others",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Voorstel",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("concept", "Concept"),
                            ("bij_lezer", "Bij de tweede lezer"),
                            ("akkoord", "Gelezen en akkoord"),
                            ("bij_ambtenaar", "Bij de bevoegde ambtenaar"),
                            ("opgelegd", "Bewaring opgelegd"),
                            ("geweigerd", "Niet opgelegd"),
                            ("ingetrokken", "Ingetrokken"),
                            ("opgeheven", "Bewaring opgeheven"),
                        ],
                        default="concept",
                        max_length=15,
                    ),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("inhoud", models.JSONField(default=dict)),
                (
                    "vingers",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=64), blank=True, default=list, size=None
                    ),
                ),
                ("met_minderjarige", models.BooleanField(default=False)),
                ("plaats", models.PositiveSmallIntegerField(blank=True, null=True)),
                ("begonnen_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("gewijzigd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("gevraagd_op", models.DateField(blank=True, null=True)),
                ("gelezen_op", models.DateField(blank=True, null=True)),
                ("voorgelegd_op", models.DateField(blank=True, null=True)),
                ("opgelegd_op", models.DateField(blank=True, null=True)),
                (
                    "aanwijzing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="toezicht.aanwijzing",
                    ),
                ),
                (
                    "ambtenaar",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "directie",
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
                    "lezer",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "opsteller",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["begonnen_op", "pk"],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(
                            ("stand__in", ["concept", "bij_lezer", "akkoord", "bij_ambtenaar", "opgelegd"])
                        ),
                        fields=("dossier",),
                        name="voorstel_one_runs_a_dossier",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("lezer__isnull", True),
                            models.Q(("lezer", models.F("opsteller")), _negated=True),
                            _connector="OR",
                        ),
                        name="voorstel_reader_not_author",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("ambtenaar__isnull", True),
                            models.Q(
                                models.Q(("ambtenaar", models.F("opsteller")), _negated=True),
                                models.Q(("ambtenaar", models.F("lezer")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="voorstel_officer_is_third",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("directie__isnull", True),
                            models.Q(
                                models.Q(("directie", models.F("opsteller")), _negated=True),
                                models.Q(("directie", models.F("lezer")), _negated=True),
                                models.Q(
                                    ("ambtenaar__isnull", True),
                                    models.Q(("directie", models.F("ambtenaar")), _negated=True),
                                    _connector="OR",
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="voorstel_board_is_another",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("stand__in", ["concept", "bij_lezer", "ingetrokken"]),
                            ("gelezen_op__isnull", False),
                            _connector="OR",
                        ),
                        name="voorstel_read_before_it_goes_on",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opgelegd_op__isnull", True),
                            models.Q(
                                ("aanwijzing__isnull", False),
                                ("ambtenaar__isnull", False),
                                ("lezer__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="voorstel_imposed_by_a_competent_third",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stand", "opgelegd"), _negated=True),
                            ("opgelegd_op__isnull", False),
                            _connector="OR",
                        ),
                        name="voorstel_imposed_on_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("opgelegd_op__isnull", True),
                            ("met_minderjarige", False),
                            ("directie__isnull", False),
                            _connector="OR",
                        ),
                        name="voorstel_minor_signed_by_the_board",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bewaringsregel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("plaats", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("ingediend", "Aangeboden aan een tweede lezer"),
                            ("terug", "Teruggegeven met opmerkingen"),
                            ("akkoord", "Gelezen en akkoord"),
                            ("directie", "Namens de directie getekend"),
                            ("voorgelegd", "Voorgelegd aan een bevoegde ambtenaar"),
                            ("opgelegd", "Opgelegd"),
                            ("geweigerd", "Niet opgelegd"),
                            ("ingetrokken", "Ingetrokken"),
                            ("advocaat", "Advocaat ingelicht"),
                            ("rechtbank", "Rechtbank in kennis gesteld"),
                            ("heroverwogen", "Opnieuw bekeken of bewaring nog mag"),
                            ("verlengd", "Verlengd"),
                            ("opgeheven", "Opgeheven"),
                        ],
                        max_length=15,
                    ),
                ),
                ("op", models.DateField()),
                ("tekst", models.TextField(blank=True, default="")),
                ("gegevens", models.JSONField(default=dict)),
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
                (
                    "voorstel",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="toezicht.voorstel",
                    ),
                ),
            ],
            options={
                "ordering": ["pk"],
                "indexes": [models.Index(fields=["dossier", "soort"], name="bewaringsregel_van_dossier")],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
