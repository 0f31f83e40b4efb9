"""What the database itself guards about an onderzoek. Used by migrations."""

EIGEN_ONDERZOEKEN = """
create or replace function eigen_onderzoeken() returns uuid[]
language plpgsql stable parallel restricted security definer set search_path = public, pg_temp as $$
begin
    return array(
        select o.onderzoek_id from inspectie_onderzoeker o join toegang_medewerker m on m.id = o.medewerker_id
        where o.medewerker_id = zelf() and o.tot is null and m.is_active and m.rol = 'inspectie'
    );
end $$;
"""
