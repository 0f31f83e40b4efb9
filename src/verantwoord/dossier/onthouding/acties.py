"""Ask to withhold one item, sign that as the second, and end it earlier."""

from datetime import date, datetime, timedelta
from typing import Final
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions.slot import lock_dossier
from verantwoord.dossier.models import Onthouding
from verantwoord.dossier.onthouding.keuzes import TE_ONTHOUDEN
from verantwoord.dossier.onthouding.weglaten import BEELD
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht

LANGST: Final = timedelta(days=183)


class OnthoudingKanNiet(DomeinFout):
    """Something that cannot be withheld, signed or ended now; the sentence says why."""


@transaction.atomic
def ask_onthouding(
    *,
    door: Medewerker,
    dossier_id: UUID,
    wat: str,
    welke: str = "",
    grond: str,
    reden: str,
    tot: date,
    vandaag: date,
) -> Onthouding:
    """Ask to withhold an item up to and including a day; it stays shown until another colleague signs."""
    dossier = lock_dossier(dossier_id, door=door, recht=Recht.PORTAAL_AFSCHERMEN, ook_gesloten=True)
    if wat not in TE_ONTHOUDEN:
        raise OnthoudingKanNiet(_("Kies wat de persoon nu niet mag zien."))
    if welke and not wat.startswith(BEELD):
        raise OnthoudingKanNiet(_("Hiervan houdt u alles achter of niets. Laat het nummer leeg."))
    if not reden.strip():
        raise OnthoudingKanNiet(_("Schrijf op waarom de persoon dit nu niet mag zien."))
    if not vandaag <= tot <= vandaag + LANGST:
        raise OnthoudingKanNiet(_("Kies een dag vanaf vandaag en niet later dan over een half jaar."))
    onthouding = Onthouding.objects.create(
        dossier=dossier,
        wat=wat,
        welke=welke,
        grond=Onthouding.Grond(grond),
        reden=reden.strip(),
        tot=tot,
        door=door,
        door_naam=door.naam,
    )
    _record(onthouding, "onthouding.gevraagd", door=door)
    return onthouding


@transaction.atomic
def sign_onthouding(
    *, door: Medewerker, dossier_id: UUID, onthouding_id: UUID, nu: datetime, vandaag: date
) -> Onthouding:
    """Withhold it, as the second who signs; never at one's own request."""
    onthouding = _lock(dossier_id, onthouding_id, door=door, vandaag=vandaag)
    if onthouding.tweede_naam:
        raise OnthoudingKanNiet(_("Een collega heeft al getekend."))
    if door.pk == onthouding.door_id or door.naam == onthouding.door_naam:
        raise OnthoudingKanNiet(_("U vroeg dit zelf. Een collega tekent als tweede."))
    onthouding.tweede, onthouding.tweede_naam, onthouding.getekend_op = door, door.naam, nu
    onthouding.save(update_fields=["tweede", "tweede_naam", "getekend_op"])
    _record(onthouding, "onthouding.getekend", door=door)
    return onthouding


@transaction.atomic
def lift_onthouding(
    *, door: Medewerker, dossier_id: UUID, onthouding_id: UUID, nu: datetime, vandaag: date
) -> Onthouding:
    """Show it again, or leave it shown; one is enough for that."""
    onthouding = _lock(dossier_id, onthouding_id, door=door, vandaag=vandaag)
    onthouding.opgeheven_op, onthouding.opgeheven_naam = nu, door.naam
    onthouding.save(update_fields=["opgeheven_op", "opgeheven_naam"])
    _record(onthouding, "onthouding.opgeheven", door=door)
    return onthouding


def _lock(dossier_id: UUID, onthouding_id: UUID, *, door: Medewerker, vandaag: date) -> Onthouding:
    lock_dossier(dossier_id, door=door, recht=Recht.PORTAAL_AFSCHERMEN, ook_gesloten=True)
    onthouding: Onthouding | None = (
        Onthouding.objects.select_for_update(of=("self",))
        .filter(pk=onthouding_id, dossier=dossier_id, opgeheven_op=None, tot__gte=vandaag)
        .first()
    )
    if onthouding is None:
        raise OnthoudingKanNiet(_("Dit loopt niet meer. Ververs de pagina."))
    return onthouding


def _record(onthouding: Onthouding, soort: str, *, door: Medewerker) -> None:
    # Of what and why nothing goes along: the person may read who did what in their dossier.
    record_gebeurtenis(
        soort=soort,
        onderwerp=onthouding,
        dossier_id=onthouding.dossier_id,
        door=door,
        gegevens={"tot": onthouding.tot.isoformat()},
    )
