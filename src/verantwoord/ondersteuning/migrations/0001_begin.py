import json
import uuid
from pathlib import Path
from typing import Any

import django.contrib.postgres.fields
import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.ondersteuning.sql import BEWAKERS


def begin_catalogus(apps: Any, schema_editor: Any) -> None:
    """Begin the catalogue with the kinds of support that the report names; projects are added by who keeps it."""
    aanbod = apps.get_model("ondersteuning", "Aanbod")
    soorten = Path(__file__).resolve().parents[1] / "gegevens" / "soorten.json"
    aanbod.objects.using(schema_editor.connection.alias).bulk_create(
        aanbod(**rij) for rij in json.loads(soorten.read_text(encoding="utf-8"))
    )


class Migration(Begin):
    dependencies = [
        ("dossier", "0001_begin"),
        ("gebeurtenis", "0001_begin"),
        ("toegang", "0001_begin"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Wens",
            fields=[
                ("volgorde", models.PositiveSmallIntegerField()),
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("ondernemen", "Een eigen bedrijf"),
                            ("werk", "Werk"),
                            ("opleiding", "Een opleiding"),
                            ("onderwijs_kinderen", "School voor de kinderen"),
                            ("medische_zorg", "Medische zorg"),
                            ("onderdak", "Een plek om te wonen"),
                            ("veiligheid", "Veiligheid"),
                            ("geld", "Geld"),
                            ("bagage", "Spullen meenemen"),
                            ("tijd", "Meer tijd"),
                            ("derde_land", "Naar een ander land"),
                            ("overig", "Iets anders"),
                            ("geen_wens_geuit", "Geen wens geuit"),
                        ],
                        max_length=20,
                        verbose_name="waar gaat de wens over",
                    ),
                ),
                ("omschrijving", models.TextField(blank=True)),
                ("geuit_op", models.DateField()),
                (
                    "bron",
                    models.CharField(
                        choices=[
                            ("gesprek", "Gesprek"),
                            ("portaal", "Portaal"),
                            ("gemachtigde", "Gemachtigde"),
                            ("coa", "COA"),
                            ("vwn", "VluchtelingenWerk"),
                            ("overig", "Iemand anders"),
                        ],
                        default="gesprek",
                        max_length=20,
                    ),
                ),
                ("gesprek_id", models.UUIDField(blank=True, null=True)),
                (
                    "beoordeling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("realistisch", "Kan"),
                            ("nader_onderzoek", "Eerst uitzoeken"),
                            ("niet_realistisch", "Kan niet"),
                        ],
                        max_length=20,
                        null=True,
                    ),
                ),
                ("beoordeling_reden", models.TextField(blank=True, default="")),
                (
                    "vervolg",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("toegekend", "Toegezegd"),
                            ("doorverwezen", "Doorverwezen"),
                            ("uitgelegd", "Uitgelegd"),
                            ("afgewezen", "Afgewezen"),
                            ("vervuld", "Vervuld"),
                        ],
                        max_length=20,
                        null=True,
                    ),
                ),
                ("vervolg_op", models.DateField(blank=True, null=True)),
                ("antwoord", models.TextField(blank=True, default="")),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                ("bron_toelichting", models.CharField(blank=True, default="", max_length=200)),
                ("verteld_op", models.DateField(blank=True, null=True)),
                (
                    "verteld_wijze",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gesprek", "In een gesprek"),
                            ("telefoon", "Telefonisch"),
                            ("brief", "Met een brief"),
                            ("portaal", "In het portaal"),
                            ("gemachtigde", "Via de gemachtigde"),
                        ],
                        max_length=20,
                        null=True,
                    ),
                ),
                ("ingetrokken_op", models.DateField(blank=True, null=True)),
            ],
            options={
                "verbose_name": "vertrekwens",
                "ordering": ["dossier_id", "volgorde"],
                "abstract": False,
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "volgorde"), name="wens_once_in_its_list")
                ],
            },
        ),
        migrations.CreateModel(
            name="Wensstap",
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
                            ("beoordeling", "Beoordeling"),
                            ("antwoord", "Antwoord"),
                            ("verteld", "Verteld"),
                        ],
                        max_length=20,
                    ),
                ),
                (
                    "uitkomst",
                    models.CharField(
                        choices=[
                            ("realistisch", "Kan"),
                            ("nader_onderzoek", "Eerst uitzoeken"),
                            ("niet_realistisch", "Kan niet"),
                            ("toegekend", "Toegezegd"),
                            ("doorverwezen", "Doorverwezen"),
                            ("uitgelegd", "Uitgelegd"),
                            ("afgewezen", "Afgewezen"),
                            ("vervuld", "Vervuld"),
                            ("gesprek", "In een gesprek"),
                            ("telefoon", "Telefonisch"),
                            ("brief", "Met een brief"),
                            ("portaal", "In het portaal"),
                            ("gemachtigde", "Via de gemachtigde"),
                        ],
                        max_length=20,
                    ),
                ),
                ("tekst", models.TextField()),
                ("op", models.DateField()),
                ("door_naam", models.CharField(max_length=200)),
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
                    "wens",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stappen",
                        to="ondersteuning.wens",
                    ),
                ),
            ],
            options={
                "ordering": ["vastgelegd_op", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("tekst", ""), _negated=True), ("soort", "verteld"), _connector="OR"
                        ),
                        name="wensstap_has_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanbod",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "aanbieder",
                    models.CharField(
                        choices=[
                            ("iom", "IOM"),
                            ("ngo", "Ngo"),
                            ("dtv", "DT&V"),
                            ("dia", "DIA"),
                            ("overig", "Een andere organisatie"),
                        ],
                        max_length=10,
                    ),
                ),
                ("organisatie", models.CharField(max_length=200)),
                ("titel", models.CharField(max_length=200)),
                ("omschrijving", models.TextField()),
                ("voorwaarden", models.TextField(blank=True)),
                ("contact", models.TextField(blank=True)),
                ("bron", models.CharField(blank=True, max_length=300)),
                ("van", models.DateField(blank=True, null=True)),
                ("tot", models.DateField(blank=True, null=True)),
                (
                    "wensen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("ondernemen", "Een eigen bedrijf"),
                                ("werk", "Werk"),
                                ("opleiding", "Een opleiding"),
                                ("onderwijs_kinderen", "School voor de kinderen"),
                                ("medische_zorg", "Medische zorg"),
                                ("onderdak", "Een plek om te wonen"),
                                ("veiligheid", "Veiligheid"),
                                ("geld", "Geld"),
                                ("bagage", "Spullen meenemen"),
                                ("tijd", "Meer tijd"),
                                ("derde_land", "Naar een ander land"),
                                ("overig", "Iets anders"),
                                ("geen_wens_geuit", "Geen wens geuit"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "landen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=3), blank=True, default=list, size=None
                    ),
                ),
                ("gezin", models.BooleanField(default=False)),
                ("medisch", models.BooleanField(default=False)),
                ("voorbeeld", models.BooleanField(default=False)),
                ("nagekeken_op", models.DateField(blank=True, null=True)),
                ("bedrag", models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                (
                    "biedt",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("geld", "Geld"),
                                ("natura", "Spullen of een dienst"),
                                ("scholing", "Scholing of een cursus"),
                                ("bedrijf", "Een eigen bedrijf beginnen"),
                                ("werk", "Werk zoeken"),
                                ("zorg", "Medische zorg"),
                                ("wonen", "Een plek om te wonen"),
                                ("school", "School voor kinderen"),
                                ("aankomst", "Een veilige aankomst"),
                            ],
                            max_length=20,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "eisen",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(
                            choices=[
                                ("procedures_klaar", "Alle procedures zijn klaar"),
                                ("geen_dublin", "Niet voor wie naar een ander Dublinland gaat"),
                                ("geen_eu_eer", "Niet voor wie uit de EU of de EER komt"),
                                ("geen_middelen", "Alleen voor wie zelf geen geld voor de reis heeft"),
                                ("definitief_vertrek", "Het vertrek is definitief"),
                                ("eerste_keer", "Alleen voor wie deze hulp niet eerder kreeg"),
                                ("alleen_gezin", "Alleen voor gezinnen"),
                                ("alleen_alleenreizend", "Alleen voor wie zonder gezin reist"),
                                ("alleen_minderjarig", "Alleen voor wie jonger is dan 18 jaar"),
                                ("alleen_volwassen", "Alleen voor wie 18 jaar of ouder is"),
                                ("alleen_medisch", "Alleen bij medische zorg"),
                            ],
                            max_length=30,
                        ),
                        blank=True,
                        default=list,
                        size=None,
                    ),
                ),
                (
                    "mogelijkheid",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("iom_rean", "Basishulp van de IOM (REAN)"),
                            ("iom_avrr", "Herintegratie met de IOM (AVRR)"),
                            ("ngo", "Projecten van ngo’s"),
                            ("dtv_bijdrage", "Bijdrage van de DT&V"),
                            ("dia", "Medische overdracht of opvang via de DIA"),
                            ("derde_land", "Een ander land"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                (
                    "niet_nationaliteiten",
                    django.contrib.postgres.fields.ArrayField(
                        base_field=models.CharField(max_length=3), blank=True, default=list, size=None
                    ),
                ),
            ],
            options={
                "verbose_name": "ondersteuning",
                "ordering": ["organisatie", "titel", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("van__isnull", True),
                            ("tot__isnull", True),
                            ("tot__gte", models.F("van")),
                            _connector="OR",
                        ),
                        name="aanbod_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("titel", ""), _negated=True),
                            models.Q(("omschrijving", ""), _negated=True),
                        ),
                        name="aanbod_says_what_it_is",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verwijzing",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("plaats", models.PositiveSmallIntegerField(blank=True, null=True)),
                (
                    "naar",
                    models.CharField(
                        choices=[
                            ("iom", "IOM"),
                            ("ngo", "Een ngo"),
                            ("dia", "DIA"),
                            ("gemachtigde", "De gemachtigde"),
                            ("overig", "Een andere organisatie"),
                        ],
                        max_length=12,
                    ),
                ),
                ("organisatie", models.CharField(blank=True, max_length=200)),
                ("waarvoor", models.TextField(blank=True)),
                ("toestemming", models.BooleanField(blank=True, null=True)),
                ("gevraagd_op", models.DateField()),
                ("volgende_op", models.DateField(blank=True, null=True)),
                (
                    "uitkomst",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("gelukt", "Het lukt"),
                            ("deels", "Het lukt voor een deel"),
                            ("niet", "Het lukt niet"),
                        ],
                        max_length=10,
                        null=True,
                    ),
                ),
                ("bedrag", models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ("beeindigd_op", models.DateField(blank=True, null=True)),
                (
                    "einde",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("toestemming_weg", "De vreemdeling wil niet meer dat wij gegevens delen"),
                            ("wil_anders", "De vreemdeling kiest een andere weg"),
                            ("kan_niet_helpen", "De organisatie kan niet helpen"),
                            ("niet_meer_nodig", "De hulp is niet meer nodig"),
                            ("anders", "Een andere reden"),
                        ],
                        max_length=20,
                        null=True,
                    ),
                ),
                (
                    "aanbod",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.aanbod",
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "wens",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.wens",
                    ),
                ),
                (
                    "antwoord",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("aangenomen", "De organisatie gaat aan de slag"),
                            ("geweigerd", "De organisatie kan niet helpen"),
                        ],
                        max_length=10,
                        null=True,
                    ),
                ),
                ("antwoord_op", models.DateField(blank=True, null=True)),
                ("bewijs_op", models.DateField(blank=True, null=True)),
                ("deelt", models.TextField(blank=True, default="")),
                (
                    "gekozen_door",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("persoon", "De persoon zelf"),
                            ("vertegenwoordiger", "De ouder of de voogd"),
                        ],
                        default="",
                        max_length=20,
                    ),
                ),
                ("gekozen_op", models.DateField(blank=True, null=True)),
                ("waarom", models.TextField(blank=True, default="")),
            ],
            options={
                "verbose_name": "verwijzing",
                "ordering": ["gevraagd_op", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "plaats"), name="verwijzing_once_a_place"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("beeindigd_op__isnull", True), ("einde__isnull", True)),
                            models.Q(("beeindigd_op__isnull", False), ("einde__isnull", False)),
                            _connector="OR",
                        ),
                        name="verwijzing_ends_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("antwoord__isnull", True), ("antwoord_op__isnull", True)),
                            models.Q(("antwoord__isnull", False), ("antwoord_op__isnull", False)),
                            _connector="OR",
                        ),
                        name="verwijzing_answer_has_a_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("plaats__isnull", False),
                            ("toestemming", False),
                            ("toestemming__isnull", True),
                            _connector="OR",
                        ),
                        name="verwijzing_with_consent_has_a_place",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("toestemming__isnull", False),
                            models.Q(
                                ("deelt__regex", "\\S"),
                                ("plaats__isnull", True),
                                ("waarom__regex", "\\S"),
                                ("gekozen_op__isnull", True),
                            ),
                            _connector="OR",
                        ),
                        name="verwijzing_proposed_says_what_and_why",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Verwijzingsstap",
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
                            ("voorgesteld", "Voorgelegd aan de persoon"),
                            ("gedaan", "Doorverwezen"),
                            ("niet_gedaan", "Niet doorverwezen"),
                            ("antwoord", "Antwoord van de organisatie"),
                            ("bewijs", "Bewijs van Aanvraag getekend"),
                            ("opvolging", "Nagegaan hoe het loopt"),
                            ("resultaat", "Uitslag"),
                            ("einde", "Beëindigd"),
                        ],
                        max_length=20,
                    ),
                ),
                ("op", models.DateField()),
                ("tekst", models.TextField()),
                ("door_naam", models.CharField(max_length=200)),
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
                    "verwijzing",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stappen",
                        to="ondersteuning.verwijzing",
                    ),
                ),
            ],
            options={
                "ordering": ["vastgelegd_op", "id"],
            },
        ),
        migrations.CreateModel(
            name="Begroting",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("jaar", models.PositiveSmallIntegerField()),
                ("bedrag", models.DecimalField(decimal_places=2, max_digits=11)),
                ("versie", models.PositiveIntegerField(default=1)),
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
                "verbose_name": "begroting",
                "ordering": ["-jaar", "team__naam", "id"],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("jaar", "team"), name="begroting_once_a_year_and_team", nulls_distinct=False
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bedrag__gte", 0)), name="begroting_is_no_debt"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("jaar__gte", 2000), ("jaar__lte", 2199)),
                        name="begroting_of_a_year",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Bijdrage",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "vorm",
                    models.CharField(
                        choices=[
                            ("geld", "Geld"),
                            ("natura", "Spullen of een dienst, zoals een cursus of bagage"),
                        ],
                        max_length=10,
                    ),
                ),
                ("waarvoor", models.TextField()),
                ("gevraagd_op", models.DateField()),
                (
                    "gevraagd_bedrag",
                    models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True),
                ),
                (
                    "besluit",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("toegekend", "Toegekend"),
                            ("deels", "Voor een deel toegekend"),
                            ("afgewezen", "Afgewezen"),
                        ],
                        max_length=12,
                        null=True,
                    ),
                ),
                ("besluit_op", models.DateField(blank=True, null=True)),
                ("bedrag", models.DecimalField(blank=True, decimal_places=2, max_digits=9, null=True)),
                ("reden", models.TextField(blank=True)),
                ("besloten_door", models.CharField(blank=True, max_length=200)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "wens",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.wens",
                    ),
                ),
                (
                    "aanvrager",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "beslisser",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                (
                    "betaling",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("goedgekeurd", "Goedgekeurd, nog niet opgedragen"),
                            ("opgedragen", "Opgedragen aan het betaalkantoor"),
                            ("betaald", "Betaald"),
                            ("vervallen", "Niet meer nodig"),
                            ("teruggevorderd", "Teruggevorderd door het betaalkantoor"),
                        ],
                        max_length=15,
                        null=True,
                    ),
                ),
                (
                    "begroting",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.begroting",
                    ),
                ),
            ],
            options={
                "verbose_name": "bijdrage van de DT&V",
                "ordering": ["gevraagd_op", "id"],
                "indexes": [models.Index(fields=["begroting", "betaling"], name="bijdrage_van_begroting")],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("besluit__isnull", True), ("besluit_op__isnull", True)),
                            models.Q(
                                ("besluit__isnull", False),
                                ("besluit_op__isnull", False),
                                models.Q(("reden", ""), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="bijdrage_is_decided_with_a_reason",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("besluit__isnull", True),
                            ("aanvrager__isnull", True),
                            models.Q(
                                ("beslisser__isnull", False),
                                models.Q(("beslisser", models.F("aanvrager")), _negated=True),
                            ),
                            _connector="OR",
                        ),
                        name="bijdrage_four_eyes",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("betaling__isnull", True),
                            models.Q(("bedrag__gt", 0), ("besluit__in", ["toegekend", "deels"])),
                            _connector="OR",
                        ),
                        name="bijdrage_pays_what_was_granted",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Begrotingsstap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("oud", models.DecimalField(blank=True, decimal_places=2, max_digits=11, null=True)),
                ("nieuw", models.DecimalField(decimal_places=2, max_digits=11)),
                ("reden", models.TextField()),
                ("op", models.DateField()),
                ("door_naam", models.CharField(max_length=200)),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "begroting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="stappen",
                        to="ondersteuning.begroting",
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
                "ordering": ["-vastgelegd_op", "-id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reden", ""), _negated=True), name="begrotingsstap_has_a_reason"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Betaalstap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("goedgekeurd", "Goedgekeurd, nog niet opgedragen"),
                            ("opgedragen", "Opgedragen aan het betaalkantoor"),
                            ("betaald", "Betaald"),
                            ("vervallen", "Niet meer nodig"),
                            ("teruggevorderd", "Teruggevorderd door het betaalkantoor"),
                        ],
                        max_length=15,
                    ),
                ),
                ("op", models.DateField()),
                ("kenmerk", models.CharField(blank=True, max_length=100)),
                ("toelichting", models.TextField(blank=True)),
                ("door_naam", models.CharField(max_length=200)),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "bijdrage",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="betaalstappen",
                        to="ondersteuning.bijdrage",
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
                "ordering": ["vastgelegd_op", "id"],
            },
        ),
        migrations.CreateModel(
            name="DerdeLand",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                ("land", models.CharField(max_length=3)),
                ("begonnen_op", models.DateField()),
                ("dia_overwogen", models.BooleanField(blank=True, null=True)),
                ("dia_reden", models.TextField(blank=True)),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
            ],
            options={
                "verbose_name": "ander land",
                "ordering": ["begonnen_op", "id"],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "land"), name="derdeland_once_a_dossier"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("dia_overwogen__isnull", True),
                            models.Q(("dia_reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="derdeland_dia_has_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Landantwoord",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("wie", models.CharField(max_length=200)),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Gevraagd, nog geen antwoord"),
                            ("vraagt_meer", "Zij vragen om meer"),
                            ("laat_toe", "De persoon mag het land in"),
                            ("laat_niet_toe", "De persoon mag het land niet in"),
                        ],
                        max_length=15,
                    ),
                ),
                ("op", models.DateField()),
                ("tekst", models.TextField(blank=True)),
                ("door_naam", models.CharField(max_length=200)),
                ("vastgelegd_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                (
                    "derde_land",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="antwoorden",
                        to="ondersteuning.derdeland",
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
                "ordering": ["op", "vastgelegd_op", "id"],
            },
        ),
        migrations.CreateModel(
            name="Regeling",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("versie", models.PositiveIntegerField(default=1)),
                (
                    "uitvoerder",
                    models.CharField(
                        choices=[("dia", "DIA"), ("bijzonder_vertrek", "Bijzonder Vertrek")], max_length=20
                    ),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("aankomst", "Iemand die ophaalt bij aankomst"),
                            ("onderdak", "Een plek om te wonen"),
                            ("zorg", "Een plek waar zorg doorgaat"),
                            ("school", "Een school voor de kinderen"),
                            ("begeleiding", "Begeleiding op reis"),
                            ("papieren", "Papieren in het land zelf"),
                            ("goederen", "Spullen of gereedschap"),
                            ("overig", "Iets anders"),
                        ],
                        max_length=15,
                    ),
                ),
                ("nodig", models.TextField()),
                ("land", models.CharField(max_length=3)),
                ("gevraagd_op", models.DateField()),
                ("nodig_op", models.DateField()),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Gevraagd"),
                            ("opgepakt", "Opgepakt"),
                            ("geregeld", "Geregeld"),
                            ("niet_gelukt", "Niet gelukt"),
                            ("ingetrokken", "Niet meer nodig"),
                        ],
                        default="gevraagd",
                        max_length=12,
                    ),
                ),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
                (
                    "verwijzing",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.verwijzing",
                    ),
                ),
                (
                    "wens",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ondersteuning.wens",
                    ),
                ),
            ],
            options={
                "verbose_name": "regeling",
                "ordering": ["nodig_op", "gevraagd_op", "id"],
                "indexes": [
                    models.Index(
                        condition=models.Q(("stand__in", ["gevraagd", "opgepakt"])),
                        fields=["uitvoerder", "nodig_op"],
                        name="regeling_lopend",
                    ),
                    models.Index(fields=["dossier"], name="regeling_van_dossier"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("nodig", ""), _negated=True), name="regeling_says_what_is_needed"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("uitvoerder", "dia"), _negated=True),
                            ("verwijzing__isnull", False),
                            _connector="OR",
                        ),
                        name="regeling_of_the_dia_has_a_referral",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Regelingstap",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "stand",
                    models.CharField(
                        choices=[
                            ("gevraagd", "Gevraagd"),
                            ("opgepakt", "Opgepakt"),
                            ("geregeld", "Geregeld"),
                            ("niet_gelukt", "Niet gelukt"),
                            ("ingetrokken", "Niet meer nodig"),
                        ],
                        max_length=12,
                    ),
                ),
                ("op", models.DateField()),
                ("tekst", models.TextField(blank=True)),
                ("door_naam", models.CharField(max_length=200)),
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
                    "regeling",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="stappen",
                        to="ondersteuning.regeling",
                    ),
                ),
            ],
            options={
                "ordering": ["vastgelegd_op", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("tekst", ""), _negated=True),
                            models.Q(("stand__in", ["niet_gelukt", "ingetrokken"]), _negated=True),
                            _connector="OR",
                        ),
                        name="regelingstap_ends_with_a_reason",
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Toelatingsbewijs",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("nationaliteit", "Nationaliteit van dat land"),
                            ("verblijfsrecht", "Verblijfsvergunning van dat land"),
                            ("visum", "Visum"),
                            ("toezegging", "Schriftelijke toezegging van de vertegenwoordiging"),
                            ("overig", "Een ander bewijs"),
                        ],
                        max_length=15,
                    ),
                ),
                ("kenmerk", models.CharField(max_length=200)),
                ("gezien_op", models.DateField()),
                ("geldig_tot", models.DateField(blank=True, null=True)),
                ("vervallen_op", models.DateField(blank=True, null=True)),
                ("vervallen_reden", models.TextField(blank=True)),
                ("door_naam", models.CharField(max_length=200)),
                (
                    "derde_land",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="bewijzen",
                        to="ondersteuning.derdeland",
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
                "ordering": ["gezien_op", "id"],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("kenmerk", ""), _negated=True),
                        name="toelatingsbewijs_has_a_reference",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("geldig_tot__isnull", True),
                            ("geldig_tot__gte", models.F("gezien_op")),
                            _connector="OR",
                        ),
                        name="toelatingsbewijs_held_when_seen",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("vervallen_op__isnull", True),
                            models.Q(("vervallen_reden", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="toelatingsbewijs_lapses_with_a_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Aanbodinvoer",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                ("regels", models.JSONField(default=list)),
                ("stand", models.CharField(max_length=64)),
                ("gelezen_op", models.DateTimeField(db_default=django.db.models.functions.datetime.Now())),
                ("toegepast_op", models.DateTimeField(blank=True, null=True)),
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
                "verbose_name": "invoer van de catalogus",
                "ordering": ["gelezen_op", "id"],
            },
        ),
        migrations.CreateModel(
            name="Behoefte",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "soort",
                    models.CharField(
                        choices=[
                            ("veiligheid", "Zekerheid over veiligheid"),
                            ("zorg", "Medische zorg"),
                            ("school", "School voor de kinderen"),
                            ("opleiding", "Opleiding of erkenning van een diploma"),
                            ("wonen", "Een plek om te wonen"),
                            ("inkomen", "Werk of inkomen"),
                            ("familie", "Bij familie kunnen zijn"),
                            ("papieren", "Papieren in het land zelf"),
                            ("anders", "Iets anders"),
                        ],
                        max_length=20,
                    ),
                ),
                ("land", models.CharField(blank=True, default="", max_length=3)),
                ("toelichting", models.TextField()),
                ("gemeld_op", models.DateField()),
                ("vervuld_op", models.DateField(blank=True, null=True)),
                ("vervuld_met", models.TextField(blank=True, default="")),
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
                (
                    "wens",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="behoeften",
                        to="ondersteuning.wens",
                    ),
                ),
            ],
            options={
                "verbose_name": "behoefte waar niets voor is",
                "ordering": ["gemeld_op", "id"],
                "indexes": [models.Index(fields=["gemeld_op"], name="behoefte_in_een_periode")],
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "soort"), name="behoefte_once_a_dossier"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("vervuld_met", ""), ("vervuld_op__isnull", True)),
                            models.Q(
                                ("vervuld_op__isnull", False), models.Q(("vervuld_met", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="behoefte_says_what_met_it",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Navraag",
            fields=[
                (
                    "id",
                    models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False),
                ),
                (
                    "vraag",
                    models.CharField(
                        choices=[
                            ("eigen_middelen", "Heeft de persoon zelf geld voor de reis?"),
                            ("eerder_geholpen", "Kreeg de persoon eerder hulp om terug te keren?"),
                            ("definitief", "Wil de persoon voorgoed vertrekken?"),
                        ],
                        max_length=20,
                    ),
                ),
                ("antwoord", models.BooleanField(null=True)),
                ("op", models.DateField()),
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
                "verbose_name": "antwoord bij ondersteuning",
                "ordering": ["vastgelegd_op", "id"],
                "indexes": [
                    models.Index(fields=["dossier", "vraag", "-vastgelegd_op"], name="navraag_laatste")
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
        migrations.RunPython(begin_catalogus, migrations.RunPython.noop),
    ]
