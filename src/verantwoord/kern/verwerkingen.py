"""The register of processing activities: for what, on which ground and with whose data the program works.

A line of the processing log names one of these and its version. Whatever changes in an activity gets a new version,
so that an old line keeps pointing at what was true then. Legal base: AVG art. 5(2) and 30; standard Logboek
Dataverwerkingen. Grounds and terms are the project's proposal, to be confirmed in the DPIA of whoever uses it.
"""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Final

import msgspec

PERSOON: Final = "de persoon die moet vertrekken"
GEZIN: Final = "de persoon die moet vertrekken en zijn gezinsleden"
TAAK: Final = "AVG art. 6, lid 1, onder e: taak van algemeen belang van de DT&V"
BEWAARD: Final = "volgens de selectielijst; het programma verwijdert niets zelf"


class Verwerking(msgspec.Struct, frozen=True, kw_only=True):
    """One activity. ``gegevens`` are categories of the need-to-know matrix."""

    id: str
    versie: int
    naam: str
    doel: str
    grondslag: str
    betrokkenen: str
    gegevens: tuple[str, ...]
    bewaartermijn: str

    @property
    def code(self) -> str:
        """How a line of the log names this activity as it is described now."""
        return f"{self.id}-{self.versie}"


def _verwerking(
    naam: str,
    titel: str,
    doel: str,
    gegevens: str,
    *,
    betrokkenen: str = PERSOON,
    grondslag: str = TAAK,
    versie: int = 1,
) -> Verwerking:
    return Verwerking(
        id=naam,
        versie=versie,
        naam=titel,
        doel=doel,
        grondslag=grondslag,
        betrokkenen=betrokkenen,
        gegevens=tuple(gegevens.split()),
        bewaartermijn=BEWAARD,
    )


_ALLE: Final = (
    _verwerking(
        "dossierbehandeling",
        "Een dossier behandelen",
        "Het vertrek voorbereiden van iemand die Nederland moet verlaten, en zijn belangen daarbij bewaken.",
        "identiteit opvang_einddatum ind_besluit vertrekplan_en_toetsing",
        betrokkenen=GEZIN,
    ),
    _verwerking(
        "werkverdeling",
        "Werk verdelen en plannen",
        "Weten welk dossier aandacht vraagt, wie het behandelt en wanneer.",
        "identiteit vertrekplan_en_toetsing",
    ),
    _verwerking(
        "vertrekgesprekken",
        "Vertrekgesprekken voeren",
        "Met de persoon spreken over vertrek en vastleggen wat is besproken.",
        "identiteit gespreksverslag",
        betrokkenen=GEZIN,
    ),
    _verwerking(
        "toetsing",
        "Toetsen of vertrek kan",
        "Beoordelen of er een medische, schrijnende of andere reden is om het vertrek uit te stellen of ervan af te zien.",
        "medisch mensenhandel vertrekplan_en_toetsing",
        grondslag=f"{TAAK}; voor gezondheid AVG art. 9, lid 2",
    ),
    _verwerking(
        "vertrekplan",
        "Een vertrekplan maken",
        "Met de persoon en de partners afspreken welke stappen naar vertrek leiden.",
        "vertrekplan_en_toetsing",
    ),
    _verwerking(
        "reisdocument",
        "Een reisdocument regelen",
        "Bij de vertegenwoordiging van een land een vervangend reisdocument aanvragen.",
        "identiteit",
    ),
    _verwerking(
        "ondersteuning",
        "Ondersteuning bieden",
        "Wensen voor de terugkeer horen en met toestemming naar een organisatie verwijzen die kan helpen.",
        "identiteit vertrekplan_en_toetsing",
    ),
    _verwerking(
        "overleg",
        "Met partners overleggen",
        "Met COA, AVIM en IND bespreken wat in een zaak nodig is, met ieders standpunt en tegenspraak.",
        "identiteit opvang_einddatum vertrekplan_en_toetsing",
    ),
    _verwerking(
        "toezicht",
        "Toezicht houden tot het vertrek",
        "Weten dat iemand er nog is, met het lichtste middel dat genoeg is.",
        "identiteit toezicht_en_bewaring",
        betrokkenen=GEZIN,
    ),
    _verwerking(
        "reistest",
        "Bespreken of iemand een test wil die een land vraagt",
        "Met toestemming voldoen aan wat een land vraagt voordat iemand binnen mag. Een nee heeft geen gevolg.",
        "medisch",
        grondslag="AVG art. 9, lid 2, onder a: uitdrukkelijke toestemming",
    ),
    _verwerking(
        "opvang",
        "Opvang en overplaatsing",
        "Weten waar iemand woont, een overplaatsing met het COA regelen en vastleggen wat voor ieder kind belangrijk is.",
        "identiteit opvang_einddatum gespreksverslag toezicht_en_bewaring",
        betrokkenen=GEZIN,
    ),
    _verwerking(
        "vertrek",
        "Het vertrek boeken en bevestigen",
        "De reis voorbereiden en vaststellen dat iemand is vertrokken.",
        "identiteit medisch toezicht_en_bewaring",
    ),
    _verwerking(
        "berichten-in",
        "Berichten van partners verwerken",
        "Dossiers en gebeurtenissen ontvangen van de organisaties die eerder beslisten.",
        "identiteit opvang_einddatum ind_besluit",
        betrokkenen=GEZIN,
    ),
    _verwerking(
        "verstrekking",
        "Antwoorden geven aan partners",
        "Een partner laten weten wat die voor zijn eigen taak moet weten, en niet meer dan dat.",
        "identiteit opvang_einddatum vertrekplan_en_toetsing toezicht_en_bewaring medisch",
    ),
    _verwerking(
        "kwaliteit",
        "De kwaliteit van het werk meten",
        "Zien of de toetsingen en gesprekken zijn gedaan zoals het hoort.",
        "vertrekplan_en_toetsing rapportage",
    ),
    _verwerking(
        "toezicht-op-gebruik",
        "Toezicht houden op het gebruik",
        "Kunnen verantwoorden wie wat zag en deed, en nagaan of dat terecht was.",
        "inzagelog",
        grondslag="AVG art. 5, lid 2, en art. 32",
    ),
)
VERWERKINGEN: Final = MappingProxyType({v.id: v for v in _ALLE})

