from django.db import migrations

from verantwoord.gebeurtenis.sql import volg_rijen


class Migration(migrations.Migration):
    dependencies = [("stamgegevens", "0001_begin"), ("gebeurtenis", "0002_bewakers")]

    operations = [migrations.RunSQL(volg_rijen("stamgegevens_parameterwaarde"), migrations.RunSQL.noop)]
