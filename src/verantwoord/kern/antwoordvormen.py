"""The shapes of the answers for partners: codes, dates, yes or no. What an answer does not know stays at its default.

Only what a plan asks of one partner, and a request to the COA, come in the words in which they were written.
"""

from datetime import date
from typing import Literal

import msgspec

from verantwoord.kern.antwoord import Fase

JaNee = Literal["ja", "nee", "onbekend"]
Redencode = Literal[
    "termijn-verstreken", "uitstel", "nieuw-recht", "gezin-minderjarig", "overplaatsing", "correctie"
]
Opvanggrond = Literal[
    "procedure",
    "na_procedure",
    "verlengd",
    "uitstel",
    "nieuw_recht",
    "gezin",
    "andere_locatie",
    "geen",
    "onbekend",
]


class Inhoud(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """One answer; what it does not know stays at its default."""


class Identiteit(Inhoud, frozen=True, kw_only=True, gc=False):
    """Whom it is about, for who has to speak with this person."""

    v_nummer: str
    naam: str = ""
    talen: tuple[str, ...] = ()


class Opvangrecht(Inhoud, frozen=True, kw_only=True, gc=False):
    """Until when the right to shelter runs, without why.

    ``categorie`` and ``redencode`` tell no more than which kind of event set the date. ``uitstel`` is one word for
    everything that suspends a departure or may not be passed over: illness, a victim's time to think, a judge, a
    question that waits for its answer.
    """

    recht: JaNee = "onbekend"
    categorie: Opvanggrond = "onbekend"
    einddatum: date | None = None
    redencode: Redencode | None = None


class Reisgeschiktheid(Inhoud, frozen=True, kw_only=True, gc=False):
    """Whether this person can travel, until when that holds, and whether somebody medical comes along."""

    geschikt: Literal["ja", "nee", "met_voorwaarden", "onbekend"] = "onbekend"
    tot: date | None = None
    begeleiding: JaNee = "onbekend"


class Mensenhandel(Inhoud, frozen=True, kw_only=True, gc=False):
    """Whether the departure lies still for this, which the IND must know before it decides anything.

    ``antwoord_gevraagd_op``: since when the police, and they alone, are asked for their answer.
    """

    vertrek_ligt_stil: bool = False
    tot: date | None = None
    antwoord_gevraagd_op: date | None = None


class Toetsingen(Inhoud, frozen=True, kw_only=True, gc=False):
    """Whether each of the four moments was weighed in the current stage; not what came of it.

    A signal changes none of these: else it could be read from them.
    """

    medisch: bool = False
    buiten_schuld: bool = False
    schrijnend: bool = False
    mensenhandel: bool = False


class Stap(Inhoud, frozen=True, kw_only=True, gc=False):
    """One agreed step: whose it is, by when, and since when it is done."""

    eigenaar: str
    uiterlijk: date | None = None
    gereed_op: date | None = None


class Stappen(Inhoud, frozen=True, kw_only=True, gc=False):
    fase: Fase
    toetsingen: Toetsingen
    stappen: tuple[Stap, ...] = ()


class Opdracht(Inhoud, frozen=True, kw_only=True, gc=False):
    """What the plan asks of one partner, in the words of the plan."""

    omschrijving: str
    uiterlijk: date | None = None
    gereed_op: date | None = None


class Opdrachten(Inhoud, frozen=True, kw_only=True, gc=False):
    opdrachten: tuple[Opdracht, ...] = ()


class Toezicht(Inhoud, frozen=True, kw_only=True, gc=False):
    """Whether this person has to report, how often, and whether detention runs; not why."""

    meldplicht: bool = False
    per_week: int | None = None
    in_bewaring: bool = False


class Opvangverzoek(Inhoud, frozen=True, kw_only=True, gc=False):
    """The request for longer shelter that waits for the COA, with the reason that was written for the COA."""

    gevraagd_op: date | None = None
    reden: str = ""


class Afwezigheid(Inhoud, frozen=True, kw_only=True, gc=False):
    """Whether somebody stays away, since when, and what the COA and the AVIM are asked to do about it."""

    laatst_gezien_op: date | None = None
    sinds: date | None = None
    gecontroleerd_op: date | None = None
    bericht_gegeven: bool = False
    nodig: Literal["controle", "bericht"] | None = None


class Vertrek(Inhoud, frozen=True, kw_only=True, gc=False):
    """The departure that is booked, for who comes along or must know that a place becomes free."""

    soort: Literal["gedwongen", "zelfstandig"] | None = None
    gepland_op: date | None = None
    land: str | None = None
    begeleiding_kmar: bool = False
