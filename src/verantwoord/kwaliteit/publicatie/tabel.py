"""One measure as it is told: by place and by quarter, by phase and by quarter, rounded, and without what is small."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

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
# The parts in which the dossiers of a measure fall. "nee" is told nowhere: it is what is left.
WEL, NEE, ONBEKEND, ALLE = "wel", "nee", "onbekend", "alle"
DELEN: Final = As(
    los=(WEL, NEE, ONBEKEND),
    samen={ALLE: frozenset({WEL, NEE, ONBEKEND})},
    verzwegen=frozenset({NEE}),
)
# The times: four quarters in which dossiers came in, those of before, and what these are together.
EERDER, JAAR, SAMEN = "eerder", "jaar", "samen"
LOCATIE, FASE = "locatie", "fase"
VERDELINGEN: Final = (LOCATIE, FASE)

Tellingen = Mapping[str, Mapping[tuple[str, str, str], int]]


class Cijfer(msgspec.Struct, frozen=True, kw_only=True):
    """One place in a table: in ``wel`` of ``alle`` it was found; ``None`` is not told, and ``reden`` says why."""

    alle: int | None = None
    wel: int | None = None
    onbekend: int | None = None
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


def tijdas(kwartalen: Sequence[str]) -> As:
    return As(
        los=(EERDER, *kwartalen),
        samen={JAAR: frozenset(kwartalen), SAMEN: frozenset({EERDER, *kwartalen})},
    )


def maak_tabel(
    maat: str,
    tellingen: Tellingen,
    *,
    kwartalen: Sequence[str],
    gevoelig: bool,
    weg: Mapping[Plek, Reden] | None = None,
) -> tuple[Maattabel, dict[Plek, Reden]]:
    """Leave out of one measure what is small and what would give it back.

    ``weg`` is what the table of another measure about the same dossiers left out. Gives the table, and what of all its
    dossiers it left out for another reason than that it is small.
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
        hoort_bij={WEL: ALLE, ONBEKEND: ALLE},
        weg=weg or {},
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
    return tabel, {
        plek: cel.reden
        for plek, cel in cellen.items()
        if cel.reden not in (None, "klein") and plek.deel == ALLE
    }


def _cijfers(cellen: Mapping[Plek, Cel], verdeling: str, naam: str, tijd: As) -> dict[str, Cijfer]:
    return {
        wanneer: _cijfer(
            {deel: cellen[Plek(verdeling, naam, wanneer, deel)] for deel in (ALLE, WEL, ONBEKEND)}
        )
        for wanneer in tijd.knopen
    }


def _cijfer(delen: Mapping[str, Cel]) -> Cijfer:
    alle, wel, onbekend = delen[ALLE], delen[WEL], delen[ONBEKEND]
    return Cijfer(
        alle=alle.aantal,
        # Rounded on its own it could be more than all.
        wel=min(wel.aantal, alle.aantal) if wel.aantal and alle.aantal else wel.aantal,
        onbekend=onbekend.aantal,
        reden=alle.reden,
        reden_wel=wel.reden,
    )
