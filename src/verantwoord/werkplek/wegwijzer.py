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
        delen = [dossier_id, self.formulier] if self.formulier else [dossier_id]
        return reverse(self.url_naam, args=delen)


GESPREKKEN = "vertrekgesprek:lijst"
TOETSING = "toetsing:overzicht"
PLAN = "vertrekplan:plan"
REISDOCUMENT = "reisdocument:overzicht"
WENSEN = "ondersteuning:wensen"
PROCEDURE = "dossier:procedure"
VASTLEGGEN = "dossier:procedure_vastleggen"

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
    "heropenen-dossier": Weg("werkplek:tijdlijn", lui("Bekijk de tijdlijn")),
    # Terms and reception.
    "vertrektermijn-28-dagen": Weg(PLAN, lui("Bekijk het plan opnieuw")),
    "vertrektermijn-nul-dagen": Weg(PROCEDURE, lui("Leg de grond vast")),
    "vertrektermijn-start": Weg(VASTLEGGEN, lui("Leg het begin vast"), "vertrektermijn"),
    "vertrektermijn-verlenging": Weg(PROCEDURE, lui("Bekijk de procedure")),
    "opvang-vier-weken": Weg(PLAN, lui("Open het plan")),
    "opvang-verlenging-maatwerk": Weg(WENSEN, lui("Open de ondersteuning")),
    "vbl-twaalf-weken": Weg("werkplek:overleg", lui("Bekijk het overleg")),
    "gezinslocatie-ferreira": Weg("werkplek:gezin", lui("Bekijk het gezin")),
    "overplaatsing-compleet-dossier": Weg("werkplek:documenten", lui("Bekijk wat er is")),
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
    "medisch-toestemming": Weg(TOETSING, lui("Bekijk de route")),
    "medisch-route-art64": Weg(TOETSING, lui("Open de route")),
    "medisch-opschorting": Weg(TOETSING, lui("Bekijk de route")),
    "medisch-een-jaar": Weg(TOETSING, lui("Open de route")),
    "medisch-zwangerschap-tbc": Weg(TOETSING, lui("Bekijk de route")),
    "medisch-overdracht": Weg(TOETSING, lui("Open de route")),
    "buitenschuld-voorwaarden": Weg(TOETSING, lui("Open de route")),
    "buitenschuld-zwaarwegend-advies": Weg(TOETSING, lui("Open de route")),
    "schrijnend-signaal": Weg(TOETSING, lui("Open de toetsing")),
    "schrijnend-eerste-procedure": Weg(TOETSING, lui("Open de toetsing")),
    "schrijnend-ketenbreed": Weg(TOETSING, lui("Open de route")),
    "mensenhandel-signaal": Weg(TOETSING, lui("Open de route")),
    "mensenhandel-bedenktijd": Weg(TOETSING, lui("Bekijk de route")),
    "mensenhandel-vergunning": Weg(TOETSING, lui("Bekijk de route")),
    # The plan.
    "vertrekplan-aanwezig": Weg(PLAN, lui("Maak het plan")),
    "vertrekplan-dynamisch": Weg(PLAN, lui("Bekijk het plan opnieuw")),
    "vertrekstrategie-aanwezig": Weg(PLAN, lui("Beschrijf de strategie")),
    "vertrekstrategie-analyse": Weg(PLAN, lui("Vul de analyse aan")),
    "zelfstandig-voor-gedwongen": Weg(PLAN, lui("Open het plan")),
    "regie-bij-regievoerder": Weg(PLAN, lui("Open het plan")),
    # Wishes and support.
    "vertrekwens-vastleggen": Weg(WENSEN, lui("Open de wensen")),
    "doorverwijzing-iom-ngo": Weg(WENSEN, lui("Open de ondersteuning")),
    "ondersteuning-volledig-besproken": Weg(WENSEN, lui("Bekijk de ondersteuning")),
    # Travel documents.
    "lp-formulier-gesprek-1": Weg(REISDOCUMENT, lui("Open het formulier")),
    "lp-verzendverbod": Weg(REISDOCUMENT, lui("Bekijk het ingevulde formulier")),
    "lp-geen-asielinformatie": Weg(REISDOCUMENT, lui("Laat de set nakijken")),
    "lp-land-medewerking": Weg(REISDOCUMENT, lui("Open het reisdocument")),
    "derde-land-vertrek": Weg(REISDOCUMENT, lui("Open het reisdocument")),
    # Consultation, supervision, departure.
    "lko-deelnemers": Weg("werkplek:overleg", lui("Bekijk het overleg")),
    "lko-unaniem": Weg("werkplek:overleg", lui("Bekijk het overleg")),
    "lko-tegenspraak": Weg("werkplek:overleg", lui("Bekijk het overleg")),
    "lko-verslag": Weg("werkplek:overleg", lui("Bekijk het overleg")),
    "lko-besluit-buiten-overleg": Weg("werkplek:overleg", lui("Bekijk het overleg")),
    "lko-monitoring": Weg("werkplek:overleg", lui("Bekijk het overleg")),
    "opschaling-rao": Weg("werkplek:overleg", lui("Bekijk het overleg")),
    "opschaling-deelberaad": Weg("werkplek:overleg", lui("Bekijk het overleg")),
    "toezicht-meldplicht": Weg("werkplek:toezicht", lui("Bekijk de meldplicht")),
    "vertrek-zonder-toezicht": Weg("werkplek:toezicht", lui("Bekijk het toezicht")),
    "bewaring-laatste-middel": Weg("werkplek:toezicht", lui("Bekijk het toezicht")),
    "bewaring-bevoegdheid": Weg("werkplek:toezicht", lui("Bekijk het toezicht")),
    "bewaring-zicht-op-uitzetting": Weg("werkplek:toezicht", lui("Bekijk het toezicht")),
    "bewaring-onttrekkingsrisico": Weg("werkplek:toezicht", lui("Bekijk het toezicht")),
    "bewaring-duur": Weg("werkplek:toezicht", lui("Bekijk de bewaring")),
    "bewaring-minderjarigen": Weg("werkplek:toezicht", lui("Bekijk het toezicht")),
    "amv-adequate-opvang": Weg("werkplek:gezin", lui("Bekijk persoon en gezin")),
    "uitkomst-aantoonbaar": Weg("werkplek:vertrek", lui("Bekijk het vertrek")),
    "afsluiten-dossier": Weg("werkplek:vertrek", lui("Bekijk het vertrek")),
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
