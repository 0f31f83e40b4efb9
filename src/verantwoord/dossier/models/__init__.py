from verantwoord.dossier.models.afscherming import Afscherming
from verantwoord.dossier.models.afschrift import Afschrift, Afschriftbestand
from verantwoord.dossier.models.afwijking import Afwijkverzoek
from verantwoord.dossier.models.antwoord import Antwoord, Ontvangstbevestiging
from verantwoord.dossier.models.betwisting import Betwisting, Betwistmerk
from verantwoord.dossier.models.dagen import Opvangdagen, Proceduredagen
from verantwoord.dossier.models.dossier import (
    Betrokkenheid,
    Dossier,
    Dossierdeel,
    Dossiernummer,
    Gezinslid,
    Persoon,
)
from verantwoord.dossier.models.feitrij import Feitrij
from verantwoord.dossier.models.inzageverzoek import Inzageantwoord, Inzageverzoek
from verantwoord.dossier.models.kindbelang import Kindbelang
from verantwoord.dossier.models.machtiging import Machtigingvoorstel
from verantwoord.dossier.models.onthouding import Onthouding
from verantwoord.dossier.models.opvang import FerreiraToets, Opvangverlenging, Verblijfplaats
from verantwoord.dossier.models.overplaatsing import (
    Overplaatsing,
    Overplaatsingsgrond,
    Overplaatsingsstap,
)
from verantwoord.dossier.models.portaal import (
    PORTAAL,
    Activering,
    Machtiging,
    Portaalaccount,
    Portaalafscherming,
    Portaalfactor,
    Portaalklad,
    Portaalmelding,
    Portaalsessie,
)
from verantwoord.dossier.models.procedure import (
    Aanvraag,
    Beroep,
    Besluit,
    Verblijfsgrond,
    Verwijderbaarheidscheck,
    VoorlopigeVoorziening,
)
from verantwoord.dossier.models.stem import Stem, Stembericht
from verantwoord.dossier.models.veiligheidskaart import Veiligheidskaart
from verantwoord.dossier.models.vervanging import Vervanging

__all__ = [
    "PORTAAL",
    "Aanvraag",
    "Activering",
    "Afscherming",
    "Afschrift",
    "Afschriftbestand",
    "Afwijkverzoek",
    "Antwoord",
    "Beroep",
    "Besluit",
    "Betrokkenheid",
    "Betwisting",
    "Betwistmerk",
    "Dossier",
    "Dossierdeel",
    "Dossiernummer",
    "Feitrij",
    "FerreiraToets",
    "Gezinslid",
    "Inzageantwoord",
    "Inzageverzoek",
    "Kindbelang",
    "Machtiging",
    "Machtigingvoorstel",
    "Onthouding",
    "Ontvangstbevestiging",
    "Opvangdagen",
    "Opvangverlenging",
    "Overplaatsing",
    "Overplaatsingsgrond",
    "Overplaatsingsstap",
    "Persoon",
    "Portaalaccount",
    "Portaalafscherming",
    "Portaalfactor",
    "Portaalklad",
    "Portaalmelding",
    "Portaalsessie",
    "Proceduredagen",
    "Stem",
    "Stembericht",
    "Veiligheidskaart",
    "Verblijfplaats",
    "Verblijfsgrond",
    "Vervanging",
    "Verwijderbaarheidscheck",
    "VoorlopigeVoorziening",
]
