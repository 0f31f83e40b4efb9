"""Closing the portal for somebody's own safety: one asks with a reason and an end, another signs, it ends by itself.

Whoever reads along on somebody's telephone may not find there that help was asked. What is kept here is seen by who
directs the case; the person may ask for it later. AVG art. 23(1)(i); UAVG art. 41.
"""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import models, transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.models import Dossier, Portaalafscherming, Portaalsessie
from verantwoord.dossier.portaal.acties import PortaalKanNiet
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

LANGST: Final = timedelta(days=183)


@transaction.atomic
def ask_afscherming(
    *, door: Medewerker, dossier_id: UUID, reden: str, tot: date, ook_gemachtigden: bool, vandaag: date
) -> Portaalafscherming:
    """Ask to close the portal up to and including a day. Nothing closes until another colleague signs."""
    dossier = _lock(dossier_id, door=door)
    if not reden.strip():
        raise PortaalKanNiet(_("Schrijf op waarom het veiliger is dat het portaal dicht is."))
    if not vandaag <= tot <= vandaag + LANGST:
        raise PortaalKanNiet(_("Kies een dag vanaf vandaag en niet later dan over een half jaar."))
    if _lopend(dossier, op=vandaag).exists():
        raise PortaalKanNiet(_("Er loopt al een verzoek, of het portaal is al dicht. Ververs de pagina."))
    afscherming = Portaalafscherming.objects.create(
        persoon=dossier.persoon,
        reden=reden.strip(),
        tot=tot,
        ook_gemachtigden=ook_gemachtigden,
        door=door,
        door_naam=door.naam,
    )
    _record(dossier, afscherming, "portaal.afscherming_gevraagd", door=door)
    return afscherming


@transaction.atomic
def sign_afscherming(
    *, door: Medewerker, dossier_id: UUID, afscherming_id: UUID, nu: datetime, vandaag: date
) -> None:
    """Close it, as the second who signs; never at one's own request. Who is in is out at once."""
    dossier, afscherming = _lock_afscherming(dossier_id, afscherming_id, door=door, vandaag=vandaag)
    if afscherming.tweede_naam:
        raise PortaalKanNiet(_("Een collega heeft al getekend. Het portaal is dicht."))
    if door.pk == afscherming.door_id or door.naam == afscherming.door_naam:
        raise PortaalKanNiet(_("U vroeg dit zelf. Een collega tekent als tweede."))
    afscherming.tweede, afscherming.tweede_naam, afscherming.getekend_op = door, door.naam, nu
    afscherming.save(update_fields=["tweede", "tweede_naam", "getekend_op"])
    with als_systeem():
        Portaalsessie.objects.filter(account__persoon=dossier.persoon_id).delete()
        if afscherming.ook_gemachtigden:
            Portaalsessie.objects.filter(dossier__persoon=dossier.persoon_id).delete()
    _record(dossier, afscherming, "portaal.afgeschermd", door=door)


@transaction.atomic
def lift_afscherming(
    *, door: Medewerker, dossier_id: UUID, afscherming_id: UUID, reden: str, nu: datetime, vandaag: date
) -> None:
    """Open the portal again, or refuse to close it; one is enough for that."""
    dossier, afscherming = _lock_afscherming(dossier_id, afscherming_id, door=door, vandaag=vandaag)
    if not reden.strip():
        raise PortaalKanNiet(_("Schrijf op waarom het portaal open kan."))
    afscherming.opgeheven_op, afscherming.opgeheven_naam = nu, door.naam
    afscherming.opgeheven_reden = reden.strip()
    afscherming.save(update_fields=["opgeheven_op", "opgeheven_naam", "opgeheven_reden"])
    _record(dossier, afscherming, "portaal.afscherming_opgeheven", door=door)


def _lock(dossier_id: UUID, *, door: Medewerker) -> Dossier:
    return lock_dossier(dossier_id, door=door, recht=Recht.PORTAAL_AFSCHERMEN, ook_gesloten=True)


def _lopend(dossier: Dossier, *, op: date) -> models.QuerySet[Portaalafscherming]:
    return Portaalafscherming.objects.filter(persoon=dossier.persoon_id, opgeheven_op=None, tot__gte=op)


def _lock_afscherming(
    dossier_id: UUID, afscherming_id: UUID, *, door: Medewerker, vandaag: date
) -> tuple[Dossier, Portaalafscherming]:
    dossier = _lock(dossier_id, door=door)
    afscherming = (
        _lopend(dossier, op=vandaag).select_for_update(of=("self",)).filter(pk=afscherming_id).first()
    )
    if afscherming is None:
        raise PortaalKanNiet(_("Dit is al opgeheven of voorbij. Ververs de pagina."))
    return dossier, afscherming


def _record(dossier: Dossier, afscherming: Portaalafscherming, soort: str, *, door: Medewerker) -> None:
    # Why is read where the closing itself is read, and nowhere else.
    record_gebeurtenis(
        soort=soort,
        onderwerp=afscherming,
        dossier_id=dossier.pk,
        door=door,
        gegevens={"tot": afscherming.tot.isoformat()},
    )
