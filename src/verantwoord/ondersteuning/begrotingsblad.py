"""Budgets as a page shows them: what there is, what was granted and paid, what is left, and a bar of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from django.utils.formats import number_format
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from verantwoord.ondersteuning import queries
from verantwoord.ondersteuning.besteding import Besteed, besteed_uit
from verantwoord.ondersteuning.models import Begroting, Begrotingsstap
from verantwoord.toegang.models import Medewerker
from verantwoord.web.grafiek.svg import INK_2, PAPER, PETROL, TINT, drawing, element, join

BREED: Final = 300
HOOG: Final = 24


@dataclass(frozen=True, kw_only=True)
class Begrotingsregel:
    """One budget with what was granted from it."""

    begroting: Begroting
    besteed: Besteed
    stappen: Sequence[Begrotingsstap]

    @property
    def over(self) -> Decimal:
        return self.begroting.bedrag - self.besteed.toegekend

    @property
    def titel(self) -> str:
        wie = self.begroting.team.naam if self.begroting.team else _("alle teams zonder eigen begroting")
        return _("%(jaar)d, %(wie)s") % {"jaar": self.begroting.jaar, "wie": wie}

    @property
    def balk(self) -> SafeString:
        """Paid, granted and left in one bar; the table beside it says the same in figures."""
        return teken_balk(
            betaald=self.besteed.betaald,
            toegekend=self.besteed.toegekend,
            totaal=self.begroting.bedrag,
            titel=self.titel,
            sleutel=f"begroting-{self.begroting.pk}",
        )


def begrotingsregels(*, viewer: Medewerker) -> list[Begrotingsregel]:
    """The budgets that this person may use, the newest year first."""
    return [
        Begrotingsregel(
            begroting=begroting,
            besteed=besteed_uit(begroting),
            stappen=list(begroting.stappen.all()),
        )
        for begroting in queries.begrotingen_for(viewer=viewer)
    ]


def euro(bedrag: Decimal) -> str:
    """An amount as people write it, with the two figures that are cents."""
    return f"€\N{NO-BREAK SPACE}{number_format(bedrag, 2, use_l10n=True, force_grouping=True)}"


def teken_balk(
    *, betaald: Decimal, toegekend: Decimal, totaal: Decimal, titel: str, sleutel: str
) -> SafeString:
    """Return the bar: dark is paid, light is granted, empty is left. Nothing is drawn beyond the amount itself."""
    heel = totaal or Decimal(1)

    def tot(bedrag: Decimal) -> float:
        return float(min(bedrag, heel) / heel) * (BREED - 2)

    uitleg = _("Van %(totaal)s is %(toegekend)s toegekend, waarvan %(betaald)s is betaald.") % {
        "totaal": euro(totaal),
        "toegekend": euro(toegekend),
        "betaald": euro(betaald),
    }
    vlakken = [
        element("rect", x=1, y=1, width=BREED - 2, height=HOOG - 2, fill=PAPER, stroke=INK_2),
        element("rect", x=1, y=1, width=tot(toegekend), height=HOOG - 2, fill=TINT, stroke=PETROL),
        element("rect", x=1, y=1, width=tot(betaald), height=HOOG - 2, fill=PETROL),
    ]
    return drawing(BREED, HOOG, titel=titel, uitleg=uitleg, sleutel=sleutel, inhoud=join(vlakken))
