"""Words of the procedure before the IND and the court."""

from typing import Final

from verantwoord.kern.begrippen.begrip import Begrip

PROCEDURE: Final = (
    Begrip(
        "overdracht",
        "Het bericht waarmee IND, AVIM of KMar iemands dossier aan de DT&V geeft. Vóór de ontvangst bestaat er geen vertrekdossier.",
        "Rapport 1.5, 2.2",
        ("doorzending", "aanlevering"),
        ("overdracht",),
    ),
    Begrip(
        "besluit",
        "Wat de IND heeft beslist, met de dag waarop het is genomen en de dag waarop het is bekendgemaakt.",
        "Awb art. 1:3; Rapport 2.2",
        ("beslissing van de rechter",),
        ("procedure.besluiten",),
    ),
    Begrip(
        "terugkeerbesluit",
        "Het besluit dat iemand Nederland moet verlaten. Zonder bekendgemaakt terugkeerbesluit dat nog geldt, is er geen vertrekplicht.",
        "Vw 2000 art. 62a; Richtlijn 2008/115/EG art. 6",
        ("uitzetbevel",),
        ("procedure.besluiten[].terugkeerbesluit",),
    ),
    Begrip(
        "referentiebesluit",
        "De laatste afwijzing, of anders het terugkeerbesluit. Tegen dit besluit wordt beroep ingesteld en vanaf dit besluit tellen gesprekken.",
        "Projectbegrip (catalogus van normen)",
    ),
    Begrip(
        "beroep",
        "De vraag aan de rechtbank om het besluit van de IND te beoordelen. Een ingetrokken beroep is geen beroep.",
        "Vw 2000 hfdst. 7; Rapport 2.2",
        ("bezwaar", "hoger beroep"),
        ("procedure.beroepen",),
    ),
    Begrip(
        "hoger beroep",
        "De vraag aan de Afdeling bestuursrechtspraak om de uitspraak van de rechtbank te beoordelen. Het houdt het vertrek niet vanzelf tegen.",
        "Vw 2000 hfdst. 7",
        ("tweede beroep",),
        ("procedure.beroepen[].soort",),
    ),
    Begrip(
        "schorsende werking",
        "De uitspraak op het beroep mag in Nederland worden afgewacht; zolang mag geen vertrek worden afgedwongen.",
        "Vw 2000 art. 82; HvJ EU 19-06-2018, C-181/16 (Gnandi)",
        ("uitstel van vertrek",),
        ("procedure.besluiten[].schorsende_werking",),
    ),
    Begrip(
        "voorlopige voorziening",
        "Een maatregel van de rechter voor de tijd dat een procedure loopt. Is zij toegewezen, dan ligt het vertrek stil.",
        "Awb art. 8:81",
        ("kort geding",),
        ("procedure.voorlopige_voorzieningen",),
    ),
    Begrip(
        "rechtmatig verblijf",
        "Verblijf op een grond van artikel 8 van de Vreemdelingenwet. Zolang een grond geldt, worden geen vertrekstappen gezet.",
        "Vw 2000 art. 8",
        ("legaal verblijf",),
        ("procedure.verblijfsgronden",),
    ),
    Begrip(
        "opschorting",
        "Een periode waarin het vertrek stilligt: artikel 64, bedenktijd, een vergunning wegens mensenhandel of een voorlopige voorziening.",
        "Projectbegrip (catalogus van normen)",
        ("pauze", "bevriezing"),
    ),
    Begrip(
        "uitgeprocedeerd",
        "Iemand van wie de aanvraag is afgewezen en bij wie de rechter geen uitspraak meer hoeft te doen die in Nederland mag worden afgewacht.",
        "Rapport voorwoord, 2.2",
        ("illegaal",),
    ),
    Begrip(
        "vreemdeling",
        "De persoon over wie het dossier gaat. Tegenover de persoon zelf: u, met de naam.",
        "Vw 2000 art. 1",
        ("klant", "illegaal", "zaak"),
        ("persoon",),
    ),
    Begrip(
        "gemachtigde",
        "De advocaat of een ander die namens de vreemdeling optreedt.",
        "Awb art. 2:1",
        ("tegenpartij",),
        ("persoon.gemachtigde",),
    ),
    Begrip(
        "alleenstaande minderjarige vreemdeling (amv)",
        "Iemand onder de 18 die zonder ouder of andere verantwoordelijke volwassene in Nederland is. Nidos heeft de voogdij.",
        "Vc 2000 B8/6; Leidraad Terugkeer en Vertrek",
        ("ama",),
        ("persoon.amv",),
    ),
)
