"""What is weighed at a toetsingsmoment. A text names what this person said or showed, so that no two read alike."""

from typing import Final, NamedTuple


class Weging(NamedTuple):
    """Facts and weighing that belong together, and what they led to."""

    feiten: str
    afweging: str
    bronnen: tuple[str, ...]
    conclusie: str = "geen_aanwijzing"


WEGINGEN: Final[dict[str, tuple[Weging, ...]]] = {
    "medisch": (
        Weging("Op {dag} gevraagd naar de gezondheid. {Naam} zei geen klachten te hebben en gebruikt geen medicijnen. Het azc heeft "
               "geen bijzonderheden gemeld.",
               "Er zijn geen feiten die vragen om uitstel van vertrek. {Hij} werkte als {beroep} en doet nu klusjes in het azc. Bij het "
               "volgende gesprek opnieuw vragen, want spanning rond de zitting kan dit veranderen.",
               ("gesprek", "COA woonbegeleider")),
        Weging("{Naam} vertelde op {dag} dat {hij} slecht slaapt en met de praktijkondersteuner praat. Inhoud is niet gevraagd.",
               "Slecht slapen is geen reden voor artikel 64, wel om te vragen of de arts van {hem} vindt dat reizen kan. {Hij} wil eerst "
               "zelf met de arts praten. Dat is {zijn} keuze; we komen erop terug in het volgende gesprek.",
               ("gesprek", "bericht gemachtigde")),
        Weging("Op {dag} bleek dat {hij} onder behandeling is. {Naam} wil dat de DT&V weet dat er iets is, maar niet wat. Er is "
               "uitgelegd wat een toestemmingsverklaring is.",
               "Of de behandeling in {stad} te krijgen is, weten we niet. Zonder die kennis kan niet worden gezegd dat reizen veilig is. "
               "Daarom nader onderzoek: de gemachtigde is benaderd over artikel 64.",
               ("gesprek", "gemachtigde"), "nader_onderzoek"),
        Weging("{Naam} heeft rugklachten en krijgt fysiotherapie. {Hij} zei op {dag} dat lang zitten moeilijk is.",
               "Reizen naar {stad} duurt meer dan negen uur. Er is geen aanwijzing dat vertrek medisch niet kan; wel is een stoel met "
               "beenruimte nodig. Dat staat als reisvoorwaarde in het plan.",
               ("gesprek", "brief fysiotherapeut")),
    ),
    "buiten_schuld": (
        Weging("{Naam} heeft op {dag} verteld welke pogingen {hij} deed: met een neef in {stad} gebeld en een kopie van de geboorteakte "
               "gevraagd. De berichten staan op {zijn} telefoon en zijn gezien.",
               "{Hij} werkt mee en er zijn nog wegen die niet zijn geprobeerd, zoals het gemeentehuis in {stad}. Daarom is er nu geen "
               "sprake van buiten schuld. Na antwoord van de ambassade opnieuw bekijken.",
               ("gesprek", "berichten op telefoon")),
        Weging("Op {dag} liet {hij} zien dat {hij} drie keer naar het consulaat is gegaan; twee keer was de balie dicht. De kaartjes van "
               "de trein zijn bewaard.",
               "{Naam} doet wat gevraagd kan worden. Het consulaat heeft nog niet geantwoord. Nu is het te vroeg om te zeggen dat het "
               "buiten {zijn} schuld niet lukt; over twee maanden wel. Bemiddeling door de DT&V is aangeboden.",
               ("gesprek", "treinkaartjes", "brief consulaat")),
        Weging("{Naam} heeft een verlopen identiteitskaart uit {stad}; een kopie zit in het dossier van de IND.",
               "Met deze kopie geeft het land volgens de landeninformatie meestal een reisdocument. Er is geen aanwijzing dat {hij} buiten "
               "{zijn} schuld niet kan vertrekken. Komt er geen document, dan toetsen we dit op {zijn} pogingen.",
               ("dossier IND", "landeninformatie")),
        Weging("De ambassade heeft gezegd {naam} niet te kennen. {Hij} gaf op {dag} de namen van {zijn} ouders en van de school in {stad}.",
               "Er is twijfel of de gegevens goed zijn doorgegeven. {Hij} kan daar niets aan doen. We vragen de ambassade het opnieuw te "
               "bekijken en onderzoeken of een zwaarwegend advies nodig is.",
               ("brief ambassade", "gesprek"), "nader_onderzoek"),
    ),
    "schrijnend": (
        Weging("Op {dag} vertelde {naam} over het overlijden van {zijn} vader in {stad} en over de zorg voor {zijn} moeder, die alleen is.",
               "Het verlies weegt zwaar, maar de moeder woont in {stad} en terugkeer maakt zorg juist mogelijk. Er is geen samenstel van "
               "bijzondere omstandigheden. Als {hij} dit anders ziet, kan {hij} dat op papier zetten; dat is gezegd.",
               ("gesprek",)),
        Weging("{Naam} woont hier zes jaar, was {beroep} en doet vrijwilligerswerk in het dorp. De begeleider schreef daar op {dag} een "
               "brief over.",
               "Worteling alleen is volgens het beleid niet genoeg. De brief is wel meegewogen: samen met de slaapproblemen is er reden "
               "om een tweede lezer te laten meekijken voordat de conclusie vaststaat.",
               ("gesprek", "brief van de begeleider"), "nader_onderzoek"),
        Weging("Er zijn op {dag} vragen gesteld over familie, gezondheid, kinderen en verlies. {Naam} noemde niets dat volgens {hem} anders "
               "is dan bij anderen. {Hij} wil rust.",
               "Gekeken naar alles samen, niet naar elk punt apart. Er is nu geen schrijnende situatie. De familie in {stad} kan "
               "{hem} opvangen. Bij een nieuwe gebeurtenis bekijken we het opnieuw.",
               ("gesprek", "COA casemanager")),
        Weging("De jongste is hier geboren en zit in groep drie. De school stuurde op {dag} een verslag over hoe het gaat.",
               "Het belang van de kinderen is apart bekeken. Zij spreken de taal van {land} thuis en er is een school in {stad}. Dat maakt "
               "het zwaar, niet onmogelijk. Het gezin is gevraagd wat de kinderen nodig hebben; dat staat bij de wensen.",
               ("gesprek", "verslag school")),
    ),
    "mensenhandel": (
        Weging("{Naam} is op {dag} alleen gesproken, zonder bekenden. {Hij} zei voor niemand bang te zijn, zelf over {zijn} telefoon en geld "
               "te gaan en nooit gedwongen te zijn geweest.",
               "De vragen van de signalenkaart gaven geen aanwijzing. De reis is door de familie betaald en er is bij niemand anders een schuld. "
               "Daarom nu geen melding. Het azc weet dat {hij} altijd mag terugkomen op dit onderwerp.",
               ("gesprek", "signalenkaart")),
        Weging("Op {dag} is de reis vanuit {stad} stap voor stap doorgenomen. {Hij} werkte onderweg vier maanden op een boerderij, kreeg "
               "loon en kon weggaan.",
               "Slecht werk is nog geen uitbuiting: er was loon, geen dwang en {zijn} paspoort bleef bij {hem}. De twijfel is besproken met "
               "de contactpersoon bij AVIM, zonder naam. Geen aanwijzing, wel blijven letten.",
               ("gesprek", "overleg AVIM zonder naam")),
        Weging("Het COA meldde op {dag} dat {naam} vaak door dezelfde auto wordt opgehaald. {Hij} wil niet zeggen door wie.",
               "Dit kan onschuldig zijn, maar ook niet. Wie bang is, zegt niets. Daarom is de politie gevraagd te kijken en stopt elke "
               "stap met dwang tot zij heeft geantwoord.",
               ("melding COA",), "voorgelegd"),
        Weging("{Naam} vertelde op {dag} over werk als {beroep}, over familie in {stad} en over wie de reis regelde. Er kwam niets vreemds "
               "naar boven.",
               "Getoetst op dwang, schuld en vrijheid om te gaan. Op alle drie is het antwoord helder en past het bij wat de IND eerder "
               "hoorde. Geen aanwijzing van mensenhandel.",
               ("gesprek", "gehoor IND")),
    ),
}  # fmt: skip

# How a weighing ends; it names this person, so that the same words do not stand in two dossiers by themselves.
SLOT: Final = (
    " Zo besproken met {naam} op {dag}.",
    " {Naam} heeft dit op {dag} gelezen, met de tolk, en had er niets aan toe te voegen.",
    " Op {dag} uitgelegd aan {naam}; {hij} weet dat {hij} op dit punt altijd kan terugkomen.",
    " Afgewogen op {dag}, met wat {naam} vertelde over {stad} en over het werk als {beroep}.",
)

# What the inspectorate met in most files of 2022: a conclusion that rests on nothing that can be read.
ALLEEN_CONCLUSIE: Final = (
    ("", ""),
    ("Niet van toepassing.", ""),
    ("", "Geen bijzonderheden."),
    ("De IND heeft dit al getoetst.", ""),
    ("Zie dossier.", "  "),
)
