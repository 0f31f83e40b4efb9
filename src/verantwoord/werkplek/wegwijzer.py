"""Where a duty is met: for every norm that can ask for something, the page that resolves it and the words of its button."""

from dataclasses import dataclass
from typing import Final
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as lui


@dataclass(frozen=True)
class Weg:
    """A page of this dossier by the name of its address, what its button says, and which form it opens there."""

    url_naam: str
    knop: Promise
    formulier: str = ""

    def adres(self, dossier_id: UUID) -> str:
        # A step of a route is named by its moment and its own name.
        delen = [dossier_id, *self.formulier.split("/")] if self.formulier else [dossier_id]
        return reverse(self.url_naam, args=delen)


GESPREKKEN = "vertrekgesprek:lijst"
TOETSING = "toetsing:overzicht"
ROUTE = "toetsing:route"
STAP = "toetsing:stap"
PLAN = "vertrekplan:plan"
REISDOCUMENT = "reisdocument:overzicht"
WENSEN = "ondersteuning:wensen"
OPVOLGING = "ondersteuning:eerste_opvolging"
PROCEDURE = "dossier:procedure"
VASTLEGGEN = "dossier:procedure_vastleggen"
VERTREK = "vertrek:overzicht"
TERMIJNEN = "dossier:termijnen"
TERMIJN = "dossier:termijn_vastleggen"

