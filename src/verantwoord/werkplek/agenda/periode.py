"""Which days a page of the agenda shows: whole weeks, from a Monday up to and including a Sunday."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final, Literal

Weergave = Literal["maand", "week"]

WEEK: Final = timedelta(days=7)
# An address may name any day; beyond these a page of weeks cannot be made or means nothing.
EERSTE_DAG: Final = date(1990, 1, 1)
LAATSTE_DAG: Final = date(2190, 12, 31)


@dataclass(frozen=True, kw_only=True)
class Periode:
    """The month or the week that ``dag`` lies in."""

    weergave: Weergave
    dag: date

    @property
    def van(self) -> date:
        """The Monday on which the page begins."""
        eerste = self.dag.replace(day=1) if self.weergave == "maand" else self.dag
        return eerste - timedelta(days=eerste.weekday())

    @property
    def tot(self) -> date:
        """The Sunday on which the page ends."""
        laatste = _eerste_van_volgende_maand(self.dag) - timedelta(days=1)
        if self.weergave == "week":
            laatste = self.dag
        return laatste + timedelta(days=6 - laatste.weekday())

    @property
    def weken(self) -> list[list[date]]:
        """The days of the page, seven by seven."""
        maandagen = range(0, (self.tot - self.van).days, 7)
        return [[self.van + timedelta(days=begin + n) for n in range(7)] for begin in maandagen]

    @property
    def vorige(self) -> "Periode | None":
        """The month or week before; none before the first that can be shown."""
        dag = self.dag - WEEK if self.weergave == "week" else self.dag.replace(day=1) - timedelta(days=1)
        return replace(self, dag=dag) if dag >= EERSTE_DAG else None

    @property
    def volgende(self) -> "Periode | None":
        """The month or week after; none after the last that can be shown."""
        dag = self.dag + WEEK if self.weergave == "week" else _eerste_van_volgende_maand(self.dag)
        return replace(self, dag=dag) if dag <= LAATSTE_DAG else None

    def hoort_erbij(self, dag: date) -> bool:
        """Whether a day that is shown is of the month asked for, or only fills its week."""
        return self.weergave == "week" or (dag.year, dag.month) == (self.dag.year, self.dag.month)


def periode_uit(weergave: str, dag: str, *, vandaag: date) -> Periode:
    """What an address asks for; an address that was cut off shows this month."""
    try:
        gekozen = date.fromisoformat(dag)
    except ValueError:
        gekozen = vandaag
    if not EERSTE_DAG <= gekozen <= LAATSTE_DAG:
        gekozen = vandaag
    return Periode(weergave="week" if weergave == "week" else "maand", dag=gekozen)


def _eerste_van_volgende_maand(dag: date) -> date:
    return (dag.replace(day=1) + timedelta(days=32)).replace(day=1)
