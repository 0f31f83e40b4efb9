"""The plain values components take. They hold text, addresses and dates; no component is handed a model."""

import datetime as dt
from dataclasses import dataclass, field
from typing import Literal

Stand = Literal["gedaan", "gemist", "nu", "opgeschort", "straks"]


@dataclass(frozen=True)
class Verwijzing:
    """A text with an address; without an address it is plain text."""

    tekst: str
    url: str = ""


@dataclass(frozen=True)
class NavItem:
    tekst: str
    url: str
    huidig: bool = False


@dataclass(frozen=True)
class Zoek:
    """The search box of the head; it posts, because a name never stands in an address."""

    url: str
    hint: str
    waarde: str = ""


@dataclass(frozen=True)
class Gebruiker:
    """Who is logged in; ``ingelogd_url`` answers whether ``kenmerk`` still is, for a page that stood open for long."""

    naam: str
    functie: str
    uitlog_url: str
    account_url: str = ""
    ingelogd_url: str = ""
    kenmerk: str = ""


@dataclass(frozen=True)
class Bel:
    """The way to one's notifications, with how many are unread as text; empty when all were read."""

    url: str
    aantal: str = ""
    huidig: bool = False


@dataclass(frozen=True)
class Frame:
    """What the page frame shows besides the page; a context processor of the room on top gives it as ``frame``.

    ``voet`` are the links at the foot (Toegankelijkheid, Privacy en inzage, Toetscombinaties). ``strook`` is one
    sentence above everything, such as "Dit is een demo"; empty means none.
    """

    nav: tuple[NavItem, ...] = ()
    zoek: Zoek | None = None
    gebruiker: Gebruiker | None = None
    voet: tuple[Verwijzing, ...] = ()
    begin_url: str = "/"
    strook: str = ""
    bel: Bel | None = None


@dataclass(frozen=True)
class Stap:
    """A step of a process. ``gemist`` lies behind and was not done: the process went on without it."""

    titel: str
    stand: Stand
    toelichting: str = ""


@dataclass(frozen=True)
class Tab:
    titel: str
    url: str
    aantal: int | None = None
    huidig: bool = False


@dataclass(frozen=True)
class Teller:
    """One of the three counters above a list; ``teken`` marks the one that asks for attention."""

    aantal: int
    titel: str
    url: str
    toelichting: str = ""
    teken: str = ""


@dataclass(frozen=True)
class Chip:
    """A filter that is on; ``weg_url`` is the same list without it."""

    tekst: str
    weg_url: str


@dataclass(frozen=True)
class Tijdlijnregel:
    """One event: when (as text), what, and if a value changed what it was and became."""

    wanneer: str
    titel: str
    tekst: str = ""
    oud: str = ""
    nieuw: str = ""
    bron: str = ""
    icoon: str = "blad"
    moment: dt.datetime | None = None


@dataclass(frozen=True)
class Routestap:
    """One step of a route, drawn downwards: a mark, a text, and at the end a date as text.

    ``woord`` is what a screen reader hears of the mark; left out, it is the mark's own meaning.
    """

    teken: str
    titel: str
    toelichting: str = ""
    wanneer: str = ""
    huidig: bool = False
    stil: bool = False
    woord: str = ""


@dataclass(frozen=True)
class Feit:
    """A name and its value, for a definition list; ``toelichting`` stands below in small."""

    naam: str
    waarde: str
    toelichting: str = ""
    url: str = ""
    let_op: bool = False


@dataclass(frozen=True)
class Kolom:
    """A column head; ``getal`` sets it and its cells to the end of the line."""

    titel: str
    getal: bool = False
    smal: bool = False


@dataclass(frozen=True)
class Verschilonderdeel:
    """One section of two texts laid side by side."""

    titel: str
    oud: str
    nieuw: str
    gewijzigd: bool = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "gewijzigd", self.oud != self.nieuw)


@dataclass(frozen=True)
class Conflictveld:
    """A field two people wrote in: the text that is kept and the one that came second."""

    naam: str
    label: str
    uw_tekst: str
    bewaard: str = ""
    verborgen: bool = False
