"""Parts of a dossier whose own room is not there: what is recorded of them, plainly and read only."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lui

from verantwoord.kern.termijnen import Stand
from verantwoord.web.datums import dag_maand
from verantwoord.web.waarden import Feit

PARTNER: Final[dict[str, Promise | str]] = {
    "dtv": "DT&V",
    "coa": "COA",
    "avim": "AVIM",
    "ind": "IND",
    "kmar": "KMar",
    "iom": "IOM",
    "ngo": lui("ngo"),
    "vreemdeling": lui("betrokkene"),
}
ONDERWERP: Final[dict[str, Promise]] = {
    "bewaring": lui("bewaring"),
    "einde_opvang": lui("einde van de opvang"),
    "gedwongen_vertrek": lui("gedwongen vertrek"),
    "gl": lui("gezinslocatie"),
    "overig": lui("overig"),
    "vbl": lui("vbl"),
    "vertrekstrategie": lui("vertrekstrategie"),
}


@dataclass(frozen=True, kw_only=True)
class Deel:
    """One recorded thing: its title and its facts."""

    titel: str
    feiten: tuple[Feit, ...]


@dataclass(frozen=True, kw_only=True)
class Blad:
    """A page of recorded things, or the sentence for when there are none."""

    titel: str
    leeg: str
    delen: tuple[Deel, ...]


def documenten(s: Stand) -> list[str]:
    """The documents that came along, as the sender named them, made readable."""
    return [naam.replace("_", " ").capitalize() for naam in s.beeld.overdracht.documenten]


def onderdeel_van(onderdeel: str, s: Stand) -> Blad:
    titel, leeg, lees = _BLADEN[onderdeel]
    return Blad(titel=str(titel), leeg=str(leeg), delen=tuple(lees(s)))


def _dag(dag: date | None) -> str:
    return dag_maand(dag) if dag else _("niet vastgelegd")


def _feiten(*paren: tuple[str, str]) -> tuple[Feit, ...]:
    return tuple(Feit(naam, waarde) for naam, waarde in paren if waarde)


def _toezicht(s: Stand) -> Iterator[Deel]:
    for plicht in reversed(s.meldplichten):
        yield Deel(
            titel=_("Meldplicht vanaf %(dag)s") % {"dag": dag_maand(plicht.opgelegd_op)},
            feiten=_feiten(
                (_("Opgelegd door"), str(PARTNER[plicht.opgelegd_door])),
                (_("Hoe vaak"), _("%(n)d keer in de week") % {"n": plicht.per_week}),
                (_("Reden"), plicht.reden_afwijking),
                (_("Niet gemeld op"), ", ".join(dag_maand(dag) for dag in plicht.gemist_op)),
                (_("Beëindigd"), dag_maand(plicht.beeindigd_op) if plicht.beeindigd_op else ""),
            ),
        )
    for bewaring in reversed(s.bewaringen):
        yield Deel(
            titel=_("Bewaring"),
            feiten=_feiten(
                (_("Voorgesteld"), _dag(bewaring.voorgesteld_op)),
                (_("Opgelegd"), _dag(bewaring.opgelegd_op)),
                (_("Opgelegd door"), bewaring.opgelegd_door or ""),
                (_("Rechtbank in kennis gesteld"), _dag(bewaring.rechtbank_in_kennis_op)),
                (_("Opgeheven"), dag_maand(bewaring.opgeheven_op) if bewaring.opgeheven_op else ""),
            ),
        )


_BLADEN: Final[dict[str, tuple[Promise, Promise, Callable[[Stand], Iterator[Deel]]]]] = {
    "toezicht": (lui("Toezicht"), lui("Er geldt geen meldplicht en er is geen bewaring."), _toezicht),
}
