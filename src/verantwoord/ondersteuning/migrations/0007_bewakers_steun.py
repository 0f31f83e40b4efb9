from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

TABELLEN = (
    "begroting",
    "begrotingsstap",
    "betaalstap",
    "derdeland",
    "landantwoord",
    "toelatingsbewijs",
    "regeling",
    "regelingstap",
)
VAST = ("begrotingsstap", "betaalstap", "landantwoord", "regelingstap")


class Migration(migrations.Migration):
    dependencies = [("ondersteuning", "0006_steun"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            "".join(volg_rijen(f"ondersteuning_{tabel}") for tabel in TABELLEN)
            + "".join(sluit_af(f"ondersteuning_{tabel}") for tabel in VAST),
            migrations.RunSQL.noop,
        )
    ]
