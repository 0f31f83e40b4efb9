"""What the person writes in the portal about a talk: a reaction to its report. A sibling of the act of the staff."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.stem import open_stem
from verantwoord.dossier.models import Portaalaccount, Stem
from verantwoord.toegang.actions import require
from verantwoord.toegang.rechten import Portaalrol, Recht
from verantwoord.vertrekgesprek.actions.aanvulling import voeg_toe
from verantwoord.vertrekgesprek.fouten import PlanningKloptNiet
from verantwoord.vertrekgesprek.keuzes import Reactievorm, Toevoeging
from verantwoord.vertrekgesprek.models import Addendum, Gesprek


@transaction.atomic
def react(*, door: Portaalaccount, dossier_id: UUID, gesprek_id: UUID, tekst: str, op: date) -> Addendum:
    """Keep a reaction to a finished report as it was written; it stands with the report wherever that is read.

    Raises ``Gesprek.DoesNotExist`` when there is no finished report of it in this dossier.
    """
    require(door, Recht.STEM_LATEN_HOREN)
    gesprek = Gesprek.objects.select_for_update(of=("self",)).get(
        pk=gesprek_id, dossier=dossier_id, afgerond_op__isnull=False
    )
    if not tekst.strip():
        raise PlanningKloptNiet(_("Schrijf op wat u wilt zeggen."), veld="tekst")
    zelf = door.rol == Portaalrol.PERSOON
    addendum = voeg_toe(
        gesprek,
        door=door,
        soort=Toevoeging.REACTIE,
        tekst=tekst.strip(),
        vorm=Reactievorm.PORTAAL if zelf else Reactievorm.VIA_GEMACHTIGDE,
        gegeven_op=op,
    )
    open_stem(door=door, dossier_id=dossier_id, soort=Stem.Soort.REACTIE, op=op, over=gesprek.pk)
    return addendum
