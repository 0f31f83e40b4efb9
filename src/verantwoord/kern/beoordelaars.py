"""Compare what assessors judged, each on their own, of the same dossiers: per criterium, from one file.

The file has a line a judgment: which dossier, which criterium, who judged, and what. An empty judgment is none. Report
*Verantwoord Vertrek*, methode: two inspectors read the same dossiers; contract compare-beoordelaars.
"""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final, NamedTuple

import msgspec

from verantwoord.kern.fouten import LeesFout
from verantwoord.kern.statistiek.overeenstemming import cohens_kappa, krippendorffs_alpha, overeenstemming

KOLOMMEN: Final = ("dossier", "criterium", "beoordelaar", "oordeel")
_KOP: Final = ",".join(KOLOMMEN)
# A figure says no more than this; the rest differs between machines.
_DECIMALEN: Final = 6


class Oordeel(NamedTuple):
    """What one assessor judged of one dossier on one criterium."""

    dossier: str
    criterium: str
    beoordelaar: str
    oordeel: str


class Vergelijking(msgspec.Struct, frozen=True, kw_only=True):
    """How far assessors agree on one criterium, over the ``n`` dossiers that two or more of them judged.

    ``overeenstemming`` is the share of pairs of judgments that are alike. ``kappa`` and its 95 % interval are there for
    two assessors, ``alpha`` (Krippendorff, nominal) for any number; ``None`` where there is nothing to compare, or
    where only one judgment was ever given.
    """

    criterium: str
    beoordelaars: tuple[str, ...]
    oordelen: tuple[str, ...]
    n: int
    overeenstemming: float | None
    kappa: float | None
    kappa_interval: tuple[float, float] | None
    alpha: float | None


def vergelijk(oordelen: Iterable[Oordeel]) -> list[Vergelijking]:
    """Compare per criterium, in the order of the alphabet; the order of the lines makes no difference."""
    per_criterium: dict[str, list[Oordeel]] = {}
    for oordeel in oordelen:
        per_criterium.setdefault(oordeel.criterium, []).append(oordeel)
    return [_vergelijk(criterium, per_criterium[criterium]) for criterium in sorted(per_criterium)]


def _vergelijk(criterium: str, oordelen: list[Oordeel]) -> Vergelijking:
    per_dossier: dict[str, dict[str, str]] = {}
    for oordeel in oordelen:
        per_dossier.setdefault(oordeel.dossier, {})[oordeel.beoordelaar] = oordeel.oordeel
    beoordelaars = tuple(sorted({oordeel.beoordelaar for oordeel in oordelen}))
    vergelijkbaar = [per_dossier[dossier] for dossier in sorted(per_dossier) if len(per_dossier[dossier]) > 1]
    eenheden = [[eenheid[wie] for wie in beoordelaars if wie in eenheid] for eenheid in vergelijkbaar]
    paren = [(eenheid[0], eenheid[1]) for eenheid in eenheden] if len(beoordelaars) == 2 else []
    kappa = cohens_kappa(paren) if paren else None
    return Vergelijking(
        criterium=criterium,
        beoordelaars=beoordelaars,
        oordelen=tuple(sorted({oordeel.oordeel for oordeel in oordelen})),
        n=len(eenheden),
        overeenstemming=_afgerond(overeenstemming(eenheden)),
        kappa=_afgerond(kappa.kappa if kappa else None),
        kappa_interval=_grenzen(kappa.interval if kappa else None),
        alpha=_afgerond(krippendorffs_alpha(eenheden)),
    )


def lees_oordelen(inhoud: bytes) -> list[Oordeel]:
    """Read the file; raise ``LeesFout`` that names the line and says how to mend it, and never what stands in it.

    A byte order mark is passed over, columns may stand in any order, and space around a value does not count.
    """
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        raise LeesFout(
            "Dit is geen geldige UTF-8-tekst; bewaar het bestand als UTF-8 en probeer het opnieuw."
        ) from fout
    if "\0" in tekst:
        raise LeesFout("Het bestand bevat het teken U+0000; haal dat teken weg.")
    oordelen, gezien = [], set()
    for regel, oordeel in _regels(tekst):
        sleutel = oordeel[:3]
        if sleutel in gezien:
            raise LeesFout(
                f"Regel {regel}: van deze beoordelaar staat er al een oordeel over dit dossier en dit criterium. "
                "Laat er één staan."
            )
        gezien.add(sleutel)
        if oordeel.oordeel:
            oordelen.append(oordeel)
    if not oordelen:
        raise LeesFout("In dit bestand staat geen enkel oordeel. Vul de kolom oordeel in.")
    return oordelen


def _regels(tekst: str) -> Iterator[tuple[int, Oordeel]]:
    """Give each line with its number, as the four values in the order of the contract."""
    lezer = csv.reader(io.StringIO(tekst, newline=""), strict=True)
    try:
        plaats = _plaats_van_kolommen(next(lezer, []))
        for waarden in lezer:
            if not any(waarde.strip() for waarde in waarden):
                continue
            if len(waarden) != len(KOLOMMEN):
                raise LeesFout(
                    f"Regel {lezer.line_num}: hier staan {len(waarden)} waarden in plaats van vier. "
                    "Zet een waarde met een komma erin tussen aanhalingstekens."
                )
            oordeel = Oordeel(*(_gewoon(waarden[i]) for i in plaats))
            for kolom, waarde in zip(KOLOMMEN[:3], oordeel, strict=False):
                if not waarde:
                    raise LeesFout(f"Regel {lezer.line_num}: de kolom {kolom} is leeg. Vul de kolom in.")
            yield lezer.line_num, oordeel
    except csv.Error as fout:
        raise LeesFout(
            f"Regel {lezer.line_num}: dit is geen geldige CSV. Kijk de aanhalingstekens op deze regel na."
        ) from fout


def _plaats_van_kolommen(kop: list[str]) -> list[int]:
    namen = [naam.strip() for naam in kop]
    if sorted(namen) != sorted(KOLOMMEN):
        raise LeesFout(
            f"De eerste regel moet de kolommen noemen: {_KOP}. Gebruik een komma tussen de waarden, geen puntkomma."
        )
    return [namen.index(kolom) for kolom in KOLOMMEN]


def _gewoon(waarde: str) -> str:
    # One letter with an accent and a letter followed by an accent read the same, and are the same.
    return unicodedata.normalize("NFC", waarde.strip())


def _afgerond(waarde: float | None) -> float | None:
    # Adding nothing turns -0.0 into 0.0.
    return None if waarde is None else round(waarde, _DECIMALEN) + 0.0


def _grenzen(interval: tuple[float, float] | None) -> tuple[float, float] | None:
    return None if interval is None else (round(interval[0], _DECIMALEN), round(interval[1], _DECIMALEN))
