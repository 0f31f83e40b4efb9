from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dossier", "0019_afscherming"),
    ]

    operations = [
        migrations.AddField(
            model_name="machtigingvoorstel",
            name="nummer",
            field=models.CharField(blank=True, default="", max_length=20),
        ),
    ]
