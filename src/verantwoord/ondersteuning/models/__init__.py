from verantwoord.ondersteuning.models.aanbod import Aanbod, Aanbodinvoer
from verantwoord.ondersteuning.models.begroting import Begroting, Begrotingsstap
from verantwoord.ondersteuning.models.behoefte import Behoefte
from verantwoord.ondersteuning.models.bijdrage import Betaalstap, Bijdrage
from verantwoord.ondersteuning.models.derdeland import DerdeLand, Landantwoord, Toelatingsbewijs
from verantwoord.ondersteuning.models.navraag import Navraag
from verantwoord.ondersteuning.models.regeling import Regeling, Regelingstap
from verantwoord.ondersteuning.models.verwijzing import Verwijzing, Verwijzingsstap
from verantwoord.ondersteuning.models.wens import Wens, Wensstap

__all__ = [
    "Aanbod",
    "Aanbodinvoer",
    "Begroting",
    "Begrotingsstap",
    "Behoefte",
    "Betaalstap",
    "Bijdrage",
    "DerdeLand",
    "Landantwoord",
    "Navraag",
    "Regeling",
    "Regelingstap",
    "Toelatingsbewijs",
    "Verwijzing",
    "Verwijzingsstap",
    "Wens",
    "Wensstap",
]
