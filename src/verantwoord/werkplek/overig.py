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
_OVERLEG: Final[dict[str, Promise]] = {
    "lko": lui("LKO"),
    "klein_lko": lui("Klein LKO"),
    "rao": lui("RAO"),
    "deelberaad": lui("Deelberaad Asiel"),
    "buiten_overleg": lui("Buiten het overleg"),
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
_BESLUIT: Final[dict[str, Promise]] = {
    "aangehouden": lui("aangehouden"),
    "geen_besluit": lui("geen besluit"),
    "opgeschaald": lui("opgeschaald"),
    "vastgesteld": lui("vastgesteld"),
}
_STANDPUNT: Final[dict[str, Promise]] = {
    "akkoord": lui("akkoord"),
    "niet_akkoord": lui("niet akkoord"),
    "onthouding": lui("onthouding"),
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


def _overleg(s: Stand) -> Iterator[Deel]:
    for punt in sorted(s.overleg, key=lambda p: p.datum, reverse=True):
        standpunten = "; ".join(
            f"{PARTNER[st.partner]} {_STANDPUNT[st.standpunt]}" for st in s.standpunten(punt).values()
        )
        open_acties = [a.omschrijving for a in punt.acties if a.gereed_op is None]
        yield Deel(
            titel=f"{_OVERLEG[punt.soort]}, {dag_maand(punt.datum)}",
            feiten=_feiten(
                (_("Onderwerp"), str(ONDERWERP[punt.onderwerp])),
                (_("Ingebracht door"), str(PARTNER[punt.voorstel_door])),
                (_("Standpunten"), standpunten),
                (_("Tegenspraak"), punt.tegenspraak),
                (_("Besluit"), str(_BESLUIT[punt.besluit]) if punt.besluit else _("nog geen besluit")),
                (_("Verslag"), _dag(punt.verslag_op)),
                (_("Open acties"), "; ".join(open_acties)),
            ),
        )


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
    "overleg": (
        lui("Overleg"),
        lui("Dit dossier is nog niet in een LKO, RAO of Deelberaad besproken."),
        _overleg,
    ),
    "toezicht": (lui("Toezicht"), lui("Er geldt geen meldplicht en er is geen bewaring."), _toezicht),
}
