"""The values norms count with: those of the law belong to the rule set, choices belong to the organisation.

Where no public source gives a number the catalogue says ``project-choice``. Such a number is data with a
period of validity, so that another choice tomorrow leaves yesterday's answers as they were.
"""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from typing import Any, Final

import msgspec

from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.normen import NORMEN
from verantwoord.kern.normen.register import Parameter, sleutels

# The catalogue of norms and legal values this code holds; every period of validity is inside it. A change of
# a norm or a legal value gives a new number, so that a stored answer says by which rules it was given.
REGELSET: Final = "verantwoord.regels/1"

_ALLE: Final[dict[str, Parameter]] = sleutels(NORMEN)
_MOGELIJK_BEWAARD: Final = 1024


class Keuze(msgspec.Struct, frozen=True, kw_only=True):
    """An organisation's own value for a project choice, with the period in which it holds (both ends included)."""

    norm: str
    naam: str
    waarde: int
    geldig_van: date | None = None
    geldig_tot: date | None = None

    @property
    def sleutel(self) -> str:
        return f"{self.norm}.{self.naam}"


class Parameters:
    """All values norms read, on any day. Without keuzes these are the values of the catalogue.

    ``gelijkgestelde_dagen`` are the days that a royal decree equates with a holiday (Algemene termijnenwet
    art. 3(3)). Of two keuzes that hold on the same day the last one counts.
    """

    def __init__(self, keuzes: Iterable[Keuze] = (), *, gelijkgestelde_dagen: Iterable[date] = ()) -> None:
        self.keuzes = tuple(keuzes)
        self.gelijkgestelde_dagen = frozenset(gelijkgestelde_dagen)
        for keuze in self.keuzes:
            _check(keuze)
        self.regelset = self._naam_regelset()
        self._per_dag: dict[date, dict[str, Any]] = {}

    def op(self, peildatum: date) -> dict[str, Any]:
        """Give every value by ``norm-id.naam`` as it holds on ``peildatum``; do not change the result."""
        waarden = self._per_dag.get(peildatum)
        if waarden is None:
            if len(self._per_dag) >= _MOGELIJK_BEWAARD:
                self._per_dag.clear()
            waarden = self._per_dag[peildatum] = self._reken(peildatum)
        return waarden

    def _reken(self, peildatum: date) -> dict[str, Any]:
        waarden = {sleutel: p.waarde for sleutel, p in _ALLE.items() if _geldt(p, peildatum)}
        waarden.update({k.sleutel: k.waarde for k in self.keuzes if _geldt(k, peildatum)})
        waarden["gelijkgestelde_dagen"] = self.gelijkgestelde_dagen
        return waarden

    def _naam_regelset(self) -> str:
        """Name the rule set; own choices give it a mark of their own, the same for the same choices."""
        if not self.keuzes and not self.gelijkgestelde_dagen:
            return REGELSET
        inhoud = msgspec.json.encode([self.keuzes, sorted(self.gelijkgestelde_dagen)])
        return f"{REGELSET}+{sha256(inhoud).hexdigest()[:12]}"


def _geldt(p: Parameter | Keuze, peildatum: date) -> bool:
    na_begin = p.geldig_van is None or p.geldig_van <= peildatum
    return na_begin and (p.geldig_tot is None or peildatum <= p.geldig_tot)


def _check(keuze: Keuze) -> None:
    parameter = _ALLE.get(keuze.sleutel)
    if parameter is None:
        raise DomeinFout(
            f"De norm {keuze.norm} kent de waarde {keuze.naam} niet; kies een waarde uit de lijst van normen."
        )
    if not parameter.is_keuze:
        raise DomeinFout(
            f"De waarde {keuze.naam} van {keuze.norm} komt uit de wet of het rapport en ligt vast; alleen projectkeuzes zijn te wijzigen."
        )
    if keuze.waarde < 0:
        raise DomeinFout(
            f"De waarde {keuze.naam} van {keuze.norm} kan niet onder nul liggen; geef 0 of meer."
        )
    if keuze.geldig_van and keuze.geldig_tot and keuze.geldig_tot < keuze.geldig_van:
        raise DomeinFout(
            f"De periode van {keuze.naam} van {keuze.norm} eindigt voor zij begint; verbeter de datums."
        )


STANDAARD: Final = Parameters()
