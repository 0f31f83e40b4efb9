"""What the database itself guards about wishes and support. Used by migrations."""

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

GEVOLGD = (
    "aanbod",
    "aanbodinvoer",
    "begroting",
    "begrotingsstap",
    "behoefte",
    "betaalstap",
    "bijdrage",
    "derdeland",
    "landantwoord",
    "navraag",
    "regeling",
    "regelingstap",
    "toelatingsbewijs",
    "verwijzing",
    "verwijzingsstap",
    "wens",
    "wensstap",
)

ALLEEN_TOEVOEGEN = (
    "begrotingsstap",
    "betaalstap",
    "landantwoord",
    "navraag",
    "regelingstap",
    "verwijzingsstap",
    "wensstap",
)

BEWAKERS = "".join(volg_rijen(f"ondersteuning_{tabel}") for tabel in GEVOLGD) + "".join(
    sluit_af(f"ondersteuning_{tabel}") for tabel in ALLEEN_TOEVOEGEN
)
