"""How many days somebody was detained, all periods together, also those of earlier dossiers."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import connection


@dataclass(frozen=True, kw_only=True)
class Periode:
    """One detention: first day, last day (``None`` while it runs), and whether it is of this dossier."""

    van: date
    tot: date | None
    van_dit_dossier: bool

    def dagen_op(self, op: date) -> int:
        """Both days count; what begins later than ``op`` has none yet."""
        einde = op if self.tot is None else min(self.tot, op)
        return max(0, (einde - self.van).days + 1)


def perioden_van(dossier_id: UUID) -> list[Periode]:
    """Every detention of the person of this dossier, oldest first.

    The database gives days alone, also of dossiers that who asks may not see, and only about a dossier whose
    supervision may be read in this request.
    """
    with connection.cursor() as cursor:
        cursor.execute("select van, tot, van_dit_dossier from bewaringsperioden(%s)", [dossier_id])
        return [Periode(van=van, tot=tot, van_dit_dossier=eigen) for van, tot, eigen in cursor.fetchall()]


def dagen_samen(perioden: list[Periode], *, op: date) -> int:
    """All days together on a day; a day that lies in two periods counts once."""
    dagen: set[int] = set()
    for periode in perioden:
        begin = periode.van.toordinal()
        dagen |= set(range(begin, begin + periode.dagen_op(op)))
    return len(dagen)


def gelijke_teksten(vingers: list[str]) -> dict[str, int]:
    """In how many dossiers a proposal holds a text with each of these fingerprints: a number over all dossiers."""
    with connection.cursor() as cursor:
        cursor.execute("select vinger, dossiers from gelijke_bewaringsteksten(%s)", [vingers])
        return dict(cursor.fetchall())
