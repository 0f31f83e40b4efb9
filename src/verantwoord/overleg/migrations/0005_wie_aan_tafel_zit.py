from django.db import migrations

OP_AGENDA = """
create or replace function op_agenda(punt uuid, overleg uuid) returns boolean
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare
    m toegang_medewerker;
begin
    select * into m from toegang_medewerker where id = zelf() and is_active;
    if m.id is null then
        return false;
    end if;
    -- DT&V: whose dossier it is. Another partner of a decision outside a meeting: who works on that dossier.
    if exists (
        select 1 from overleg_puntdossier pd join overleg_agendapunt a on a.id = pd.punt_id
        where pd.punt_id = punt and in_kring(pd.dossier_id, m)
            and (m.organisatie = 'dtv' or (a.overleg_id is null and a.partners ? m.organisatie))
    ) then
        return true;
    end if;
    -- A shielded case is on nobody's shared agenda.
    if exists (
        select 1 from overleg_puntdossier pd join dossier_dossier d on d.id = pd.dossier_id
        where pd.punt_id = punt and d.afgeschermd
    ) then
        return false;
    end if;
    return zit_aan_tafel(m.rol) and exists (
        select 1 from overleg_deelnemer n where n.overleg_id = overleg and n.organisatie = m.organisatie
            and (n.team_id = m.team_id or n.medewerker_id = m.id)
    ) or exists (
        select 1 from overleg_gast g where g.punt_id = punt and g.tot is null
            and g.organisatie = m.organisatie and g.team_id = m.team_id and g.rol = m.rol
    );
end $$;
"""


class Migration(migrations.Migration):
    """At the table sits who has the right to: one hat of an organisation does not see what the other discusses."""

    dependencies = [("overleg", "0004_kring")]

    operations = [migrations.RunSQL(OP_AGENDA, migrations.RunSQL.noop)]
