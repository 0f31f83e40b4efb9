"""Asking to watch or to be watched, answering, and writing what was seen."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.toegang.actions import require
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import GeenToegang, Recht
from verantwoord.vakmanschap.collegas import collega
from verantwoord.vakmanschap.fouten import KanNiet
from verantwoord.vakmanschap.meekijken.models import Criterium, Feedback, Meekijken
from verantwoord.vakmanschap.navertelling import require_navertelling


@transaction.atomic
def ask(*, door: Medewerker, collega_id: UUID, ik_kijk: bool, op: date, peildatum: date) -> Meekijken:
    """Ask a colleague whether one may watch a talk of theirs, or whether they watch one's own."""
    require(door, Recht.VAKMANSCHAP_VOLGEN)
    ander = collega(collega_id, door=door, veld="collega")
    if op < peildatum:
        raise KanNiet(_("Deze dag is voorbij. Kies vandaag of later."), veld="op")
    meekijken = Meekijken.objects.create(
        waarnemer=door if ik_kijk else ander,
        gezien=ander if ik_kijk else door,
        gevraagd_door=door,
        gevraagd_op=peildatum,
        op=op,
    )
    _meld("meekijken.gevraagd", meekijken, door)
    return meekijken


@transaction.atomic
def agree(*, door: Medewerker, meekijken_id: UUID, peildatum: date) -> Meekijken:
    """Say yes to what a colleague asked. Raises ``Meekijken.DoesNotExist``."""
    meekijken = _van(door, meekijken_id)
    if not meekijken.is_gevraagd_aan(door):
        raise GeenToegang(_("Uw collega geeft antwoord op uw vraag."))
    if meekijken.akkoord_op is not None or meekijken.afgezegd_op is not None:
        raise KanNiet(_("Hier is al op geantwoord."))
    meekijken.akkoord_op = peildatum
    meekijken.save(update_fields=["akkoord_op"])
    _meld("meekijken.akkoord", meekijken, door)
    return meekijken


@transaction.atomic
def call_off(*, door: Medewerker, meekijken_id: UUID, peildatum: date) -> Meekijken:
    """Say no, or call it off; either of them may, without a reason, until it took place."""
    meekijken = _van(door, meekijken_id)
    if meekijken.gehouden_op is not None or meekijken.afgezegd_op is not None:
        raise KanNiet(_("Dit kan niet meer: het is al geweest of afgezegd."))
    meekijken.afgezegd_op = peildatum
    meekijken.save(update_fields=["afgezegd_op"])
    _meld("meekijken.afgezegd", meekijken, door)
    return meekijken


@transaction.atomic
def give_feedback(
    *,
    door: Medewerker,
    meekijken_id: UUID,
    gehouden_op: date,
    waarnemingen: Mapping[str, str],
    werkte: str,
    volgende_keer: str,
    peildatum: date,
) -> Feedback:
    """Write what one saw, once; with it is kept that the watching took place.

    ``waarnemingen`` holds a text for each criterium of which something was seen; at least one.
    """
    meekijken = _van(door, meekijken_id)
    if meekijken.waarnemer_id != door.pk:
        raise GeenToegang(_("Wie meekeek, schrijft de feedback."))
    if meekijken.akkoord_op is None or meekijken.afgezegd_op is not None:
        raise KanNiet(_("Uw collega heeft hier nog geen ja op gezegd."))
    if meekijken.gehouden_op is not None:
        raise KanNiet(_("U hebt uw feedback al gegeven."))
    if gehouden_op > peildatum:
        raise KanNiet(_("Deze dag moet nog komen. Vul in wanneer u meekeek."), veld="gehouden_op")
    gezien = {Criterium(wat).value: tekst for wat, tekst in waarnemingen.items() if tekst}
    if not gezien:
        raise KanNiet(_("Schrijf bij ten minste één punt op wat u zag of hoorde."))
    require_navertelling(*gezien.values(), werkte, volgende_keer)
    meekijken.gehouden_op = gehouden_op
    meekijken.save(update_fields=["gehouden_op"])
    feedback = Feedback.objects.create(
        meekijken=meekijken,
        waarnemingen=gezien,
        werkte=werkte,
        volgende_keer=volgende_keer,
        gegeven_op=peildatum,
    )
    _meld("meekijken.feedback_gegeven", meekijken, door)
    return feedback


@transaction.atomic
def reply(*, door: Medewerker, meekijken_id: UUID, antwoord: str, peildatum: date) -> Feedback:
    """Answer the feedback, as the one who was watched. Raises ``DoesNotExist`` while there is none."""
    meekijken = _van(door, meekijken_id)
    if meekijken.gezien_id != door.pk:
        raise GeenToegang(_("Uw collega antwoordt op deze feedback."))
    feedback: Feedback = Feedback.objects.visible_to(door).get(meekijken=meekijken)
    if feedback.beantwoord_op is not None:
        raise KanNiet(_("U hebt al geantwoord."))
    require_navertelling(antwoord)
    feedback.antwoord, feedback.beantwoord_op = antwoord, peildatum
    feedback.save(update_fields=["antwoord", "beantwoord_op"])
    _meld("meekijken.beantwoord", meekijken, door)
    return feedback


def _van(door: Medewerker, meekijken_id: UUID) -> Meekijken:
    require(door, Recht.VAKMANSCHAP_VOLGEN)
    return Meekijken.objects.visible_to(door).van(door).select_for_update(of=("self",)).get(pk=meekijken_id)


def _meld(soort: str, meekijken: Meekijken, door: Medewerker) -> None:
    """Keep that it happened and whom it is told to; never a word of what was written."""
    ander = meekijken.gezien_id if door.pk == meekijken.waarnemer_id else meekijken.waarnemer_id
    record_gebeurtenis(
        soort=soort, onderwerp=meekijken, dossier_id=None, door=door, gegevens={"aan": [str(ander)]}
    )
