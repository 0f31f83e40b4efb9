"""What the database itself guards about supervision. Used by migrations."""

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen
from verantwoord.toezicht.bewaring import sql as bewaring

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

GEVOLGD = ("maatregel", "maatregeltoets", "meldmoment", "meldverzoek", "reistest", "reistestantwoord")
ALLEEN_TOEVOEGEN = ("maatregeltoets", "meldmoment", "reistestantwoord")

BEWAKERS = "".join(
    [
        MAATREGEL_BLIJFT,
        *(volg_rijen(f"toezicht_{tabel}") for tabel in GEVOLGD),
        *(sluit_af(f"toezicht_{tabel}") for tabel in ALLEEN_TOEVOEGEN),
        bewaring.BEWAKERS,
    ]
)
