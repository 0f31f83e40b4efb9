"""Making and revoking the secret link of one's own agenda."""

import secrets

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.bewaking.queries import WERKT_MET_DOSSIERS
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang
from verantwoord.toegang.sleutels import digest_of
from verantwoord.werkplek.agenda.models import Agendalink


@transaction.atomic
def renew_agendalink(*, door: Medewerker) -> str:
    """Make a new link and revoke the one before; return its secret, which is shown once and cannot be read back."""
    if door.rol not in WERKT_MET_DOSSIERS:
        raise GeenToegang(_("Met uw rol heeft u geen agenda met dossiers."))
    _lock(door)
    _trek_in(door)
    geheim = secrets.token_urlsafe(32)
    link = Agendalink.objects.create(medewerker=door, digest=digest_of(geheim))
    record_gebeurtenis(soort="agendalink.gemaakt", onderwerp=link, dossier_id=None, door=door)
    return geheim


@transaction.atomic
def revoke_agendalink(*, door: Medewerker) -> bool:
    """Let the link of one's own open nothing any more; tell whether there was one."""
    _lock(door)
    return _trek_in(door)


def _lock(door: Medewerker) -> None:
    """Let two windows of one person act one after the other."""
    Medewerker.objects.select_for_update().only("pk").get(pk=door.pk)


def _trek_in(door: Medewerker) -> bool:
    link = Agendalink.objects.visible_to(door).filter(ingetrokken_op__isnull=True).first()
    if link is None:
        return False
    link.ingetrokken_op = timezone.now()
    link.save(update_fields=["ingetrokken_op"])
    record_gebeurtenis(soort="agendalink.ingetrokken", onderwerp=link, dossier_id=None, door=door)
    return True
