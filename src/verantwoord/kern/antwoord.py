"""What a norm answers, and what ``check-dossier`` prints: the types behind ``beoordeling.schema.json``.

A comment stands above a type instead of a docstring where the docstring would end up in the schema.
"""

from datetime import date
from typing import Annotated, Final, Literal

import msgspec
from msgspec import Meta

from verantwoord.kern.typen import Kort

FORMAAT: Final = "verantwoord.beoordeling/1"

Oordeel = Literal["niet_van_toepassing", "niet_voldaan", "onbekend", "voldaan"]
Gevolg = Literal["blokkeert", "meting", "taak", "waarschuwt"]
Fase = Literal[
    "beroep_loopt",
    "beroep_mogelijk",
    "gedwongen_in_voorbereiding",
    "gesloten",
    "intake",
    "opgeschort",
    "overgedragen",
    "vertrekfase",
    "zelfstandig_in_voorbereiding",
]
Termijnnaam = Literal[
    "artikel_64",
    "bedenktijd",
    "bewaring",
    "gesprek_derde",
    "gesprek_eerste",
    "gesprek_tweede",
    "opvang",
    "rechtbank_in_kennis",
    "vbl",
    "vertrektermijn",
]


class Antwoord(msgspec.Struct, frozen=True, eq=False, gc=False):
    """The answer of one norm function, before its metadata are added.

    ``ontbreekt`` names the missing facts by path; it is filled only for ``onbekend``. ``uiterlijk_op`` is the
    last day of the duty where the catalogue gives one.
    """

    oordeel: Oordeel
    uitleg: str
    ontbreekt: tuple[str, ...] = ()
    uiterlijk_op: date | None = None


def voldaan(uitleg: str, uiterlijk_op: date | None = None) -> Antwoord:
    """Every condition of the norm holds."""
    return Antwoord("voldaan", uitleg, (), uiterlijk_op)


def niet_voldaan(uitleg: str, uiterlijk_op: date | None = None) -> Antwoord:
    """Some condition certainly does not hold."""
    return Antwoord("niet_voldaan", uitleg, (), uiterlijk_op)


def onbekend(uitleg: str, *ontbreekt: str, uiterlijk_op: date | None = None) -> Antwoord:
    """A needed fact is missing; a norm never guesses."""
    return Antwoord("onbekend", uitleg, ontbreekt, uiterlijk_op)


def niet_van_toepassing(uitleg: str) -> Antwoord:
    """The norm does not speak about this dossier on this day."""
    return Antwoord("niet_van_toepassing", uitleg)


class Bevinding(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    norm: Kort
    oordeel: Oordeel
    gevolg: Gevolg
    uitleg: Annotated[
        str, Meta(description="één of meer Nederlandse zinnen met de feiten en datums van dit dossier")
    ]
    bron: tuple[str, ...]
    regelset: str
    blokkeert: Annotated[tuple[str, ...], Meta(description="handelingen die nu niet mogen")] = ()
    uiterlijk_op: date | None = None
    ontbreekt: tuple[str, ...] = ()


# A term that cannot be computed has no dates. ``eindigt_op`` is the last day on which it still runs.
class Termijn(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    termijn: Termijnnaam
    begint_op: date | None = None
    eindigt_rekenkundig_op: date | None = None
    eindigt_op: date | None = None
    verlengd_wegens: str | None = None


class Handeling(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False):
    handeling: str
    mag: bool
    geblokkeerd_door: tuple[str, ...] = ()


class Beoordeling(msgspec.Struct, frozen=True, forbid_unknown_fields=True, gc=False, kw_only=True):
    """What `check-dossier` prints for one Dossierbeeld on one peildatum."""

    schema: Literal["verantwoord.beoordeling/1"]
    dossiernummer: str
    peildatum: date
    fase: Fase
    bevindingen: tuple[Bevinding, ...]
    termijnen: tuple[Termijn, ...]
    handelingen: tuple[Handeling, ...]
