from django.db import migrations, models
from django.db.models.functions import Now

from verantwoord.gebeurtenis.sql import sluit_af


class Migration(migrations.Migration):
    # Figures without a person in them: nothing to follow, and nothing to change.
    dependencies = [("kwaliteit", "0002_faseperiode"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.CreateModel(
            name="Publicatie",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("kwartaal", models.CharField(max_length=7)),
                ("onderdeel", models.CharField(max_length=60)),
                ("inhoud", models.JSONField()),
                ("gemaakt_op", models.DateTimeField(db_default=Now())),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("kwartaal", "onderdeel"), name="publicatie_once_a_quarter"
                    )
                ],
            },
        ),
        migrations.RunSQL(sluit_af("kwaliteit_publicatie"), migrations.RunSQL.noop),
    ]
