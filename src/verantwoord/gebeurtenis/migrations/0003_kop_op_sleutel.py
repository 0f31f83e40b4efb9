from django.db import migrations

from verantwoord.gebeurtenis.sql import SCHAKEL


class Migration(migrations.Migration):
    """Find the head of a chain by its index: the function before this one read every head."""

    dependencies = [("gebeurtenis", "0002_bewakers")]

    operations = [migrations.RunSQL(SCHAKEL, migrations.RunSQL.noop)]
