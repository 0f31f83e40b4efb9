"""One measure as it is told: by place and by quarter, by phase and by quarter, rounded, and without what is small."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, NamedTuple

import msgspec

from verantwoord.kern.statistiek import Aandeel, aandeel
from verantwoord.kern.statistiek.beveiliging import (
    GEHEEL,
    As,
    Cel,
    Plek,
    Reden,
    beveilig,
)

# A small group, and what counts are rounded to; where it is about health the double (security, threat 34).
MINSTENS: Final = 5
MINSTENS_GEVOELIG: Final = 10
# The parts in which the dossiers of a measure fall; what is unknown is not found. "nee" is told nowhere: it is what is left.
WEL, NEE, ALLE = "wel", "nee", "alle"
DELEN: Final = As(los=(WEL, NEE), samen={ALLE: frozenset({WEL, NEE})}, verzwegen=frozenset({NEE}))
# The times: four quarters in which dossiers came in, and these together.
JAAR: Final = "jaar"
LOCATIE, FASE = "locatie", "fase"
VERDELINGEN: Final = (LOCATIE, FASE)

Tellingen = Mapping[str, Mapping[tuple[str, str, str], int]]


class Cijfer(msgspec.Struct, frozen=True, kw_only=True):
    """One place in a table: in ``wel`` of ``alle`` it was found; ``None`` is not told, and ``reden`` says why."""

    alle: int | None = None
    wel: int | None = None
    reden: Reden | None = None
    reden_wel: Reden | None = None

    @property
    def deel(self) -> Aandeel | None:
        """The share, of the counts as they are told and so itself no more exact than these."""
        return None if self.alle is None or self.wel is None else aandeel(self.wel, self.alle)


class Regel(msgspec.Struct, frozen=True, kw_only=True):
    """A place or a phase, with a figure for each time."""

    naam: str
    cijfers: dict[str, Cijfer]


class Maattabel(msgspec.Struct, frozen=True, kw_only=True):
    """All that is told of one measure. ``tijden``: the codes of the four quarters."""

    maat: str
    minstens: int
    afronding: int
    tijden: tuple[str, ...]
    geheel: dict[str, Cijfer]
    verdelingen: dict[str, tuple[Regel, ...]]

    def als_json(self) -> Any:
        return msgspec.to_builtins(self)

    @property
    def jaarcijfer(self) -> "Jaarcijfer":
        return Jaarcijfer(self.geheel[JAAR], self.minstens)


class Jaarcijfer(NamedTuple):
    """One measure over all dossiers of a year, and under which count nothing is told of it."""

    cijfer: Cijfer
    minstens: int


def tijdas(kwartalen: Sequence[str]) -> As:
    return As(los=tuple(kwartalen), samen={JAAR: frozenset(kwartalen)})


def verborgen_aantallen(tellingen: Tellingen, *, kwartalen: Sequence[str]) -> frozenset[Plek]:
    """Of how many dossiers there are, what is left out although it is not small: the same for every measure of them."""
    cellen = beveilig(
        {v: _samengeteld(cellen) for v, cellen in tellingen.items()},
        tijd=tijdas(kwartalen),
        deel=As(los=(ALLE,)),
        minstens=MINSTENS,
        afronding=MINSTENS,
    )
    return _terugrekenen(cellen)


def _samengeteld(cellen: Mapping[tuple[str, str, str], int]) -> dict[tuple[str, str, str], int]:
    alle: dict[tuple[str, str, str], int] = {}
    for (regel, tijd, _deel), n in cellen.items():
        alle[regel, tijd, ALLE] = alle.get((regel, tijd, ALLE), 0) + n
    return alle


def _terugrekenen(cellen: Mapping[Plek, Cel]) -> frozenset[Plek]:
    return frozenset(p for p, cel in cellen.items() if cel.reden == "terugrekenen" and p.deel == ALLE)


def maak_tabel(
    maat: str,
    tellingen: Tellingen,
    *,
    kwartalen: Sequence[str],
    gevoelig: bool,
    weg: frozenset[Plek] = frozenset(),
) -> tuple[Maattabel, frozenset[Plek]]:
    """Leave out of one measure what is small and what would give it back.

    ``weg`` is what of all dossiers was left out elsewhere. Gives the table, and the same with what this one left out.
    """
    minstens = MINSTENS_GEVOELIG if gevoelig else MINSTENS
    tijd = tijdas(kwartalen)
    cellen = beveilig(
        tellingen,
        tijd=tijd,
        deel=DELEN,
        minstens=minstens,
        afronding=minstens,
        # How many dossiers there are is no secret of health, and other tables tell it.
        soepel={ALLE: MINSTENS},
        hoort_bij={WEL: ALLE},
        weg=weg,
    )
    tabel = Maattabel(
        maat=maat,
        minstens=minstens,
        afronding=minstens,
        tijden=tuple(kwartalen),
        geheel=_cijfers(cellen, *GEHEEL, tijd),
        verdelingen={
            verdeling: tuple(
                Regel(naam=naam, cijfers=_cijfers(cellen, verdeling, naam, tijd))
                for naam in sorted({p.regel for p in cellen if p.verdeling == verdeling}, key=str.casefold)
            )
            for verdeling in VERDELINGEN
        },
    )
    return tabel, weg | _terugrekenen(cellen)


def _cijfers(cellen: Mapping[Plek, Cel], verdeling: str, naam: str, tijd: As) -> dict[str, Cijfer]:
    return {
        wanneer: _cijfer(
            alle=cellen[Plek(verdeling, naam, wanneer, ALLE)], wel=cellen[Plek(verdeling, naam, wanneer, WEL)]
        )
        for wanneer in tijd.knopen
    }


def _cijfer(*, alle: Cel, wel: Cel) -> Cijfer:
    return Cijfer(
        alle=alle.aantal,
        # Rounded on its own it could be more than all.
        wel=min(wel.aantal, alle.aantal) if wel.aantal and alle.aantal else wel.aantal,
        reden=alle.reden,
        reden_wel=wel.reden,
    )
