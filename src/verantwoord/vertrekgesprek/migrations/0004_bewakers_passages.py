from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

TABELLEN = ("vertrekgesprek_passage", "vertrekgesprek_passageantwoord")
OPERATIES = "".join([*(sluit_af(tabel) for tabel in TABELLEN), *(volg_rijen(tabel) for tabel in TABELLEN)])


class Migration(migrations.Migration):
    dependencies = [("vertrekgesprek", "0003_tolk_gezin_passages"), ("gebeurtenis", "0002_bewakers")]

    operations = [migrations.RunSQL(OPERATIES, migrations.RunSQL.noop)]
