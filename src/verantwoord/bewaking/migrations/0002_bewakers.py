from django.db import migrations

from verantwoord.gebeurtenis.sql import volg_rijen


class Migration(migrations.Migration):
    # What a finding was is kept in its own rows; the stand is derived and has no history of its own.
    dependencies = [("bewaking", "0001_begin"), ("gebeurtenis", "0002_bewakers")]

    operations = [migrations.RunSQL(volg_rijen("bewaking_openbevinding"), migrations.RunSQL.noop)]
