"""Events as sentences: what happened, what changed from what into what, who did it, from which message."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from django.db.models import TextChoices
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.gebeurtenis.models import Gebeurtenis
from verantwoord.kern.normen import REGISTER
from verantwoord.ondersteuning.keuzes import Betaling, Oordeel, Regelstand, Vervolg
from verantwoord.overleg import keuzes as overleg
from verantwoord.reisdocument.keuzes import Uitkomst
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.actions import SYSTEEM
from verantwoord.toetsing import keuzes as toetsing
from verantwoord.vertrek import keuzes as vertrek
from verantwoord.vertrekgesprek.keuzes import Moment, Status, Tolk
from verantwoord.vertrekplan.keuzes import Mogelijkheid
from verantwoord.web.datums import dag_maand, kort, kort_jaar, wanneer
from verantwoord.web.waarden import Tijdlijnregel
from verantwoord.werkplek.overig import ONDERWERP, PARTNER

# What an event is called and which icon it has. A kind that is not here is read from its own two words.
SOORTEN: Final[dict[str, tuple[Promise, str]]] = {
    "overdracht.ontvangen": (lui("Dossier overgedragen"), "brief"),
    "overdracht.toegevoegd": (lui("Nieuwe overdracht toegevoegd"), "brief"),
    "dossier.overgenomen": (lui("Dossier overgenomen"), "brief"),
    "dossier.toegewezen": (lui("Dossier toegewezen"), "persoon"),
    "waarneming.geregeld": (lui("Waarneming geregeld"), "persoon"),
    "waarneming.beeindigd": (lui("Waarneming beëindigd"), "persoon"),
    "taak.opnieuw": (lui("Taak op de achtergrond opnieuw gestart"), "verder"),
    "persoon.naam_toegevoegd": (lui("Andere naam toegevoegd"), "persoon"),
    "persoon.naam_weggehaald": (lui("Andere naam weggehaald"), "persoon"),
    "intake.afgerond": (lui("In behandeling genomen"), "vink"),
    "procedure.beroep_ingesteld": (lui("Beroep ingesteld"), "brief"),
    "procedure.zitting_bepaald": (lui("Zittingsdatum bekend"), "brief"),
    "procedure.uitspraak": (lui("Uitspraak van de rechter"), "brief"),
    "procedure.besluit": (lui("Besluit van de IND"), "brief"),
    "procedure.artikel64_besluit": (lui("Besluit over artikel 64"), "medisch"),
    "procedure.voorlopige_voorziening": (lui("Voorlopige voorziening"), "brief"),
    "procedure.nieuwe_aanvraag": (lui("Nieuwe aanvraag"), "brief"),
    "procedure.intrekking": (lui("Ingetrokken"), "brief"),
    "verwijderbaarheid.gecheckt": (lui("Antwoord van de IND of vertrek mag"), "brief"),
    "vertrektermijn.begonnen": (lui("Vertrektermijn begonnen"), "agenda"),
    "vertrektermijn.grond_vastgelegd": (lui("Grond van een kortere vertrektermijn"), "brief"),
    "vertrektermijn.verlenging_gevraagd": (lui("Om een langere vertrektermijn gevraagd"), "agenda"),
    "vertrektermijn.doorgestuurd": (lui("Verzoek doorgestuurd naar de IND"), "brief"),
    "vertrektermijn.verlengd": (lui("Vertrektermijn verlengd door de IND"), "agenda"),
    "vertrektermijn.niet_verlengd": (lui("Vertrektermijn niet verlengd door de IND"), "agenda"),
    "opvang.recht_vastgelegd": (lui("Laatste dag van het recht op opvang"), "agenda"),
    "opvang.verlenging_gevraagd": (lui("Het COA om langere opvang gevraagd"), "agenda"),
    "opvang.verlenging_besloten": (lui("Antwoord van het COA over langere opvang"), "agenda"),
    "opvang.ferreira_getoetst": (lui("Toets voor de kinderen"), "vlag"),
    "opvang.lko_besloten": (lui("Besluit van het LKO over de vbl"), "agenda"),
    "opvang.beeindigd": (lui("Opvang geëindigd"), "agenda"),
    "afwijking.gevraagd": (lui("Gevraagd om van een regel af te wijken"), "wijzig"),
    "afwijking.goedgekeurd": (lui("Afwijking goedgekeurd"), "vink"),
    "afwijking.geweigerd": (lui("Afwijking geweigerd"), "wijzig"),
    "afwijking.ingetrokken": (lui("Afwijking ingetrokken"), "wijzig"),
    "inzage.gevraagd": (lui("Partner vroeg om meer te zien"), "brief"),
    "inzage.toegekend": (lui("Vraag van een partner beantwoord"), "vink"),
    "inzage.geweigerd": (lui("Vraag van een partner geweigerd"), "brief"),
    "inzage.ingetrokken": (lui("Antwoord aan een partner ingetrokken"), "wijzig"),
    "inzage.vraag_ingetrokken": (lui("Vraag van een partner teruggenomen"), "wijzig"),
    "noodtoegang.geopend": (lui("In nood geopend"), "vlag"),
    "noodtoegang.gesloten": (lui("Noodtoegang eerder gesloten"), "vink"),
    "noodtoegang.beoordeeld": (lui("Noodtoegang beoordeeld"), "vink"),
    "noodtoegang.niet_beoordeeld": (lui("Noodtoegang niet op tijd beoordeeld"), "vlag"),
    "vraag.gesteld": (lui("Vraag van de persoon"), "citaat"),
    "vraag.beantwoord": (lui("Vraag van de persoon beantwoord"), "citaat"),
    "stem.gelezen": (lui("Woorden van de persoon gelezen"), "vink"),
    "afspraak.andere_dag_gevraagd": (lui("De persoon vroeg om een andere dag"), "agenda"),
    "afspraak.bevestigd": (lui("De persoon zegt dat hij of zij komt"), "agenda"),
    "wens.ingetrokken": (lui("Wens ingetrokken door de persoon"), "citaat"),
    "betwisting.gemeld": (lui("De persoon zegt dat iets niet klopt"), "vlag"),
    "betwisting.ingetrokken": (lui("De persoon nam een betwisting terug"), "wijzig"),
    "betwisting.besloten": (lui("Besloten over een betwisting"), "vink"),
    "veiligheidskaart.bijgewerkt": (lui("Veiligheidskaart bijgewerkt"), "blad"),
    "portaal.geopend": (lui("Portaal geopend voor de persoon"), "persoon"),
    "portaal.brief_gemaakt": (lui("Brief voor het portaal gemaakt"), "brief"),
    "portaal.vel_gemaakt": (lui("Vel met codes voor het portaal gemaakt"), "brief"),
    "portaal.overhandigd": (lui("Toegang tot het portaal in de hand gegeven"), "brief"),
    "portaal.stuk_ingetrokken": (lui("Brief of vel voor het portaal ingetrokken"), "wijzig"),
    "portaal.geactiveerd": (lui("De persoon heeft het portaal geopend"), "vink"),
    "portaal.gesloten": (lui("Portaal gesloten"), "wijzig"),
    "portaal.afscherming_gevraagd": (lui("Gevraagd om het portaal dicht te doen"), "vlag"),
    "portaal.afgeschermd": (lui("Portaal dicht voor de veiligheid"), "vlag"),
    "portaal.afscherming_opgeheven": (lui("Portaal niet meer dicht voor de veiligheid"), "vink"),
    "onthouding.gevraagd": (lui("Gevraagd om iets tijdelijk niet te laten zien"), "vlag"),
    "onthouding.getekend": (lui("Iets wordt tijdelijk niet getoond aan de persoon"), "vlag"),
    "onthouding.opgeheven": (lui("Wordt weer getoond aan de persoon"), "vink"),
    "afschrift.gevraagd": (lui("De persoon vroeg om het hele dossier"), "brief"),
    "afschrift.gemaakt": (lui("Afschrift van het dossier gemaakt voor de persoon"), "brief"),
    "afschrift.opgehaald": (lui("Afschrift van het dossier opgehaald"), "vink"),
    "machtiging.gegeven": (lui("De persoon gaf een machtiging"), "persoon"),
    "machtiging.vastgelegd": (lui("Machtiging op papier vastgelegd"), "brief"),
    "machtiging.getekend": (lui("Machtiging op papier door een collega nagekeken"), "vink"),
    "machtiging.niet_getekend": (lui("Machtiging op papier niet overgenomen"), "wijzig"),
    "machtiging.brief_gemaakt": (lui("Brief voor een gemachtigde gemaakt"), "brief"),
    "machtiging.beeindigd": (lui("Machtiging beëindigd"), "wijzig"),
    "verblijf.vastgelegd": (lui("Verblijf vastgelegd"), "locatie"),
    "verblijf.verbeterd": (lui("Verblijf verbeterd"), "wijzig"),
    "opvang.aangekomen": (lui("Verblijf na een overplaatsing"), "locatie"),
    "overplaatsing.gevraagd": (lui("Overplaatsing gevraagd aan het COA"), "locatie"),
    "overplaatsing.vraag": (lui("Vraag van het COA over de overplaatsing"), "citaat"),
    "overplaatsing.reactie": (lui("Vraag van het COA beantwoord"), "citaat"),
    "overplaatsing.akkoord": (lui("Plaats gereserveerd door het COA"), "vink"),
    "overplaatsing.overgedragen": (lui("Dossier overgedragen voor de overplaatsing"), "vink"),
    "overplaatsing.aangekomen": (lui("Aangekomen na de overplaatsing"), "locatie"),
    "overplaatsing.niet_aangekomen": (lui("Niet aangekomen na de overplaatsing"), "persoon"),
    "overplaatsing.ingetrokken": (lui("Overplaatsing ingetrokken"), "wijzig"),
    "kind.belangen_vastgelegd": (lui("Belangen van een kind vastgelegd"), "persoon"),
    "kind.achttien_besproken": (lui("Besproken wat verandert bij 18 jaar"), "gesprek"),
    "gesprek.gepland": (lui("Gesprek gepland"), "agenda"),
    "gesprek.verzet": (lui("Gesprek verzet"), "agenda"),
    "gesprek.geannuleerd": (lui("Gesprek afgezegd"), "agenda"),
    "gesprek.niet_doorgegaan": (lui("Gesprek is niet doorgegaan"), "gesprek"),
    "gesprek.niet_verschenen": (lui("Niet bij het gesprek geweest"), "gesprek"),
    "verslag.begonnen": (lui("Verslag begonnen"), "wijzig"),
    "gesprek.gevoerd": (lui("Gesprek gevoerd"), "gesprek"),
    "gesprek.afgerond": (lui("Verslag van het gesprek afgerond"), "gesprek"),
    "gesprek.aangevuld": (lui("Aanvulling op een gesprek"), "gesprek"),
    "gesprek.reactie": (lui("Reactie van de vreemdeling op een verslag"), "citaat"),
    "tolk.besteld": (lui("Tolk besteld"), "gesprek"),
    "tolk.bevestigd": (lui("Tolk bevestigd"), "gesprek"),
    "passage.gelezen": (lui("Verslag nagelezen"), "vink"),
    "afspraak.gedaan": (lui("Afspraak uit een gesprek nagekomen"), "vink"),
    "toetsing.vastgelegd": (lui("Toetsing vastgelegd"), "vlag"),
    "signaal.ontvangen": (lui("Nieuwe aanwijzing"), "vlag"),
    "toestemming.gevraagd": (lui("Toestemming voor medische gegevens gevraagd"), "medisch"),
    "toestemming.ingetrokken": (lui("Toestemming ingetrokken"), "medisch"),
    "medisch.aanwijzing": (lui("Medische aanwijzing vastgelegd"), "medisch"),
    "medisch.gegevens_gevraagd": (lui("Medische gegevens opgevraagd"), "medisch"),
    "medisch.gemachtigde_benaderd": (lui("Gemachtigde gewezen op artikel 64"), "medisch"),
    "medisch.artikel64_aangevraagd": (lui("Artikel 64 aangevraagd"), "medisch"),
    "medisch.artikel64_ambtshalve": (lui("Zaak zelf voorgelegd voor artikel 64"), "medisch"),
    "medisch.bma_advies": (lui("Advies van het BMA vastgelegd"), "medisch"),
    "medisch.artikel64_besluit": (lui("Besluit over artikel 64"), "medisch"),
    "medisch.beschermde_periode": (lui("Zwangerschap of tbc vastgelegd"), "medisch"),
    "medisch.overdracht_geregeld": (lui("Medische overdracht geregeld"), "medisch"),
    "medisch.een_jaar": (lui("Verteld over de vergunning voor medische behandeling"), "medisch"),
    "buiten_schuld.poging": (lui("Eigen poging om te vertrekken vastgelegd"), "vlag"),
    "buiten_schuld.bemiddeling_gevraagd": (lui("Bemiddeling gevraagd"), "vlag"),
    "buiten_schuld.bemiddeling_mislukt": (lui("Bemiddeling niet gelukt"), "vlag"),
    "buiten_schuld.voorwaarden": (lui("Voorwaarden buiten schuld beoordeeld"), "vlag"),
    "buiten_schuld.zwaarwegend_advies": (lui("Zwaarwegend advies vastgelegd"), "brief"),
    "buiten_schuld.besluit": (lui("Besluit over buiten schuld"), "brief"),
    "schrijnend.factor": (lui("Bijzondere omstandigheid vastgelegd"), "vlag"),
    "schrijnend.tweede_lezer": (lui("Tweede lezer heeft meegelezen"), "vlag"),
    "schrijnend.vooroverleg": (lui("Vooroverleg vastgelegd"), "persoon"),
    "schrijnend.coordinator": (lui("Coördinator vastgelegd"), "persoon"),
    "schrijnend.ingediend": (lui("Zaak ingediend wegens schrijnende omstandigheden"), "brief"),
    "schrijnend.besluit": (lui("Besluit over schrijnende omstandigheden"), "brief"),
    "mensenhandel.aanwijzing": (lui("Aanwijzing mensenhandel vastgelegd"), "vlag"),
    "mensenhandel.politie_gemeld": (lui("Gemeld bij de politie"), "vlag"),
    "mensenhandel.politie_geantwoord": (lui("Antwoord van de politie"), "vlag"),
    "mensenhandel.bedenktijd": (lui("Bedenktijd begonnen"), "agenda"),
    "mensenhandel.bedenktijd_geeindigd": (lui("Bedenktijd eerder geëindigd"), "agenda"),
    "mensenhandel.vergunning": (lui("Tijdelijke vergunning vastgelegd"), "brief"),
    "mensenhandel.geeindigd": (lui("Einde van de tijdelijke vergunning"), "brief"),
    "mensenhandel.afscherming": (lui("Afscherming van het dossier"), "vlag"),
    "vertrekplan.begonnen": (lui("Nieuwe versie van het vertrekplan begonnen"), "blad"),
    "vertrekplan.vastgesteld": (lui("Vertrekplan vastgesteld"), "blad"),
    "actie.gereed": (lui("Actie uit het vertrekplan klaar"), "vink"),
    "reisdocument.vastgelegd": (lui("Reisdocument vastgelegd"), "blad"),
    "land.vastgelegd": (lui("Medewerking van het land vastgelegd"), "blad"),
    "lp.formulier_ingevuld": (lui("LP-formulier ingevuld"), "blad"),
    "lp.formulier_niet_ingevuld": (lui("LP-formulier niet ingevuld"), "blad"),
    "lp.set_gecontroleerd": (lui("LP-set nagekeken"), "vink"),
    "lp.verzonden": (lui("LP-aanvraag verzonden"), "brief"),
    "lp.presentatie_gepland": (lui("Presentatie gepland"), "agenda"),
    "lp.uitkomst": (lui("Antwoord op de LP-aanvraag"), "brief"),
    "lp.afgegeven": (lui("Laissez-passer ontvangen"), "vink"),
    "wens.geuit": (lui("Wens toegevoegd"), "citaat"),
    "wens.beoordeeld": (lui("Wens beoordeeld"), "citaat"),
    "wens.beantwoord": (lui("Wens beantwoord"), "citaat"),
    "wens.verteld": (lui("Antwoord op een wens verteld"), "citaat"),
    "verwijzing.gedaan": (lui("Doorverwezen"), "persoon"),
    "verwijzing.niet_gedaan": (lui("Hulp van een ander besproken, nu niet gewild"), "persoon"),
    "verwijzing.opgevolgd": (lui("Nagegaan hoe een verwijzing loopt"), "persoon"),
    "verwijzing.resultaat": (lui("Uitslag van een verwijzing"), "persoon"),
    "verwijzing.beeindigd": (lui("Verwijzing beëindigd"), "persoon"),
    "verwijzing.aangenomen": (lui("Organisatie gaat aan de slag"), "persoon"),
    "verwijzing.geweigerd": (lui("Organisatie kan niet helpen"), "persoon"),
    "verwijzing.bewijs": (lui("Bewijs van Aanvraag getekend"), "blad"),
    "behoefte.gemeld": (lui("Vastgelegd dat iets er niet is"), "citaat"),
    "behoefte.vervuld": (lui("Toch iets gevonden"), "citaat"),
    "bijdrage.gevraagd": (lui("Bijdrage van de DT&V aangevraagd"), "blad"),
    "bijdrage.besloten": (lui("Besluit over een bijdrage van de DT&V"), "blad"),
    "bijdrage.betaling": (lui("Betaling van een bijdrage"), "blad"),
    "regeling.gevraagd": (lui("Gevraagd om iets te regelen"), "persoon"),
    "regeling.bijgewerkt": (lui("Hoe het staat met wat wordt geregeld"), "persoon"),
    "derdeland.begonnen": (lui("Een ander land wordt uitgezocht"), "vlag"),
    "derdeland.dia_overwogen": (lui("Hulp van de DIA bij een ander land overwogen"), "vlag"),
    "derdeland.antwoord": (lui("Vraag of antwoord van een ander land"), "brief"),
    "derdeland.bewijs": (lui("Bewijs dat een ander land de persoon toelaat"), "blad"),
    "derdeland.bewijs_vervallen": (lui("Bewijs van toelating doorgehaald"), "wijzig"),
    "overleg.besproken": (lui("Besproken in het overleg"), "persoon"),
    "overleg.geagendeerd": (lui("Op de agenda van een overleg gezet"), "agenda"),
    "overleg.van_agenda": (lui("Naar een volgend overleg verplaatst"), "agenda"),
    "overleg.gast_uitgenodigd": (lui("Gast gevraagd voor het overleg"), "persoon"),
    "overleg.gast_klaar": (lui("Gast van het overleg is klaar"), "persoon"),
    "overleg.standpunt_gegeven": (lui("Eerste standpunt opgeschreven"), "citaat"),
    "overleg.standpunten_geopend": (lui("Eerste standpunten voor iedereen te lezen"), "citaat"),
    "overleg.tegenspraak": (lui("Tegenspraak gegeven"), "citaat"),
    "overleg.tegenspraak_beantwoord": (lui("Tegenspraak beantwoord"), "citaat"),
    "overleg.gestemd": (lui("Gestemd in het overleg"), "vink"),
    "overleg.besluit": (lui("Uitkomst van het overleg"), "vink"),
    "overleg.vbl_besluit": (lui("Besluit van het LKO over het verblijf in de vbl"), "vink"),
    "overleg.bevestigd": (lui("Besluit van buiten het overleg bevestigd"), "vink"),
    "overleg.buiten_overleg": (lui("Besluit buiten het overleg vastgelegd"), "blad"),
    "overleg.teruggekoppeld": (lui("Uitkomst teruggekoppeld aan het LKO"), "brief"),
    "overleg.actie_toegevoegd": (lui("Afspraak gemaakt in het overleg"), "vink"),
    "overleg.actie_gereed": (lui("Afspraak uit het overleg nagekomen"), "vink"),
    "overleg.elders_bijgewerkt": (lui("Bijgewerkt wat in een eerder overleg is afgesproken"), "vink"),
    "overleg.verslag_gedeeld": (lui("Verslag van het overleg gedeeld"), "blad"),
    "overleg.verslag_bevestigd": (lui("Verslag van het overleg bevestigd"), "vink"),
    "overleg.verslag_vastgesteld": (lui("Verslag van het overleg vastgesteld"), "blad"),
    "overleg.verslag_aangevuld": (lui("Verslag van het overleg aangevuld"), "blad"),
    "meldplicht.opgelegd": (lui("Meldplicht opgelegd"), "agenda"),
    "meldplicht.beeindigd": (lui("Meldplicht beëindigd"), "agenda"),
    "bewaring.begonnen": (lui("Lichtere middelen gewogen voor een voorstel"), "wijzig"),
    "bewaring.ingediend": (lui("Voorstel voor bewaring aan een tweede lezer aangeboden"), "blad"),
    "bewaring.teruggegeven": (lui("Voorstel voor bewaring teruggegeven"), "wijzig"),
    "bewaring.voorgesteld": (lui("Bewaring voorgesteld"), "blad"),
    "bewaring.getekend": (lui("Namens de directie getekend"), "blad"),
    "bewaring.voorgelegd": (lui("Voorstel voor bewaring voorgelegd"), "persoon"),
    "bewaring.geweigerd": (lui("Bewaring niet opgelegd"), "vink"),
    "bewaring.ingetrokken": (lui("Voorstel voor bewaring gestopt"), "wijzig"),
    "bewaring.opgelegd": (lui("Bewaring opgelegd"), "blad"),
    "bewaring.advocaat": (lui("Advocaat ingelicht"), "persoon"),
    "bewaring.rechtbank": (lui("Rechtbank in kennis gesteld"), "brief"),
    "bewaring.heroverweging_nodig": (lui("Bekijk opnieuw of bewaring nog mag"), "vlag"),
    "bewaring.heroverwogen": (lui("Opnieuw bekeken of bewaring nog mag"), "vink"),
    "bewaring.verlengd": (lui("Bewaring verlengd"), "blad"),
    "bewaring.opgeheven": (lui("Bewaring opgeheven"), "vink"),
    "vertrek.geboekt": (lui("Reis geboekt"), "agenda"),
    "vertrek.gewijzigd": (lui("Reis gewijzigd"), "agenda"),
    "vertrek.geannuleerd": (lui("Reis geannuleerd"), "agenda"),
    "vertrek.doorgelaten": (lui("Vertrek mag vandaag doorgaan"), "vink"),
    "vertrek.bevestigd": (lui("Vertrek vastgelegd met bewijs"), "vink"),
    "afwezigheid.gemeld": (lui("Niet meer gezien"), "persoon"),
    "afwezigheid.gecontroleerd": (lui("Aanwezigheid gecontroleerd"), "persoon"),
    "afwezigheid.bericht_van_vertrek": (lui("Bericht van vertrek van de AVIM"), "brief"),
    "afwezigheid.weer_gezien": (lui("De persoon is er weer"), "persoon"),
    "meldplicht.gevraagd": (lui("De AVIM iets gevraagd over de meldplicht"), "brief"),
    "meldplicht.vraag_ingetrokken": (lui("Vraag aan de AVIM ingetrokken"), "wijzig"),
    "meldplicht.vraag_geweigerd": (lui("De AVIM doet niet wat was gevraagd"), "brief"),
    "meldplicht.gewijzigd": (lui("Meldplicht veranderd door de AVIM"), "agenda"),
    "meldplicht.gemeld": (lui("Gemeld"), "vink"),
    "meldplicht.niet_gemeld": (lui("Niet gemeld, de reden wordt nog gehoord"), "persoon"),
    "meldplicht.verschoond": (lui("Niet gemeld, met goede reden"), "vink"),
    "meldplicht.gemist": (lui("Niet gemeld, de dag telt"), "persoon"),
    "meldplicht.telt_niet": (lui("Een dag telt niet meer als niet gemeld"), "vink"),
    "maatregel.opgelegd": (lui("Vrijheidsbeperkende maatregel opgelegd"), "vlag"),
    "maatregel.bekeken": (lui("Vrijheidsbeperkende maatregel opnieuw bekeken"), "vink"),
    "maatregel.beeindigd": (lui("Vrijheidsbeperkende maatregel beëindigd"), "vink"),
    "reistest.vastgelegd": (lui("Een land vraagt een test of vaccinatie"), "blad"),
    "reistest.besproken": (lui("Test voor de reis besproken"), "gesprek"),
    "reistest.vervallen": (lui("Test voor de reis niet meer gevraagd"), "blad"),
    "keten.ingezonden": (lui("Bericht van een ketenpartner"), "brief"),
    "keten.antwoord_ontvangen": (lui("Aangekomen bij een ketenpartner"), "brief"),
    "landmedewerking.vastgelegd": (lui("Medewerking van een land vastgelegd"), "wereld"),
    "dossier.gesloten": (lui("Dossier gesloten"), "blad"),
    "dossier.heropend": (lui("Dossier heropend"), "blad"),
}
# The first word of a kind decides its group in the filter.
GROEPEN: Final[tuple[tuple[str, Promise, tuple[str, ...]], ...]] = (
    (
        "procedure",
        lui("Overdracht en procedure"),
        (
            "overdracht",
            "procedure",
            "dossier",
            "intake",
            "opvang",
            "verblijf",
            "overplaatsing",
            "kind",
            "vertrektermijn",
            "verwijderbaarheid",
        ),
    ),
    ("afwijking", lui("Afwijkingen"), ("afwijking",)),
    ("gesprek", lui("Gesprekken"), ("gesprek", "verslag", "afspraak", "tolk", "passage")),
    (
        "toetsing",
        lui("Toetsing en aanwijzingen"),
        (
            "toetsing",
            "signaal",
            "toestemming",
            "medisch",
            "buiten_schuld",
            "schrijnend",
            "mensenhandel",
        ),
    ),
    ("vertrekplan", lui("Vertrekplan"), ("vertrekplan", "actie")),
    ("reisdocument", lui("Reisdocument"), ("lp", "reisdocument", "land", "reistest")),
    (
        "wens",
        lui("Wensen en ondersteuning"),
        ("wens", "verwijzing", "bijdrage", "regeling", "derdeland", "behoefte", "ondersteuning"),
    ),
    ("toezicht", lui("Toezicht"), ("meldplicht", "maatregel", "bewaring")),
    ("vertrek", lui("Vertrek"), ("vertrek", "afwezigheid")),
    ("inzage", lui("Inzage en nood"), ("inzage", "noodtoegang", "veiligheidskaart", "portaal")),
    ("stem", lui("Woorden van de persoon"), ("betwisting", "vraag", "stem")),
    ("keten", lui("Ketenpartners"), ("keten",)),
)
_VELDEN: Final[dict[str, Promise]] = {
    "regievoerder": lui("regievoerder"),
    "intake_afgerond_op": lui("in behandeling sinds"),
    "boekingen": lui("reis"),
    "toegangsbewijs_ref": lui("bewijs van toelating"),
    "begeleiding": lui("mee op reis"),
    "dia_overwogen": lui("hulp van de DIA overwogen"),
    "reden_geen_dia": lui("waarom geen hulp van de DIA"),
    "geannuleerd_op": lui("geannuleerd op"),
    "laatst_gezien_op": lui("voor het laatst gezien op"),
    "niet_aangekomen_sinds": lui("niet aangekomen sinds"),
    "aanwezigheidscontrole_op": lui("gecontroleerd op"),
    "bericht_van_vertrek_ref": lui("kenmerk van het bericht van vertrek"),
    "bewijs_ref": lui("bewijs"),
    "gesloten_op": lui("gesloten op"),
    "ingesteld_op": lui("ingesteld op"),
    "zitting_op": lui("zitting op"),
    "zitting_bekend_op": lui("zitting bekend sinds"),
    "uitspraak_op": lui("uitspraak op"),
    "bekendgemaakt_op": lui("bekendgemaakt op"),
    "beroepstermijn_tot": lui("beroepstermijn tot en met"),
    "gevoerd_op": lui("gevoerd op"),
    "afgerond_op": lui("afgerond op"),
    "gepland_op": lui("gepland op"),
    "ingevuld_op": lui("ingevuld op"),
    "geweigerd_op": lui("niet ingevuld op"),
    "verzonden_op": lui("verzonden op"),
    "presentatie_op": lui("presentatie op"),
    "uitkomst_op": lui("uitkomst op"),
    "afgegeven_op": lui("ontvangen op"),
    "geldig_tot": lui("geldig tot en met"),
    "gereed_op": lui("klaar op"),
    "lp_vrijwillig": lui("vrijwillige terugkeer"),
    "lp_gedwongen": lui("gedwongen terugkeer"),
    "per": lui("bekend sinds"),
    "start_op": lui("begonnen op"),
    "grond_verkorting": lui("grond"),
    "verlenging_gevraagd_op": lui("gevraagd op"),
    "doorgezonden_ind_op": lui("doorgestuurd op"),
    "verlengd_tot": lui("verlengd tot en met"),
    "verlenging_kenmerk": lui("kenmerk"),
    "recht_eindigt_op": lui("laatste dag"),
    "gevraagd_op": lui("gevraagd op"),
    "coa_besluit": lui("besluit"),
    "coa_besloten_op": lui("besloten op"),
    "vbl_lko_besluit_op": lui("besloten op"),
    "getoetst_op": lui("getoetst op"),
    "humanitaire_noodsituatie": lui("noodsituatie"),
    "goedgekeurd_door": lui("goedgekeurd door"),
    "goedgekeurd_op": lui("goedgekeurd op"),
    "genomen_op": lui("genomen op"),
    "gecheckt_op": lui("gecheckt op"),
    "toestemming_op": lui("gegeven op"),
    "toestemming_geweigerd_op": lui("niet gegeven op"),
    "toestemming_ingetrokken_op": lui("ingetrokken op"),
    "aanwijzing_op": lui("aanwijzing van"),
    "gemachtigde_benaderd_op": lui("benaderd op"),
    "art64_aangevraagd_op": lui("aangevraagd op"),
    "art64_ambtshalve_op": lui("voorgelegd op"),
    "reisvoorwaarden": lui("voorwaarden voor de reis"),
    "overdracht_geregeld_op": lui("geregeld op"),
    "verwachte_bevalling_op": lui("bevalling verwacht op"),
    "bevallen_op": lui("bevallen op"),
    "tbc_behandeling_tot": lui("behandeling van tbc tot en met"),
    "eigen_pogingen": lui("poging"),
    "bemiddeling_gevraagd_op": lui("gevraagd op"),
    "bemiddeling_mislukt_op": lui("geëindigd op"),
    "identiteit_twijfel": lui("redelijke twijfel over identiteit"),
    "meewerkend": lui("gedaan wat mogelijk was"),
    "zwaarwegend_advies_op": lui("verstuurd op"),
    "ind_besluit": lui("besluit"),
    "ind_besloten_op": lui("besloten op"),
    "factoren": lui("omstandigheid"),
    "tweede_lezer_op": lui("gelezen op"),
    "stem": lui("stem"),
    "verslag_op": lui("verslag van"),
    "teruggekoppeld_op": lui("teruggekoppeld op"),
    "bevestigd_op": lui("bevestigd op"),
    "vooroverleg_op": lui("gehouden op"),
    "vooroverleg_uitkomst": lui("uitkomst"),
    "coordinator": lui("coördinator"),
    "ingediend_op": lui("ingediend op"),
    "besloten_op": lui("besloten op"),
    "politie_gemeld_op": lui("gemeld op"),
    "politie_terugkoppeling_op": lui("antwoord van"),
    "bedenktijd_van": lui("vanaf"),
    "bedenktijd_tot": lui("tot en met"),
    "vergunning_van": lui("vanaf"),
    "vergunning_tot": lui("tot en met"),
    "sepot_op": lui("geseponeerd op"),
    "afgeschermd": lui("afgeschermd"),
    "art64_besluit": lui("besluit"),
    "art64_van": lui("vanaf"),
    "art64_tot": lui("tot en met"),
    "opvolging_op": lui("nagegaan op"),
    "resultaat_op": lui("uitslag op"),
    "toegewezen": lui("toegewezen"),
    "over": lui("onderwerp"),
    "tolk_gepland": lui("tolk"),
    "tolk_bestelling": lui("nummer van de bestelling"),
    "tolk_voorkeur": lui("gevraagd"),
    "tolk_besteld_op": lui("tolk besteld op"),
    "tolk_bevestigd_op": lui("tolk bevestigd op"),
    "beroepen": lui("beroep"),
    "besluit": lui("besluit"),
    "besluiten": lui("besluit"),
    "uitkomst": lui("uitkomst"),
    "aanvragen": lui("aanvraag"),
}
# What such an event says by its own title: the name of the field would only repeat it.
_VANZELF: Final = frozenset(
    {
        "aanvraag",
        "aanwezigheidscontrole_op",
        "art64_besluit",
        "beoordeling",
        "bericht_van_vertrek_ref",
        "besluit",
        "boekingen",
        "conclusie",
        "geannuleerd_op",
        "gekozen",
        "gesloten_op",
        "ingesteld_op",
        "intake_afgerond_op",
        "landen",
        "opvolging_op",
        "regievoerder",
        "stem",
        "teruggekoppeld_op",
        "bevestigd_op",
        "uitkomst",
        "betaling",
        "regelstand",
        "dia_overwogen",
        "vervolg",
        "verwijzingen",
        "verzonden_op",
        "zitting_op",
    }
)
# Which talk or which of the four an event is about.
_MOMENTEN: Final[dict[str, str | Promise]] = {
    keuze.value: keuze.label for keuzes in (Moment, toetsing.Moment) for keuze in keuzes
}
# What the codes of a field are called, where the code itself is no Dutch a reader knows.
_KEUZES: Final[dict[str, type[TextChoices]]] = {
    "beoordeling": Oordeel,
    "conclusie": toetsing.Conclusie,
    "gekozen": Mogelijkheid,
    "status": Status,
    "tolk_gepland": Tolk,
    "vervolg": Vervolg,
    "betaling": Betaling,
    "regelstand": Regelstand,
}
_BESLOTEN: Final[dict[str, str | Promise]] = {
    "toegekend": lui("toegekend"),
    "ingewilligd": lui("ingewilligd"),
    "afgewezen": lui("afgewezen"),
    "voorlopig_uitstel": lui("voorlopig uitstel"),
}
_WAARDEN: Final[dict[str, Mapping[str, str | Promise]]] = {
    **{veld: {keuze.value: keuze.label for keuze in keuzes} for veld, keuzes in _KEUZES.items()},
    "over": ONDERWERP,
    # Of a judgment, of a request for a document, and of the dossier itself; no code is one of two.
    "uitkomst": {
        "gegrond": lui("gegrond"),
        "deels_gegrond": lui("deels gegrond"),
        "ongegrond": lui("ongegrond"),
        "niet_ontvankelijk": lui("niet-ontvankelijk"),
        "ingetrokken": lui("ingetrokken"),
        "verwijderbaar": lui("vertrek mag"),
        "niet_verwijderbaar": lui("vertrek mag niet"),
        **{keuze.value: keuze.label for keuzes in (Uitkomst, vertrek.Uitkomst) for keuze in keuzes},
    },
    "besluit": {
        "afwijzing": lui("afwijzing"),
        "terugkeerbesluit": lui("terugkeerbesluit"),
        "inwilliging": lui("inwilliging"),
        "inreisverbod": lui("inreisverbod"),
        "intrekking": lui("intrekking van een vergunning"),
        "vastgesteld": lui("vastgesteld"),
        "aangehouden": lui("aangehouden"),
        "geen_besluit": lui("geen besluit"),
        "opgeschaald": lui("opgeschaald"),
        **_BESLOTEN,
    },
    "art64_besluit": _BESLOTEN,
    "ind_besluit": _BESLOTEN,
    "coa_besluit": {"akkoord": lui("akkoord"), "geweigerd": lui("niet akkoord")},
    "vooroverleg_uitkomst": {
        "afgedaan": lui("afgedaan"),
        "indienen": lui("indienen"),
        "open": lui("nog open"),
    },
    "stem": {keuze.value: keuze.label for keuze in overleg.Oordeel},
    "coordinator": {"dtv": "DT&V", "ind": "IND", "coa": "COA", "avim": "AVIM", "kmar": "KMar"},
    "aanvraag": {"opvolgend_asiel": lui("opvolgende asielaanvraag")},
}


@dataclass(frozen=True, kw_only=True)
class Wijziging:
    """One value that changed, in words."""

    veld: str
    oud: str
    nieuw: str


def titel_van(soort: str) -> tuple[str, str]:
    """What an event is called, and its icon; an unknown kind is read from its own words."""
    if soort in SOORTEN:
        titel, icoon = SOORTEN[soort]
        return str(titel), icoon
    noun, _punt, verb = soort.partition(".")
    woorden = f"{noun} {verb}".replace("_", " ").strip()
    return woorden[:1].upper() + woorden[1:], "blad"


def maak_regels(gebeurtenissen: Iterable[Gebeurtenis], *, vandaag: date) -> list[Tijdlijnregel]:
    return [_regel(g, vandaag) for g in gebeurtenissen]


def _regel(g: Gebeurtenis, vandaag: date) -> Tijdlijnregel:
    titel, icoon = titel_van(g.soort)
    over = _MOMENTEN.get(str(g.gegevens.get("moment")))
    if over:
        titel = f"{titel}, {_klein(str(over))}"
    partner = PARTNER.get(str(g.gegevens.get("partner"))) if g.soort.startswith("overleg.") else None
    if partner:
        titel = f"{titel}, {partner}"
    norm = REGISTER.get(str(g.gegevens.get("norm")))
    if norm is not None:
        titel = f"{titel}, {_klein(norm.titel)}"
    veranderd = g.gegevens.get("wijzigingen") or {}
    if g.soort.startswith("afwijking."):
        # Which norm stands in the title, why in the text; the fact as a whole stands on the page of the deviations.
        veranderd = {}
    if g.soort.startswith("gesprek."):
        # That it was held, or not, and when it was finished is what the title says.
        veranderd = {naam: paar for naam, paar in veranderd.items() if naam not in {"status", "afgerond_op"}}
    wijzigingen = list(wijzigingen_in_woorden(veranderd))
    oud, nieuw, tekst = "", "", _tekst(g.gegevens)
    if len(wijzigingen) == 1:
        enige = wijzigingen[0]
        titel = f"{titel}, {enige.veld}" if enige.veld else titel
        # What stayed the same is said once, and a title that says what is new needs no "nog niet bekend".
        onbekend = _("nog niet bekend") if enige.veld else ""
        oud = "" if enige.oud == enige.nieuw else enige.oud or onbekend
        nieuw = ", ".join(deel for deel in (enige.nieuw or _("leeg"), tekst) if deel)
        tekst = ""
    elif wijzigingen:
        delen = [tekst, *map(_verandering, wijzigingen)]
        tekst = "; ".join(deel for deel in delen if deel)
    return Tijdlijnregel(
        wanneer=_wanneer(g.moment, vandaag),
        titel=f"{titel}:" if tekst else titel,
        tekst=tekst,
        oud=oud,
        nieuw=nieuw,
        bron=_bron(g),
        icoon=icoon,
        moment=g.moment,
    )


def _verandering(w: Wijziging) -> str:
    """One of several changes; what was not known before is simply what it is now."""
    waarde = f"{w.oud} → {w.nieuw or _('leeg')}" if w.oud else w.nieuw or _("leeg")
    return f"{w.veld} {waarde}".strip()


def _klein(woorden: str) -> str:
    """As it stands within a sentence; an abbreviation stays one."""
    return woorden if woorden[1:2].isupper() else woorden[:1].lower() + woorden[1:]


def _bron(g: Gebeurtenis) -> str:
    afzender = {"ind": _("de IND"), "avim": _("de AVIM"), "kmar": _("de KMar")}.get(
        str(g.gegevens.get("afzender"))
    )
    if g.bericht_id is not None:
        van = _("Bericht van %(wie)s") % {"wie": afzender} if afzender else _("Uit een bericht")
        return _("%(van)s, verwerkt door het systeem") % {"van": van}
    return _("Het systeem") if g.door == SYSTEEM else g.door_naam


def _tekst(gegevens: dict[str, Any]) -> str:
    """The one thing an event says of itself besides what changed."""
    for sleutel in ("omschrijving", "actie", "naam", "toelichting", "reden", "dag", "versie"):
        waarde = gegevens.get(sleutel)
        if isinstance(waarde, str) and waarde.strip():
            return _in_woorden(waarde)
        if isinstance(waarde, int) and not isinstance(waarde, bool):
            return _("versie %(n)d") % {"n": waarde}
    return ""


def wijzigingen_in_woorden(wijzigingen: dict[str, Any]) -> Iterator[Wijziging]:
    """Each change as a reader says it: paths become words, dates become dates, nothing becomes 'nog niet bekend'.

    The field is left empty where the title of the event already says it.
    """
    alleen = len(wijzigingen) == 1
    for pad, paar in wijzigingen.items():
        if not (isinstance(paar, (list, tuple)) and len(paar) == 2):
            continue
        naam = pad.rsplit(".", 1)[-1].split("[", 1)[0]
        oud, nieuw = (_keuze(naam, waarde) for waarde in paar)
        yield Wijziging(veld="" if alleen and naam in _VANZELF else _veld(naam), oud=oud, nieuw=nieuw)


def _keuze(naam: str, waarde: Any) -> str:
    """A code as the field calls it; anything else as it is."""
    if naam == "land" and isinstance(waarde, str):
        return landnaam(waarde)
    woord = _WAARDEN.get(naam, {}).get(waarde) if isinstance(waarde, str) else None
    return _klein(str(woord)) if woord else _waarde(waarde)


def _veld(naam: str) -> str:
    return str(_VELDEN.get(naam, naam.replace("_", " ")))


def _waarde(waarde: Any) -> str:
    match waarde:
        case None | "":
            return ""
        case bool():
            return _("ja") if waarde else _("nee")
        case str():
            return _in_woorden(waarde)
        case dict():
            return ", ".join(
                f"{_veld(naam)} {tekst}" for naam, deel in waarde.items() if (tekst := _keuze(naam, deel))
            )
        case list() | tuple():
            return ", ".join(_waarde(deel) for deel in waarde)
        case _:
            return str(waarde)


def _in_woorden(tekst: str) -> str:
    with suppress(ValueError):
        return dag_maand(date.fromisoformat(tekst))
    with suppress(ValueError):
        return wanneer(datetime.fromisoformat(tekst))
    return tekst.replace("_", " ") if " " not in tekst else tekst


def _wanneer(moment: datetime, vandaag: date) -> str:
    hier = timezone.localtime(moment)
    dag = hier.date()
    tijd = f"{hier:%H.%M}"
    if dag == vandaag:
        return _("vandaag %(tijd)s") % {"tijd": tijd}
    return f"{kort(dag) if dag.year == vandaag.year else kort_jaar(dag)} {tijd}"
