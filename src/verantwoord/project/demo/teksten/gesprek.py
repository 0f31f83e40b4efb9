"""What is reported of a vertrekgesprek, by moment."""

from typing import Final

PROCEDURE: Final = {
    "eerste": (
        ("Uitgelegd dat de IND de aanvraag heeft afgewezen en dat {naam} in beroep kan gaan. Zolang de rechtbank niet heeft "
        "geoordeeld hoeft {hij} niet te vertrekken. {Hij} had de brief van de IND gelezen met {zijn} advocaat."),
        ("Het besluit van de IND besproken. {Naam} wist dat er een afwijzing was, maar niet tot wanneer beroep mogelijk is. "
        "Die dag samen opgeschreven. {Hij} belt morgen de advocaat."),
        ("Verteld wie de DT&V is en waarom dit gesprek er is. {Naam} dacht dat {hij} vandaag al weg moest. Dat is niet zo: "
        "{hij} mag de uitspraak van de rechtbank hier afwachten."),
    ),
    "tweede": (
        ("De dag van de zitting is nu bekend. Besproken wat er die dag gebeurt, wie er is en dat {hij} zelf iets mag zeggen. "
        "De advocaat komt een week van tevoren langs."),
        ("De zitting staat vast. {Naam} is zenuwachtig over de vragen van de rechter. Uitgelegd dat de uitspraak meestal later "
        "komt en dat {hij} die op papier krijgt."),
        ("Samen gekeken wat er na de zitting kan gebeuren: gegrond, dan beslist de IND opnieuw; ongegrond, dan begint de "
        "vertrektermijn. {Hij} kon dit in eigen woorden herhalen."),
    ),
    "derde": (
        ("De rechtbank heeft het beroep ongegrond verklaard. Uitgelegd wat dat betekent, tot wanneer de vertrektermijn loopt en "
        "dat de opvang daarna stopt. {Naam} had hier veel vragen over; alles rustig doorgenomen."),
        ("De uitspraak besproken. {Naam} is verdrietig en had op iets anders gehoopt. De data van de vertrektermijn en van de "
        "opvang op papier meegegeven, in {zijn} eigen taal."),
        ("De procedure is klaar. {Hij} heeft nog met de advocaat over hoger beroep gesproken en daarvan afgezien. Besproken welke "
        "weken er nu zijn om zelf te vertrekken en wie daarbij helpt."),
    ),
    "extra": (
        ("Dit gesprek was op verzoek van {naam}. Er is in de procedure niets veranderd. {Hij} wilde weten of de papieren van de "
        "ambassade al binnen zijn."),
        "Extra gesprek om de afspraken van vorige keer na te lopen. De stand van de procedure is dezelfde.",
    ),
}  # fmt: skip
OPTIES: Final = (
    ("Verteld wat IOM doet: ticket, een bedrag bij aankomst en soms hulp om opnieuw te beginnen. Over projecten van ngo's een "
    "folder in {zijn} taal meegegeven."),
    "De mogelijkheden naast elkaar gelegd, ook een ander land. {Naam} luisterde en stelde vragen over het geld bij aankomst.",
    "Uitgelegd wie wat kan doen: IOM, een ngo, of de DT&V met een eigen bijdrage. {Hij} wil er met {zijn} familie over praten.",
    "Met een tekening laten zien welke wegen er zijn. Bij elke weg gevraagd wat {hij} ervan vindt. Er is niets gekozen.",
)  # fmt: skip
GEVOLGEN: Final = (
    ("Gezegd wat er gebeurt als niemand meewerkt: de opvang stopt op een vaste dag en het vertrek kan dan ook gedwongen gaan. "
    "Ook gezegd dat dit nu niet aan de orde is."),
    "De gevolgen rustig uitgelegd, met de data erbij. {Naam} begreep dat afwachten ook een keuze is, met een einde.",
    "Besproken dat {hij} niet verplicht is om vandaag iets te kiezen, maar dat de termijnen wel doorlopen.",
)  # fmt: skip
VRAGEN: Final = {
    "medisch": (
        "Zegt gezond te zijn en goed te slapen.",
        "Slaapt slecht sinds de afwijzing. Gaat hiervoor naar de praktijkondersteuner van de huisarts. Wil verder niets zeggen.",
        "Heeft rugklachten en krijgt daarvoor fysiotherapie in het azc. Kan reizen, zegt {hij}.",
        "Gebruikt elke dag medicijnen. Wil eerst met de arts praten en dan zeggen of wij mogen vragen wat nodig is.",
        "Geen klachten. De kinderen zijn ingeënt; de jongste heeft soms last van de longen.",
    ),
    "buiten_schuld": (
        "Heeft nog niets geprobeerd; dacht dat dit pas na de uitspraak hoefde.",
        "Is met een neef in {stad} in contact over een kopie van de geboorteakte. Die is onderweg.",
        "Belde drie keer met het consulaat en kreeg steeds een ander antwoord. De data van de gesprekken zijn genoteerd.",
        "Had een identiteitskaart, maar die is onderweg kwijtgeraakt. Een foto ervan staat nog op de telefoon.",
    ),
    "schrijnend": (
        "Vertelt dat {zijn} vader dit jaar is overleden. Verder niets bijzonders.",
        "De oudste zoon zit in groep acht en is hier geboren. Dat maakt teruggaan zwaar, zegt {hij}.",
        "Zegt dat het zwaar is, zoals voor iedereen. Er is niets dat {hij} apart wil noemen.",
        "Zorgt voor een buurvrouw die slecht ter been is. Vraagt zich af wie dat straks doet.",
    ),
    "mensenhandel": (
        "Is voor niemand bang en heeft nooit voor iemand moeten werken.",
        "Begrijpt de vraag en zegt nee. De tolk en ik merkten niets bijzonders.",
        ("Heeft onderweg een tijd op een boerderij gewerkt, tegen betaling. Wilde daarover verder praten en deed dat ook: niemand "
        "hield {hem} daar vast."),
        "Zegt dat alle schulden voor de reis bij familie zijn en bij niemand anders.",
    ),
}  # fmt: skip
AFSPRAKEN: Final = {
    "eerste": (("{naam}", "De advocaat bellen over het beroep"), ("DT&V", "Folder van IOM en ngo's sturen in de eigen taal"),
               ("{naam}", "Nadenken over de wens en die opschrijven"), ("DT&V", "Uitzoeken of er een project past bij deze wens")),
    "tweede": (("DT&V", "De kosten navragen van wat besproken is"), ("{naam}", "Kopie van de geboorteakte meenemen"),
               ("DT&V", "Een afspraak maken met IOM, als {hij} dat wil"), ("{naam}", "Met de familie in {stad} bellen")),
    "derde": (("DT&V", "Het vertrekplan bijwerken en een kopie geven"), ("{naam}", "De afspraak met IOM nakomen"),
              ("DT&V", "Het COA vragen tot wanneer de opvang loopt"), ("{naam}", "Zeggen welke van de wegen past")),
    "extra": (("DT&V", "Terugbellen met het antwoord van de ambassade"), ("{naam}", "De foto's van de identiteitskaart mailen")),
}  # fmt: skip
OVERIG: Final = (
    "",
    "",
    "{Naam} vroeg om een tolk uit dezelfde streek. Dat is genoteerd voor de volgende keer.",
    "Er is een kwartier gesproken over het voetbal in het azc. {Hij} is keeper.",
    "{Hij} wilde het gesprek liever in de ochtend. Voortaan plannen we het dan.",
)
NIET_VERSCHENEN: Final = (
    "Niet gekomen. De brief kwam terug; het adres binnen het azc klopte niet meer.",
    "Niet gekomen. Belde later dat de bus niet reed.",
)
# Why a passage was set aside, by what its words may be about.
TERZIJDE: Final = {
    "medisch": "Besproken in het gesprek zelf: dit is al bekend bij de huisarts en staat reizen niet in de weg.",
    "buiten_schuld": "Dit gaat over papieren die al zijn aangevraagd. Zij staan bij het reisdocument.",
    "schrijnend": "Al gewogen in de toetsing van die week.",
    "mensenhandel": "Doorgevraagd, zonder familie erbij. Het ging over een schuld in de winkel.",
    "wens": "Deze wens staat al bij de wensen en heeft daar een antwoord.",
}
