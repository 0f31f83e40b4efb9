"""The form of every step, by moment and name."""

from typing import Final

from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.route.formulieren import buiten_schuld, medisch, mensenhandel, schrijnend
from verantwoord.toetsing.route.formulieren.basis import Stapformulier

FORMULIEREN: Final[dict[Moment, dict[str, type[Stapformulier]]]] = {
    moment: {form.stap.naam: form for form in kamer.FORMULIEREN}
    for moment, kamer in (
        (Moment.MEDISCH, medisch),
        (Moment.BUITEN_SCHULD, buiten_schuld),
        (Moment.SCHRIJNEND, schrijnend),
        (Moment.MENSENHANDEL, mensenhandel),
    )
}
