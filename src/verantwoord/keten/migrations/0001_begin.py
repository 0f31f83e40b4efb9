import uuid

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.keten.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="InkomendBericht",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("overdracht", "Overdracht"),
                            ("procedure", "Procedure"),
                            ("inzending", "Inzending"),
                        ],
                        max_length=12,
                    ),
                ),
                ("binnen_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("bestand", models.CharField(blank=True, max_length=500)),
                ("regel", models.PositiveIntegerField(null=True)),
                ("inhoud", models.BinaryField(null=True)),
                ("omvang", models.PositiveBigIntegerField()),
                ("sha256", models.CharField(max_length=64)),
                ("bericht_id", models.UUIDField(null=True)),
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
                        null=True,
                    ),
                ),
                ("volgnummer", models.BigIntegerField(null=True)),
                ("vingerafdruk", models.CharField(max_length=64, null=True)),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("ontvangen", "Ontvangen"),
                            ("opgenomen", "Opgenomen"),
                            ("dubbel", "Dubbel"),
                            ("quarantaine", "Quarantaine"),
                        ],
                        max_length=12,
                    ),
                ),
                ("reden", models.CharField(max_length=60, null=True)),
                ("uitleg", models.TextField(blank=True)),
                ("v_nummer", models.CharField(max_length=10, null=True)),
                ("achternaam", models.CharField(max_length=200, null=True)),
                ("geboortedatum", models.CharField(max_length=10, null=True)),
                ("gesloten_op", models.DateTimeField(null=True)),
                ("reden_sluiting", models.TextField(blank=True)),
                (
                    "aangeleverd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="dossier.dossier",
                    ),
                ),
                (
                    "gesloten_door",
                    models.ForeignKey(
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
                        condition=models.Q(("status", "opgenomen")),
                        fields=["v_nummer"],
                        name="bericht_over_persoon",
                    ),
                    models.Index(fields=["afzender", "volgnummer"], name="bericht_volgorde"),
                    models.Index(
                        condition=models.Q(("status", "quarantaine")),
                        fields=["sha256"],
                        name="bericht_inhoud",
                    ),
                    models.Index(
                        condition=models.Q(("gesloten_op__isnull", True), ("status", "quarantaine")),
                        fields=["binnen_op"],
                        name="bericht_quarantaine",
                    ),
                ],
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("status", "opgenomen")),
                        fields=("bericht_id",),
                        name="bericht_taken_in_once",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("gesloten_op__isnull", True),
                            models.Q(("reden_sluiting", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="bericht_closed_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("status", "quarantaine"), _negated=True),
                            ("reden__isnull", False),
                            _connector="OR",
                        ),
                        name="bericht_kept_apart_for_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Inzending",
            fields=[
                ("id", models.UUIDField(default=uuid.uuid4, primary_key=True, serialize=False)),
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
                    "soort",
                    models.CharField(
                        choices=[
                            ("afwezigheid", "Niet meer gezien"),
                            ("weer_gezien", "Weer gezien"),
                            ("controle", "Aanwezigheidscontrole"),
                            ("bericht_van_vertrek", "Bericht van vertrek"),
                            ("opvangbesluit", "Antwoord over langere opvang"),
                            ("einddatum", "De einddatum klopt niet"),
                            ("verwijzing", "Antwoord op een verwijzing"),
                            ("opdracht", "Actie klaar"),
                            ("politieantwoord", "Antwoord van de politie"),
                            ("zorg", "Ik maak me zorgen"),
                            ("meldplicht", "Besluit over de meldplicht"),
                            ("overplaatsing", "Overplaatsing"),
                            ("melding", "Melding, of de reden dat die uitbleef"),
                            ("regeling", "Hoe het staat met wat u regelt"),
                        ],
                        max_length=20,
                    ),
                ),
                ("inhoud", models.JSONField(default=dict)),
                ("ingezonden_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
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
            ],
            options={
                "indexes": [
                    models.Index(fields=["door", "dossier", "-ingezonden_op"], name="inzending_van_iemand")
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("soort", ""), _negated=True), name="inzending_is_of_a_kind"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Ontvanger",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("naam", models.CharField(max_length=100, unique=True, verbose_name="naam")),
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
                ("adres", models.URLField(max_length=500, verbose_name="adres")),
                ("actief", models.BooleanField(default=True, verbose_name="actief")),
                ("gemaakt_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
            ],
        ),
        migrations.CreateModel(
            name="Bereikbaarheid",
            fields=[
                (
                    "ontvanger",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="bereikbaarheid",
                        serialize=False,
                        to="keten.ontvanger",
                    ),
                ),
                ("achtereen_mislukt", models.PositiveIntegerField(default=0)),
                ("niet_voor", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("laatst_gelukt_op", models.DateTimeField(null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Aflevering",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bericht_id", models.UUIDField(unique=True)),
                ("soort", models.CharField(max_length=40)),
                ("baan", models.UUIDField()),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("wacht", "wacht"),
                            ("bevestigd", "bevestigd"),
                            ("geparkeerd", "geparkeerd"),
                            ("overgeslagen", "overgeslagen"),
                        ],
                        default="wacht",
                        max_length=12,
                    ),
                ),
                ("pogingen", models.PositiveIntegerField(default=0)),
                ("niet_voor", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("ontstaan_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("laatste_uitkomst", models.CharField(blank=True, default="", max_length=40)),
                ("afgerond_op", models.DateTimeField(null=True)),
                ("reden", models.TextField(blank=True, default="")),
                (
                    "ontvanger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="afleveringen",
                        to="keten.ontvanger",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("stand__in", ["wacht", "geparkeerd"])),
                        fields=["ontvanger", "baan", "id"],
                        name="aflevering_baan",
                    ),
                    models.Index(
                        condition=models.Q(("stand", "wacht")),
                        fields=["ontvanger", "id"],
                        name="aflevering_wacht",
                    ),
                    models.Index(
                        condition=models.Q(("stand", "geparkeerd")),
                        fields=["-id"],
                        name="aflevering_geparkeerd",
                    ),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("stand", "overgeslagen"), _negated=True),
                            ("reden__regex", "\\S"),
                            _connector="OR",
                        ),
                        name="aflevering_skipped_for_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Logboekuitvoer",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("tot_en_met", models.BigIntegerField(default=0)),
                ("gaten", models.JSONField(default=list)),
                ("bevestigd", models.BigIntegerField(default=0)),
                ("laatst_gelukt_op", models.DateTimeField(null=True)),
                ("laatste_fout", models.CharField(blank=True, default="", max_length=40)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("id", 1)), name="logboekuitvoer_is_one")
                ],
            },
        ),
        migrations.CreateModel(
            name="Ondertekensleutel",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("geheim", models.BinaryField()),
                ("van", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("tot", models.DateTimeField(null=True)),
                (
                    "ontvanger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="sleutels",
                        to="keten.ontvanger",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("tot__isnull", True)),
                        fields=("ontvanger",),
                        name="ondertekensleutel_one_without_end",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Poging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("nummer", models.PositiveIntegerField()),
                ("uitkomst", models.CharField(max_length=40)),
                ("duur_ms", models.PositiveIntegerField()),
                ("moment", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "aflevering",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="gedaan",
                        to="keten.aflevering",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Uitbericht",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("soort", models.CharField(max_length=40)),
                ("categorie", models.CharField(max_length=40)),
                ("inhoud", models.JSONField()),
                ("antwoord_id", models.BigIntegerField(null=True)),
                ("trace_id", models.CharField(max_length=32)),
                ("ouder_id", models.CharField(max_length=16, null=True)),
                ("ontstaan_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "ontvanger",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="keten.ontvanger"
                    ),
                ),
            ],
            options={
                "indexes": [models.Index(fields=["dossier", "soort"], name="uitbericht_van_dossier")],
            },
        ),
        migrations.CreateModel(
            name="Uitwisselafspraak",
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
                        verbose_name="organisatie",
                    ),
                ),
                ("kenmerk", models.CharField(max_length=100, unique=True, verbose_name="kenmerk")),
                ("doel", models.TextField(verbose_name="doel")),
                ("velden", models.JSONField(verbose_name="velden")),
                ("van", models.DateField(verbose_name="van")),
                ("tot", models.DateField(verbose_name="tot en met")),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "vastgelegd_door",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("tot__gte", models.F("van"))),
                        name="afspraak_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("doel__regex", "\\S")), name="afspraak_has_a_purpose"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verstrekking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("bericht_id", models.UUIDField()),
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
                ("ontvanger", models.CharField(max_length=100)),
                ("soort", models.CharField(max_length=40)),
                ("velden", models.JSONField()),
                ("doel", models.TextField()),
                ("grondslag", models.TextField()),
                ("afspraken", models.JSONField()),
                ("operatie_id", models.CharField(max_length=16)),
                ("moment", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dossier.dossier"
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["dossier", "-moment"], name="verstrekking_van_dossier"),
                    models.Index(fields=["bericht_id"], name="verstrekking_van_bericht"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("doel__regex", "\\S"), ("grondslag__regex", "\\S")),
                        name="verstrekking_has_purpose_and_ground",
                    )
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
