"""Ending an emergency early, reviewing it, and saying that nobody did. Opening one needs a dossier and is done there."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models.functions import Now
from django.utils import timezone
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.kern.fouten import DomeinFout
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.nood.models import Noodtoegang
from verantwoord.toegang.rechten import Recht


class GeenNoodtoegang(DomeinFout):
    """There is no such emergency for this person; not there and not allowed look alike."""


class BeoordelenKanNiet(DomeinFout):
    """A review that cannot be given now; the sentence says why."""


@transaction.atomic
def end_noodtoegang(*, door: Medewerker, noodtoegang_id: UUID) -> Noodtoegang:
    """Close one's own before it ends by itself. The review stays owed."""
    gegeven = (
        Noodtoegang.objects.select_for_update(of=("self",))
        .filter(pk=noodtoegang_id, medewerker=door, tot__gt=Now())
        .first()
    )
    if gegeven is None:
        raise GeenNoodtoegang(_("Deze noodtoegang is al voorbij."))
    gegeven.tot = gegeven.vanaf
    gegeven.save(update_fields=["tot"])
    _record(gegeven, "noodtoegang.gesloten", door=door)
    return gegeven


@transaction.atomic
def review_noodtoegang(
    *, door: Medewerker, noodtoegang_id: UUID, oordeel: str, toelichting: str
) -> Noodtoegang:
    """Say afterwards whether the emergency was there: somebody else, once, with the reason."""
    require(door, Recht.NOODTOEGANG_BEOORDELEN)
    gegeven = (
        Noodtoegang.objects.visible_to(door).select_for_update(of=("self",)).filter(pk=noodtoegang_id).first()
    )
    if gegeven is None:
        raise GeenNoodtoegang(_("Deze noodtoegang is er niet."))
    if gegeven.medewerker_id == door.pk:
        raise BeoordelenKanNiet(_("U kunt uw eigen noodtoegang niet beoordelen. Een ander doet dat."))
    if gegeven.oordeel is not None:
        raise BeoordelenKanNiet(_("Deze noodtoegang is al beoordeeld. Ververs de pagina."))
    if not toelichting.strip():
        raise BeoordelenKanNiet(_("Schrijf op waarom u zo oordeelt."))
    gegeven.oordeel, gegeven.toelichting = Noodtoegang.Oordeel(oordeel), toelichting.strip()
    # The database puts its own clock over this.
    gegeven.beoordeeld_door, gegeven.beoordeeld_op = door, timezone.now()
    gegeven.save(update_fields=["oordeel", "toelichting", "beoordeeld_door", "beoordeeld_op"])
    _record(gegeven, "noodtoegang.beoordeeld", door=door, oordeel=oordeel)
    return gegeven


@transaction.atomic
def escalate_noodtoegang(*, door: Medewerker, peildatum: date) -> int:
    """Say of each emergency that nobody reviewed in time that this is so, once; how many there were."""
    require(door, Recht.HERBEOORDELEN)
    te_laat = list(
        Noodtoegang.objects.select_for_update(of=("self",), skip_locked=True)
        .filter(oordeel__isnull=True, geescaleerd_op__isnull=True, beoordelen_voor__lt=peildatum)
        .order_by("beoordelen_voor", "pk")
    )
    for gegeven in te_laat:
        gegeven.geescaleerd_op = timezone.now()
        gegeven.save(update_fields=["geescaleerd_op"])
        _record(gegeven, "noodtoegang.niet_beoordeeld", door=door)
    return len(te_laat)


def _record(gegeven: Noodtoegang, soort: str, *, door: Medewerker, **gegevens: str) -> None:
    record_gebeurtenis(
        soort=soort,
        onderwerp=gegeven,
        dossier_id=gegeven.dossier_id,
        door=door,
        gegevens={"categorie": gegeven.categorie, **gegevens},
    )
