from django.db import migrations

from verantwoord.gebeurtenis.sql import volg_rijen

TABELLEN = (
    "afspraak",
    "bijeenkomst",
    "casus",
    "cursus",
    "deelname",
    "deelnemer",
    "kennisstuk",
    "meekijken",
    "trainer",
)


class Migration(migrations.Migration):
    dependencies = [("vakmanschap", "0001_begin"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            "".join(volg_rijen(f"vakmanschap_{tabel}") for tabel in TABELLEN)
            + volg_rijen("vakmanschap_loopbaan", "medewerker_id")
            + volg_rijen("vakmanschap_feedback", "meekijken_id"),
            migrations.RunSQL.noop,
        )
    ]