WEGEN: Final[dict[str, Weg]] = {
    # Intake and procedure.
    "reikwijdte-geen-dublin": Weg(PROCEDURE, lui("Bekijk de procedure")),
    "grensprocedure-buiten-proces": Weg(PROCEDURE, lui("Bekijk de procedure")),
    "intake-bron-overdracht": Weg("werkplek:documenten", lui("Bekijk de overdracht")),
    "vertrekdossier-samenstelling": Weg(PLAN, lui("Open het plan")),
    "terugkeerbesluit-vereist": Weg(VASTLEGGEN, lui("Leg het besluit vast"), "besluit"),
    "verwijderbaarheidscheck": Weg(VASTLEGGEN, lui("Leg het antwoord vast"), "verwijderbaarheid"),
    "rechtmatig-verblijf-toets": Weg(PROCEDURE, lui("Bekijk de procedure")),
    "beroep-afwachten": Weg(PROCEDURE, lui("Bekijk de procedure")),
    "hoger-beroep-voorlopige-voorziening": Weg(PROCEDURE, lui("Bekijk de procedure")),
    "inreisverbod-signaal": Weg(PROCEDURE, lui("Bekijk de procedure")),
    "heropenen-dossier": Weg(TOETSING, lui("Herhaal de toetsing")),
    # Terms and reception.
    "vertrektermijn-28-dagen": Weg(PLAN, lui("Bekijk het plan opnieuw")),
    "vertrektermijn-nul-dagen": Weg(TERMIJN, lui("Leg de grond vast"), "grond"),
    "vertrektermijn-start": Weg(VASTLEGGEN, lui("Leg het begin vast"), "vertrektermijn"),
    "vertrektermijn-verlenging": Weg(TERMIJNEN, lui("Open de termijnen")),
    "opvang-vier-weken": Weg(TERMIJNEN, lui("Open de termijnen")),
    "opvang-verlenging-maatwerk": Weg(TERMIJNEN, lui("Open de termijnen")),
    "coa-einddatum-afgeleid": Weg(TERMIJNEN, lui("Bekijk de einddatum")),
    "vbl-twaalf-weken": Weg(TERMIJN, lui("Leg het besluit van het LKO vast"), "vbl"),
    "gezinslocatie-ferreira": Weg(TERMIJN, lui("Leg de toets vast"), "kinderen"),
    "overplaatsing-compleet-dossier": Weg("dossier:overplaatsen", lui("Bekijk wat er is")),
    # Talks.
    "drie-vertrekgesprekken": Weg(GESPREKKEN, lui("Plan een gesprek")),
    "gesprek-1-termijn": Weg(GESPREKKEN, lui("Bereid gesprek 1 voor")),
    "gesprek-2-zittingsdatum": Weg(GESPREKKEN, lui("Bereid gesprek 2 voor")),
    "gesprek-3-na-uitspraak": Weg(GESPREKKEN, lui("Bereid gesprek 3 voor")),
    "gesprek-inhoud-minimum": Weg(GESPREKKEN, lui("Open het gesprek")),
    "gesprek-tolk": Weg(GESPREKKEN, lui("Plan het gesprek opnieuw")),
    "gesprek-verslag": Weg(GESPREKKEN, lui("Rond het verslag af")),
    "aantal-gesprekken-voor-dwang": Weg(GESPREKKEN, lui("Plan een gesprek")),
    # The four toetsingsmomenten and their routes.
    "toetsing-vier-momenten": Weg(TOETSING, lui("Leg de toetsing vast")),
    "toetsing-elk-stadium": Weg(TOETSING, lui("Herhaal de toetsing")),
    "toetsing-actieve-houding": Weg(TOETSING, lui("Open de toetsing")),
    "medisch-toestemming": Weg(STAP, lui("Bekijk de toestemming"), "medisch/toestemming"),
    "medisch-route-art64": Weg(STAP, lui("Neem de volgende stap"), "medisch/volgende"),
    "medisch-opschorting": Weg(STAP, lui("Neem de volgende stap"), "medisch/volgende"),
    "medisch-een-jaar": Weg(STAP, lui("Leg vast wat u vertelde"), "medisch/een-jaar"),
    "medisch-zwangerschap-tbc": Weg(STAP, lui("Bekijk de beschermde tijd"), "medisch/zwangerschap-tbc"),
    "medisch-overdracht": Weg(STAP, lui("Leg de overdracht vast"), "medisch/overdracht"),
    "buitenschuld-voorwaarden": Weg(STAP, lui("Neem de volgende stap"), "buiten_schuld/volgende"),
    "buitenschuld-zwaarwegend-advies": Weg(STAP, lui("Leg het advies vast"), "buiten_schuld/advies"),
    "schrijnend-signaal": Weg(STAP, lui("Regel het meelezen"), "schrijnend/tweede-lezer"),
    "schrijnend-eerste-procedure": Weg(STAP, lui("Leg de indiening vast"), "schrijnend/indienen"),
    "schrijnend-ketenbreed": Weg(STAP, lui("Neem de volgende stap"), "schrijnend/volgende"),
    "mensenhandel-signaal": Weg(STAP, lui("Neem de volgende stap"), "mensenhandel/volgende"),
    "mensenhandel-bedenktijd": Weg(ROUTE, lui("Bekijk de route"), "mensenhandel"),
    "mensenhandel-vergunning": Weg(ROUTE, lui("Bekijk de route"), "mensenhandel"),
    # The plan.
    "vertrekplan-aanwezig": Weg(PLAN, lui("Maak het plan")),
    "vertrekplan-dynamisch": Weg(PLAN, lui("Bekijk het plan opnieuw")),
    "vertrekstrategie-aanwezig": Weg(PLAN, lui("Beschrijf de strategie")),
    "vertrekstrategie-analyse": Weg(PLAN, lui("Vul de analyse aan")),
    "zelfstandig-voor-gedwongen": Weg(PLAN, lui("Open het plan")),
    "regie-bij-regievoerder": Weg(PLAN, lui("Open het plan")),
    # Wishes and support.
    "vertrekwens-vastleggen": Weg(WENSEN, lui("Open de wensen")),
    "doorverwijzing-iom-ngo": Weg(OPVOLGING, lui("Leg vast hoe het loopt")),
    "ondersteuning-volledig-besproken": Weg(WENSEN, lui("Bekijk de ondersteuning")),
    # Travel documents.
    "lp-formulier-gesprek-1": Weg(REISDOCUMENT, lui("Open het formulier")),
    "lp-verzendverbod": Weg(REISDOCUMENT, lui("Bekijk het ingevulde formulier")),
    "lp-geen-asielinformatie": Weg(REISDOCUMENT, lui("Laat de set nakijken")),
    "lp-land-medewerking": Weg("reisdocument:land", lui("Leg de medewerking van het land vast")),
    "derde-land-vertrek": Weg(VERTREK, lui("Open het vertrek")),
    # Consultation, supervision, departure.
    "lko-deelnemers": Weg("dossieroverleg:overzicht", lui("Bekijk het overleg")),
    "lko-unaniem": Weg("dossieroverleg:overzicht", lui("Bekijk het overleg")),
    "lko-tegenspraak": Weg("dossieroverleg:overzicht", lui("Bekijk het overleg")),
    "lko-verslag": Weg("dossieroverleg:overzicht", lui("Bekijk het overleg")),
    "lko-besluit-buiten-overleg": Weg("dossieroverleg:overzicht", lui("Bekijk het overleg")),
    "lko-monitoring": Weg("dossieroverleg:overzicht", lui("Bekijk het overleg")),
    "opschaling-rao": Weg("dossieroverleg:overzicht", lui("Bekijk het overleg")),
    "opschaling-deelberaad": Weg("dossieroverleg:overzicht", lui("Bekijk het overleg")),
    "toezicht-meldplicht": Weg("toezicht:meldplicht", lui("Bekijk de meldplicht")),
    "vertrek-zonder-toezicht": Weg(VERTREK, lui("Open het vertrek")),
    "bewaring-laatste-middel": Weg("bewaring:overzicht", lui("Open de bewaring")),
    "bewaring-bevoegdheid": Weg("bewaring:overzicht", lui("Open de bewaring")),
    "bewaring-zicht-op-uitzetting": Weg("bewaring:overzicht", lui("Open de bewaring")),
    "bewaring-onttrekkingsrisico": Weg("bewaring:overzicht", lui("Open de bewaring")),
    "bewaring-duur": Weg("bewaring:overzicht", lui("Open de bewaring")),
    "bewaring-minderjarigen": Weg("bewaring:overzicht", lui("Open de bewaring")),
    "amv-adequate-opvang": Weg("werkplek:gezin", lui("Bekijk persoon en gezin")),
    "uitkomst-aantoonbaar": Weg("vertrek:stap", lui("Leg het bewijs vast"), "uitkomst"),
    "afsluiten-dossier": Weg("toezicht:overzicht", lui("Bekijk het toezicht")),
}


def weg_van(norm: str, dossier_id: UUID) -> tuple[str, str]:
    """Address and words of the button for this norm; both blank when the page is not there."""
    weg = WEGEN.get(norm)
    if weg is None:
        return "", ""
    try:
        return weg.adres(dossier_id), str(weg.knop)
    except NoReverseMatch:
        return "", ""
