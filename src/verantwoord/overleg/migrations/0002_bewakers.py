from django.db import migrations

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

# What was thought before anybody read another's position stays what it was; dissent and its answer are given once;
# and an item of minutes that were established is history. Only its later fate (fed back, confirmed) is still written.
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

# What was kept whole so far becomes a row an entry; the facts themselves are the same before and after.
VERHUIS = """
insert into overleg_overlegpunt (
    id, dossier_id, volgorde, soort, datum, onderwerp, voorstel_door, standpunten, tegenspraak_door, tegenspraak,
    reactie, besluit, bevestigd_op, verslag_op, opgeschaald_naar, spoed_reden, teruggekoppeld_op, acties
)
select gen_random_uuid(), d.dossier_id, p.nummer - 1, f ->> 'soort', (f ->> 'datum')::date,
    coalesce(f ->> 'onderwerp', 'vertrekstrategie'), coalesce(f ->> 'voorstel_door', 'dtv'),
    coalesce(f -> 'standpunten', '[]'), f ->> 'tegenspraak_door', coalesce(f ->> 'tegenspraak', ''),
    coalesce(f ->> 'reactie', ''), f ->> 'besluit', (f ->> 'bevestigd_op')::date, (f ->> 'verslag_op')::date,
    f ->> 'opgeschaald_naar', f ->> 'spoed_reden', (f ->> 'teruggekoppeld_op')::date, coalesce(f -> 'acties', '[]')
from dossier_dossierdeel d cross join lateral jsonb_array_elements(d.inhoud) with ordinality as p(f, nummer)
where d.deel = 'overleg';
delete from dossier_dossierdeel where deel = 'overleg';
"""


class Migration(migrations.Migration):
    dependencies = [("overleg", "0001_begin"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            VAST
            + "".join(volg_rijen(f"overleg_{tabel}") for tabel in GEVOLGD)
            + "".join(sluit_af(f"overleg_{tabel}") for tabel in ALLEEN_TOEVOEGEN),
            migrations.RunSQL.noop,
        ),
        migrations.RunSQL(VERHUIS, migrations.RunSQL.noop),
    ]
