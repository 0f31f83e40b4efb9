"""The history of a route in words: who took which step when, what was entered, and where a text is a standard text."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django import forms

from verantwoord.toetsing.gelijk import dossiers_met
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.models import Routeregel
from verantwoord.toetsing.route.formulieren import FORMULIEREN
from verantwoord.toetsing.stand import STANDAARD_VANAF, WOORDEN_VAN_EEN_AFWEGING
from verantwoord.web.datums import dag_maand
from verantwoord.web.formulier import DatumField
from verantwoord.web.waarden import Feit


@dataclass(frozen=True, kw_only=True)
class Historieregel:
    """One step that was taken, as the page shows it; ``dossiers`` counts where the same text stands, 0 when few."""

    id: UUID
    stap: str
    titel: str
    op: date
    feiten: tuple[Feit, ...]
    toelichting: str
    door: str
    vastgelegd_op: datetime
    afgeschermd: bool
    dossiers: int


def gelijke_teksten(regels: Iterable[Routeregel]) -> dict[str, int]:
    """In how many dossiers each of these texts stands, by fingerprint. A count only: it names no dossier."""
    vingers = {regel.toelichting_vinger for regel in regels} - {""}
    return dossiers_met("gelijke_toelichtingen", sorted(vingers))


def historie(regels: Iterable[Routeregel], *, gelijke: Mapping[str, int]) -> list[Historieregel]:
    """The steps as they come; ``gelijke`` says in how many dossiers a text stands, by its fingerprint."""
    return [_regel(regel, gelijke.get(regel.toelichting_vinger, 0)) for regel in regels]


def _regel(regel: Routeregel, aantal: int) -> Historieregel:
    afgeschermd = bool(getattr(regel, "afgeschermd", False))
    formulier = FORMULIEREN[Moment(regel.moment)][regel.stap]
    is_standaard = aantal >= STANDAARD_VANAF and len(regel.toelichting.split()) >= WOORDEN_VAN_EEN_AFWEGING
    return Historieregel(
        id=regel.pk,
        stap=regel.stap,
        titel=str(formulier.stap.gedaan),
        op=regel.op,
        feiten=tuple(_feiten(formulier.base_fields, regel.invoer, weg=formulier.stap.datumveld)),
        toelichting=regel.toelichting,
        door=regel.door_naam,
        vastgelegd_op=regel.vastgelegd_op,
        afgeschermd=afgeschermd,
        dossiers=aantal if is_standaard else 0,
    )


def _feiten(velden: Mapping[str, forms.Field], invoer: Mapping[str, Any], *, weg: str) -> Iterator[Feit]:
    for naam, veld in velden.items():
        if naam in invoer and naam != weg:
            yield Feit(naam=str(veld.label), waarde=_waarde(veld, invoer[naam]))


def _waarde(veld: forms.Field, waarde: Any) -> str:
    if isinstance(veld, DatumField):
        return dag_maand(date.fromisoformat(waarde))
    if isinstance(veld, forms.ChoiceField):
        if isinstance(waarde, bool):
            waarde = "ja" if waarde else "nee"
        woorden = {sleutel: str(woord) for sleutel, woord in veld.widget.choices}
        gekozen = waarde if isinstance(waarde, list) else [waarde]
        return ", ".join(woorden.get(een, str(een)) for een in gekozen)
    return ", ".join(waarde) if isinstance(waarde, list) else str(waarde)
