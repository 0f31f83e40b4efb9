"""What waits of the support somebody was promised: a decision, a payment, something in kind, a country that must answer.

Nothing here waits for the person, and silence worsens nothing.
"""

from collections.abc import Iterator
from typing import Final
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from verantwoord.dossier.bronnen import bron_in_woorden
from verantwoord.kern.normen import REGISTER
from verantwoord.kern.termijnen import Stand
from verantwoord.ondersteuning.queries import (
    bijdragen_of,
    derde_landen_of,
    regelingen_of,
    voorstellen_of,
)
from verantwoord.ondersteuning.steunblad import Wacht, wacht_op_steun
from verantwoord.toegang.models import Medewerker
from verantwoord.werkplek.watnu import Plicht

_STEUN: Final = "ondersteuning-volledig-besproken"


def steun(s: Stand, dossier_id: UUID, *, viewer: Medewerker) -> Iterator[Plicht]:
    """One duty for each promise that is not there yet."""
    wachtend = wacht_op_steun(
        dossier_id,
        list(bijdragen_of(dossier_id, viewer=viewer)),
        list(derde_landen_of(dossier_id, viewer=viewer)),
        list(regelingen_of(dossier_id, viewer=viewer)),
        list(voorstellen_of(dossier_id, viewer=viewer, alleen_wachtend=True)),
        wie=s.beeld.regievoerder or _("De regievoerder"),
        vandaag=s.op,
    )
    for wacht in wachtend:
        yield _plicht(wacht, dossier_id)


def _plicht(wacht: Wacht, dossier_id: UUID) -> Plicht:
    return Plicht(
        titel=f"{wacht.wat}.",
        uitleg=_("Dit ligt bij: %(wie)s. De regie blijft bij de regievoerder.") % {"wie": wacht.wie},
        datum=wacht.op,
        bron=bron_in_woorden(REGISTER[_STEUN].bron[0]),
        actie=wacht.actie,
        actie_url=wacht.actie_url or reverse("ondersteuning:wensen", args=[dossier_id]),
        afwijking="",
        afwijken_url="",
    )
