"""What the database itself guards about an overleg: what was said stays, and who may see an item. Used by migrations."""

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

GEVOLGD = (
    "actie",
    "agendapunt",
    "deelnemer",
    "gast",
    "overleg",
    "overlegpunt",
    "overlegreeks",
    "puntdossier",
    "reeksdeelnemer",
    "standpunt",
    "tegenspraak",
    "verslag",
)

ALLEEN_TOEVOEGEN = ("aanvulling", "bevestiging", "stem", "verslagpunt")

VAST = """
create function overleg_standpunt_blijft() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if exists (select from overleg_agendapunt p where p.id = old.punt_id and p.onthuld_op is not null) then
        raise exception 'Een eerste standpunt verandert niet meer nadat het voor iedereen te lezen is; stem anders, of vul het verslag aan.'
            using errcode = 'insufficient_privilege';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger standpunt_blijft before update or delete on overleg_standpunt
    for each row execute function overleg_standpunt_blijft();
alter table overleg_standpunt enable always trigger standpunt_blijft;

create function overleg_tegenspraak_blijft() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.beantwoord_op is null
        and to_jsonb(new) - array['antwoord', 'antwoord_partner', 'antwoord_door', 'beantwoord_op']
            is not distinct from to_jsonb(old) - array['antwoord', 'antwoord_partner', 'antwoord_door', 'beantwoord_op']
    then
        return new;
    end if;
    raise exception 'Tegenspraak en het antwoord daarop veranderen niet; vul het verslag aan.'
        using errcode = 'insufficient_privilege';
end $$;
create trigger tegenspraak_blijft before update or delete on overleg_tegenspraak
    for each row execute function overleg_tegenspraak_blijft();
alter table overleg_tegenspraak enable always trigger tegenspraak_blijft;

create function overleg_punt_blijft() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    later constant text[] := array['teruggekoppeld_op', 'terugkoppeling', 'bevestigd_op', 'versie'];
begin
    if not exists (select from overleg_verslagpunt v where v.punt_id = old.id) then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_op = 'UPDATE' and to_jsonb(new) - later is not distinct from to_jsonb(old) - later then
        return new;
    end if;
    raise exception 'Het verslag van dit punt is vastgesteld; het punt verandert niet meer. Vul het verslag aan.'
        using errcode = 'insufficient_privilege';
end $$;
create trigger punt_blijft before update or delete on overleg_agendapunt
    for each row execute function overleg_punt_blijft();
alter table overleg_agendapunt enable always trigger punt_blijft;

create function overleg_verslag_blijft() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.vastgesteld_op is null then
        return new;
    end if;
    raise exception 'Een vastgesteld verslag verandert niet; vul het aan.' using errcode = 'insufficient_privilege';
end $$;
create trigger verslag_blijft before update or delete on overleg_verslag
    for each row execute function overleg_verslag_blijft();
alter table overleg_verslag enable always trigger verslag_blijft;
"""

# What is said about an item ends with the minutes of it.
INBRENG_BLIJFT = """
create function overleg_inbreng_blijft() returns trigger language plpgsql set search_path = public, pg_temp as $$
declare
    punt uuid := case when tg_op = 'DELETE' then old.punt_id else new.punt_id end;
    uitvoering constant text[] := array['gereed_op', 'gereed_door'];
begin
    if not exists (select from overleg_verslagpunt v where v.punt_id = punt) then
        return case when tg_op = 'DELETE' then old else new end;
    end if;
    if tg_op = 'UPDATE' and tg_table_name = 'overleg_actie'
        and to_jsonb(old) ->> 'gereed_op' is null
        and to_jsonb(new) - uitvoering is not distinct from to_jsonb(old) - uitvoering then
        return new;
    end if;
    raise exception 'Het verslag van dit punt is vastgesteld; er komt niets meer bij. Vul het verslag aan.'
        using errcode = 'insufficient_privilege';
end $$;
"""
INBRENG_BEWAAKT = "".join(
    f"""
create trigger inbreng_blijft before insert or update or delete on overleg_{tabel}
    for each row execute function overleg_inbreng_blijft();
alter table overleg_{tabel} enable always trigger inbreng_blijft;
"""
    for tabel in ("actie", "standpunt", "stem", "tegenspraak", "puntdossier")
)

# Who may see an item of an agenda, as the policy of its table asks it. At the table sits who has the right to: one hat of
# an organisation does not see what the other discusses.
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

BEWAKERS = "".join(
    [
        VAST,
        INBRENG_BLIJFT,
        INBRENG_BEWAAKT,
        OP_AGENDA,
        *(volg_rijen(f"overleg_{tabel}") for tabel in GEVOLGD),
        *(sluit_af(f"overleg_{tabel}") for tabel in ALLEEN_TOEVOEGEN),
    ]
)
