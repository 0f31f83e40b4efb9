"""What the database itself guards about messages in and out. Used by migrations."""

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

BEWAKERS = "".join(
    volg_rijen(f"keten_{tabel}")
    for tabel in ("inkomendbericht", "inzending", "ontvanger", "ondertekensleutel", "uitwisselafspraak")
) + "".join(sluit_af(f"keten_{tabel}") for tabel in ("inzending", "uitbericht", "poging", "verstrekking"))
