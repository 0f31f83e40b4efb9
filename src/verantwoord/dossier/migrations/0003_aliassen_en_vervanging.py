import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

from verantwoord.gebeurtenis.sql import volg_rijen


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0002_bewakers"),
        ("gebeurtenis", "0002_bewakers"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Vervanging",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("van", models.DateField()),
                ("tot", models.DateField()),
                ("door_naam", models.CharField(max_length=200)),
            ],
            options={
                "ordering": ["van", "pk"],
            },
        ),
        migrations.AddField(
            model_name="persoon",
            name="aliassen",
            field=models.JSONField(blank=True, default=list),
        ),
        migrations.AddIndex(
            model_name="persoon",
            index=models.Index(
                django.contrib.postgres.indexes.OpClass("geboortedatum", name="text_pattern_ops"),
                name="persoon_op_geboortedatum",
            ),
        ),
        migrations.AddField(
            model_name="vervanging",
            name="regievoerder",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddField(
            model_name="vervanging",
            name="vervanger",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.PROTECT, related_name="+", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.AddConstraint(
            model_name="vervanging",
            constraint=models.CheckConstraint(
                condition=models.Q(("tot__gte", models.F("van"))), name="vervanging_ends_after_it_begins"
            ),
        ),
        migrations.AddConstraint(
            model_name="vervanging",
            constraint=models.CheckConstraint(
                condition=models.Q(("regievoerder", models.F("vervanger")), _negated=True),
                name="vervanging_by_another",
            ),
        ),
        migrations.RunSQL(volg_rijen("dossier_vervanging"), migrations.RunSQL.noop),
    ]
