from django.db import migrations

from verantwoord.gebeurtenis.sql import volg_rijen


class Migration(migrations.Migration):
    dependencies = [("keten", "0001_begin"), ("gebeurtenis", "0002_bewakers")]

    operations = [migrations.RunSQL(volg_rijen("keten_inkomendbericht"), migrations.RunSQL.noop)]
