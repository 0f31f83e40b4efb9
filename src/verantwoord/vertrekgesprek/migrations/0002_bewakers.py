from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

# A finished talk does not change, whoever tries and by whatever road (invariant 7).
STAAT_VAST = """
create function gesprek_staat_vast() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if old.afgerond_op is not null then
        raise exception 'Een afgerond gesprek verandert niet meer; voeg een aanvulling toe.'
            using errcode = 'insufficient_privilege';
    end if;
    return case when tg_op = 'DELETE' then old else new end;
end $$;

create trigger gesprek_staat_vast before update or delete on vertrekgesprek_gesprek
    for each row execute function gesprek_staat_vast();
alter table vertrekgesprek_gesprek enable always trigger gesprek_staat_vast;
"""

OPERATIES = "".join(
    [
        STAAT_VAST,
        volg_rijen("vertrekgesprek_gesprek"),
        *(sluit_af(f"vertrekgesprek_{tabel}") for tabel in ("addendum", "afspraakgedaan")),
        *(volg_rijen(f"vertrekgesprek_{tabel}") for tabel in ("addendum", "afspraakgedaan")),
    ]
)


class Migration(migrations.Migration):
    dependencies = [("vertrekgesprek", "0001_begin"), ("gebeurtenis", "0002_bewakers")]

    operations = [migrations.RunSQL(OPERATIES, migrations.RunSQL.noop)]
