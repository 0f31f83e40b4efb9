"""How a norm is written down: its metadata beside the function that answers it."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, Literal

import msgspec

from verantwoord.kern.antwoord import Antwoord, Gevolg
from verantwoord.kern.fouten import DomeinFout
from verantwoord.kern.termijnen import Stand

Soort = Literal["poort", "termijn", "plicht", "kwaliteit", "signaal"]
Functie = Callable[[Stand], Antwoord]

PROJECTKEUZE = "project-choice"


class Parameter(msgspec.Struct, frozen=True, kw_only=True):
    """A value a norm reads, with the period in which it holds.

    ``status`` is ``project-choice`` when no public source gives the value (then an organisation may choose
    its own), or a remark of the catalogue on its standing; ``None`` is a value of the law or the report.
    """

    naam: str
    waarde: Any
    eenheid: str | None = None
    status: str | None = None
    geldig_van: date | None = None
    geldig_tot: date | None = None

    @property
    def is_keuze(self) -> bool:
        return self.status == PROJECTKEUZE


class Norm(msgspec.Struct, frozen=True, kw_only=True):
    """One norm of the catalogue. ``functie`` is absent for a norm that is not about one dossier.

    ``plicht`` is the norm as a short instruction, for work lists and buttons. ``gedrag`` says what the
    software does for a norm outside the dossier.
    """

    id: str
    soort: Soort
    tier: int
    origin: Literal["report", "law", "leidraad", "project"]
    titel: str
    title_en: str
    regel: str
    rule_en: str
    plicht: str
    bron: tuple[str, ...]
    gevolg: Gevolg
    parameters: tuple[Parameter, ...] = ()
    velden: tuple[str, ...] = ()
    blokkeert: tuple[str, ...] = ()
    afwijking_mogelijk: bool = False
    geldig_van: date | None = None
    geldig_tot: date | None = None
    gedrag: str | None = None
    opmerking: str = ""
    functie: Functie | None = None

    @property
    def bereik(self) -> Literal["dossier", "buiten_dossier"]:
        return "buiten_dossier" if self.functie is None else "dossier"

    def als_gegevens(self) -> dict[str, Any]:
        """Give everything but the function, ready to be written as JSON."""
        velden = {naam: getattr(self, naam) for naam in self.__struct_fields__ if naam != "functie"}
        return {**velden, "bereik": self.bereik}

    def geldt_op(self, peildatum: date) -> bool:
        """Tell whether the norm exists on ``peildatum``; both ends of its validity are included."""
        na_begin = self.geldig_van is None or self.geldig_van <= peildatum
        return na_begin and (self.geldig_tot is None or peildatum <= self.geldig_tot)


REGISTER: dict[str, Norm] = {}


def registreer(norm: Norm) -> None:
    """Put a norm in the register; two norms never share an id."""
    if norm.id in REGISTER:
        raise DomeinFout(f"De norm {norm.id} bestaat al; geef deze norm een eigen naam.")
    REGISTER[norm.id] = norm


def norm(norm_id: str, **metadata: Any) -> Callable[[Functie], Functie]:
    """Register the function below as the answer of norm ``norm_id``; the function itself stays as it is."""

    def decorate(functie: Functie) -> Functie:
        registreer(Norm(id=norm_id, functie=functie, **metadata))
        return functie

    return decorate


def parameter(naam: str, waarde: Any, eenheid: str | None = None, **rest: Any) -> Parameter:
    """Write a parameter in one line beside its norm."""
    return Parameter(naam=naam, waarde=waarde, eenheid=eenheid, **rest)


def sleutels(normen: Mapping[str, Norm]) -> dict[str, Parameter]:
    """Name every parameter as norms read it: ``norm-id.naam``."""
    return {f"{n.id}.{p.naam}": p for n in normen.values() for p in n.parameters}
