"""What a proposal is made of: the lesser means, the grounds of the law, the indicators, and how far it is."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# A project choice: the law asks to look regularly (Directive 2008/115/EC art. 15(3)); this is the longest between two.
HEROVERWEEG_NA: Final = 28
# A project choice: how many days a proposal waits for its reader or officer before it stands late with the regievoerder.
ANTWOORD_BINNEN: Final = 2
# From this many proposals on, the same words are pointed at; as with a toetsing, nothing is refused for it.
STANDAARD_VANAF: Final = 5


@dataclass(frozen=True, kw_only=True)
class Onderwerp:
    """One thing to write about: what it is, what to think of, and the source that names it."""

    titel: Promise | str
    hint: Promise | str = ""
    bron: str = ""


MIDDELEN: Final[Mapping[str, Onderwerp]] = {
    "meldplicht": Onderwerp(
        titel=_("Meldplicht"), hint=_("Zich op vaste tijden melden bij de AVIM."), bron="Vw 2000 art. 54"
    ),
    "vbl": Onderwerp(
        titel=_("Verblijf in een vrijheidsbeperkende locatie"),
        hint=_("Binnen een gemeente blijven, met onderdak en begeleiding."),
        bron="Vw 2000 art. 56",
    ),
    "gl": Onderwerp(
        titel=_("Verblijf in een gezinslocatie"),
        hint=_("Alleen als er kinderen zijn. Zijn die er niet, schrijf dat dan op."),
        bron="Vw 2000 art. 56",
    ),
    "vast_adres": Onderwerp(
        titel=_("Verblijf op een vast adres, bij iemand die garant staat"),
        hint=_("Bijvoorbeeld bij familie of bij een kerk. Is ernaar gevraagd?"),
        bron="Richtlijn 2008/115/EG art. 7 lid 3",
    ),
    "borg": Onderwerp(
        titel=_("Een borgsom"),
        hint=_("Geld dat iemand terugkrijgt na vertrek."),
        bron="Richtlijn 2008/115/EG art. 7 lid 3",
    ),
    "document": Onderwerp(
        titel=_("Het reisdocument in bewaring geven"),
        hint=_("De persoon levert het document in en blijft vrij."),
        bron="Richtlijn 2008/115/EG art. 7 lid 3",
    ),
    "begeleiding": Onderwerp(
        titel=_("Begeleiding bij zelfstandig vertrek"),
        hint=_("IOM, een ngo of de bijdrage van de DT&V. Wat is aangeboden en wat wilde de persoon zelf?"),
        bron="Richtlijn 2008/115/EG art. 7 lid 1; rapport Verantwoord Vertrek 3.1",
    ),
    "gesprek": Onderwerp(
        titel=_("Een extra gesprek"),
        hint=_("Met een tolk, iemand die de persoon vertrouwt, of een andere regievoerder."),
        bron="Rapport Verantwoord Vertrek 3.1",
    ),
}
# Shortened from Vb 2000 art. 5.1b. The grounds for a transfer to another Member State are not of this process.
GRONDEN: Final[Mapping[str, Onderwerp]] = {
    "3a": Onderwerp(titel=_("Nederland niet op de voorgeschreven wijze binnengekomen, of dat geprobeerd")),
    "3b": Onderwerp(
        titel=_("Zich enige tijd aan het toezicht onttrokken, in strijd met de vreemdelingenwetgeving")
    ),
    "3c": Onderwerp(
        titel=_("Eerder een besluit met de plicht Nederland te verlaten, en niet zelf op tijd vertrokken")
    ),
    "3d": Onderwerp(
        titel=_("Niet of niet genoeg meegewerkt aan het vaststellen van identiteit en nationaliteit")
    ),
    "3e": Onderwerp(
        titel=_("Bij de aanvraag onjuiste of tegenstrijdige gegevens over identiteit, nationaliteit of reis")
    ),
    "3f": Onderwerp(titel=_("Zich zonder noodzaak ontdaan van reis- of identiteitsdocumenten")),
    "3g": Onderwerp(titel=_("In Nederland gebruikgemaakt van valse of vervalste documenten")),
    "3h": Onderwerp(titel=_("Ongewenst verklaard, of een zwaar inreisverbod")),
    "3i": Onderwerp(titel=_("Te kennen gegeven niet te zullen terugkeren")),
    "3j": Onderwerp(titel=_("Aan de grens asiel gevraagd en in de grensprocedure afgewezen")),
    "4a": Onderwerp(titel=_("Zich niet gehouden aan andere verplichtingen van hoofdstuk 4 van het Vb")),
    "4b": Onderwerp(titel=_("Meer aanvragen gedaan die niet tot een vergunning leidden")),
    "4c": Onderwerp(titel=_("Geen vaste woon- of verblijfplaats")),
    "4d": Onderwerp(titel=_("Niet genoeg middelen van bestaan")),
    "4e": Onderwerp(titel=_("Verdacht van of veroordeeld voor een misdrijf")),
    "4f": Onderwerp(titel=_("Gewerkt in strijd met de Wet arbeid vreemdelingen")),
}
INDICATOREN: Final[Mapping[str, Onderwerp]] = {
    "medewerking_autoriteiten": Onderwerp(
        titel=_("Werken de autoriteiten van het land mee aan gedwongen terugkeer?")
    ),
    "geldig_reisdocument": Onderwerp(titel=_("Is er een geldig reisdocument?")),
    "geen_weigering": Onderwerp(
        titel=_("Wijst iets erop dat een vervangend document wordt geweigerd?"),
        hint=_(
            "Wie een medische test of een vaccinatie niet wil, gebruikt een recht. Noem dat niet als weigeren om mee te werken."
        ),
    ),
    "vlucht_korte_termijn": Onderwerp(titel=_("Kan er op korte termijn een vlucht worden geboekt?")),
}
_NEUTRAAL: Final = _(
    "Schrijf geen ziekte, medicijn of diagnose op. Schrijf wel wat het voor bewaring betekent."
)
KWETSBAAR: Final[Mapping[str, Onderwerp]] = {
    "kinderen": Onderwerp(titel=_("Zijn er kinderen die de gevolgen merken?")),
    "zwanger": Onderwerp(titel=_("Is iemand zwanger of net bevallen?"), hint=_NEUTRAAL),
    "medisch": Onderwerp(
        titel=_("Hoe gaat het met de gezondheid, ook de psychische?"),
        hint=_NEUTRAAL,
    ),
    "slachtoffer": Onderwerp(
        titel=_("Heeft iemand geweld, uitbuiting of foltering meegemaakt?"),
        hint=_(
            "Schrijf alleen wat nodig is om te wegen. Een aanwijzing van mensenhandel hoort bij de toetsing, niet hier."
        ),
    ),
    "overig": Onderwerp(titel=_("Is er iets anders waardoor bewaring deze persoon extra zwaar treft?")),
}
# Vc 2000 A5/2.4; letter to the Tweede Kamer of 10 March 2011. Beside the norms, never in their place.
AMV_GRONDEN: Final[Mapping[str, Promise]] = {
    "vertrek_14_dagen": _("Het vertrek staat vast binnen veertien dagen"),
    "misdrijf": _("De minderjarige is verdacht van of veroordeeld voor een misdrijf"),
    "eerder_weg": _("De minderjarige ging eerder weg uit de opvang of hield zich niet aan een maatregel"),
}
BRON_GRONDEN: Final = "Vb 2000 art. 5.1b"
BRON_AMV: Final = "Vc 2000 A5/2.4"


class Stand(models.TextChoices):
    """How far a proposal is. From ``geweigerd`` on it has ended; each way back is a new proposal."""

    CONCEPT = "concept", _("Concept")
    BIJ_LEZER = "bij_lezer", _("Bij de tweede lezer")
    AKKOORD = "akkoord", _("Gelezen en akkoord")
    BIJ_AMBTENAAR = "bij_ambtenaar", _("Bij de bevoegde ambtenaar")
    OPGELEGD = "opgelegd", _("Bewaring opgelegd")
    GEWEIGERD = "geweigerd", _("Niet opgelegd")
    INGETROKKEN = "ingetrokken", _("Ingetrokken")
    OPGEHEVEN = "opgeheven", _("Bewaring opgeheven")


# One of these at a time for a dossier.
LOPEND: Final = (Stand.CONCEPT, Stand.BIJ_LEZER, Stand.AKKOORD, Stand.BIJ_AMBTENAAR, Stand.OPGELEGD)
# Before anybody imposed: it can be taken back with a reason.
TERUG_TE_NEMEN: Final = (Stand.CONCEPT, Stand.BIJ_LEZER, Stand.AKKOORD, Stand.BIJ_AMBTENAAR)


class Regelsoort(models.TextChoices):
    """What was done about a proposal or a detention, kept as it was said."""

    INGEDIEND = "ingediend", _("Aangeboden aan een tweede lezer")
    TERUG = "terug", _("Teruggegeven met opmerkingen")
    AKKOORD = "akkoord", _("Gelezen en akkoord")
    DIRECTIE = "directie", _("Namens de directie getekend")
    VOORGELEGD = "voorgelegd", _("Voorgelegd aan een bevoegde ambtenaar")
    OPGELEGD = "opgelegd", _("Opgelegd")
    GEWEIGERD = "geweigerd", _("Niet opgelegd")
    INGETROKKEN = "ingetrokken", _("Ingetrokken")
    ADVOCAAT = "advocaat", _("Advocaat ingelicht")
    RECHTBANK = "rechtbank", _("Rechtbank in kennis gesteld")
    HEROVERWOGEN = "heroverwogen", _("Opnieuw bekeken of bewaring nog mag")
    VERLENGD = "verlengd", _("Verlengd")
    OPGEHEVEN = "opgeheven", _("Opgeheven")


class Waarvoor(models.TextChoices):
    """What somebody is designated for."""

    OPLEGGEN = "opleggen", _("Bewaring opleggen")
    KINDEREN = "kinderen", _("Namens de directie tekenen als er een minderjarige is")


class Opheffing(models.TextChoices):
    """Why detention ends, or a proposal with it."""

    GEEN_ZICHT = "geen_zicht", _("Er is geen zicht op uitzetting meer")
    LICHTER = "lichter", _("Een lichter middel volstaat")
    AANWIJZING = "aanwijzing", _("Er is een nieuwe aanwijzing")
    VERTREK = "vertrek", _("De persoon is vertrokken of vertrekt vandaag")
    RECHTER = "rechter", _("De rechter heeft het bepaald")
    TERMIJN = "termijn", _("De langste duur is bereikt")
    ANDERS = "anders", _("Een andere reden")


class Verlenggrond(models.TextChoices):
    """The only two reasons for which detention may last longer than six months (Vw 2000 art. 59(6))."""

    MEDEWERKING = "medewerking", _("De persoon werkt niet mee aan de uitzetting")
    DOCUMENTEN = "documenten", _("De papieren uit het andere land zijn er nog niet")
