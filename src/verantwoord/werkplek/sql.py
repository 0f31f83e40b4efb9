"""What the database itself guards about the work place. Used by migrations."""

from verantwoord.gebeurtenis.sql import volg_rijen

BEWAKERS = "".join(
    volg_rijen(f"werkplek_{tabel}") for tabel in ("agendalink", "bewaardfilter", "mailvoorkeur", "melding")
)
