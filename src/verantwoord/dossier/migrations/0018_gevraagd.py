from django.db import migrations, models

# As it is kept from now on, once for every involvement that runs.
GEVRAAGD = """
    update dossier_betrokkenheid b
    set gevraagd = true
    from dossier_antwoord w
    where b.tot is null and w.dossier_id = b.dossier_id and (
            (w.soort = 'opvangverzoek' and w.inhoud ? 'gevraagd_op')
            or (w.soort = 'afwezigheid' and w.inhoud ->> 'nodig' in ('controle', 'bericht'))
            or (w.soort = 'opdrachten_' || b.organisatie and w.inhoud -> 'opdrachten' @> '[{"gereed_op": null}]')
        )
        and not exists (
            select from dossier_antwoord n where n.dossier_id = w.dossier_id and n.soort = w.soort and n.id > w.id
        )
"""


class Migration(migrations.Migration):
    dependencies = [("dossier", "0017_onthouding_en_afschrift")]

    operations = [
        migrations.AddField(
            model_name="betrokkenheid",
            name="gevraagd",
            field=models.BooleanField(db_default=False),
        ),
        migrations.RunSQL(GEVRAAGD, migrations.RunSQL.noop),
        migrations.AddIndex(
            model_name="betrokkenheid",
            index=models.Index(
                condition=models.Q(("gevraagd", True), ("tot__isnull", True)),
                fields=["organisatie", "team", "rol", "dossier"],
                name="betrokkenheid_gevraagd",
            ),
        ),
    ]
