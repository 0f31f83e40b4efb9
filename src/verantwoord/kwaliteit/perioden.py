"""Fixed periods: quarters of the calendar that are over. Nobody chooses a day, so no two looks differ by one dossier.

Source: security, threat 34; kern invariant 11.
"""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _

# How many closed years, each moved by a quarter, may be chosen.
KEUZES: Final = 8


@dataclass(frozen=True, order=True)
class Kwartaal:
    """Three months of the calendar."""

    jaar: int
    nummer: int

    @classmethod
    def van_dag(cls, dag: date) -> "Kwartaal":
        return cls(dag.year, (dag.month + 2) // 3)

    @classmethod
    def van_code(cls, code: str) -> "Kwartaal":
        """Read ``2022-K3``. Raises ``ValueError`` for anything else."""
        jaar, _streep, nummer = code.partition("-K")
        if not (len(jaar) == 4 and jaar.isascii() and jaar.isdecimal() and nummer in {"1", "2", "3", "4"}):
            raise ValueError(code)
        return cls(int(jaar), int(nummer))

    @property
    def code(self) -> str:
        return f"{self.jaar}-K{self.nummer}"

    @property
    def van(self) -> date:
        return date(self.jaar, 3 * self.nummer - 2, 1)

    @property
    def tot(self) -> date:
        return einde(self.van)

    @property
    def volgende(self) -> "Kwartaal":
        return Kwartaal(self.jaar + 1, 1) if self.nummer == 4 else Kwartaal(self.jaar, self.nummer + 1)

    @property
    def vorige(self) -> "Kwartaal":
        return Kwartaal(self.jaar - 1, 4) if self.nummer == 1 else Kwartaal(self.jaar, self.nummer - 1)

    def terug(self, aantal: int) -> "Kwartaal":
        """The quarter so many before this one."""
        kwartaal = self
        for _keer in range(aantal):
            kwartaal = kwartaal.vorige
        return kwartaal

    def __str__(self) -> str:
        return _("%(nummer)de kwartaal %(jaar)d") % {"nummer": self.nummer, "jaar": self.jaar}


def einde(dag: date) -> date:
    """The last day of the quarter in which a day lies; also of the last one that the calendar knows."""
    maand = 3 * Kwartaal.van_dag(dag).nummer
    return date(dag.year, maand, 31 if maand in (3, 12) else 30)


def laatste(vandaag: date) -> Kwartaal:
    """The last quarter that is over."""
    return Kwartaal.van_dag(vandaag).vorige


def jaar_tot_en_met(kwartaal: Kwartaal) -> tuple[Kwartaal, ...]:
    """The four quarters that end with this one, the first one first."""
    return tuple(kwartaal.terug(n) for n in (3, 2, 1, 0))


def keuzes(vandaag: date) -> list[Kwartaal]:
    """The quarters with which a year may end, the last one first."""
    eerste = laatste(vandaag)
    return [eerste.terug(n) for n in range(KEUZES)]
