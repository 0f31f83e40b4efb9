from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen
from verantwoord.inspectie.sql import EIGEN_ONDERZOEKEN

GEVOLGD = (
    "inspectie_onderzoek",
    "inspectie_onderzoeker",
    "inspectie_stratum",
    "inspectie_seedafspraak",
    "inspectie_interviewtabel",
    "inspectie_interview",
    "inspectie_overlegbezoek",
    "inspectie_bron",
    "inspectie_conclusie",
    "inspectie_aanbeveling",
    "inspectie_reactieverzoek",
    "inspectie_jaarcijfer",
    "inspectie_cijferopmerking",
)
AFGESLOTEN = ("inspectie_trekking", "inspectie_getrokken", "inspectie_reactie", "inspectie_meetpunt")


class Migration(migrations.Migration):
    dependencies = [("inspectie", "0001_begin")]

    operations = [
        migrations.RunSQL(EIGEN_ONDERZOEKEN, "drop function eigen_onderzoeken()"),
        migrations.RunSQL(
            "".join(volg_rijen(tabel) for tabel in GEVOLGD)
            + "".join(sluit_af(tabel) for tabel in AFGESLOTEN),
            migrations.RunSQL.noop,
        ),
    ]
