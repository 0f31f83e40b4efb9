"""Every table of this room. The parts keep their own; Django looks for them here."""

from verantwoord.vakmanschap.dialoog.models import Dialoog, Dialoogafspraak, Genodigde, Reactie, Voorbeeld
from verantwoord.vakmanschap.intervisie.models import Afspraak, Bijeenkomst, Casus, Deelnemer
from verantwoord.vakmanschap.kennis.models import Kennisstuk
from verantwoord.vakmanschap.meekijken.models import Feedback, Meekijken
from verantwoord.vakmanschap.opleiding.models import Cursus, Deelname, Loopbaan, Trainer

__all__ = [
    "Afspraak",
    "Bijeenkomst",
    "Casus",
    "Cursus",
    "Deelname",
    "Deelnemer",
    "Dialoog",
    "Dialoogafspraak",
    "Feedback",
    "Genodigde",
    "Kennisstuk",
    "Loopbaan",
    "Meekijken",
    "Reactie",
    "Trainer",
    "Voorbeeld",
]
