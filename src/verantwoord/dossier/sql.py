"""What the database itself guards about a dossier, its facts and its portal. Used by migrations."""

from verantwoord.gebeurtenis.sql import sluit_af, volg_rijen

GEVOLGD = (
    "aanvraag",
    "activering",
    "afscherming",
    "afschrift",
    "afwijkverzoek",
    "beroep",
    "besluit",
    "betwisting",
    "dossier",
    "dossierdeel",
    "ferreiratoets",
    "gezinslid",
    "inzageverzoek",
    "machtiging",
    "machtigingvoorstel",
    "onthouding",
    "opvangverlenging",
    "overplaatsing",
    "persoon",
    "portaalaccount",
    "portaalafscherming",
    "portaalfactor",
    "stem",
    "stembericht",
    "verblijfplaats",
    "verblijfsgrond",
    "vervanging",
    "verwijderbaarheidscheck",
    "voorlopigevoorziening",
)

# Tables whose rows are called by the row of another.
GEVOLGD_NAAR = {
    "betwistmerk": "betwisting_id",
    "inzageantwoord": "verzoek_id",
    "opvangdagen": "dossier_id",
    "proceduredagen": "dossier_id",
}

ALLEEN_TOEVOEGEN = (
    "antwoord",
    "kindbelang",
    "ontvangstbevestiging",
    "overplaatsingsgrond",
    "overplaatsingsstap",
    "stembericht",
    "veiligheidskaart",
)

BEWAKERS = "".join(
    [
        *(volg_rijen(f"dossier_{tabel}") for tabel in GEVOLGD),
        *(volg_rijen(f"dossier_{tabel}", sleutel) for tabel, sleutel in GEVOLGD_NAAR.items()),
        *(sluit_af(f"dossier_{tabel}") for tabel in ALLEEN_TOEVOEGEN),
    ]
)
