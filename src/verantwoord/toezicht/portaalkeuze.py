"""What the person chose in the portal about the tests that a country asks, until whoever directs the case writes it down."""

from dataclasses import dataclass
from uuid import UUID

from verantwoord.dossier.models import Stem
from verantwoord.toegang.rechten import Portaalrol
from verantwoord.toezicht.keuzes import KEUZEWOORDEN

_BIJ_WOORDEN = {woorden: keuze for keuze, woorden in KEUZEWOORDEN.items()}


@dataclass(frozen=True, kw_only=True)
class Portaalkeuze:
    """``keuze`` is ``ja``, ``nee`` or ``intrekken``; ``stem`` is the message in which it was said."""

    keuze: str
    stem: Stem


def keuzes_in_portaal(dossier_id: UUID) -> dict[UUID, Portaalkeuze]:
    """The last choice of the person about each test, as the database shows it to whoever came in by the portal."""
    gezegd = Stem.objects.filter(
        dossier=dossier_id,
        soort=Stem.Soort.TOESTEMMING,
        account__rol=Portaalrol.PERSOON,
        berichten__isnull=False,
    )
    return {
        stem.over: Portaalkeuze(keuze=keuze, stem=stem)
        for stem in gezegd.order_by("vastgelegd_op").prefetch_related("berichten")
        if stem.over is not None and (keuze := _keuze(stem))
    }


def _keuze(stem: Stem) -> str:
    """The choice stands in the first line of its only message, in the same words each time."""
    return _BIJ_WOORDEN.get(stem.berichten.all()[0].tekst.partition("\n")[0], "")
