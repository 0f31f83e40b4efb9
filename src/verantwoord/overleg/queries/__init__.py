"""Every question others may ask this room. All of them start with who is asking."""

from verantwoord.overleg.queries.punt import (
    TeDoen,
    acties_voor,
    dossiers_of_punt,
    feiten_van_dossier,
    open_acties_of,
    punt_of,
    punt_stand_of,
    punten_van_dossier,
    standpunten_of,
    te_doen_of,
    te_gast_bij,
    versie_of_punt,
    zit_aan_tafel,
)
from verantwoord.overleg.queries.tafel import (
    agenda_of,
    gastteams_of,
    overleg_of,
    overleggen_of,
    reeksen_of,
    te_vullen,
)
from verantwoord.overleg.queries.verslag import Verslagblad, cijfers_of, verslag_of

__all__ = [
    "TeDoen",
    "Verslagblad",
    "acties_voor",
    "agenda_of",
    "cijfers_of",
    "dossiers_of_punt",
    "feiten_van_dossier",
    "gastteams_of",
    "open_acties_of",
    "overleg_of",
    "overleggen_of",
    "punt_of",
    "punt_stand_of",
    "punten_van_dossier",
    "reeksen_of",
    "standpunten_of",
    "te_doen_of",
    "te_gast_bij",
    "te_vullen",
    "versie_of_punt",
    "verslag_of",
    "zit_aan_tafel",
]
