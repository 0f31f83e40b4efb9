"""What the measurement says: the counts of the report's table, and the report's own figures beside them."""

from datetime import date
from typing import Any, Final

import msgspec
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from verantwoord.kern.statistiek import Aandeel, aandeel

FORMAAT: Final = "verantwoord.kwaliteitsmeting/1"
# Figures over fewer dossiers can point at one regievoerder or one person (architecture, invariant 11).
MINSTENS: Final = 5

# Each part that is measured, in the order of the report, with its words.
ONDERDELEN: Final[dict[str, Promise]] = {
    "medisch": _("Medische bijzonderheden"),
    "buiten_schuld": _("Buiten schuld"),
    "schrijnend": _("Schrijnende omstandigheden"),
    "mensenhandel": _("Mensenhandel"),
    "alle_vier": _("Alle vier getoetst"),
    "vertrekstrategie": _("Vertrekstrategie beschreven"),
    "drie_gesprekken": _("Drie gesprekken gevoerd"),
}
TOETSINGEN: Final = ("medisch", "buiten_schuld", "schrijnend", "mensenhandel", "alle_vier")
MOMENTEN: Final = TOETSINGEN[:4]

# Report §3.3, table, out of 200 dossiers; the strategy is the 64 % of §3.1, which names no count. The report counts
# no dossiers with three gesprekken.
RAPPORT_2022: Final[dict[str, Aandeel]] = {
    naam: aandeel(aantal, 200)
    for naam, aantal in {
        "medisch": 117,
        "buiten_schuld": 45,
        "schrijnend": 20,
        "mensenhandel": 37,
        "alle_vier": 15,
        "vertrekstrategie": 128,
    }.items()
}


class Kwaliteitsmeting(msgspec.Struct, frozen=True, kw_only=True):
    """The shares by part, over ``dossiers``, as the facts stood on ``peildatum``."""

    peildatum: date
    dossiers: int
    delen: dict[str, Aandeel]

    @property
    def te_klein(self) -> bool:
        """Whether there are too few dossiers to show a figure about them on a page."""
        return self.dossiers < MINSTENS

    def als_json(self) -> dict[str, Any]:
        """The shape of the contract."""
        delen = {naam: _cijfers(deel) for naam, deel in self.delen.items()}
        return {
            "schema": FORMAAT,
            "peildatum": self.peildatum.isoformat(),
            "dossiers": self.dossiers,
            "toetsing": {naam: delen[naam] for naam in TOETSINGEN},
            "vertrekstrategie": delen["vertrekstrategie"],
            "drie_gesprekken": delen["drie_gesprekken"],
        }


def _cijfers(deel: Aandeel) -> dict[str, Any]:
    return {
        "aantal": deel.aantal,
        "percentage": deel.percentage,
        "afgerond": deel.afgerond,
        "interval": list(deel.interval) if deel.interval else None,
    }
