"""Reminding, marking as read, and choosing about mail."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import date, timedelta
from itertools import islice
from typing import Final
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from verantwoord.bewaking.models import OpenBevinding
from verantwoord.dossier.models import Vervanging
from verantwoord.keten.models import InkomendBericht
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Recht, Rol
from verantwoord.werkplek.meldingen.models import Mailvoorkeur, Melding
from verantwoord.werkplek.meldingen.rollen import rollen_met

# A duty is said when its last day is no further away than this.
VOORAF: Final = timedelta(days=3)
_PARTIJ: Final = 1000


@transaction.atomic
def remind_plichten(*, door: Medewerker, peildatum: date) -> None:
    """Tell each regievoerder, and who stands in, which duties end within three days.

    Each last day is said once, however often this runs.
    """
    require(door, Recht.HERBEOORDELEN)
    bijna = OpenBevinding.objects.filter(
        tot__isnull=True,
        gevolg="taak",
        uiterlijk_op__range=(peildatum, peildatum + VOORAF),
        dossier__gesloten_op__isnull=True,
    ).order_by("pk")
    luisteraars = _luisteraars(peildatum)
    rijen = bijna.values_list(
        "dossier__regievoerder_id", "dossier__afgeschermd", "dossier_id", "norm", "uiterlijk_op"
    )
    alle = rijen.iterator(chunk_size=_PARTIJ)
    while partij := list(islice(alle, _PARTIJ)):
        Melding.objects.bulk_create(
            [
                Melding(
                    medewerker_id=wie,
                    soort=Melding.Soort.PLICHT,
                    dossier_id=dossier_id,
                    norm=norm,
                    uiterlijk_op=op,
                )
                for regievoerder, afgeschermd, dossier_id, norm, op in partij
                # A shielded dossier is seen by its regievoerder alone.
                for wie in luisteraars[regievoerder]
                if wie == regievoerder or not afgeschermd
            ],
            ignore_conflicts=True,
        )


def _luisteraars(op: date) -> Mapping[UUID | None, list[UUID]]:
    """Who is told about the dossiers of each regievoerder on a day: those of them who still work here."""
    wie: dict[UUID | None, list[UUID]] = defaultdict(list)
    regievoerders = Medewerker.objects.filter(rol=Rol.REGIEVOERDER, is_active=True)
    for pk in regievoerders.values_list("pk", flat=True):
        wie[pk].append(pk)
    vervangingen = Vervanging.objects.op(op).filter(vervanger__is_active=True)
    for voor, vervanger in vervangingen.values_list("regievoerder_id", "vervanger_id"):
        wie[voor].append(vervanger)
    return wie


@transaction.atomic
def notify_quarantaine(*, door: Medewerker) -> None:
    """Tell who repairs messages that some wait; again only when another came after the last time it was told."""
    require(door, Recht.HERBEOORDELEN)
    laatste = InkomendBericht.objects.in_quarantaine().aggregate(laatste=Max("binnen_op"))["laatste"]
    if laatste is None:
        return
    gehoord = Melding.objects.filter(soort=Melding.Soort.QUARANTAINE, gemaakt_op__gte=laatste)
    herstellers = Medewerker.objects.filter(
        rol__in=rollen_met(Recht.QUARANTAINE_BEHANDELEN), is_active=True
    ).exclude(pk__in=gehoord.values("medewerker"))
    Melding.objects.bulk_create(
        [Melding(medewerker=wie, soort=Melding.Soort.QUARANTAINE) for wie in herstellers],
        ignore_conflicts=True,
    )


@transaction.atomic
def mark_gelezen(*, door: Medewerker, tot_en_met: int) -> None:
    """Mark one's own notifications as read up to the last one that was on the page: what came since stays unread."""
    ongelezen = Melding.objects.visible_to(door).ongelezen()
    ongelezen.filter(pk__lte=tot_en_met).update(gelezen_op=timezone.now())


@transaction.atomic
def open_melding(*, door: Medewerker, melding_id: int) -> Melding:
    """Mark one of one's own as read and return it. Raises ``Melding.DoesNotExist``, also for somebody else's."""
    melding = Melding.objects.visible_to(door).select_for_update().get(pk=melding_id)
    if melding.gelezen_op is None:
        melding.gelezen_op = timezone.now()
        melding.save(update_fields=["gelezen_op"])
    return melding


@transaction.atomic
def choose_mail(*, door: Medewerker, adres: str, per_mail: bool) -> None:
    """Keep whether and where one wants mail; without an address there is none."""
    Mailvoorkeur.objects.update_or_create(medewerker=door, defaults={"adres": adres, "per_mail": per_mail})
