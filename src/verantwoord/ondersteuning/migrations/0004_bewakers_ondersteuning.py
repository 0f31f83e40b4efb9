from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

TABELLEN = ("aanbod", "verwijzing", "verwijzingsstap", "bijdrage")


class Migration(migrations.Migration):
    dependencies = [("ondersteuning", "0003_ondersteuning"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            "".join(volg_rijen(f"ondersteuning_{tabel}") for tabel in TABELLEN)
            + sluit_af("ondersteuning_verwijzingsstap"),
            migrations.RunSQL.noop,
        )
    ]
