from django.db import migrations

from verantwoord.gebeurtenis.sql import volg_rijen

TABELLEN = (
    "aanvraag",
    "beroep",
    "besluit",
    "dossier",
    "dossierdeel",
    "ferreiratoets",
    "gezinslid",
    "opvangverlenging",
    "persoon",
    "verblijfplaats",
    "verblijfsgrond",
    "verwijderbaarheidscheck",
    "voorlopigevoorziening",
)


class Migration(migrations.Migration):
    dependencies = [("dossier", "0001_begin"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            "".join(volg_rijen(f"dossier_{tabel}") for tabel in TABELLEN), migrations.RunSQL.noop
        )
    ]
