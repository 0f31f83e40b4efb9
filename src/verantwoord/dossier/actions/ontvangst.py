"""That an answer arrived: said by whom it was meant for, or by the delivery of a message to that organisation."""

from collections.abc import Collection

from django.db import transaction

from verantwoord.dossier.models import Antwoord, Ontvangstbevestiging
from verantwoord.gebeurtenis.actions import gebundeld, nieuwe_gebeurtenis, record_gebeurtenissen
from verantwoord.toegang.actions import require
from verantwoord.toegang.context import als_systeem
from verantwoord.toegang.models import Medewerker
from verantwoord.toegang.rechten import Organisatie, Recht


@transaction.atomic
def confirm_ontvangst(
    *, door: Medewerker, antwoorden: Collection[int], organisatie: Organisatie | None = None
) -> int:
    """Keep that these answers reached an organisation; return how many of them had not been confirmed before.

    A person confirms for their own organisation, and only what they may know; what is not there for them is passed
    over. The program names the ``organisatie`` to which it delivered.
    """
    require(door, Recht.ONTVANGST_BEVESTIGEN)
    ontvanger = organisatie if door.is_systeem and organisatie is not None else door.organisatie
    # Nothing is shown, so there is no look to keep; and what the norms need to know after an event is more than a
    # partner may see.
    with als_systeem(), gebundeld():
        alle = Antwoord.objects.all() if door.is_systeem else Antwoord.objects.visible_to(door)
        nieuw = list(
            alle.filter(pk__in=antwoorden).exclude(ontvangsten__organisatie=ontvanger).order_by("pk")
        )
        Ontvangstbevestiging.objects.bulk_create(
            [Ontvangstbevestiging(antwoord=antwoord, organisatie=ontvanger, door=door) for antwoord in nieuw],
            ignore_conflicts=True,
        )
        record_gebeurtenissen(
            [
                nieuwe_gebeurtenis(
                    soort="keten.antwoord_ontvangen",
                    onderwerp=antwoord,
                    dossier_id=antwoord.dossier_id,
                    door=door,
                    gegevens={"antwoord": antwoord.soort, "organisatie": ontvanger},
                )
                for antwoord in nieuw
            ]
        )
    return len(nieuw)
