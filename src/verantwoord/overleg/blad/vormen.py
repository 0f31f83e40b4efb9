"""What the page of an item is made of: plain values, in which nothing is asked later."""

from dataclasses import dataclass, field
from datetime import date
from uuid import UUID

from verantwoord.web.waarden import Feit, Verwijzing
from verantwoord.web.waarden import Stap as Paginastap


@dataclass(frozen=True, kw_only=True)
class Kop:
    titel: str
    feiten: tuple[Feit, ...]
    vervallen: str = ""


@dataclass(frozen=True, kw_only=True)
class Agendaregel:
    sleutel: str
    nummer: str
    titel: str
    bij: str
    teken: str
    url: str = ""
    huidig: bool = False


@dataclass(frozen=True, kw_only=True)
class Kaart:
    """The place of one partner among the first positions; ``dicht`` is written and not for this reader yet."""

    partner: str
    teken: str
    oordeel: str
    tekst: str = ""
    wie: str = ""
    eigen: bool = False
    dicht: bool = False
    leesbaar: bool = False
    wijzig_url: str = ""


@dataclass(frozen=True, kw_only=True)
class Tegenwoord:
    wie: str
    tekst: str
    antwoord: str = ""
    antwoord_wie: str = ""
    wacht: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Stemregel:
    partner: str
    teken: str
    oordeel: str
    waarom: str = ""
    bij: str = ""


@dataclass(frozen=True, kw_only=True)
class Uitslag:
    soort: str
    titel: str
    zinnen: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Actieregel:
    wie: str
    wat: str
    teken: str
    stand: str
    uiterlijk: date | None = None
    bij: str = ""
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Gastregel:
    naam: str
    bij: str
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Ziencel:
    partner: str
    ja: bool
    tekst: str


@dataclass(frozen=True, kw_only=True)
class Zienregel:
    titel: str
    cellen: tuple[Ziencel, ...]


@dataclass(frozen=True, kw_only=True)
class Zaakdeel:
    """What this reader may know of one dossier of the item."""

    naam: str
    feiten: tuple[Feit, ...]
    url: str = ""


@dataclass(frozen=True, kw_only=True)
class Verslagtekst:
    titel: str
    waar: str
    kop: str
    delen: tuple[tuple[str, str], ...]
    voet: str = ""


@dataclass(kw_only=True)
class Puntblad:
    id: UUID
    titel: str
    nummer: str
    vraag: str
    stappen: list[Paginastap]
    bericht: str
    herkomst: Uitslag | None = None
    is_blind: bool = False
    blind_zin: str = ""
    onthuld_zin: str = ""
    onthuld_zonder: str = ""
    kaarten: list[Kaart] = field(default_factory=list)
    toon_tegenspraak: bool = False
    tegenspreker_zin: str = ""
    tegenspraken: list[Tegenwoord] = field(default_factory=list)
    tegenspraak_url: str = ""
    toon_besluit: bool = False
    voorstel: str = ""
    vraagt_voorstel: bool = False
    stemmen: list[Stemregel] = field(default_factory=list)
    uitslag: Uitslag | None = None
    mededeling: Uitslag | None = None
    handelingen: list[Verwijzing] = field(default_factory=list)
    besproken: str = ""
    besproken_url: str = ""
    acties: list[Actieregel] = field(default_factory=list)
    actie_url: str = ""
    toon_acties: bool = False
    gasten: list[Gastregel] = field(default_factory=list)
    gast_url: str = ""
    verslag: Verslagtekst | None = None
    zaak: tuple[Zaakdeel, ...] = ()
    zien: tuple[Zienregel, ...] = ()
