from django.db import migrations

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

# What was signalled stays as it came in; the day on which a person answered it is filled in once.
SIGNAAL_BLIJFT = """
create function toetsing_signaal_blijft() returns trigger language plpgsql set search_path = public, pg_temp as $$
begin
    if old.afgehandeld_op is not null
        or to_jsonb(new) - 'afgehandeld_op' is distinct from to_jsonb(old) - 'afgehandeld_op' then
        raise exception 'Een aanwijzing wordt niet gewijzigd; alleen de dag van afhandeling wordt ingevuld.'
            using errcode = 'insufficient_privilege';
    end if;
    return new;
end $$;
create trigger signaal_blijft before update on toetsing_signaal
    for each row execute function toetsing_signaal_blijft();
"""


class Migration(migrations.Migration):
    dependencies = [("toetsing", "0001_begin"), ("gebeurtenis", "0002_bewakers")]

    operations = [
        migrations.RunSQL(
            sluit_af("toetsing_toetsing")
            + "".join(volg_rijen(f"toetsing_{tabel}") for tabel in ("toetsing", "signaal", "concept"))
            + SIGNAAL_BLIJFT,
            migrations.RunSQL.noop,
        )
    ]
