"""What the staff see of mandates: who has one, until when, and what waits for a second look."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.models import Machtiging, Machtigingvoorstel
from verantwoord.dossier.queries import dossier_of
from verantwoord.toegang.models import Medewerker


@dataclass(frozen=True)
class Machtigingenblad:
    """``eerder`` ended or is over; of a ``voorstel`` nobody decided yet."""

    lopend: tuple[Machtiging, ...]
    eerder: tuple[Machtiging, ...]
    voorstellen: tuple[Machtigingvoorstel, ...]
    niet_getekend: tuple[Machtigingvoorstel, ...]


def machtigingen_of(dossier_id: UUID, *, viewer: Medewerker, op: date) -> Machtigingenblad:
    """Everything there is of one dossier. Raises ``Dossier.DoesNotExist`` when it is not the viewer's."""
    dossier = dossier_of(dossier_id, viewer=viewer)
    rijen = Machtiging.objects.filter(dossier=dossier.pk).select_related("account", "voorstel")
    alle = list(rijen)
    voorstellen = list(Machtigingvoorstel.objects.filter(dossier=dossier.pk, machtiging=None))
    return Machtigingenblad(
        lopend=tuple(m for m in alle if m.ingetrokken_op is None and m.tot >= op),
        eerder=tuple(m for m in alle if m.ingetrokken_op is not None or m.tot < op),
        voorstellen=tuple(v for v in voorstellen if v.wacht),
        niet_getekend=tuple(v for v in voorstellen if not v.wacht),
    )
