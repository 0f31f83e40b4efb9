from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af


class Migration(migrations.Migration):
    dependencies = [("gebeurtenis", "0004_verwerkingsregel")]

    operations = [migrations.RunSQL(sluit_af("gebeurtenis_verwerkingsregel"), migrations.RunSQL.noop)]
