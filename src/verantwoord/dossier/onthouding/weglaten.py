"""The one place where what is withheld is left out of facts and rows, and counted."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, TypeVar
from uuid import UUID

import msgspec
from django.db.models import Model, Q, QuerySet

from verantwoord.dossier.models import Feitrij, Onthouding
from verantwoord.kern.dossierbeeld import Dossierbeeld
from verantwoord.toegang.context import als_systeem

BEELD: Final = "beeld."
# Without these the rest says nothing: who it is, and by which number, the person knows.
NIET_TE_ONTHOUDEN: Final = frozenset({"schema", "dossiernummer", "spoor", "overdracht", "persoon"})
_Rij = TypeVar("_Rij", bound=Model)


@dataclass(frozen=True, kw_only=True)
class Weg:
    """One thing that is left out: never why, and of an investigation not on which ground or until when."""

    wat: str
    welke: str
    grond: str
    tot: date | None


@dataclass(frozen=True)
class Onthouden:
    """What is withheld in one dossier on one day."""

    dossier_id: UUID
    weg: tuple[Weg, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.weg)

    def van(self, wat: str) -> frozenset[str]:
        """Which of a kind are withheld; an empty text among them stands for all."""
        return frozenset(een.welke for een in self.weg if een.wat == wat)

    def beeld(self, beeld: Dossierbeeld) -> Dossierbeeld:
        """The facts without what is withheld; a part that is no list goes as a whole."""
        anders: dict[str, Any] = {}
        for veld in msgspec.structs.fields(Dossierbeeld):
            welke = self.van(BEELD + veld.name)
            if not welke or veld.required or veld.name in NIET_TE_ONTHOUDEN:
                continue
            waarde = getattr(beeld, veld.name)
            if isinstance(waarde, tuple) and "" not in welke:
                anders[veld.name] = tuple(een for i, een in enumerate(waarde) if str(i) not in welke)
            else:
                leeg = veld.default
                anders[veld.name] = leeg if leeg is not msgspec.NODEFAULT else veld.default_factory()
        return msgspec.structs.replace(beeld, **anders) if anders else beeld

    def pks(self, model: type[Model], *, wat: str) -> frozenset[Any] | None:
        """The keys of the rows of this kind that are withheld, or ``None`` for all of them."""
        welke = self.van(wat)
        if "" in welke:
            return None
        if not welke or not wat.startswith(BEELD):
            return welke
        telt = model.TELT if issubclass(model, Feitrij) else {}
        with als_systeem():
            rijen = model._default_manager.filter(dossier=self.dossier_id, **telt).order_by("volgorde")
            return frozenset(pk for i, pk in enumerate(rijen.values_list("pk", flat=True)) if str(i) in welke)

    def zonder(self, rijen: QuerySet[_Rij], wat: str) -> QuerySet[_Rij]:
        """The rows of a page without those that are withheld."""
        if not self.van(wat):
            return rijen
        pks = self.pks(rijen.model, wat=wat)
        return rijen.none() if pks is None else rijen.exclude(Q(pk__in=pks))


def weg_van(onthoudingen: Iterable[Onthouding]) -> tuple[Weg, ...]:
    """What may be said of each: the ground of an investigation would itself tell that there is one."""
    return tuple(
        Weg(
            wat=o.wat,
            welke=o.welke,
            grond="" if o.grond == Onthouding.Grond.STRAFZAAK else o.grond,
            tot=None if o.grond == Onthouding.Grond.STRAFZAAK else o.tot,
        )
        for o in onthoudingen
    )
