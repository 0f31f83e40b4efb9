"""What the database itself guards about break-glass. Used by migrations."""

KLOK = """
create function noodtoegang_klok() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'INSERT' then
        new.tot := clock_timestamp() + least(new.tot - new.vanaf, interval '60 minutes');
        new.vanaf := clock_timestamp();
        if new.oordeel is not null or new.geescaleerd_op is not null then
            raise exception 'Noodtoegang begint zonder oordeel.' using errcode = 'insufficient_privilege';
        end if;
        return new;
    end if;
    if (new.id, new.dossier_id, new.dossierteam_id, new.medewerker_id, new.rol, new.organisatie, new.categorie, new.reden, new.vanaf,
            new.beoordelen_voor)
        is distinct from (old.id, old.dossier_id, old.dossierteam_id, old.medewerker_id, old.rol, old.organisatie, old.categorie,
            old.reden, old.vanaf, old.beoordelen_voor)
        or new.tot > old.tot
        or old.oordeel is not null
            and (new.oordeel, new.beoordeeld_door_id, new.beoordeeld_op, new.toelichting)
                is distinct from (old.oordeel, old.beoordeeld_door_id, old.beoordeeld_op, old.toelichting)
        or old.geescaleerd_op is not null and new.geescaleerd_op is distinct from old.geescaleerd_op
    then
        raise exception 'Noodtoegang verandert niet; alleen eerder eindigen, één oordeel en één escalatie kan.'
            using errcode = 'insufficient_privilege';
    end if;
    if new.tot < old.tot then
        new.tot := least(old.tot, clock_timestamp());
    end if;
    if old.oordeel is null and new.oordeel is not null then
        new.beoordeeld_op := clock_timestamp();
    end if;
    return new;
end $$;

create trigger noodtoegang_klok before insert or update on toegang_noodtoegang
    for each row execute function noodtoegang_klok();
alter table toegang_noodtoegang enable always trigger noodtoegang_klok;

create trigger noodtoegang_blijft before delete on toegang_noodtoegang
    for each row execute function alleen_toevoegen();
create trigger noodtoegang_blijft_geheel before truncate on toegang_noodtoegang
    for each statement execute function alleen_toevoegen();
alter table toegang_noodtoegang enable always trigger noodtoegang_blijft;
alter table toegang_noodtoegang enable always trigger noodtoegang_blijft_geheel;
"""
