"""What the staff see of what is withheld: what waits for a second signature, what holds, and what is over."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.functional import Promise

from verantwoord.dossier.models import Onthouding
from verantwoord.dossier.onthouding.keuzes import TE_ONTHOUDEN
from verantwoord.dossier.queries import dossier_of
from verantwoord.toegang.models import Medewerker


@dataclass(frozen=True)
class Regel:
    """One of them; ``nummer`` counts from one, and is nothing for all of the kind."""

    onthouding: Onthouding
    is_eigen: bool

    @property
    def titel(self) -> Promise | str:
        return TE_ONTHOUDEN.get(self.onthouding.wat, self.onthouding.wat)

    @property
    def nummer(self) -> int | None:
        return int(self.onthouding.welke) + 1 if self.onthouding.welke.isdigit() else None


@dataclass(frozen=True)
class Onthoudingenblad:
    lopend: tuple[Regel, ...]
    eerder: tuple[Regel, ...]


def onthoudingen_of(dossier_id: UUID, *, viewer: Medewerker, op: date) -> Onthoudingenblad:
    """Everything of one dossier. Raises ``Dossier.DoesNotExist`` when it is not the viewer's."""
    dossier = dossier_of(dossier_id, viewer=viewer)
    regels = [
        Regel(onthouding=o, is_eigen=o.door_id == viewer.pk)
        for o in Onthouding.objects.filter(dossier=dossier.pk)
    ]
    loopt = [r for r in regels if r.onthouding.opgeheven_op is None and r.onthouding.tot >= op]
    return Onthoudingenblad(lopend=tuple(loopt), eerder=tuple(r for r in regels if r not in loopt))
