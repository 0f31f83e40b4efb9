import django.db.models.deletion
from django.db import migrations, models

from verantwoord.gebeurtenis.sql import volg_rijen

# Before the rows are followed: nothing changes of what is known, it only stands elsewhere.
VERHUIS = """
    insert into dossier_proceduredagen (dossier_id, beroepstermijn_tot, startgebeurtenis, start_op,
        verlenging_gevraagd_op, doorgezonden_ind_op, verlengd_tot, verlenging_kenmerk)
    select id, beroepstermijn_tot, startgebeurtenis, start_op, verlenging_gevraagd_op, doorgezonden_ind_op, verlengd_tot,
        verlenging_kenmerk
    from dossier_dossier
    where (beroepstermijn_tot, startgebeurtenis, start_op, verlenging_gevraagd_op, doorgezonden_ind_op, verlengd_tot,
        verlenging_kenmerk) is distinct from (null, null, null, null, null, null, null);
    insert into dossier_opvangdagen (dossier_id, recht_eindigt_op, vbl_lko_besluit_op)
    select id, recht_eindigt_op, vbl_lko_besluit_op
    from dossier_dossier
    where (recht_eindigt_op, vbl_lko_besluit_op) is distinct from (null, null);
"""
TERUG = """
    update dossier_dossier d set beroepstermijn_tot = p.beroepstermijn_tot, startgebeurtenis = p.startgebeurtenis,
        start_op = p.start_op, verlenging_gevraagd_op = p.verlenging_gevraagd_op,
        doorgezonden_ind_op = p.doorgezonden_ind_op, verlengd_tot = p.verlengd_tot,
        verlenging_kenmerk = p.verlenging_kenmerk
    from dossier_proceduredagen p where p.dossier_id = d.id;
    update dossier_dossier d set recht_eindigt_op = o.recht_eindigt_op, vbl_lko_besluit_op = o.vbl_lko_besluit_op
    from dossier_opvangdagen o where o.dossier_id = d.id;
"""
PROCEDURE = (
    "beroepstermijn_tot",
    "startgebeurtenis",
    "start_op",
    "verlenging_gevraagd_op",
    "doorgezonden_ind_op",
    "verlengd_tot",
    "verlenging_kenmerk",
)
OPVANG = ("recht_eindigt_op", "vbl_lko_besluit_op")


def dossier_van(naam: str) -> models.Field:
    return models.OneToOneField(
        on_delete=django.db.models.deletion.CASCADE,
        primary_key=True,
        related_name=naam,
        serialize=False,
        to="dossier.dossier",
    )


def dag() -> models.Field:
    return models.DateField(blank=True, null=True)


class Migration(migrations.Migration):
    dependencies = [("dossier", "0012_portaal_inloggen")]

    operations = [
        migrations.CreateModel(
            name="Proceduredagen",
            fields=[
                ("dossier", dossier_van("proceduredagen")),
                ("beroepstermijn_tot", dag()),
                ("startgebeurtenis", models.CharField(blank=True, max_length=40, null=True)),
                ("start_op", dag()),
                ("verlenging_gevraagd_op", dag()),
                ("doorgezonden_ind_op", dag()),
                ("verlengd_tot", dag()),
                ("verlenging_kenmerk", models.CharField(blank=True, max_length=200, null=True)),
            ],
        ),
        migrations.CreateModel(
            name="Opvangdagen",
            fields=[
                ("dossier", dossier_van("opvangdagen")),
                ("recht_eindigt_op", dag()),
                ("vbl_lko_besluit_op", dag()),
            ],
        ),
        migrations.RunSQL(VERHUIS, TERUG),
        *(migrations.RemoveField(model_name="dossier", name=naam) for naam in PROCEDURE + OPVANG),
        migrations.RunSQL(volg_rijen("dossier_proceduredagen", "dossier_id"), migrations.RunSQL.noop),
        migrations.RunSQL(volg_rijen("dossier_opvangdagen", "dossier_id"), migrations.RunSQL.noop),
    ]
