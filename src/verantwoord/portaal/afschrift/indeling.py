"""For every table that holds something about one person: how it goes into the copy, or why it does not.

A new table has no place here until somebody gave it one, and a test says so. Names of tables stand as text: the rooms
above the portal have some too.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final


class Plaats(StrEnum):
    """Where the rows of a table are in the copy."""

    # As part of the dossierbeeld, whose path is ``pad``.
    FEITEN = "feiten"
    # Row by row.
    RIJEN = "rijen"
    # Counted as withheld, with a ground.
    ACHTER = "achter"
    # Derived from, or saying again, what stands in the copy.
    DUBBEL = "dubbel"


@dataclass(frozen=True, kw_only=True)
class Indeling:
    """``route`` is how the table finds the dossier or, when it ends in ``persoon``, the person; ``zonder`` are fields left out.

    ``rust_op`` names the parts of the facts of which these rows tell: is anything of those withheld, so are the rows.
    """

    plaats: Plaats
    titel: str
    route: str = "dossier"
    pad: str = ""
    grond: str = ""
    zonder: frozenset[str] = frozenset()
    rust_op: tuple[str, ...] = ()


# Of a table that may tell of any fact.
ALLES: Final = ("*",)
ANDEREN: Final = "anderen"
WERK: Final = "werk"
BESCHERMING: Final = "bescherming"
TOEZICHT: Final = "toezicht"
# By what is missing or by an Onthouding, in words; the law asks to say it.
GRONDEN: Final = {
    "": "De wet staat toe dat wij dit nu niet laten zien (AVG artikel 23; UAVG artikel 41).",
    "veiligheid": "De openbare veiligheid (AVG artikel 23, lid 1, onder c).",
    "rechtspraak": "Er loopt een procedure bij de rechter (AVG artikel 23, lid 1, onder f).",
    BESCHERMING: "Bescherming van u of van iemand anders (AVG artikel 23, lid 1, onder i).",
    TOEZICHT: "Toezicht en inspectie (AVG artikel 23, lid 1, onder h; UAVG artikel 41).",
    ANDEREN: "Dit gaat ook over iemand anders, of iemand anders schreef het voor zichzelf (AVG artikel 15, lid 4).",
    WERK: "Een aantekening of klad van een medewerker, die nog niet vaststaat (AVG artikel 15, lid 4).",
}


def _feiten(pad: str, titel: str, route: str = "dossier") -> Indeling:
    return Indeling(plaats=Plaats.FEITEN, titel=titel, pad=pad, route=route)


def _rijen(titel: str, route: str = "dossier", *zonder: str, rust_op: tuple[str, ...] = ()) -> Indeling:
    return Indeling(plaats=Plaats.RIJEN, titel=titel, route=route, zonder=frozenset(zonder), rust_op=rust_op)


def _achter(grond: str, titel: str, route: str = "dossier") -> Indeling:
    return Indeling(plaats=Plaats.ACHTER, titel=titel, route=route, grond=grond)


def _dubbel(titel: str, route: str = "dossier") -> Indeling:
    return Indeling(plaats=Plaats.DUBBEL, titel=titel, route=route)


_TOEZICHT: Final = ("meldplichten",)
_BEWARING: Final = ("bewaringen",)
_WENSEN: Final = ("wensen",)
_TAFEL: Final = ("overleg",)
_AAN_TAFEL: Final = "punt__dossiers__dossier"
INDELING: Final[dict[str, Indeling]] = {
    "bewaking.OpenBevinding": _rijen("Wat volgens de regels nog moet of te laat is"),
    "bewaking.Stand": _dubbel("Samenvatting voor de werklijst"),
    "dossier.Aanvraag": _feiten("procedure", "Aanvragen"),
    "dossier.Activering": _rijen("Brieven en vellen voor het portaal", "account__persoon"),
    "dossier.Afscherming": _achter(BESCHERMING, "Het dossier afgeschermd voor collega's"),
    "dossier.Afschrift": _rijen("Afschriften die zijn gevraagd"),
    "dossier.Afschriftbestand": _dubbel("De afschriften zelf", "afschrift__dossier"),
    "dossier.Afwijkverzoek": _rijen("Vragen om van een regel af te wijken"),
    "dossier.Antwoord": _rijen("Wat andere organisaties te horen kregen"),
    "dossier.Beroep": _feiten("procedure", "Beroepen"),
    "dossier.Besluit": _feiten("procedure", "Besluiten"),
    "dossier.Betrokkenheid": _rijen(
        "Organisaties die aan uw zaak werken",
        rust_op=("verwijzingen", "boekingen", "overleg", "meldplichten", "bewaringen", "mensenhandel"),
    ),
    "dossier.Betwisting": _rijen("Wat volgens u niet klopt"),
    "dossier.Betwistmerk": _rijen("Waar staat dat iets volgens u niet klopt"),
    "dossier.Dossier": Indeling(
        plaats=Plaats.FEITEN,
        titel="Dossier",
        pad="overdracht",
        route="pk",
        zonder=frozenset({"afgeschermd"}),
    ),
    "dossier.Dossierdeel": Indeling(plaats=Plaats.FEITEN, titel="Delen van het dossier", pad="*"),
    "dossier.FerreiraToets": _feiten("opvang", "Toetsen voor de kinderen"),
    "dossier.Gezinslid": _feiten("persoon", "Gezin", "persoon"),
    "dossier.Inzageantwoord": _rijen("Antwoorden aan organisaties die meer vroegen", "verzoek__dossier"),
    "dossier.Inzageverzoek": _rijen("Organisaties die meer wilden zien"),
    "dossier.Kindbelang": _rijen("Het belang van de kinderen"),
    "dossier.Machtiging": _rijen("Machtigingen"),
    "dossier.Machtigingvoorstel": _rijen("Machtigingen op papier"),
    "dossier.Onthouding": _dubbel("Wat nu wordt achtergehouden"),
    "dossier.Ontvangstbevestiging": _rijen("Bevestigingen van organisaties", "antwoord__dossier"),
    "dossier.Opvangdagen": _feiten("opvang", "Dagen van de opvang"),
    "dossier.Opvangverlenging": _feiten("opvang", "Verlengingen van de opvang"),
    "dossier.Overplaatsing": _rijen("Overplaatsingen"),
    "dossier.Overplaatsingsgrond": _rijen("Waarom een overplaatsing"),
    "dossier.Overplaatsingsstap": _rijen("Stappen van een overplaatsing", "overplaatsing__dossier"),
    "dossier.Persoon": _feiten("persoon", "Persoon", "dossiers"),
    "dossier.Portaalaccount": _rijen("Uw toegang tot het portaal", "persoon"),
    "dossier.Portaalafscherming": _achter(BESCHERMING, "Het portaal dicht voor de veiligheid", "persoon"),
    "dossier.Portaalfactor": _rijen("Manieren van inloggen", "account__persoon"),
    "dossier.Portaalklad": _rijen("Wat u typte en nog niet stuurde", "account__persoon", "velden"),
    "dossier.Portaalmelding": _rijen("Wat er met uw toegang gebeurde", "account__persoon"),
    "dossier.Portaalsessie": _rijen("Waar is ingelogd", "dossier", "nummer"),
    "dossier.Proceduredagen": _feiten("vertrektermijn", "Dagen van de procedure"),
    "dossier.Stem": _rijen("Uw vragen en wat u zei"),
    "dossier.Stembericht": _rijen("Berichten", "stem__dossier"),
    "dossier.Veiligheidskaart": _rijen("Veiligheidskaart"),
    "dossier.Verblijfplaats": _feiten("opvang", "Verblijfplaatsen"),
    "dossier.Verblijfsgrond": _feiten("procedure", "Gronden van rechtmatig verblijf"),
    "dossier.Verwijderbaarheidscheck": _feiten("verwijderbaarheidschecks", "Vragen of vertrek mag"),
    "dossier.VoorlopigeVoorziening": _feiten("procedure", "Voorlopige voorzieningen"),
    # Events tell what changed, also in what is withheld; what they hold besides stands in the rest of the copy.
    "gebeurtenis.Gebeurtenis": _rijen(
        "Wat er gebeurde", "dossier_id", "gegevens", "door", "zegel", "vorig_zegel"
    ),
    "inspectie.Getrokken": _achter(TOEZICHT, "Onderzoek van de Inspectie"),
    "inspectie.Herkomst": _achter(
        TOEZICHT, "Exemplaren voor de Inspectie, zonder naam", "getrokken__dossier"
    ),
    "keten.InkomendBericht": _achter(ANDEREN, "Berichten van andere organisaties zoals zij kwamen"),
    "keten.Inzending": _achter(WERK, "Wat een medewerker van een andere organisatie inzond"),
    "keten.Uitbericht": _rijen("Berichten aan andere organisaties", rust_op=ALLES),
    "keten.Verstrekking": _rijen("Aan wie gegevens zijn gegeven"),
    "kwaliteit.Faseperiode": _dubbel("Hoe lang elke fase duurde"),
    "ondersteuning.Behoefte": _rijen("Wat u nodig hebt", rust_op=_WENSEN),
    "ondersteuning.Betaalstap": _rijen("Stappen van een bijdrage", "bijdrage__dossier", rust_op=_WENSEN),
    "ondersteuning.Bijdrage": _rijen("Bijdragen", rust_op=_WENSEN),
    "ondersteuning.DerdeLand": _rijen("Een ander land", rust_op=("landen",)),
    "ondersteuning.Landantwoord": _rijen(
        "Antwoorden over een ander land", "derde_land__dossier", rust_op=("landen",)
    ),
    "ondersteuning.Navraag": _rijen("Wat wij u vroegen om hulp te vinden"),
    "ondersteuning.Regeling": _rijen("Wat is geregeld", rust_op=("wensen", "verwijzingen")),
    "ondersteuning.Regelingstap": _rijen(
        "Stappen van wat is geregeld", "regeling__dossier", rust_op=("wensen", "verwijzingen")
    ),
    "ondersteuning.Toelatingsbewijs": _rijen(
        "Bewijzen van toelating", "derde_land__dossier", rust_op=("landen",)
    ),
    "ondersteuning.Verwijzing": _rijen("Verwijzingen naar hulp", rust_op=("verwijzingen",)),
    "ondersteuning.Verwijzingsstap": _rijen(
        "Stappen van een verwijzing", "verwijzing__dossier", rust_op=("verwijzingen",)
    ),
    "ondersteuning.Wens": _feiten("wensen", "Wensen"),
    "ondersteuning.Wensstap": _rijen("Stappen van een wens", "wens__dossier"),
    # An item may be about a whole family, and what a colleague wrote there is also about that colleague's work.
    "overleg.Aanvulling": _rijen("Aanvullingen bij een overleg", _AAN_TAFEL, rust_op=_TAFEL),
    "overleg.Actie": _rijen("Afspraken uit een overleg", _AAN_TAFEL, rust_op=_TAFEL),
    "overleg.Agendapunt": _rijen("Punten op een agenda", "dossiers__dossier", rust_op=_TAFEL),
    "overleg.Gast": _rijen("Gasten bij een overleg", _AAN_TAFEL, rust_op=_TAFEL),
    "overleg.Overlegpunt": _feiten("overleg", "Overleg"),
    "overleg.Puntdossier": _dubbel("Plaats op een agenda"),
    "overleg.Standpunt": _rijen("Standpunten in een overleg", _AAN_TAFEL, rust_op=_TAFEL),
    "overleg.Stem": _rijen("Stemmen in een overleg", _AAN_TAFEL, rust_op=_TAFEL),
    "overleg.Tegenspraak": _rijen("Tegenspraak in een overleg", _AAN_TAFEL, rust_op=_TAFEL),
    "overleg.Verslagpunt": _rijen("Wat in een verslag van een overleg staat", _AAN_TAFEL, rust_op=_TAFEL),
    "reisdocument.LPAanvraag": _feiten("lp_aanvragen", "Aanvragen van een laissez-passer"),
    "reisdocument.Reisdocument": _feiten("reisdocumenten", "Reisdocumenten"),
    # Who looked: the organisation and the task, never which officer.
    "toegang.Inzage": _rijen("Wie in uw dossier keek", "dossier_id", "naam", "medewerker_id", "verzoek"),
    "toegang.Noodtoegang": _achter(ANDEREN, "Openen in een noodgeval", "dossier_id"),
    "toegang.OpvallendeInzage": _achter(ANDEREN, "Onderzoek of iemand mocht kijken", "dossier_id"),
    "toetsing.Concept": _achter(WERK, "Klad van een toetsing"),
    "toetsing.Routeregel": _rijen(
        "Stappen van een toetsing",
        rust_op=("toetsingen", "medisch", "mensenhandel", "schrijnend", "buiten_schuld"),
    ),
    "toetsing.Signaal": _feiten("signalen", "Signalen"),
    "toetsing.Toetsing": _feiten("toetsingen", "Toetsingen"),
    "toezicht.Bewaringsregel": _rijen("Wat over bewaring is vastgelegd", rust_op=_BEWARING),
    "toezicht.Maatregel": _rijen("Maatregelen van toezicht", rust_op=_TOEZICHT),
    "toezicht.Maatregeltoets": _rijen("Toetsen van een maatregel", "maatregel__dossier", rust_op=_TOEZICHT),
    "toezicht.Meldmoment": _rijen("Dagen waarop u zich meldde", rust_op=_TOEZICHT),
    "toezicht.Meldverzoek": _rijen("Vragen over melden", rust_op=_TOEZICHT),
    "toezicht.Reistest": _rijen("Vragen of u kunt reizen", rust_op=("medisch",)),
    "toezicht.Reistestantwoord": _rijen(
        "Antwoorden of u kunt reizen", "reistest__dossier", rust_op=("medisch",)
    ),
    "toezicht.Voorstel": _rijen("Voorstellen voor bewaring", rust_op=_BEWARING),
    "vertrekgesprek.Addendum": _rijen("Aanvullingen en reacties bij een verslag", "gesprek__dossier"),
    "vertrekgesprek.AfspraakGedaan": _rijen("Afspraken die zijn gedaan", "gesprek__dossier"),
    "vertrekgesprek.Gesprek": _feiten("gesprekken", "Gesprekken"),
    "vertrekgesprek.Klad": _achter(WERK, "Klad van een verslag", "gesprek__dossier"),
    "vertrekgesprek.Passagebesluit": _rijen(
        "Wat met woorden uit een verslag is gedaan, en waarom",
        "gesprek__dossier",
        rust_op=("gesprekken", "toetsingen", "signalen", "wensen", "mensenhandel"),
    ),
    "vertrekplan.Actie": _rijen("Acties van een vertrekplan", "plan__dossier"),
    "vertrekplan.Vertrekplan": _feiten("vertrekplannen", "Vertrekplannen"),
    "werkplek.Melding": _achter(WERK, "Seintjes aan medewerkers over hun werk"),
}
_EIGEN: Final = "Van een medewerker zelf: hoe die inlogt en werkt. Er staat niets over wie vertrekt."
# Tables that the database guards and that are about nobody whose departure it is, by room or by table, and why.
BUITEN: Final[dict[str, str]] = {
    "inspectie.": "Van een onderzoek. Van wie een exemplaar is, staat in Herkomst en Getrokken, die wel meetellen.",
    "ondersteuning.Aanbodinvoer": "Een werkblad met hulp van organisaties. Er staan geen mensen in.",
    "toegang.Factor": _EIGEN,
    "toegang.Inzagereden": _EIGEN,
    "toegang.Postcode": "Waar een locatie is of een medewerker woont. Er staat niets over wie vertrekt.",
    "vakmanschap.": "Over het vak van medewerkers. Een casus is naverteld zonder wie het was.",
    "vertrekgesprek.Woordvoorstel": "Een voorstel om woorden te leren herkennen, zonder tekst uit een dossier.",
    "werkplek.BewaardFilter": _EIGEN,
    "werkplek.Uitvoer": "Een lijst als bestand, gemaakt uit wat in het afschrift staat. Na korte tijd is die weg.",
}
# What keeps no key to a dossier and still tells of one: found by what it points to (``sporen``).
HISTORIE: Final = "gebeurtenis.Rijhistorie"
LOGBOEK: Final = "gebeurtenis.Verwerkingsregel"
SPOREN: Final[dict[str, str]] = {
    HISTORIE: "Hoe een onderdeel er eerder uitzag",
    LOGBOEK: "Waarvoor uw gegevens zijn gebruikt",
}
# Opens a door, or is the same for everybody: in no copy.
GEHEIM: Final = frozenset({"digest", "geheim", "password", "teller", "pdf", "json", "inhoud_ruw"})
