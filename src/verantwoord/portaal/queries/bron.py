"""The facts of the dossier that somebody came in for. What a page shows of them, its own module names field by field."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Portaalaccount
from verantwoord.dossier.onthouding.weglaten import Onthouden
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.dossier.queries import onthouden_of
from verantwoord.kern.termijnen import Stand


@dataclass(frozen=True, kw_only=True)
class Bron:
    """One dossier and how it stands on a day, without what is withheld. Never handed to a page."""

    dossier: Dossier
    s: Stand
    weg: Onthouden

    @property
    def regievoerder(self) -> str:
        """Whom the person talks with; empty when nobody has the dossier now."""
        if self.dossier.regievoerder is not None:
            return self.dossier.regievoerder.naam
        return self.dossier.regievoerder_elders or ""


def bron_van(dossier_id: UUID, *, viewer: Portaalaccount, op: date) -> Bron:
    """Raises ``Dossier.DoesNotExist`` when it is not of this account: the database shows it to nobody else."""
    dossier = Dossier.objects.select_related("persoon", "regievoerder").get(pk=dossier_id)
    weg = onthouden_of(dossier_id, viewer=viewer, op=op)
    s = Stand(weg.beeld(beeld_of(dossier_id)), op, geldende_parameters().op(op))
    return Bron(dossier=dossier, s=s, weg=weg)
