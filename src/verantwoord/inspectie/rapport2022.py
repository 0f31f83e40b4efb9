"""The report *Verantwoord Vertrek* of 2022 as an onderzoek: question, register, conclusions, recommendations, figures.

In short words of our own, each with the paragraph where the report says it. The numbers are the report's, also where they
do not add up: its text names 45 people (§1.6), its tables a, b and c come to 43.
"""

from datetime import date
from typing import Final

import msgspec

RAPPORT: Final = "Rapport Verantwoord Vertrek"


class Tabel(msgspec.Struct, frozen=True, kw_only=True):
    """One table of interviews: a row a function, with how many in each column."""

    titel: str
    locaties: tuple[str, ...] = ()
    genoemd: int | None = None
    rijen: tuple[tuple[str, tuple[int, ...]], ...]
    # Whether the LKO was attended, a column each; nothing where the table does not say.
    lko: tuple[bool, ...] = ()


class Conclusie(msgspec.Struct, frozen=True, kw_only=True):
    kop: str
    tekst: str
    paragraaf: str


class Aanbeveling(msgspec.Struct, frozen=True, kw_only=True):
    tekst: str
    paragraaf: str
    aan: tuple[str, ...]
    maten: tuple[str, ...] = ()
    anders_te_zien: str = ""


class Opmerking(msgspec.Struct, frozen=True, kw_only=True):
    soort: str
    van_jaar: int
    tot_jaar: int
    aard: str
    tekst: str
    bron: str


