"""What the database itself guards about an onderzoek. Used by migrations."""

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen
from verantwoord.inspectie.leesdesk.sql import GESLOTEN_PAREN, LEZEN_BEWAAKT

EIGEN_ONDERZOEKEN = """
create or replace function eigen_onderzoeken() returns uuid[]
language plpgsql stable parallel restricted security definer set search_path = public, pg_temp as $$
begin
    return array(
        select o.onderzoek_id from inspectie_onderzoeker o join toegang_medewerker m on m.id = o.medewerker_id
        where o.medewerker_id = zelf() and o.tot is null and m.is_active and m.rol = 'inspectie'
    );
end $$;
"""

GEVOLGD = (
    "aanbeveling",
    "beoordeling",
    "bron",
    "cijferopmerking",
    "conclusie",
    "criterium",
    "interview",
    "interviewtabel",
    "jaarcijfer",
    "leesbeurt",
    "leesexemplaar",
    "lezer",
    "onderzoek",
    "onderzoeker",
    "overlegbezoek",
    "reactieverzoek",
    "seedafspraak",
    "stratum",
)

ALLEEN_TOEVOEGEN = (
    "getrokken",
    "herkomst",
    "leessleutel",
    "meetpunt",
    "meetwaarde",
    "naammelding",
    "onderzoeksrapport",
    "populatiemeting",
    "reactie",
    "trekking",
    "verborgen",
)

BEWAKERS = "".join(
    [
        EIGEN_ONDERZOEKEN,
        GESLOTEN_PAREN,
        LEZEN_BEWAAKT,
        *(volg_rijen(f"inspectie_{tabel}") for tabel in GEVOLGD),
        *(sluit_af(f"inspectie_{tabel}") for tabel in ALLEEN_TOEVOEGEN),
    ]
)
