"""The person contests what is kept; somebody who directs the case decides, with a reason that the person reads."""

from datetime import date, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.models import Betwisting, Betwistmerk, Dossier
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.betwisting import ONDERWERPEN
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Portaalrol, Recht, Wie

# AVG art. 12(3) gives a month; four weeks is never more.
ANTWOORD_BINNEN: Final = timedelta(weeks=4)


class BetwistingKanNiet(DomeinFout):
    """It was decided or taken back before, or there is no such thing to contest."""


@transaction.atomic
def contest_feit(
    *, door: Wie, dossier_id: UUID, onderwerp: str, wat_klopt_niet: str, hoe_dan: str, over: str, op: date
) -> Betwisting:
    """Keep that something is not right, in the person's words, and let the mark go where the fact goes.

    ``door`` is somebody in the portal who looks at this dossier: the database refuses any other. The same words on the
    same day, while they wait, are said once: a button that was pressed twice.
    """
    require(door, Recht.STEM_LATEN_HOREN)
    if onderwerp not in ONDERWERPEN:
        raise BetwistingKanNiet(_("Kies waar het over gaat."))
    Dossier.objects.select_for_update().only("pk").filter(pk=dossier_id).first()
    dezelfde = Betwisting.objects.filter(
        dossier=dossier_id, onderwerp=onderwerp, over=over, wat_klopt_niet=wat_klopt_niet.strip(), gemeld_op=op,
        gemeld_naam=door.naam, besloten_op=None, ingetrokken_op=None,
    ).first()  # fmt: skip
    if dezelfde is not None:
        return dezelfde
    betwisting = Betwisting.objects.create(
        dossier_id=dossier_id,
        onderwerp=onderwerp,
        over=over,
        wat_klopt_niet=wat_klopt_niet.strip(),
        hoe_dan=hoe_dan.strip(),
        gemeld_op=op,
        gemeld_naam=door.naam,
        antwoord_voor=op + ANTWOORD_BINNEN,
    )
    Betwistmerk.objects.create(
        betwisting=betwisting,
        dossier_id=dossier_id,
        onderwerp=onderwerp,
        categorie=ONDERWERPEN[onderwerp].categorie,
        sinds=op,
    )
    record_gebeurtenis(
        soort="betwisting.gemeld",
        onderwerp=betwisting,
        dossier_id=dossier_id,
        door=door,
        gegevens={"onderwerp": onderwerp},
    )
    return betwisting


@transaction.atomic
def withdraw_betwisting(*, door: Wie, dossier_id: UUID, betwisting_id: UUID, op: date) -> Betwisting:
    """Take it back; the words stay, the mark goes. Whoever has a mandate takes back what they said themselves."""
    require(door, Recht.STEM_LATEN_HOREN)
    betwisting = _vergrendel(dossier_id, betwisting_id)
    if not mag_terugnemen(betwisting, door=door):
        raise Betwisting.DoesNotExist
    betwisting.ingetrokken_op = op
    betwisting.save(update_fields=["ingetrokken_op"])
    _einde(betwisting, op)
    record_gebeurtenis(soort="betwisting.ingetrokken", onderwerp=betwisting, dossier_id=dossier_id, door=door)
    return betwisting


def mag_terugnemen(betwisting: Betwisting, *, door: Wie) -> bool:
    """Whether it is theirs to take back: the person's any, of whoever has a mandate what they said themselves."""
    return door.rol == Portaalrol.PERSOON or betwisting.gemeld_naam == door.naam


@transaction.atomic
def decide_betwisting(
    *, door: Medewerker, dossier_id: UUID, betwisting_id: UUID, besluit: str, motivering: str, op: date
) -> Betwisting:
    """Say whether it was put right, and why; the person reads the reason. The fact itself is changed where it is kept."""
    lock_dossier(dossier_id, door=door, ook_gesloten=True)
    betwisting = _vergrendel(dossier_id, betwisting_id)
    betwisting.besluit = Betwisting.Besluit(besluit)
    betwisting.motivering = motivering.strip()
    betwisting.besloten_op = op
    betwisting.besloten_door = door
    betwisting.besloten_naam = door.naam
    betwisting.save(update_fields=["besluit", "motivering", "besloten_op", "besloten_door", "besloten_naam"])
    _einde(betwisting, op)
    record_gebeurtenis(
        soort="betwisting.besloten",
        onderwerp=betwisting,
        dossier_id=dossier_id,
        door=door,
        gegevens={"onderwerp": betwisting.onderwerp, "besluit": besluit},
    )
    return betwisting


def _vergrendel(dossier_id: UUID, betwisting_id: UUID) -> Betwisting:
    betwisting = Betwisting.objects.select_for_update().get(pk=betwisting_id, dossier=dossier_id)
    if not betwisting.wacht:
        raise BetwistingKanNiet(
            _("Hierover is al besloten, of het is ingetrokken. Lees eerst wat er nu staat.")
        )
    return betwisting


def _einde(betwisting: Betwisting, op: date) -> None:
    Betwistmerk.objects.filter(betwisting=betwisting).update(tot=op)
