"""The facts of one dossier on a day, with what the norms say of them: for pages and for acts that ask more than the gate."""

from datetime import date

from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.beoordeling import beoordeel_stand
from verantwoord.kern.dossierbeeld import Dossierbeeld
from verantwoord.kern.termijnen import Stand


def beoordeel_op(beeld: Dossierbeeld, peildatum: date) -> tuple[Stand, Beoordeling]:
    """Work out both at once, so that nobody asks the norms twice."""
    parameters = geldende_parameters()
    s = Stand(beeld, peildatum, parameters.op(peildatum))
    return s, beoordeel_stand(s, regelset=parameters.regelset)


def bevinding_van(beoordeling: Beoordeling, norm: str) -> Bevinding:
    """The answer of one norm about the dossier."""
    return next(b for b in beoordeling.bevindingen if b.norm == norm)
