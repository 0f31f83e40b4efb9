"""Every page of the portal by its name, for the list at the foot. A page that is not there yet is left out."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise

from verantwoord.dossier.machtiging.toestemming import keuzerecht_van
from verantwoord.dossier.models import Portaalaccount
from verantwoord.portaal.taal import zin_lui
from verantwoord.toegang.rechten import Recht


@dataclass(frozen=True, kw_only=True)
class Bladzij:
    titel: Promise
    url: str


# What it is called, its address, and the right that it needs beyond being in.
_ALLES: Final = (
    (zin_lui("Mijn gegevens"), "portaal:gegevens", None),
    (zin_lui("Mijn procedure"), "portaal:procedure", None),
    (zin_lui("Mijn opvang"), "portaal:opvang", None),
    (zin_lui("Mijn afspraken"), "portaal:afspraken", None),
    (zin_lui("Mijn wensen"), "portaal:wensen", None),
    (zin_lui("Hulp die bij mij past"), "portaal:steun", None),
    (zin_lui("Mijn vertrekplan"), "portaal:vertrekplan", None),
    (zin_lui("Mijn papieren en mijn reis"), "portaal:reis", None),
    (zin_lui("Mij melden"), "portaal:melden", None),
    (zin_lui("Vier vragen over mij"), "portaal:toetsingen", None),
    (zin_lui("Mijn toestemming"), "portaal:toestemming", Recht.TOESTEMMING_GEVEN),
    (zin_lui("Mijn brieven en documenten"), "portaal:brieven", None),
    (zin_lui("Wat vind ik van een verslag"), "portaal:verslagen", None),
    (zin_lui("Stel een vraag"), "portaal:vragen", None),
    (zin_lui("Dit klopt niet"), "portaal:betwistingen", None),
    (zin_lui("Wie mag voor mij praten"), "portaal:machtigingen", None),
    (zin_lui("Mijn hele dossier"), "portaal:afschrift", Recht.AFSCHRIFT_VRAGEN),
    (zin_lui("Wie keek in mijn dossier"), "portaal:gekeken", None),
    (zin_lui("Waar ben ik ingelogd"), "portaal:sessies", None),
    (zin_lui("Klacht en hulp"), "portaal:hulp", None),
)


def bladzijden(account: Portaalaccount, *, dossier_id: UUID, op: date) -> list[Bladzij]:
    """What this account may open; a guardian chooses for a child, so that page is there for them too."""
    gevonden = []
    for titel, naam, recht in _ALLES:
        mag = recht is None or account.heeft(recht)
        if recht == Recht.TOESTEMMING_GEVEN and not mag:
            mag = keuzerecht_van(account, dossier_id, op=op) is not None
        if not mag:
            continue
        try:
            gevonden.append(Bladzij(titel=titel, url=reverse(naam)))
        except NoReverseMatch:
            continue
    return gevonden
