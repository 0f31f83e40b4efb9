"""Keeping what somebody answered about the conditions of support."""

from collections.abc import Mapping
from datetime import date
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from verantwoord.dossier.actions import lock_versie
from verantwoord.gebeurtenis.actions import record_gebeurtenis
from verantwoord.ondersteuning.actions.regels import is_geweest
from verantwoord.ondersteuning.actions.verloop import next_versie
from verantwoord.ondersteuning.fouten import WensKloptNiet
from verantwoord.ondersteuning.keuzes import Vraag
from verantwoord.ondersteuning.models import Navraag
from verantwoord.ondersteuning.queries import nagevraagd_of
from verantwoord.toegang.models import Medewerker


@transaction.atomic
def record_navraag(
    *,
    door: Medewerker,
    dossier_id: UUID,
    versie: int,
    peildatum: date,
    op: date,
    antwoorden: Mapping[str, bool | None],
) -> list[Navraag]:
    """Keep the answers that are others than those that hold; ``None`` says that it is not known. No norm reads them."""
    dossier = lock_versie(dossier_id, door=door, versie=versie)
    is_geweest(op, peildatum=peildatum, veld="op")
    eerder = nagevraagd_of(dossier_id, viewer=door)
    anders = {
        Vraag(vraag): antwoord for vraag, antwoord in antwoorden.items() if eerder.get(vraag) != antwoord
    }
    if not anders:
        raise WensKloptNiet(_("Deze antwoorden staan er al. Er is niets veranderd."))
    rijen = [
        Navraag.objects.create(
            dossier=dossier, vraag=vraag, antwoord=antwoord, op=op, door=door, door_naam=door.naam
        )
        for vraag, antwoord in anders.items()
    ]
    record_gebeurtenis(
        soort="navraag.vastgelegd",
        onderwerp=rijen[0],
        dossier_id=dossier.pk,
        door=door,
        gegevens={"vragen": [vraag.value for vraag in anders], "op": op.isoformat()},
    )
    next_versie(dossier)
    return rijen
