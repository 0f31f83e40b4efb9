from datetime import date

from django.db import migrations, models

# As the place is kept from now on, once for every involvement that runs.
PLAATS = """
    update dossier_betrokkenheid b
    set volgende_op = n.volgende_op, ontvangen_op = n.ontvangen_op
    from (
        select r.id, d.ontvangen_op, coalesce((a.inhoud ->> dag.veld)::date, '9999-12-31') as volgende_op
        from dossier_betrokkenheid r
        join dossier_dossier d on d.id = r.dossier_id
        left join (values
            ('coa', 'opvangrecht', 'einddatum'), ('ind', 'opvangrecht', 'einddatum'),
            ('avim_toezicht', 'opvangrecht', 'einddatum'), ('avim_mensenhandel', 'mensenhandel', 'tot'),
            ('kmar', 'vertrek', 'gepland_op'), ('iom_ngo', 'opvangrecht', 'einddatum'),
            ('vwn', 'opvangrecht', 'einddatum'), ('medisch_bevoegd', 'reisgeschiktheid', 'tot')
        ) dag (rol, soort, veld) on dag.rol = coalesce(nullif(r.rol, ''), r.organisatie)
        left join lateral (
            select inhoud from dossier_antwoord w
            where w.dossier_id = r.dossier_id and w.soort = dag.soort order by w.id desc limit 1
        ) a on true
        where r.tot is null
    ) n
    where b.id = n.id
"""


class Migration(migrations.Migration):
    dependencies = [("dossier", "0009_portaal")]

    operations = [
        migrations.AddField(
            model_name="betrokkenheid",
            name="volgende_op",
            field=models.DateField(db_default=date(9999, 12, 31)),
        ),
        migrations.AddField(
            model_name="betrokkenheid",
            name="ontvangen_op",
            field=models.DateField(db_default=date(9999, 12, 31)),
        ),
        migrations.RunSQL(PLAATS, migrations.RunSQL.noop),
        migrations.RemoveIndex(model_name="betrokkenheid", name="betrokkenheid_loopt"),
        migrations.AddIndex(
            model_name="betrokkenheid",
            index=models.Index(
                condition=models.Q(("tot__isnull", True)),
                fields=["organisatie", "team", "rol", "volgende_op", "ontvangen_op", "dossier"],
                name="betrokkenheid_in_lijst",
            ),
        ),
    ]
