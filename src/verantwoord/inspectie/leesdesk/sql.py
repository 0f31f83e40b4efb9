"""What the database itself guards about reading: who sees whose judgment, and that what is finished stays. Used by migrations."""

GESLOTEN_PAREN = """
create or replace function gesloten_paren() returns uuid[]
language plpgsql stable parallel restricted security definer set search_path = public, pg_temp as $$
begin
    return array(
        select b.leesexemplaar_id from inspectie_leesbeurt b join inspectie_leesexemplaar e on e.id = b.leesexemplaar_id
        where e.onderzoek_id = any (eigen_onderzoeken()) and b.plek in (1, 2) and b.afgerond_op is not null
        group by b.leesexemplaar_id having count(*) = 2
    );
end $$;
"""

LEZEN_BEWAAKT = """
create function leesbeurt_blijft() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'DELETE' or (tg_op = 'UPDATE' and old.afgerond_op is not null) then
        raise exception 'Een afgeronde leesbeurt verandert niet meer.' using errcode = 'insufficient_privilege';
    end if;
    if tg_op = 'UPDATE' and (new.leesexemplaar_id, new.medewerker_id, new.plek)
            is distinct from (old.leesexemplaar_id, old.medewerker_id, old.plek) then
        raise exception 'Een leesbeurt gaat niet over naar een ander.' using errcode = 'insufficient_privilege';
    end if;
    if tg_op = 'INSERT' and new.plek = 3 and (
        select count(*) from inspectie_leesbeurt b
        where b.leesexemplaar_id = new.leesexemplaar_id and b.plek in (1, 2) and b.afgerond_op is not null
    ) < 2 then
        raise exception 'Beslissen kan pas als beide beoordelaars klaar zijn.' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger leesbeurt_blijft before insert or update or delete on inspectie_leesbeurt
    for each row execute function leesbeurt_blijft();

create function beoordeling_blijft() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if exists (
        select 1 from inspectie_leesbeurt b
        where b.id = (case when tg_op = 'DELETE' then old.leesbeurt_id else new.leesbeurt_id end)
            and b.afgerond_op is not null
    ) then
        raise exception 'Een afgeronde beoordeling verandert niet meer.' using errcode = 'insufficient_privilege';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger beoordeling_blijft before insert or update or delete on inspectie_beoordeling
    for each row execute function beoordeling_blijft();
"""
