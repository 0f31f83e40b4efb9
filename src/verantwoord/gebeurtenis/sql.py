"""The database's own part: sealing events, refusing change, keeping what rows were. Used by migrations."""

KETEN = """
create function gebeurtenis_zegel(g gebeurtenis_gebeurtenis) returns text
language sql immutable set search_path = public, pg_temp as $$
    select encode(sha256(convert_to(jsonb_build_array(
        g.vorige, g.dossier_id, g.volgnummer, g.soort, g.onderwerp, g.onderwerp_id, g.door, g.door_naam,
        g.gegevens, g.bericht_id, to_char(g.moment at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')
    )::text, 'UTF8')), 'hex')
$$;

create table gebeurtenis_kop (
    dossier_id uuid unique nulls not distinct,
    volgnummer bigint not null,
    hash text not null
);
"""

# The head of the chain is the lock: two acts on one dossier seal one after the other. It is found by its unique index,
# which an insert that meets it uses also for the chain that belongs to no dossier; a condition on a column that may be
# null would read every head.
SCHAKEL = """
create or replace function gebeurtenis_schakel() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    kop gebeurtenis_kop;
begin
    insert into gebeurtenis_kop as k values (new.dossier_id, 0, '')
        on conflict (dossier_id) do update set volgnummer = k.volgnummer
        returning * into kop;
    new.volgnummer := kop.volgnummer + 1;
    new.vorige := kop.hash;
    new.moment := clock_timestamp();
    new.hash := gebeurtenis_zegel(new);
    insert into gebeurtenis_kop values (new.dossier_id, new.volgnummer, new.hash)
        on conflict (dossier_id) do update set volgnummer = excluded.volgnummer, hash = excluded.hash;
    return new;
end $$;
"""

BEWAKERS = """
create trigger schakel before insert on gebeurtenis_gebeurtenis
    for each row execute function gebeurtenis_schakel();

create function alleen_toevoegen() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    raise exception 'In % wordt alleen toegevoegd; % mag niet.', tg_table_name, lower(tg_op)
        using errcode = 'insufficient_privilege';
end $$;

create function bewaar_rij() returns trigger
language plpgsql security definer set search_path = public, pg_temp as $$
declare
    oud jsonb;
    rij jsonb := to_jsonb(case when tg_op = 'DELETE' then old else new end);
begin
    if tg_op = 'UPDATE' then
        select jsonb_object_agg(o.key, o.value) into oud
            from jsonb_each(to_jsonb(old)) o
            where o.value is distinct from rij -> o.key;
        if oud is null then
            return null;
        end if;
    elsif tg_op = 'DELETE' then
        oud := rij;
    end if;
    -- What opens a door is not kept a second time.
    oud := oud - 'password' - 'digest';
    insert into gebeurtenis_rijhistorie (tabel, rij_id, operatie, oud, door, verzoek, moment)
    values (
        tg_table_name, coalesce(rij ->> tg_argv[0], ''), tg_op, oud,
        coalesce(nullif(current_setting('verantwoord.door', true), ''), session_user),
        coalesce(current_setting('verantwoord.verzoek', true), ''), clock_timestamp()
    );
    return null;
end $$;
"""


def sluit_af(tabel: str) -> str:
    """Refuse every change and removal in an append-only table, for the owner as well."""
    return f"""
    create trigger alleen_toevoegen before update or delete on {tabel}
        for each row execute function alleen_toevoegen();
    create trigger alleen_toevoegen_geheel before truncate on {tabel}
        for each statement execute function alleen_toevoegen();
    alter table {tabel} enable always trigger alleen_toevoegen;
    alter table {tabel} enable always trigger alleen_toevoegen_geheel;
    """


def volg_rijen(tabel: str, sleutel: str = "id") -> str:
    """Keep what the rows of this table were, whoever changes them and by whatever road."""
    return f"""
    create trigger bewaar_rij after insert or update or delete on {tabel}
        for each row execute function bewaar_rij('{sleutel}');
    """
