"""What the database itself guards about findings. Used by migrations."""

from verantwoord.gebeurtenis.sql import volg_rijen

BEWAKERS = volg_rijen("bewaking_openbevinding")
