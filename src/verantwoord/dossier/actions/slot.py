from uuid import UUID

from verantwoord.dossier.models import Dossier
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


def lock_dossier(dossier_id: UUID, *, door: Medewerker, recht: Recht = Recht.DOSSIER_BEHANDELEN) -> Dossier:
    """The first two steps of every action: check the right, then take the dossier so that others wait.

    Raises ``GeenToegang`` without the right and ``Dossier.DoesNotExist`` when the dossier is not there for this
    person. The program itself may take any dossier, but only for the few things it has a right to.
    """
    require(door, recht)
    dossiers = Dossier.objects.all() if door.is_systeem else Dossier.objects.visible_to(door)
    return (
        dossiers.select_for_update(of=("self",))
        .select_related("persoon", "regievoerder", "team")
        .get(pk=dossier_id)
    )
