"""An item as one reader found it, and what may be done with it now."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.urls import reverse

from verantwoord.overleg.keuzes import Besluit, Overlegstand, Soort, Stap, Vorm
from verantwoord.overleg.models import Actie, Agendapunt, Gast, Standpunt
from verantwoord.overleg.stand import STEMBAAR, Puntstand, is_tegengesproken
from verantwoord.toegang.models import Medewerker


@dataclass(frozen=True, kw_only=True)
class Punt:
    """An item as this reader found it, with all its page needs; ``aan_tafel`` is false for guests and onlookers."""

    punt: Agendapunt
    stand: Puntstand
    standpunten: Sequence[Standpunt]
    acties: Sequence[Actie]
    gasten: Sequence[Gast]
    titel: str
    nummer: str
    viewer: Medewerker
    aan_tafel: bool
    vast: bool
    vandaag: date

    @property
    def partner(self) -> str:
        return self.viewer.organisatie

    @property
    def is_voorzitter(self) -> bool:
        overleg = self.punt.overleg
        return self.aan_tafel and overleg is not None and overleg.voorzitter == self.partner

    @property
    def is_open(self) -> bool:
        overleg = self.punt.overleg
        return overleg is not None and overleg.stand in {Overlegstand.GEPLAND, Overlegstand.BEZIG}

    @property
    def is_bezig(self) -> bool:
        return self.punt.overleg is not None and self.punt.overleg.stand == Overlegstand.BEZIG

    def mag(self, handeling: str) -> bool:
        """Whether this act is offered now. The action judges it again; what would only be refused is not shown."""
        return self.aan_tafel and bool(_MAG[handeling](self))


def _besluitbaar(p: Punt) -> bool:
    return p.punt.is_lko and p.punt.vorm == Vorm.BESLUIT


def _mag_stemmen(p: Punt) -> bool:
    punt, stand = p.punt, p.stand
    return (
        _besluitbaar(p)
        and punt.is_onthuld
        and punt.besluit in STEMBAAR
        and is_tegengesproken(punt, stand.tegenspraken)
        and p.vandaag <= stand.stemmen_tot
    )


def _mag_opschalen(p: Punt) -> bool:
    besproken = p.punt.is_onthuld if p.punt.is_lko else p.punt.overleg is not None
    return (
        not p.vast
        and besproken
        and p.punt.vorm == Vorm.BESLUIT
        and p.punt.soort != Soort.DEELBERAAD
        and p.punt.besluit in {*STEMBAAR, Besluit.GEEN_BESLUIT}
    )


def _schrijft_verslag(p: Punt) -> bool:
    overleg = p.punt.overleg
    return overleg is not None and p.partner in {overleg.notulist, overleg.voorzitter}


_MAG: Final[dict[str, Callable[[Punt], bool]]] = {
    "standpunt": lambda p: _besluitbaar(p) and p.stand.stap == Stap.STANDPUNTEN and p.is_open,
    "openen": lambda p: p.is_voorzitter and p.stand.kan_open and p.is_bezig,
    "tegenspraak": lambda p: (
        _besluitbaar(p) and p.punt.is_onthuld and p.punt.besluit is None and p.partner != p.punt.voorstel_door
    ),
    "antwoord": lambda p: p.punt.is_onthuld and not p.vast,
    "stem": _mag_stemmen,
    "besproken": lambda p: _schrijft_verslag(p) and not p.vast,
    "voorstel": lambda p: (
        not p.punt.is_onthuld
        and p.punt.besluit is None
        and (p.partner == p.punt.voorstel_door or p.is_voorzitter)
        and p.is_open
    ),
    "aanhouden": lambda p: p.is_voorzitter and p.stand.stap in {Stap.TEGENSPRAAK, Stap.STEMMEN},
    "opschalen": _mag_opschalen,
    "uitkomst": lambda p: p.is_voorzitter and p.stand.stap == Stap.UITKOMST,
    "terugkoppelen": lambda p: (
        p.punt.overleg is not None
        and not p.punt.is_lko
        and p.punt.besluit is not None
        and p.punt.teruggekoppeld_op is None
    ),
    "doorschuiven": lambda p: (
        p.is_voorzitter
        and p.is_open
        and not p.punt.is_onthuld
        and p.punt.besluit is None
        and p.punt.doorgeschoven_op is None
        and p.punt.vorm == Vorm.BESLUIT
    ),
    "gast": lambda p: p.is_open,
    "actie": lambda p: (
        p.punt.vorm == Vorm.BESLUIT and not p.vast and (p.punt.is_onthuld or p.punt.besluit is not None)
    ),
    "behandeld": lambda p: p.punt.vorm == Vorm.MEDEDELING and p.punt.behandeld_op is None,
    "aanvulling": lambda p: p.vast,
}


def url_van(punt: Agendapunt, handeling: str) -> str:
    return reverse("overleg:handeling", args=[punt.pk, handeling])
