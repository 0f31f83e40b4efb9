from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen


class Migration(migrations.Migration):
    dependencies = [("ondersteuning", "0001_begin"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            volg_rijen("ondersteuning_wens")
            + volg_rijen("ondersteuning_wensstap")
            + sluit_af("ondersteuning_wensstap"),
            migrations.RunSQL.noop,
        )
    ]
