from verantwoord.inspectie.models.cijfers import Cijferopmerking, Jaarcijfer, Voorlegging
from verantwoord.inspectie.models.onderzoek import (
    Getrokken,
    Onderzoek,
    Onderzoeker,
    Seedafspraak,
    Stand,
    Stratum,
    Trekking,
)
from verantwoord.inspectie.models.register import Bron, Interview, Interviewtabel, Overlegbezoek
from verantwoord.inspectie.models.uitkomst import (
    Aanbeveling,
    Conclusie,
    Meetpunt,
    Reactie,
    Reactieverzoek,
)

__all__ = [
    "Aanbeveling",
    "Bron",
    "Cijferopmerking",
    "Conclusie",
    "Getrokken",
    "Interview",
    "Interviewtabel",
    "Jaarcijfer",
    "Meetpunt",
    "Onderzoek",
    "Onderzoeker",
    "Overlegbezoek",
    "Reactie",
    "Reactieverzoek",
    "Seedafspraak",
    "Stand",
    "Stratum",
    "Trekking",
    "Voorlegging",
]
