from django.db import migrations

from verantwoord.gebeurtenis.sql import volg_rijen


class Migration(migrations.Migration):
    dependencies = [("toegang", "0007_inloggen"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            volg_rijen("toegang_koppeling") + volg_rijen("toegang_rolclaim"),
            migrations.RunSQL.noop,
        ),
    ]
