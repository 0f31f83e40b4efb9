"""What people would need for a departure and nobody offers: counts for policy, by kind, country and half year.

No count points at a person. Only half years that are over are told, so that two looks do not differ by one person; a
country only from ten people on, and a kind from five, or ten where it is about health. Source: report §3.1 (Middelen).
"""

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.utils.translation import gettext as _

from verantwoord.kern.statistiek.onderdrukking import Verdeling, onderdruk
from verantwoord.ondersteuning import behoeften
from verantwoord.ondersteuning.keuzes import Behoeftesoort
from verantwoord.overleg.balken import Balk
from verantwoord.stamgegevens.landen import landnaam
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.web.cel import veilig

MINSTENS: Final = 5
# A country says nearly what a nationality says, and that weighs as much as health.
MINSTENS_GEVOELIG: Final = 10
_GEVOELIG: Final = frozenset({Behoeftesoort.ZORG})


@dataclass(frozen=True, order=True)
class Halfjaar:
    """January to June, or July to December."""

    jaar: int
    helft: int

    @classmethod
    def van_dag(cls, dag: date) -> "Halfjaar":
        return cls(dag.year, 1 if dag.month <= 6 else 2)

    @property
    def code(self) -> str:
        return f"{self.jaar}-{self.helft}"

    @property
    def van(self) -> date:
        return date(self.jaar, 1 if self.helft == 1 else 7, 1)

    @property
    def tot(self) -> date:
        return self.volgende.van - timedelta(days=1)

    @property
    def volgende(self) -> "Halfjaar":
        return Halfjaar(self.jaar, 2) if self.helft == 1 else Halfjaar(self.jaar + 1, 1)

    def __str__(self) -> str:
        maanden = _("januari tot en met juni") if self.helft == 1 else _("juli tot en met december")
        return f"{maanden} {self.jaar}"


@dataclass(frozen=True, kw_only=True)
class Behoefteregel:
    """One kind of need with what may be told of it."""

    soort: Behoeftesoort
    minstens: int
    verdeling: Verdeling

    @property
    def titel(self) -> str:
        return str(self.soort.label)

    @property
    def rijen(self) -> Iterator[tuple[str, str]]:
        """Country and number in words: the whole first, then the countries by name, then the others together."""
        yield _("alle landen"), self._getal(self.verdeling.totaal)
        if not self.verdeling.getoond:
            return
        namen = ((_land(code), n) for code, n in self.verdeling.getoond.items())
        yield from ((naam, str(n)) for naam, n in sorted(namen))
        if self.verdeling.overig:
            yield _("andere landen samen"), str(self.verdeling.overig)

    def _getal(self, aantal: int | None) -> str:
        return _("minder dan %(n)d") % {"n": self.minstens} if aantal is None else str(aantal)


def _land(code: str) -> str:
    return landnaam(code) if code else _("land niet bekend")


def halfjaren(*, vandaag: date, viewer: Medewerker) -> list[Halfjaar]:
    """The half years that are over and in which a need was said, or that lie between; the last one first."""
    _mag(viewer)
    eerste, nu = behoeften.eerste_dag(), Halfjaar.van_dag(vandaag)
    periode = Halfjaar.van_dag(eerste) if eerste else nu
    gevonden = []
    while periode < nu:
        gevonden.append(periode)
        periode = periode.volgende
    return gevonden[::-1]


def tel(periode: Halfjaar, *, vandaag: date, viewer: Medewerker) -> list[Behoefteregel]:
    """Count each kind of need in a half year that is over. Raises ``GeenToegang``, and ``ValueError`` for one that is not."""
    _mag(viewer)
    if periode.tot >= vandaag:
        raise ValueError(periode)
    per_soort = behoeften.aantallen_per_land(van=periode.van, tot=periode.tot)
    regels = []
    for soort in Behoeftesoort:
        minstens = MINSTENS_GEVOELIG if soort in _GEVOELIG else MINSTENS
        verdeling = onderdruk(per_soort.get(soort, {}), minstens=MINSTENS_GEVOELIG, totaal_minstens=minstens)
        regels.append(Behoefteregel(soort=soort, minstens=minstens, verdeling=verdeling))
    return regels


def als_balken(regels: list[Behoefteregel]) -> list[Balk]:
    """A bar for each kind, the longest for the largest; what is too small has words and no bar."""
    meeste = max((regel.verdeling.totaal or 0 for regel in regels), default=0)
    return [
        Balk(
            titel=regel.titel,
            deel=None
            if regel.verdeling.totaal is None or not meeste
            else 100 * regel.verdeling.totaal / meeste,
            woorden=next(regel.rijen)[1],
        )
        for regel in regels
    ]


def als_csv(periode: Halfjaar, regels: list[Behoefteregel]) -> str:
    """The table as a file, in the form that a Dutch spreadsheet opens by itself."""
    uit = io.StringIO()
    schrijver = csv.writer(uit, delimiter=";", lineterminator="\r\n")
    schrijver.writerow([_("Periode"), _("Wat er niet is"), _("Land"), _("Aantal mensen")])
    for regel in regels:
        schrijver.writerows(
            [veilig(str(periode)), veilig(regel.titel), veilig(land), aantal] for land, aantal in regel.rijen
        )
    return f"\ufeff{uit.getvalue()}"


def _mag(viewer: Medewerker) -> None:
    if not viewer.heeft(Recht.KWALITEIT_BEKIJKEN):
        raise GeenToegang(_("Uw rol mag deze cijfers niet bekijken. Vraag het aan uw manager."))
