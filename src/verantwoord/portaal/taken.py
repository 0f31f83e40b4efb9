"""The jobs of the portal."""

from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verantwoord.portaal.afschrift.acties import MAAK, clear_afschriften, make_afschrift
from verantwoord.taken.register import taak
from verantwoord.toegang.models import Medewerker


@taak(MAAK, titel=_("Een afschrift van een dossier maken voor de persoon"), eigen_transacties=True)
def maak_afschrift(*, door: Medewerker, afschrift_id: UUID) -> None:
    # As whoever asked in the portal, who is no colleague; the queue knows colleagues alone.
    del door
    make_afschrift(afschrift_id, nu=timezone.now())


@taak("afschrift.ruim_op", titel=_("Verlopen afschriften weggooien"), rooster="35 * * * *")
def ruim_afschriften_op(*, door: Medewerker) -> None:
    del door
    clear_afschriften(nu=timezone.now())
