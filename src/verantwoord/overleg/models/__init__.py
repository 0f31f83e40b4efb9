from verantwoord.overleg.models.feit import Overlegpunt
from verantwoord.overleg.models.inbreng import Actie, Standpunt, Stem, Tegenspraak
from verantwoord.overleg.models.overleg import Deelnemer, Overleg, Overlegreeks, Reeksdeelnemer
from verantwoord.overleg.models.punt import Agendapunt, Gast, Puntdossier
from verantwoord.overleg.models.verslag import Aanvulling, Bevestiging, Verslag, Verslagpunt

__all__ = [
    "Aanvulling",
    "Actie",
    "Agendapunt",
    "Bevestiging",
    "Deelnemer",
    "Gast",
    "Overleg",
    "Overlegpunt",
    "Overlegreeks",
    "Puntdossier",
    "Reeksdeelnemer",
    "Standpunt",
    "Stem",
    "Tegenspraak",
    "Verslag",
    "Verslagpunt",
]
