from verantwoord.ondersteuning.views.beheer import bestand, geschiedenis, invoer, nagevraagd, nakijken, proef
from verantwoord.ondersteuning.views.behoefte import behoefte, vervuld
from verantwoord.ondersteuning.views.bijdrage import begroting, besluit, betaling, bijdrage, bijdragen
from verantwoord.ondersteuning.views.catalogus import aanbod, aanbod_nieuw, aanbod_wijzigen, catalogus
from verantwoord.ondersteuning.views.derdeland import bewijs_vervallen, derde_land, landstap
from verantwoord.ondersteuning.views.regeling import regeling, regelstand
from verantwoord.ondersteuning.views.verwijzing import (
    antwoord,
    bewijs,
    eerste_opvolging,
    einde,
    opvolging,
    resultaat,
    stil,
    verwijzen,
)
from verantwoord.ondersteuning.views.voorstel import voorstel_antwoord, voorstel_vervallen
from verantwoord.ondersteuning.views.wensen import (
    beantwoorden,
    beoordelen,
    navragen,
    nieuw,
    past_hierbij,
    vertellen,
    wensen,
)

__all__ = [
    "aanbod",
    "aanbod_nieuw",
    "aanbod_wijzigen",
    "antwoord",
    "beantwoorden",
    "begroting",
    "behoefte",
    "beoordelen",
    "besluit",
    "bestand",
    "betaling",
    "bewijs",
    "bewijs_vervallen",
    "bijdrage",
    "bijdragen",
    "catalogus",
    "derde_land",
    "eerste_opvolging",
    "einde",
    "geschiedenis",
    "invoer",
    "landstap",
    "nagevraagd",
    "nakijken",
    "navragen",
    "nieuw",
    "opvolging",
    "past_hierbij",
    "proef",
    "regeling",
    "regelstand",
    "resultaat",
    "stil",
    "vertellen",
    "vervuld",
    "verwijzen",
    "voorstel_antwoord",
    "voorstel_vervallen",
    "wensen",
]
