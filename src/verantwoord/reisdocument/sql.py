"""What the database itself guards about travel documents. Used by migrations."""

from verantwoord.gebeurtenis.sql import volg_rijen

VERZONDEN_BLIJFT = """
create function reisdocument_lp_blijft() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if old.verzonden_op is not null and (
        new.verzonden_op is distinct from old.verzonden_op
        or new.land is distinct from old.land
        or new.ingevuld_op is distinct from old.ingevuld_op
        or new.set_gecontroleerd_door is distinct from old.set_gecontroleerd_door
        or new.asielinformatie_aangetroffen is distinct from old.asielinformatie_aangetroffen
    ) then
        raise exception 'Wat verzonden is, verandert niet meer.' using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger verzonden_blijft before update on reisdocument_lpaanvraag
    for each row execute function reisdocument_lp_blijft();
"""

BEWAKERS = VERZONDEN_BLIJFT + volg_rijen("reisdocument_reisdocument") + volg_rijen("reisdocument_lpaanvraag")
