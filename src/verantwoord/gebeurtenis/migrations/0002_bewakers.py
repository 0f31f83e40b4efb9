from django.db import migrations

from verantwoord.gebeurtenis.sql import BEWAKERS, KETEN, SCHAKEL, sluit_af


class Migration(migrations.Migration):
    dependencies = [("gebeurtenis", "0001_begin")]

    operations = [
        migrations.RunSQL(KETEN + SCHAKEL + BEWAKERS, migrations.RunSQL.noop),
        migrations.RunSQL(
            sluit_af("gebeurtenis_gebeurtenis") + sluit_af("gebeurtenis_rijhistorie"), migrations.RunSQL.noop
        ),
    ]
