"""What the database itself guards about a vertrekgesprek. Used by migrations."""

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

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

BEWAKERS = "".join(
    [
        STAAT_VAST,
        *(
            volg_rijen(f"vertrekgesprek_{tabel}")
            for tabel in ("addendum", "afspraakgedaan", "gesprek", "passagebesluit", "woordvoorstel")
        ),
        *(sluit_af(f"vertrekgesprek_{tabel}") for tabel in ("addendum", "afspraakgedaan", "passagebesluit")),
    ]
)
