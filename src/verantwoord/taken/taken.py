"""The jobs that keep the queue itself in order."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verantwoord.taken.register import taak
from verantwoord.taken.werker import herneem_gestrande, ruim_oude_op
from verantwoord.toegang.models import Medewerker


@taak("taken.herneem", titel=_("Taken hervatten die zijn blijven steken"), rooster="*/5 * * * *")
def herneem(*, door: Medewerker) -> None:
    del door
    herneem_gestrande()


@taak("taken.ruim_op", titel=_("Oude taken opruimen"), rooster="40 2 * * *")
def ruim_op(*, door: Medewerker) -> None:
    del door
    ruim_oude_op(nu=timezone.now())
