from django.db import migrations, models

# When the minutes of an item are fixed, what was brought in at it is fixed with them; an agreement is still carried out.
FUNCTIE = """
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
TRIGGERS = "".join(
    f"""
create trigger inbreng_blijft before insert or update or delete on overleg_{tabel}
    for each row execute function overleg_inbreng_blijft();
alter table overleg_{tabel} enable always trigger inbreng_blijft;
"""
    for tabel in ("actie", "standpunt", "stem", "tegenspraak", "puntdossier")
)


class Migration(migrations.Migration):
    dependencies = [("overleg", "0002_bewakers")]

    operations = [
        migrations.AlterField(
            "overlegpunt", "onderwerp", models.CharField(default="vertrekstrategie", max_length=20)
        ),
        migrations.AlterField("overlegpunt", "voorstel_door", models.CharField(default="dtv", max_length=10)),
        migrations.RunSQL(FUNCTIE + TRIGGERS, migrations.RunSQL.noop),
    ]
