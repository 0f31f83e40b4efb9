from django.db import migrations

from verantwoord.kwaliteit.sql import INDEXEN


class Migration(migrations.Migration):
    # The room holds no rows of its own; it reads those of the rooms below, through indexes made for its questions.
    dependencies = [
        ("dossier", "0002_bewakers"),
        ("toetsing", "0002_bewakers"),
        ("vertrekgesprek", "0002_bewakers"),
        ("vertrekplan", "0002_bewakers"),
    ]

    operations = [
        migrations.RunSQL(f"create index {naam} {waarop}", f"drop index {naam}")
        for naam, waarop in INDEXEN.items()
    ]
