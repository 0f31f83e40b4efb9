"""What the database itself guards about staff and who looked. Used by migrations."""

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen
from verantwoord.toegang.nood.sql import KLOK

# In which transaction the look was written: one that is not committed yet opens nothing. No field of the model, for the
# program neither says nor reads it.
TRANSACTIE = """
alter table toegang_inzage add column transactie xid8 not null default pg_current_xact_id();
"""

GEVOLGD = (
    "koppeling",
    "medewerker",
    "noodtoegang",
    "opvallendeinzage",
    "postcode",
    "rolclaim",
    "sleutel",
    "team",
)

BEWAKERS = "".join(
    [
        TRANSACTIE,
        KLOK,
        *(volg_rijen(f"toegang_{tabel}") for tabel in GEVOLGD),
        *(sluit_af(f"toegang_{tabel}") for tabel in ("inzage", "inzagereden")),
    ]
)
