"""The numbers of norms: which an organisation may choose, which are fixed, and what holds from which day."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from verantwoord.kern.normen import NORMEN
from verantwoord.kern.normen.register import Norm, Parameter
from verantwoord.kern.parameters import Keuze, Parameters

# Norms that read a number which stands with another norm.
LEEST_OOK = {
    "lko-unaniem.written_vote": ("overplaatsing-compleet-dossier", "opschaling-rao"),
}


@dataclass(frozen=True, kw_only=True)
class Periode:
    """From which day up to and including which a number holds; ``tot`` is absent when no end is known."""

    van: date
    tot: date | None
    waarde: int
    is_keuze: bool


def keuzes() -> Iterator[tuple[Norm, Parameter]]:
    """Every number that is a choice, with its norm, in the order of the catalogue."""
    return ((norm, p) for norm in NORMEN.values() for p in norm.parameters if p.is_keuze)


def vaste() -> Iterator[tuple[Norm, Parameter]]:
    """Every value that the law, the report or the Leidraad gives, with its norm."""
    return ((norm, p) for norm in NORMEN.values() for p in norm.parameters if not p.is_keuze)


def keuze_van(norm_id: str, naam: str) -> tuple[Norm, Parameter] | None:
    """The norm and the number by their names, when it is one that may be chosen."""
    return next((paar for paar in keuzes() if (paar[0].id, paar[1].naam) == (norm_id, naam)), None)


def leest(norm: Norm, parameter: Parameter) -> list[Norm]:
    """The norms whose answers this number decides: its own first."""
    ook = LEEST_OOK.get(f"{norm.id}.{parameter.naam}", ())
    return [norm, *(NORMEN[norm_id] for norm_id in ook)]


def verloop(sleutel: str, waarden: Iterable[Keuze], *, vanaf: date) -> list[Periode]:
    """What holds from ``vanaf`` on, as the norms will read it, without the periods in which nothing changes."""
    eigen = [k for k in waarden if k.sleutel == sleutel]
    parameters = Parameters(eigen)
    grenzen = {vanaf}
    for keuze in eigen:
        grenzen.add(keuze.geldig_van or vanaf)
        if keuze.geldig_tot is not None and keuze.geldig_tot < date.max:
            grenzen.add(keuze.geldig_tot + timedelta(days=1))
    perioden: list[Periode] = []
    for dag in sorted(grens for grens in grenzen if grens >= vanaf):
        waarde, is_keuze = int(parameters.op(dag)[sleutel]), any(_geldt(k, dag) for k in eigen)
        vorige = perioden[-1] if perioden else None
        if vorige and (vorige.waarde, vorige.is_keuze) == (waarde, is_keuze):
            continue
        if vorige:
            perioden[-1] = Periode(
                van=vorige.van, tot=dag - timedelta(days=1), waarde=vorige.waarde, is_keuze=vorige.is_keuze
            )
        perioden.append(Periode(van=dag, tot=None, waarde=waarde, is_keuze=is_keuze))
    return perioden


def _geldt(keuze: Keuze, dag: date) -> bool:
    na_begin = keuze.geldig_van is None or keuze.geldig_van <= dag
    return na_begin and (keuze.geldig_tot is None or dag <= keuze.geldig_tot)
