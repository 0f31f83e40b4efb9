from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

# A measure is imposed once, as it was explained to the person. It can only end, and once; nothing makes it last longer.
MAATREGEL_BLIJFT = """
create function maatregel_blijft() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if tg_op = 'UPDATE' and old.beeindigd_op is null
        and to_jsonb(new) - array['beeindigd_op', 'einde_reden', 'beeindigd_door_naam']
            is not distinct from to_jsonb(old) - array['beeindigd_op', 'einde_reden', 'beeindigd_door_naam'] then
        return new;
    end if;
    raise exception 'Een maatregel verandert niet; beëindig hem, of leg een nieuwe op.'
        using errcode = 'insufficient_privilege';
end $$;
create trigger maatregel_blijft before update or delete on toezicht_maatregel
    for each row execute function maatregel_blijft();
alter table toezicht_maatregel enable always trigger maatregel_blijft;
"""
TABELLEN = ("maatregel", "maatregeltoets", "meldmoment", "meldverzoek", "reistest", "reistestantwoord")
ALLEEN_TOEVOEGEN = ("maatregeltoets", "meldmoment", "reistestantwoord")


class Migration(migrations.Migration):
    dependencies = [("toezicht", "0001_begin"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            MAATREGEL_BLIJFT
            + "".join(volg_rijen(f"toezicht_{tabel}") for tabel in TABELLEN)
            + "".join(sluit_af(f"toezicht_{tabel}") for tabel in ALLEEN_TOEVOEGEN),
            migrations.RunSQL.noop,
        )
    ]
