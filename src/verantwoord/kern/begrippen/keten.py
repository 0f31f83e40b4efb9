"""The organisations of the chain, and where they meet."""

from typing import Final

from verantwoord.kern.begrippen.begrip import Begrip

KETEN: Final = (
    Begrip(
        "regievoerder",
        "De medewerker van de DT&V die de regie heeft over het vertrek van een vreemdeling, ook na een verwijzing.",
        "Rapport 2.1, 2.2",
        ("casemanager", "behandelaar"),
        ("regievoerder",),
    ),
    Begrip(
        "Dienst Terugkeer en Vertrek (DT&V)",
        "De dienst die het vertrek uit Nederland regisseert.",
        "Rapport 1.1",
    ),
    Begrip(
        "Immigratie- en Naturalisatiedienst (IND)",
        "De dienst die over verblijf beslist en zegt of er een beletsel voor vertrek is.",
        "Rapport 2.1",
    ),
    Begrip(
        "Centraal Orgaan opvang asielzoekers (COA)",
        "De organisatie die de opvang geeft. Zij krijgt de einddatum van de opvang, niet het besluit van de IND.",
        "Rapport 2.1, 3.4",
    ),
    Begrip(
        "Afdeling Vreemdelingenpolitie, Identificatie en Mensenhandel (AVIM)",
        "De afdeling van de politie voor toezicht op vreemdelingen en voor mensenhandel.",
        "Rapport 2.1",
        ("vreemdelingenpolitie",),
    ),
    Begrip(
        "Koninklijke Marechaussee (KMar)",
        "De dienst die de grens bewaakt en gedwongen vertrek begeleidt.",
        "Rapport 2.1",
    ),
    Begrip(
        "Internationale Organisatie voor Migratie (IOM)",
        "De organisatie die helpt bij zelfstandig vertrek en herintegratie. Gesprekken daar zijn vertrouwelijk.",
        "Rapport 3.1",
    ),
    Begrip(
        "directie Internationale Aangelegenheden (DIA)",
        "Het onderdeel van de DT&V dat vertrek in het land van bestemming voorbereidt, zoals een medische overdracht.",
        "Rapport 2.1, 3.1",
    ),
    Begrip(
        "Lokaal Ketenoverleg (LKO)",
        "Het overleg van DT&V, COA, AVIM en IND over de strategie in een dossier. Een besluit geldt alleen als alle vier akkoord zijn.",
        "Rapport 2.2, 3.4",
        ("casusoverleg",),
        ("overleg",),
    ),
    Begrip(
        "Regionaal afstemmingsoverleg (RAO)",
        "Het overleg van de regionale managers, waar een zaak komt als het LKO het niet eens wordt.",
        "Rapport voetnoot 17",
        (),
        ("overleg[].soort",),
    ),
    Begrip(
        "Deelberaad Asiel",
        "Het overleg van directeuren voor problemen die lokaal en regionaal niet zijn op te lossen.",
        "Rapport voetnoot 18",
        (),
        ("overleg[].soort",),
    ),
    Begrip(
        "standpunt",
        "Wat een partner in het overleg vindt: akkoord, niet akkoord of onthouding. Zwijgen is geen akkoord.",
        "Rapport 3.4",
        ("stem",),
        ("overleg[].standpunten",),
    ),
    Begrip(
        "tegenspraak",
        "Een alternatief, risico of vraag van een andere partner dan de indiener, met het antwoord erbij.",
        "Rapport 3.4",
        ("bezwaar",),
        ("overleg[].tegenspraak",),
    ),
)
