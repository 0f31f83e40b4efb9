"""What the database itself guards about learning and dialogue. Used by migrations."""

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

GEVOLGD = (
    "afspraak",
    "bijeenkomst",
    "casus",
    "cursus",
    "deelname",
    "deelnemer",
    "dialoog",
    "dialoogafspraak",
    "genodigde",
    "kennisstuk",
    "meekijken",
    "trainer",
    "voorbeeld",
)

BEWAKERS = "".join(
    [
        *(volg_rijen(f"vakmanschap_{tabel}") for tabel in GEVOLGD),
        volg_rijen("vakmanschap_loopbaan", "medewerker_id"),
        volg_rijen("vakmanschap_feedback", "meekijken_id"),
        sluit_af("vakmanschap_reactie"),
    ]
)
