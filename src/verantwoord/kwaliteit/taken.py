"""The jobs of this room."""

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verantwoord.kwaliteit.fasen import werk_fasen_bij
from verantwoord.kwaliteit.maten.bestand import schrijf_bestand
from verantwoord.kwaliteit.perioden import laatste
from verantwoord.kwaliteit.publicatie.maken import publiceer
from verantwoord.taken.register import taak
from verantwoord.toegang.models import Medewerker


@taak(
    "kwaliteit.kenmerken",
    titel=_("Het bestand voor de kwaliteitsmeting schrijven"),
    rooster="20 3 * * *",
    eigen_transacties=True,
)
def kenmerken(*, door: Medewerker) -> None:
    """After the norms were asked again for the day: first the fasen, then everything as of one moment."""
    del door
    werk_fasen_bij(op=timezone.localdate())
    schrijf_bestand()


@taak(
    "kwaliteit.publiceer",
    titel=_("De vaste cijfers van het laatste kwartaal maken"),
    rooster="40 3 * * *",
    eigen_transacties=True,
)
def vaste_cijfers(*, door: Medewerker) -> None:
    """In the first night after a quarter; every other night there is nothing to make."""
    del door
    publiceer(laatste(timezone.localdate()))
