"""Saying what must be known to read a figure, and taking that back."""

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.inspectie.fouten import OnderzoekKanNiet
from verantwoord.inspectie.models import Cijferopmerking, Voorlegging
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht


@transaction.atomic
def add_opmerking(
    *, door: Medewerker, soort: str, van_jaar: int, tot_jaar: int, aard: str, tekst: str, bron: str
) -> Cijferopmerking:
    """Let a remark go along with the figures of these years, wherever they are shown or written out."""
    require(door, Recht.CIJFERS_TOELICHTEN)
    if tot_jaar < van_jaar:
        raise OnderzoekKanNiet(_("Het laatste jaar ligt voor het eerste. Draai de twee jaren om."))
    opmerking = Cijferopmerking.objects.create(
        soort=Voorlegging(soort),
        van_jaar=van_jaar,
        tot_jaar=tot_jaar,
        aard=Cijferopmerking.Aard(aard),
        tekst=tekst.strip(),
        bron=bron.strip(),
        door=door,
    )
    record_gebeurtenis(
        soort="cijfer.toegelicht",
        onderwerp=opmerking,
        dossier_id=None,
        door=door,
        gegevens={"soort": soort, "van_jaar": van_jaar, "tot_jaar": tot_jaar},
    )
    return opmerking


@transaction.atomic
def withdraw_opmerking(*, door: Medewerker, opmerking_id: int) -> None:
    """Take one's own remark back; it is kept and no longer shown. What came from the report stays."""
    require(door, Recht.CIJFERS_TOELICHTEN)
    opmerking = Cijferopmerking.objects.filter(
        pk=opmerking_id, door=door, ingetrokken_op__isnull=True
    ).first()
    if opmerking is None:
        raise OnderzoekKanNiet(_("U trekt alleen in wat u zelf schreef, en één keer."))
    opmerking.ingetrokken_op, opmerking.ingetrokken_door = timezone.now(), door
    opmerking.save(update_fields=["ingetrokken_op", "ingetrokken_door"])
    record_gebeurtenis(
        soort="cijfer.toelichting_ingetrokken", onderwerp=opmerking, dossier_id=None, door=door
    )
