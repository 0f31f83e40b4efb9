from verantwoord.ondersteuning.views.behoefte import behoefte, vervuld
from verantwoord.ondersteuning.views.bijdrage import besluit, bijdrage
from verantwoord.ondersteuning.views.catalogus import aanbod, aanbod_nieuw, aanbod_wijzigen, catalogus
from verantwoord.ondersteuning.views.verwijzing import (
    eerste_opvolging,
    einde,
    opvolging,
    resultaat,
    verwijzen,
)
from verantwoord.ondersteuning.views.wensen import (
    beantwoorden,
    beoordelen,
    nieuw,
    past_hierbij,
    vertellen,
    wensen,
)

__all__ = [
    "aanbod",
    "aanbod_nieuw",
    "aanbod_wijzigen",
    "beantwoorden",
    "behoefte",
    "beoordelen",
    "besluit",
    "bijdrage",
    "catalogus",
    "eerste_opvolging",
    "einde",
    "nieuw",
    "opvolging",
    "past_hierbij",
    "resultaat",
    "vertellen",
    "vervuld",
    "verwijzen",
    "wensen",
]
