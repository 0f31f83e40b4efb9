"""What I say is not right, and what was decided about it."""

from dataclasses import dataclass
from datetime import date
from typing import Final
from uuid import UUID

from verantwoord.dossier.actions.betwisting import mag_terugnemen
from verantwoord.dossier.models import Betwisting, Portaalaccount
from verantwoord.dossier.queries import onthouden_of
from verantwoord.portaal.taal import Zin, zin, zin_lui

# The keys are those of kern.betwisting.ONDERWERPEN, in the same order.
ONDERWERPEN: Final = {
    "persoon.naam": zin_lui("Mijn naam"),
    "persoon.geboortedatum": zin_lui("Mijn geboortedatum"),
    "persoon.nationaliteiten": zin_lui("Mijn nationaliteit"),
    "persoon.talen": zin_lui("Mijn taal"),
    "persoon.gezin": zin_lui("Mijn gezin"),
    "opvang.verblijfplaatsen": zin_lui("Waar ik woon"),
    "opvang.recht_eindigt_op": zin_lui("Tot wanneer ik opvang heb"),
    "procedure": zin_lui("Beslissingen, beroep en uitspraken"),
    "vertrektermijn": zin_lui("De tijd om zelf te vertrekken"),
    "gesprekken": zin_lui("Een verslag van een gesprek"),
    "toetsingen": zin_lui("Een antwoord op een van de vier vragen"),
    "medisch": zin_lui("Mijn gezondheid en reizen"),
    "vertrekplannen": zin_lui("Mijn vertrekplan"),
    "lp_aanvragen": zin_lui("Mijn reispapieren"),
    "toezicht": zin_lui("Mij melden, er niet zijn, of vastzitten"),
}


@dataclass(frozen=True, kw_only=True)
class Eigenbetwisting:
    """One thing that is not right. ``antwoord`` is as it was written, in Dutch; ``mijn`` when this account may take it back."""

    id: UUID
    wat: str
    over: str
    woorden: str
    hoe_dan: str
    op: date
    wacht: bool
    mijn: bool
    uiterlijk_op: date
    te_laat: bool
    besluit: Zin | None
    antwoord: str
    besloten_op: date | None
    ingetrokken_op: date | None


@dataclass(frozen=True, kw_only=True)
class Betwistingenblad:
    betwistingen: tuple[Eigenbetwisting, ...]


def betwistingenblad_of(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Betwistingenblad:
    """Everything that was said not to be right, the newest first."""
    gemeld = Betwisting.objects.filter(dossier=dossier_id)
    rijen = onthouden_of(dossier_id, viewer=viewer, op=op).zonder(gemeld, "dossier.Betwisting")
    rijen = rijen.order_by("-gemeld_op", "-vastgelegd_op")
    return Betwistingenblad(betwistingen=tuple(_betwisting(rij, op, viewer) for rij in rijen))


def _betwisting(rij: Betwisting, op: date, viewer: Portaalaccount) -> Eigenbetwisting:
    return Eigenbetwisting(
        id=rij.pk,
        wat=str(ONDERWERPEN[rij.onderwerp]),
        over=rij.over,
        woorden=rij.wat_klopt_niet,
        hoe_dan=rij.hoe_dan,
        op=rij.gemeld_op,
        wacht=rij.wacht,
        mijn=mag_terugnemen(rij, door=viewer),
        uiterlijk_op=rij.antwoord_voor,
        te_laat=rij.wacht and rij.antwoord_voor < op,
        besluit=_besluit(rij.besluit),
        antwoord=rij.motivering,
        besloten_op=rij.besloten_op,
        ingetrokken_op=rij.ingetrokken_op,
    )


def _besluit(besluit: str | None) -> Zin | None:
    if besluit is None:
        return None
    return {
        Betwisting.Besluit.AANGEPAST: zin("U hebt gelijk. Wij hebben het veranderd."),
        Betwisting.Besluit.DEELS: zin("Wij hebben een deel veranderd."),
        Betwisting.Besluit.NIET: zin("Wij hebben het niet veranderd."),
    }[Betwisting.Besluit(besluit)]
