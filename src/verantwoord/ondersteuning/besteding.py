"""What was granted from a budget, counted over all dossiers; only sums come out of it, and nobody's name."""

from dataclasses import dataclass
from decimal import Decimal

from django.db.models import Q, Sum

from verantwoord.ondersteuning.keuzes import Besluit, Betaling
from verantwoord.ondersteuning.models import Begroting, Bijdrage
from verantwoord.toegang.context import als_systeem


@dataclass(frozen=True, kw_only=True)
class Besteed:
    """What was granted from a budget: how much was ordered or paid, and how much the office claimed back later."""

    toegekend: Decimal
    betaald: Decimal
    teruggevorderd: Decimal

    @property
    def open(self) -> Decimal:
        """What was granted and not paid yet."""
        return self.toegekend - self.betaald


def besteed_uit(begroting: Begroting, *, zonder: Bijdrage | None = None) -> Besteed:
    """What was granted from this budget, over all dossiers; only sums come out of it."""
    with als_systeem():
        geteld = Bijdrage.objects.filter(
            begroting=begroting, besluit__in=[Besluit.TOEGEKEND, Besluit.DEELS]
        ).exclude(betaling=Betaling.VERVALLEN)
        if zonder is not None:
            geteld = geteld.exclude(pk=zonder.pk)
        sommen = geteld.aggregate(
            toegekend=Sum("bedrag"),
            betaald=Sum("bedrag", filter=Q(betaling__in=[Betaling.BETAALD, Betaling.TERUGGEVORDERD])),
            teruggevorderd=Sum("bedrag", filter=Q(betaling=Betaling.TERUGGEVORDERD)),
        )
    return Besteed(**{naam: som or Decimal(0) for naam, som in sommen.items()})
