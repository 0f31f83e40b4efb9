import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    # Derived from the facts and made anew when they change, so its rows have no history of their own.
    dependencies = [
        ("dossier", "0017_onthouding_en_afschrift"),
        ("kwaliteit", "0001_begin"),
    ]

    operations = [
        migrations.CreateModel(
            name="Faseperiode",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("fase", models.CharField(max_length=40)),
                ("van", models.DateField()),
                ("tot", models.DateField(null=True)),
                ("berekend_op", models.DateTimeField()),
                (
                    "dossier",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to="dossier.dossier"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("dossier", "van"), name="faseperiode_begins_once_a_day"),
                    models.UniqueConstraint(
                        condition=models.Q(("tot__isnull", True)),
                        fields=("dossier",),
                        name="faseperiode_one_open_a_dossier",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("tot__isnull", True), ("tot__gte", models.F("van")), _connector="OR"
                        ),
                        name="faseperiode_ends_after_it_begins",
                    ),
                ],
            },
        ),
    ]
