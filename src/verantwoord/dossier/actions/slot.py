from uuid import UUID

from django.utils.translation import gettext as _

from verantwoord.dossier.afscherming.tekenen import tekent_als_tweede
from verantwoord.dossier.fouten import DossierGesloten
from verantwoord.dossier.models import Dossier
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


def lock_dossier(
    dossier_id: UUID,
    *,
    door: Medewerker,
    recht: Recht = Recht.DOSSIER_BEHANDELEN,
    ook_gesloten: bool = False,
) -> Dossier:
    """The first two steps of every action: check the right, then take the dossier so that others wait.

    A closed dossier is only read. ``ook_gesloten`` is for the few acts that do not work on it: opening it again, what
    a judge or the IND decided elsewhere, a correction or the person's own words, and who looks after it.
    Raises ``GeenToegang`` without the right, ``DossierGesloten``, and ``Dossier.DoesNotExist`` when the dossier is not
    there for this person. The program itself may take any dossier, but only for the few things it has a right to; the
    named second of a shielded one takes it to sign (``afscherming.tekenen``).
    """
    require(door, recht)
    overal = door.is_systeem or tekent_als_tweede(door, dossier_id)
    dossiers = Dossier.objects.all() if overal else Dossier.objects.visible_to(door)
    dossier = (
        dossiers.select_for_update(of=("self",))
        .select_related("persoon", "regievoerder", "team")
        .get(pk=dossier_id)
    )
    if dossier.gesloten_op is not None and not ook_gesloten:
        raise DossierGesloten(
            _(
                "Dit dossier is gesloten. U kunt het lezen, maar er verandert niets meer in. Is er een reden om ermee "
                "verder te gaan, heropen het dan eerst op het tabblad Vertrek."
            )
        )
    return dossier
