import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.sql import volg_rijen


class Migration(migrations.Migration):
    initial = True

    dependencies = [
        ("gebeurtenis", "0002_bewakers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="BewaardFilter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("naam", models.CharField(max_length=60)),
                ("adres", models.CharField(max_length=600)),
                (
                    "medewerker",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "ordering": ["naam"],
                "constraints": [
                    models.UniqueConstraint(fields=("medewerker", "naam"), name="bewaardfilter_once_a_name")
                ],
            },
        ),
        migrations.RunSQL(volg_rijen("werkplek_bewaardfilter"), migrations.RunSQL.noop),
    ]
