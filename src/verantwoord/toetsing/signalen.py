"""Whether a sign still waits for a person. Asked by the cards, and by the gate, which nobody passes by who they are."""

from collections.abc import Sequence
from uuid import UUID

from verantwoord.kern.termijnen import Stand
from verantwoord.toetsing.models import Signaal, Toetsing
from verantwoord.toetsing.stand import telt_niet_in


def is_open(signaal: Signaal, rijen: Sequence[Toetsing], s: Stand) -> bool:
    """Whether no toetsing that counts has answered it, by its day or because it was recorded only afterwards.

    ``rijen`` are the records of the same moment.
    """
    tellend = s.laatste_toetsing.get(signaal.moment)
    if tellend is None or signaal.ontvangen_op > tellend.getoetst_op:
        return True
    return signaal.afgehandeld_op is None and all(
        rij.vastgelegd_op < signaal.vastgelegd_op for rij in rijen if not telt_niet_in(s, rij)
    )


def open_signalen(s: Stand, dossier_id: UUID) -> list[Signaal]:
    """The signs that nobody has answered on the day of ``s``, oldest first."""
    signalen = Signaal.objects.filter(dossier=dossier_id, ontvangen_op__lte=s.op).order_by("ontvangen_op")
    rijen = list(Toetsing.objects.filter(dossier=dossier_id, getoetst_op__lte=s.op))
    return [x for x in signalen if is_open(x, [t for t in rijen if t.moment == x.moment], s)]
