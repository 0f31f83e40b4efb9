import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.sql import volg_rijen


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0003_aliassen_en_vervanging"),
        ("gebeurtenis", "0002_bewakers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
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
        migrations.RunSQL(volg_rijen("dossier_afwijkverzoek"), migrations.RunSQL.noop),
    ]
