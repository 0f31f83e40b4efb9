from django.db import migrations, models

from verantwoord.gebeurtenis.begin import Begin
from verantwoord.stamgegevens.sql import BEWAKERS


class Migration(Begin):
    dependencies = [
        ("gebeurtenis", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Parameterwaarde",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("norm", models.CharField(max_length=80)),
                ("naam", models.CharField(max_length=80)),
                ("waarde", models.IntegerField()),
                ("geldig_van", models.DateField()),
                ("geldig_tot", models.DateField(blank=True, null=True)),
                ("reden", models.TextField()),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("geldig_tot__isnull", True),
                            ("geldig_tot__gte", models.F("geldig_van")),
                            _connector="OR",
                        ),
                        name="parameterwaarde_ends_after_it_begins",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("waarde__gte", 0)), name="parameterwaarde_is_not_negative"
                    ),
                    models.UniqueConstraint(
                        fields=("norm", "naam", "geldig_van"), name="parameterwaarde_once_a_day"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="Landmedewerking",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("land", models.CharField(max_length=3)),
                ("lp_vrijwillig", models.BooleanField(blank=True, null=True)),
                ("lp_gedwongen", models.BooleanField(blank=True, null=True)),
                ("per", models.DateField()),
                ("bron", models.TextField()),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("land", "per"), name="landmedewerking_once_a_day"),
                    models.CheckConstraint(
                        condition=models.Q(("land__regex", "^[A-Z]{3}$")),
                        name="landmedewerking_land_is_alpha_3",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bron", ""), _negated=True), name="landmedewerking_has_a_source"
                    ),
                ],
            },
        ),
        migrations.RunSQL(BEWAKERS, migrations.RunSQL.noop),
    ]
