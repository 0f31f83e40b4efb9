"""What a vertrekplan says: the strategy, each way with its analysis, and who does what."""

from typing import Final

STRATEGIE: Final[dict[str, tuple[str, ...]]] = {
    "zelfstandig_iom": (
        ("Inzetten op zelfstandig vertrek met IOM. {Naam} wil: {wens} Dat past bij wat IOM kan geven. Eerst het document, dan de datum. "
        "Gedwongen vertrek komt pas in beeld als dit na drie maanden niet lukt en het LKO het eens is."),
        ("{Naam} heeft gekozen voor IOM. Het plan volgt {zijn} tempo: eerst zekerheid over {stad}, dan het ticket. De DT&V regelt de papieren "
        "en houdt elke twee weken contact."),
    ),
    "zelfstandig_ngo": (
        ("De ngo begeleidt {naam} bij de voorbereiding. Als de uitkomst daarvan bekend is, kiest {hij} met wie {hij} reist. De DT&V blijft "
        "verantwoordelijk voor het plan."),
    ),
    "zelfstandig_dtv": (
        "{Naam} valt buiten de regeling van IOM. De DT&V betaalt daarom zelf een bijdrage voor de wens: {wens} Het vertrek gebeurt zelfstandig.",
    ),
    "derde_land": (
        ("{Naam} wil naar een broer in een ander land. Eerst vaststellen of dat land {hem} toelaat. Lukt dat niet voor de afgesproken dag, dan "
        "bekijken we samen de andere wegen."),
    ),
    "gedwongen": (
        ("Drie gesprekken en een aanbod van IOM hebben niet geleid tot zelfstandig vertrek. De strategie is nu gedwongen vertrek, na een "
        "besluit van alle vier de partners. De deur naar IOM blijft open tot de dag van vertrek."),
        ("{Naam} heeft gezegd niet zelf te gaan. Lichtere middelen zijn geprobeerd en besproken. Gedwongen vertrek wordt voorbereid; bij elk "
        "nieuw feit worden de vier momenten opnieuw getoetst en ligt het stil tot er antwoord is."),
    ),
    "geen_vertrek_nu": (
        ("De rechtbank moet nog oordelen. Tot die tijd bereidt {naam} zich voor en zoeken wij uit wat kan. Er wordt niets naar de autoriteiten "
        "van {land} gestuurd."),
        "Nu is er geen vertrek mogelijk. Het plan houdt bij wat {naam} wil en wat er nodig is, zodat er na de uitspraak geen tijd verloren gaat.",
    ),
}  # fmt: skip
# What the inspectorate called a strategy in name only.
MAGER: Final = (
    "Inzetten op zelfstandig vertrek, daarna gedwongen vertrek.",
    "Zelfstandig vertrek of anders gedwongen.",
)

REDEN: Final = {
    "zelfstandig_iom": "{Naam} ziet dit zelf zitten en IOM kan doen wat nodig is. De andere wegen duren langer of zijn dicht.",
    "zelfstandig_ngo": "De voorbereiding bij de ngo past het best bij wat {naam} wil. IOM kan later nog het ticket betalen.",
    "zelfstandig_dtv": "IOM mag hier niet helpen. Met een bijdrage van de DT&V kan {hij} toch zelf gaan.",
    "derde_land": "{Naam} heeft daar familie en werk. Het duurt langer, maar het is wat {hij} wil.",
    "gedwongen": "De termijn om zelf te gaan is voorbij en in drie gesprekken en een extra gesprek wilde {naam} dat niet. "
    "Alle vier de partners zijn akkoord.",
    "geen_vertrek_nu": "De rechtbank heeft nog niet geoordeeld. Dan is vertrek niet aan de orde, wel de voorbereiding.",
}
OPTIE: Final = {
    "zelfstandig_iom": "IOM kan een ticket en een bijdrage geven. {Naam} zegt: “{woorden}” {hulp}",
    "zelfstandig_ngo": "Een ngo kan {hem} voorbereiden op de terugkeer naar {stad}. Er is plaats binnen zes weken.",
    "zelfstandig_dtv": "De DT&V kan zelf bijdragen als IOM niet mag helpen. De hoogte hangt af van wat {hij} in {stad} nodig heeft.",
    "derde_land": "Gevraagd naar familie in een ander land. Zonder toelating van dat land is deze weg dicht.",
    "gedwongen": "Kan alleen als zelfstandig vertrek niet lukt, alle partners akkoord zijn en de vier toetsingen actueel zijn.",
    "geen_vertrek_nu": "Zolang de rechtbank niet heeft geoordeeld, hoeft {hij} niet te vertrekken.",
}
ANALYSE: Final = {
    "documenten": ("Er is een kopie van een identiteitskaart; een paspoort is er niet.", "De geboorteakte uit {stad} is onderweg.",
                   "Geen documenten. {Naam} heeft het LP-formulier ingevuld."),
    "medewerking_land": ("{Land} geeft bij zelfstandig vertrek meestal binnen drie maanden een document.",
                         "{Land} vraagt een gesprek op de ambassade; dat duurt vaak lang."),
    "wensen": ("{Naam} wil: {wens} Dit is in {zijn} eigen woorden opgeschreven.",),
    "ondersteuning": ("{hulp}",),
    "toetsing": ("De vier momenten zijn getoetst en staan bij Toetsing. Wat daaruit kwam is verwerkt in de keuze.",),
    "alternatieven": ("Ook gekeken naar een ander land en naar een latere datum. {belemmering}",),
}  # fmt: skip
ACTIES: Final = (
    ("{actie}", "dtv"),
    ("Met de familie in {stad} bespreken wat er klaar staat", "vreemdeling"),
    ("Laten weten tot wanneer de opvang loopt", "coa"),
    ("LP-set laten nakijken door een collega", "dtv"),
    ("Antwoord geven over de bijdrage", "iom"),
)
VERLENGING: Final = (
    "Het schooljaar van de kinderen eindigt over vijf weken.",
    "De vlucht met IOM is geboekt, maar valt na het einde van de opvang.",
)
TEGENSPRAAK: Final = (
    ("coa", "Is het zeker dat {naam} weet dat IOM nog steeds kan? In het azc zegt {hij} van niet.",
     "Dit is dezelfde dag nog een keer uitgelegd, met een tolk. {Hij} wist het en wil het niet."),
    ("ind", "Is er sinds het besluit niets veranderd in {stad}?", "De landeninformatie is dezelfde dag bekeken; er is geen ander beleid."),
    ("avim", "Waarom niet eerst een meldplicht zonder meer?", "Die loopt al zes weken en {hij} komt elke keer. Daarom stellen we niets zwaarders voor."),
)  # fmt: skip
