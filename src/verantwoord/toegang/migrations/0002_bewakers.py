from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen


class Migration(migrations.Migration):
    dependencies = [("toegang", "0001_begin"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            sluit_af("toegang_inzage")
            + volg_rijen("toegang_medewerker")
            + volg_rijen("toegang_team")
            + volg_rijen("toegang_sleutel"),
            migrations.RunSQL.noop,
        ),
    ]
