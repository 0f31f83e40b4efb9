"""Draw a sample that anybody can draw again: the same population, plan and seed give the same dossiers everywhere.

The algorithm, ``sha256-volgorde/1``:

1. Each dossier belongs to the first stratum of the plan that holds the place where the person lives, or to the first one
   without places. A dossier that no stratum takes is part of the population and cannot be drawn.
2. The population hash is the SHA-256 of one line a dossier, ``dossiernummer``, a tab, the name of its stratum (nothing when
   it has none) and a line feed, in UTF-8, sorted by dossiernummer as code points.
3. The place of a dossier in the draw is the SHA-256 of ``seed:dossiernummer`` in UTF-8, the seed in decimals. Within a
   stratum the dossiers stand in the order of that hash, and the first ``aantal`` are drawn. When one of those cannot be
   read, the next one in that order takes its place.

The order does not depend on the strata, so a larger draw with the same seed holds the smaller one. Nothing of the
machine, the language of the database or the version of a library plays a part. Contract: draw-steekproef.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from heapq import nsmallest
from typing import Annotated, Final, NamedTuple

import msgspec

from verantwoord.kern.fouten import DomeinFout, LeesFout
from verantwoord.kern.lezen import lees

ALGORITME: Final = "sha256-volgorde/1"

Naam = Annotated[str, msgspec.Meta(min_length=1, max_length=100)]


class StratumKleinerDanPlan(DomeinFout):
    """There are fewer dossiers in a stratum than the plan draws from it."""


class NiemandOpLocatie(DomeinFout):
    """Nobody in the population lives at a place that the plan names."""


class Stratum(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One part of the plan. Without ``locaties`` it takes everybody whom no earlier one took."""

    naam: Naam
    aantal: Annotated[int, msgspec.Meta(ge=1)]
    locaties: tuple[Naam, ...] = ()


