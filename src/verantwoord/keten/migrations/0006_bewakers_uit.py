from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen


class Migration(migrations.Migration):
    dependencies = [("keten", "0005_uit")]

    operations = [
        migrations.RunSQL(volg_rijen(f"keten_{tabel}"), migrations.RunSQL.noop)
        for tabel in ("ontvanger", "ondertekensleutel", "uitwisselafspraak")
    ] + [
        migrations.RunSQL(sluit_af(f"keten_{tabel}"), migrations.RunSQL.noop)
        for tabel in ("uitbericht", "poging", "verstrekking")
    ]
