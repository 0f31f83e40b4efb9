from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen
from verantwoord.inspectie.leesdesk.sql import GESLOTEN_PAREN, LEZEN_BEWAAKT

GEVOLGD = (
    "inspectie_criterium",
    "inspectie_lezer",
    "inspectie_leesexemplaar",
    "inspectie_leesbeurt",
    "inspectie_beoordeling",
)
AFGESLOTEN = (
    "inspectie_leessleutel",
    "inspectie_herkomst",
    "inspectie_meetwaarde",
    "inspectie_populatiemeting",
    "inspectie_naammelding",
    "inspectie_verborgen",
    "inspectie_onderzoeksrapport",
)


class Migration(migrations.Migration):
    dependencies = [("inspectie", "0003_leesdesk")]

    operations = [
        migrations.RunSQL(GESLOTEN_PAREN, "drop function gesloten_paren()"),
        migrations.RunSQL(
            LEZEN_BEWAAKT
            + "".join(volg_rijen(tabel) for tabel in GEVOLGD)
            + "".join(sluit_af(tabel) for tabel in AFGESLOTEN),
            migrations.RunSQL.noop,
        ),
    ]
