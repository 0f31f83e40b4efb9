"""What a partner's own program says in a meeting: a first position, a vote, that an action is done. Each id counts once.

What the step of the item does not allow is refused at once and kept by nobody: a position or a vote that came too late
is not one that somebody may still count tomorrow (report §3.4; norm lko-unaniem).
"""

import hashlib
import json
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.kern.fouten import DomeinFout
from verantwoord.keten.models import InkomendBericht
from verantwoord.overleg import actions
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker

Status = InkomendBericht.Status


class AnderBericht(DomeinFout):
    """Something else was sent before under this id."""


@transaction.atomic
def deliver_standpunt(
    *,
    door: Medewerker,
    bericht_id: UUID,
    punt_id: UUID,
    oordeel: str,
    motivering: str,
    versie: int,
    nu: datetime,
) -> bool:
    """Write the first position of an organisation; tell whether this message is new. Raises as ``give_standpunt``."""
    return _eenmaal(
        lambda: actions.give_standpunt(
            door=door, punt_id=punt_id, oordeel=oordeel, motivering=motivering, versie=versie, nu=nu
        ),
        door=door,
        bericht_id=bericht_id,
        inhoud={"standpunt": str(punt_id), "oordeel": oordeel, "motivering": motivering, "versie": versie},
    )


@transaction.atomic
def deliver_stem(
    *, door: Medewerker, bericht_id: UUID, punt_id: UUID, oordeel: str, motivering: str, nu: datetime
) -> bool:
    """Vote for an organisation; tell whether this message is new. Raises as ``cast_stem``."""
    return _eenmaal(
        lambda: actions.cast_stem(door=door, punt_id=punt_id, oordeel=oordeel, motivering=motivering, nu=nu),
        door=door,
        bericht_id=bericht_id,
        inhoud={"stem": str(punt_id), "oordeel": oordeel, "motivering": motivering},
    )


@transaction.atomic
def deliver_afronding(
    *, door: Medewerker, bericht_id: UUID, actie_id: UUID, gereed_op: date, peildatum: date
) -> bool:
    """Say that an action of a meeting is done; tell whether this message is new. Raises as ``finish_actie``."""
    return _eenmaal(
        lambda: actions.finish_actie(door=door, actie_id=actie_id, gereed_op=gereed_op, peildatum=peildatum),
        door=door,
        bericht_id=bericht_id,
        inhoud={"actie": str(actie_id), "gereed_op": gereed_op.isoformat()},
    )


def _eenmaal(
    doe: Callable[[], object], *, door: Medewerker, bericht_id: UUID, inhoud: Mapping[str, Any]
) -> bool:
    """Do it unless this id came before. Of the message only a digest is kept: the words stand in the item itself."""
    ruw = json.dumps(inhoud, sort_keys=True).encode()
    digest = hashlib.sha256(ruw).hexdigest()
    with als_systeem():
        # Whoever sends the same at the same moment waits here for the first.
        rij, nieuw = InkomendBericht.objects.get_or_create(
            bericht_id=bericht_id,
            status=Status.OPGENOMEN,
            defaults={
                "soort": InkomendBericht.Soort.INZENDING,
                "aangeleverd_door": door,
                "afzender": door.organisatie,
                "omvang": len(ruw),
                "sha256": digest,
            },
        )
        if not nieuw:
            if (rij.aangeleverd_door_id, rij.sha256) != (door.pk, digest):
                raise AnderBericht(
                    _("Onder dit bericht_id is eerder iets anders gestuurd. Geef het een nieuw bericht_id.")
                )
            return False
        doe()
    return True