# What is looked at or done belongs to the activity of its room or subject; whatever is not named here is the case itself.
GEWOON: Final = "dossierbehandeling"
_VAN_ONDERDEEL: Final = {
    "vertrekgesprek": "vertrekgesprekken",
    "toetsing": "toetsing",
    "vertrekplan": "vertrekplan",
    "reisdocument": "reisdocument",
    "ondersteuning": "ondersteuning",
    "overleg": "overleg",
    "dossieroverleg": "overleg",
    "toezicht": "toezicht",
    "bewaring": "toezicht",
    "bewaringsbesluit": "toezicht",
    "vertrek": "vertrek",
    "keten": "berichten-in",
    "partner": "verstrekking",
    "vragen": "verstrekking",
    "kwaliteit": "kwaliteit",
    "agenda": "werkverdeling",
    "team": "werkverdeling",
    "meldingen": "werkverdeling",
    "noodtoegang": "toezicht-op-gebruik",
    "fg": "toezicht-op-gebruik",
}
_VAN_PAGINA: Final = {
    "werkplek:caseload": "werkverdeling",
    "werkplek:zoeken": "werkverdeling",
    "werkplek:uitvoer": "werkverdeling",
    "werkplek:vraag_uitvoer": "werkverdeling",
    "werkplek:uitvoer_bestand": "werkverdeling",
    "werkplek:inzage": "toezicht-op-gebruik",
    "werkplek:verstrekkingen": "toezicht-op-gebruik",
    "werkplek:overleg": "overleg",
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
        "opvang",
    ),
    "toezicht:reistesten": "reistest",
    "toezicht:reistest_nieuw": "reistest",
    "toezicht:reisteststap": "reistest",
}
_VAN_GEBEURTENIS: Final = {
    "gesprek": "vertrekgesprekken",
    "passage": "vertrekgesprekken",
    "brief": "vertrekgesprekken",
    "toetsing": "toetsing",
    "signaal": "toetsing",
    "medisch": "toetsing",
    "mensenhandel": "toetsing",
    "schrijnend": "toetsing",
    "buiten_schuld": "toetsing",
    "vertrekplan": "vertrekplan",
    "actie": "vertrekplan",
    "lp": "reisdocument",
    "reisdocument": "reisdocument",
    "verblijf": "opvang",
    "overplaatsing": "opvang",
    "kind": "opvang",
    "wens": "ondersteuning",
    "bijdrage": "ondersteuning",
    "navraag": "ondersteuning",
    "verwijzing": "ondersteuning",
    "behoefte": "ondersteuning",
    "regeling": "ondersteuning",
    "derdeland": "ondersteuning",
    "begroting": "ondersteuning",
    "toestemming": "ondersteuning",
    "overleg": "overleg",
    "meldplicht": "toezicht",
    "maatregel": "toezicht",
    "bewaring": "toezicht",
    "reistest": "reistest",
    "vertrek": "vertrek",
    "overdracht": "berichten-in",
    "procedure": "berichten-in",
    "bericht": "berichten-in",
    "keten": "berichten-in",
    "uitbericht": "verstrekking",
    "waarneming": "werkverdeling",
    "uitvoer": "werkverdeling",
    "steekproef": "kwaliteit",
    "onderzoek": "kwaliteit",
    "nood": "toezicht-op-gebruik",
    "noodtoegang": "toezicht-op-gebruik",
}


def bij_onderdeel(onderdeel: str, *, partner: bool = False) -> Verwerking:
    """The activity to which a look at this page or part belongs; a partner that looks is given an answer."""
    kamer = onderdeel.split(":", maxsplit=1)[0]
    gewoon = "verstrekking" if partner else GEWOON
    return VERWERKINGEN[_VAN_PAGINA.get(onderdeel) or _VAN_ONDERDEEL.get(kamer, gewoon)]


def bij_gebeurtenis(soort: str) -> Verwerking:
    """The activity to which an event of this kind (``noun.verb``) belongs."""
    return VERWERKINGEN[_VAN_GEBEURTENIS.get(soort.split(".", maxsplit=1)[0], GEWOON)]


def genoemd() -> Iterable[str]:
    """Every activity that a page or an event leads to."""
    return {GEWOON, *_VAN_ONDERDEEL.values(), *_VAN_PAGINA.values(), *_VAN_GEBEURTENIS.values()}
