"""The jobs of the reading desk."""

from uuid import UUID

from django.utils.translation import gettext_lazy as _

from verantwoord.inspectie.leesdesk.actions import MAAK
from verantwoord.inspectie.leesdesk.maken import make_exemplaren
from verantwoord.taken.register import taak
from verantwoord.toegang.models import Medewerker


@taak(MAAK, titel=_("Leesexemplaren zonder namen maken"), eigen_transacties=True)
def maak(*, door: Medewerker, onderzoek_id: UUID) -> None:
    make_exemplaren(onderzoek_id, door=door)
