from django.db import migrations


def _telling(naam: str, tabel: str, kolom: str) -> str:
    return f"""
    create or replace function {naam}(vingers text[]) returns table (vinger text, dossiers bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
        select {kolom}, count(distinct dossier_id) from {tabel} where {kolom} = any (vingers) group by 1
    $$;
    """  # noqa: S608 - names of our own


class Migration(migrations.Migration):
    """Let the program count in how many dossiers a text stands, also those that who asks may not see: only a number."""

    dependencies = [("toetsing", "0004_bewakers_routeregel")]

    operations = [
        migrations.RunSQL(
            _telling("gelijke_afwegingen", "toetsing_toetsing", "afweging_vinger")
            + _telling("gelijke_toelichtingen", "toetsing_routeregel", "toelichting_vinger"),
            "drop function gelijke_afwegingen(text[]); drop function gelijke_toelichtingen(text[])",
        ),
    ]
