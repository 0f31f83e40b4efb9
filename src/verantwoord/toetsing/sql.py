"""What the database itself guards about the toetsingsmomenten. Used by migrations."""

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

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


def _telling(naam: str, tabel: str, kolom: str) -> str:
    """Let the program count in how many dossiers a text stands, also those that who asks may not see: only a number."""
    return f"""
    create or replace function {naam}(vingers text[]) returns table (vinger text, dossiers bigint)
    language sql stable security definer set search_path = public, pg_temp as $$
        select {kolom}, count(distinct dossier_id) from {tabel} where {kolom} = any (vingers) group by 1
    $$;
    """  # noqa: S608 - names of our own


BEWAKERS = "".join(
    [
        SIGNAAL_BLIJFT,
        _telling("gelijke_afwegingen", "toetsing_toetsing", "afweging_vinger"),
        _telling("gelijke_toelichtingen", "toetsing_routeregel", "toelichting_vinger"),
        *(volg_rijen(f"toetsing_{tabel}") for tabel in ("concept", "routeregel", "signaal", "toetsing")),
        *(sluit_af(f"toetsing_{tabel}") for tabel in ("routeregel", "toetsing")),
    ]
)
