"""All steps of the four routes, by moment and name, in the order in which they usually come."""

from typing import Final

from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.stap import Stap
from verantwoord.toetsing.route.stappen import buiten_schuld, medisch, mensenhandel, schrijnend

STAPPEN: Final[dict[Moment, dict[str, Stap]]] = {
    moment: {stap.naam: stap for stap in kamer.STAPPEN}
    for moment, kamer in (
        (Moment.MEDISCH, medisch),
        (Moment.BUITEN_SCHULD, buiten_schuld),
        (Moment.SCHRIJNEND, schrijnend),
        (Moment.MENSENHANDEL, mensenhandel),
    )
}
