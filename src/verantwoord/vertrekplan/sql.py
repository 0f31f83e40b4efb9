"""What the database itself guards about a vertrekplan. Used by migrations."""

from verantwoord.gebeurtenis.sql import volg_rijen

VASTGESTELD_BLIJFT = """
create function vertrekplan_blijft() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if old.vastgesteld_op is not null then
        raise exception 'Een vastgestelde versie van het vertrekplan verandert niet; maak een nieuwe versie.'
            using errcode = 'insufficient_privilege';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger vastgesteld_blijft before update or delete on vertrekplan_vertrekplan
    for each row execute function vertrekplan_blijft();
alter table vertrekplan_vertrekplan enable always trigger vastgesteld_blijft;

create function vertrekplan_actie_blijft() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    plan vertrekplan_vertrekplan;
begin
    select * into plan from vertrekplan_vertrekplan
        where id = case when tg_op = 'INSERT' then new.plan_id else old.plan_id end;
    if tg_op = 'UPDATE' and new.plan_id is distinct from old.plan_id then
        raise exception 'Een actie hoort bij één versie van het vertrekplan.' using errcode = 'insufficient_privilege';
    end if;
    if plan.vastgesteld_op is null then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_op = 'INSERT' and new.volgorde < plan.aantal_acties then
        return new;
    end if;
    if tg_op = 'UPDATE' and old.gereed_op is null
        and to_jsonb(new) - 'gereed_op' is not distinct from to_jsonb(old) - 'gereed_op' then
        return new;
    end if;
    raise exception 'Een vastgestelde versie van het vertrekplan verandert niet; maak een nieuwe versie.'
        using errcode = 'insufficient_privilege';
end $$;
create trigger vastgesteld_blijft before insert or update or delete on vertrekplan_actie
    for each row execute function vertrekplan_actie_blijft();
alter table vertrekplan_actie enable always trigger vastgesteld_blijft;
"""

BEWAKERS = VASTGESTELD_BLIJFT + volg_rijen("vertrekplan_vertrekplan") + volg_rijen("vertrekplan_actie")
