"""What somebody still has to take, and by when. Pure: dates in, dates out; the catalogue holds the terms."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final
from uuid import UUID

from verantwoord.kern.kalender import plus_dagen, plus_maanden
from verantwoord.vakmanschap.opleiding.models import GELDT, Cursus, Deelname, Voor

# From this many months on somebody works here longer: an agreement of the house, which the page says.
ERVAREN_NA_MAANDEN: Final = 12
# How long before its last day a course is said to be due.
VOORAF_DAGEN: Final = 30


@dataclass(frozen=True, kw_only=True)
class Verplicht:
    """One mandatory course for one person. ``uiterlijk`` is the last day; none when it was taken and holds."""

    cursus: Cursus
    uiterlijk: date | None
    gedaan_op: date | None = None
    geldig_tot: date | None = None
    gepland_op: date | None = None
    open_id: UUID | None = None

    def is_aan_de_beurt(self, op: date) -> bool:
        """Whether it is said: its last day is near or past."""
        return self.uiterlijk is not None and op >= plus_dagen(self.uiterlijk, -VOORAF_DAGEN)

    def is_te_laat(self, op: date) -> bool:
        return self.uiterlijk is not None and op > self.uiterlijk

    def gezegd_sinds(self, op: date) -> date | None:
        """The last day on which there was something to say about it: it came near, or it passed."""
        if self.uiterlijk is None or (self.gepland_op and op <= self.gepland_op <= self.uiterlijk):
            return None
        momenten = (plus_dagen(self.uiterlijk, -VOORAF_DAGEN), plus_dagen(self.uiterlijk, 1))
        return max((moment for moment in momenten if moment <= op), default=None)


def verplicht_voor(
    cursussen: Iterable[Cursus], *, begonnen_op: date | None, deelnames: Sequence[Deelname]
) -> list[Verplicht]:
    """The mandatory courses of one person, the first that is due on top and what is done at the end."""
    per_cursus: dict[UUID, list[Deelname]] = {}
    for deelname in deelnames:
        per_cursus.setdefault(deelname.cursus_id, []).append(deelname)
    alle = [
        wat
        for cursus in cursussen
        if (wat := _een(cursus, begonnen_op=begonnen_op, deelnames=per_cursus.get(cursus.pk, []))) is not None
    ]
    return sorted(alle, key=lambda wat: (wat.uiterlijk or date.max, wat.cursus.titel))


def _een(cursus: Cursus, *, begonnen_op: date | None, deelnames: Sequence[Deelname]) -> Verplicht | None:
    gehaald = [d for d in deelnames if d.gedaan_op is not None and d.uitkomst in GELDT]
    lopend = next((d for d in deelnames if d.gedaan_op is None and d.afgemeld_op is None), None)
    wat = Verplicht(
        cursus=cursus,
        uiterlijk=None,
        gepland_op=lopend.gepland_op if lopend else None,
        open_id=lopend.pk if lopend else None,
    )
    if gehaald:
        beste = max(gehaald, key=lambda d: (d.geldig_tot or date.max, d.gedaan_op or date.min))
        return replace(
            wat, uiterlijk=beste.geldig_tot, gedaan_op=beste.gedaan_op, geldig_tot=beste.geldig_tot
        )
    vanaf = verplicht_vanaf(cursus, begonnen_op)
    if vanaf is None or cursus.termijn_dagen is None:
        return None
    return replace(wat, uiterlijk=plus_dagen(vanaf, cursus.termijn_dagen))


def verplicht_vanaf(cursus: Cursus, begonnen_op: date | None) -> date | None:
    """The day from which this course is for somebody who began on that day; none when it is not.

    Of whom nobody wrote down when they began, it is assumed that they were here already.
    """
    if cursus.geldt_vanaf is None:
        return None
    match cursus.voor:
        case Voor.NIEUW:
            return begonnen_op if begonnen_op and begonnen_op >= cursus.geldt_vanaf else None
        case Voor.ERVAREN:
            ervaren = plus_maanden(begonnen_op, ERVAREN_NA_MAANDEN) if begonnen_op else cursus.geldt_vanaf
            return max(ervaren, cursus.geldt_vanaf)
        case Voor.IEDEREEN:
            return max(begonnen_op or cursus.geldt_vanaf, cursus.geldt_vanaf)
    return None


def geldig_tot(cursus: Cursus, gedaan_op: date) -> date | None:
    """How long a result holds; nothing when once is enough."""
    return plus_maanden(gedaan_op, cursus.geldig_maanden) if cursus.geldig_maanden else None


def eerste_dag(verplichtingen: Mapping[UUID, Sequence[Verplicht]], *, op: date) -> Mapping[UUID, date]:
    """Of each person to whom something is to be said: the last day on which there was."""
    dagen = {
        wie: max((dag for wat in lijst if (dag := wat.gezegd_sinds(op)) is not None), default=None)
        for wie, lijst in verplichtingen.items()
    }
    return {wie: dag for wie, dag in dagen.items() if dag is not None}
