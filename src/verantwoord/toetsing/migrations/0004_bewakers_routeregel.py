from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen


class Migration(migrations.Migration):
    dependencies = [("toetsing", "0003_routeregel"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            sluit_af("toetsing_routeregel") + volg_rijen("toetsing_routeregel"), migrations.RunSQL.noop
        )
    ]
