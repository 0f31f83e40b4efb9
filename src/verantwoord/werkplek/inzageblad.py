"""Who looked, in words: the person concerned reads this page too."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.toegang.models import Inzage
from verantwoord.toegang.rechten import Organisatie, als_rol

# The rooms and pages as the tabs call them; a page without words of its own is named by its room.
ONDERDELEN: Final[dict[str, Promise]] = {
    "werkplek:caseload": lui("Lijst met dossiers"),
    "werkplek:zoeken": lui("Zoekresultaat"),
    "werkplek:uitvoer": lui("Bestand met een lijst"),
    "werkplek:vraag_uitvoer": lui("Bestand met een lijst"),
    "werkplek:uitvoer_bestand": lui("Bestand met een lijst"),
    "werkplek:overzicht": lui("Overzicht"),
    "werkplek:tijdlijn": lui("Tijdlijn"),
    "werkplek:inzage": lui("Inzage"),
    "werkplek:verstrekkingen": lui("Wat partners hebben gehoord"),
    "werkplek:gezin": lui("Gezin"),
    "werkplek:documenten": lui("Documenten"),
    "werkplek:overleg": lui("Overleg"),
    "toezicht": lui("Toezicht"),
    "toezicht:reistesten": lui("Testen voor de reis"),
    "toezicht:reistest_nieuw": lui("Testen voor de reis"),
    "toezicht:reisteststap": lui("Testen voor de reis"),
    "overleg": lui("Overleg"),
    "dossieroverleg": lui("Overleg"),
    "vertrek": lui("Vertrek"),
    "team": lui("Dossiers overdragen"),
    "dossier:toewijzen": lui("Toewijzen"),
    "werkplek:te_tekenen": lui("Lijst met besluiten om mee te tekenen"),
    "werkplek:tekenen": lui("Besluit om mee te tekenen"),
    "dossier:namen": lui("Namen"),
    "dossier:in_behandeling": lui("In behandeling nemen"),
    "dossier:procedure": lui("Procedure"),
    "dossier:termijnen": lui("Termijnen"),
    "dossier:termijn_vastleggen": lui("Termijnen"),
    **dict.fromkeys(
        (
            "dossier:opvang",
            "dossier:verblijf",
            "dossier:verblijf_verbeteren",
            "dossier:overplaatsen",
            "dossier:overplaatsing",
            "dossier:kindbelangen",
            "dossier:achttien",
        ),
        lui("Opvang"),
    ),
    "dossier:afwijkingen": lui("Afwijkingen"),
    "dossier:afwijken": lui("Afwijkingen"),
    "afwijkverzoeken": lui("Lijst met verzoeken om af te wijken"),
    "dossier": lui("Dossier"),
    "vertrekgesprek": lui("Gesprekken"),
    "toetsing": lui("Toetsing"),
    "vertrekplan": lui("Vertrekplan"),
    "reisdocument": lui("Reisdocument"),
    "ondersteuning": lui("Wensen en ondersteuning"),
    "kwaliteit": lui("Kwaliteitsmeting"),
    "agenda:feed": lui("Agenda in een eigen kalender, zonder namen"),
    "agenda": lui("Agenda"),
    "meldingen": lui("Meldingen"),
    "api": lui("Via een koppeling"),
    "dossier:inzageverzoeken": lui("Vragen om meer te zien"),
    "dossier:inzageverzoek": lui("Vragen om meer te zien"),
    "dossier:veiligheid": lui("Veiligheidskaart"),
    "partner": lui("Bureau van een partner"),
    "vragen": lui("Vragen om meer te zien"),
    "vragen:vraag": lui("Een vraag, met het antwoord"),
    "vragen:veiligheid": lui("Veiligheidskaart"),
    "noodtoegang:openen": lui("Gezocht in nood, niets gevonden"),
    "noodtoegang:bekijken": lui("In nood geopend"),
    "fg": lui("Wie keek, zonder inhoud van het dossier"),
}
DOELEN: Final[dict[str, Promise]] = {
    "behandeling": lui("behandeling van het dossier"),
    "werklijst": lui("werklijst"),
    "zoeken": lui("zoeken naar een dossier"),
    "agenda": lui("agenda"),
    "overleg": lui("overleg met de partners"),
    "toewijzen": lui("toewijzen of overdragen"),
    "uitvoer": lui("bestand met een lijst"),
    "beheer": lui("beheer"),
    "meldingen": lui("meldingen"),
    "noodtoegang": lui("nood"),
    "toezicht": lui("toezicht op inzage"),
}


@dataclass(frozen=True, kw_only=True)
class Inzageregel:
    moment: datetime
    wie: str
    functie: str
    wat: str
    waarvoor: str
    geweigerd: bool


def maak_inzageregels(inzagen: Iterable[Inzage]) -> list[Inzageregel]:
    return [
        Inzageregel(
            moment=inzage.moment,
            wie=inzage.naam,
            functie=_functie(inzage),
            wat=onderdeel_in_woorden(inzage.onderdeel),
            waarvoor=str(DOELEN.get(inzage.doel, inzage.doel)),
            geweigerd=not inzage.toegestaan,
        )
        for inzage in inzagen
    ]


def _functie(inzage: Inzage) -> str:
    # Who comes in by the portal is of no organisation.
    delen = (als_rol(inzage.rol).label, inzage.organisatie and Organisatie(inzage.organisatie).label)
    return ", ".join(str(deel) for deel in delen if deel)


def onderdeel_in_woorden(route: str) -> str:
    """What was looked at; of a page without words of its own, the room."""
    if route in ONDERDELEN:
        return str(ONDERDELEN[route])
    kamer = route.split(":", maxsplit=1)[0].split("-", maxsplit=1)[0]
    return str(ONDERDELEN.get(kamer, _("Dossier")))
