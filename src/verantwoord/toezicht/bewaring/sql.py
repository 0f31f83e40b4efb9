"""What the database itself guards about detention. Used by migrations."""

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

VOORSTEL_BLIJFT = """
create function bewaring_voorstel_blijft() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' then
        if old.opsteller_id <> new.opsteller_id or old.dossier_id <> new.dossier_id
            or (old.stand <> 'concept' and old.inhoud is distinct from new.inhoud)
            or (old.opgelegd_op is not null and (
                old.opgelegd_op is distinct from new.opgelegd_op or old.lezer_id is distinct from new.lezer_id
                or old.ambtenaar_id is distinct from new.ambtenaar_id
                or old.aanwijzing_id is distinct from new.aanwijzing_id)) then
            raise exception 'Dit voorstel is al gelezen of besloten; het verandert niet meer.'
                using errcode = 'insufficient_privilege';
        end if;
        if old.opgelegd_op is null and new.opgelegd_op is not null and old.stand <> 'bij_ambtenaar' then
            raise exception 'Alleen wat aan een bevoegde ambtenaar is voorgelegd, kan worden opgelegd.'
                using errcode = 'insufficient_privilege';
        end if;
    end if;
    if new.opgelegd_op is not null and (tg_op = 'INSERT' or old.opgelegd_op is null) and not exists (
        select 1 from toezicht_aanwijzing a join toegang_medewerker m on m.id = a.medewerker_id
        where a.id = new.aanwijzing_id and a.medewerker_id = new.ambtenaar_id and a.waarvoor = 'opleggen'
            and new.opgelegd_op between a.van and a.tot and a.bevestigd_op <= new.opgelegd_op
            and (a.ingetrokken_op is null or a.ingetrokken_op > new.opgelegd_op)
            and m.is_active and m.rol <> 'systeem'
    ) then
        raise exception 'Wie bewaring oplegt, is op die dag niet aangewezen.'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger voorstel_blijft before insert or update on toezicht_voorstel
    for each row execute function bewaring_voorstel_blijft();
alter table toezicht_voorstel enable always trigger voorstel_blijft;
"""

PERIODEN = """
create or replace function bewaringsperioden(dossier uuid)
returns table (van date, tot date, van_dit_dossier boolean)
language plpgsql stable security definer set search_path = public, pg_temp as $$
begin
    if not (is_systeem() or dossier = any (bonnen('toezicht_en_bewaring'))) then
        return;
    end if;
    return query
        select (b ->> 'opgelegd_op')::date, (b ->> 'opgeheven_op')::date, ander.id = dossier
        from dossier_dossier dit
            join dossier_dossier ander on ander.persoon_id = dit.persoon_id
            join dossier_dossierdeel deel on deel.dossier_id = ander.id and deel.deel = 'bewaringen'
            cross join jsonb_array_elements(deel.inhoud) b
        where dit.id = dossier and b ->> 'opgelegd_op' is not null
        order by 1, 2;
end $$;
"""

GELIJK = """
create or replace function gelijke_bewaringsteksten(gevraagd text[]) returns table (vinger text, dossiers bigint)
language sql stable security definer set search_path = public, pg_temp as $$
    select v.vinger, count(distinct w.dossier_id)
    from toezicht_voorstel w cross join unnest(w.vingers) v (vinger)
    where v.vinger = any (gevraagd) group by 1
$$;
"""

BEWAKERS = "".join(
    [
        VOORSTEL_BLIJFT,
        PERIODEN,
        GELIJK,
        *(volg_rijen(f"toezicht_{tabel}") for tabel in ("aanwijzing", "bewaringsregel", "voorstel")),
        sluit_af("toezicht_bewaringsregel"),
    ]
)
