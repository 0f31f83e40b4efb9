"""For whom somebody with mandates may look: a name and the number of the file, and nothing else."""

from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from verantwoord.dossier.models import Dossier, Portaalaccount


@dataclass(frozen=True)
class Client:
    """One client. The name is there to choose by."""

    dossier_id: UUID
    naam: str
    nummer: str


def clienten_van(dossiers: Collection[UUID], *, viewer: Portaalaccount) -> list[Client]:
    """The clients of these dossiers, by name; the looks at them are kept already."""
    rijen = Dossier.objects.select_related("persoon").filter(pk__in=dossiers)
    if viewer.persoon_id is not None:
        rijen = rijen.filter(persoon=viewer.persoon_id)
    clienten = [Client(dossier_id=d.pk, naam=d.persoon.volledige_naam, nummer=d.nummer) for d in rijen]
    return sorted(clienten, key=lambda client: (client.naam, client.nummer))