class Steekproefplan(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What is drawn: how many from which part, and the seed that fixes which ones."""

    seed: Annotated[int, msgspec.Meta(ge=0)]
    strata: Annotated[tuple[Stratum, ...], msgspec.Meta(min_length=1)]


class Lid(NamedTuple):
    """One dossier of the population and the names of the place where the person lives, as :func:`plaatsnamen` gives them."""

    dossiernummer: str
    plaatsen: Collection[str]


class Getrokken(msgspec.Struct, frozen=True, kw_only=True):
    """One dossier of the sample. ``gewicht``: for how many dossiers of its stratum it stands."""

    stratum: str
    dossiernummer: str
    gewicht: float


class Steekproef(msgspec.Struct, frozen=True, kw_only=True):
    """The draw with its proof, in the shape of the contract: strata as in the plan, each in the order of the draw."""

    populatie: int
    populatie_sha256: str
    algoritme: str
    seed: int
    trekking: tuple[Getrokken, ...]


_DECODER: Final = msgspec.json.Decoder(Steekproefplan)


def lees_plan(inhoud: bytes) -> Steekproefplan:
    """Read a plan from JSON; raise ``LeesFout`` with a Dutch sentence when it does not fit or cannot be carried out."""
    plan = lees(_DECODER, inhoud)
    gezien, rest = set(), ""
    for i, stratum in enumerate(plan.strata):
        pad = f"strata[{i}]"
        if stratum.naam in gezien:
            raise LeesFout(
                f"Veld {pad}.naam: deze naam heeft een eerder stratum al; geef ieder stratum een eigen naam.",
                pad=pad,
            )
        if not stratum.naam.isprintable() or stratum.naam != stratum.naam.strip():
            raise LeesFout(
                f"Veld {pad}.naam: in een naam horen geen tabs of nieuwe regels, en geen spatie aan het begin of eind; "
                "haal ze weg.",
                pad=pad,
            )
        if rest:
            raise LeesFout(
                f"Veld {pad}: het stratum {rest} neemt iedereen die over is, dus hierna blijft niemand over. "
                f"Zet het stratum {rest} als laatste.",
                pad=pad,
            )
        gezien.add(stratum.naam)
        rest = "" if stratum.locaties else stratum.naam
    return plan


def plaatsnamen(soort: str, locatie: str) -> frozenset[str]:
    """What a place may be called in a plan: Assen or azc Assen, whatever the capitals and spaces."""
    return frozenset({_gevouwen(locatie), _gevouwen(f"{soort} {locatie}")})


class Verdeling(NamedTuple):
    """The population dealt out over the strata of a plan, and the hash that proves from what was drawn."""

    populatie: int
    populatie_sha256: str
    per_stratum: Mapping[str, Sequence[str]]
    gevonden: Collection[str]


def verdeel(plan: Steekproefplan, populatie: Iterable[Lid]) -> Verdeling:
    """Give each dossier its stratum, by number within it; steps 1 and 2 of the algorithm."""
    leden = sorted(populatie, key=lambda lid: lid.dossiernummer)
    strata = [(stratum.naam, frozenset(map(_gevouwen, stratum.locaties))) for stratum in plan.strata]
    per_stratum: dict[str, list[str]] = {naam: [] for naam, _ in strata}
    gevonden: set[str] = set()
    bewijs = sha256()
    for nummer, plaatsen in leden:
        gevonden.update(plaatsen)
        naam = next((naam for naam, waar in strata if not waar or not waar.isdisjoint(plaatsen)), "")
        if naam:
            per_stratum[naam].append(nummer)
        bewijs.update(f"{nummer}\t{naam}\n".encode())
    return Verdeling(len(leden), bewijs.hexdigest(), per_stratum, gevonden)


def trek(plan: Steekproefplan, populatie: Iterable[Lid]) -> Steekproef:
    """Draw the sample. Raises ``StratumKleinerDanPlan`` and ``NiemandOpLocatie``; nothing is drawn then."""
    verdeling = verdeel(plan, populatie)
    controleer(plan, verdeling)
    return Steekproef(
        populatie=verdeling.populatie,
        populatie_sha256=verdeling.populatie_sha256,
        algoritme=ALGORITME,
        seed=plan.seed,
        trekking=tuple(
            Getrokken(stratum=stratum.naam, dossiernummer=nummer, gewicht=len(nummers) / stratum.aantal)
            for stratum in plan.strata
            for nummers in [verdeling.per_stratum[stratum.naam]]
            for nummer in _eerste(nummers, aantal=stratum.aantal, seed=plan.seed)
        ),
    )


def volgende(nummers: Iterable[str], *, seed: int, al_getrokken: Collection[str]) -> str | None:
    """The dossier of a stratum that takes the place of one that cannot be read: the next in the order of the draw.

    ``nummers`` are all of the stratum; ``None`` when each was drawn already.
    """
    over = _eerste((n for n in nummers if n not in al_getrokken), aantal=1, seed=seed)
    return over[0] if over else None


def _eerste(nummers: Iterable[str], *, aantal: int, seed: int) -> list[str]:
    # Two numbers never share a hash in practice; if they did, the number itself decides.
    return nsmallest(
        aantal, nummers, key=lambda nummer: (sha256(f"{seed}:{nummer}".encode()).digest(), nummer)
    )


def controleer(plan: Steekproefplan, verdeling: Verdeling) -> None:
    """Refuse a plan that cannot be drawn. Raises ``StratumKleinerDanPlan`` and ``NiemandOpLocatie``.

    How many there are is not said: a few in one place may point at one person.
    """
    for stratum in plan.strata:
        for locatie in stratum.locaties:
            if _gevouwen(locatie) not in verdeling.gevonden:
                raise NiemandOpLocatie(
                    f"Op de locatie {locatie} (stratum {stratum.naam}) woont niemand. "
                    "Controleer de spelling, zoals Assen of azc Assen, of haal de locatie uit het plan."
                )
        if len(verdeling.per_stratum[stratum.naam]) < stratum.aantal:
            raise StratumKleinerDanPlan(
                f"In het stratum {stratum.naam} zitten minder dan {stratum.aantal} dossiers, en het plan trekt er {stratum.aantal}. "
                "Verlaag het aantal in het plan, of neem er locaties bij."
            )


def _gevouwen(naam: str) -> str:
    return " ".join(naam.lower().split())
