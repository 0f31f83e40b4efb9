"""What may be told of a distribution: dots without a name where enough people work, and why not where they do not."""

import statistics
from collections.abc import Mapping, Sequence
from typing import Any, Final, Literal, NamedTuple

import msgspec

from verantwoord.kern.statistiek.beveiliging import rond_af
from verantwoord.kern.statistiek.onderdrukking import onderdruk

# Fewer people, or fewer dossiers under one dot, and a dot could be somebody (kern invariant 11).
MINSTENS: Final = 5
AFRONDING: Final = 5
Reden = Literal["klein", "terugrekenen"]


class Stip(NamedTuple):
    """One regievoerder without a name: the place and the team of these dossiers, how many, and their numbers summed."""

    plek: str
    team: int | None
    dossiers: int
    som: int


class Strip(msgspec.Struct, frozen=True, kw_only=True):
    """The dots of one line in order of their value; none where ``reden`` says why not.

    ``aantal`` is how many dots there are, ``dossiers`` how many dossiers lie under them, rounded.
    """

    naam: str
    reden: Reden | None = None
    waarden: tuple[float, ...] = ()
    dossiers: int = 0

    @property
    def aantal(self) -> int:
        return len(self.waarden)

    @property
    def mediaan(self) -> float | None:
        return round(statistics.median(self.waarden), 1) if self.waarden else None

    @property
    def midden(self) -> tuple[float, float] | None:
        """Between which two values the middle half lies."""
        if not self.waarden:
            return None
        kwart, _mediaan, driekwart = statistics.quantiles(self.waarden, n=4, method="inclusive")
        return round(kwart, 1), round(driekwart, 1)


class Beeld(msgspec.Struct, frozen=True, kw_only=True):
    """One distribution: regievoerders in each place, and over all places regievoerders, teams and places."""

    sleutel: str
    periode: str
    plekken: tuple[Strip, ...]
    regievoerders: Strip
    teams: Strip
    locaties: Strip

    def als_json(self) -> Any:
        return msgspec.to_builtins(self)

    def samenvatting(self) -> dict[str, Any]:
        """The figures for who talks about them later: no dots, only how many there are and how they lie."""
        regels = (*self.plekken, self.regievoerders, self.teams, self.locaties)
        return {
            "schema": "verantwoord.spreiding/1",
            "sleutel": self.sleutel,
            "periode": self.periode,
            "regels": [_regel(strip) for strip in regels],
        }


def _regel(strip: Strip) -> dict[str, Any]:
    if strip.reden:
        return {"naam": strip.naam, "niet_getoond": strip.reden}
    return {
        "naam": strip.naam,
        "aantal": strip.aantal,
        "dossiers": strip.dossiers,
        "mediaan": strip.mediaan,
        "midden": list(strip.midden) if strip.midden else None,
    }


def maak_beeld(
    sleutel: str,
    periode: str,
    *,
    per_plek: Sequence[Stip],
    per_team: Sequence[Stip],
    overal: Sequence[Stip],
) -> Beeld:
    """Leave out what could be somebody."""
    plekken = _strips(_groepen((stip.plek, stip) for stip in per_plek))
    teams = _groepen((str(stip.team), stip) for stip in per_team if stip.team is not None)
    return Beeld(
        sleutel=sleutel,
        periode=periode,
        plekken=plekken,
        regievoerders=_strip("regievoerders", list(overal)),
        teams=_strip("teams", _gemiddelden(teams)),
        locaties=_strip("locaties", _gemiddelden(_groepen((stip.plek, stip) for stip in per_plek))),
    )


def _groepen(paren: Any) -> dict[str, list[Stip]]:
    groepen: dict[str, list[Stip]] = {}
    for naam, stip in paren:
        groepen.setdefault(naam, []).append(stip)
    return groepen


def _gemiddelden(groepen: Mapping[str, Sequence[Stip]]) -> list[Stip]:
    """A dot for each team or place in which enough people work."""
    return [
        Stip("", None, sum(s.dossiers for s in stippen), sum(s.som for s in stippen))
        for stippen in groepen.values()
        if len(stippen) >= MINSTENS
    ]


def _strip(naam: str, stippen: Sequence[Stip]) -> Strip:
    if len(stippen) < MINSTENS:
        return Strip(naam=naam, reden="klein")
    return Strip(
        naam=naam,
        # In order of value, so that no order of people is left.
        waarden=tuple(sorted(_tiende(stip.som, stip.dossiers) for stip in stippen)),
        dossiers=rond_af(sum(stip.dossiers for stip in stippen), AFRONDING),
    )


def _tiende(som: int, van: int) -> float:
    return rond_af(10 * som, van) // van / 10


def _strips(groepen: Mapping[str, Sequence[Stip]]) -> tuple[Strip, ...]:
    """The places by name. A place alone that is too small would be what is left of the whole: another goes with it."""
    aantallen = {naam: len(stippen) for naam, stippen in groepen.items()}
    getoond = onderdruk(aantallen, minstens=MINSTENS, totaal_minstens=MINSTENS).getoond
    return tuple(
        _strip(naam, stippen)
        if naam in getoond or len(stippen) < MINSTENS
        else Strip(naam=naam, reden="terugrekenen")
        for naam, stippen in sorted(groepen.items(), key=lambda groep: groep[0].casefold())
    )