TITEL: Final = "Verantwoord vertrek (2022)"
VERSCHENEN_OP: Final = date(2022, 11, 11)
VINDPLAATS: Final = "Kamerbrief nr. 3008 van 11 november 2022."
VRAAG: Final = "Hoeveel rekening houdt de DT&V, binnen wet en procedure, met het belang van de vreemdeling bij een verantwoord vertrek?"
DEELVRAGEN: Final = (
    "Hoe zijn regievoerders opgeleid en toegerust om gesprekken te voeren?",
    "Wat doen regievoerders met de toetsingsmomenten?",
    "Hoe loopt de uitwisseling van informatie tussen de DT&V en de andere partners?",
    "Hoeveel ruimte krijgt een vreemdeling om eigen wensen over vertrek te onderzoeken?",
    "Wordt er volgens het beleid gewerkt, en zo niet, waarom niet?",
    "Wat kan er beter?",
)
AFBAKENING: Final = "Vreemdelingen op een azc van wie het asielverzoek is afgewezen. Niet: wie op grond van de Dublinverordening wordt overgedragen (§1.4)."
NORMEN: Final = (
    "drie-vertrekgesprekken",
    "gesprek-inhoud-minimum",
    "vertrekstrategie-aanwezig",
    "vertrekwens-vastleggen",
    "ondersteuning-volledig-besproken",
    "toetsing-vier-momenten",
    "toetsing-elk-stadium",
    "lko-tegenspraak",
    "lko-verslag",
    "training-vervolg",
    "kwaliteitsmeting-vertrekplan",
    "dialoog-uniforme-werkwijze",
)
# How many dossiers were read; the figures of its table are out of these (§1.6, §3.3).
GELEZEN: Final = 200
GENOEMD: Final = 45
GENOEMD_WAAR: Final = "§1.6"
TABELLEN: Final = (
    Tabel(
        titel="Interviews op azc’s",
        locaties=("Assen", "Dronten", "Rijswijk", "Maastricht"),
        genoemd=27,
        rijen=(
            ("Manager DT&V", (1, 1, 1, 1)),
            ("Regievoerder DT&V", (3, 2, 1, 1)),
            ("Casemanager COA", (1, 3, 1, 1)),
            ("Medewerker AVIM", (1, 1, 1, 1)),
            ("Medewerker IND", (1, 0, 1, 1)),
            ("Medewerker VWN", (1, 1, 0, 1)),
        ),
        lko=(True, False, False, True),
    ),
    Tabel(
        titel="Interviews die niet bij een locatie horen",
        genoemd=10,
        rijen=(
            ("Directie DT&V", (1,)),
            ("Beleidsdirectie DT&V", (2,)),
            ("Directie bedrijfsvoering DT&V", (1,)),
            ("Directeur NGO", (2,)),
            ("IOM", (2,)),
            ("Advocatuur", (1,)),
            ("Vreemdeling", (1,)),
        ),
    ),
    Tabel(
        titel="Interviews op een gezinslocatie",
        rijen=(
            ("Manager DT&V", (1,)),
            ("Regievoerder DT&V", (3,)),
            ("Casemanager COA", (1,)),
            ("Medewerker AVIM", (1,)),
        ),
        lko=(True,),
    ),
)
BRONNEN: Final = (
    ("Procedures en procesprotocollen", "DT&V", "Hoe een vertrekproces hoort te lopen (§1.6, §2.2)."),
    (
        "Richtlijnen en Leidraad Terugkeer en Vertrek",
        "DT&V",
        "Het beleid waar de praktijk naast ligt (§1.6).",
    ),
    ("Verslagen van overleggen", "DT&V", "Wat er in overleggen is besproken en vastgelegd (§1.6, §3.4)."),
    (
        "Aantallen zaken naar de IND, 2019 tot en met 2021",
        "DT&V",
        "Hoe vaak een toetsing tot voorleggen leidt (§3.3).",
    ),
)
CONCLUSIES: Final = (
    Conclusie(
        kop="Toerusting",
        tekst="Regievoerders werken heel verschillend: een deel open en actief, een deel volgens de stappen. Dat kan maatwerk zijn, "
        "maar ook betekenen dat iemand minder gesprekken krijgt. De hulp van ngo’s en de eigen bijdrage van de DT&V zijn niet overal bekend.",
        paragraaf="§4.1, deelconclusie 1",
    ),
    Conclusie(
        kop="Vertrekwensen",
        tekst="Wie op een azc op de rechter wacht, komt zelden met een wens over vertrek. Dat vraagt een regievoerder die zelf vraagt en zoekt.",
        paragraaf="§4.1, deelconclusie 2",
    ),
    Conclusie(
        kop="Toetsingsmomenten",
        tekst="Er wordt te weinig inhoudelijk getoetst en het staat niet op één manier in het vertrekplan. Zo kunnen signalen gemist worden.",
        paragraaf="§4.1, deelconclusie 3",
    ),
    Conclusie(
        kop="Samenwerking",
        tekst="Partners werken goed samen, maar spreken elkaar in het LKO weinig tegen. Van wat er is besproken komt geen gezamenlijk verslag.",
        paragraaf="§4.1, deelconclusie 4",
    ),
    Conclusie(
        kop="Samen",
        tekst="Het werk is ingewikkeld en de middelen zijn beperkt. Door het verschil in aanpak kan het belang van iemand geschaad worden; "
        "tegenspraak zou de goede samenwerking sterker maken.",
        paragraaf="§4.1, eindconclusie",
    ),
)
AANBEVELINGEN: Final = (
    Aanbeveling(
        tekst="Maak de werkwijze gelijker: hoeveel gesprekken, waarover, en welke toetsingen. Laat regievoerders daarover met elkaar in "
        "gesprek gaan en vertel de Inspectie wat eruit kwam.",
        paragraaf="§4.2, aan de DT&V, 1",
        aan=("dtv",),
        maten=("alle_vier", "drie_op_moment"),
        anders_te_zien="Of er dialoogsessies waren en wat eruit kwam, staat in de verslagen die de DT&V aan de Inspectie stuurt.",
    ),
    Aanbeveling(
        tekst="Moedig een actieve houding aan en blijf opleiden, ook wie er al lang werkt. Neem daarin mee wat ngo’s bieden en wat de DT&V "
        "zelf kan bijdragen.",
        paragraaf="§4.2, aan de DT&V, 2",
        aan=("dtv",),
        anders_te_zien="Geen maat over dossiers zegt dit. Het is te zien aan de opleidingen die zijn gevolgd.",
    ),
    Aanbeveling(
        tekst="Leg alles wat ertoe doet op één manier vast in het vertrekplan, zoals de strategie en de toetsingen. Blijf de kwaliteit van "
        "vertrekplannen meten.",
        paragraaf="§4.2, aan de DT&V, 3",
        aan=("dtv",),
        maten=("vertrekstrategie", "medisch", "buiten_schuld", "schrijnend", "mensenhandel"),
    ),
    Aanbeveling(
        tekst="Organiseer tegenspraak in het LKO, zodat het over de inhoud van een zaak gaat. Kijk of het ontbreken van verslagen een risico is.",
        paragraaf="§4.2, aan de vier partners van het LKO",
        aan=("dtv", "coa", "avim", "ind"),
        maten=("overleg_tegenspraak", "overleg_verslag"),
    ),
)
# By kind and year; what the report does not give is not known, which is no nought.
JAARCIJFERS: Final[dict[str, dict[int, int | None]]] = {
    "artikel_64": {2019: 8, 2020: 1, 2021: 0},
    "buiten_schuld": {2019: 17, 2020: 15, 2021: 6},
    "schrijnend": {2019: None, 2020: 2, 2021: 2},
    "schrijnend_informeel": {2019: None, 2020: None, 2021: None},
}
BRON_CIJFERS: Final = "Gegevens van de DT&V, rapport §3.3"
OPMERKINGEN: Final = (
    Opmerking(
        soort="artikel_64",
        van_jaar=2020,
        tot_jaar=2021,
        aard="omstandigheid",
        tekst="De coronapandemie kan het aantal hebben verlaagd; zeker is dat niet. Mensen tekenden misschien minder snel een "
        "toestemmingsverklaring, omdat de DT&V dan ook gegevens over vaccinatie en testen zou krijgen.",
        bron="Beleidsafdeling DT&V, rapport §3.3",
    ),
    Opmerking(
        soort="artikel_64",
        van_jaar=2020,
        tot_jaar=2021,
        aard="omstandigheid",
        tekst="Er waren weinig mogelijkheden om te vertrekken. Ook dat kan meespelen.",
        bron="DT&V, rapport §3.3",
    ),
    Opmerking(
        soort="artikel_64",
        van_jaar=2019,
        tot_jaar=2021,
        aard="betekenis",
        tekst="Dit zijn alleen zaken die de regievoerder zelf voorlegde. Een aanvraag van de advocaat telt niet mee.",
        bron="Rapport §3.3",
    ),
    Opmerking(
        soort="buiten_schuld",
        van_jaar=2019,
        tot_jaar=2021,
        aard="onvolledig",
        tekst="Het informatiesysteem veranderde in deze jaren en processen kregen een andere naam. De cijfers kunnen fout zijn en zijn niet volledig.",
        bron="DT&V, rapport §3.3",
    ),
    Opmerking(
        soort="schrijnend",
        van_jaar=2020,
        tot_jaar=2021,
        aard="onvolledig",
        tekst="Indienen doet de keten samen, en één partner verzorgt het. Wat een andere dienst indiende, staat hier niet bij.",
        bron="DT&V, rapport §3.3",
    ),
    Opmerking(
        soort="schrijnend",
        van_jaar=2020,
        tot_jaar=2021,
        aard="steun",
        tekst="De coördinatoren van de DT&V herkennen deze aantallen bij benadering.",
        bron="DT&V, rapport §3.3",
    ),
    Opmerking(
        soort="schrijnend",
        van_jaar=2020,
        tot_jaar=2021,
        aard="betekenis",
        tekst="Wat wordt aangeleverd is niet altijd schrijnend. Het kan ook een vastgelopen of gevoelige zaak zijn.",
        bron="DT&V, rapport §3.3",
    ),
    Opmerking(
        soort="schrijnend_informeel",
        van_jaar=2019,
        tot_jaar=2021,
        aard="registratie",
        tekst="Over het vastleggen van informele verzoeken waren geen afspraken. Het rapport noemt daarom geen aantal. Een deel werd in het "
        "vooroverleg afgedaan en ging niet naar de IND.",
        bron="DT&V, rapport §3.3",
    ),
)
