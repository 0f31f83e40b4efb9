"""The words of this room that are chosen from, as the field and the dossierbeeld say them."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Soort(models.TextChoices):
    ONDERNEMEN = "ondernemen", _("Een eigen bedrijf")
    WERK = "werk", _("Werk")
    OPLEIDING = "opleiding", _("Een opleiding")
    ONDERWIJS_KINDEREN = "onderwijs_kinderen", _("School voor de kinderen")
    MEDISCHE_ZORG = "medische_zorg", _("Medische zorg")
    ONDERDAK = "onderdak", _("Een plek om te wonen")
    VEILIGHEID = "veiligheid", _("Veiligheid")
    GELD = "geld", _("Geld")
    BAGAGE = "bagage", _("Spullen meenemen")
    TIJD = "tijd", _("Meer tijd")
    DERDE_LAND = "derde_land", _("Naar een ander land")
    OVERIG = "overig", _("Iets anders")
    GEEN_WENS_GEUIT = "geen_wens_geuit", _("Geen wens geuit")


class Bron(models.TextChoices):
    GESPREK = "gesprek", _("Gesprek")
    PORTAAL = "portaal", _("Portaal")
    GEMACHTIGDE = "gemachtigde", _("Gemachtigde")
    COA = "coa", _("COA")
    VWN = "vwn", _("VluchtelingenWerk")
    OVERIG = "overig", _("Iemand anders")


class Oordeel(models.TextChoices):
    """What the regievoerder thinks can be done with a wish; about the wish, never about the person."""

    REALISTISCH = "realistisch", _("Kan")
    NADER_ONDERZOEK = "nader_onderzoek", _("Eerst uitzoeken")
    NIET_REALISTISCH = "niet_realistisch", _("Kan niet")


class Vervolg(models.TextChoices):
    TOEGEKEND = "toegekend", _("Toegezegd")
    DOORVERWEZEN = "doorverwezen", _("Doorverwezen")
    UITGELEGD = "uitgelegd", _("Uitgelegd")
    AFGEWEZEN = "afgewezen", _("Afgewezen")
    VERVULD = "vervuld", _("Vervuld")


class Stap(models.TextChoices):
    BEOORDELING = "beoordeling", _("Beoordeling")
    ANTWOORD = "antwoord", _("Antwoord")
    VERTELD = "verteld", _("Verteld")


class Wijze(models.TextChoices):
    """How the person heard the answer."""

    GESPREK = "gesprek", _("In een gesprek")
    TELEFOON = "telefoon", _("Telefonisch")
    BRIEF = "brief", _("Met een brief")
    PORTAAL = "portaal", _("In het portaal")
    GEMACHTIGDE = "gemachtigde", _("Via de gemachtigde")


class Naar(models.TextChoices):
    """To whom this room refers. The police belongs to a route that is shielded, and is not shown here."""

    IOM = "iom", _("IOM")
    NGO = "ngo", _("Een ngo")
    DIA = "dia", _("DIA")
    GEMACHTIGDE = "gemachtigde", _("De gemachtigde")
    OVERIG = "overig", _("Een andere organisatie")


class Uitkomst(models.TextChoices):
    GELUKT = "gelukt", _("Het lukt")
    DEELS = "deels", _("Het lukt voor een deel")
    NIET = "niet", _("Het lukt niet")


class Einde(models.TextChoices):
    """Why a referral stopped; none of these is held against anybody."""

    TOESTEMMING_WEG = "toestemming_weg", _("De vreemdeling wil niet meer dat wij gegevens delen")
    WIL_ANDERS = "wil_anders", _("De vreemdeling kiest een andere weg")
    KAN_NIET_HELPEN = "kan_niet_helpen", _("De organisatie kan niet helpen")
    NIET_MEER_NODIG = "niet_meer_nodig", _("De hulp is niet meer nodig")
    ANDERS = "anders", _("Een andere reden")


class Kiezer(models.TextChoices):
    """Whose yes or no it was, named as in the core."""

    PERSOON = "persoon", _("De persoon zelf")
    VERTEGENWOORDIGER = "vertegenwoordiger", _("De ouder of de voogd")


class Antwoord(models.TextChoices):
    """What an organisation that was asked says to that; saying nothing is no answer, and ends nothing."""

    AANGENOMEN = "aangenomen", _("De organisatie gaat aan de slag")
    GEWEIGERD = "geweigerd", _("De organisatie kan niet helpen")


class Verloop(models.TextChoices):
    """One entry in the course of a referral."""

    VOORGESTELD = "voorgesteld", _("Voorgelegd aan de persoon")
    GEDAAN = "gedaan", _("Doorverwezen")
    NIET_GEDAAN = "niet_gedaan", _("Niet doorverwezen")
    ANTWOORD = "antwoord", _("Antwoord van de organisatie")
    BEWIJS = "bewijs", _("Bewijs van Aanvraag getekend")
    OPVOLGING = "opvolging", _("Nagegaan hoe het loopt")
    RESULTAAT = "resultaat", _("Uitslag")
    EINDE = "einde", _("Beëindigd")


class Vorm(models.TextChoices):
    GELD = "geld", _("Geld")
    NATURA = "natura", _("Spullen of een dienst, zoals een cursus of bagage")


class Besluit(models.TextChoices):
    TOEGEKEND = "toegekend", _("Toegekend")
    DEELS = "deels", _("Voor een deel toegekend")
    AFGEWEZEN = "afgewezen", _("Afgewezen")


class Aanbieder(models.TextChoices):
    IOM = "iom", _("IOM")
    NGO = "ngo", _("Ngo")
    DTV = "dtv", _("DT&V")
    DIA = "dia", _("DIA")
    OVERIG = "overig", _("Een andere organisatie")


class Betaling(models.TextChoices):
    """How the payment of a contribution stands; the payment office has the account, this program never."""

    GOEDGEKEURD = "goedgekeurd", _("Goedgekeurd, nog niet opgedragen")
    OPGEDRAGEN = "opgedragen", _("Opgedragen aan het betaalkantoor")
    BETAALD = "betaald", _("Betaald")
    VERVALLEN = "vervallen", _("Niet meer nodig")
    TERUGGEVORDERD = "teruggevorderd", _("Teruggevorderd door het betaalkantoor")


class Landantwoord(models.TextChoices):
    """What an embassy or consulate of another country said about letting the person in."""

    GEVRAAGD = "gevraagd", _("Gevraagd, nog geen antwoord")
    VRAAGT_MEER = "vraagt_meer", _("Zij vragen om meer")
    LAAT_TOE = "laat_toe", _("De persoon mag het land in")
    LAAT_NIET_TOE = "laat_niet_toe", _("De persoon mag het land niet in")


class Bewijssoort(models.TextChoices):
    """By what it is certain that another country lets somebody in."""

    NATIONALITEIT = "nationaliteit", _("Nationaliteit van dat land")
    VERBLIJFSRECHT = "verblijfsrecht", _("Verblijfsvergunning van dat land")
    VISUM = "visum", _("Visum")
    TOEZEGGING = "toezegging", _("Schriftelijke toezegging van de vertegenwoordiging")
    OVERIG = "overig", _("Een ander bewijs")


class Uitvoerder(models.TextChoices):
    """Who sees to something in kind."""

    DIA = "dia", _("DIA")
    BIJZONDER_VERTREK = "bijzonder_vertrek", _("Bijzonder Vertrek")


class Regelsoort(models.TextChoices):
    AANKOMST = "aankomst", _("Iemand die ophaalt bij aankomst")
    ONDERDAK = "onderdak", _("Een plek om te wonen")
    ZORG = "zorg", _("Een plek waar zorg doorgaat")
    SCHOOL = "school", _("Een school voor de kinderen")
    BEGELEIDING = "begeleiding", _("Begeleiding op reis")
    PAPIEREN = "papieren", _("Papieren in het land zelf")
    GOEDEREN = "goederen", _("Spullen of gereedschap")
    OVERIG = "overig", _("Iets anders")


class Regelstand(models.TextChoices):
    GEVRAAGD = "gevraagd", _("Gevraagd")
    OPGEPAKT = "opgepakt", _("Opgepakt")
    GEREGELD = "geregeld", _("Geregeld")
    NIET_GELUKT = "niet_gelukt", _("Niet gelukt")
    INGETROKKEN = "ingetrokken", _("Niet meer nodig")


class Hulp(models.TextChoices):
    """What an entry of the catalogue gives; one entry may give several."""

    GELD = "geld", _("Geld")
    NATURA = "natura", _("Spullen of een dienst")
    SCHOLING = "scholing", _("Scholing of een cursus")
    BEDRIJF = "bedrijf", _("Een eigen bedrijf beginnen")
    WERK = "werk", _("Werk zoeken")
    ZORG = "zorg", _("Medische zorg")
    WONEN = "wonen", _("Een plek om te wonen")
    SCHOOL = "school", _("School voor kinderen")
    AANKOMST = "aankomst", _("Een veilige aankomst")


class Mogelijkheid(models.TextChoices):
    """The kinds of support of the dossierbeeld, as a talk ticks them (norm ondersteuning-volledig-besproken)."""

    IOM_REAN = "iom_rean", _("Basishulp van de IOM (REAN)")
    IOM_AVRR = "iom_avrr", _("Herintegratie met de IOM (AVRR)")
    NGO = "ngo", _("Projecten van ngo’s")
    DTV_BIJDRAGE = "dtv_bijdrage", _("Bijdrage van de DT&V")
    DIA = "dia", _("Medische overdracht of opvang via de DIA")
    DERDE_LAND = "derde_land", _("Een ander land")


class Eis(models.TextChoices):
    """A condition of an entry that the finder can judge; named and ordered as in the core."""

    PROCEDURES_KLAAR = "procedures_klaar", _("Alle procedures zijn klaar")
    GEEN_DUBLIN = "geen_dublin", _("Niet voor wie naar een ander Dublinland gaat")
    GEEN_EU_EER = "geen_eu_eer", _("Niet voor wie uit de EU of de EER komt")
    GEEN_MIDDELEN = "geen_middelen", _("Alleen voor wie zelf geen geld voor de reis heeft")
    DEFINITIEF_VERTREK = "definitief_vertrek", _("Het vertrek is definitief")
    EERSTE_KEER = "eerste_keer", _("Alleen voor wie deze hulp niet eerder kreeg")
    ALLEEN_GEZIN = "alleen_gezin", _("Alleen voor gezinnen")
    ALLEEN_ALLEENREIZEND = "alleen_alleenreizend", _("Alleen voor wie zonder gezin reist")
    ALLEEN_MINDERJARIG = "alleen_minderjarig", _("Alleen voor wie jonger is dan 18 jaar")
    ALLEEN_VOLWASSEN = "alleen_volwassen", _("Alleen voor wie 18 jaar of ouder is")
    ALLEEN_MEDISCH = "alleen_medisch", _("Alleen bij medische zorg")


class Vraag(models.TextChoices):
    """What is asked because no fact of the dossier says it; named as in the core."""

    EIGEN_MIDDELEN = "eigen_middelen", _("Heeft de persoon zelf geld voor de reis?")
    EERDER_GEHOLPEN = "eerder_geholpen", _("Kreeg de persoon eerder hulp om terug te keren?")
    DEFINITIEF = "definitief", _("Wil de persoon voorgoed vertrekken?")


class Behoeftesoort(models.TextChoices):
    """What somebody would need and nothing in the catalogue gives."""

    VEILIGHEID = "veiligheid", _("Zekerheid over veiligheid")
    ZORG = "zorg", _("Medische zorg")
    SCHOOL = "school", _("School voor de kinderen")
    OPLEIDING = "opleiding", _("Opleiding of erkenning van een diploma")
    WONEN = "wonen", _("Een plek om te wonen")
    INKOMEN = "inkomen", _("Werk of inkomen")
    FAMILIE = "familie", _("Bij familie kunnen zijn")
    PAPIEREN = "papieren", _("Papieren in het land zelf")
    ANDERS = "anders", _("Iets anders")
