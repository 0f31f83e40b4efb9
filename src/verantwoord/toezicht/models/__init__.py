"""What supervision keeps besides the facts of the dossierbeeld."""

from verantwoord.toezicht.bewaring.models import Aanwijzing, Bewaringsregel, Voorstel
from verantwoord.toezicht.models.maatregel import Maatregel, Maatregeltoets
from verantwoord.toezicht.models.meldplicht import Meldmoment, Meldverzoek
from verantwoord.toezicht.models.reistest import Reistest, Reistestantwoord

__all__ = [
    "Aanwijzing",
    "Bewaringsregel",
    "Maatregel",
    "Maatregeltoets",
    "Meldmoment",
    "Meldverzoek",
    "Reistest",
    "Reistestantwoord",
    "Voorstel",
]
