"""What the gate adds for signs: the norms count in days, and a sign may come in an hour after the toetsing of that day."""

from collections.abc import Sequence
from typing import Final

import msgspec
from django.utils.translation import gettext as _

from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.antwoord import Beoordeling, Bevinding
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.termijnen import Stand
from verantwoord.toetsing.signalen import open_signalen
from verantwoord.web.datums import dag_maand

_NORM: Final = "toetsing-elk-stadium"


def wacht_op_antwoord(handeling: str, *, dossier: Dossier, beoordeling: Beoordeling) -> Sequence[Bevinding]:
    """Stop an act with coercion while a sign waits for a person's answer, also when it came the same day (report 3.3)."""
    blokkeert = REGISTER[_NORM].blokkeert
    bevinding = next(b for b in beoordeling.bevindingen if b.norm == _NORM)
    if handeling not in blokkeert or bevinding.blokkeert:
        return ()
    op = beoordeling.peildatum
    s = Stand(beeld_of(dossier.pk), op, geldende_parameters().op(op))
    wachtend = open_signalen(s, dossier.pk)
    if not wachtend:
        return ()
    uitleg = _(
        "Op %(dag)s kwam een aanwijzing binnen waarop nog niemand heeft geantwoord. Leg de toetsing opnieuw vast."
    ) % {"dag": dag_maand(wachtend[0].ontvangen_op)}
    return (msgspec.structs.replace(bevinding, oordeel="niet_voldaan", uitleg=uitleg, blokkeert=blokkeert),)
