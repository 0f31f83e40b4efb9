"""What the person decides in the portal about medical information: yes, no, or a yes taken back.

The facts and the history are those of the steps that the staff takes. A no changes nothing but itself (AVG art. 7, 9).
"""

from datetime import date
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions import change_feiten
from verantwoord.dossier.actions.stem import open_stem
from verantwoord.dossier.feiten import beeld_of
from verantwoord.dossier.models import Dossier, Portaalaccount, Stem
from verantwoord.dossier.parameters import geldende_parameters
from verantwoord.kern.termijnen import Stand
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.rechten import Recht
from verantwoord.toetsing.keuzes import Moment
from verantwoord.toetsing.models import Routeregel
from verantwoord.toetsing.route.stap import StapFout
from verantwoord.toetsing.route.stappen import STAPPEN
from verantwoord.toetsing.tekst import vinger_van

# Kept as it is, whatever language the portal speaks.
_GEKOZEN: Final = "Gekozen in het portaal, na dezelfde uitleg over ja en nee."
_STAP: Final = {"ja": "toestemming", "nee": "toestemming", "intrekken": "intrekken"}


@transaction.atomic
def choose_toestemming(*, door: Portaalaccount, dossier_id: UUID, keuze: str, op: date) -> Routeregel | None:
    """Keep ``ja``, ``nee`` or ``intrekken``; nothing when that is what holds already.

    The facts are weighed as the program, for the norms read all of them; the person signs. Raises ``StapFout``.
    """
    require(door, Recht.TOESTEMMING_GEVEN)
    if keuze not in _STAP:
        raise StapFout(_("Kies een antwoord."))
    stap = STAPPEN[Moment.MEDISCH][_STAP[keuze]]
    invoer = {"op": op, "antwoord": keuze} if keuze != "intrekken" else {"op": op}
    dossier = Dossier.objects.select_for_update().get(pk=dossier_id)
    with als_systeem():
        s = Stand(beeld_of(dossier.pk), op, geldende_parameters().op(op))
        nieuw = stap.verander(s, invoer)
        if nieuw == s.beeld:
            return None
        regel = Routeregel.objects.create(
            dossier=dossier,
            moment=stap.moment,
            stap=stap.naam,
            op=op,
            invoer={**invoer, "op": op.isoformat(), "namens": "persoon"},
            toelichting=_GEKOZEN,
            toelichting_vinger=vinger_van(_GEKOZEN),
            door=None,
            door_naam=door.naam,
        )
        change_feiten(
            dossier,
            lambda _beeld: nieuw,
            door=door,
            soort=stap.soort,
            gegevens={"route": stap.moment.value, "stap": stap.naam},
        )
    open_stem(door=door, dossier_id=dossier_id, soort=Stem.Soort.TOESTEMMING, op=op, over=regel.pk)
    return regel
