"""Whether anything of a promise may wait in a dossier, as a condition that goes along with the question for the dossier."""

from functools import reduce
from operator import or_

from django.db.models import BooleanField, Exists, ExpressionWrapper, OuterRef, Q

from verantwoord.ondersteuning.keuzes import Betaling
from verantwoord.ondersteuning.models import Bijdrage, DerdeLand, Regeling, Verwijzing


def steun_wacht() -> ExpressionWrapper:
    """True where a contribution, another country, something in kind or the answer to a proposal may wait."""
    vragen = (
        Bijdrage.objects.filter(
            Q(besluit__isnull=True) | Q(betaling__in=[Betaling.GOEDGEKEURD, Betaling.OPGEDRAGEN]),
            dossier=OuterRef("pk"),
        ),
        DerdeLand.objects.filter(dossier=OuterRef("pk")),
        Regeling.objects.lopend().filter(dossier=OuterRef("pk")),
        Verwijzing.objects.wachtend().filter(dossier=OuterRef("pk")),
    )
    return ExpressionWrapper(reduce(or_, map(Exists, vragen)), output_field=BooleanField())
